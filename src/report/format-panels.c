#include "report/format-sheet.h"

#include <string.h>

#include "report/plain.h"

#define TEXT_MIN 8    /* columns that a column of text is not made narrower than */
#define KEY_LEAST 12  /* the same of one that tells rows apart, while a panel fits */
#define TEXT_MOST 40  /* columns that a text is given at most to be told apart, or to be whole, rather than be cut */
#define WRAP_MIN 24   /* of a text that is wrapped */
#define NAME_MIN 24   /* of the first column beside pictures, rather than begin a further panel */

static void
panel_free (gpointer data)
{
  BsPanel *panel = data;

  g_free (panel->columns);
  g_free (panel->widths);
  g_free (panel);
}

static const char *
cell_at (const BsSheet *sheet, guint row, guint column)
{
  return sheet->cells->pdata[(gsize) row * sheet->n + column];
}

static guint
n_rows (const BsSheet *sheet)
{
  return sheet->cells->len / sheet->n;
}

/* ---- What tells rows apart ---------------------------------------------------------------------------------------- */

/* Whether no two rows have the same texts in all of the columns. */
static gboolean
tell_apart (const BsSheet *sheet, const GArray *columns)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < n_rows (sheet); row++)
    {
      GString *texts = g_string_new (NULL);

      for (guint i = 0; i < columns->len; i++)
        g_string_append_printf (texts, "%s\t", cell_at (sheet, row, g_array_index (columns, guint, i)));
      if (!g_hash_table_add (met, g_string_free (texts, FALSE)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_constant (const BsSheet *sheet, guint column)
{
  for (guint row = 1; row < n_rows (sheet); row++)
    if (strcmp (cell_at (sheet, row, column), cell_at (sheet, 0, column)) != 0)
      return FALSE;
  return TRUE;
}

/* The first columns of text that tell the rows apart, without those that are the same in all; where no number of them
 * does, or there is nothing to tell apart, the first column. */
static GArray *
find_keys (const BsSheet *sheet)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean apart = FALSE;

  for (guint i = 0; i < sheet->n_shown && !apart; i++)
    {
      if (!bs_sheet_is_text (sheet, sheet->shown[i]) || (n_rows (sheet) > 1 && is_constant (sheet, sheet->shown[i])))
        continue;
      g_array_append_val (keys, sheet->shown[i]);
      apart = tell_apart (sheet, keys);
    }
  if (!apart)
    {
      g_array_set_size (keys, 0);
      g_array_append_val (keys, sheet->shown[0]);
    }
  return g_steal_pointer (&keys);
}

/* ---- How far columns can be cut ----------------------------------------------------------------------------------- */

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* How many columns of the terminal two texts have in common at their start. */
static guint
width_in_common (const char *a, const char *b)
{
  gsize n = 0;
  g_autofree char *common = NULL;

  while (a[n] != '\0' && a[n] == b[n])
    n++;
  while (n > 0 && ((guchar) a[n] & 0xC0) == 0x80)
    n--;
  common = g_strndup (a, n);
  return bs_plain_width (common);
}

/* In how many columns texts that differ still do once they are cut. */
static guint
width_apart (const BsSheet *sheet, guint column)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  guint width = 0;

  for (guint row = 0; row < n_rows (sheet); row++)
    g_ptr_array_add (texts, (gpointer) cell_at (sheet, row, column));
  g_ptr_array_sort (texts, by_text);
  for (guint i = 1; i < texts->len; i++)
    if (strcmp (texts->pdata[i - 1], texts->pdata[i]) != 0)
      width = MAX (width, width_in_common (texts->pdata[i - 1], texts->pdata[i]) + (sheet->terminal->unicode ? 3 : 5));
  return MIN (width, TEXT_MOST);
}

static guint
least_width (const BsSheet *sheet, guint column, const GArray *keys)
{
  guint least = bs_sheet_wraps (sheet, column) ? WRAP_MIN : TEXT_MIN;

  if (!bs_sheet_is_text (sheet, column))
    return sheet->natural[column];
  if (bs_table_is_whole (sheet->table, column))
    return MIN (sheet->natural[column], TEXT_MOST);
  for (guint i = 0; i < keys->len; i++)
    if (g_array_index (keys, guint, i) == column)
      least = MAX (KEY_LEAST, width_apart (sheet, column));
  if (column == 0 && sheet->over != NULL)
    least = MAX (least, NAME_MIN);
  return MIN (sheet->natural[column], least);
}

/* ---- Panels ------------------------------------------------------------------------------------------------------- */

/* What a panel is made from. */
typedef struct {
  const BsSheet *sheet;
  GArray *keys;
  guint *least; /* by column */
} Layout;

static guint
panel_width (const BsPanel *panel)
{
  guint width = BS_SHEET_GAP * (panel->n - 1);

  for (guint i = 0; i < panel->n; i++)
    width += panel->widths[i];
  return width;
}

/* What text may be cut to so that a panel fits: first to what tells it apart, then, but for what is to be whole, to
 * anything, then all of it. */
typedef enum { CUT_APART, CUT_SHORT, CUT_WHOLE, N_CUTS } Cut;

static guint
floor_of (const Layout *layout, guint column, Cut cut)
{
  gboolean kept = cut == CUT_APART || (cut == CUT_SHORT && bs_table_is_whole (layout->sheet->table, column));

  return kept ? layout->least[column] : 0;
}

/* Gives texts `level` columns at most, or what they are not to be cut below, and numbers what they take. */
static void
set_level (const Layout *layout, BsPanel *panel, guint level, Cut cut)
{
  const BsSheet *sheet = layout->sheet;

  for (guint i = 0; i < panel->n; i++)
    {
      guint column = panel->columns[i], natural = sheet->natural[column];
      guint most = bs_sheet_is_text (sheet, column) ? MAX (level, floor_of (layout, column, cut)) : natural;

      panel->widths[i] = MIN (natural, most);
    }
}

/* Shrinks the longest texts until the panel fits, and where that is not enough for two columns, titles of numbers. */
static void
fit (const Layout *layout, BsPanel *panel)
{
  const BsSheet *sheet = layout->sheet;
  guint limit = sheet->terminal->width;

  set_level (layout, panel, BS_CELL_WIDEST, CUT_APART);
  for (Cut cut = CUT_APART; limit > 0 && cut < N_CUTS; cut++)
    for (guint level = BS_CELL_WIDEST; level >= TEXT_MIN && panel_width (panel) > limit; level--)
      set_level (layout, panel, level, cut);
  for (guint i = 0; limit > 0 && i < panel->n; i++)
    {
      guint column = panel->columns[i];
      guint width = panel_width (panel);

      if (!bs_sheet_is_text (sheet, column) && width > limit)
        panel->widths[i] -= MIN (width - limit, panel->widths[i] - sheet->digits[column]);
    }
}

static gboolean
is_key (const Layout *layout, guint column)
{
  for (guint i = 0; i < layout->keys->len; i++)
    if (g_array_index (layout->keys, guint, i) == column)
      return TRUE;
  return FALSE;
}

/* Adds a column to a panel of this width. */
static void
put (const Layout *layout, BsPanel *panel, guint column, guint64 *width)
{
  *width += layout->least[column] + (panel->n > 0 ? BS_SHEET_GAP : 0);
  panel->columns[panel->n++] = column;
}

/* A panel of the columns shown from place `*next` on, which is moved: behind the keys as many as fit at the narrowest,
 * one at least. The first panel has all in their order. */
static BsPanel *
panel_from (const Layout *layout, guint *next)
{
  const BsSheet *sheet = layout->sheet;
  BsPanel *panel = g_new0 (BsPanel, 1);
  guint limit = sheet->terminal->width > 0 ? sheet->terminal->width : G_MAXUINT;
  gboolean first = *next == 0;
  guint64 width = 0;
  guint own = 0;

  panel->columns = g_new0 (guint, sheet->n);
  panel->widths = g_new0 (guint, sheet->n);
  for (guint i = 0; i < layout->keys->len && !first; i++)
    put (layout, panel, g_array_index (layout->keys, guint, i), &width);
  for (; *next < sheet->n_shown; ++*next)
    {
      guint column = sheet->shown[*next];
      gboolean key = is_key (layout, column);

      if (key && !first)
        continue;
      if (width + BS_SHEET_GAP + layout->least[column] > limit && own > 0)
        break;
      put (layout, panel, column, &width);
      own += !key;
    }
  fit (layout, panel);
  return panel;
}

/* Keys that leave no room for any other column are none, and the first is cut for that. */
static void
choose_keys (Layout *layout)
{
  const BsSheet *sheet = layout->sheet;
  guint limit = sheet->terminal->width, other = 0, keys = 0, n = 0;

  for (guint i = 0; i < sheet->n_shown; i++)
    if (!is_key (layout, sheet->shown[i]))
      other = MAX (other, layout->least[sheet->shown[i]] + BS_SHEET_GAP);
  for (; n < layout->keys->len; n++)
    {
      guint column = g_array_index (layout->keys, guint, n), *least = &layout->least[column];

      if (n == 0)
        *least = MIN (*least, MAX (limit, other + TEXT_MIN) - other);
      else if (keys + *least + other > limit)
        break;
      keys += *least + BS_SHEET_GAP;
    }
  for (guint i = n; i < layout->keys->len; i++)
    {
      guint *least = &layout->least[g_array_index (layout->keys, guint, i)];

      *least = MIN (*least, TEXT_MIN);
    }
  g_array_set_size (layout->keys, n);
}

void
bs_sheet_split (BsSheet *sheet)
{
  Layout layout = { .sheet = sheet };
  guint next = 0;

  sheet->panels = g_ptr_array_new_with_free_func (panel_free);
  if (sheet->n == 0)
    return;
  layout.keys = sheet->terminal->width > 0 ? find_keys (sheet) : g_array_new (FALSE, FALSE, sizeof (guint));
  layout.least = g_new (guint, sheet->n);
  for (guint i = 0; i < sheet->n; i++)
    layout.least[i] = least_width (sheet, i, layout.keys);
  choose_keys (&layout);
  while (next < sheet->n_shown)
    g_ptr_array_add (sheet->panels, panel_from (&layout, &next));
  g_array_unref (layout.keys);
  g_free (layout.least);
}
