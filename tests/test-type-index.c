/* One type for a word however it is cased, composed or quoted; one spelling for each way of writing it. */
#include "segment/type-index.h"

#include "segment-help.h"

/* The spelling's number of a word that stands alone in a buffer of just its size. */
static guint32
look_up (BsTypeIndex *index, const char *word)
{
  gsize length = strlen (word);
  g_autofree char *copy = exact_copy (bs_span (word, length));
  BsWord found = { 0, (guint32) length, G_MAXUINT32 };

  bs_type_index_look_up (index, bs_span (copy, length), &found, 1);
  return found.spelling;
}

static const BsType *
type_of (BsTypeIndex *index, const char *word)
{
  guint32 spelling = look_up (index, word);

  return bs_type_index_type (index, bs_type_index_spellings (index)[spelling].type);
}

/* An index keeps to the options that it was made with. */
static void
test_options (void)
{
  BsLexiconOptions options = { BS_NUMBERS_ONE };
  g_autoptr (BsTypeIndex) one = bs_type_index_new (&options), spoken = NULL;

  options.numbers = BS_NUMBERS_SPOKEN;
  spoken = bs_type_index_new (&options);
  for (guint i = 0; i < 2; i++)
    {
      guint32 a = look_up (one, "1984"), b = look_up (spoken, "1984");

      g_assert_cmpuint (bs_type_index_spellings (one)[a].facts.syllables, ==, 1);
      g_assert_cmpuint (bs_type_index_spellings (spoken)[b].facts.syllables, ==, 5);
    }
}

/* The facts of a type are those of its own word, whichever spelling was met and whatever its options. */
static void
test_describe (void)
{
  static const char *const words[] = { "the", "NASA", "1984", "Straße", "Ferryman", "ferryman", "O‘Neill" };

  for (guint numbers = 0; numbers < 2; numbers++)
    {
      const BsLexiconOptions options = { numbers };
      g_autoptr (BsTypeIndex) index = bs_type_index_new (&options);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          const BsType *type = type_of (index, words[i]);
          BsWordFacts facts, expected;

          bs_type_index_describe (index, type->id, &facts);
          bs_lexicon_describe (bs_type_word (type), bs_type_word (type), NULL, &expected);
          g_assert_cmpmem (&facts, sizeof facts, &expected, sizeof expected);
        }
    }
}

static const struct {
  const char *a;
  const char *b;
  const char *type;
} alike[] = {
  { "the", "The", "the" },
  { "the", "THE", "the" },
  { "cafe\xcc\x81", "CAFÉ", "café" },
  { "don’t", "DON'T", "don't" },
  { "o\xca\xbcneill", "O‘Neill", "o'neill" },
  { "non\xe2\x80\x91stop", "Non-Stop", "non-stop" },
  { "Straße", "STRASSE", "strasse" },
  { "Σίσυφος", "ΣΊΣΥΦΟΣ", "σίσυφοσ" },
  { "Ångström", "\xe2\x84\xabngström", "ångström" }, /* Å and the ångström sign */
  { "Internationalization", "internationalization", "internationalization" },
  { "antidisestablishmentarianism’s", "Antidisestablishmentarianism's", "antidisestablishmentarianism's" },
};

static void
test_types (void)
{
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      const BsType *type = type_of (index, alike[i].a);

      g_assert_cmpstr (type->word, ==, alike[i].type);
      g_assert_cmpuint (type->length, ==, strlen (alike[i].type));
      g_assert_true (type == type_of (index, alike[i].b));
      g_assert_cmpuint (look_up (index, alike[i].a), !=, look_up (index, alike[i].b));
      g_assert_cmpuint (look_up (index, alike[i].a), ==, look_up (index, alike[i].a));
      g_assert_true (bs_type_index_find (index, alike[i].type) == type);
    }
  for (guint32 id = 0; id < bs_type_index_n_types (index); id++) /* each is there once, under its word */
    g_assert_true (bs_type_index_find (index, bs_type_index_type (index, id)->word) == bs_type_index_type (index, id));
  g_assert_null (bs_type_index_find (index, "The"));
}

/* Neighbours in all but one byte, in front, behind, and at the lengths where the key changes. */
static void
test_types_apart (void)
{
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);

  for (guint length = 1; length <= 40; length++)
    {
      g_autofree char *word = g_strnfill (length, 'x');
      const BsType *plain = type_of (index, word);

      g_assert_cmpuint (plain->length, ==, length);
      word[0] = 'y';
      g_assert_true (type_of (index, word) != plain);
      word[0] = 'x';
      word[length - 1] = 'z';
      g_assert_true (type_of (index, word) != plain);
      word[length - 1] = 'x';
      g_assert_true (type_of (index, word) == plain);
    }
  g_assert_cmpuint (bs_type_index_n_types (index), ==, 40 + 40 + 40);
}

/* Words in a row, some at the very end, are looked up as they are alone. */
static void
test_batches (void)
{
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BsWord));
  g_autofree char *copy = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      BsWord word = { .start = (guint32) text->len };

      g_string_append_printf (text, "%s%u", i % 3 == 0 ? "a_rather_long_word_" : "w", i % 401);
      word.length = (guint32) text->len - word.start;
      g_array_append_val (words, word);
    }
  copy = exact_copy (bs_span (text->str, text->len));
  bs_type_index_look_up (index, bs_span (copy, text->len), (BsWord *) (gpointer) words->data, words->len);
  for (guint i = 0; i < words->len; i++)
    {
      const BsWord *word = &g_array_index (words, BsWord, i);
      g_autofree char *alone = g_strndup (copy + word->start, word->length);

      g_assert_cmpuint (look_up (index, alone), ==, word->spelling);
      g_assert_cmpstr (type_of (index, alone)->word, ==, alone);
    }
}

static void
test_growth (void)
{
  g_autoptr (BsTypeIndex) index = bs_type_index_new (NULL);
  const guint n = 300000;
  const BsType *first = type_of (index, "first");

  for (guint i = 0; i < n; i++)
    {
      char word[64];

      g_snprintf (word, sizeof word, i % 2 == 0 ? "w%u" : "quite_a_long_word_%u", i);
      g_assert_cmpuint (look_up (index, word), ==, i + 1);
    }
  g_assert_cmpuint (bs_type_index_n_types (index), ==, n + 1);
  g_assert_cmpuint (bs_type_index_n_spellings (index), ==, n + 1);
  for (guint i = 0; i < n; i += 97)
    {
      char word[64];

      g_snprintf (word, sizeof word, i % 2 == 0 ? "w%u" : "quite_a_long_word_%u", i);
      g_assert_cmpuint (look_up (index, word), ==, i + 1);
    }
  g_assert_true (type_of (index, "first") == first); /* a type never moves */
}

/* What was folded stays as it is when folded again, for every letter with and without an accent behind; but for
 * Cherokee, whose small letters came late: GLib folds them to capitals, and capitals to them. */
static void
test_fold_settles (void)
{
  g_autoptr (GString) once = g_string_new (NULL), again = g_string_new (NULL);

  for (gunichar c = 1; c < 0x30000; c++)
    for (guint accent = 0; accent < 2; accent++)
      {
        char word[12];
        gint length;

        if (!g_unichar_isalpha (c) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_CHEROKEE)
          continue;
        length = g_unichar_to_utf8 (c, word);
        if (accent == 1)
          length += g_unichar_to_utf8 (0x301, word + length);
        g_string_truncate (once, 0);
        g_string_truncate (again, 0);
        bs_fold_word (bs_span (word, (gsize) length), once);
        bs_fold_word (bs_span (once->str, once->len), again);
        if (!g_string_equal (once, again))
          g_error ("U+%04X: %s, then %s", c, once->str, again->str);
        g_assert_true (g_utf8_validate (once->str, (gssize) once->len, NULL));
      }
}

static void
test_fold_long (void)
{
  g_autoptr (GString) word = g_string_new (NULL), folded = g_string_new (NULL);

  for (guint i = 0; i < BS_FOLD_MAX; i++)
    g_string_append (word, "É");
  bs_fold_word (bs_span (word->str, word->len), folded);
  g_assert_cmpuint (folded->len, ==, word->len);
  g_assert_true (g_str_has_prefix (folded->str, "éé"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/type-index/types", test_types);
  g_test_add_func ("/type-index/options", test_options);
  g_test_add_func ("/type-index/describe", test_describe);
  g_test_add_func ("/type-index/types-apart", test_types_apart);
  g_test_add_func ("/type-index/batches", test_batches);
  g_test_add_func ("/type-index/growth", test_growth);
  g_test_add_func ("/type-index/fold-settles", test_fold_settles);
  g_test_add_func ("/type-index/fold-long", test_fold_long);
  return g_test_run ();
}
