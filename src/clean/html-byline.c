#include "clean/html-byline.h"
#include "clean/agency.h"
#include "clean/byline.h"
#include "clean/page.h"

#define LINE_WORDS 14 /* of a byline */
#define AUTHOR_BYTES 200
#define SMALL_LETTERS 3
#define LEVELS 5 /* of elements whose names count */

static BsSpan
span_of (const BsHtmlOpening *opening, guint i)
{
  return bs_span (opening->text + opening->block[i].start, opening->block[i].length);
}

static guint32
within_of (const BsHtmlOpening *opening, guint i)
{
  return bs_html_element (opening->tree, bs_html_facts (opening->tree, i)->element)->within;
}

static gboolean
is_small_word (const char *word, const char *end)
{
  gboolean figure = FALSE, small = g_unichar_islower (g_utf8_get_char (word));
  guint letters = 0;

  for (; word < end; word = g_utf8_next_char (word))
    {
      figure |= g_ascii_isdigit (*word);
      letters += g_unichar_isalpha (g_utf8_get_char (word)) != 0;
    }
  return !small || figure || letters <= SMALL_LETTERS;
}

/* Whether all words are of those that stand beside an author's name. */
static gboolean
is_beside_name (const char *at, const char *end)
{
  while (at < end)
    {
      const char *word = at;

      while (at < end && *at != ' ')
        at++;
      if (at > word && !is_small_word (word, at))
        return FALSE;
      at += at < end;
    }
  return TRUE;
}

/* Where folding its case makes a line longer or shorter, places in it are not known. */
static gboolean
names_author (BsSpan line, const char *folded_author)
{
  g_autofree char *copy = g_strndup (line.start, line.length), *folded = g_utf8_casefold (copy, -1);
  const char *found = strstr (folded, folded_author);
  gsize length = strlen (folded_author), behind;

  if (found == NULL || strlen (folded) != line.length)
    return FALSE;
  behind = (gsize)(found - folded) + length;
  return (found == folded || found[-1] == ' ') && (behind == line.length || strchr (" ,|·(", folded[behind]) != NULL)
         && is_beside_name (line.start, line.start + (found - folded))
         && is_beside_name (line.start + behind, line.start + line.length);
}

void
bs_html_bylines_drop (const BsHtmlOpening *opening, const char *author)
{
  g_autofree char *folded = NULL;

  if (author == NULL || strlen (author) < SMALL_LETTERS || strlen (author) > AUTHOR_BYTES)
    return;
  for (guint i = opening->from; i < opening->to; i++)
    {
      BsRawBlock *block = &opening->block[i];

      if (block->aside != BS_KEPT || block->look.words > LINE_WORDS || block->look.flags & BS_LOOK_STOP
          || within_of (opening, i) & BS_IN_HEADING)
        continue;
      if (folded == NULL)
        folded = g_utf8_casefold (author, -1);
      if (names_author (span_of (opening, i), folded))
        bs_decide (block, BS_ASIDE_BYLINE, "names the author");
    }
}

/* By the class of the element or of one around it. */
static gboolean
is_named_after_author (const BsHtmlOpening *opening, guint i)
{
  static const char *const NAMES[] = { "author", "byline", "autor", "auteur", "autore" };
  guint at = bs_html_facts (opening->tree, i)->element;

  for (guint level = 0; level < LEVELS && at != 0; level++, at = bs_html_element (opening->tree, at)->parent)
    {
      const char *class = bs_html_value (bs_html_element (opening->tree, at)->node, "class");

      for (guint j = 0; class != NULL && j < G_N_ELEMENTS (NAMES); j++)
        if (strstr (class, NAMES[j]) != NULL)
          return TRUE;
    }
  return FALSE;
}

/* What is a byline once it has the "By" that it lacks. */
static char *
read_names (BsSpan line, const BsLook *line_look)
{
  g_autofree char *whole = NULL;
  gsize bullet = bs_look_bullet (line);
  BsLook look;
  BsSpan name;

  line = bs_span (line.start + bullet, line.length - bullet);
  if (line_look->words > LINE_WORDS || line_look->digits > 0
      || memchr (line.start, ':', line.length) != NULL || bs_is_post (line, line_look) || bs_agency_named (line) != NULL)
    return NULL;
  whole = g_strdup_printf ("By %.*s", (int)line.length, line.start);
  bs_look_at (&look, bs_span_of (whole));
  if (!bs_is_byline (bs_span_of (whole), &look))
    return NULL;
  name = bs_byline_name (bs_span_of (whole));
  return name.length > 0 ? g_strndup (name.start, name.length) : NULL;
}

char *
bs_html_author_named (const BsHtmlOpening *opening)
{
  for (guint i = opening->from; i < opening->to; i++)
    {
      if (opening->block[i].aside != BS_ASIDE_BYLINE || within_of (opening, i) & BS_IN_FIGURE)
        continue;
      if (bs_byline_name (span_of (opening, i)).length > 0)
        return NULL;
      if (is_named_after_author (opening, i))
        return read_names (span_of (opening, i), &opening->block[i].look);
    }
  return NULL;
}
