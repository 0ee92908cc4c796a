#include "cli/concordance-lines.h"

#include "base/error.h"

#define PIECE (1024 * 1024) /* bytes of lines that are written at once */

static void
kept_clear (gpointer data)
{
  BsKeptLine *kept = data;

  g_free (kept->outlet);
  g_free (kept->id);
  g_free (kept->day);
  bs_concordance_line_clear (&kept->line);
}

void
bs_lines_init (BsLines *lines, guint64 first, guint32 sample, guint64 seed)
{
  *lines = (BsLines){ .first = first, .sample = sample };
  lines->kept = g_array_new (FALSE, FALSE, sizeof (BsKeptLine));
  g_array_set_clear_func (lines->kept, kept_clear);
  bs_random_init (&lines->random, seed, "concordance");
}

void
bs_lines_clear (BsLines *lines)
{
  g_clear_pointer (&lines->kept, g_array_unref);
}

void
bs_lines_drop (BsLines *lines)
{
  g_array_set_size (lines->kept, 0);
  lines->bytes = 0;
}

/* The place of the next line in a sample of all that were seen (Vitter's algorithm R); G_MAXUINT: none. */
static guint
place_in_sample (BsLines *lines)
{
  guint64 place;

  if (lines->kept->len < lines->sample)
    return lines->kept->len;
  place = lines->seen < G_MAXUINT32 ? bs_random_below (&lines->random, (guint32) lines->seen + 1)
                                    : bs_random_next (&lines->random) % (lines->seen + 1);
  return place < lines->sample ? (guint) place : G_MAXUINT;
}

static gboolean
refuse (GError **error)
{
  g_set_error (error, BS_ERROR, BS_ERROR_LIMIT,
               "there are more than %d lines or %d MB of them, which is as many as can be held: take the first with -n,"
               " some with --sample, less of each with --width, or all of them with --format jsonl and no --sort",
               BS_LINES_HELD, BS_LINES_BYTES >> 20);
  return FALSE;
}

/* The line stands in the array, which doubles as it grows. */
static gsize
size_of (const BsKeptLine *kept)
{
  return 2 * sizeof *kept + bs_string_size (kept->outlet) + bs_string_size (kept->id) + bs_string_size (kept->day)
         + bs_concordance_line_size (&kept->line);
}

static void
put (BsLines *lines, guint place, const BsKeptLine *kept)
{
  lines->bytes += size_of (kept);
  if (place == lines->kept->len)
    {
      g_array_append_vals (lines->kept, kept, 1);
      return;
    }
  lines->bytes -= size_of (&g_array_index (lines->kept, BsKeptLine, place));
  kept_clear (&g_array_index (lines->kept, BsKeptLine, place));
  g_array_index (lines->kept, BsKeptLine, place) = *kept;
}

gboolean
bs_lines_add (BsLines *lines, const BsFound *found, gboolean *full, GError **error)
{
  for (guint i = 0; i < found->places->len; i++, lines->seen++)
    {
      guint place = lines->sample > 0 ? place_in_sample (lines) : lines->kept->len;
      BsKeptLine kept;

      *full = lines->first > 0 && lines->kept->len >= lines->first;
      if (*full)
        return TRUE;
      if (place == G_MAXUINT)
        continue;
      if (place >= BS_LINES_HELD || lines->bytes >= BS_LINES_BYTES)
        return refuse (error);
      kept = (BsKeptLine){ g_strdup (found->outlet), g_strdup (found->id), g_strdup (found->day),
                           bs_found_line (found, i), lines->seen };
      put (lines, place, &kept);
      if (lines->flush != NULL && lines->bytes >= PIECE && !lines->flush (lines->flush_data, error))
        return FALSE;
    }
  *full = lines->first > 0 && lines->kept->len >= lines->first;
  return TRUE;
}

/* ---- Order -------------------------------------------------------------------------------------------------------- */

typedef struct {
  BsLinesOrder order;
  guint position;
} Order;

static int
compare_words (char *const *a, char *const *b, guint position)
{
  for (guint i = position - 1; i < 3; i++)
    {
      int order = g_strcmp0 (a[i], b[i]);

      if (order != 0)
        return order;
    }
  return 0;
}

static int
compare (gconstpointer one, gconstpointer two, gpointer data)
{
  const BsKeptLine *a = one, *b = two;
  const Order *how = data;
  int order = 0;

  if (how->order == BS_LINES_BY_LEFT)
    order = compare_words (a->line.before, b->line.before, how->position);
  else if (how->order == BS_LINES_BY_RIGHT)
    order = compare_words (a->line.behind, b->line.behind, how->position);
  else if (how->order == BS_LINES_BY_OUTLET)
    order = strcmp (a->outlet, b->outlet);
  return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

void
bs_lines_sort (BsLines *lines, BsLinesOrder order, guint position)
{
  Order how = { order, position };

  g_array_sort_with_data (lines->kept, compare, &how);
}
