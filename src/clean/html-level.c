#include "clean/html-level.h"

/* What a tag closes, and what it may not be closed through. */
enum
{
  VOID = 1,    /* holds nothing */
  BOX = 2,     /* ends a paragraph */
  SPECIAL = 4, /* not closed through by an end tag of another kind */
  FENCE = 8,   /* nothing inside closes what is outside */
  CELL = 16,
  ROW = 32,
  ROWS = 64,
  LOST = 128 /* at most once in a page: opens no level */
};

static const guint8 KINDS[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_HTML] = LOST,
  [GUMBO_TAG_HEAD] = LOST,
  [GUMBO_TAG_BODY] = LOST,
  [GUMBO_TAG_LINK] = VOID,
  [GUMBO_TAG_META] = VOID,
  [GUMBO_TAG_BR] = VOID,
  [GUMBO_TAG_COL] = VOID,
  [GUMBO_TAG_HR] = VOID | BOX,
  [GUMBO_TAG_ADDRESS] = BOX | SPECIAL,
  [GUMBO_TAG_ARTICLE] = BOX | SPECIAL,
  [GUMBO_TAG_ASIDE] = BOX | SPECIAL,
  [GUMBO_TAG_BLOCKQUOTE] = BOX | SPECIAL,
  [GUMBO_TAG_CENTER] = BOX | SPECIAL,
  [GUMBO_TAG_DETAILS] = BOX | SPECIAL,
  [GUMBO_TAG_DIR] = BOX | SPECIAL,
  [GUMBO_TAG_DIV] = BOX | SPECIAL,
  [GUMBO_TAG_DL] = BOX | SPECIAL,
  [GUMBO_TAG_FIELDSET] = BOX | SPECIAL,
  [GUMBO_TAG_FIGCAPTION] = BOX | SPECIAL,
  [GUMBO_TAG_FIGURE] = BOX | SPECIAL,
  [GUMBO_TAG_FOOTER] = BOX | SPECIAL,
  [GUMBO_TAG_HEADER] = BOX | SPECIAL,
  [GUMBO_TAG_HGROUP] = BOX | SPECIAL,
  [GUMBO_TAG_MAIN] = BOX | SPECIAL,
  [GUMBO_TAG_MENU] = BOX | SPECIAL,
  [GUMBO_TAG_NAV] = BOX | SPECIAL,
  [GUMBO_TAG_OL] = BOX | SPECIAL,
  [GUMBO_TAG_P] = BOX | SPECIAL,
  [GUMBO_TAG_SECTION] = BOX | SPECIAL,
  [GUMBO_TAG_SUMMARY] = BOX | SPECIAL,
  [GUMBO_TAG_UL] = BOX | SPECIAL,
  [GUMBO_TAG_H1] = BOX | SPECIAL,
  [GUMBO_TAG_H2] = BOX | SPECIAL,
  [GUMBO_TAG_H3] = BOX | SPECIAL,
  [GUMBO_TAG_H4] = BOX | SPECIAL,
  [GUMBO_TAG_H5] = BOX | SPECIAL,
  [GUMBO_TAG_H6] = BOX | SPECIAL,
  [GUMBO_TAG_PRE] = BOX | SPECIAL,
  [GUMBO_TAG_LISTING] = BOX | SPECIAL,
  [GUMBO_TAG_LI] = BOX | SPECIAL,
  [GUMBO_TAG_DD] = BOX | SPECIAL,
  [GUMBO_TAG_DT] = BOX | SPECIAL,
  [GUMBO_TAG_TABLE] = BOX | SPECIAL | FENCE,
  [GUMBO_TAG_CAPTION] = SPECIAL | FENCE | CELL,
  [GUMBO_TAG_TD] = SPECIAL | FENCE | CELL,
  [GUMBO_TAG_TH] = SPECIAL | FENCE | CELL,
  [GUMBO_TAG_TR] = SPECIAL | ROW,
  [GUMBO_TAG_TBODY] = SPECIAL | ROWS,
  [GUMBO_TAG_THEAD] = SPECIAL | ROWS,
  [GUMBO_TAG_TFOOT] = SPECIAL | ROWS,
  [GUMBO_TAG_COLGROUP] = SPECIAL | ROWS,
};

static guint
kind_at (const BsHtmlLevels *levels, guint depth)
{
  return KINDS[levels->stack[depth - 1]];
}

static void
push (BsHtmlLevels *levels, GumboTag tag)
{
  if (levels->depth <= BS_HTML_DEPTH_MAX)
    levels->stack[levels->depth++] = (guint8)tag;
}

/* Closes the nearest element of the kind and what is in it, unless a fence is nearer. */
static void
close_within (BsHtmlLevels *levels, GumboTag tag)
{
  for (guint depth = levels->depth; depth > 0; depth--)
    if (levels->stack[depth - 1] == tag)
      {
        levels->depth = depth - 1;
        return;
      }
    else if ((kind_at (levels, depth) & FENCE) != 0)
      return;
}

/* An item closes the one before it, unless a list or another box stands between. */
static void
close_item (BsHtmlLevels *levels, GumboTag one, GumboTag other)
{
  for (guint depth = levels->depth; depth > 0; depth--)
    {
      guint8 tag = levels->stack[depth - 1];

      if (tag == one || tag == other)
        {
          levels->depth = depth - 1;
          return;
        }
      if ((KINDS[tag] & SPECIAL) != 0 && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_P && tag != GUMBO_TAG_ADDRESS)
        return;
    }
}

static gboolean
is_heading (guint tag)
{
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

/* Down to what may hold the part of a table: FALSE where there is no table. */
static gboolean
clear_to (BsHtmlLevels *levels, guint kinds)
{
  guint depth = levels->depth;

  while (depth > 0 && levels->stack[depth - 1] != GUMBO_TAG_TABLE)
    depth--;
  if (depth == 0)
    return FALSE;
  while (depth < levels->depth && (kind_at (levels, depth + 1) & kinds) != 0)
    depth++;
  levels->depth = depth;
  return TRUE;
}

static gboolean
open_table_part (BsHtmlLevels *levels, GumboTag tag)
{
  guint kind = KINDS[tag];

  if ((kind & (CELL | ROW | ROWS)) == 0)
    return FALSE;
  if (!clear_to (levels, kind & ROWS ? 0 : kind & ROW ? ROWS : ROWS | ROW))
    return TRUE;
  if (kind & (CELL | ROW) && levels->stack[levels->depth - 1] == GUMBO_TAG_TABLE && tag != GUMBO_TAG_CAPTION)
    push (levels, GUMBO_TAG_TBODY);
  if (kind & CELL && kind_at (levels, levels->depth) & ROWS && tag != GUMBO_TAG_CAPTION)
    push (levels, GUMBO_TAG_TR);
  push (levels, tag);
  return TRUE;
}

/* What stands in a table outside its cells is moved before it, behind a look at all its parent's children. */
static gboolean
is_moved (const BsHtmlLevels *levels)
{
  return levels->depth > 0
         && (levels->stack[levels->depth - 1] == GUMBO_TAG_TABLE || (kind_at (levels, levels->depth) & (ROW | ROWS)));
}

void
bs_html_levels_open (BsHtmlLevels *levels, GumboTag tag)
{
  guint kind = KINDS[tag];

  levels->tags++;
  levels->work += levels->depth;
  if (kind & LOST || open_table_part (levels, tag))
    return;
  if (is_moved (levels))
    levels->work += levels->tags;
  if (tag == GUMBO_TAG_TABLE && is_moved (levels))
    close_within (levels, GUMBO_TAG_TABLE);
  if (tag == GUMBO_TAG_LI)
    close_item (levels, GUMBO_TAG_LI, GUMBO_TAG_LI);
  else if (tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT)
    close_item (levels, GUMBO_TAG_DD, GUMBO_TAG_DT);
  if (kind & BOX)
    close_within (levels, GUMBO_TAG_P);
  if (is_heading (tag) && levels->depth > 0 && is_heading (levels->stack[levels->depth - 1]))
    levels->depth--;
  if ((kind & VOID) == 0)
    push (levels, tag);
}

/* A part of the nearest table, or that table. */
static void
close_table_part (BsHtmlLevels *levels, GumboTag tag)
{
  for (guint depth = levels->depth; depth > 0; depth--)
    if (levels->stack[depth - 1] == tag)
      {
        levels->depth = depth - 1;
        return;
      }
    else if (levels->stack[depth - 1] == GUMBO_TAG_TABLE)
      return;
}

void
bs_html_levels_close (BsHtmlLevels *levels, GumboTag tag)
{
  guint kind = KINDS[tag];

  levels->tags++;
  levels->work += levels->depth;
  if (kind & LOST)
    return;
  if (kind & SPECIAL)
    {
      if (kind & (CELL | ROW | ROWS) || tag == GUMBO_TAG_TABLE)
        close_table_part (levels, tag);
      else
        close_within (levels, tag);
      return;
    }
  for (guint depth = levels->depth; depth > 0; depth--)
    if (levels->stack[depth - 1] == tag)
      {
        levels->depth = depth - 1;
        return;
      }
    else if ((kind_at (levels, depth) & SPECIAL) != 0)
      return;
}
