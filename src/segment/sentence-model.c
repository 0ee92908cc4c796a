#include "segment/sentence-model.h"

#include "lexicon/wordlist.h"

/* Kinds of words. */
typedef enum {
  NONE, FIGURE, CLOCK, ADDRESS, SHORT, CAPITALS, MIXED, LARGE_FUNCTION, LARGE_KNOWN, LARGE, SMALL_FUNCTION, SMALL_KNOWN,
  SMALL, N_KINDS
} Kind;

static const char *const kind_names[N_KINDS] = {
  "-",       "figure",     "clock",       "address", "short",          "CAPITALS",    "mixed",
  "The-And", "Large-known", "Large",      "the-and", "small-known", "small",
};

/* Kinds of gaps. */
typedef enum {
  BARE, COMMA, COLON, SEMICOLON, DASH, SIGN, QUOTE, OPEN_QUOTE, OPEN_SIGN, SMILEY, ROW, MARK_LOW, DOTS_LOW, DOTS, GLUED,
  STOP_LOW, N_GAPS
} GapKind;

static const char *const gap_names[N_GAPS] = {
  "bare", "comma", "colon",  "semicolon", "dash",     "sign",     "quote", "open-quote", "open-sign",
  "smiley", "row", "mark-low", "dots-low",  "dots", "glued", "stop-low",
};

#define N_LENGTHS 8
#define N_MANNERS (BS_MANNERS_OF_SMALL * BS_MANNERS_OF_OPEN)

/* Where the features of each template start. */
enum {
  FEATURES_AROUND = 0,                                             /* before, after */
  FEATURES_AFTER = FEATURES_AROUND + N_GAPS * N_KINDS * N_KINDS,   /* after, the next */
  FEATURES_BEFORE = FEATURES_AFTER + N_GAPS * N_KINDS * N_KINDS,   /* the second before, before */
  FEATURES_SINCE = FEATURES_BEFORE + N_GAPS * N_KINDS * N_KINDS,
  FEATURES_REST = FEATURES_SINCE + N_GAPS * 2 * N_LENGTHS,         /* is it the block's first sentence? */
  FEATURES_MANNER = FEATURES_REST + N_GAPS * 2 * N_LENGTHS,        /* does the block end with a mark? */
  N_FEATURES = FEATURES_MANNER + N_GAPS * N_MANNERS
};

#define MAX_FEATURES 6

static Kind
judge_kind (const BsWordFacts *word)
{
  if ((word->flags & BS_WORD_NUMBER) != 0)
    return (word->flags & BS_WORD_CLOCK) != 0 ? CLOCK : FIGURE;
  if ((word->flags & BS_WORD_ADDRESS) != 0)
    return ADDRESS;
  if (word->shape == BS_SHAPE_LOWER)
    return (word->flags & BS_WORD_FUNCTION) != 0 ? SMALL_FUNCTION
           : (word->flags & BS_WORD_DALE) != 0   ? SMALL_KNOWN
                                                 : SMALL;
  if (word->shape == BS_SHAPE_CAPITAL && (word->flags & (BS_WORD_FUNCTION | BS_WORD_STARTER)) != 0)
    return LARGE_FUNCTION;
  if ((word->flags & (BS_WORD_INITIAL | BS_WORD_INITIALISM | BS_WORD_ABBREVIATION)) != 0)
    return SHORT;
  if (word->shape == BS_SHAPE_CAPITAL)
    return (word->flags & BS_WORD_DALE) != 0 ? LARGE_KNOWN : LARGE;
  return word->shape == BS_SHAPE_UPPER ? CAPITALS : MIXED;
}

/* What a kind depends on, as a number. Asked at every gap, so that the many branches of judge_kind() would cost more
 * than all else. */
#define N_TRAITS 512

static const guint32 traits[] = { BS_WORD_NUMBER,
                                  BS_WORD_CLOCK,
                                  BS_WORD_ADDRESS,
                                  BS_WORD_FUNCTION,
                                  BS_WORD_DALE,
                                  BS_WORD_STARTER,
                                  BS_WORD_INITIAL | BS_WORD_INITIALISM | BS_WORD_ABBREVIATION };

static inline guint
traits_of (const BsWordFacts *word)
{
  guint number = word->shape;

  for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
    number |= (guint) ((word->flags & traits[i]) != 0) << (i + 2);
  return number;
}

static const guint8 *
make_kinds (void)
{
  guint8 *kinds = g_new (guint8, N_TRAITS);

  for (guint number = 0; number < N_TRAITS; number++)
    {
      BsWordFacts word = { .shape = number & 3 };

      for (guint i = 0; i < G_N_ELEMENTS (traits); i++)
        if ((number >> (i + 2) & 1) != 0)
          word.flags |= traits[i];
      kinds[number] = (guint8) judge_kind (&word);
    }
  return kinds;
}

static inline Kind
kind_of (const BsWordFacts *word)
{
  static const guint8 *kinds;

  if (word == NULL)
    return NONE;
  if (g_once_init_enter (&kinds))
    g_once_init_leave (&kinds, make_kinds ());
  return (Kind) kinds[traits_of (word)];
}

static GapKind
kind_of_gap (const BsJuncture *j, Kind after)
{
  guint32 gap = j->gap;
  gboolean low = after >= SMALL_FUNCTION;

  if ((gap & BS_GAP_GLUED) != 0)
    return GLUED;
  if ((gap & BS_GAP_ELLIPSIS) != 0)
    return low ? DOTS_LOW : DOTS;
  if ((gap & BS_GAP_MARK) != 0)
    return MARK_LOW;
  if ((gap & BS_GAP_STOP) != 0)
    return STOP_LOW;
  return (gap & BS_GAP_SMILEY) != 0      ? SMILEY
         : (gap & BS_GAP_RULE) != 0      ? ROW
         : (gap & BS_GAP_OPENED) != 0    ? OPEN_SIGN
         : (gap & BS_GAP_COMMA) != 0     ? COMMA
         : (gap & BS_GAP_COLON) != 0     ? COLON
         : (gap & BS_GAP_SEMICOLON) != 0 ? SEMICOLON
         : (gap & BS_GAP_DASH) != 0      ? DASH
         : (gap & BS_GAP_QUOTED) != 0    ? OPEN_QUOTE
         : (gap & BS_GAP_CLOSED) != 0    ? QUOTE
         : (gap & BS_GAP_SIGNED) != 0    ? SIGN
                                         : BARE;
}

/* Buckets of words: 1, 2, 3, 4 to 5, 6 to 9, 10 to 18, 19 to 35, more. */
static guint
bucket_of (guint32 words)
{
  static const guint8 ends[N_LENGTHS - 1] = { 1, 2, 3, 5, 9, 18, 35 };
  guint bucket = 0;

  while (bucket < N_LENGTHS - 1 && words > ends[bucket])
    bucket++;
  return bucket;
}

static inline guint
of_kinds (guint base, GapKind gap, Kind a, Kind b)
{
  return base + ((guint) gap * N_KINDS + (guint) a) * N_KINDS + (guint) b;
}

static inline guint
of_length (guint base, GapKind gap, gboolean which, guint32 words)
{
  return base + ((guint) gap * 2 + (which ? 1 : 0)) * N_LENGTHS + bucket_of (words);
}

static void
find_features (const BsJuncture *j, guint features[MAX_FEATURES])
{
  Kind before = kind_of (j->before[0]), after = kind_of (j->after[0]);
  GapKind gap = kind_of_gap (j, after);

  features[0] = of_kinds (FEATURES_AROUND, gap, before, after);
  features[1] = of_kinds (FEATURES_AFTER, gap, after, kind_of (j->after[1]));
  features[2] = of_kinds (FEATURES_BEFORE, gap, kind_of (j->before[1]), before);
  features[3] = of_length (FEATURES_SINCE, gap, j->since == j->place, j->since);
  features[4] = of_length (FEATURES_REST, gap, j->marked, j->rest);
  features[5] = FEATURES_MANNER + (guint) gap * N_MANNERS + (guint) j->manner.small * BS_MANNERS_OF_OPEN
                + j->manner.open;
}

static char *
name_of (guint feature)
{
  static const char *const templates[] = { "around", "after", "before" };
  guint per_template = N_GAPS * N_KINDS * N_KINDS;

  if (feature < FEATURES_SINCE)
    {
      guint rest = feature % per_template;

      return g_strdup_printf ("%s:%s:%s:%s", templates[feature / per_template], gap_names[rest / (N_KINDS * N_KINDS)],
                              kind_names[rest / N_KINDS % N_KINDS], kind_names[rest % N_KINDS]);
    }
  if (feature < FEATURES_MANNER)
    {
      gboolean since = feature < FEATURES_REST;
      guint rest = feature - (since ? FEATURES_SINCE : FEATURES_REST);
      const char *which = rest / N_LENGTHS % 2 == 0 ? "" : since ? ":first" : ":marked";

      return g_strdup_printf ("%s:%s%s:%u", since ? "since" : "rest", gap_names[rest / (2 * N_LENGTHS)], which,
                              rest % N_LENGTHS);
    }
  return g_strdup_printf ("manner:%s:%u", gap_names[(feature - FEATURES_MANNER) / N_MANNERS],
                          (feature - FEATURES_MANNER) % N_MANNERS);
}

char *
bs_sentence_features (const BsJuncture *juncture)
{
  guint features[MAX_FEATURES];
  GString *names = g_string_new (NULL);

  find_features (juncture, features);
  for (guint i = 0; i < MAX_FEATURES; i++)
    {
      g_autofree char *name = name_of (features[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* The index of a name that ends at `*at` with a colon or blank, and `*at` behind it; -1 for none. */
static int
take_name (const char **at, const char *const *names, int n)
{
  gsize length = strcspn (*at, ": ");

  for (int i = 0; i < n; i++)
    if (strlen (names[i]) == length && memcmp (names[i], *at, length) == 0)
      {
        *at += length + ((*at)[length] == ':');
        return i;
      }
  return -1;
}

/* The inverse of name_of(); N_FEATURES for what is no name. `*at` is left behind it. */
static guint
feature_of (const char **at)
{
  static const char *const templates[] = { "around", "after", "before", "since", "rest", "manner" };
  static const char *const switches[] = { "first", "marked" };
  int template = take_name (at, templates, G_N_ELEMENTS (templates));
  int gap = template >= 0 ? take_name (at, gap_names, N_GAPS) : -1;
  int a, b;

  if (gap < 0)
    return N_FEATURES;
  if (template < 3)
    {
      a = take_name (at, kind_names, N_KINDS);
      b = a >= 0 ? take_name (at, kind_names, N_KINDS) : -1;
      return b >= 0 ? of_kinds ((guint) template * N_GAPS * N_KINDS * N_KINDS, (GapKind) gap, (Kind) a, (Kind) b)
                    : N_FEATURES;
    }
  a = template < 5 ? take_name (at, switches, G_N_ELEMENTS (switches)) : -1;
  b = (int) g_ascii_strtoull (*at, (char **) at, 10);
  if (template == 5)
    return b < N_MANNERS ? FEATURES_MANNER + (guint) gap * N_MANNERS + (guint) b : N_FEATURES;
  return b < N_LENGTHS ? (template == 3 ? FEATURES_SINCE : FEATURES_REST)
                             + ((guint) gap * 2 + (a >= 0 ? 1 : 0)) * N_LENGTHS + (guint) b
                       : N_FEATURES;
}

/* Lines of a name, a blank and a weight; "#" starts a comment. */
static const gint8 *
read_weights (void)
{
  g_autoptr (GBytes) bytes = bs_lexicon_data ("sentence-weights.txt");
  BsSpan data = bs_span_of_bytes (bytes);
  g_autofree char *text = g_strndup (data.start, data.length);
  gint8 *weights = g_new0 (gint8, N_FEATURES);

  for (const char *line = text; *line != '\0'; line += strcspn (line, "\n"), line += *line == '\n')
    {
      const char *at = line;
      guint feature = *line == '#' || *line == '\n' ? N_FEATURES : feature_of (&at);

      if (feature < N_FEATURES && *at == ' ')
        weights[feature] = (gint8) CLAMP (g_ascii_strtoll (at, NULL, 10), -128, 127);
      else if (*line != '#' && *line != '\n')
        g_error ("sentence-weights.txt: no feature: %.60s", line); /* built in: the program is broken */
    }
  return weights;
}

static const gint8 *
the_weights (void)
{
  static const gint8 *weights;

  if (g_once_init_enter (&weights))
    g_once_init_leave (&weights, read_weights ());
  return weights;
}

int
bs_sentence_weigh (const BsJuncture *j)
{
  const gint8 *weights = the_weights ();
  guint features[MAX_FEATURES];
  int score = j->before[0]->ends + j->after[0]->starts;

  find_features (j, features);
  for (guint i = 0; i < MAX_FEATURES; i++)
    score += weights[features[i]];
  return score - (j->manner.small == 0 && j->manner.open < 2 ? BS_SENTENCE_PRINT_MARGIN : BS_SENTENCE_FREE_MARGIN);
}
