/* How time and memory of what follows when all articles are in the store grow with their number.
 *
 *   settle [ARTICLES…]
 *
 * Each number of articles (20,000 and 200,000 unless told) is put into a store of its own, 200 words of a vocabulary of
 * 50,000 each and the signature of as many shingles; one in a hundred has the text of another. Printed are CPU seconds,
 * and by how many megabytes the memory grew beyond what the store held when all were in it. Fails where the copies were
 * not found, where ten times the articles take more than 14 times the time, or where they take more memory than allowed
 * in ALLOWED. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "store-help.h"
#include "store/copies.h"

#define OUTLETS 10
#define TYPES 50000
#define WORDS 200
#define ALLOWED (24 + articles * 48e-6) /* megabytes */

typedef struct {
  double put, copies, settle;                /* CPU seconds */
  double held_megabytes;                     /* when all articles were in, SQLite's cache of 64 among them */
  double copies_megabytes, settle_megabytes; /* more than that, at most */
} Figures;

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* A line of /proc/self/status in megabytes: VmHWM, the most that was held, or VmRSS. 0 where there is none. */
static double
megabytes (const char *name)
{
  g_autofree char *status = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (at = strstr (status, name)) == NULL)
    return 0;
  return (double) g_ascii_strtoull (strpbrk (at, "0123456789"), NULL, 10) / 1024;
}

/* Forgets the most that was held; returns what is held now. */
static double
begin_watching (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file != NULL)
    {
      fputs ("5", file);
      fclose (file);
    }
  return megabytes ("VmRSS");
}

static guint64
mixed (guint64 value)
{
  value = (value ^ value >> 31) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  value = (value ^ value >> 29) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  return value ^ value >> 32;
}

static void
enter_types (BsStore *store)
{
  BsVocabulary *words = bs_store_vocabulary (store, NULL);

  for (guint i = 0; i < TYPES; i++)
    {
      g_autofree char *word = g_strdup_printf ("w%06u", i);

      bs_vocabulary_enter (words, bs_span_of (word));
    }
}

/* The terms of a text: half of them among the hundred most frequent. */
static guint
draw_terms (guint64 text, guint n_known, BsTerm *terms)
{
  guint8 *counts = g_new0 (guint8, TYPES);
  guint n = 0;

  for (guint i = 0; i < WORDS; i++)
    {
      guint64 drawn = mixed (text << 10 | i);
      guint32 term = (guint32) (drawn % 2 == 0 ? drawn / 2 % 100 : drawn / 2 % n_known);

      counts[term] += counts[term] < G_MAXUINT8;
    }
  for (guint32 term = 0; term < n_known; term++)
    if (counts[term] > 0)
      terms[n++] = (BsTerm){ term, counts[term] };
  g_free (counts);
  return n;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* The text of an article: its number, or that of an earlier one that it copies. */
static guint64
text_of (guint article)
{
  return article % 100 == 99 ? article - 50 : article;
}

/* The first article holds all types, so that they are numbered in the order of their words. */
static void
put_articles (BsStore *store, guint articles)
{
  g_autofree BsTerm *terms = g_new (BsTerm, TYPES);
  g_autofree double *measures = NULL;
  guint n_measures;

  bs_measures_of_articles (&n_measures);
  measures = g_new (double, n_measures);
  for (guint i = 0; i < articles; i++)
    {
      g_autofree char *outlet = g_strdup_printf ("outlet %02u", i / (articles / OUTLETS + 1));
      g_autofree char *id = g_strdup_printf ("%09u", i);
      static const guint32 lengths[] = { 12, 25, 8, 31, 17, 22, 40, 5, 21, 19 };
      guint64 text = text_of (i), signature[BS_SKETCH_HASHES];
      BsStoredArticle stored = { .article = { .outlet = outlet, .id = id }, .settings = "the rules", .checksum = "sum",
                                 .day = "2014-03-02", .measures = measures, .terms = terms, .signature = signature,
                                 .n_signature = BS_SKETCH_HASHES, .n_shingles = WORDS - 4, .shingles_digest = mixed (text),
                                 .sentence_lengths = lengths, .n_sentence_lengths = G_N_ELEMENTS (lengths) };

      stored.counts.value[BS_COUNT_WORDS] = WORDS;
      for (guint j = 0; j < n_measures; j++)
        measures[j] = (double) (mixed (i * 100 + j) % 100000) / 1000;
      for (guint j = 0; j < BS_SKETCH_HASHES; j++)
        signature[j] = mixed (~text << 8 | j) >> 2;
      qsort (signature, BS_SKETCH_HASHES, sizeof *signature, by_value);
      stored.n_terms = draw_terms (text, TYPES, terms);
      if (i == 0)
        for (stored.n_terms = 0; stored.n_terms < TYPES; stored.n_terms++)
          terms[stored.n_terms] = (BsTerm){ stored.n_terms, 1 };
      g_assert_true (bs_store_put_article (store, &stored, FALSE, NULL));
    }
}

static Figures
measure (guint articles)
{
  char *path = new_store_path ();
  BsStore *store = open_store (path, BS_STORE_WRITE);
  g_autoptr (BsCopySearch) search = NULL;
  Figures figures = { 0 };
  double start = cpu_seconds (), held;

  begin (store);
  enter_types (store);
  put_articles (store, articles);
  figures.put = cpu_seconds () - start;

  start = cpu_seconds ();
  held = figures.held_megabytes = begin_watching ();
  search = bs_copy_search_new (store, NULL);
  g_assert_true (search != NULL && bs_copy_search_put (search, store, NULL));
  figures.copies = cpu_seconds () - start;
  figures.copies_megabytes = megabytes ("VmHWM") - held;

  start = cpu_seconds ();
  held = begin_watching ();
  g_assert_true (bs_store_settle (store, NULL));
  figures.settle = cpu_seconds () - start;
  figures.settle_megabytes = megabytes ("VmHWM") - held;
  g_assert_true (bs_store_commit (store, NULL));
  g_assert_cmpuint (bs_store_n_copies (store), ==, articles / 100);
  bs_store_close (store);
  remove_store (path);
  return figures;
}

/* In a process of its own, whose memory nothing else has filled before. */
static Figures
measure_apart (guint articles)
{
  Figures figures = { 0 };
  int ends[2], status;
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      figures = measure (articles);
      _exit (write (ends[1], &figures, sizeof figures) == sizeof figures ? 0 : 1);
    }
  close (ends[1]);
  g_assert_cmpint (read (ends[0], &figures, sizeof figures), ==, sizeof figures);
  close (ends[0]);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_cmpint (status, ==, 0);
  return figures;
}

int
main (int argc, char *argv[])
{
  static const char *const usual[] = { "20000", "200000" };
  guint n = argc > 1 ? (guint) argc - 1 : G_N_ELEMENTS (usual);
  double per_article = 0;

  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("articles\tput_s\tcopies_s\tsettle_s\theld_mb\tcopies_mb\tsettle_mb\n");
  for (guint i = 0; i < n; i++)
    {
      guint articles = (guint) g_ascii_strtoull (argc > 1 ? argv[i + 1] : usual[i], NULL, 10);
      Figures figures = measure_apart (articles);
      double now = (figures.copies + figures.settle) / articles;

      printf ("%u\t%.2f\t%.2f\t%.2f\t%.1f\t%.1f\t%.1f\n", articles, figures.put, figures.copies, figures.settle,
              figures.held_megabytes, figures.copies_megabytes, figures.settle_megabytes);
      g_assert_cmpfloat (figures.copies_megabytes, <, ALLOWED);
      g_assert_cmpfloat (figures.settle_megabytes, <, ALLOWED);
      if (i > 0)
        g_assert_cmpfloat (now, <, 1.4 * per_article);
      per_article = now;
    }
  return 0;
}
