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
    = { "get",      "sign",   "subscribe", "join",     "download", "follow",  "visit", "discover", "explore", "click",
        "listen",   "become", "support",   "donate",   "register", "start",   "stay",  "find",     "enter",   NULL };
/* What advice says as well: "Call your provider and cancel the subscription". */
static const char *const ADVICE[]
    = { "try", "read", "watch", "check", "see", "browse", "enjoy", "save", "buy", "call", NULL };
static const char *const OFFERS[]
    = { "app",       "apps",         "platform",   "trial",    "email",      "e-mail",   "facebook",
        "twitter",   "instagram",    "whatsapp",   "telegram", "youtube",    "alerts",   "notifications",
        "content",   "coverage",     "edition",    "website",  "explainers", "faqs",     "analyses",
        "analysis",  "infographics", "journalism", "newsroom", "digest",     "briefing", "updates",
        "headlines", "stories",      "unlimited",  "premium",  NULL };
static const char *const SOLD[]
    = { "newsletter", "newsletters", "subscription", "subscriptions", "subscriber", "subscribers",
        "subscribe",  "inbox",       "membership",   "podcast",       "podcasts",   NULL };

/* What starts a sentence, the stronger order last. */
typedef enum
{
  NO_ORDER,
  SOME_ADVICE,
  AN_ORDER
} Order;

/* What the words of a block amount to. */
typedef struct
{
  gboolean you, our, we;
  guint offers, sold;
} Speech;

static BsStartsOfLists starts_of_orders = { .lists = { ORDERS, ADVICE } };

static Order
order_at (const BsStarts *starts, const char *at)
{
  gsize length = 0;

  if (!bs_starts_has (starts, at))
    return NO_ORDER;
  while (g_ascii_isalpha (at[length]))
    length++;
  if (length <= 2)
    return NO_ORDER;
  return is_one_of (at, length, ORDERS) ? AN_ORDER : is_one_of (at, length, ADVICE) ? SOME_ADVICE : NO_ORDER;
}

/* The strongest order that a sentence starts with; cheap, and none in nearly all prose. */
static Order
find_order (const GString *folded)
{
  static const char STOPS[] = { '.', '!', '?', ':' };
  const BsStarts *starts = bs_starts_of (&starts_of_orders);
  const char *end = folded->str + folded->len;
  Order found = order_at (starts, folded->str);

  for (guint i = 0; i < G_N_ELEMENTS (STOPS); i++)
    for (const char *at = folded->str; (at = memchr (at, STOPS[i], (gsize) (end - at))) != NULL; at++)
      if (at[1] == ' ')
        found = MAX (found, order_at (starts, at + 2));
  return found;
}

static Speech
speech_of (const char *folded)
{
  static const char *const YOU[] = { "you", "your", "you'll", "you're", NULL };
  static const char *const OUR[] = { "our", "us", NULL };
  static const char *const WE[] = { "we", "we'd", "we'll", "we're", "we've", NULL };
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
      speech.we |= is_one_of (word, length, WE);
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
  Order order;
  Speech speech;

  if (!(is_short || our) || look->words > WORDS_MAX || look->words < WORDS_MIN
      || (look->flags & (BS_LOOK_QUOTE | BS_LOOK_LONG)) || (order = find_order (folded)) == NO_ORDER
      || memchr (folded->str, '"', folded->len) != NULL)
    return FALSE;
  selling = is_short && (bs_phrase_hints (block) & BS_HINT_SOLD) != 0;
  if (!selling && !our)
    return FALSE;
  speech = speech_of (folded->str);
  selling &= speech.sold > 0 && (order == AN_ORDER || speech.our || look->digits >= BS_PHRASE_NUMBER_DIGITS);
  return selling || (speech.you && speech.our && speech.offers + speech.sold >= 2);
}

/* "Please sign here", "…, be sure to visit us". */
static gboolean
has_plea (const char *folded)
{
  static const char *const PLEAS[] = { "please ", "be sure to ", "don't forget to " };

  for (guint i = 0; i < G_N_ELEMENTS (PLEAS); i++)
    for (const char *at = folded; (at = strstr (at, PLEAS[i])) != NULL; at++)
      if (at == folded || (at - folded > 1 && at[-1] == ' ' && strchr (".,!?", at[-2]) != NULL))
        return TRUE;
  return FALSE;
}

gboolean
bs_speaks_to_reader (const GString *folded)
{
  Speech speech;

  if (find_order (folded) == AN_ORDER || memchr (folded->str, '@', folded->len) != NULL
      || g_str_has_suffix (folded->str, "!") || has_plea (folded->str))
    return TRUE;
  speech = speech_of (folded->str);
  return speech.you && (speech.our || speech.we);
}
