#include "source/export.h"

#include "source/export-lines.h"
#include "source/export-nexis.h"
#include "source/record.h"

/* How far below the length the number or the copyright of an article of Factiva is looked for. */
#define HEAD_LINES 14
#define LONGEST_LINE 400

const char *
bs_export_paper (const char *name, const char **edition, BsArena *arena)
{
  gsize length = name != NULL ? strlen (name) : 0;
  const char *bracket = length > 0 && name[length - 1] == ')' ? strrchr (name, '(') : NULL;
  BsSpan paper;

  if (bracket == NULL || bracket == name)
    return name;
  paper = bs_export_trim (bs_span (name, (gsize)(bracket - name)));
  if (paper.length == 0)
    return name;
  if (*edition == NULL)
    *edition = bs_export_string (bs_span (bracket + 1, length - (gsize)(bracket + 1 - name) - 1), arena);
  return bs_arena_copy (arena, paper);
}

void
bs_export_section (const char *string, BsExported *exported, BsArena *arena)
{
  static const char *const marks[] = { "; Pg. ", "; Pg.", "; S. ", "; p. ", "; Blz. ", "; Pag. ", "; Pág. " };

  if (string != NULL && strstr (string, "; Version:") != NULL)
    string = bs_export_string (bs_span (string, (gsize)(strstr (string, "; Version:") - string)), arena);
  exported->section = string;
  for (gsize i = 0; string != NULL && i < G_N_ELEMENTS (marks); i++)
    {
      const char *mark = strstr (string, marks[i]);
      if (mark == NULL)
        continue;
      exported->section = bs_export_string (bs_span (string, (gsize)(mark - string)), arena);
      exported->page = bs_export_string (bs_span_of (mark + strlen (marks[i])), arena);
      return;
    }
}

const char *
bs_export_language (const char *name, BsArena *arena)
{
  g_autofree char *one = name != NULL ? g_strndup (name, strcspn (name, ";,/(")) : NULL;

  if (one == NULL)
    return NULL;
  g_strchomp (one);
  return bs_record_language (one, arena);
}

/* The signs of the exports met so far. */
typedef struct
{
  gboolean begins, label;       /* Nexis */
  gboolean body, length, other; /* Nexis Uni */
  gboolean matter, terms;       /* … in the list of articles before the first, which may be long */
  guint codes;                  /* Factiva, a bit each */
  int below_length;             /* lines since a line that says how many words there are */
  gboolean dated, factiva;
} Signs;

static gboolean
is_uni_length (BsSpan line)
{
  BsSpan number;

  return bs_export_starts (line, "Length:")
         && bs_export_is_length (bs_export_trim (bs_span (line.start + 7, line.length - 7)), &number);
}

static gboolean
is_uni_label (BsSpan line)
{
  return bs_export_starts (line, "Section:") || bs_export_starts (line, "Byline:")
         || bs_export_starts (line, "Load-Date:");
}

/* Factiva without codes: how many words, the day below that, then soon a copyright or the article's number. */
static void
look_for_plain_factiva (Signs *signs, BsSpan line)
{
  BsSpan number;

  signs->below_length++;
  if (bs_export_is_length (line, &number))
    {
      signs->below_length = 0;
      signs->dated = FALSE;
    }
  else if (signs->below_length == 1)
    signs->dated = bs_export_is_date (line);
  else if (signs->dated && signs->below_length < HEAD_LINES)
    signs->factiva = signs->factiva || bs_export_is_copyright (line) || bs_factiva_ends (line);
}

/* How lines of heads begin, of Factiva's days aside; of the small letters, those of names in any case. */
static gboolean
may_be_of_head (guchar first)
{
  return first >= 0x80 || g_ascii_isupper (first) || g_ascii_isdigit (first) || strchr ("(-bcdefls", first) != NULL;
}

static void
look_for_others (Signs *signs, BsSpan line, BsSpan trimmed)
{
  signs->begins = signs->begins || bs_nexis_begins (line);
  signs->label = signs->label || bs_nexis_is_label (line);
  signs->body = signs->body || (trimmed.length == 4 && memcmp (trimmed.start, "Body", 4) == 0);
  signs->length = signs->length || is_uni_length (trimmed);
  signs->other = signs->other || is_uni_label (trimmed) || bs_export_is_copyright (trimmed) || bs_nexis_ends (line);
  signs->matter = signs->matter || bs_export_starts (trimmed, "Client/Matter:");
  signs->terms = signs->terms || bs_export_starts (trimmed, "Search Terms:");
  signs->codes |= bs_factiva_code_bit (line);
}

static void
look (Signs *signs, BsSpan line)
{
  BsSpan trimmed;

  if (line.length > LONGEST_LINE)
    return;
  trimmed = bs_export_trim (line);
  if (trimmed.length == 0)
    return;
  if (may_be_of_head ((guchar) trimmed.start[0]))
    look_for_others (signs, line, trimmed);
  look_for_plain_factiva (signs, trimmed);
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

/* How a line may begin that one of the kinds cannot do without, or that is set in. */
static const gboolean begins_sign[256]
    = { ['0'] = TRUE,  ['1'] = TRUE,  ['2'] = TRUE,  ['3'] = TRUE,  ['4'] = TRUE,  ['5'] = TRUE,   ['6'] = TRUE,
        ['7'] = TRUE,  ['8'] = TRUE,  ['9'] = TRUE,  ['B'] = TRUE,  ['C'] = TRUE,  ['c'] = TRUE,   ['D'] = TRUE,
        ['d'] = TRUE,  ['H'] = TRUE,  [' '] = TRUE,  ['\t'] = TRUE, ['\r'] = TRUE, ['\f'] = TRUE,  ['\v'] = TRUE,
        ['\0'] = TRUE, [0xc2] = TRUE };

static gboolean
is_sign (BsSpan line)
{
  BsSpan trimmed, number;

  if (line.length > LONGEST_LINE)
    return FALSE;
  trimmed = bs_export_trim (line);
  if (trimmed.length == 0 || !begins_sign[(guchar) trimmed.start[0]])
    return FALSE;
  return bs_nexis_begins (line) || bs_export_starts (trimmed, "Client/Matter:")
         || (trimmed.length == 4 && memcmp (trimmed.start, "Body", 4) == 0) || bs_export_is_length (trimmed, &number)
         || (bs_factiva_code_bit (line) & 1) != 0;
}

/* Whether there is a line without which no text is an export; nearly all texts have none, and are told by this. */
static gboolean
has_sign (BsSpan start)
{
  BsLines lines = { start };
  BsSpan line;

  while (lines.rest.length > 0)
    {
      const char *end;

      if (begins_sign[(guchar) *lines.rest.start])
        {
          if (bs_lines_next (&lines, &line) && is_sign (line))
            return TRUE;
          continue;
        }
      end = memchr (lines.rest.start, '\n', lines.rest.length);
      if (end == NULL)
        break;
      lines.rest = bs_span (end + 1, (gsize) (lines.rest.start + lines.rest.length - (end + 1)));
    }
  return FALSE;
}

BsKind
bs_export_sniff (BsSpan start)
{
  Signs signs = { .below_length = HEAD_LINES };
  BsLines lines = { start };
  BsSpan line;

  if (!has_sign (start))
    return BS_KIND_TEXT;
  while (bs_lines_next (&lines, &line))
    look (&signs, line);
  if ((signs.begins && signs.label) || (signs.matter && signs.terms) || (signs.body && signs.length && signs.other))
    return BS_KIND_NEXIS;
  if (signs.factiva || ((signs.codes & 1) != 0 && count_bits (signs.codes) >= 5))
    return BS_KIND_FACTIVA;
  return BS_KIND_TEXT;
}
