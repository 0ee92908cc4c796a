#include "source/export-lines.h"

#include "source/date.h"
#include "source/record.h"

#define LONGEST_STRING 4096
#define LONGEST_DATE 80

static gboolean
is_space (BsSpan span, gsize at)
{
  return g_ascii_isspace (span.start[at]) || span.start[at] == '\0';
}

BsSpan
bs_export_trim (BsSpan span)
{
  for (;;)
    if (span.length > 0 && is_space (span, 0))
      span = bs_span (span.start + 1, span.length - 1);
    else if (span.length > 1 && memcmp (span.start, "\xc2\xa0", 2) == 0)
      span = bs_span (span.start + 2, span.length - 2);
    else
      break;
  for (;;)
    if (span.length > 0 && is_space (span, span.length - 1))
      span.length--;
    else if (span.length > 1 && memcmp (span.start + span.length - 2, "\xc2\xa0", 2) == 0)
      span.length -= 2;
    else
      return span;
}

gboolean
bs_lines_next (BsLines *lines, BsSpan *line)
{
  BsSpan rest = lines->rest;
  const char *end = rest.length > 0 ? memchr (rest.start, '\n', rest.length) : NULL;
  gsize length = end != NULL ? (gsize)(end - rest.start) : rest.length, taken = length + (end != NULL);

  if (rest.length == 0)
    return FALSE;
  *line = bs_span (rest.start, length);
  while (line->length > 0 && is_space (*line, line->length - 1))
    line->length--;
  lines->rest = bs_span (rest.start + taken, rest.length - taken);
  return TRUE;
}

/* The bytes as a string of their own, from windows-1252 where they are no UTF-8; NULL: they are neither. */
static char *
as_utf8 (BsSpan span)
{
  if (g_utf8_validate (span.start, (gssize)span.length, NULL))
    return g_strndup (span.start, span.length);
  return g_convert (span.start, (gssize)span.length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
}

const char *
bs_export_string (BsSpan span, BsArena *arena)
{
  g_autofree char *converted = NULL;
  char *out, *to;

  span = bs_export_trim (span);
  span.length = MIN (span.length, LONGEST_STRING);
  converted = as_utf8 (span);
  out = (char *)bs_record_string (converted != NULL ? bs_span_of (converted) : span, arena);
  if (out == NULL)
    return NULL;
  to = out;
  for (const char *p = out; *p != '\0'; p++)
    if (*p != ' ' || p[1] != ' ')
      *to++ = *p;
  *to = '\0';
  return out;
}

const char *
bs_export_byline (BsSpan span, BsArena *arena)
{
  const char *byline = bs_export_string (span, arena);

  return byline != NULL && g_ascii_strncasecmp (byline, "by ", 3) == 0 && byline[3] != '\0' ? byline + 3 : byline;
}

/* Necessary, and rules nearly every line out: it is asked of all texts. */
static inline gboolean
begins_alike (BsSpan line, const char *other)
{
  return line.length > 0 && (line.start[0] | 0x20) == (other[0] | 0x20);
}

gboolean
bs_export_starts (BsSpan line, const char *start)
{
  return begins_alike (line, start) && line.length >= strlen (start) && g_ascii_strncasecmp (line.start, start, strlen (start)) == 0;
}

gboolean
bs_export_is_one_of (BsSpan line, const char *const *list, gsize n_list)
{
  for (gsize i = 0; i < n_list; i++)
    if (begins_alike (line, list[i]) && line.length == strlen (list[i])
        && g_ascii_strncasecmp (line.start, list[i], line.length) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bs_export_is_date (BsSpan line)
{
  g_autofree char *text = NULL;
  char day[BS_DAY_MAX];
  gboolean letters = FALSE, digits = FALSE;

  if (line.length < 8 || line.length > LONGEST_DATE)
    return FALSE;
  for (gsize i = 0; i < line.length; i++)
    {
      letters = letters || g_ascii_isalpha (line.start[i]);
      digits = digits || g_ascii_isdigit (line.start[i]);
    }
  if (!letters || !digits)
    return FALSE;
  text = as_utf8 (line);
  return text != NULL && bs_day_of_date (text, day) != NULL && strlen (day) == 10;
}

gboolean
bs_export_has_year (BsSpan line)
{
  gsize digits = 0;

  for (gsize i = 0; i < MIN (line.length, LONGEST_DATE); i++)
    {
      digits = g_ascii_isdigit (line.start[i]) ? digits + 1 : 0;
      if (digits == 4 && strchr ("12", line.start[i - 3]) != NULL
          && (i + 1 == line.length || !g_ascii_isdigit (line.start[i + 1])))
        return TRUE;
    }
  return FALSE;
}

gboolean
bs_export_is_length (BsSpan line, BsSpan *number)
{
  static const char *const units[]
      = { "words", "word", "wörter", "wort", "mots", "mot", "palabras", "parole", "woorden", "palavras", "w\xf6rter" };
  gsize at = 0;

  while (at < line.length && (g_ascii_isdigit (line.start[at]) || (at > 0 && strchr (",.' ", line.start[at]) != NULL)))
    at++;
  if (at == 0 || at > 12 || at == line.length || line.start[at - 1] != ' ')
    return FALSE;
  *number = bs_export_trim (bs_span (line.start, at));
  return bs_export_is_one_of (bs_span (line.start + at, line.length - at), units, G_N_ELEMENTS (units));
}

gboolean
bs_export_is_copyright (BsSpan line)
{
  static const char *const starts[] = { "copyright", "(c)", "\xc2\xa9", "\xa9" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (bs_export_starts (line, starts[i]))
      return TRUE;
  return FALSE;
}
