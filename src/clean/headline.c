#include "clean/headline.h"
#include "clean/page.h"
#include "clean/phrase.h"

#define TITLE_WORDS_MIN 2
#define TITLE_WORDS_MAX 30
#define TITLE_BYTES_MAX 300
#define BARRED_WORDS 8 /* a shorter line with a bar is a row of labels */
#define TITLE_BYTES_MIN 6
#define DECKS_MAX 3
#define ROW_MAX 4        /* candidates */
#define LOOK_BACK 12     /* blocks before the first paragraph */
#define HEADLINE_WORDS 4 /* a shorter line is the title only for want of a longer one */
#define PLACE_WORDS_MIN 3
#define LOOK_AT 200      /* blocks that a repeated title is sought in */

static gboolean
could_be_title (const BsRawBlock *blocks, guint i, gboolean known)
{
  const BsRawBlock *block = &blocks[i];
  const BsLook *look = &block->look;
  guint stops = known ? BS_LOOK_STOP : BS_LOOK_STOP & ~BS_LOOK_TRAILING;

  if (!bs_is_open (block) || look->words < TITLE_WORDS_MIN || look->words > TITLE_WORDS_MAX
      || block->length > TITLE_BYTES_MAX || (look->bars > 0 && look->words < BARRED_WORDS) || look->bars >= 2
      || look->digits * 3 > look->letters)
    return FALSE;
  if ((look->flags & stops) && (known || !(look->flags & BS_LOOK_TRAILING) || look->words > TITLE_WORDS_MAX / 2))
    return FALSE;
  if (i > 0 && (look->flags & BS_LOOK_QUOTE) && (look->flags & BS_LOOK_STOP)) /* what somebody says */
    return FALSE;
  if (bs_is_announcement (block)) /* "She made the following statement today:" */
    return FALSE;
  return !(look->flags & BS_LOOK_COMMA) && (i == 0 || !(look->flags & BS_LOOK_LOWER)); /* "eBay grows" */
}

static void
fold_title (GString *folded, BsSpan title)
{
  bs_phrase_fold (folded, title);
  while (folded->len > 0 && strchr (" .\"'", folded->str[folded->len - 1]) != NULL)
    g_string_truncate (folded, folded->len - 1);
}

/* Whether two folded titles are one, the name of the house behind or before either of them aside. */
static gboolean
is_same_title (const GString *a, const GString *b)
{
  static const char *const SIGNS[] = { " | ", " - ", " :: ", " » ", " · ", " • " };
  const GString *longer = a->len > b->len ? a : b, *shorter = a->len > b->len ? b : a;
  gsize more = longer->len - shorter->len;
  gboolean starts, ends;

  if (shorter->len < TITLE_BYTES_MIN)
    return FALSE;
  starts = strncmp (longer->str, shorter->str, shorter->len) == 0;
  ends = shorter->len >= more /* else it may be the house's name */ && strcmp (longer->str + more, shorter->str) == 0;
  if (more == 0)
    return starts;
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    {
      gsize length = strlen (SIGNS[i]);

      if (starts && g_str_has_prefix (longer->str + shorter->len, SIGNS[i]))
        return TRUE;
      if (ends && more > length && strncmp (longer->str + more - length, SIGNS[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether two bytes may fold to the same; of any but letters and figures it takes a closer look. */
static gboolean
may_be_alike (char a, char b)
{
  return !g_ascii_isalnum (a) || !g_ascii_isalnum (b) || g_ascii_tolower (a) == g_ascii_tolower (b);
}

/* What stays at a title's end when it is folded. */
static gboolean
is_kept (char c)
{
  return g_ascii_isalnum (c) || c == '?' || c == '!' || c == ':' || c == ')';
}

/* Whether a block may be the same title, by the first or the last two letters of both. Both have three bytes or more. */
static gboolean
may_be_same (BsSpan block, BsSpan title)
{
  const char *end = block.start + block.length, *title_end = title.start + title.length;

  if (!g_ascii_isalnum (block.start[0]) || !g_ascii_isalnum (title.start[0])
      || (may_be_alike (block.start[0], title.start[0]) && may_be_alike (block.start[1], title.start[1])))
    return TRUE;
  end -= end[-1] == '.';
  title_end -= title_end[-1] == '.';
  if (!is_kept (end[-1]) || !is_kept (title_end[-1]))
    return TRUE;
  return g_ascii_tolower (end[-1]) == g_ascii_tolower (title_end[-1]) && may_be_alike (end[-2], title_end[-2]);
}

static gboolean
mark_all (GArray *blocks, BsSpan text, BsSpan title, GString *folded)
{
  g_autoptr (GString) wanted = NULL;
  BsRawBlock *block = (BsRawBlock *) (gpointer) blocks->data;
  gboolean found = FALSE;
  guint paragraphs = 0;

  if (title.length < TITLE_BYTES_MIN)
    return FALSE;
  for (guint i = 0; i < MIN (blocks->len, LOOK_AT) && paragraphs < 3; i++)
    {
      BsSpan bytes = bs_span (text.start + block[i].start, block[i].length);

      paragraphs += block[i].look.words >= 15 && (block[i].look.flags & BS_LOOK_STOP);
      if (block[i].aside == BS_ASIDE_TITLE || bytes.length < TITLE_BYTES_MIN
          || bytes.length > TITLE_BYTES_MAX + title.length || block[i].look.words < TITLE_WORDS_MIN
          || !may_be_same (bytes, title))
        continue;
      if (wanted == NULL)
        {
          wanted = g_string_new (NULL);
          fold_title (wanted, title);
        }
      fold_title (folded, bytes);
      if (!is_same_title (folded, wanted))
        continue;
      bs_decide (&block[i], BS_ASIDE_TITLE, "repeats the title");
      found = TRUE;
    }
  return found;
}

gboolean
bs_headline_repeated (GArray *blocks, BsSpan text, const char *title, GString *folded)
{
  return title != NULL && mark_all (blocks, text, bs_span_of (title), folded);
}

guint
bs_headline_places (const BsPage *page, const char *title, guint *places, guint max)
{
  g_autoptr (GString) wanted = NULL;
  guint first = 0, n = 0;

  if (title == NULL || *title == '\0')
    {
      if (page->n == 0 || page->block[0].length > TITLE_BYTES_MAX || page->block[0].look.words < PLACE_WORDS_MIN)
        return 0;
      first = 1;
    }
  wanted = g_string_new (NULL);
  fold_title (wanted, first == 1 ? bs_page_bytes (page, 0) : bs_span_of (title));
  for (guint i = first; i < page->n && n < max; i++)
    {
      if (page->block[i].length < TITLE_BYTES_MIN || page->block[i].length > wanted->len + TITLE_BYTES_MAX / 3
          || page->block[i].look.words < PLACE_WORDS_MIN)
        continue;
      fold_title (page->folded, bs_page_bytes (page, i));
      if (is_same_title (page->folded, wanted))
        places[n++] = i;
    }
  return n;
}

/* What repeats the headline that was found, with the house's name behind it or not, is the same. */
static void
mark_repeated (GArray *blocks, BsSpan text, guint headline, GString *folded)
{
  const BsRawBlock *block = &g_array_index (blocks, BsRawBlock, headline);

  mark_all (blocks, text, bs_span (text.start + block->start, block->length), folded);
}

/* A headline that scores as prose, or a question that scores as a sentence, at the start of the article. */
static guint
behind_headlines (const BsRawBlock *block, guint start, guint end, gboolean known)
{
  guint i = start;

  while (i + 1 < end && i < start + DECKS_MAX && (block[i].aside != BS_KEPT || could_be_title (block, i, known)))
    i++;
  return i;
}

/* Whether the candidate stands under the headline rather than is it: two stand together, or it is the longer one. */
static gboolean
is_deck (const BsRawBlock *block, const guint *row, guint n, guint i)
{
  if (i + 1 >= n || row[i + 1] + 1 != row[i] || block[row[i + 1]].look.words < HEADLINE_WORDS)
    return FALSE;
  return i + 2 >= n || row[i + 2] + 1 != row[i + 1] || block[row[i + 1]].look.words < block[row[i]].look.words;
}

/* Lines of eight words or more that stand under a headline: sub-headings. */
static void
mark_decks (BsRawBlock *block, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (bs_is_open (&block[i]) && block[i].look.words >= BARRED_WORDS && could_be_title (block, i, FALSE))
      bs_decide (&block[i], BS_ASIDE_SUBHEAD, "between the title and the first paragraph");
}

/* The same of those between the title, where it stands above the article's first paragraph, and that. */
static void
mark_decks_of_repeated (BsRawBlock *block, guint start, guint end)
{
  guint first = behind_headlines (block, start, end, FALSE), title = first;

  while (title > 0 && first - title < LOOK_BACK && block[title - 1].aside != BS_ASIDE_TITLE)
    title--;
  if (title > 0 && block[title - 1].aside == BS_ASIDE_TITLE)
    mark_decks (block, title, first);
}

void
bs_headline_find (GArray *blocks, guint start, guint end, BsSpan text, const char *title, GString *folded)
{
  BsRawBlock *block = (BsRawBlock *) (gpointer) blocks->data;
  gboolean known = title != NULL && *title != '\0';
  guint row[ROW_MAX], n = 0, headline, seen = 0, below = 0;
  gboolean signed_below = FALSE;

  if (start == end)
    return;
  if (bs_headline_repeated (blocks, text, title, folded))
    {
      mark_decks_of_repeated (block, start, end);
      return;
    }
  for (guint i = behind_headlines (block, start, end, known); i > 0 && n < ROW_MAX && seen < LOOK_BACK; i--, seen++)
    if (block[i - 1].aside == BS_ASIDE_BYLINE && !signed_below)
      {
        signed_below = TRUE;
        below = n;
      }
    else if (could_be_title (block, i - 1, known))
      row[n++] = i - 1;
    else if (block[i - 1].aside == BS_KEPT && block[i - 1].look.words >= BARRED_WORDS
             && (block[i - 1].look.flags & BS_LOOK_STOP))
      break;
  if (n == 0)
    return;
  headline = below < n ? below : 0;
  while (headline + 1 < n && block[row[headline]].look.words < HEADLINE_WORDS)
    headline++;
  if (block[row[headline]].look.words < HEADLINE_WORDS)
    headline = below < n ? below : 0;
  if (is_deck (block, row, n, headline))
    headline++;
  bs_decide (&block[row[headline]], BS_ASIDE_TITLE, "the line above the first paragraph");
  for (guint j = 0; j < headline; j++)
    bs_decide (&block[row[j]], BS_ASIDE_SUBHEAD, "between the title and the first paragraph");
  mark_repeated (blocks, text, row[headline], folded);
}

void
bs_headline_place (GArray *blocks, guint place, guint start, guint end, BsSpan text, GString *folded)
{
  BsRawBlock *block = (BsRawBlock *) (gpointer) blocks->data;

  bs_decide (&block[place], BS_ASIDE_TITLE, "repeats the title");
  mark_decks (block, place + 1, behind_headlines (block, start, end, FALSE));
  mark_repeated (blocks, text, place, folded);
}
