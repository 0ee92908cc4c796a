/* A store that is not as this program left it: the first byte says what is read, then come changes of a small store, each a
 * page, a place in it and some bytes. Whatever was changed, a command ends with an error or a result.
 *
 * about: src/store/store.c src/store/query.c src/store/blob.c src/store/table.c src/store/words.c src/store/counted.c
 * about: src/store/export.c src/store/article-terms.c src/store/matrix.c src/store/rows.c src/store/repeats.c
 * about: src/report/view.c src/report/compare-gather.c src/report/period.c src/report/likeness.c src/report/richness.c
 * max_len: 256
 * rss_limit: 1500 */
#include "fuzz-command.h"
#include "report/chart/chart.h"

int LLVMFuzzerInitialize (int *argc, char ***argv);

#define PAGE 8192
#define MOST_BYTES 31 /* of one change */

static const char *const lines[]
    = { "report " FUZZ_STORE,
        "report --articles " FUZZ_STORE,
        "report --show all " FUZZ_STORE,
        "report --by year " FUZZ_STORE,
        "report --html - " FUZZ_STORE,
        "compare --resamples 20 " FUZZ_STORE,
        "trend " FUZZ_STORE,
        "richness --shuffles 2 " FUZZ_STORE,
        "distance --resamples 5 " FUZZ_STORE,
        "words " FUZZ_STORE,
        "words --corpus " FUZZ_STORE,
        "keyness " FUZZ_STORE,
        "keyness --ngrams 2 " FUZZ_STORE,
        "dispersion " FUZZ_STORE,
        "dispersion rain " FUZZ_STORE,
        "concordance rain " FUZZ_STORE,
        "collocates rain " FUZZ_STORE,
        "ngrams " FUZZ_STORE,
        "sentences " FUZZ_STORE,
        "merge " FUZZ_STORE " -o merged.db",
        "matrix " FUZZ_STORE " -o matrix" };

static char *sound; /* the store's bytes */
static gsize sound_length;
static int file = -1;
static GPtrArray *commands; /* of char **: a command's name and its arguments */

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  guint n_charts;
  g_autofree char *path = NULL;
  const BsChart *charts = bs_charts (&n_charts);

  fuzz_make_folder ();
  path = g_build_filename (fuzz_folder, FUZZ_STORE, NULL);
  g_assert_true (g_file_get_contents (path, &sound, &sound_length, NULL));
  file = open (path, O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  commands = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_ptr_array_add (commands, g_strsplit (lines[i], " ", -1));
  for (const char *const *name = bs_store_export_names (); *name != NULL; name++)
    {
      char *arguments[] = { "export", (char *) *name, FUZZ_STORE, NULL };

      g_ptr_array_add (commands, g_strdupv (arguments));
    }
  for (guint i = 0; i < n_charts; i++)
    {
      char *arguments[] = { "plot", (char *) charts[i].name, FUZZ_STORE, "--data-only", NULL };

      g_ptr_array_add (commands, g_strdupv (arguments));
    }
  return 0;
}

static void
put (gsize at, const void *bytes, gsize length)
{
  length = at < sound_length ? MIN (length, sound_length - at) : 0;
  g_assert_cmpint (pwrite (file, bytes, length, (off_t) at), ==, (gssize) length);
}

static gsize
next_place (FuzzBytes *bytes)
{
  gsize page = fuzz_byte (bytes), place = fuzz_byte (bytes);

  place = place << 8 | fuzz_byte (bytes);
  return page % (sound_length / PAGE) * PAGE + place % PAGE;
}

/* Puts the changes in, or the sound bytes back. */
static void
change (FuzzBytes bytes, gboolean back)
{
  while (bytes.left > 3)
    {
      gsize at = next_place (&bytes);
      gsize length = fuzz_byte (&bytes) & MOST_BYTES;

      length = MIN (length, bytes.left);

      put (at, back ? (const void *) (sound + MIN (at, sound_length)) : bytes.at, length);
      bytes.at += length;
      bytes.left -= length;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzBytes bytes = { data, size };
  char **line = commands->pdata[fuzz_byte (&bytes) % commands->len];
  g_auto (GStrv) arguments = g_strdupv (line + 1);

  change (bytes, FALSE);
  fuzz_run (bs_command_find (line[0]), arguments);
  change (bytes, TRUE);
  fuzz_clear_folder (FALSE);
  return 0;
}
