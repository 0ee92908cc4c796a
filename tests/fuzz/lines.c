/* Whatever is asked of one block: what is found stands inside it, and cheap questions let through what dear ones find.
 * The first byte says whether the block stands at an edge.
 *
 * about: src/clean/agency.c src/clean/time-line.c src/clean/dateline.c src/clean/byline.c src/clean/promo.c
 * about: src/clean/comment.c src/clean/sign-off.c src/clean/origin.c src/clean/origin-name.c
 * about: src/clean/origin-abroad.c src/clean/origin-part.c src/clean/credit.c src/clean/look.c
 * about: src/clean/line-figures.c src/lexicon/address.c
 * max_len: 512 */
#include "../origin-careful.h"
#include "clean/agency.h"
#include "clean/byline.h"
#include "clean/credit.h"
#include "clean/dateline.h"
#include "clean/line-figures.h"
#include "clean/promo.h"
#include "clean/redundancy.h"
#include "clean/sign-off.h"
#include "clean/time-line.h"
#include "filters.h"
#include "fuzz-help.h"

static GString *folded;

static gboolean
is_inside (BsSpan part, BsSpan whole)
{
  return part.length == 0
         || (part.start >= whole.start && part.start + part.length <= whole.start + whole.length);
}

static void
assert_look (BsSpan block, BsLook *look)
{
  BsLook light;

  bs_look_at (look, block);
  bs_look_lightly (&light, block);
  g_assert_cmpuint (look->letters + look->digits, <=, MIN (block.length, BS_LOOK_SAMPLE));
  g_assert_cmpuint (bs_look_bullet (block), <=, block.length);
  g_assert_cmpuint (bs_look_ends (block) & ~(guint) look->flags & ~(guint) BS_LOOK_LONG, ==, 0);
  if (look->flags & BS_LOOK_LONG)
    g_assert_true ((light.flags & BS_LOOK_LONG) != 0);
  else if (light.words < BS_LOOK_MANY)
    g_assert_cmpmem (&light, sizeof light, look, sizeof *look);
  else
    g_assert_cmpuint (look->words, >=, BS_LOOK_MANY);
}

static void
assert_credits (BsSpan block, const BsLook *look, gboolean edge)
{
  BsSpan bare = bs_byline_undressed (block), name = bs_byline_name (block);
  BsDateline dateline = { 0 };
  const char *reason = NULL;
  BsAside aside;

  g_assert_true (is_inside (bare, block));
  g_assert_true (is_inside (name, block));
  g_assert_true (is_inside (bs_byline_tidied (block), block));
  if (bare.length > 0)
    {
      bs_is_byline (bare, look);
      fuzz_filter_byline (bare);
    }
  bs_is_post (block, look);
  bs_is_handle (block, look);
  if (bs_dateline_find (block, &dateline))
    {
      g_assert_cmpuint (dateline.length, <=, block.length);
      g_assert_true (is_inside (dateline.place, block));
      g_assert_true (is_inside (dateline.agency, block));
      g_assert_true (dateline.length == block.length || ((guchar) block.start[dateline.length] & 0xc0) != 0x80);
    }
  aside = bs_credit_find (block, look, edge, folded, &reason);
  g_assert_true (aside == BS_KEPT || reason != NULL);
  bs_agency_within (folded->str, block);
  bs_agency_of_rights (block);
  g_assert_true (is_inside (bs_agency_distributed (block), block));
  g_assert_cmpuint (bs_sign_off_find (block, &reason), <=, block.length);
}

static void
assert_origin (BsSpan block, const char *whole)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  gsize tail = bs_origin_tail (block, scratch), head = bs_origin_head (block, scratch);

  g_assert_cmpuint (tail, ==, careful_tail (whole, scratch));
  g_assert_cmpuint (tail, <=, block.length);
  g_assert_cmpuint (head, <=, block.length);
  if (bs_is_origin (folded->str))
    {
      g_assert_true (bs_origin_may_start (folded->str));
      g_assert_true (is_inside (bs_origin_name (folded->str, block), block));
    }
}

static void
assert_figures (BsSpan block)
{
  static GArray *words;
  BsLineFigures figures;

  if (words == NULL)
    words = g_array_new (FALSE, FALSE, sizeof (BsHashedWord));
  g_array_set_size (words, 0);
  bs_line_figures (&figures, block, TRUE, words, 1000);
  g_assert_cmpuint (figures.value[BS_LINE_WORDS], ==, words->len);
  g_assert_cmpuint (figures.value[BS_LINE_CHARS], <=, (guint64) g_utf8_strlen (block.start, (gssize) block.length));
  g_assert_cmpuint (figures.value[BS_LINE_SYMBOLS], <=, figures.value[BS_LINE_WORDS]);
  g_assert_cmpuint (figures.value[BS_LINE_WITH_LETTERS], <=, figures.value[BS_LINE_WORDS]);
  g_assert_cmpuint (bs_line_stop_words (&figures), <=, 8);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  gboolean edge = (fuzz_byte (&bytes) & 1) != 0;
  g_autofree char *valid = fuzz_text (fuzz_rest (&bytes));
  g_autofree char *copy = NULL;
  BsSpan block;
  BsLook look;

  for (char *at = valid; *at != '\0'; at++) /* as cleaned text has none of these */
    if ((guchar) *at < ' ' && *at != '\n' && *at != '\t')
      *at = ' ';
  g_strstrip (valid);
  if (*valid == '\0')
    return 0;
  if (folded == NULL)
    folded = g_string_new (NULL);
  copy = fuzz_copy (bs_span_of (valid));
  block = bs_span (copy, strlen (valid));
  assert_look (block, &look);
  bs_phrase_fold (folded, block);
  bs_is_time_line (folded->str);
  bs_is_promo (block, &look, folded);
  fuzz_filter_promo (folded);
  assert_credits (block, &look, edge);
  assert_origin (block, valid);
  assert_figures (block);
  fuzz_filter_comment (block, &look, folded);
  return 0;
}
