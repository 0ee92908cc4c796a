#include "cli/concordance-lines.h"

#include "base/error.h"

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

gboolean
bs_lines_add (BsLines *lines, BsFound *found, gboolean *full, GError **error)
{
  for (guint i = 0; i < found->lines->len; i++, lines->seen++)
    {
      BsConcordanceLine *line = &g_array_index (found->lines, BsConcordanceLine, i);
      guint place = lines->sample > 0 ? place_in_sample (lines) : lines->kept->len;
      BsKeptLine kept;

      *full = lines->first > 0 && lines->kept->len >= lines->first;
      if (*full)
        return TRUE;
      if (place == G_MAXUINT)
        continue;
      if (place >= BS_LINES_HELD)
        {
          g_set_error (
              error, BS_ERROR, BS_ERROR_LIMIT,
              "there are more than %d lines, which is as many as can be held: take the first with -n, some with"
              " --sample, or all of them with --format jsonl and no --sort",
              BS_LINES_HELD);
          return FALSE;
        }
      kept = (BsKeptLine){ g_strdup (found->outlet), g_strdup (found->id), g_strdup (found->day), *line, lines->seen };
      *line = (BsConcordanceLine){ 0 };
      if (place < lines->kept->len)
        {
          kept_clear (&g_array_index (lines->kept, BsKeptLine, place));
          g_array_index (lines->kept, BsKeptLine, place) = kept;
        }
      else
        g_array_append_val (lines->kept, kept);
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
