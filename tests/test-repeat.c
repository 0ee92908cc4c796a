/* What repeats in an outlet: when it does, that copies do not make it so, and what is set aside of it. */
#include "clean/repeat-internal.h"

#include "clean/clean.h"

/* ---- Outlets made of sentences ------------------------------------------------------------------------------------ */

/* A paragraph that stands nowhere else. */
static char *
paragraph (guint article, guint n)
{
  return g_strdup_printf ("In paragraph %u of story %u the keeper of lighthouse %u wrote what the sea did that night.",
                          n, article, article * 1000 + n);
}

/* An article of `n` paragraphs of its own between what `before` and `after` say. */
static char *
article_text (guint number, guint n, const char *before, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *own = paragraph (number, i);

      g_string_append_printf (text, "%s\n\n", own);
    }
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static void
learn (BsRepeats *repeats, const char *outlet, const char *id, const char *text)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean_lines (cleaned, bs_span_of (text), &(BsCleanOptions){ .outlet = outlet });
  bs_repeats_learn (repeats, outlet, id, (const guint64 *) (gconstpointer) cleaned->lines->data, cleaned->lines->len);
}

static void
learn_number (BsRepeats *repeats, guint number, guint n, const char *before, const char *after)
{
  g_autofree char *id = g_strdup_printf ("%u.txt", number);
  g_autofree char *text = article_text (number, n, before, after);

  learn (repeats, "paper", id, text);
}

static guint
found (const BsRepeats *repeats, const char *block)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  BsLook look;

  bs_look_at (&look, bs_span_of (block));
  return bs_repeats_find (repeats, "paper",
                          bs_repeat_hash (bs_span_of (block), bs_repeat_is_paragraph (&look), folded));
}

static gboolean
write_down (gpointer data, const char *outlet, guint64 line, guint articles, const char *text, GError **error)
{
  g_string_append_printf (data, "%s %" G_GINT64_MODIFIER "x %u %s\n", outlet, line, articles, text != NULL ? text : "");
  return TRUE;
}

static char *
all_of (const BsRepeats *repeats)
{
  GString *all = g_string_new (NULL);

  g_assert_true (bs_repeats_each (repeats, write_down, all, NULL));
  return g_string_free (all, FALSE);
}

/* ---- Hashes ------------------------------------------------------------------------------------------------------- */

static guint64
hash (const char *block, gboolean is_paragraph)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  return bs_repeat_hash (bs_span_of (block), is_paragraph, folded);
}

static void
test_hash (void)
{
  static const char longer[] = "A line that is longer than a vector is, with a  double blank behind that.";

  g_assert_cmpuint (hash ("6 years ago", FALSE), ==, hash ("12  years\nago", FALSE));
  g_assert_cmpuint (hash ("Comments (3)", FALSE), ==, hash ("Comments (1204)", FALSE));
  g_assert_cmpuint (hash ("Comments", FALSE), !=, hash ("comments", FALSE));
  /* three words with a number are a headline as well as a label */
  g_assert_cmpuint (hash ("Harbour 1 is full", FALSE), !=, hash ("Harbour 2 is full", FALSE));
  g_assert_cmpuint (hash ("Ferries 1", TRUE), !=, hash ("Ferries 2", TRUE));
  g_assert_cmpuint (hash ("Ferries", TRUE) & 1, ==, 1);
  g_assert_cmpuint (hash ("Ferries", FALSE) & 1, ==, 0);
  g_assert_cmpuint (hash (longer, TRUE), ==,
                    hash ("A line that is\nlonger than a vector\tis, with a double blank behind that.", TRUE));
  /* the same on every machine and in every release that opens these stores */
  g_assert_cmphex (hash ("Advertisement", FALSE), ==, G_GUINT64_CONSTANT (0xcd52e0a2e585bbee));
}

static void
test_needed (void)
{
  g_assert_cmpuint (bs_repeats_needed (2, FALSE), ==, 2);
  g_assert_cmpuint (bs_repeats_needed (16, FALSE), ==, 2);
  g_assert_cmpuint (bs_repeats_needed (17, FALSE), ==, 3);
  g_assert_cmpuint (bs_repeats_needed (10000, FALSE), ==, 50);
  g_assert_cmpuint (bs_repeats_needed (G_MAXUINT, FALSE), ==, 32768);
  g_assert_cmpuint (bs_repeats_needed (2, TRUE), ==, 2);
  g_assert_cmpuint (bs_repeats_needed (3, TRUE), ==, 3);
  g_assert_cmpuint (bs_repeats_needed (36, TRUE), ==, 3);
  g_assert_cmpuint (bs_repeats_needed (37, TRUE), ==, 4);
  g_assert_cmpuint (bs_repeats_needed (10000, TRUE), ==, 50);
}

/* ---- Who has a voice ---------------------------------------------------------------------------------------------- */

#define PROMO "Subscribe to the weekly letter from the harbour and never miss a ferry again."
#define LABEL "Harbour Gazette"

static void
test_furniture_of_an_outlet (void)
{
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  g_autofree char *own = paragraph (3, 1);

  for (guint i = 0; i < 40; i++)
    learn_number (repeats, i, 4, i % 2 == 0 ? LABEL "\n\n" : "", i < 4 ? PROMO : i < 7 ? "A lamp burns here." : "");
  learn (repeats, "other paper", "1", "Harbour Gazette\n\n" PROMO);
  g_assert_true (bs_repeats_conclude (repeats, NULL));
  g_assert_cmpuint (found (repeats, LABEL), ==, 20);
  g_assert_cmpuint (found (repeats, PROMO), ==, 4);
  g_assert_cmpuint (found (repeats, "A lamp burns here."), ==, 0); /* three times in forty articles is chance */
  g_assert_cmpuint (found (repeats, own), ==, 0);
  g_assert_cmpuint (bs_repeats_find (repeats, "other paper", hash (LABEL, FALSE)), ==, 0);
  g_assert_cmpuint (bs_repeats_find (repeats, "no paper", hash (LABEL, FALSE)), ==, 0);
}

/* A story that stands there six times, once of them cut and once with two other paragraphs. */
static void
learn_copies (BsRepeats *repeats)
{
  g_autofree char *whole = article_text (77, 10, LABEL "\n\n", PROMO);
  g_autofree char *cut = article_text (77, 6, LABEL "\n\n", PROMO);
  g_autofree char *start = article_text (77, 8, LABEL "\n\n", "");
  g_autofree char *edited = article_text (78, 2, start, PROMO);

  learn (repeats, "paper", "a", whole);
  learn (repeats, "paper", "b", whole);
  learn (repeats, "paper", "c", cut);
  learn (repeats, "paper", "d", edited);
  learn (repeats, "paper", "e", whole);
  learn (repeats, "paper", "f", whole);
}

static void
test_copies_have_one_voice (void)
{
  for (guint others = 0; others < 60; others += 3)
    {
      g_autoptr (BsRepeats) repeats = bs_repeats_new ();

      learn_copies (repeats);
      for (guint i = 0; i < others; i++)
        learn_number (repeats, i, 5, LABEL "\n\n", PROMO);
      g_assert_true (bs_repeats_conclude (repeats, NULL));
      for (guint i = 0; i < 10; i++)
        {
          g_autofree char *own = paragraph (77, i);

          g_assert_cmpuint (found (repeats, own), ==, 0);
        }
      g_assert_cmpuint (found (repeats, PROMO), ==, others > 0 ? others + 6 : 0);
      g_assert_cmpuint (found (repeats, LABEL), ==, others > 0 ? others + 6 : 0);
    }
}

/* Short articles with more boilerplate than text of their own are no copies of each other. */
static void
test_boilerplate_makes_no_copies (void)
{
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  g_autofree char *boilerplate = article_text (99, 4, "", "");

  for (guint i = 0; i < 60; i++)
    learn_number (repeats, i, 1, "", boilerplate);
  g_assert_true (bs_repeats_conclude (repeats, NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *line = paragraph (99, i);

      g_assert_cmpuint (found (repeats, line), ==, 60);
    }
}

static void
test_order_means_nothing (void)
{
  g_autoptr (BsRepeats) forth = bs_repeats_new ();
  g_autoptr (BsRepeats) back = bs_repeats_new ();
  g_autofree char *one = NULL, *two = NULL;

  for (guint i = 0; i < 50; i++)
    {
      learn_number (forth, i, i % 7, LABEL "\n\n", i % 3 == 0 ? PROMO : "");
      learn_number (back, 49 - i, (49 - i) % 7, LABEL "\n\n", (49 - i) % 3 == 0 ? PROMO : "");
    }
  g_assert_true (bs_repeats_conclude (forth, NULL));
  g_assert_true (bs_repeats_conclude (back, NULL));
  one = all_of (forth);
  two = all_of (back);
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (one, !=, "");
}

/* Above the ceiling less is found, nothing else, and the same in any order. */
static void
test_ceiling (void)
{
  BsRepeats *repeats[3];
  char *all[3];
  guint n_found[3] = { 0, 0, 0 };

  for (guint k = 0; k < 3; k++)
    {
      repeats[k] = bs_repeats_new ();
      if (k > 0)
        bs_repeats_set_ceiling (repeats[k], 1000);
      for (guint i = 0; i < 400; i++)
        {
          guint number = k == 2 ? 399 - i : i;
          g_autofree char *label = g_strdup_printf ("%s\n\nSection %c%c\n\n", LABEL, 'A' + number % 20, 'a');

          learn_number (repeats[k], number, 10, label, "");
        }
      g_assert_true (bs_repeats_conclude (repeats[k], NULL));
      for (char c = 'A'; c < 'A' + 20; c++)
        {
          g_autofree char *label = g_strdup_printf ("Section %ca", c);

          n_found[k] += found (repeats[k], label) > 0;
        }
      all[k] = all_of (repeats[k]);
    }
  g_assert_cmpuint (found (repeats[0], LABEL), ==, 400);
  g_assert_cmpuint (found (repeats[1], LABEL), >=, 20);
  g_assert_cmpuint (found (repeats[1], LABEL), <=, 1000 / 12);
  g_assert_cmpuint (n_found[0], ==, 20);
  g_assert_cmpuint (n_found[1], <, 20);
  g_assert_cmpstr (all[1], ==, all[2]);
  for (guint k = 0; k < 3; k++)
    {
      bs_repeats_free (repeats[k]);
      g_free (all[k]);
    }
}

/* The same, however few lines are sorted at a time. */
static void
test_walks (void)
{
  static const gsize sorted[] = { BS_REPEAT_SORTED, 1000, 17, 1 };
  char *all[G_N_ELEMENTS (sorted)];

  for (guint k = 0; k < G_N_ELEMENTS (sorted); k++)
    {
      g_autoptr (BsRepeats) repeats = bs_repeats_new ();

      bs_repeats_set_sorted (repeats, sorted[k]);
      for (guint i = 0; i < 60; i++)
        {
          g_autofree char *label = g_strdup_printf ("%s\n\nSection %c%c\n\n", LABEL, 'A' + i % 20, 'a');

          learn_number (repeats, i, 10, label, i % 3 == 0 ? PROMO : "");
        }
      g_assert_true (bs_repeats_conclude (repeats, NULL));
      g_assert_cmpuint (found (repeats, LABEL), ==, 60);
      all[k] = all_of (repeats);
    }
  for (guint k = 1; k < G_N_ELEMENTS (sorted); k++)
    g_assert_cmpstr (all[k], ==, all[0]);
  for (guint k = 0; k < G_N_ELEMENTS (sorted); k++)
    g_free (all[k]);
}

static void
test_digest (void)
{
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  guint64 lines[] = { hash (LABEL, FALSE), hash (PROMO, TRUE) }, both[2];
  char none[17], one[17], two[17];

  for (guint i = 0; i < 9; i++)
    learn_number (repeats, i, 3, LABEL "\n\n", PROMO);
  g_assert_true (bs_repeats_conclude (repeats, NULL));
  both[0] = MIN (lines[0], lines[1]);
  both[1] = MAX (lines[0], lines[1]);
  g_assert_cmpstr (bs_repeats_digest (repeats, "paper", (guint64[]){ 12, 14 }, 2, FALSE, none), ==, "");
  bs_repeats_digest (repeats, "paper", both, 1, FALSE, one);
  bs_repeats_digest (repeats, "paper", both, 2, FALSE, two);
  g_assert_cmpuint (strlen (one), ==, 16);
  g_assert_cmpstr (one, !=, two);
  g_assert_cmpstr (bs_repeats_digest (repeats, "another", both, 2, FALSE, none), ==, "");
}

/* Where passages were asked, what half of the articles hold is told as well; else it is not. */
static void
test_digest_of_passages (void)
{
  guint64 line = hash (PROMO, TRUE);
  char *usual[2], *asked[2];

  for (guint k = 0; k < 2; k++)
    {
      g_autoptr (BsRepeats) repeats = bs_repeats_new ();
      char digest[17];

      for (guint i = 0; i < 9; i++)
        learn_number (repeats, i, 3, "", i < 4 + k ? PROMO : "");
      g_assert_true (bs_repeats_conclude (repeats, NULL));
      g_assert_cmpstr (bs_repeats_digest (repeats, "paper", &line, 0, TRUE, digest), ==, "");
      usual[k] = g_strdup (bs_repeats_digest (repeats, "paper", &line, 1, FALSE, digest));
      asked[k] = g_strdup (bs_repeats_digest (repeats, "paper", &line, 1, TRUE, digest));
      g_assert_cmpstr (usual[k], !=, asked[k]);
    }
  g_assert_cmpstr (usual[0], ==, usual[1]);
  g_assert_cmpstr (asked[0], !=, asked[1]);
  for (guint k = 0; k < 2; k++)
    {
      g_free (usual[k]);
      g_free (asked[k]);
    }
}

/* ---- What is set aside -------------------------------------------------------------------------------------------- */

static BsRepeats *
taught (const char *const *lines)
{
  BsRepeats *repeats = bs_repeats_new ();
  g_autofree char *joined = g_strjoinv ("\n\n", (char **) lines);

  for (guint i = 0; i < 12; i++)
    learn_number (repeats, i, 4, "", joined);
  g_assert_true (bs_repeats_conclude (repeats, NULL));
  return repeats;
}

/* The blocks of a text with their verdicts, "-" before what was set aside as repeated. */
static char *
judged (const BsRepeats *repeats, const char *text, guint without)
{
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();
  GString *all = g_string_new (NULL);

  without |= BS_STEP_FURNITURE | BS_STEP_CREDITS;
  bs_clean (cleaned, bs_span_of (text), &(BsCleanOptions){ .outlet = "paper", .repeats = repeats, .without = without });
  for (guint i = 0; i < cleaned->blocks->len; i++)
    {
      const BsBlock *block = &g_array_index (cleaned->blocks, BsBlock, i);
      const GString *in = block->aside == BS_KEPT ? cleaned->text : cleaned->aside_text;

      g_assert_true (block->aside == BS_KEPT || block->aside == BS_ASIDE_REPEATED);
      if (block->aside == BS_ASIDE_REPEATED)
        g_assert_cmpstr (block->reason, ==, "in many articles of this outlet");
      g_string_append_printf (all, "%s%.*s|", block->aside == BS_KEPT ? "" : "-", (int) MIN (block->length, 12),
                              in->str + block->start);
    }
  return g_string_free (all, FALSE);
}

#define OWN_1 "The mayor opened the new bridge over the river before a crowd on Saturday.\n\n"
#define OWN_2 "It had taken nine years and three contractors to build it in the end.\n\n"

static void
test_where_it_stands (void)
{
  static const char *const lines[] = { LABEL, PROMO, "What is next", "Our picks", "The archive", NULL };
  g_autoptr (BsRepeats) repeats = taught (lines);
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { LABEL "\n\n" OWN_1 OWN_2 PROMO, "-Harbour Gaze|The mayor op|It had taken|-Subscribe to|" },
    /* one or two inside are a sub-heading, a formula, a paragraph of background */
    { OWN_1 "What is next\n\n" OWN_2, "The mayor op|What is next|It had taken|" },
    { OWN_1 PROMO "\n\n" OWN_2, "The mayor op|Subscribe to|It had taken|" },
    { OWN_1 "Our picks\n\nThe archive\n\n" OWN_2, "The mayor op|Our picks|The archive|It had taken|" },
    /* three are the page's */
    { OWN_1 "Our picks\n\nThe archive\n\n" LABEL "\n\n" OWN_2,
      "The mayor op|-Our picks|-The archive|-Harbour Gaze|It had taken|" },
    /* what has nothing of its own keeps its paragraphs */
    { LABEL "\n\n" PROMO, "-Harbour Gaze|Subscribe to|" },
    { "Weather", "Weather|" },
    { LABEL "\n\nOur picks\n\nThe archive", "Harbour Gaze|Our picks|The archive|" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = judged (repeats, cases[i].text, 0);
      g_autofree char *without = judged (repeats, cases[i].text, BS_STEP_REPEATS);

      g_assert_cmpstr (got, ==, cases[i].expected);
      g_assert_null (strchr (without, '-'));
    }
}

/* With the other rules: what says of itself what it is keeps that verdict, and its field. */
static void
test_with_the_rules (void)
{
  static const char rights[] = "© 2019 Harbour Gazette. All rights reserved.";
  static const char *const lines[] = { LABEL, PROMO, rights, NULL };
  g_autoptr (BsRepeats) repeats = taught (lines);
  g_autofree char *text = g_strconcat (OWN_1, OWN_2, "An old ferryman stood there and wept for his fathers' trade."
                                                     "\n\nFor the harbour board the day was one of relief.\n\n",
                                       rights, NULL);
  g_autoptr (BsCleaned) cleaned = bs_cleaned_new ();

  bs_clean (cleaned, bs_span_of (text), &(BsCleanOptions){ .outlet = "paper", .repeats = repeats });
  g_assert_cmpuint (cleaned->blocks->len, ==, 5);
  g_assert_cmpint (g_array_index (cleaned->blocks, BsBlock, 4).aside, ==, BS_ASIDE_LEGAL);
  g_assert_nonnull (cleaned->rights);
}

/* The two reads see the same blocks. */
static void
test_both_reads_agree (void)
{
  static const char text[] = LABEL "\n\nA line that is  wrapped,\nand goes on here.\n\n" LABEL "\n\n- one\n- two\n";
  g_autoptr (BsRepeats) repeats = bs_repeats_new ();
  g_autoptr (BsCleaned) light = bs_cleaned_new ();
  g_autoptr (BsCleaned) whole = bs_cleaned_new ();
  BsCleanOptions options = { .outlet = "paper", .repeats = repeats };

  g_assert_true (bs_repeats_conclude (repeats, NULL));
  bs_clean_lines (light, bs_span_of (text), &options);
  bs_clean (whole, bs_span_of (text), &options);
  g_assert_cmpuint (light->lines->len, ==, 4);
  g_assert_cmpmem (light->lines->data, light->lines->len * 8, whole->lines->data, whole->lines->len * 8);
  for (guint i = 1; i < light->lines->len; i++)
    g_assert_cmpuint (g_array_index (light->lines, guint64, i - 1), <, g_array_index (light->lines, guint64, i));
  options.repeats = NULL;
  bs_clean (whole, bs_span_of (text), &options);
  g_assert_cmpuint (whole->lines->len, ==, 0);
}

/* Numbers of a label are 0, and a text ends between characters. */
static void
test_texts (void)
{
  g_autoptr (GString) wide = g_string_new ("x");
  const char *lines[] = { "3 days ago", NULL, NULL };
  g_autoptr (BsRepeats) repeats = NULL;
  g_autofree char *text = NULL, *all = NULL, *got = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (wide, "é");
  lines[1] = wide->str;
  repeats = taught (lines);
  text = g_strconcat (OWN_1 "28 days ago\n\n", wide->str, NULL);
  got = judged (repeats, text, 0);
  all = all_of (repeats);
  g_assert_nonnull (strstr (all, " 12 0 days ago\n"));
  g_assert_true (g_utf8_validate (all, -1, NULL));
  g_assert_cmpuint (strlen (strstr (all, "xé")), >=, 119);
  g_assert_cmpuint (strchr (strstr (all, "xé"), '\n') - strstr (all, "xé"), ==, 119);
}

/* A light look tells the same paragraphs as a whole one. */
static void
test_light_look (void)
{
  static const char *const pieces[]
      = { "ferry ", "Ferry\n", "– ", "12 ", "a", "é", "（渡", "船 ", "\"", ". ", "(see ", "www.example.org/", "$5 ", "  " };
  g_autoptr (GRand) random = g_rand_new_with_seed (4);

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) block = g_string_new ("x");
      BsLook whole, light;

      for (gint n = g_rand_int_range (random, 0, i % 100 == 0 ? 600 : 60); n > 0; n--)
        g_string_append (block, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
      g_strchomp (block->str);
      bs_look_at (&whole, bs_span_of (block->str));
      bs_look_lightly (&light, bs_span_of (block->str));
      g_assert_cmpint (bs_repeat_is_paragraph (&light), ==, bs_repeat_is_paragraph (&whole));
    }
}

/* Wherever its blanks stand, a text is folded to the same. */
static void
test_fold_anywhere (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    {
      g_autoptr (GString) plain = g_string_new ("x"), wide = g_string_new ("x");

      for (gint n = g_rand_int_range (random, 1, 40); n > 0; n--)
        {
          static const char *const gaps[] = { " ", "\n", "\t", "  ", " \n ", "\n\n", "   " };
          g_autofree char *word = g_strnfill ((gsize) g_rand_int_range (random, 1, 20), 'o');

          g_string_append_printf (plain, " %s", word);
          g_string_append_printf (wide, "%s%s", gaps[g_rand_int_range (random, 0, G_N_ELEMENTS (gaps))], word);
        }
      g_assert_cmpuint (bs_repeat_hash (bs_span (wide->str, wide->len), TRUE, folded), ==,
                        bs_repeat_hash (bs_span (plain->str, plain->len), TRUE, folded));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repeat/light-look", test_light_look);
  g_test_add_func ("/repeat/fold-anywhere", test_fold_anywhere);
  g_test_add_func ("/repeat/hash", test_hash);
  g_test_add_func ("/repeat/needed", test_needed);
  g_test_add_func ("/repeat/furniture-of-an-outlet", test_furniture_of_an_outlet);
  g_test_add_func ("/repeat/copies-have-one-voice", test_copies_have_one_voice);
  g_test_add_func ("/repeat/boilerplate-makes-no-copies", test_boilerplate_makes_no_copies);
  g_test_add_func ("/repeat/order-means-nothing", test_order_means_nothing);
  g_test_add_func ("/repeat/ceiling", test_ceiling);
  g_test_add_func ("/repeat/walks", test_walks);
  g_test_add_func ("/repeat/digest", test_digest);
  g_test_add_func ("/repeat/digest-of-passages", test_digest_of_passages);
  g_test_add_func ("/repeat/where-it-stands", test_where_it_stands);
  g_test_add_func ("/repeat/with-the-rules", test_with_the_rules);
  g_test_add_func ("/repeat/both-reads-agree", test_both_reads_agree);
  g_test_add_func ("/repeat/texts", test_texts);
  return g_test_run ();
}
