#include "clean/promo.h"
#include "clean/phrase.h"
#include "clean/starts.h"

#define WORDS_MAX 80
#define WORDS_MIN 5
#define SHORT_WORDS 30

static gboolean
is_one_of (const char *word, gsize length, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] == word[0] && strncmp (words[i], word, length) == 0 && words[i][length] == '\0')
      return TRUE;
  return FALSE;
}

static const char *const ORDERS[]
    = { "get",   "sign", "subscribe", "join",   "download", "follow", "visit",   "discover", "explore",  "try",
        "click", "read", "listen",    "watch",  "check",    "become", "support", "donate",   "register", "start",
        "stay",  "find", "see",       "browse", "enjoy",    "save",   "buy",     "call",     NULL };
static const char *const OFFERS[]
    = { "app",       "apps",         "platform",   "trial",    "email",      "e-mail",   "facebook",
        "twitter",   "instagram",    "whatsapp",   "telegram", "youtube",    "alerts",   "notifications",
        "content",   "coverage",     "edition",    "website",  "explainers", "faqs",     "analyses",
        "analysis",  "infographics", "journalism", "newsroom", "digest",     "briefing", "updates",
        "headlines", "stories",      "unlimited",  "premium",  NULL };
static const char *const SOLD[]
    = { "newsletter", "newsletters", "subscription", "subscriptions", "subscriber", "subscribers",
        "subscribe",  "inbox",       "membership",   "podcast",       "podcasts",   NULL };

/* What the words of a block amount to. */
typedef struct
{
  gboolean you, our;
  guint offers, sold;
} Speech;

static BsStartsOfLists starts_of_orders = { .lists = { ORDERS } };

static gboolean
starts_with_order (const BsStarts *starts, const char *at)
{
  gsize length = 0;

  if (!bs_starts_has (starts, at))
    return FALSE;
  while (g_ascii_isalpha (at[length]))
    length++;
  return length > 2 && is_one_of (at, length, ORDERS);
}

/* Whether any sentence starts with an order; cheap, and false for nearly all prose. */
static gboolean
has_order (const GString *folded)
{
  static const char STOPS[] = { '.', '!', '?' };
  const BsStarts *starts = bs_starts_of (&starts_of_orders);
  const char *end = folded->str + folded->len;

  if (starts_with_order (starts, folded->str))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (STOPS); i++)
    for (const char *at = folded->str; (at = memchr (at, STOPS[i], (gsize) (end - at))) != NULL; at++)
      if (at[1] == ' ' && starts_with_order (starts, at + 2))
        return TRUE;
  return FALSE;
}

static Speech
speech_of (const char *folded)
{
  static const char *const YOU[] = { "you", "your", "you'll", "you're", NULL };
  static const char *const OUR[] = { "our", "us", NULL };
  Speech speech = { FALSE };

  for (const char *at = folded; *at != '\0';)
    {
      const char *word = at;
      gsize length;

      while (g_ascii_isalnum (*at) || *at == '-' || *at == '\'')
        at++;
      if (at == word)
        {
          at++;
          continue;
        }
      length = (gsize) (at - word);
      speech.you |= is_one_of (word, length, YOU);
      speech.our |= is_one_of (word, length, OUR);
      speech.offers += is_one_of (word, length, OFFERS);
      speech.sold += is_one_of (word, length, SOLD);
    }
  return speech;
}

gboolean
bs_is_promo (BsSpan block, const BsLook *look, const GString *folded)
{
  gboolean is_short = look->words <= SHORT_WORDS, our = (look->hints & BS_HINT_OUR) != 0;
  gboolean selling;
  Speech speech;

  if (!(is_short || our) || look->words > WORDS_MAX || look->words < WORDS_MIN
      || (look->flags & (BS_LOOK_QUOTE | BS_LOOK_LONG)) || !has_order (folded)
      || memchr (folded->str, '"', folded->len) != NULL)
    return FALSE;
  selling = is_short && (bs_phrase_hints (block) & BS_HINT_SOLD) != 0;
  if (!selling && !our)
    return FALSE;
  speech = speech_of (folded->str);
  return (selling && speech.sold > 0) || (speech.you && speech.our && speech.offers + speech.sold >= 2);
}
