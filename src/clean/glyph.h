/* glyph.h: kinds of characters, and what stands seldom side by side: what tells a text from bytes read wrongly. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  BS_GLYPH_SPACE,
  BS_GLYPH_DIGIT,
  BS_GLYPH_POINT,      /* marks of ASCII */
  BS_GLYPH_CAPITAL,    /* Latin */
  BS_GLYPH_SMALL,
  BS_GLYPH_CAPITAL_2,  /* of another script: Greek, Cyrillic, Armenian */
  BS_GLYPH_SMALL_2,
  BS_GLYPH_UNCASED,    /* Hebrew, Arabic, Thai */
  BS_GLYPH_IDEOGRAPH,  /* of China, kana, Hangul */
  BS_GLYPH_MARK,       /* combining */
  BS_GLYPH_OPEN,       /* quotes and signs that open */
  BS_GLYPH_CLOSE,      /* quotes and dots that close */
  BS_GLYPH_APOSTROPHE, /* between letters or behind one */
  BS_GLYPH_DASH,
  BS_GLYPH_CURRENCY,
  BS_GLYPH_RAISED,     /* behind a figure: ° ² ½ */
  BS_GLYPH_INVERTED,   /* ¡ ¿ */
  BS_GLYPH_TRADE,      /* ® ™, behind a name */
  BS_GLYPH_SYMBOL,
  BS_GLYPH_BLANK,      /* a no-break space */
  BS_GLYPH_BOX,        /* frames and blocks, and the general sign for a currency, which nobody writes */
  BS_GLYPH_NONE,       /* a control, or not defined */
  BS_N_GLYPHS
} BsGlyph;

BsGlyph bs_glyph_of (gunichar c);

gboolean bs_glyph_is_letter (BsGlyph glyph);

/* In units of BS_BIT to the bit (clean/letter-model.h): what a sign that is no letter costs wherever it stands, and
 * what two cost side by side. */
guint16 bs_glyph_cost (BsGlyph glyph);
guint16 bs_glyph_pair_cost (BsGlyph first, BsGlyph second);

G_END_DECLS
