#include "clean/phrase-list.h"

#define NAVIGATION(where, words, text) { BS_ASIDE_NAVIGATION, words, where, sizeof text - 1, text },
#define PROMO(where, words, text)      { BS_ASIDE_PROMO, words, where, sizeof text - 1, text },
#define CAPTION(where, words, text)    { BS_ASIDE_CAPTION, words, where, sizeof text - 1, text },
#define CREDIT(where, words, text)     { BS_ASIDE_CREDIT, words, where, sizeof text - 1, text },
#define LEGAL(where, words, text)      { BS_ASIDE_LEGAL, words, where, sizeof text - 1, text },
#define CORRECTION(where, words, text) { BS_ASIDE_CORRECTION, words, where, sizeof text - 1, text },
#define BYLINE(where, words, text)     { BS_ASIDE_BYLINE, words, where, sizeof text - 1, text },

const BsPhrase bs_phrases[] = {
#include "clean/phrase-credit.inc"
#include "clean/phrase-note.inc"
#include "clean/phrase-caption.inc"
#include "clean/phrase-navigation.inc"
#include "clean/phrase-notice.inc"
#include "clean/phrase-promo.inc"
#include "clean/phrase-paywall.inc"
#include "clean/phrase-link.inc"
};
const guint bs_n_phrases = G_N_ELEMENTS (bs_phrases);

G_STATIC_ASSERT (G_N_ELEMENTS (bs_phrases) <= BS_PHRASES_MAX);
