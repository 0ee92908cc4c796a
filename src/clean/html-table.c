#include "clean/html-table.h"
#include "clean/page.h"

#define ROWS_MIN 2
#define TELLING_WORDS 8
#define SENTENCE_WORDS 4
#define CAPTION_WORDS 30

/* Where a block stands: elements, 0 where there is none. */
typedef struct
{
  guint table, row, cell;
} Place;

typedef struct
{
  guint row, cell; /* the last */
  guint rows, cells, figures, blocks, words;
  guint64 letters, telling;
} Grid;

static Place
place_of (const BsHtmlTree *tree, guint block, guint main)
{
  Place place = { 0 };
  guint at = bs_html_facts (tree, block)->element;

  if ((bs_html_element (tree, at)->within & BS_IN_TABLE) == 0)
    return place;
  for (; at > main && place.table == 0; at = bs_html_element (tree, at)->parent)
    {
      guint tag = bs_html_element (tree, at)->tag;

      if (tag == GUMBO_TAG_TABLE)
        place.table = at;
      else if (tag == GUMBO_TAG_TR && place.row == 0)
        place.row = at;
      else if ((tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && place.cell == 0)
        place.cell = at;
    }
  return place;
}

static gboolean
is_telling (const BsLook *look)
{
  return (look->flags & BS_LOOK_LONG) != 0 || look->words >= TELLING_WORDS
         || (look->words >= SENTENCE_WORDS && (look->flags & BS_LOOK_STOP) != 0);
}

static void
add (const BsHtmlTree *tree, Grid *grid, const Place *place, const BsRawBlock *block, const BsHtmlFacts *facts)
{
  gboolean telling = is_telling (&block->look);

  grid->blocks++;
  grid->words += block->look.words;
  grid->letters += facts->letters;
  grid->telling += telling ? facts->letters : 0;
  if (place->cell != 0 && place->cell != grid->cell)
    {
      grid->cells++;
      grid->figures += !telling && block->look.digits > 0;
    }
  grid->rows += place->row != 0 && place->row != grid->row;
  grid->row = place->row;
  grid->cell = place->cell;
}

static gboolean
is_grid (const Grid *grid)
{
  return grid->rows >= ROWS_MIN && grid->cells * 2 >= grid->rows * 3 && grid->figures * 3 >= grid->cells
         && grid->telling * 2 <= grid->letters;
}

/* A picture in one row and a few words in another, as pages were laid out before they had figures. */
static gboolean
is_picture (const BsHtmlTree *tree, guint table, const Grid *grid)
{
  return grid->blocks == 1 && grid->words <= CAPTION_WORDS && grid->row != 0
         && bs_html_element (tree, table)->pictures > 0 && bs_html_element (tree, grid->row)->pictures == 0;
}

static Grid *
grid_of (GHashTable *grids, guint table)
{
  Grid *grid = g_hash_table_lookup (grids, GUINT_TO_POINTER (table));

  if (grid == NULL)
    {
      grid = g_new0 (Grid, 1);
      g_hash_table_insert (grids, GUINT_TO_POINTER (table), grid);
    }
  return grid;
}

void
bs_html_tables_drop (const BsHtmlTree *tree, BsRawBlock *blocks, guint n, guint main)
{
  g_autoptr (GHashTable) grids = NULL;
  g_autofree guint *tables = NULL; /* of each block */

  for (guint i = 0; i < n; i++)
    {
      Place place = place_of (tree, i, main);

      if (place.table == 0)
        continue;
      if (grids == NULL)
        {
          grids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
          tables = g_new0 (guint, n);
        }
      tables[i] = place.table;
      add (tree, grid_of (grids, place.table), &place, &blocks[i], bs_html_facts (tree, i));
    }
  for (guint i = 0; tables != NULL && i < n; i++)
    {
      const Grid *grid = tables[i] != 0 ? grid_of (grids, tables[i]) : NULL;

      if (grid == NULL || blocks[i].aside != BS_KEPT)
        continue;
      if (is_picture (tree, tables[i], grid))
        bs_decide (&blocks[i], BS_ASIDE_CAPTION, "under a picture");
      else if (is_grid (grid))
        bs_decide (&blocks[i], BS_ASIDE_TABLE, "in a table of figures");
    }
}
