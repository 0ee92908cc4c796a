/* A checksum is that of all its bytes in one run, whatever instructions work it out: stores compare it for ever. */
#include "analysis/checksum-hash.h"
#include "analysis/checksum.h"

#include <xxhash.h>

static void
append (GString *bytes, const char *string)
{
  if (string == NULL)
    g_string_append_c (bytes, '\xff');
  else
    g_string_append_len (bytes, string, (gssize) strlen (string) + 1);
}

static char *
expected (const BsArticle *article)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  XXH128_hash_t hash;

  append (bytes, article->title);
  append (bytes, article->date);
  append (bytes, article->byline);
  append (bytes, article->url);
  append (bytes, article->language);
  for (guint i = 0; i < article->n_fields; i++)
    {
      append (bytes, article->fields[i].name);
      append (bytes, article->fields[i].value);
    }
  if (article->markup != BS_MARKUP_UNKNOWN || article->encoding != NULL)
    {
      append (bytes, article->markup == BS_MARKUP_HTML ? "\xfdpage" : "\xfdplain");
      append (bytes, article->encoding);
    }
  g_string_append_c (bytes, '\xfe');
  g_string_append_len (bytes, article->text.start, (gssize) article->text.length);
  hash = XXH3_128bits (bytes->str, bytes->len);
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", (guint64) hash.high64,
                          (guint64) hash.low64);
}

static void
test_one_run (void)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *noise = g_malloc (20000);
  g_autofree char *wide = g_strnfill (3000, 'w');

  for (guint i = 0; i < 20000; i++)
    noise[i] = (char) g_rand_int_range (random, 0, 256);
  for (guint i = 0; i < 3000; i++)
    {
      BsField fields[] = { { "topic", "peace" }, { "wide", i % 7 == 0 ? wide : "" } };
      const BsArticle article = { .title = i % 2 == 0 ? "A title" : NULL,
                                  .date = i % 3 == 0 ? "2021-03-05" : NULL,
                                  .url = i % 5 == 0 ? "" : NULL,
                                  .fields = fields,
                                  .n_fields = i % 3,
                                  .markup = i % 11 == 0 ? BS_MARKUP_HTML : i % 13 == 0 ? BS_MARKUP_NONE : 0,
                                  .encoding = i % 22 == 0 ? "windows-1252" : NULL,
                                  .text = bs_span (noise, i < 1500 ? i : (gsize) g_rand_int_range (random, 0, 20000)) };
      g_autofree char *sum = expected (&article);

      g_assert_cmpstr (bs_article_checksum (&article, arena), ==, sum);
    }
}

static void
test_sets_agree (void)
{
  g_autofree char *bytes = g_malloc (10000);

  for (guint i = 0; i < 10000; i++)
    bytes[i] = (char) (i * i >> 3);
  for (gsize length = 0; length < 9000; length += 1 + length / 7)
    {
      XXH128_hash_t hash = XXH3_128bits (bytes, length + length / 10);

      for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
        {
          guint64 sum[2];

          if (!bs_cpu_has (cpu))
            continue;
          bs_checksum_hash_by_cpu (cpu) (bs_span (bytes, length / 10), bs_span (bytes + length / 10, length), sum);
          g_assert_cmpuint (sum[0], ==, hash.high64);
          g_assert_cmpuint (sum[1], ==, hash.low64);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checksum/one-run", test_one_run);
  g_test_add_func ("/checksum/sets-agree", test_sets_agree);
  return g_test_run ();
}
