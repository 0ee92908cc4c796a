/* reader-archive.h: the members of a tar, zip or 7z archive, as articles and records, in the order of the archive.
 *
 * Which outlet a member belongs to follows the rule for folders. A single folder that holds everything is stepped into.
 * Where a file to read lies in a folder below that, every first-level folder is an outlet and what stands beside them
 * is left out; else all of it is one outlet, and a record file's records are of the outlet that its base name says.
 * To know this, names are read before the texts, so a compressed archive is expanded twice.
 * Names are taken for UTF-8 whatever the locale. Nothing is ever unpacked to disk. */
#pragma once

#include "source/reader.h"

G_BEGIN_DECLS

typedef struct _BsArchiveReader BsArchiveReader;

/* Reads members by `readers` through `stream`, both borrowed and used by nobody else meanwhile. `done` (or NULL) is
 * added the bytes of the archive as they are consumed. */
BsArchiveReader *bs_archive_reader_new  (BsReaders *readers, BsByteStream *stream, atomic_ullong *done);
void             bs_archive_reader_free (BsArchiveReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsArchiveReader, bs_archive_reader_free)

/* Starts on the archive `path` (its real name). The item holds for every member; of its outlet and id:
 * with `outlets_inside` the outlet (may be NULL: the folder's or the archive's name) is that of an archive without
 * outlet folders, and the id is not used: members' ids are their paths inside their outlet;
 * without, every member is of that outlet and its id begins with the item's id and '/'. */
void   bs_archive_reader_begin (BsArchiveReader *self, const char *path, const BsItem *item, BsFormat format,
                                gboolean outlets_inside);

BsNext bs_archive_reader_next  (BsArchiveReader *self, BsArena *arena, BsArticle *article, BsProblem *problem);

G_END_DECLS
