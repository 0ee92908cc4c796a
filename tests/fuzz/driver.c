/* Drives a fuzz target without an engine:
 *
 *   fuzz-NAME [--changes N] FILE|FOLDER…
 *
 * runs the target once on every file, on the empty input, and on N inputs that are made of them by random changes,
 * always the same. Where the target gives up, the input is left in the file "fuzz-finding" of the working folder. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/random.h"
#include "fuzz-help.h"

extern int LLVMFuzzerInitialize (int *argc, char ***argv) __attribute__ ((weak));

#define MOST_BYTES 8192 /* of a changed input */

static BsSpan running;

static void
leave_finding (int signal_number)
{
  int file = open ("fuzz-finding", O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (file >= 0 && write (file, running.start, running.length) == (gssize) running.length)
    {
      static const char said[] = "fuzz: the input is in fuzz-finding\n";
      gssize written = write (STDERR_FILENO, said, sizeof said - 1);

      (void) written;
    }
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

/* On bytes that end where they end, so that a sanitizer sees a step too far. */
static void
run_one (const char *bytes, gsize length)
{
  g_autofree char *copy = fuzz_copy (bs_span (bytes, length));

  running = bs_span (copy, length);
  LLVMFuzzerTestOneInput ((const guint8 *) copy, length);
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
read_place (const char *path, GPtrArray *seeds)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  if (folder == NULL)
    {
      if (!g_file_get_contents (path, &bytes, &length, &error))
        {
          g_printerr ("fuzz: %s\n", error->message);
          exit (2);
        }
      g_ptr_array_add (seeds, g_bytes_new_take (bytes, length));
      return;
    }
  for (const char *name; (name = g_dir_read_name (folder)) != NULL;)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    read_place (names->pdata[i], seeds);
}

static BsSpan
any_seed (BsRandom *random, const GPtrArray *seeds)
{
  gsize length;
  const char *bytes = g_bytes_get_data (seeds->pdata[bs_random_below (random, seeds->len)], &length);

  return bs_span (bytes, length);
}

/* A run of at most `most` bytes inside. */
static BsSpan
any_part (BsRandom *random, BsSpan span, guint32 most)
{
  gsize start = bs_random_below (random, (guint32) span.length + 1), length = bs_random_below (random, most + 1);

  return bs_span (span.start + start, MIN (span.length - start, length));
}

static void
change (BsRandom *random, GString *input, const GPtrArray *seeds)
{
  gsize at = bs_random_below (random, (guint32) input->len + 1), run = 1 + bs_random_below (random, 40);
  BsSpan part;

  switch (bs_random_below (random, 6))
    {
    case 0: /* a byte */
      if (at < input->len)
        input->str[at] = (char) bs_random_below (random, 256);
      break;
    case 1: /* a bit */
      if (at < input->len)
        input->str[at] ^= (char) (1 << bs_random_below (random, 8));
      break;
    case 2: /* a run goes */
      g_string_erase (input, (gssize) at, (gssize) MIN (input->len - at, run));
      break;
    case 3: /* a run comes twice */
      {
        g_autofree char *copy = fuzz_copy (bs_span (input->str, input->len));

        part = any_part (random, bs_span (copy, input->len), 80);
        g_string_insert_len (input, (gssize) at, part.start, (gssize) part.length);
        break;
      }
    case 4: /* a run of another seed comes in */
      part = any_part (random, any_seed (random, seeds), 200);
      g_string_insert_len (input, (gssize) at, part.start, (gssize) part.length);
      break;
    default: /* the end goes */
      g_string_truncate (input, at);
      break;
    }
}

static void
run_changed (const GPtrArray *seeds, guint n)
{
  g_autoptr (GString) input = g_string_new (NULL);
  BsRandom random;

  bs_random_init (&random, 1, "fuzz");
  for (guint i = 0; i < n; i++)
    {
      BsSpan seed = any_seed (&random, seeds);

      g_string_truncate (input, 0);
      g_string_append_len (input, seed.start, (gssize) MIN (seed.length, MOST_BYTES));
      for (guint32 changes = 1 + bs_random_below (&random, 5); changes > 0; changes--)
        change (&random, input, seeds);
      run_one (input->str, input->len);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  guint changes = 0;
  int first = 1;

  if (LLVMFuzzerInitialize != NULL)
    LLVMFuzzerInitialize (&argc, &argv);
  if (argc > 2 && strcmp (argv[1], "--changes") == 0)
    {
      changes = (guint) strtoul (argv[2], NULL, 10);
      first = 3;
    }
  for (int i = first; i < argc; i++)
    read_place (argv[i], seeds);
  signal (SIGABRT, leave_finding);
  signal (SIGSEGV, leave_finding);
  signal (SIGFPE, leave_finding);
  signal (SIGILL, leave_finding);
  signal (SIGALRM, leave_finding);
  for (guint i = 0; i < seeds->len; i++)
    {
      gsize length;
      const char *bytes = g_bytes_get_data (seeds->pdata[i], &length);

      run_one (bytes, length);
    }
  run_one ("", 0);
  if (seeds->len > 0)
    run_changed (seeds, changes);
  g_print ("%u inputs, %u changed ones\n", seeds->len + 1, seeds->len > 0 ? changes : 0);
  return seeds->len > 0 ? 0 : 1;
}
