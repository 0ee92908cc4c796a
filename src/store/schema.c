#include "store/schema.h"

#include "store/derived.h"

#define KEY "INTEGER PRIMARY KEY"
#define WORDED "TEXT NOT NULL"
#define NUMBERED "INTEGER NOT NULL"

static const BsSchemaColumn columns[] = {
  { BS_ARTICLE_ROWS, "article", KEY, NULL, "number inside this file; says nothing outside it" },
  { BS_ARTICLE_ROWS, "outlet", WORDED, NULL, "who published it" },
  { BS_ARTICLE_ROWS, "id", WORDED, NULL, "the record's own id, else the path inside the outlet; unique in the outlet" },
  { BS_ARTICLE_ROWS, "title", "TEXT", NULL, "headline, from the record, the page or the text" },
  { BS_ARTICLE_ROWS, "date", "TEXT", NULL, "as the record, the page or the text gives it" },
  { BS_ARTICLE_ROWS, "day", "TEXT", NULL, "the date as YYYY-MM-DD, YYYY-MM or YYYY" },
  { BS_ARTICLE_ROWS, "year", "INTEGER", NULL, "the date's year" },
  { BS_ARTICLE_ROWS, "byline", "TEXT", NULL, "who wrote it" },
  { BS_ARTICLE_ROWS, "url", "TEXT", NULL, "where it stood" },
  { BS_ARTICLE_ROWS, "language", "TEXT", NULL, "ISO 639-1" },
  { BS_ARTICLE_ROWS, "language_found", NUMBERED, NULL, "1: by detection, 0: the record, the page or an option says so" },
  { BS_ARTICLE_ROWS, "dateline", "TEXT", NULL, "found in the text: place of the report" },
  { BS_ARTICLE_ROWS, "agency", "TEXT", NULL, "found in the text: agency credited" },
  { BS_ARTICLE_ROWS, "originally_from", "TEXT", NULL, "found in the text: outlet that published it first" },
  { BS_ARTICLE_ROWS, "rights", "TEXT", NULL, "found in the text or the page's head: copyright line" },
  { BS_ARTICLE_ROWS, "publisher", "TEXT", NULL, "of a page: who runs the site, as it says itself" },
  { BS_ARTICLE_ROWS, "kept_blocks", NUMBERED, "blocks", "paragraphs and lines taken for article" },
  { BS_ARTICLE_ROWS, "kept_bytes", NUMBERED, "bytes", "of them" },
  { BS_ARTICLE_ROWS, "aside_blocks", NUMBERED, "blocks", "paragraphs and lines set aside; reasons in set_aside" },
  { BS_ARTICLE_ROWS, "aside_bytes", NUMBERED, "bytes", "of them" },
  { BS_ARTICLE_ROWS, "mended_invalid", NUMBERED, "bytes", "invalid bytes replaced" },
  { BS_ARTICLE_ROWS, "mended_controls", NUMBERED, "characters", "control characters taken out" },
  { BS_ARTICLE_ROWS, "mended_invisibles", NUMBERED, "characters", "invisible characters taken out" },
  { BS_ARTICLE_ROWS, "mended_lines", NUMBERED, "lines", "line ends inside hard-wrapped paragraphs joined" },
  { BS_ARTICLE_ROWS, "mended_words", NUMBERED, "words", "put together that a line end had parted with a hyphen" },
  { BS_ARTICLE_ROWS, "mended_spaces", NUMBERED, "characters", "no-break and other spaces made plain" },
  { BS_ARTICLE_ROWS, "mended_ligatures", NUMBERED, "characters", "ligatures of Latin letters taken apart" },
  { BS_ARTICLE_ROWS, "mended_mojibake", NUMBERED, "characters", "decoded wrongly once, decoded rightly" },
  { BS_ARTICLE_ROWS, "mended_entities", NUMBERED, "characters", "HTML entities in plain text made characters" },
  { BS_ARTICLE_ROWS, "mended_glued", NUMBERED, "places", "sentence ends without a blank behind them, parted" },
  { BS_ARTICLE_ROWS, "mended_run_in", NUMBERED, "places",
    "link texts run into sentences, taken out where they end plainly" },
  { BS_ARTICLE_ROWS, "repeats", WORDED, NULL, "digest of its blocks that repeat in the outlet; empty: none" },
  { BS_ARTICLE_ROWS, "settings", NUMBERED, NULL, "number in the table settings: the rules it was analyzed by" },
  { BS_ARTICLE_ROWS, "source_path", "TEXT", NULL, "the file it was read from" },
  { BS_ARTICLE_ROWS, "source_member", "TEXT", NULL, "inside an archive" },
  { BS_ARTICLE_ROWS, "source_offset", NUMBERED, "bytes", "from the start of the decompressed file or member" },
  { BS_ARTICLE_ROWS, "source_length", NUMBERED, "bytes", "of the article or record there" },
  { BS_ARTICLE_ROWS, "source_line", NUMBERED, "lines", "of a record, 1 for the first; 0: not a record" },
  { BS_ARTICLE_ROWS, "source_encoding", "TEXT", NULL, "what its bytes were taken for" },
  { BS_ARTICLE_ROWS, "source_checksum", "TEXT", NULL, "XXH3-128 of its bytes and metadata" },
  { BS_ARTICLE_ROWS, "admits", NUMBERED, NULL,
    "bits: kinds of measures that its language and length allow it; the view articles reads them" },

  { "article_blobs", "article", KEY, NULL, "number in articles" },
  { "article_blobs", "kept", "BLOB NOT NULL", "bytes",
    "LEB128 numbers, two a kept block of a plain text: from the end of the one before to its start in the repaired "
    "text,"
    " and its length; empty for a page" },
  { "article_blobs", "terms", "BLOB NOT NULL", NULL,
    "pairs of LEB128 numbers: term, as the difference from the one before (the first from -1), and count less one" },
  { "article_blobs", "sentence_lengths", "BLOB NOT NULL", "words", "LEB128 numbers: words of every sentence in order" },
  { "article_blobs", "lines", "BLOB NOT NULL", NULL,
    "hashes of its different blocks, article and furniture, 8 bytes each, little-endian, ascending" },
  { "article_blobs", "signature", "BLOB NOT NULL", NULL,
    "of its five-word shingles, in numbers of 8 bytes, little-endian: how many different ones, the sum of their hashes,"
    " and the least 64 of these, ascending" },

  { "fields", "article", NUMBERED, NULL, "number in articles" },
  { "fields", "name", WORDED, NULL, "of a further field of the record or of the joined table" },
  { "fields", "value", WORDED, NULL, "as found" },

  { "set_aside", "article", NUMBERED, NULL, "number in articles" },
  { "set_aside", "reason", WORDED, NULL,
    "title, subhead, byline, ticker, navigation, promo, caption, credit, legal, …" },
  { "set_aside", "blocks", NUMBERED, "blocks", "paragraphs and lines set aside for it" },
  { "set_aside", "bytes", NUMBERED, "bytes", "of them" },

  { "diagnostics", "article", NUMBERED, NULL, "number in articles" },
  { "diagnostics", "rule", WORDED, NULL, "of a pipeline that filters web text; the article fails it" },
  { "diagnostics", "before", NUMBERED, NULL, "1: the text as it came fails it" },
  { "diagnostics", "after", NUMBERED, NULL, "1: what was kept of it fails it" },

  { "repeats", "outlet", WORDED, NULL, "name, as in articles" },
  { "repeats", "line", NUMBERED, NULL, "hash of a block that stands in many of the outlet's articles" },
  { "repeats", "articles", NUMBERED, "articles", "of this outlet that hold it" },
  { "repeats", "text", WORDED, NULL, "its first 120 bytes at most; in a block of one or two words, numbers are 0" },

  { "copy_pairs", "article", NUMBERED, NULL, "number in articles" },
  { "copy_pairs", "other", NUMBERED, NULL, "number in articles, behind the first in key order" },
  { "copy_pairs", "shared", NUMBERED, "shingles", "different five-word shingles that both have" },
  { "copy_pairs", "jaccard", "REAL NOT NULL", NULL, "of all that either has, the share that both have" },
  { "copy_pairs", "containment", "REAL NOT NULL", NULL, "of those of the shorter, the share that the longer has" },

  { "copy_doubts", "article", NUMBERED, NULL, "number in articles" },
  { "copy_doubts", "other", NUMBERED, NULL,
    "number in articles: looks like a copy by its signature, and is none or may be" },
  { "copy_doubts", "shared", "INTEGER", "shingles", "as in copy_pairs; NULL: not compared, a text was not at hand" },
  { "copy_doubts", "jaccard", "REAL", NULL, "as in copy_pairs; NULL: not compared" },
  { "copy_doubts", "containment", "REAL", NULL, "as in copy_pairs; NULL: not compared" },

  { "copies", "article", KEY, NULL, "number in articles" },
  { "copies", "story", NUMBERED, NULL, "number of the group of articles that tell the same in the same words, from 1" },
  { "copies", "original", NUMBERED, NULL, "number in articles of the one that the others copy; its own: it is that" },
  { "copies", "jaccard", "REAL", NULL, "with the original; NULL: only by way of another copy" },
  { "copies", "containment", "REAL", NULL, "with the original; NULL: only by way of another copy" },

  { "terms", "term", KEY, NULL, "number, dense from 0, by first occurrence in key order" },
  { "terms", "word", WORDED, NULL, "the type: NFC, case-folded, apostrophes straight" },
  { "terms", "letters", NUMBERED, "letters", "letters and digits" },
  { "terms", "syllables", NUMBERED, "syllables", "as an English word in small letters; a number as it is spoken" },
  { "terms", "function_word", NUMBERED, NULL, "1: on the list of English function words" },
  { "terms", "number", NUMBERED, NULL, "1: a number" },

  { "outlets", "outlet", KEY, NULL, "number, from 1, by name" },
  { "outlets", "name", "TEXT NOT NULL UNIQUE", NULL, "as in articles" },
  { "outlets", "articles", NUMBERED, "articles", "of this outlet" },
  { "outlets", "words", NUMBERED, "words", "running words" },
  { "outlets", "types", NUMBERED, "types", "different words" },
  { "outlets", "copied_articles", NUMBERED, "articles", "of them, copies of another article" },
  { "outlets", "copied_words", NUMBERED, "words", "in copies" },
  { "outlets", "copied_types", NUMBERED, "types", "that stand in copies alone" },

  { "outlet_terms", "outlet", NUMBERED, NULL, "number in outlets" },
  { "outlet_terms", "term", NUMBERED, NULL, "number in terms" },
  { "outlet_terms", "count", NUMBERED, "words", "tokens in this outlet" },
  { "outlet_terms", "articles", NUMBERED, "articles", "of this outlet that hold it" },
  { "outlet_terms", "copied_count", NUMBERED, "words", "of the tokens, those in copies" },
  { "outlet_terms", "copied_articles", NUMBERED, "articles", "of the articles, copies" },

  { "sentence_lengths", "outlet", NUMBERED, NULL, "number in outlets" },
  { "sentence_lengths", "words", NUMBERED, "words", "length of a sentence" },
  { "sentence_lengths", "sentences", NUMBERED, "sentences", "of that length" },
  { "sentence_lengths", "copied", NUMBERED, "sentences", "of them, in copies" },

  { "outlet_values", "outlet", NUMBERED, NULL, "number in outlets" },
  { "outlet_values", "name", WORDED, NULL, "a column of articles: a measure of the usual summary, or year" },
  { "outlet_values", "copied", NUMBERED, NULL, "1: of articles that are copies; 0: of all others" },
  { "outlet_values", "articles", NUMBERED, "articles", "that have a value" },
  { "outlet_values", "numbers", "BLOB NOT NULL", NULL, "the values, ascending, 8 bytes each: IEEE 754, little-endian" },

  { "forgotten", "what", "TEXT PRIMARY KEY", NULL,
    "terms or lengths: left out of article_blobs by --forget; such a store cannot be added to" },

  { "problems", "problem", KEY, NULL, "number inside this file" },
  { "problems", "run", NUMBERED, NULL, "number in runs" },
  { "problems", "kind", WORDED, NULL, "unreadable, truncated, bad-record, no-text, not-text, too-large, same-key, …" },
  { "problems", "outlet", "TEXT", NULL, "where known" },
  { "problems", "id", "TEXT", NULL, "where known" },
  { "problems", "source_path", "TEXT", NULL, "the file" },
  { "problems", "source_member", "TEXT", NULL, "inside an archive" },
  { "problems", "source_line", NUMBERED, "lines", "of a record; 0: not a record" },
  { "problems", "message", WORDED, NULL, "what is wrong and what was done" },

  { "settings", "setting", KEY, NULL, "number" },
  { "settings", "rules", "TEXT NOT NULL UNIQUE", NULL, "program, word lists and options that decide numbers" },

  { "runs", "run", KEY, NULL, "number" },
  { "runs", "started", WORDED, NULL, "ISO 8601, UTC" },
  { "runs", "seconds", "REAL NOT NULL", "seconds", "wall time" },
  { "runs", "version", WORDED, NULL, "of the program" },
  { "runs", "lexicon", WORDED, NULL, "word lists built in" },
  { "runs", "settings", WORDED, NULL, "rules" },
  { "runs", "places", WORDED, NULL, "the corpus as given, one a line; controls in a name are \\xNN" },
  { "runs", "recipe", "TEXT", NULL,
    "the options by which it was read and cleaned, name=value, one a line; unused ones left out" },
  { "runs", "threads", NUMBERED, "threads", "that worked" },
  { "runs", "bytes", NUMBERED, "bytes", "of article text read" },
  { "runs", "added", NUMBERED, "articles", "new" },
  { "runs", "updated", NUMBERED, "articles", "changed since they were analyzed" },
  { "runs", "unchanged", NUMBERED, "articles", "left as they were" },
  { "runs", "removed", NUMBERED, "articles", "pruned" },
  { "runs", "left_out", NUMBERED, "articles", "not analyzed because of a problem" },
  { "runs", "interrupted", NUMBERED, NULL, "1: stopped by the user before the end of the corpus" },
  { "runs", "ended", NUMBERED, NULL, "1: it came to an end; 0: it is under way, or was killed" },

  { "columns", "name_of_table", WORDED, NULL, "table" },
  { "columns", "name", WORDED, NULL, "column" },
  { "columns", "unit", "TEXT", NULL, "what it is counted in" },
  { "columns", "description", WORDED, NULL, "what it holds" },
};

/* Views are documented like tables; their columns have no types of their own. */
static const BsSchemaColumn view_columns[] = {
  { "vocabulary", "outlet", NULL, NULL, "name, as in articles" },
  { "vocabulary", "word", NULL, NULL, "as in terms" },
  { "vocabulary", "count", NULL, "words", "tokens in this outlet" },
  { "vocabulary", "articles", NULL, "articles", "of this outlet that hold it" },
  { "vocabulary", "per_million", NULL, "words", "tokens in a million running words of this outlet" },

  { "corpus_vocabulary", "word", NULL, NULL, "as in terms" },
  { "corpus_vocabulary", "count", NULL, "words", "tokens in the corpus" },
  { "corpus_vocabulary", "articles", NULL, "articles", "that hold it" },
  { "corpus_vocabulary", "outlets", NULL, "outlets", "that hold it" },

  { "word_lengths", "outlet", NULL, NULL, "name, as in articles" },
  { "word_lengths", "letters", NULL, "letters", "length of a word" },
  { "word_lengths", "words", NULL, "words", "running words of that length" },
  { "word_lengths", "types", NULL, "types", "different words of that length" },
};

/* What a table's columns do not say. */
static const struct {
  const char *table;
  const char *constraint;
  const char *suffix;
} constraints[] = {
  { "fields", "PRIMARY KEY (article, name)", " WITHOUT ROWID" },
  { "set_aside", "PRIMARY KEY (article, reason)", " WITHOUT ROWID" },
  { "diagnostics", "PRIMARY KEY (article, rule)", " WITHOUT ROWID" },
  { "repeats", "PRIMARY KEY (outlet, line)", " WITHOUT ROWID" },
  { "copy_pairs", "PRIMARY KEY (article, other)", " WITHOUT ROWID" },
  { "copy_doubts", "PRIMARY KEY (article, other)", " WITHOUT ROWID" },
  { "outlet_terms", "PRIMARY KEY (outlet, term)", " WITHOUT ROWID" },
  { "sentence_lengths", "PRIMARY KEY (outlet, words)", " WITHOUT ROWID" },
  { "outlet_values", "PRIMARY KEY (name, outlet, copied)", "" },
};

static const char views_and_indexes[] =
    "CREATE INDEX copy_pairs_other ON copy_pairs (other);\n"
    "CREATE INDEX copy_doubts_other ON copy_doubts (other);\n"
    "CREATE VIEW vocabulary AS SELECT o.name AS outlet, t.word, v.count, v.articles,"
    " 1e6 * v.count / o.words AS per_million"
    " FROM outlet_terms v JOIN outlets o USING (outlet) JOIN terms t USING (term);\n"
    "CREATE VIEW corpus_vocabulary AS SELECT t.word, sum(v.count) AS count, sum(v.articles) AS articles,"
    " count(*) AS outlets FROM outlet_terms v JOIN terms t USING (term) GROUP BY v.term;\n"
    "CREATE VIEW word_lengths AS SELECT o.name AS outlet, t.letters, sum(v.count) AS words, count(*) AS types"
    " FROM outlet_terms v JOIN outlets o USING (outlet) JOIN terms t USING (term) GROUP BY o.outlet, t.letters;\n";

const BsSchemaColumn *
bs_schema_columns (guint *n)
{
  *n = G_N_ELEMENTS (columns);
  return columns;
}

char *
bs_schema_quote (const char *name)
{
  GString *quoted = g_string_new ("\"");

  for (const char *at = name; *at != '\0'; at++)
    {
      g_string_append_c (quoted, *at);
      if (*at == '"')
        g_string_append_c (quoted, '"');
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static void
append_literal (GString *sql, const char *text)
{
  if (text == NULL)
    {
      g_string_append (sql, "NULL");
      return;
    }
  g_string_append_c (sql, '\'');
  for (const char *at = text; *at != '\0'; at++)
    {
      g_string_append_c (sql, *at);
      if (*at == '\'')
        g_string_append_c (sql, '\'');
    }
  g_string_append_c (sql, '\'');
}

static void
append_document (GString *document, const char *table, const char *name, const char *unit, const char *description)
{
  g_string_append (document, document->len == 0 ? "INSERT INTO columns VALUES (" : ",\n(");
  append_literal (document, table);
  g_string_append (document, ", ");
  append_literal (document, name);
  g_string_append (document, ", ");
  append_literal (document, unit);
  g_string_append (document, ", ");
  append_literal (document, description);
  g_string_append_c (document, ')');
}

static void
append_column (GString *create, GString *document, const char *table, const char *name, const char *type,
               const char *unit, const char *description)
{
  g_autofree char *quoted = bs_schema_quote (name);

  g_string_append_printf (create, "%s%s %s", create->str[create->len - 1] == '(' ? "" : ", ", quoted, type);
  append_document (document, table, name, unit, description);
}

static void
append_counts_and_measures (GString *create, GString *document)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);
  const guint *kept = bs_derived_kept (&n);

  for (guint i = 0; i < BS_N_COUNTS; i++)
    {
      const BsCountInfo *info = bs_count_info (i);

      append_column (create, document, BS_ARTICLE_ROWS, info->name, "INTEGER", info->unit, info->description);
    }
  for (guint i = 0; i < n; i++)
    {
      BsMeasureRef ref = refs[kept[i]];
      g_autofree char *id = bs_measure_ref_id (ref);

      append_column (create, document, BS_ARTICLE_ROWS, id, "REAL", ref.measure->unit, ref.measure->title);
    }
}

/* What the view shows is documented under its name: the columns that it passes on, and the measures that it makes. */
static void
document_articles (GString *document)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  for (guint i = 0; g_str_equal (columns[i].table, BS_ARTICLE_ROWS); i++)
    if (!g_str_equal (columns[i].column, "admits"))
      append_document (document, "articles", columns[i].column, columns[i].unit, columns[i].description);
  for (guint i = 0; i < BS_N_COUNTS; i++)
    append_document (document, "articles", bs_count_info (i)->name, bs_count_info (i)->unit,
                     bs_count_info (i)->description);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = bs_measure_ref_id (refs[i]);

      append_document (document, "articles", id, refs[i].measure->unit, refs[i].measure->title);
    }
}

static void
end_table (GString *create, const char *table)
{
  const char *suffix = "";

  for (guint i = 0; i < G_N_ELEMENTS (constraints); i++)
    if (g_str_equal (constraints[i].table, table))
      {
        g_string_append_printf (create, ", %s", constraints[i].constraint);
        suffix = constraints[i].suffix;
      }
  g_string_append_printf (create, ")%s;\n", suffix);
}

/* The CREATE statements, and into `document` what the columns mean. */
static GString *
create_all (GString *document)
{
  GString *create = g_string_new (NULL);
  g_autofree char *articles = bs_schema_articles_sql ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const BsSchemaColumn *column = &columns[i];

      if (i == 0 || !g_str_equal (column->table, columns[i - 1].table))
        g_string_append_printf (create, "CREATE TABLE %s (", column->table);
      append_column (create, document, column->table, column->column, column->type, column->unit, column->description);
      if (i + 1 < G_N_ELEMENTS (columns) && g_str_equal (column->table, columns[i + 1].table))
        continue;
      if (g_str_equal (column->table, BS_ARTICLE_ROWS))
        append_counts_and_measures (create, document);
      end_table (create, column->table);
    }
  g_string_append_printf (create, "%s;\n%s", articles, views_and_indexes);
  return create;
}

char *
bs_schema_statements (void)
{
  g_autoptr (GString) document = g_string_new (NULL);

  return g_string_free (create_all (document), FALSE);
}

char *
bs_schema_sql (void)
{
  g_autoptr (GString) document = g_string_new (NULL);
  GString *create;

  document_articles (document);
  create = create_all (document);
  for (guint i = 0; i < G_N_ELEMENTS (view_columns); i++)
    append_document (document, view_columns[i].table, view_columns[i].column, view_columns[i].unit,
                     view_columns[i].description);
  g_string_append_len (create, document->str, (gssize) document->len);
  return g_string_free (create, FALSE);
}

gboolean
bs_store_find_measure (const char *id, BsMeasureRef *ref, GError **error)
{
  guint n;
  const BsMeasureRef *refs = bs_measures_of_articles (&n);

  if (!bs_measure_find (id, ref, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (refs[i].measure == ref->measure && refs[i].window == ref->window)
      return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE,
               "“%s” is not kept for articles: a text does not give its inputs, or its window is not a usual one", id);
  return FALSE;
}
