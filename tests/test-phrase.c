/* Every phrase of the list is met where it may stand, and phrases are found as if each were sought by itself: in
 * recombinations of the phrases, in any case, with curly quotes, broken blanks, and prose around them. Text is folded
 * by every set of instructions as it is byte by byte. */
#include "clean/fold.h"
#include "clean/phrase-internal.h"

static char *
block_with (const BsPhrase *phrase)
{
  gboolean open = phrase->text[phrase->length - 1] == '*';
  g_autofree char *text = g_strndup (phrase->text, phrase->length - open);

  if (phrase->where & WITHIN)
    return g_strconcat ("Xyz ", text, phrase->where & ADDRESS ? " a@b" : " xyz", NULL);
  if (phrase->where & END)
    return g_strconcat ("Xyz ", text, NULL);
  return g_strconcat (text, phrase->where & WHOLE ? "" : phrase->where & ADDRESS ? " a@b" : " xyz", NULL);
}

static void
test_all_are_met (void)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < bs_n_phrases; i++)
    {
      g_autofree char *block = block_with (&bs_phrases[i]);
      BsLook look;

      bs_look_at (&look, bs_span_of (block));
      bs_phrase_fold (folded, bs_span_of (block));
      if (bs_phrase_find (bs_span_of (block), &look, TRUE, folded) == BS_KEPT)
        g_error ("not met: %s", block);
      g_assert_cmpuint (bs_phrases[i].words, <=, BS_PHRASE_WORDS_MAX);
      if (bs_phrases[i].where & (WITHIN | END))
        g_assert_cmpuint (bs_phrases[i].words, <=, BS_PHRASE_WITHIN_WORDS);
      if (bs_phrases[i].where & WITHIN)
        g_assert_cmpuint (bs_phrase_length (&bs_phrases[i]), >=, BS_PHRASE_WINDOW);
    }
}

/* ---- The careful way ---- */

static gboolean
stands_at (const char *at, const char *phrase)
{
  gsize length = strlen (phrase);
  gboolean open = phrase[length - 1] == '*';

  length -= open;
  return strncmp (at, phrase, length) == 0
         && (open || !g_ascii_isalnum (at[length]) || !g_ascii_isalnum (phrase[length - 1]));
}

static gboolean
stands_within (const char *folded, const BsPhrase *phrase)
{
  gsize length = strlen (folded);

  for (gsize i = 0; i < length; i++)
    if (stands_at (folded + i, phrase->text)
        && ((phrase->where & LATE) == 0 || i < 40 || i + strlen (phrase->text) + 100 >= length)
        && (i == 0 || !g_ascii_isalnum (phrase->text[0]) || !g_ascii_isalnum (folded[i - 1])))
      return TRUE;
  return FALSE;
}

static gboolean
is_quoting (const BsPhrase *phrase, const char *folded, const BsLook *look)
{
  return (phrase->aside == BS_ASIDE_PROMO || phrase->aside == BS_ASIDE_NAVIGATION)
         && ((look->flags & BS_LOOK_QUOTE) || strstr (folded, ",\" ") != NULL);
}

static gboolean
is_whole (const char *folded, const char *phrase)
{
  const char *rest = folded + strlen (phrase);

  return g_str_has_prefix (folded, phrase)
         && (*rest == '\0' || (rest[1] == '\0' && strchr (":.!>", *rest) != NULL));
}

static gboolean
fits (const BsPhrase *phrase, const char *folded, const BsLook *look, gboolean edge)
{
  if (look->words > phrase->words || ((phrase->where & EDGE) && !edge)
      || ((phrase->where & (OPEN | END)) && (look->flags & BS_LOOK_STOP))
      || ((phrase->where & ADDRESS) && look->digits < 7 && strchr (folded, '@') == NULL))
    return FALSE;
  if (phrase->where & WHOLE)
    return is_whole (folded, phrase->text);
  if (phrase->where & START)
    return stands_at (folded, phrase->text);
  if (phrase->where & END)
    return g_str_has_suffix (folded, phrase->text);
  return stands_within (folded, phrase) && !is_quoting (phrase, folded, look);
}

static gboolean
is_asked (BsSpan block, guint hints)
{
  const char *first = bs_phrase_first_letter (block), *end = block.start + block.length;

  return block.length <= 40 || (hints & BS_HINTS_PHRASE) != 0 || (first < end && *first == '\xc2')
         || bs_phrase_is_start (first, end);
}

static gboolean
is_let_in (guint phrase, const BsLook *look, gboolean asked, guint hints)
{
  if ((bs_phrases[phrase].where & (WITHIN | END)) == 0)
    return asked;
  return bs_phrase_hint_of (phrase) != 0 ? (bs_phrase_hint_of (phrase) & hints) != 0 : asked && look->words <= 10;
}

static BsAside
find (BsSpan block, const BsLook *look, gboolean edge, const char *folded)
{
  guint hints = bs_phrase_hints (block);
  gboolean asked = is_asked (block, hints);

  for (guint i = 0; i < bs_n_phrases && look->words <= 120 && (look->flags & BS_LOOK_LONG) == 0; i++)
    if (is_let_in (i, look, asked, hints) && fits (&bs_phrases[i], folded, look, edge))
      return bs_phrases[i].aside;
  return BS_KEPT;
}

static void
fold (GString *folded, const char *at, const char *end)
{
  static const char *const CURLY[]
      = { "‘'", "’'", "“\"", "”\"", "‐-", "‑-", "–-", "—-" };

  g_string_truncate (folded, 0);
  while (at < end)
    {
      gsize bytes = 1;
      char plain = (guchar) *at <= ' ' ? ' ' : g_ascii_tolower (*at);

      for (guint i = 0; i < G_N_ELEMENTS (CURLY); i++)
        if (end - at > 2 && memcmp (at, CURLY[i], 3) == 0)
          {
            plain = CURLY[i][3];
            bytes = 3;
          }
      if (plain != ' ' || (folded->len > 0 && folded->str[folded->len - 1] != ' '))
        g_string_append_c (folded, plain);
      at += bytes;
    }
}

/* ---- Recombinations ---- */

static void
append_mutated (GRand *random, GString *text, const char *words, guint wildness)
{
  for (const char *at = words; *at != '\0'; at++)
    {
      gint draw = g_rand_int_range (random, 0, 1000);

      if (draw >= (gint) wildness)
        g_string_append_c (text, at == words && draw % 2 == 0 ? g_ascii_toupper (*at) : *at);
      else if (*at == ' ')
        g_string_append (text, draw % 4 == 0 ? "  " : draw % 4 == 1 ? "\n" : draw % 4 == 2 ? "\t" : " \n ");
      else if (*at == '\'')
        g_string_append (text, draw % 2 == 0 ? "’" : "‘");
      else if (*at == '-')
        g_string_append (text, draw % 2 == 0 ? "–" : "‑");
      else if (*at == '"')
        g_string_append (text, draw % 2 == 0 ? "“" : "”");
      else if (draw % 8 == 0)
        g_string_append_c (text, (char) g_rand_int_range (random, 'a', 'z'));
      else
        g_string_append_c (text, g_ascii_toupper (*at));
    }
}

static char *
make_block (GRand *random)
{
  static const char *const PROSE[]
      = { "the council", "met on", "monday", "and", "said, \"yes,\" he", "in 1911", "the photo", "of our", "your",
          "newsletter", "he's", "well-known", "twitter", "the file", "published", "www.example.org", "a@b.org",
          "555-01234", "café", "…", "«so»", "—", "this", "editor", "image", "all rights", "/afp", "/ap", "reuters" };
  static const char *const ENDS[] = { "", "", ".", "!", ":", ")", ".”", "?", ">", "/AP", "/AFP", "iStock", "," };
  static const char *const STARTS[] = { "", "", "", "\"", "“", "• ", "- ", "(", "© ", "(c) ", "> ", "*", "— ", "  " };
  GString *text = g_string_new (STARTS[g_rand_int_range (random, 0, G_N_ELEMENTS (STARTS))]);
  guint pieces = (guint) g_rand_int_range (random, 1, g_rand_int_range (random, 2, 25));
  guint wildness = (guint) g_rand_int_range (random, 0, 2) * (guint) g_rand_int_range (random, 0, 400);

  for (guint i = 0; i < pieces; i++)
    {
      if (g_rand_int_range (random, 0, i == 0 ? 2 : 6) == 0)
        {
          const BsPhrase *phrase = &bs_phrases[g_rand_int_range (random, 0, (gint) bs_n_phrases)];
          g_autofree char *words = g_strndup (phrase->text, bs_phrase_length (phrase));

          append_mutated (random, text, words, wildness);
        }
      else
        append_mutated (random, text, PROSE[g_rand_int_range (random, 0, G_N_ELEMENTS (PROSE))], wildness);
      if (i + 1 < pieces && g_rand_int_range (random, 0, 12) > 0)
        g_string_append_c (text, ' ');
    }
  g_string_append (text, ENDS[g_rand_int_range (random, 0, G_N_ELEMENTS (ENDS))]);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

static void
test_as_if_one_by_one (gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (11);
  g_autoptr (GString) folded = g_string_new (NULL), careful = g_string_new (NULL);
  guint found = 0;

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 6000; round++)
    {
      g_autofree char *block = make_block (random);
      gboolean edge = g_rand_boolean (random);
      BsSpan bytes = bs_span_of (block);
      const char *first = bs_phrase_first_letter (bytes);
      BsAside aside;
      BsLook look;

      if (bytes.length == 0)
        continue;
      bs_look_at (&look, bytes);
      bs_phrase_fold (folded, bytes);
      fold (careful, *first != '\0' ? first : block, block + bytes.length);
      g_assert_cmpstr (folded->str, ==, careful->str);
      aside = bs_phrase_find (bytes, &look, edge, folded);
      if (aside != find (bytes, &look, edge, careful->str))
        g_error ("%d, not %d: %s", aside, find (bytes, &look, edge, careful->str), block);
      if (aside != BS_KEPT && look.words > BS_PHRASE_WITHIN_WORDS)
        g_assert_true (bs_phrase_may_start (folded->str));
      found += aside != BS_KEPT;
    }
  g_assert_cmpuint (found, >, 1500);
  g_rand_free (random);
}

static void
test_fold (gconstpointer data)
{
  static const char *const BYTES[] = { "a", "b", "Z", "[", "@", "{", "`", " ", " ", "\n", "\x01", "\x7f", "é", "…",
                                       "’", "“", "—", "\xe2", "\xe2\x80", "\x80", "\xff", "9", ".", "word", "More" };
  GRand *random = g_rand_new_with_seed (12);
  g_autoptr (GString) text = g_string_new (NULL), careful = g_string_new (NULL);

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 20000; round++)
    {
      guint kinds = round % 3 == 0 ? 3 : G_N_ELEMENTS (BYTES), n = (guint) g_rand_int_range (random, 0, 200);
      g_autofree char *folded = NULL, *copy = NULL;
      gsize length;

      g_string_truncate (text, 0);
      for (guint i = 0; i < n; i++)
        g_string_append (text, BYTES[g_rand_int_range (random, 0, (gint) kinds)]);
      copy = g_memdup2 (text->str, text->len); /* of its very size, so that a byte read behind it is found */
      folded = g_malloc (text->len + BS_FOLD_ROOM);
      n = round % 2 == 0 ? (guint) text->len : (guint) g_rand_int_range (random, 0, (gint) text->len + 1);
      length = BS_KERNEL_CHOOSE (bs_fold) (copy, n, text->len, folded);
      fold (careful, text->str, text->str + n);
      g_assert_cmpmem (folded, length, careful->str, careful->len);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/all-are-met", test_all_are_met);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_autofree char *fold_path = g_strdup_printf ("/phrase/fold/%s", bs_cpu_name (cpu));
        g_autofree char *find_path = g_strdup_printf ("/phrase/as-if-one-by-one/%s", bs_cpu_name (cpu));

        g_test_add_data_func (fold_path, GUINT_TO_POINTER (cpu), test_fold);
        g_test_add_data_func (find_path, GUINT_TO_POINTER (cpu), test_as_if_one_by_one);
      }
  return g_test_run ();
}
