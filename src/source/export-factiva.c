/* export-factiva.c: both forms of Factiva, with codes before the fields and without. */
#include "source/export-lines.h"
#include "source/export.h"

#define MOST_INDENT 8
#define MOST_HEAD_LINES 60 /* above the text, blank ones left out */
#define MOST_TITLE_LINES 4
#define LEAST_NUMBER 16
#define LONGEST_NUMBER 48

/* In the order of an article. */
static const char *const codes[]
    = { "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC",  "ED",  "PG",  "VOL", "LA", "CY",  "CX",
        "LP", "TD", "CT", "RF", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "ART", "AN", "CLM", "DE" };

/* The article's number in the line that ends it ("Document WSJO000020170430ed4u001gt"), with "AN" before it or not. */
static gboolean
number_of (BsSpan line, BsSpan *number)
{
  static const char *const words[] = { "document", "dokument", "documento" };
  gsize word = 0, digits = 0;

  if (line.length > 160)
    return FALSE;
  line = bs_export_trim (line);
  if (line.length > 3 && memcmp (line.start, "AN", 2) == 0 && strchr (" \t", line.start[2]) != NULL)
    line = bs_export_trim (bs_span (line.start + 2, line.length - 2));
  while (word < line.length && line.start[word] != ' ' && line.start[word] != '\t')
    word++;
  if (!bs_export_is_one_of (bs_span (line.start, word), words, G_N_ELEMENTS (words)))
    return FALSE;
  *number = bs_export_trim (bs_span (line.start + word, line.length - word));
  for (gsize i = 0; i < number->length; i++)
    {
      if (!g_ascii_isalnum (number->start[i]))
        return FALSE;
      digits += g_ascii_isdigit (number->start[i]);
    }
  return number->length >= LEAST_NUMBER && number->length <= LONGEST_NUMBER && digits >= 8;
}

gboolean
bs_factiva_ends (BsSpan line)
{
  BsSpan number;

  return number_of (line, &number);
}

/* The place of the code that a line begins with, *value what follows it; -1: none. A tab, two blanks or the line's end
 * stand behind a code; *tab: a tab does. */
static int
code_of (BsSpan line, BsSpan *value, gboolean *tab)
{
  gsize at = 0, length = 0;
  BsSpan rest;

  while (at < line.length && at <= MOST_INDENT && (line.start[at] == ' ' || line.start[at] == '\t'))
    at++;
  rest = bs_span (line.start + at, line.length - at);
  while (length < rest.length && length < 4 && g_ascii_isupper (rest.start[length]))
    length++;
  if (at > MOST_INDENT || length < 2 || length > 3)
    return -1;
  *tab = length < rest.length && rest.start[length] == '\t';
  if (length < rest.length && !*tab
      && (rest.start[length] != ' ' || (length + 1 < rest.length && rest.start[length + 1] != ' ')))
    return -1;
  *value = bs_export_trim (bs_span (rest.start + length, rest.length - length));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strlen (codes[i]) == length && memcmp (codes[i], rest.start, length) == 0)
      return (int)i;
  return -1;
}

static gboolean
is_code (int place, const char *code)
{
  return place >= 0 && strcmp (codes[place], code) == 0;
}

guint
bs_factiva_code_bit (BsSpan line)
{
  static const char *const common[] = { "HD", "WC", "PD", "SN", "SC", "LA", "CY", "LP", "TD" };
  BsSpan value;
  gboolean tab;
  int place = code_of (line, &value, &tab);

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (is_code (place, common[i]))
      return 1U << i;
  return 0;
}

/* A field whose code stands at `place`. */
static void
take_field (int place, BsSpan value, BsArena *arena, BsExported *exported)
{
  const char *string = bs_export_string (value, arena);
  BsSpan number;

  value = bs_export_trim (value); /* a code may have a line to itself */
  if (is_code (place, "HD"))
    exported->title = string;
  else if (is_code (place, "BY"))
    exported->byline = bs_export_byline (value, arena);
  else if (is_code (place, "WC"))
    exported->words = bs_export_is_length (value, &number) ? bs_export_string (number, arena) : string;
  else if (is_code (place, "PD"))
    exported->date = string;
  else if (is_code (place, "SN"))
    exported->paper = bs_export_paper (string, &exported->edition, arena);
  else if (is_code (place, "ED"))
    exported->edition = string;
  else if (is_code (place, "SE"))
    exported->section = string;
  else if (is_code (place, "PG"))
    exported->page = string;
  else if (is_code (place, "LA"))
    exported->language = string;
  else if (is_code (place, "CY"))
    exported->copyright = string;
  else if (is_code (place, "AN") && number_of (value, &number))
    exported->id = bs_export_string (number, arena);
}

static gboolean
is_text_code (int place)
{
  return is_code (place, "LP") || is_code (place, "TD");
}

/* What a printed page leaves behind: "Page 2 of 10 © 2026 Factiva, Inc. All rights reserved." */
static gboolean
is_page_line (BsSpan line)
{
  return line.length < 120 && bs_export_starts (line, "Page ")
         && g_strstr_len (line.start, (gssize)line.length, "Factiva") != NULL;
}

static void
add_line (GString *text, BsSpan line)
{
  if (is_page_line (bs_export_trim (line)))
    return;
  g_string_append_len (text, line.start, (gssize)line.length);
  g_string_append_c (text, '\n');
}

static void
keep_text (GString *text, BsArena *arena, BsExported *exported)
{
  exported->text = bs_span (bs_arena_copy (arena, bs_span (text->str, text->len)), text->len);
}

/* Inside the text a code counts only where a tab stands behind it, or a blank line before it and more of its order, or
 * where it is that of the rest of the text, alone in its line. */
static gboolean
ends_field (int place, int at, BsSpan value, gboolean tab, gboolean after_blank)
{
  return place >= 0
         && (!is_text_code (at) || tab
             || (place > at && (after_blank || (value.length == 0 && is_text_code (place)))));
}

static const char *
read_coded (BsSpan document, BsArena *arena, BsExported *exported)
{
  g_autoptr (GString) text = g_string_new (NULL);
  BsLines lines = { document };
  BsSpan line, number, value = { 0 }, field = { 0 };
  gboolean after_blank = TRUE, tab = FALSE;
  int at = -1;

  while (bs_lines_next (&lines, &line))
    {
      int place = code_of (line, &value, &tab);

      if (ends_field (place, at, value, tab, after_blank))
        {
          if (at >= 0 && !is_text_code (at))
            take_field (at, field, arena, exported);
          if (is_text_code (place) && text->len > 0)
            g_string_append_c (text, '\n');
          at = place;
          field = value;
          line = value;
        }
      else if (number_of (line, &number))
        {
          exported->id = bs_export_string (number, arena);
          continue;
        }
      else if (at >= 0 && line.length > 0)
        field.length = (gsize)(line.start + line.length - field.start);
      if (is_text_code (at) && (line.length > 0 || line.start != value.start)) /* a code's own line may hold nothing */
        add_line (text, line);
      after_blank = line.length == 0;
    }
  if (at >= 0 && !is_text_code (at))
    take_field (at, field, arena, exported);
  keep_text (text, arena, exported);
  return exported->title != NULL || text->len > 0 ? NULL
                                                  : "the article has neither a headline (HD) nor a text (LP, TD)";
}

/* The lines above the text that are not blank, up to `most`; the rest of the document is left in `lines`. */
static void
head_lines (BsLines *lines, GArray *head, guint most)
{
  BsSpan line;

  while (head->len < most && bs_lines_next (lines, &line))
    {
      line = bs_export_trim (line);
      if (line.length > 0 && !is_page_line (line))
        g_array_append_val (head, line);
    }
}

static BsSpan
line_at (const GArray *lines, guint i)
{
  return i < lines->len ? g_array_index (lines, BsSpan, i) : bs_span (NULL, 0);
}

static guint
count_words (BsSpan line)
{
  guint words = line.length > 0;

  for (gsize i = 0; i < line.length; i++)
    words += line.start[i] == ' ';
  return words;
}

/* Headline, section and byline are what stands above the line that says how many words there are. */
static void
read_top (const GArray *head, guint length_at, gboolean first, BsArena *arena, BsExported *exported)
{
  guint from = length_at > MOST_TITLE_LINES ? length_at - MOST_TITLE_LINES : 0, to = length_at;
  g_autoptr (GString) title = g_string_new (NULL);

  if (to - from > 1 && bs_export_starts (line_at (head, to - 1), "by "))
    exported->byline = bs_export_byline (line_at (head, --to), arena);
  else if (to - from > 1 && count_words (line_at (head, to - 1)) <= 4
           && count_words (line_at (head, to - 1)) < count_words (line_at (head, to - 2)))
    exported->byline = bs_export_string (line_at (head, --to), arena);
  if (first && to - from > 2)
    from = to - 2;
  if (to - from > 1 && count_words (line_at (head, from)) <= 3
      && count_words (line_at (head, from)) < count_words (line_at (head, from + 1)))
    exported->section = bs_export_string (line_at (head, from++), arena);
  for (guint i = from; i < to; i++)
    g_string_append_printf (title, "%.*s ", (int)MIN (line_at (head, i).length, 4096), line_at (head, i).start);
  exported->title = bs_export_string (bs_span (title->str, title->len), arena);
}

static gboolean
is_time (BsSpan line)
{
  return line.length == 5 && line.start[2] == ':' && g_ascii_isdigit (line.start[0]) && g_ascii_isdigit (line.start[4]);
}

/* Paper, its code, page, language, copyright: what stands below the date. Returns the last line of the head. */
static guint
read_bottom (const GArray *head, guint date_at, BsArena *arena, BsExported *exported)
{
  guint at = date_at + 1, last;

  at += is_time (line_at (head, at));
  last = at + 1;
  exported->paper = bs_export_paper (bs_export_string (line_at (head, at), arena), &exported->edition, arena);
  for (guint i = at + 1; i < MIN (head->len, at + 9); i++)
    {
      BsSpan line = line_at (head, i);
      const char *string = bs_export_string (line, arena);

      if (bs_export_is_copyright (line))
        {
          exported->copyright = string;
          return i;
        }
      if (string != NULL && line.length > 3 && strpbrk (string, "-_0123456789") == NULL
          && bs_export_language (string, arena) != NULL)
        {
          exported->language = string;
          last = i;
        }
      else if (i > at + 1 && exported->language == NULL && exported->page == NULL && line.length <= 12)
        {
          exported->page = string;
          last = i;
        }
    }
  return MIN (last, head->len - 1);
}

static const char *
read_plain (BsSpan document, gboolean first, BsArena *arena, BsExported *exported)
{
  g_autoptr (GArray) head = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  g_autoptr (GString) text = g_string_new (NULL);
  BsLines lines = { document };
  BsSpan line, number;
  guint at = 0, last;

  head_lines (&lines, head, MOST_HEAD_LINES);
  while (at < head->len
         && (!bs_export_is_length (line_at (head, at), &number) || !bs_export_is_date (line_at (head, at + 1))))
    at++;
  if (at >= head->len)
    return "the head of the article has no line that says how many words there are, with the date below it";
  exported->words = bs_export_string (number, arena);
  exported->date = bs_export_string (line_at (head, at + 1), arena);
  read_top (head, at, first, arena, exported);
  last = read_bottom (head, at + 1, arena, exported);
  line = line_at (head, last);
  lines.rest = bs_span (line.start + line.length, (gsize)(document.start + document.length - line.start - line.length));
  while (bs_lines_next (&lines, &line))
    {
      if (number_of (line, &number))
        exported->id = bs_export_string (number, arena);
      else
        add_line (text, line);
    }
  keep_text (text, arena, exported);
  return NULL;
}

/* Whether the first lines with text have codes before them. */
static gboolean
is_coded (BsSpan document)
{
  BsLines lines = { document };
  BsSpan line, value;
  gboolean tab;
  guint found = 0;

  for (int i = 0; i < 200 && bs_lines_next (&lines, &line); i++)
    found += code_of (line, &value, &tab) >= 0;
  return found >= 3;
}

const char *
bs_factiva_read (BsSpan document, gboolean began, gboolean first, BsArena *arena, BsExported *exported)
{
  *exported = (BsExported){ 0 };
  return is_coded (document) ? read_coded (document, arena, exported) : read_plain (document, first, arena, exported);
}
