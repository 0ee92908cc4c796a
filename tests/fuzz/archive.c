/* The members of a tar, zip or 7z archive, with and without outlets inside.
 *
 * about: src/source/reader-archive.c src/source/archive-file.c src/source/companion.c src/source/name.c
 * max_len: 8192 */
#define _GNU_SOURCE /* memfd_create() */
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz-reader.h"
#include "source/reader-archive.h"

static int file = -1; /* in memory: an archive is opened by its name */
static char *path;

int LLVMFuzzerInitialize (int *argc, char ***argv);

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  file = memfd_create ("archive", MFD_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  path = g_strdup_printf ("/proc/self/fd/%d", file);
  return 0;
}

static BsNext
next_of_archive (gpointer self, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  return bs_archive_reader_next (self, arena, article, problem);
}

static char *
read_archive (gsize size, gboolean outlets_inside)
{
  static BsReaders *readers;
  static BsByteStream *stream;
  const BsFieldNames names = { { NULL } };
  const BsCeilings ceilings = { .value[BS_CEILING_ARTICLE] = 65536 };
  const BsItem item = { .path = "papers.zip", .outlet = outlets_inside ? NULL : "outlet", .id = "id", .names = &names,
                        .ceilings = &ceilings };
  g_autoptr (BsArchiveReader) reader = NULL;
  GString *lines = g_string_new (NULL);

  if (readers == NULL)
    {
      readers = bs_readers_new ();
      stream = bs_byte_stream_new (NULL);
    }
  reader = bs_archive_reader_new (readers, stream, NULL);
  bs_archive_reader_begin (reader, path, &item, BS_FORMAT_AUTO, outlets_inside);
  read_all (lines, next_of_archive, reader, 1100 * size, 65536);
  return g_string_free (lines, FALSE);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  g_assert_cmpint (pwrite (file, data, size, 0), ==, (gssize) size);
  for (gboolean inside = FALSE; inside <= TRUE; inside++)
    {
      g_autofree char *first = read_archive (size, inside);
      g_autofree char *again = read_archive (size, inside);

      g_assert_cmpstr (first, ==, again);
    }
  return 0;
}
