/* export-nexis-uni.c: the form of Nexis Uni, with a line "Body" before each text and "End of Document" behind it. */
#include "source/export-lines.h"
#include "source/export-nexis.h"

#define LONGEST_HEAD (64 * 1024)
#define MOST_TITLE_LINES 5

gboolean
bs_nexis_ends (BsSpan line)
{
  static const char *const ends[]
      = { "end of document",    "ende des dokuments",     "dokumentende",       "fin du document", "fin del documento",
          "einde van document", "einde van het document", "fine del documento", "fim do documento" };

  return line.length >= 12 && line.length <= 120
         && bs_export_is_one_of (bs_export_trim (line), ends, G_N_ELEMENTS (ends));
}

/* Whether a line is "Label: value" with the label in any ASCII case. */
static gboolean
has_label (BsSpan line, const char *label, BsSpan *value)
{
  gsize length = strlen (label);

  if (line.length <= length || line.start[length] != ':' || g_ascii_strncasecmp (line.start, label, length) != 0)
    return FALSE;
  *value = bs_export_trim (bs_span (line.start + length + 1, line.length - length - 1));
  return TRUE;
}

static gboolean
is_body (BsSpan line)
{
  static const char *const names[] = { "body", "body:" };

  return bs_export_is_one_of (line, names, G_N_ELEMENTS (names));
}

/* "Page 2 of 10", which a printed page leaves behind. */
static gboolean
is_page_number (BsSpan line)
{
  return line.length >= 11 && line.length <= 24 && bs_export_starts (line, "Page ") && g_ascii_isdigit (line.start[5])
         && g_ascii_isdigit (line.start[line.length - 1]);
}

static BsSpan
line_at (const GArray *lines, guint i)
{
  return g_array_index (lines, BsSpan, i);
}

static gboolean
is_labelled (BsSpan line)
{
  static const char *const labels[] = { "Section", "Length", "Byline", "Dateline", "Highlight" };
  BsSpan value;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    if (has_label (line, labels[i], &value))
      return TRUE;
  return bs_export_is_copyright (line);
}

/* Where the last day stands, or else the last number like a year before the last lines with labels; -1: none. */
static int
find_date (const GArray *lines)
{
  guint end = lines->len;

  for (guint i = lines->len; i-- > 0;)
    if (bs_export_is_date (line_at (lines, i)))
      return (int)i;
  while (end > 0 && is_labelled (line_at (lines, end - 1)))
    end--;
  for (guint i = end; i-- > 0;)
    if (bs_export_has_year (line_at (lines, i)))
      return (int)i;
  return -1;
}

/* The lines above the paper's. In the first article a search's head stands above, so only one line is the title. */
static const char *
read_title (const GArray *lines, guint paper, gboolean first, BsArena *arena)
{
  guint from = paper > MOST_TITLE_LINES ? paper - MOST_TITLE_LINES : 0;
  g_autoptr (GString) title = g_string_new (NULL);

  if (first && paper > 0)
    from = paper - 1;
  for (guint i = from; i < paper; i++)
    if (!is_page_number (line_at (lines, i)))
      g_string_append_printf (title, "%.*s ", (int)MIN (line_at (lines, i).length, 4096), line_at (lines, i).start);
  return bs_export_string (bs_span (title->str, title->len), arena);
}

static void
read_labels (const GArray *lines, guint from, BsArena *arena, BsExported *exported)
{
  BsSpan value, number;

  for (guint i = from; i < lines->len; i++)
    {
      BsSpan line = line_at (lines, i);

      if (bs_export_is_copyright (line))
        exported->copyright = bs_export_string (line, arena);
      else if (has_label (line, "Section", &value))
        bs_export_section (bs_export_string (value, arena), exported, arena);
      else if (has_label (line, "Length", &value))
        exported->words
            = bs_export_is_length (value, &number) ? bs_export_string (number, arena) : bs_export_string (value, arena);
      else if (has_label (line, "Byline", &value))
        exported->byline = bs_export_byline (value, arena);
      else if (has_label (line, "Dateline", &value))
        exported->dateline = bs_export_string (value, arena);
      else if (has_label (line, "Highlight", &value))
        exported->highlight = bs_export_string (value, arena);
      else if (i == from && exported->edition == NULL && memchr (line.start, ':', line.length) == NULL)
        exported->edition = bs_export_string (line, arena);
    }
}

/* Of the last bytes of what stands above the text. FALSE: no paper and day are among them. */
static gboolean
read_head (BsSpan head, gboolean first, BsArena *arena, BsExported *exported)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  gsize kept = MIN (head.length, LONGEST_HEAD);
  BsLines lines = { bs_span (head.start + head.length - kept, kept) };
  BsSpan line;
  int date;

  while (bs_lines_next (&lines, &line))
    {
      line = bs_export_trim (line);
      if (line.length > 0)
        g_array_append_val (found, line);
    }
  date = find_date (found);
  if (date < 1)
    return FALSE;
  exported->date = bs_export_string (line_at (found, (guint)date), arena);
  exported->paper
      = bs_export_paper (bs_export_string (line_at (found, (guint)date - 1), arena), &exported->edition, arena);
  exported->title = read_title (found, (guint)date - 1, first, arena);
  read_labels (found, (guint)date + 1, arena, exported);
  return TRUE;
}

/* Whether a line between text and end begins what is said of the article. */
static gboolean
is_tail (BsSpan line)
{
  static const char *const names[] = { "classification", "graphic", "graphic:" };
  BsSpan value;

  return bs_export_is_one_of (line, names, G_N_ELEMENTS (names)) || has_label (line, "Load-Date", &value);
}

static void
read_text (BsSpan rest, BsArena *arena, BsExported *exported)
{
  static const char number_mark[] = "urn:contentItem:";
  BsLines lines = { rest };
  BsSpan line, value;
  gboolean ended = FALSE;

  exported->text = rest;
  while (bs_lines_next (&lines, &line))
    {
      const char *start = line.start, *number;

      line = bs_export_trim (line);
      if (!ended && (is_tail (line) || bs_nexis_ends (line)))
        {
          ended = TRUE;
          exported->text.length = (gsize)(start - rest.start);
        }
      if (!ended)
        continue;
      if (has_label (line, "Language", &value))
        exported->language = bs_export_string (value, arena);
      else if (has_label (line, "Publication-Type", &value))
        exported->type = bs_export_string (value, arena);
      else if (exported->id == NULL && (number = g_strstr_len (line.start, (gssize)line.length, number_mark)) != NULL)
        {
          gsize from = (gsize)(number - line.start) + strlen (number_mark), length = 0;
          while (from + length < line.length
                 && (g_ascii_isalnum (line.start[from + length]) || line.start[from + length] == '-'))
            length++;
          exported->id = bs_export_string (bs_span (line.start + from, length), arena);
        }
    }
}

const char *
bs_nexis_uni_read (BsSpan document, gboolean first, BsArena *arena, BsExported *exported)
{
  BsLines lines = { document };
  BsSpan line;

  while (bs_lines_next (&lines, &line))
    {
      if (line.length > 64 || !is_body (bs_export_trim (line)))
        continue;
      if (!read_head (bs_span (document.start, (gsize)(line.start - document.start)), first, arena, exported))
        return "no paper and day stand above the line \"Body\"";
      read_text (lines.rest, arena, exported);
      return NULL;
    }
  return "no line \"Body\" stands before the text";
}
