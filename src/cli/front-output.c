/* Where output goes, and what the terminal can show. */
#include "cli/front.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/temporary.h"
#include "report/plain.h"

#define LEAST_WITH_PICTURES 80 /* columns of a terminal that shows bars and sparklines */

const GOptionEntry *
bs_front_output_entries (BsFrontOutput *output)
{
  static GOptionEntry entries[3];

  entries[0] = (GOptionEntry){ "format", 'f', 0, G_OPTION_ARG_STRING, &output->format,
                               "Write as table, csv, tsv, json, jsonl, markdown or latex", "FORMAT" };
  entries[1] = (GOptionEntry){ "output", 'o', 0, G_OPTION_ARG_FILENAME, &output->output,
                               "Write to FILE instead of standard output", "FILE" };
  return entries;
}

void
bs_front_output_clear (BsFrontOutput *output)
{
  g_free (output->format);
  g_free (output->output);
}

gboolean
bs_front_output_kind (const BsFrontOutput *output, BsOutput otherwise, BsOutput *kind, GError **error)
{
  *kind = otherwise;
  return output->format == NULL || bs_output_from_name (output->format, kind, error);
}

BsTerminal
bs_front_terminal (void)
{
  BsTerminal terminal = { .unicode = TRUE };
  const char *kind = g_getenv ("TERM");
  struct winsize size;

  if (!isatty (STDOUT_FILENO))
    return terminal;
  terminal.unicode = g_get_charset (NULL);
  terminal.width = 80;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    terminal.width = size.ws_col;
  terminal.bold = g_getenv ("NO_COLOR") == NULL && kind != NULL && !g_str_equal (kind, "dumb");
  terminal.pictures = terminal.bold && terminal.unicode && terminal.width >= LEAST_WITH_PICTURES;
  return terminal;
}

struct _BsSink {
  FILE *file;
  char *path;      /* NULL: standard output */
  char *target;    /* the file itself, links followed */
  char *temporary; /* beside it; renamed when all is written */
};

static gboolean
sink_fail (BsSink *sink, GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_IO, "%s: cannot be written: %s",
               sink->path != NULL ? sink->path : "standard output", g_strerror (errno));
  return FALSE;
}

/* A store that stands in the place of an output was named by mistake. */
gboolean
bs_front_may_replace (const char *path, GError **error)
{
  gboolean is_store;

  if (!bs_front_is_store (path, &is_store, error))
    return FALSE;
  if (!is_store)
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%s is a store; write to another file, or delete it first", path);
  return FALSE;
}

BsSink *
bs_sink_open (const char *path, GError **error)
{
  g_autoptr (BsSink) sink = g_new0 (BsSink, 1);
  char *resolved;
  int fd;

  if (path == NULL || g_str_equal (path, "-"))
    {
      sink->file = stdout;
      return g_steal_pointer (&sink);
    }
  sink->path = g_strdup (path);
  if (!bs_front_may_replace (path, error))
    return NULL;
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      /* a device or pipe is written as it is */
      sink->file = g_fopen (path, "w");
      if (sink->file == NULL)
        {
          sink_fail (sink, error);
          return NULL;
        }
      return g_steal_pointer (&sink);
    }
  resolved = realpath (path, NULL); /* what a link points to is written, not the link */
  sink->target = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);
  fd = bs_temporary_beside (sink->target, &sink->temporary);
  if (fd < 0)
    {
      sink_fail (sink, error);
      return NULL;
    }
  sink->file = fdopen (fd, "w");
  if (sink->file != NULL)
    return g_steal_pointer (&sink);
  sink_fail (sink, error);
  close (fd);
  return NULL;
}

gboolean
bs_sink_write (BsSink *sink, const char *text, gssize length, GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  return fwrite (text, 1, size, sink->file) == size || sink_fail (sink, error);
}

static gboolean
write_piece (gpointer data, const char *bytes, gsize length, GError **error)
{
  return bs_sink_write (data, bytes, (gssize) length, error);
}

/* Rows of a format for programs as a terminal may have them: line ends and tabs stay, whatever else acts is made seen. */
static gboolean
write_piece_plain (gpointer data, const char *bytes, gsize length, GError **error)
{
  g_autoptr (GString) plain = g_string_sized_new (length);

  for (const char *at = bytes, *end = bytes + length; at < end;)
    {
      gsize n = 0;

      while (at + n < end && at[n] != '\n' && at[n] != '\t')
        n++;
      {
        g_autofree char *piece = g_strndup (at, n);
        g_autofree char *seen = bs_plain_text (piece, TRUE);

        g_string_append (plain, seen);
      }
      if (at + n < end)
        g_string_append_c (plain, at[n++]);
      at += n;
    }
  return bs_sink_write (data, plain->str, (gssize) plain->len, error);
}

BsTerminal
bs_sink_terminal (const BsSink *sink)
{
  return sink->path == NULL ? bs_front_terminal () : (BsTerminal){ .unicode = TRUE };
}

gboolean
bs_sink_table (BsSink *sink, BsTable *table, BsOutput kind, GError **error)
{
  BsTerminal terminal = bs_sink_terminal (sink);

  gboolean acts = sink->path == NULL && kind != BS_OUTPUT_TABLE && isatty (STDOUT_FILENO);

  return bs_table_write (table, kind, &terminal, acts ? write_piece_plain : write_piece, sink, error);
}

gboolean
bs_sink_prose (BsSink *sink, const char *prose, BsOutput kind, GError **error)
{
  BsTerminal terminal = bs_sink_terminal (sink);
  g_autofree char *text = bs_prose_text (prose, kind, &terminal);

  return bs_sink_write (sink, text, -1, error);
}

gboolean
bs_sink_heading (BsSink *sink, const char *heading, BsOutput kind, GError **error)
{
  BsTerminal terminal = bs_sink_terminal (sink);
  g_autofree char *text = bs_heading_text (heading, kind, &terminal);

  return bs_sink_write (sink, text, -1, error);
}

void
bs_sink_abandon (BsSink *sink)
{
  if (sink == NULL)
    return;
  if (sink->file != NULL && sink->file != stdout)
    fclose (sink->file);
  if (sink->temporary != NULL)
    bs_temporary_drop (sink->temporary);
  g_free (sink->temporary);
  g_free (sink->target);
  g_free (sink->path);
  g_free (sink);
}

gboolean
bs_sink_close (BsSink *sink, GError **error)
{
  g_autoptr (BsSink) owned = sink;
  gboolean fine;

  if (!bs_front_was_read (error)) /* the target stays as it was */
    return FALSE;
  if (owned->file == stdout)
    return fflush (stdout) == 0 || sink_fail (owned, error);
  fine = fclose (g_steal_pointer (&owned->file)) == 0;
  if (fine && owned->temporary != NULL)
    {
      fine = bs_temporary_place (owned->temporary, owned->target);
      if (fine)
        g_clear_pointer (&owned->temporary, g_free);
    }
  return fine || sink_fail (owned, error);
}

BsExit
bs_front_print (BsTable *table, const BsFrontOutput *output, BsOutput otherwise)
{
  GError *error = NULL;
  BsOutput kind;
  g_autoptr (BsSink) sink = NULL;

  if (!bs_front_output_kind (output, otherwise, &kind, &error))
    return bs_front_fail (error);
  sink = bs_sink_open (output->output, &error);
  if (sink == NULL || !bs_sink_table (sink, table, kind, &error) || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return BS_EXIT_DONE;
}

BsExit
bs_front_print_text (const char *text)
{
  GError *error = NULL;
  g_autoptr (BsSink) sink = bs_sink_open (NULL, &error);

  if (sink == NULL || !bs_sink_write (sink, text, -1, &error) || !bs_sink_close (g_steal_pointer (&sink), &error))
    return bs_front_fail (error);
  return BS_EXIT_DONE;
}
