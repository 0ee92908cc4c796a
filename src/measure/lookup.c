/* Finding a measure by its id, and telling what a user may have meant. */
#include "measure/measure-internal.h"

#include <string.h>

#define LONGEST_ID 40  /* longer ids get no suggestions */
#define SUGGESTIONS 3

/* The length of "mattr_" in "mattr_W"; 0 where the row has no window. */
static gsize
stem_length (const BsMeasure *measure)
{
  return measure->windows[0] == 0 ? 0 : strlen (measure->id) - 1;
}

/* Reads "50" to its end as a window: digits, no leading zero, at most 2³¹ - 1, or "W" for the usual one; 0 for what is
 * none. */
static guint
read_window (const char *digits, const BsMeasure *measure)
{
  guint64 value = 0;

  if (strcmp (digits, "W") == 0)
    return measure->windows[0];
  if (digits[0] == '0')
    return 0;
  for (; g_ascii_isdigit (*digits) && value <= G_MAXINT32; digits++)
    value = value * 10 + (guint64) (*digits - '0');
  return *digits == '\0' && value <= G_MAXINT32 ? (guint) value : 0;
}

static guint
edit_distance (const char *a, const char *b)
{
  gsize n = strlen (a), m = strlen (b);
  guint row[LONGEST_ID + 1];

  for (gsize j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (gsize i = 1; i <= n; i++)
    {
      guint corner = row[0];

      row[0] = (guint) i;
      for (gsize j = 1; j <= m; j++)
        {
          guint changed = corner + (g_ascii_tolower (a[i - 1]) != g_ascii_tolower (b[j - 1]));

          corner = row[j];
          row[j] = MIN (changed, 1 + MIN (row[j], row[j - 1]));
        }
    }
  return row[m];
}

/* How far a measure is from what was typed: 0 and 1 where one is part of the other, else by changes of letters. */
static guint
distance (const char *wanted, const BsMeasure *measure, const char *id)
{
  gsize n = strlen (wanted), stem = stem_length (measure);

  if (stem > 0 && g_ascii_strncasecmp (wanted, measure->id, stem) == 0)
    return 0;
  if (n >= 3 && g_ascii_strncasecmp (id, wanted, n) == 0)
    return id[n] == '_' || id[n] == '\0' ? 0 : 1;
  if (n >= 3 && (strstr (id, wanted) != NULL || strstr (wanted, id) != NULL))
    return 1;
  return 2 + edit_distance (wanted, id);
}

typedef struct {
  guint far, index; /* in the table */
} Candidate;

static int
by_distance (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;

  return x->far != y->far ? (x->far > y->far) - (x->far < y->far) : (x->index > y->index) - (x->index < y->index);
}

/* The nearest ids as "flesch_en, flesch_kincaid", nearest first and no further than the nearest by more than one; empty
 * where none is near. */
static GString *
suggest (const char *wanted)
{
  guint n;
  const BsMeasure *measures = bs_measures (&n);
  guint limit = 2 + MAX (2, (guint) strlen (wanted) / 3);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GString *list = g_string_new (NULL);

  if (strlen (wanted) > LONGEST_ID)
    return list;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id ((BsMeasureRef){ &measures[i], measures[i].windows[0] });
      Candidate candidate = { distance (wanted, &measures[i], id), i };

      if (candidate.far <= limit)
        g_array_append_val (near, candidate);
    }
  g_array_sort (near, by_distance);
  for (guint i = 0; i < MIN (near->len, SUGGESTIONS); i++)
    {
      const Candidate *candidate = &g_array_index (near, Candidate, i);
      const BsMeasure *measure = &measures[candidate->index];
      g_autofree char *id = bs_measure_ref_id ((BsMeasureRef){ measure, measure->windows[0] });

      if (candidate->far > g_array_index (near, Candidate, 0).far + 1)
        break;
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", id);
    }
  return list;
}

static gboolean
not_found (const char *id, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (id, (gssize) MIN (strlen (id), 2 * LONGEST_ID));
  GString *near = suggest (id);

  if (near->len > 0)
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no measure is called %s; the nearest: %s", shown, near->str);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "no measure is called %s", shown);
  g_string_free (near, TRUE);
  return FALSE;
}

gboolean
bs_measure_find (const char *id, BsMeasureRef *ref, GError **error)
{
  guint n;
  const BsMeasure *measures = bs_measures (&n);

  for (guint i = 0; i < n; i++)
    {
      gsize stem = stem_length (&measures[i]);
      guint window = stem > 0 && strncmp (id, measures[i].id, stem) == 0 ? read_window (id + stem, &measures[i]) : 0;

      if (stem > 0 ? window == 0 : strcmp (id, measures[i].id) != 0)
        continue;
      *ref = (BsMeasureRef){ &measures[i], window };
      return TRUE;
    }
  return not_found (id, error);
}

char *
bs_measure_ref_id (BsMeasureRef ref)
{
  gsize stem = stem_length (ref.measure);

  if (stem == 0 || ref.window == 0)
    return g_strdup (ref.measure->id);
  return g_strdup_printf ("%.*s%u", (int) stem, ref.measure->id, ref.window);
}

gboolean
bs_measure_is_headline (BsMeasureRef ref)
{
  return ref.measure->headline && ref.window == ref.measure->windows[0];
}
