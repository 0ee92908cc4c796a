#include "segment/item.h"

/* What stands behind a marker; with its kind (figures, letters) its form. */
#define FORMS 6

/* A row of markers that is being followed: the last one's value and the gaps around the first. */
typedef struct {
  guint value;
  BsGap *front, *behind; /* of the last marker; NULL in front of the block's first word */
  gboolean marked;       /* the first stands behind a mark, and so must the others */
} Row;

/* 1 to 99, or 1 to 26 for a letter; 0: no marker. */
static guint
value_of (BsSpan text, const BsWord *word, gboolean *letter)
{
  const char *at = text.start + word->start;

  *letter = word->length == 1 && g_ascii_islower (*at);
  if (*letter)
    return (guint) (*at - 'a' + 1);
  if (word->length > 2 || !g_ascii_isdigit (at[0]) || !g_ascii_isdigit (at[word->length - 1]))
    return 0;
  return word->length == 1 ? (guint) (at[0] - '0') : (guint) (at[0] - '0') * 10 + (guint) (at[1] - '0');
}

/* The form of the marker that the gap stands behind, or -1. */
static int
form_of (const BsGap *gap, gboolean letter)
{
  const guint32 marks = BS_GAP_STOP | BS_GAP_SIGNED;

  if ((gap->flags & BS_GAP_BLANK) == 0 || (gap->flags & marks) == 0
      || (gap->flags & ~(marks | BS_GAP_BLANK | BS_GAP_QUOTED)) != 0)
    return -1;
  return (letter ? FORMS / 2 : 0) + ((gap->flags & marks) == marks ? 2 : (gap->flags & BS_GAP_STOP) != 0 ? 1 : 0);
}

static void
take (BsGap *front, BsGap *behind)
{
  if (front != NULL)
    front->verdict = BS_END_ITEM;
  behind->verdict = BS_ON_MARKER;
}

/* The marker between two gaps: goes on with its form's row, or starts one. */
static void
see_marker (Row *row, guint value, BsGap *front, BsGap *behind)
{
  gboolean marked = front != NULL && (front->flags & BS_GAP_MARKS) != 0;

  if (row->value > 0 && value == row->value + 1 && front != NULL && front != row->behind && (marked || !row->marked))
    {
      take (row->front, row->behind);
      take (front, behind);
      *row = (Row){ value, front, behind, row->marked };
    }
  else if (value == 1 && (front == NULL || (front->flags & (BS_GAP_MARKS | BS_GAP_COLON)) != 0))
    *row = (Row){ value, front, behind, marked };
}

void
bs_items_find (BsSpan text, const BsWord *words, const BsSpelling *spellings, BsGap *gaps, guint n_gaps,
               guint32 first_word)
{
  Row rows[FORMS] = { 0 };

  for (guint i = 0; i < n_gaps; i++)
    gaps[i].verdict = BS_N_VERDICTS;
  for (guint i = 0; i < n_gaps; i++)
    {
      BsGap *behind = &gaps[i], *front = i > 0 && gaps[i - 1].word + 1 == behind->word ? &gaps[i - 1] : NULL;
      gboolean letter;
      guint value;
      int form;

      if (behind->word <= first_word || (front == NULL && behind->word != first_word + 1))
        continue;
      value = value_of (text, &words[behind->word - 1], &letter);
      form = value > 0 ? form_of (behind, letter) : -1;
      if (form >= 0 && front != NULL && front->word > first_word
          && (spellings[words[front->word - 1].spelling].facts.flags & BS_WORD_BEFORE_NUMBER) != 0) /* "Fig. 1." */
        form = -1;
      if (form >= 0)
        see_marker (&rows[form], value, front, behind);
    }
}
