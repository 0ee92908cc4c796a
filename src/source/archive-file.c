#include "source/archive-file.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/chunk.h"
#include "source/compressed-head.h"

#define BLOCK_SIZE (256 * 1024)
#define READ_AHEAD ((guint64)1024 * 1024) /* expanded bytes that libarchive may hold and nobody has seen */

struct _BsArchiveFile
{
  const BsCeilings *ceilings;
  struct archive *archive;
  const char *error; /* why it cannot be opened */
  guint64 size;
  int fd;                 /* of one that is not compressed; -1: none */
  BsByteStream *expanded; /* of one that is */
  gsize given;            /* bytes of its window that libarchive has */
  guint64 total_given;
  atomic_ullong taken; /* bytes of the file, from which they came */
  BsCeiling over;
};

/* What expands is counted here, by the size of the whole file. */
static const BsCeilings no_ceilings
    = { .value = { [BS_CEILING_EXPANDED] = G_MAXUINT64, [BS_CEILING_RATIO_FROM] = G_MAXUINT64 } };

BsArchiveFile *
bs_archive_file_new (void)
{
  BsArchiveFile *file = g_new0 (BsArchiveFile, 1);

  file->fd = -1;
  file->over = BS_N_CEILINGS;
  file->expanded = bs_byte_stream_new (&file->taken);
  bs_byte_stream_obey (file->expanded, &no_ceilings);
  return file;
}

void
bs_archive_file_free (BsArchiveFile *file)
{
  if (file == NULL)
    return;
  bs_archive_file_close (file);
  bs_byte_stream_free (file->expanded);
  g_free (file);
}

void
bs_archive_file_close (BsArchiveFile *file)
{
  g_clear_pointer (&file->archive, archive_read_free);
  bs_byte_stream_close (file->expanded);
  if (file->fd >= 0)
    close (file->fd);
  file->fd = -1;
  file->error = NULL;
  file->over = BS_N_CEILINGS;
  file->given = 0;
  file->size = file->total_given = 0;
  atomic_store (&file->taken, 0);
}

struct archive *
bs_archive_file_get (const BsArchiveFile *file)
{
  return file->archive;
}

const char *
bs_archive_file_error (const BsArchiveFile *file)
{
  return file->error != NULL || file->archive == NULL ? file->error : archive_error_string (file->archive);
}

guint64
bs_archive_file_size (const BsArchiveFile *file)
{
  return file->size;
}

guint64
bs_archive_file_taken (const BsArchiveFile *file)
{
  la_int64_t at = file->archive != NULL && file->fd >= 0 ? archive_filter_bytes (file->archive, -1) : 0;

  return MIN (file->fd >= 0 ? (guint64)MAX (at, 0) : atomic_load (&((BsArchiveFile *)file)->taken), file->size);
}

BsCeiling
bs_archive_file_over (const BsArchiveFile *file)
{
  return file->over;
}

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

/* The next bytes that a compressed archive expands to. */
static la_ssize_t
give_expanded (struct archive *archive, void *data, const void **block)
{
  BsArchiveFile *file = data;
  BsSpan window;

  bs_byte_stream_skip (file->expanded, file->given);
  window = bs_byte_stream_window (file->expanded);
  if (window.length == 0 && bs_byte_stream_more (file->expanded))
    window = bs_byte_stream_window (file->expanded);
  file->given = window.length;
  file->total_given += window.length;
  file->over = bs_expansion_over (file->ceilings, file->total_given - MIN (file->total_given, READ_AHEAD),
                                  file->size);
  *block = window.start;
  if (file->over != BS_N_CEILINGS)
    archive_set_error (archive, EIO, "it expands too far");
  else if (window.length == 0 && bs_byte_stream_message (file->expanded) != NULL)
    archive_set_error (archive, EIO, "%s", bs_byte_stream_message (file->expanded));
  else
    return (la_ssize_t)window.length;
  return -1;
}

gboolean
bs_archive_file_finish (BsArchiveFile *file)
{
  const void *block;
  la_ssize_t got = 0;

  while (file->fd < 0 && (got = give_expanded (file->archive, file, &block)) > 0)
    ;
  return got == 0;
}

/* libarchive turns names into the thread's character set and gives none where they do not fit into it. */
static locale_t
enter_utf8 (void)
{
  static gsize once;
  static locale_t utf8;

  if (g_once_init_enter (&once))
    {
      utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
      if (utf8 == (locale_t)0)
        utf8 = newlocale (LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
      g_once_init_leave (&once, 1);
    }
  return utf8 != (locale_t)0 ? uselocale (utf8) : (locale_t)0;
}

static void
leave_utf8 (locale_t before)
{
  if (before != (locale_t)0)
    uselocale (before);
}

int
bs_archive_file_next (BsArchiveFile *file, struct archive_entry **entry)
{
  locale_t before = enter_utf8 ();
  int status = archive_read_next_header (file->archive, entry);

  if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      archive_entry_pathname (*entry); /* converts now and keeps the result */
      archive_entry_pathname_utf8 (*entry);
    }
  leave_utf8 (before);
  return status;
}

/* ---- Opening ------------------------------------------------------------------------------------------------------ */

static int
open_expanded (BsArchiveFile *file, const char *path)
{
  close (file->fd);
  file->fd = -1;
  bs_byte_stream_open_file (file->expanded, path);
  return archive_read_open (file->archive, file, NULL, give_expanded, NULL);
}

static struct archive *
make_archive (void)
{
  struct archive *archive = archive_read_new ();

  archive_read_support_filter_gzip (archive); /* also inside of another compression */
  archive_read_support_filter_bzip2 (archive);
  archive_read_support_filter_xz (archive);
  archive_read_support_filter_zstd (archive);
  archive_read_support_filter_lz4 (archive);
  archive_read_support_format_tar (archive);
  archive_read_support_format_zip (archive);
  archive_read_support_format_7zip (archive);
  archive_read_support_format_empty (archive);
  return archive;
}

gboolean
bs_archive_file_open (BsArchiveFile *file, const char *path, const BsCeilings *ceilings)
{
  struct stat info;
  char head[16];
  ssize_t length;
  int status;

  bs_archive_file_close (file);
  file->ceilings = ceilings;
  file->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file->fd < 0 || fstat (file->fd, &info) != 0)
    {
      file->error = g_strerror (errno);
      return FALSE;
    }
  file->size = (guint64)info.st_size;
  length = pread (file->fd, head, sizeof head, 0);
  file->archive = make_archive ();
  if (length > 0 && bs_is_compressed (bs_span (head, (gsize)length)))
    status = open_expanded (file, path);
  else
    status = archive_read_open_fd (file->archive, file->fd, bs_chunk (BLOCK_SIZE));
  if (status == ARCHIVE_OK)
    return TRUE;
  file->error = archive_error_string (file->archive);
  return FALSE;
}
