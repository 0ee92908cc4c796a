/* archive-file.h: a tar, zip or 7z archive as libarchive reads it, compressed or not; for source/reader-archive.c.
 *
 * Compressed ones are expanded by source/byte-stream.h: libarchive's own gzip filter looks at no checksum, and none of
 * its filters reads on behind the archive's end, where checksums stand. */
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include "source/byte-stream.h"

G_BEGIN_DECLS

typedef struct _BsArchiveFile BsArchiveFile;

BsArchiveFile  *bs_archive_file_new   (void);
void            bs_archive_file_free  (BsArchiveFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsArchiveFile, bs_archive_file_free)

/* Opens a file, by its real name, and closes the one before; the ceilings are borrowed. FALSE: see the error. */
gboolean        bs_archive_file_open  (BsArchiveFile *file, const char *path, const BsCeilings *ceilings);
void            bs_archive_file_close (BsArchiveFile *file);

/* Valid until the file is closed; NULL where none is open. */
struct archive *bs_archive_file_get   (const BsArchiveFile *file);

/* What is wrong: why it cannot be opened, or what libarchive says. Valid as the archive is, or until the next call. */
const char     *bs_archive_file_error (const BsArchiveFile *file);

/* Bytes on disk, and those of them that were read so far. */
guint64         bs_archive_file_size  (const BsArchiveFile *file);
guint64         bs_archive_file_taken (const BsArchiveFile *file);

/* The ceiling beyond which the file expands, so that nothing more is read of it; BS_N_CEILINGS: none. It is a little
 * above what the members' own ceilings allow, and stops what is passed over. */
BsCeiling       bs_archive_file_over  (const BsArchiveFile *file);

/* The next header; names are taken for UTF-8 whatever the locale. */
int             bs_archive_file_next  (BsArchiveFile *file, struct archive_entry **entry);

/* Reads what is compressed to its end, behind the archive's. FALSE: it is damaged, or see bs_archive_file_over(). */
gboolean        bs_archive_file_finish (BsArchiveFile *file);

G_END_DECLS
