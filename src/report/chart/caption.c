#include "report/chart/caption.h"

#include <string.h>

#include "report/plain.h"

#define WIDTH 100 /* columns of a line */

/* The text as a sentence: with a stop, if it has no end of its own. */
static void
add_sentence (GString *out, const char *before, const char *text)
{
  gsize length = strlen (text);
  gboolean ends = length > 0 && strchr (".!?:", text[length - 1]) != NULL;

  if (length > 0)
    g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? " " : "", before, text, ends ? "" : ".");
}

static void
add_comments (GString *out, const BsChartTable *table, const char *key, const char *before)
{
  g_autoptr (GPtrArray) texts = bs_chart_table_comments (table, key);

  for (guint i = 0; i < texts->len; i++)
    add_sentence (out, before, texts->pdata[i]);
}

static void
add_paragraph (GString *out, const char *text)
{
  g_auto (GStrv) lines = bs_plain_wrap (text, WIDTH);

  if (*text == '\0')
    return;
  g_string_append (out, out->len > 0 ? "\n" : "");
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "%s\n", lines[i]);
}

/* Whether a shell takes the argument for itself as it is. */
static gboolean
is_bare (const char *argument)
{
  return *argument != '\0'
         && strspn (argument, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./:=@%+,-")
                == strlen (argument);
}

char *
bs_chart_command_line (const char *const *command)
{
  GString *line = g_string_new (NULL);
  g_autofree char *whole = NULL;

  for (guint i = 0; command[i] != NULL; i++)
    {
      g_autofree char *quoted = is_bare (command[i]) ? g_strdup (command[i]) : g_shell_quote (command[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", quoted);
    }
  whole = g_string_free (line, FALSE);
  return bs_plain_text (whole, TRUE);
}

/* What it shows, the sample, the marks, the axis; and the intervals. */
static void
tell (const BsChart *chart, const BsChartTable *table, GString *shows, GString *intervals)
{
  add_comments (shows, table, "subtitle", "");
  if (shows->len > 0)
    shows->str[0] = g_ascii_toupper (shows->str[0]);
  add_sentence (shows, "", chart->description);
  add_sentence (shows, "", chart->marks != NULL ? chart->marks : "");
  add_comments (shows, table, "axis", "Axis: ");
  add_comments (intervals, table, "interval", "Intervals: ");
  if (intervals->len == 0)
    g_string_append (intervals, "No intervals are drawn.");
}

char *
bs_chart_caption_line (const BsChart *chart, const BsChartTable *table)
{
  GString *shows = g_string_new (NULL);
  g_autoptr (GString) intervals = g_string_new (NULL);

  tell (chart, table, shows, intervals);
  g_string_append_printf (shows, " %s", intervals->str);
  return g_string_free (shows, FALSE);
}

char *
bs_chart_caption (const BsChart *chart, const BsChartTable *table, const char *const *command)
{
  g_autoptr (GPtrArray) titles = bs_chart_table_comments (table, "title");
  g_autoptr (GString) shows = g_string_new (NULL), intervals = g_string_new (NULL), notes = g_string_new (NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < titles->len; i++)
    add_paragraph (out, titles->pdata[i]);
  tell (chart, table, shows, intervals);
  add_comments (notes, table, "note", "");
  add_paragraph (out, shows->str);
  add_paragraph (out, intervals->str);
  add_paragraph (out, notes->str);
  add_paragraph (out, "Drawn by broadsheet " BS_VERSION ".");
  if (command != NULL)
    {
      g_autofree char *line = bs_chart_command_line (command);

      g_string_append_printf (out, "\n%s\n", line);
    }
  return g_string_free (out, FALSE);
}
