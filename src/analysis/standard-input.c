/* Standard input, so that it can be read twice. */
#include "analysis/lesson.h"

#include <errno.h>
#include <unistd.h>

#include "base/error.h"
#include "base/temporary.h"

#define PIECE (256 * 1024)

static gboolean
fail (const char *doing, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "standard input: %s: %s", doing, g_strerror (errno));
  return FALSE;
}

static gboolean
write_all (int file, const char *bytes, gsize n)
{
  while (n > 0)
    {
      gssize written = write (file, bytes, n);

      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          bytes += written;
          n -= (gsize) written;
        }
    }
  return TRUE;
}

static gboolean
copy (int file, const BsCeilings *ceilings, const volatile gint *stop, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  guint64 held = 0;

  while (stop == NULL || g_atomic_int_get (stop) == 0)
    {
      gssize n = read (STDIN_FILENO, piece, PIECE);

      if (n == 0)
        return TRUE;
      if (n < 0)
        {
          if (errno == EINTR)
            continue;
          return fail ("cannot be read", error);
        }
      held += (guint64) n;
      if (held > bs_ceiling (ceilings, BS_CEILING_INPUT))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
                       "standard input: more than " BS_CEILING_FORMAT " is not kept to be read twice, as finding what"
                       " repeats asks for; name files instead",
                       BS_CEILING_ARGS (ceilings, BS_CEILING_INPUT));
          return FALSE;
        }
      if (!write_all (file, piece, (gsize) n))
        return fail ("cannot be kept to be read twice", error);
    }
  return TRUE;
}

gboolean
bs_standard_input_hold (const BsCeilings *ceilings, const volatile gint *stop, gint64 *start, GError **error)
{
  int file;
  gboolean held;

  *start = lseek (STDIN_FILENO, 0, SEEK_CUR);
  if (*start >= 0)
    return TRUE;
  *start = 0;
  file = bs_temporary_file (error);
  if (file < 0)
    {
      g_prefix_error (error, "standard input: cannot be kept to be read twice: ");
      return FALSE;
    }
  held = copy (file, ceilings, stop, error);
  if (held && (lseek (file, 0, SEEK_SET) < 0 || dup2 (file, STDIN_FILENO) < 0))
    held = fail ("cannot be kept to be read twice", error);
  close (file);
  return held;
}

gboolean
bs_standard_input_rewind (gint64 start, GError **error)
{
  return lseek (STDIN_FILENO, start, SEEK_SET) >= 0 || fail ("cannot be read twice", error);
}
