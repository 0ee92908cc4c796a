#include "article.h"

#include <string.h>

/* exp(7.7) = 2,208 bytes is the median, 2,540 the mean. */
#define LENGTH_MEAN 7.7
#define LENGTH_DEVIATION 0.53

static const char *const furniture[] = { "Advertisement", "Share this article", "Sign up for our newsletter",
  "Read more", "Follow us on Twitter", "All rights reserved.", "Related stories", "Subscribe now" };
static const char *const titles[] = { "Mr.", "Mrs.", "Dr.", "Gen.", "Sen.", "Prof." };

static void
add_word (Maker *maker, guint rank, gboolean capital)
{
  const char *word = words_get (maker->words, rank);

  maker->words->tokens++;
  if (capital) {
    gunichar first = g_unichar_toupper (g_utf8_get_char (word));

    g_string_append_unichar (maker->text, first);
    word = g_utf8_next_char (word);
  }
  g_string_append (maker->text, word);
}

static void
add_name (Maker *maker)
{
  add_word (maker, words_draw (maker->words, &maker->draw), TRUE);
  g_string_append_c (maker->text, ' ');
  add_word (maker, words_draw (maker->words, &maker->draw), TRUE);
}

/* Quotation marks that open stand behind a space. */
static void
add_literal (Maker *maker, const Piece *piece)
{
  for (guint i = 0; i < piece->length; i++) {
    char c = piece->bytes[i];
    char before = maker->text->str[maker->text->len - 1];

    if (c == '"' && maker->curly)
      g_string_append (maker->text, g_ascii_isspace (before) ? "“" : "”");
    else if (c == '\'' && maker->curly)
      g_string_append (maker->text, g_ascii_isspace (before) ? "‘" : "’");
    else if (c == '-' && maker->curly && i + 1 < piece->length && piece->bytes[i + 1] == '-')
      g_string_append (maker->text, "—"), i++;
    else
      g_string_append_c (maker->text, g_ascii_isspace (c) ? ' ' : c);
  }
}

/* Years, small numbers and round ones: as in life, few different ones. */
static void
add_number (Maker *maker, guint n_digits)
{
  if (n_digits == 4)
    g_string_append_printf (maker->text, "%u", 1900 + draw_below (&maker->draw, 130));
  else if (n_digits < 3)
    g_string_append_printf (maker->text, "%u", 1 + draw_below (&maker->draw, n_digits == 1 ? 9 : 99));
  else
    g_string_append_printf (maker->text, "%u00", 1 + draw_below (&maker->draw, 9));
}

static void
add_frame (Maker *maker, gboolean headline)
{
  const Frames *frames = maker->frames;
  guint frame = draw_below (&maker->draw, frames->starts->len - 1);
  guint end = g_array_index (frames->starts, guint, frame + 1);
  guint n_words = 0;

  for (guint i = g_array_index (frames->starts, guint, frame); i < end && (!headline || n_words < 9); i++) {
    const Piece *piece = &g_array_index (frames->pieces, Piece, i);

    switch (piece->kind) {
    case PIECE_LITERAL:
      if (piece->length == 1 && piece->bytes[0] == '-' && draw_chance (&maker->draw, .8))
        g_string_append_c (maker->text, ' '); /* compounds of drawn words would all be new */
      else if (!headline)
        add_literal (maker, piece);
      else if (i + 1 < end)
        g_string_append_c (maker->text, ' ');
      break;
    case PIECE_DIGITS:
      add_number (maker, piece->length);
      break;
    case PIECE_HEAD:
    case PIECE_SLOT: {
      guint rank = piece->kind == PIECE_HEAD ? piece->rank : words_draw (maker->words, &maker->draw);

      add_word (maker, rank, piece->capital || (headline && piece->kind == PIECE_SLOT));
      n_words++;
      break;
    }
    }
  }
  while (headline && maker->text->str[maker->text->len - 1] == ' ')
    g_string_truncate (maker->text, maker->text->len - 1);
}

static void
add_quote (Maker *maker)
{
  g_string_append (maker->text, maker->curly ? "“" : "\"");
  add_frame (maker, FALSE);
  if (strchr (".,", maker->text->str[maker->text->len - 1]) != NULL)
    maker->text->str[maker->text->len - 1] = ',';
  g_string_append (maker->text, maker->curly ? "” " : "\" ");
  g_string_append (maker->text, "said ");
  maker->words->tokens++;
  if (draw_chance (&maker->draw, .4)) {
    g_string_append (maker->text, titles[draw_below (&maker->draw, G_N_ELEMENTS (titles))]);
    g_string_append_c (maker->text, ' ');
    maker->words->tokens++;
  }
  add_name (maker);
  g_string_append (maker->text, draw_chance (&maker->draw, .1) ? " of the U.S. office." : ".");
}

static void
add_paragraph (Maker *maker)
{
  guint n = 1 + draw_below (&maker->draw, 4);

  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (maker->text, ' ');
    if (draw_chance (&maker->draw, .12))
      add_quote (maker);
    else
      add_frame (maker, FALSE);
  }
  g_string_append (maker->text, "\n\n");
}

GString *
maker_next (Maker *maker)
{
  double length = exp (LENGTH_MEAN + LENGTH_DEVIATION * draw_normal (&maker->draw));

  maker->curly = draw_chance (&maker->draw, .6);
  g_string_truncate (maker->text, 0);
  add_frame (maker, TRUE);
  g_string_append (maker->text, "\n\n");
  if (draw_chance (&maker->draw, .3)) {
    g_string_append (maker->text, "By ");
    add_name (maker);
    g_string_append (maker->text, "\n\n");
  }
  do {
    add_paragraph (maker);
    if (draw_chance (&maker->draw, .04))
      g_string_append_printf (maker->text, "%s\n\n", furniture[draw_below (&maker->draw, G_N_ELEMENTS (furniture))]);
  } while ((double) maker->text->len < length);
  g_string_truncate (maker->text, maker->text->len - 1);
  return maker->text;
}
