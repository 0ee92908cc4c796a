/* A comparison of three papers from the store to its figures, against R 4.2.2.
 *
 * d <- expand.grid(i = 1:20, o = 0:2)
 * d$v <- 8 + d$o + ((d$i * 7 + d$o * 5) %% 11) / 4
 * d$v[(d$i + d$o) %% 9 == 0] <- NA
 * d$byline <- d$i %% 4; d$event <- d$i %/% 2; d$words <- 200 + (d$i * 13 + d$o * 40) %% 170
 * s <- split(d$v, d$o)
 */
#include "report/compare-page.h"

#include "store-help.h"

static BsMeasureRef
measure (const char *id)
{
  BsMeasureRef ref;

  g_assert_true (bs_measure_find (id, &ref, NULL));
  return ref;
}

/* Papers "o0" to "o2" of 20 articles; the measure ari holds v, and flesch_en 100 - v. */
static BsStore *
store_of_papers (char **path)
{
  BsStore *store;

  *path = new_store_path ();
  store = open_store (*path, BS_STORE_WRITE);
  begin (store);
  for (guint o = 0; o < 3; o++)
    for (guint i = 1; i <= 20; i++)
      {
        char outlet[] = { 'o', (char) ('0' + o), '\0' };
        g_autofree char *id = g_strdup_printf ("%02u", i);
        g_autofree char *text = g_strdup_printf ("one%u two%u three", o, i);

        put_text (store, outlet, id, text, FALSE);
      }
  settle_and_commit (store);
  bs_store_close (store);
  store = open_store (*path, BS_STORE_READ);
  hold_articles (*path);
  change_behind (*path,
                 "UPDATE articles SET ari = 8 + substr(outlet, 2) + ((id * 7 + substr(outlet, 2) * 5) % 11) / 4.0,"
                 " byline = 'by ' || (id % 4), words = 200 + (id * 13 + substr(outlet, 2) * 40) % 170,"
                 " day = printf('2024-%02d-01', 1 + id % 2);"
                 "UPDATE articles SET ari = NULL WHERE (id + substr(outlet, 2)) % 9 = 0;"
                 "UPDATE articles SET flesch_en = 100 - ari;"
                 "INSERT INTO fields SELECT article, 'event', id / 2 FROM articles;"
                 "INSERT INTO fields SELECT article, 'desk', max(id * 7 % 11, 6) FROM articles;");
  return store;
}

static BsCompareOptions
options_for (const BsMeasureRef *refs, guint n)
{
  return (BsCompareOptions){ .refs = refs, .n_refs = n, .least = 5, .resamples = 200, .seed = 1, .threads = 2,
                             .parts = G_MAXUINT };
}

typedef struct {
  BsCompareData *data;
  BsCompared *compared;
} Comparison;

static Comparison
compare (BsStore *store, const BsCompareOptions *options)
{
  g_autoptr (GError) error = NULL;
  Comparison c = { bs_compare_gather (store, options, &error), NULL };

  g_assert_no_error (error);
  c.compared = bs_compare_run (c.data);
  return c;
}

static void
comparison_clear (Comparison *c)
{
  bs_compared_free (c->compared);
  bs_compare_data_free (c->data);
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * MAX (1, fabs (b)));
}

static const BsComparePair *
pair_at (const Comparison *c, guint i)
{
  return &g_array_index (c->compared->measures[0].pairs, BsComparePair, i);
}

/* kruskal.test(v ~ o, d)$statistic; oneway.test(v ~ o, d)$statistic; fligner.test(v ~ o, d)$statistic
 * p <- sapply(list(c(1,2), c(1,3), c(2,3)), function(k) wilcox.test(s[[k[1]]], s[[k[2]]], exact = FALSE)$p.value)
 * p.adjust(p, "holm"); p.adjust(p, "BH") */
static void
test_outlets (void)
{
  static const double holm[] = { 6.0730570277705486e-03, 8.8132504163303535e-06, 2.7070968757681225e-03 };
  static const double bh[] = { 6.0730570277705486e-03, 8.8132504163303535e-06, 2.0303226568260920e-03 };
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef refs[] = { measure ("ari"), measure ("flesch_en") };
  BsCompareOptions options = options_for (refs, 2);
  Comparison c = compare (store, &options);
  const BsCompareMeasure *ari = &c.compared->measures[0];

  g_assert_cmpuint (c.data->groups->len, ==, 3);
  g_assert_cmpuint (bs_compare_group (c.data, 1)->n, ==, 20);
  g_assert_cmpstr (bs_compare_group (c.data, 1)->first_day, ==, "2024-01-01");
  g_assert_cmpstr (bs_compare_group (c.data, 1)->last_day, ==, "2024-02-01");
  g_assert_cmpuint (ari->figures[0].summary.missing, ==, 2);
  assert_near (ari->figures[0].summary.median, 9.375);
  assert_near (ari->figures[2].summary.median, 11.375);
  assert_near (ari->omnibus.kruskal.statistic, 26.517575409731524);
  assert_near (ari->omnibus.welch.statistic, 26.527646200148716);
  assert_near (ari->omnibus.fligner.statistic, 0.19391451873827448);
  g_assert_cmpuint (ari->pairs->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      assert_near (pair_at (&c, i)->mann_whitney_holm, holm[i]);
      assert_near (pair_at (&c, i)->mann_whitney_bh, bh[i]);
    }
  /* the same values turned around say the same, and six comparisons are corrected together */
  assert_near (g_array_index (c.compared->measures[1].pairs, BsComparePair, 0).delta.estimate,
               -pair_at (&c, 0)->delta.estimate);
  assert_near (pair_at (&c, 1)->mann_whitney_holm_all, 6 * 2.9377501387767845e-06);
  comparison_clear (&c);
  bs_store_close (store);
  remove_store (path);
}

/* p.adjust(p[c(2, 3)], "holm"): only what is compared counts, and the reference stands second. */
static void
test_against (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  g_autoptr (GError) error = NULL;
  Comparison c;

  options.against = "o2";
  c = compare (store, &options);
  g_assert_cmpuint (c.compared->measures[0].pairs->len, ==, 2);
  g_assert_cmpuint (pair_at (&c, 0)->b, ==, 2);
  assert_near (pair_at (&c, 0)->mann_whitney_holm, 5.8755002775535690e-06);
  assert_near (pair_at (&c, 1)->mann_whitney_holm, 1.3535484378840612e-03);
  comparison_clear (&c);

  options.against = "o0";
  c = compare (store, &options);
  g_assert_cmpuint (pair_at (&c, 0)->a, ==, 1);
  g_assert_cmpuint (pair_at (&c, 0)->b, ==, 0);
  g_assert_cmpfloat (pair_at (&c, 0)->delta.estimate, >, 0);
  g_assert_cmpfloat (pair_at (&c, 0)->dunn.statistic, >, 0);
  comparison_clear (&c);

  options.against = "o9";
  g_assert_null (bs_compare_gather (store, &options, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  bs_store_close (store);
  remove_store (path);
}

static void
assert_clusters (const Comparison *c, const double icc[3], const double design[3])
{
  g_assert_cmpuint (c->data->clusters->len, ==, 1);
  for (guint i = 0; i < 3; i++)
    {
      assert_near (c->compared->measures[0].clusters[i].icc, icc[i]);
      assert_near (c->compared->measures[0].clusters[i].design, design[i]);
    }
}

/* d$desk <- pmax((d$i * 7) %% 11, 6)
 * for (by in c("byline", "desk")) for (k in 0:2) {
 *   x <- subset(d, o == k & !is.na(v)); m <- anova(lm(x$v ~ factor(x[[by]]))); n <- table(x[[by]])
 *   m0 <- (sum(n) - sum(n^2) / sum(n)) / (length(n) - 1); b <- m[1, 3]; w <- m[2, 3]; icc <- (b - w) / (b + (m0 - 1) * w)
 *   cat(by, "sizes", n, "icc", icc, "design", 1 + (sum(n^2) / sum(n) - 1) * max(icc, 0), "\n") } */
static void
test_clusters (void)
{
  static const double by_byline[] = { -0.1886555096963872, 0.051046845459001768, -0.23634005623969759 };
  static const double by_desk[] = { 0.79165034855486804, 0.2776623017674863, 0.48043297252289763 };
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  Comparison c;

  options.cluster = "byline";
  c = compare (store, &options);
  assert_clusters (&c, by_byline, (const double[]){ 1, 1.1814998949653397, 1 });
  g_assert_cmpuint (c.compared->measures[0].clusters[0].n_clusters, ==, 4);
  comparison_clear (&c);

  options.cluster = "desk"; /* one of ten or eleven articles, the others of one or two */
  c = compare (store, &options);
  assert_clusters (&c, by_desk, (const double[]){ 6.1017466906869275, 2.789379278057134, 3.6156906281802206 });
  comparison_clear (&c);

  options.cluster = NULL; /* days, two of ten articles each, and bylines; no agencies */
  c = compare (store, &options);
  g_assert_cmpuint (c.data->clusters->len, ==, 2);
  g_assert_cmpstr (((const BsCompareLabels *) c.data->clusters->pdata[0])->field, ==, "outlet-day");
  comparison_clear (&c);
  bs_store_close (store);
  remove_store (path);
}

/* with(subset(d, !is.na(v)), { r <- cor(v, words, method = "spearman"); e <- qnorm(.975) * sqrt((1 + r^2 / 2) / 51)
 *   c(r, tanh(atanh(r) - e), tanh(atanh(r) + e)) }) */
static void
test_length_correlation (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  Comparison c = compare (store, &options);

  assert_near (c.compared->measures[0].length.spearman, 0.02972078547594802);
  assert_near (c.compared->measures[0].length.low, -0.24000640821664823);
  assert_near (c.compared->measures[0].length.high, 0.29518797854070111);
  comparison_clear (&c);
  change_behind (path, "UPDATE articles SET ari = -words");
  c = compare (store, &options);
  g_assert_cmpfloat (c.compared->measures[0].length.spearman, ==, -1);
  g_assert_true (isnan (c.compared->measures[0].length.low) && isnan (c.compared->measures[0].length.high));
  comparison_clear (&c);
  bs_store_close (store);
  remove_store (path);
}

/* e <- tapply(d$v, list(d$event, d$o), median, na.rm = TRUE); friedman.test(e)
 * wilcox.test(e[,1], e[,2], paired = TRUE, exact = FALSE) */
static void
test_matched (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  const BsCompareMatched *matched;
  const BsComparePairMatched *pair;
  Comparison c;

  options.matched = "event";
  c = compare (store, &options);
  matched = &c.compared->measures[0].matched;
  g_assert_cmpuint (matched->blocks, ==, 11);
  assert_near (matched->friedman.statistic, 15.272727272727273);
  assert_near (matched->kendall_w, 15.272727272727273 / 22);
  pair = &g_array_index (matched->pairs, BsComparePairMatched, 0);
  g_assert_cmpuint (pair->blocks, ==, 11);
  assert_near (pair->wilcoxon.statistic, 6);
  assert_near (pair->wilcoxon.p, 0.017663101329832908);
  comparison_clear (&c);
  bs_store_close (store);
  remove_store (path);
}

/* Articles 1 to 6 of every paper copy another's: u <- subset(d, i > 6); tapply(u$v, u$o, median, na.rm = TRUE) */
static void
test_copies (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  Comparison c = compare (store, &options), kept;
  g_autofree char *digest = g_strdup (c.data->digest);

  comparison_clear (&c);
  change_behind (path, "INSERT INTO copies SELECT article, 1, (SELECT max(article) FROM articles), .9, .9 FROM articles"
                       " WHERE id <= '06'");
  c = compare (store, &options);
  g_assert_cmpuint (bs_compare_group (c.data, 0)->n, ==, 14);
  g_assert_cmpuint (bs_compare_group (c.data, 0)->left_out, ==, 6);
  assert_near (c.compared->measures[0].figures[0].summary.median, 9.125);
  assert_near (c.compared->measures[0].figures[0].copies_median, 9.375);
  g_assert_cmpstr (c.data->digest, !=, digest);

  g_assert_true (bs_store_set_copies (store, BS_COPIES_KEEP, NULL));
  kept = compare (store, &options);
  g_assert_cmpuint (bs_compare_group (kept.data, 0)->n, ==, 20);
  g_assert_cmpuint (bs_compare_group (kept.data, 0)->copies, ==, 6);
  g_assert_cmpstr (kept.data->digest, ==, digest);
  assert_near (kept.compared->measures[0].figures[0].summary.median, 9.375);
  comparison_clear (&kept);
  comparison_clear (&c);
  bs_store_close (store);
  remove_store (path);
}

/* Two fields crossed; groups that are too small are left out and named. */
static void
test_crossed (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef ref = measure ("ari");
  BsCompareOptions options = options_for (&ref, 1);
  static const char *const outlets[] = { "o0", "o1", NULL };
  g_autoptr (GError) error = NULL;
  Comparison c;

  options.by = "outlet";
  options.by_also = "month";
  options.outlets = outlets;
  c = compare (store, &options);
  g_assert_cmpuint (c.data->groups->len, ==, 4);
  g_assert_cmpstr (bs_compare_group (c.data, 3)->name, ==, "o1 × 2024-02");
  g_assert_cmpuint (bs_compare_group (c.data, 3)->n, ==, 10);
  comparison_clear (&c);

  options.by = "event"; /* one of one article, nine of two, one of one in each outlet */
  options.by_also = NULL;
  options.least = 4;
  c = compare (store, &options);
  g_assert_cmpuint (c.data->groups->len, ==, 9);
  g_assert_cmpuint (c.data->small->len, ==, 2);
  g_assert_cmpstr (g_array_index (c.data->small, BsCompareGroup, 0).name, ==, "0");
  comparison_clear (&c);

  options.least = 7;
  g_assert_null (bs_compare_gather (store, &options, &error));
  g_assert_error (error, BS_ERROR, BS_ERROR_USAGE);
  bs_store_close (store);
  remove_store (path);
}

/* Every table can be made of every comparison, and any number of threads makes the same. */
static void
test_tables (void)
{
  char *path;
  BsStore *store = store_of_papers (&path);
  BsMeasureRef refs[] = { measure ("ari"), measure ("flesch_en"), measure ("mattr_50") };
  BsCompareOptions options = options_for (refs, 3);
  g_autofree char *first = NULL;
  guint n;
  const BsCompareTable *tables = bs_compare_tables (&n);

  options.matched = "event";
  for (options.threads = 1; options.threads < 4; options.threads++)
    {
      Comparison c = compare (store, &options);
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < 2 * n; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (BsTable) table = tables[i / 2].make (store, c.compared, i % 2, &error);
          g_autofree char *text = bs_table_to_string (table, i % 2 ? BS_OUTPUT_TABLE : BS_OUTPUT_CSV, NULL, &error);

          g_assert_no_error (error);
          g_assert_nonnull (bs_table_title (table));
          g_string_append (all, text);
        }
      if (first == NULL)
        first = g_strdup (all->str);
      g_assert_cmpstr (all->str, ==, first);
      comparison_clear (&c);
    }
  bs_store_close (store);
  remove_store (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/outlets", test_outlets);
  g_test_add_func ("/compare/against", test_against);
  g_test_add_func ("/compare/clusters", test_clusters);
  g_test_add_func ("/compare/length-correlation", test_length_correlation);
  g_test_add_func ("/compare/matched", test_matched);
  g_test_add_func ("/compare/copies", test_copies);
  g_test_add_func ("/compare/crossed", test_crossed);
  g_test_add_func ("/compare/tables", test_tables);
  return g_test_run ();
}
