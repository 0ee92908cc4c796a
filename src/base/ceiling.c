#include "base/ceiling.h"

#include "base/error.h"

#define K (G_GUINT64_CONSTANT (1) << 10)
#define M (G_GUINT64_CONSTANT (1) << 20)
#define G (G_GUINT64_CONSTANT (1) << 30)
#define T (G_GUINT64_CONSTANT (1) << 40)

static const BsCeilingRow rows[BS_N_CEILINGS] = {
  [BS_CEILING_ARTICLE] = { "article", "bytes", 6 * M, 1, G, FALSE, "an article, or the text of a record",
                           "it is left out" },
  [BS_CEILING_EXPANDED] = { "expanded", "bytes", T, 1, 1024 * T, FALSE, "what a compressed file or an archive expands to",
                            "what comes behind is left out" },
  [BS_CEILING_RATIO] = { "ratio", "times", 1000, 1, M, FALSE, "how often its size a compressed file or an archive gives",
                         "what comes behind is left out" },
  [BS_CEILING_RATIO_FROM] = { "ratio-from", "bytes", 256 * M, 1, T, FALSE, "what may be expanded before its ratio counts",
                              "the ratio counts" },
  [BS_CEILING_MEMBERS] = { "members", "entries", 500000, 1, 1000000000, FALSE, "the entries of an archive",
                           "those behind are left out" },
  [BS_CEILING_FIELDS] = { "fields", "fields", 4096, 1, M, FALSE, "the fields of a JSON record", "the record is left out" },
  [BS_CEILING_COLUMNS] = { "columns", "values", 65536, 1, 16 * M, FALSE, "the values of a row of CSV or TSV",
                           "the row is left out" },
  [BS_CEILING_KEPT_FIELDS] = { "kept-fields", "fields", 256, 1, 65536, FALSE, "the further fields of a record that are kept",
                               "the last by name are left off" },
  [BS_CEILING_FIELD] = { "field", "bytes", 4 * K, 1, BS_LONGEST_FIELD, FALSE, "a field of a record, other than its text",
                         "it is left off" },
  [BS_CEILING_NAME] = { "name", "bytes", 4 * K, 1, BS_LONGEST_NAME, FALSE, "an outlet's name, or an article's id",
                        "the article is left out" },
  [BS_CEILING_JSON_DEPTH] = { "json-depth", "levels", 128, 1, 10000, FALSE, "how deep a JSON record is nested",
                              "the record is left out" },
  [BS_CEILING_HEAD] = { "head", "bytes", 256 * K, 64, 64 * M, FALSE, "the head of a record of a crawl",
                        "the record is passed over" },
  [BS_CEILING_MANIFEST] = { "manifest", "bytes", M, 1, G, FALSE, "a manifest", "it is refused" },
  [BS_CEILING_GLOBS] = { "globs", "comparisons", 3000000000, 1, 1000000000000000, FALSE,
                         "bytes of a manifest's patterns times bytes of the names beside them", "it is refused" },
  [BS_CEILING_OUTLETS] = { "outlets", "outlets", 100000, 1, 100000000, FALSE, "the outlets of a corpus",
                           "articles of further ones are left out" },
  [BS_CEILING_INPUT] = { "input", "bytes", 4 * G, 1, 1024 * T, FALSE, "standard input that is kept to be read twice",
                         "it is refused" },
  [BS_CEILING_PAGE] = { "page", "bytes", 32 * M, 1, G, TRUE, "a page, its markup included", "it is left out" },
  [BS_CEILING_TAGS] = { "tags", "tags", 200000, 1, 100000000, TRUE, "the tags of a page that hold its text",
                        "it is left out" },
  [BS_CEILING_DEPTH] = { "depth", "levels", 1500, 1, 1500, TRUE, "how deep a page is nested", "it is left out" },
  [BS_CEILING_LINES] = { "lines", "lines", 200000, 1, 100000000, TRUE, "the lines of an article",
                         "what comes behind is one line" },
  [BS_CEILING_WORD] = { "word", "bytes", 2 * K, 4, 64 * M, TRUE, "a word", "it is no word, and is not counted" },
  [BS_CEILING_SENTENCE] = { "sentence", "words", 10000, 1, 1000000000, TRUE, "a sentence of an article",
                            "the article is left out" },
  [BS_CEILING_TYPES] = { "types", "words", 200000, 1, 100000000, TRUE, "the different words of an article",
                         "it is left out" },
  [BS_CEILING_VOCABULARY] = { "vocabulary", "words", 5000000, 1, 2000000000, FALSE, "the different words of a corpus",
                              "an article that brings more is left out" },
  [BS_CEILING_NGRAM] = { "ngram", "words", 6, 1, 6, FALSE, "an n-gram", "it is refused" },
  [BS_CEILING_PATTERN] = { "pattern", "bytes", 1000, 1, 64 * K, FALSE, "a regular expression", "it is refused" },
  [BS_CEILING_STEPS] = { "steps", "steps", 1000000, 1, 1000000000, FALSE, "the search for a pattern from one place",
                         "the rest of the article is not searched" },
  [BS_CEILING_PATIENCE] = { "patience", "milliseconds", 5000, 1, 1000000000, FALSE, "the search for a pattern, of processors",
                            "it is ended" },
};

const BsCeilingRow *
bs_ceiling_row (BsCeiling which)
{
  g_return_val_if_fail (which < BS_N_CEILINGS, NULL);
  return &rows[which];
}

guint64
bs_ceiling (const BsCeilings *ceilings, BsCeiling which)
{
  g_return_val_if_fail (which < BS_N_CEILINGS, 0);
  return ceilings != NULL && ceilings->value[which] != 0 ? ceilings->value[which] : rows[which].normal;
}

/* ---- What users write --------------------------------------------------------------------------------------------- */

static gboolean
is_of_bytes (BsCeiling which)
{
  return g_str_equal (rows[which].unit, "bytes");
}

static gboolean
find_row (const char *name, gsize length, BsCeiling *which)
{
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    if (strlen (rows[i].name) == length && memcmp (rows[i].name, name, length) == 0)
      {
        *which = i;
        return TRUE;
      }
  return FALSE;
}

/* 1 for "", 1024 for "K"; 0: it is no factor. */
static guint64
factor_of (const char *suffix)
{
  static const char letters[] = "KMGT";
  const char *letter;

  if (*suffix == '\0')
    return 1;
  letter = suffix[1] == '\0' ? strchr (letters, g_ascii_toupper (*suffix)) : NULL;
  return letter != NULL ? G_GUINT64_CONSTANT (1) << 10 * (letter - letters + 1) : 0;
}

static gboolean
parse_value (BsCeiling which, const char *text, guint64 *value)
{
  char *end;
  guint64 factor;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  *value = g_ascii_strtoull (text, &end, 10);
  factor = *end == '\0' || is_of_bytes (which) ? factor_of (end) : 0;
  if (factor == 0 || *value > rows[which].most / factor)
    return FALSE;
  *value *= factor;
  return *value >= rows[which].least && *value <= rows[which].most;
}

static char *
all_names (void)
{
  GString *names = g_string_new (NULL);

  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", rows[i].name);
  return g_string_free (names, FALSE);
}

gboolean
bs_ceilings_set (BsCeilings *ceilings, const char *assignment, GError **error)
{
  const char *equals = strchr (assignment, '=');
  BsCeiling which;
  guint64 value;

  if (equals == NULL || !find_row (assignment, (gsize) (equals - assignment), &which))
    {
      g_autofree char *names = all_names ();

      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--ceiling takes NAME=VALUE, not “%s”; the names are %s", assignment,
                   names);
      return FALSE;
    }
  if (!parse_value (which, equals + 1, &value))
    {
      g_autofree char *least = bs_ceiling_value_in_words (which, rows[which].least);
      g_autofree char *most = bs_ceiling_value_in_words (which, rows[which].most);

      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--ceiling %s takes a number of %s from %s to %s, not “%s”",
                   rows[which].name, rows[which].unit, least, most, equals + 1);
      return FALSE;
    }
  ceilings->value[which] = value;
  return TRUE;
}

/* ---- What users read ---------------------------------------------------------------------------------------------- */

char *
bs_ceiling_value_in_words (BsCeiling which, guint64 value)
{
  static const char letters[] = "KMGT";
  int letter = -1;

  g_return_val_if_fail (which < BS_N_CEILINGS, NULL);
  while (is_of_bytes (which) && value > 0 && value % 1024 == 0 && letter < 3)
    value /= 1024, letter++;
  return g_strdup_printf ("%" G_GUINT64_FORMAT "%.1s", value, letter >= 0 ? letters + letter : "");
}

char *
bs_ceiling_in_words (const BsCeilings *ceilings, BsCeiling which)
{
  return g_strdup_printf (BS_CEILING_FORMAT, BS_CEILING_ARGS (ceilings, which));
}

char *
bs_ceilings_settings (const BsCeilings *ceilings)
{
  GString *settings = g_string_new (NULL);

  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    if (rows[i].counts && bs_ceiling (ceilings, i) != rows[i].normal)
      g_string_append_printf (settings, "%s %s=%" G_GUINT64_FORMAT, settings->len == 0 ? "; ceilings" : ",",
                              rows[i].name, bs_ceiling (ceilings, i));
  return g_string_free (settings, FALSE);
}
