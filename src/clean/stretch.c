#include "clean/stretch.h"
#include "clean/phrase.h"

#define GAP_BLOCKS 14 /* of what a site puts into an article */
#define TOOLS_MAX 8   /* of a bar of buttons or a form */
#define TOOL_WORDS 3  /* that a label of these has, at most */
#define TOLD_WORDS 10 /* a sentence of a notice is shorter */
#define DETAILS_MIN 3
#define SALUTATION_BYTES 24
#define IN_A_ROW 2    /* paragraphs that are no teaser */
#define UNDER_LABEL 4 /* the same under a label: one that is not the article's stands above few */

static gboolean
is_full (const BsRawBlock *block)
{
  return block->aside == BS_KEPT && bs_is_paragraph (block) && !bs_has (block, BS_LOOK_BULLET)
         && ((bs_has (block, BS_LOOK_STOP) && !bs_has (block, BS_LOOK_TRAILING)) || bs_has (block, BS_LOOK_LONG));
}

/* Another article begins, or what is none: somebody signs, or a teaser stands there. */
static gboolean
is_border (const BsRawBlock *block)
{
  return block->aside == BS_ASIDE_BYLINE || block->aside == BS_ASIDE_COMMENT || block->aside == BS_ASIDE_CREDIT
         || block->aside == BS_ASIDE_TITLE || (block->aside == BS_KEPT && bs_is_paragraph (block));
}

/* Of a bar of buttons or a form. */
static gboolean
is_tool (const BsRawBlock *block)
{
  return bs_is_of_site (block) || bs_is_figures (block)
         || (bs_is_plain_label (block) && block->look.words <= TOOL_WORDS);
}

/* "1.2k shares" is told by its figure. */
static gboolean
is_named (const BsRawBlock *block)
{
  return bs_is_of_site (block) || block->aside == BS_ASIDE_TICKER || (is_tool (block) && block->look.digits > 0);
}

/* Whether one of its words is "you" or its like in French, Spanish, Portuguese, Italian and Dutch. */
static gboolean
speaks_to_reader (const BsPage *page, guint i)
{
  static const char *const WORDS[] = { " you ", " your ", " vous ", " votre ", " vos ", " usted ", " tu ", " tus ",
                                       " voi ", " tuo ", " tua ", " você ", " seu ", " sua ", " jouw ", " uw " };

  bs_phrase_fold_within (page->folded, bs_page_bytes (page, i), page->text_end);
  for (guint j = 0; j < G_N_ELEMENTS (WORDS); j++)
    if (strstr (page->folded->str, WORDS[j]) != NULL || g_str_has_prefix (page->folded->str, WORDS[j] + 1))
      return TRUE;
  return FALSE;
}

/* Something, and to nobody: a notice speaks to its reader. */
static gboolean
tells (const BsPage *page, guint i)
{
  return page->block[i].look.words >= TOLD_WORDS && !speaks_to_reader (page, i);
}

/* "Best for: families", "60 g butter", "2. Great Ram" */
static gboolean
is_detail (const BsPage *page, guint i)
{
  const BsRawBlock *block = &page->block[i];
  BsSpan bytes = bs_page_bytes (page, i);

  return bs_is_open (block) && !bs_is_paragraph (block) && block->look.letters > 0
         && (g_ascii_isdigit (*bytes.start) || g_strstr_len (bytes.start, (gssize) bytes.length, ": ") != NULL);
}

/* Half of the lines or more are details, whatever the site put among them. */
static gboolean
are_details (const BsPage *page, guint from, guint to)
{
  guint details = 0, lines = 0;

  for (guint i = from; i < to; i++)
    {
      details += is_detail (page, i);
      lines += !bs_is_of_site (&page->block[i]);
    }
  return details >= DETAILS_MIN && details * 2 >= lines;
}

/* Bytes of "Sir, –", "Madam: —" at the start of a letter to the editor; 0 where there is none. */
static gsize
salutation_of (BsSpan bytes)
{
  gsize most = MIN (bytes.length, SALUTATION_BYTES), length = 0;

  while (length < most && bytes.start[length] != ',' && bytes.start[length] != ':')
    length++;
  length++;
  if (length + 4 > most || bytes.start[length] != ' ')
    return 0;
  return bytes.start[length + 1] == '-' || memcmp (bytes.start + length + 1, "\xe2\x80", 2) == 0 ? length + 2 : 0;
}

/* Two letters to the editor. */
static gboolean
are_letters (const BsPage *page, guint a, guint b)
{
  BsSpan first = bs_page_bytes (page, a), second = bs_page_bytes (page, b);
  gsize length = salutation_of (first);

  return length > 0 && length == salutation_of (second) && memcmp (first.start, second.start, length) == 0;
}

/* How many paragraphs in a row have to tell something, so that what is between, from block `from` to before `to`, does
 * not announce another text. */
static guint
wanted (const BsPage *page, guint from, guint to)
{
  if (!is_named (&page->block[to - 1]))
    return UNDER_LABEL;
  for (guint i = from; i < to; i++)
    if (to - from > TOOLS_MAX || !is_tool (&page->block[i]))
      return IN_A_ROW;
  return 1;
}

/* Behind what stands between block `from` and the next paragraph; `from` where that is too much, or no such thing. */
static guint
behind_gap (const BsPage *page, guint from)
{
  for (guint i = from, n = 0; i < page->n && n <= GAP_BLOCKS; i++)
    if (is_full (&page->block[i]))
      return i;
    else if (is_border (&page->block[i]))
      break;
    else
      n += !is_detail (page, i);
  return from;
}

static guint
before_gap (const BsPage *page, guint to)
{
  for (guint i = to, n = 0; i > 0 && n <= GAP_BLOCKS; i--)
    if (is_full (&page->block[i - 1]))
      return i;
    else if (is_border (&page->block[i - 1]))
      break;
    else
      n += !is_detail (page, i - 1);
  return to;
}

/* Whether `told` paragraphs, on one side of the blocks from `from` to before `to`, and the run on the other are one. */
static gboolean
are_one (const BsPage *page, guint from, guint to, guint told)
{
  return (to - from <= GAP_BLOCKS && told >= wanted (page, from, to)) || are_details (page, from, to)
         || are_letters (page, from - 1, to);
}

/* The labels between two parts of an article, but for a sub-heading of the second. */
static void
set_aside (BsPage *page, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (bs_is_open (&page->block[i]) && (i + 1 < to || is_named (&page->block[i]) || bs_is_told (page, i)))
      bs_decide (&page->block[i], bs_is_figures (&page->block[i]) ? BS_ASIDE_TICKER : BS_ASIDE_NAVIGATION,
                 "between two parts of the article");
}

/* Between two full paragraphs of a stretch. */
static gboolean
goes_on (const BsRawBlock *block)
{
  return block->aside == BS_ASIDE_CAPTION
         || (block->aside == BS_KEPT
             && (bs_has (block, BS_LOOK_STOP) || (bs_is_paragraph (block) && !bs_has (block, BS_LOOK_TRAILING))));
}

static gboolean
stretch_behind (BsPage *page, guint *end)
{
  guint from = behind_gap (page, *end), to = from, told = 0;

  if (from == *end)
    return FALSE;
  for (guint i = from; i < page->n; i++)
    if (is_full (&page->block[i]))
      {
        to = i + 1;
        told += tells (page, i);
      }
    else if (!goes_on (&page->block[i]))
      break;
  if (!are_one (page, *end, from, told))
    return FALSE;
  set_aside (page, *end, from);
  *end = to;
  return TRUE;
}

/* The same above: below a headline, which teasers in a row have not. */
static gboolean
stretch_before (BsPage *page, guint *start)
{
  guint to = before_gap (page, *start), from = to, told = 0;

  if (to == *start)
    return FALSE;
  for (; from > 0 && is_full (&page->block[from - 1]); from--)
    told += tells (page, from - 1);
  if (from == 0 || !bs_is_plain_label (&page->block[from - 1]) || !are_one (page, to, *start, told))
    return FALSE;
  set_aside (page, to, *start);
  *start = from;
  return TRUE;
}

void
bs_stretch_run (BsPage *page, guint *start, guint *end, gboolean below_title)
{
  while (stretch_behind (page, end))
    ;
  while (!below_title && stretch_before (page, start))
    ;
}
