#include "compare/story.h"

#include <string.h>

#define ROUNDUP_MOST 64 /* a text that holds more others is a roundup in any case */

typedef struct {
  const BsStoryText *texts;
  guint n;
  const BsNearPair *pairs;
  guint n_pairs;
  guint32 *parent;      /* union-find */
  GHashTable *connected; /* of guint64: pairs that are copies, a << 32 | b */
} Stories;

static guint32
root_of (guint32 *parent, guint32 at)
{
  while (parent[at] != at)
    at = parent[at] = parent[parent[at]];
  return at;
}

/* The lower number becomes the root, so that the outcome does not depend on the order. */
static void
join (guint32 *parent, guint32 a, guint32 b)
{
  a = root_of (parent, a);
  b = root_of (parent, b);
  parent[MAX (a, b)] = MIN (a, b);
}

static guint64
pair_key (guint32 a, guint32 b)
{
  return (guint64) MIN (a, b) << 32 | MAX (a, b);
}

/* ---- Which belong together ---------------------------------------------------------------------------------------- */

/* A text that stands in a longer one. */
typedef struct {
  guint32 longer;
  guint32 shorter;
} Inside;

static int
by_longer (gconstpointer a, gconstpointer b)
{
  const Inside *x = a, *y = b;

  if (x->longer != y->longer)
    return x->longer < y->longer ? -1 : 1;
  return (x->shorter > y->shorter) - (x->shorter < y->shorter);
}

/* Whether the texts inside one longer text are connected without it. */
static gboolean
hang_together (const Stories *stories, const Inside *inside, guint n)
{
  guint32 parent[ROUNDUP_MOST];

  if (n > ROUNDUP_MOST)
    return FALSE;
  for (guint i = 0; i < n; i++)
    parent[i] = i;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        guint64 key = pair_key (inside[i].shorter, inside[j].shorter);

        if (g_hash_table_contains (stories->connected, &key))
          join (parent, i, j);
      }
  for (guint i = 1; i < n; i++)
    if (root_of (parent, i) != 0)
      return FALSE;
  return TRUE;
}

static void
join_inside (Stories *stories, GArray *inside)
{
  g_array_sort (inside, by_longer);
  for (guint i = 0, next; i < inside->len; i = next)
    {
      const Inside *first = &g_array_index (inside, Inside, i);

      for (next = i + 1; next < inside->len && g_array_index (inside, Inside, next).longer == first->longer; next++)
        ;
      if (hang_together (stories, first, next - i))
        join (stories->parent, first->longer, first->shorter);
    }
}

/* The halves of a key are near each other where a story is a crowd; g_int64_hash(), their exclusive or, would give a
 * hundred values for millions of pairs. */
static guint
hash_pair (gconstpointer key)
{
  return (guint) ((*(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

static void
connect (Stories *stories)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (Inside));
  g_autofree guint64 *keys = g_new (guint64, stories->n_pairs + 1);

  stories->connected = g_hash_table_new (hash_pair, g_int64_equal);
  for (guint i = 0; i < stories->n_pairs; i++)
    {
      const BsNearPair *pair = &stories->pairs[i];
      gboolean a_longer = stories->texts[pair->a].words >= stories->texts[pair->b].words;
      Inside contained = { a_longer ? pair->a : pair->b, a_longer ? pair->b : pair->a };

      if (!bs_near_is_copy (pair))
        continue;
      keys[i] = pair_key (pair->a, pair->b);
      g_hash_table_add (stories->connected, &keys[i]);
      if (pair->jaccard >= BS_COPY_JACCARD)
        join (stories->parent, pair->a, pair->b);
      else
        g_array_append_val (inside, contained);
    }
  join_inside (stories, inside);
  g_hash_table_unref (stories->connected);
}

/* ---- Which is the original ---------------------------------------------------------------------------------------- */

/* Words that names have or have not. */
static gboolean
says_nothing (const char *word)
{
  static const char *const words[] = { "the", "blog", "website", "site", "magazine", "newspaper", NULL };

  return g_strv_contains (words, word);
}

/* The end of an address. */
static gboolean
is_ending (const char *word)
{
  static const char *const endings[] = { "com", "org", "net", "gov", "edu", NULL };

  return g_strv_contains (endings, word);
}

/* The words of a name that tell it from others, written together. */
static char *
plain_name (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *word = g_string_new (NULL);

  for (const char *at = folded;; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != 0 && (g_unichar_isalnum (c) || g_unichar_ismark (c)))
        {
          g_string_append_unichar (word, c);
          continue;
        }
      if (word->len > 0 && !says_nothing (word->str) && !(words->len == 0 && g_str_equal (word->str, "www")))
        g_ptr_array_add (words, g_strdup (word->str));
      g_string_truncate (word, 0);
      if (c == 0)
        break;
    }
  if (words->len > 1 && is_ending (words->pdata[words->len - 1]))
    g_ptr_array_set_size (words, (int) words->len - 1);
  for (guint i = 0; i < words->len; i++)
    g_string_append (word, words->pdata[i]);
  return g_string_free (word, FALSE);
}

gboolean
bs_credit_names (const char *credit, const char *outlet)
{
  g_autofree char *x = plain_name (credit);
  g_autofree char *y = plain_name (outlet);

  return x[0] != '\0' && g_str_equal (x, y);
}

static gboolean
credits (const BsStoryText *text, const BsStoryText *other)
{
  return text->credit != NULL
         && (bs_credit_names (text->credit, other->outlet)
             || (other->publisher != NULL && bs_credit_names (text->credit, other->publisher)));
}

/* How many of the story, from other outlets, credit this one. Asked of the first ROUNDUP_MOST of a story, so that a
 * story of a great many costs no square. */
static guint
times_credited (const Stories *stories, const GArray *members, guint32 text)
{
  guint times = 0;

  for (guint i = 0; i < MIN (members->len, ROUNDUP_MOST); i++)
    {
      const BsStoryText *other = &stories->texts[g_array_index (members, guint32, i)];

      times += !g_str_equal (other->outlet, stories->texts[text].outlet) && credits (other, &stories->texts[text]);
    }
  return times;
}

/* Whether day a comes before b; a month comes behind its days, no day behind all. */
static int
compare_days (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (g_str_has_prefix (a, b) || g_str_has_prefix (b, a))
    return (strlen (a) < strlen (b)) - (strlen (a) > strlen (b));
  return strcmp (a, b);
}

static gboolean
comes_first (const BsStoryText *a, guint credited_a, const BsStoryText *b, guint credited_b)
{
  int days = compare_days (a->day, b->day);

  if (credited_a != credited_b)
    return credited_a > credited_b;
  if ((a->credit == NULL) != (b->credit == NULL))
    return a->credit == NULL;
  return days != 0 ? days < 0 : a->words > b->words;
}

static guint32
original_of (const Stories *stories, const GArray *members)
{
  guint32 best = g_array_index (members, guint32, 0);
  guint best_credited = times_credited (stories, members, best);

  for (guint i = 1; i < members->len; i++)
    {
      guint32 text = g_array_index (members, guint32, i);
      guint credited = times_credited (stories, members, text);

      if (!comes_first (&stories->texts[text], credited, &stories->texts[best], best_credited))
        continue;
      best = text;
      best_credited = credited;
    }
  return best;
}

guint32 *
bs_stories (const BsStoryText *texts, guint n, const BsNearPair *pairs, guint n_pairs)
{
  Stories stories = { .texts = texts, .n = n, .pairs = pairs, .n_pairs = n_pairs };
  g_autofree guint32 *next = g_new (guint32, n + 1);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 *original = g_new (guint32, n + 1);
  g_autofree guint32 *last = g_new (guint32, n + 1);

  stories.parent = g_new (guint32, n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      stories.parent[i] = last[i] = i;
      next[i] = original[i] = BS_NO_STORY;
    }
  connect (&stories);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 root = root_of (stories.parent, i);

      if (root != i)
        last[root] = next[last[root]] = i;
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint32 best;

      if (stories.parent[i] != i || next[i] == BS_NO_STORY)
        continue;
      g_array_set_size (members, 0);
      for (guint32 at = i; at != BS_NO_STORY; at = next[at])
        g_array_append_val (members, at);
      best = original_of (&stories, members);
      for (guint32 at = i; at != BS_NO_STORY; at = next[at])
        original[at] = best;
    }
  g_free (stories.parent);
  return original;
}
