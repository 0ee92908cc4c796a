/* reader-csv.c: rows of a CSV or TSV file under a header row. */
#include "source/delimited.h"
#include "source/reader.h"

typedef struct
{
  BsReader reader;
  gboolean tsv;
  BsDelimited *rows;
  BsArena *header; /* the header row's names */
  GArray *cells;   /* of BsCell: the header's names, and the values of the row at hand */
  GArray *names;   /* of BsSpan, the same names */
  int parts[BS_N_PARTS];
  guint64 number; /* of rows under the header so far, bad ones too */
  gboolean started, finished;
  gboolean bare_return; /* the header holds a carriage return that no line feed follows */
} CsvReader;

static void
csv_begin (BsReader *reader)
{
  CsvReader *self = (CsvReader *)reader;

  bs_arena_reset (self->header);
  self->number = 0;
  self->started = self->finished = FALSE;
  bs_delimited_begin (self->rows, reader->stream, self->tsv, bs_item_longest_record (reader->item),
                      (guint) bs_ceiling (reader->item->ceilings, BS_CEILING_COLUMNS));
}

static BsOrigin
row_origin (const CsvReader *self, const BsRowPlace *place, BsArena *arena)
{
  return bs_item_origin (self->reader.item, place->offset, place->length, place->line, arena);
}

static BsNext
row_problem (CsvReader *self, BsRowStatus status, const BsRowPlace *place, BsArena *arena, BsProblem *problem)
{
  const char *outlet = bs_arena_strdup (arena, self->reader.item->outlet);
  BsOrigin origin = row_origin (self, place, arena);

  if (status == BS_ROW_BAD)
    return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, outlet, NULL, origin,
                            "row %" G_GUINT64_FORMAT ": something follows the closing quote of the field whose quotes "
                            "open on line %" G_GUINT64_FORMAT,
                            self->number, place->quote_line);
  if (status == BS_ROW_TOO_MANY)
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, outlet, NULL, origin,
                            "row %" G_GUINT64_FORMAT " has more than " BS_CEILING_FORMAT " and was left out",
                            self->number, BS_CEILING_ARGS (self->reader.item->ceilings, BS_CEILING_COLUMNS));
  if (status == BS_ROW_UNCLOSED)
    return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, outlet, NULL, origin,
                            "row %" G_GUINT64_FORMAT ": the quotes that open on line %" G_GUINT64_FORMAT
                            " are never closed; everything from this row to the end of the file was left out",
                            self->number, place->quote_line);
  return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, outlet, NULL, origin,
                          "row %" G_GUINT64_FORMAT " is longer than %" G_GSIZE_FORMAT " bytes, more than a text of "
                          BS_CEILING_FORMAT " needs; it was left out",
                          self->number, bs_item_longest_record (self->reader.item),
                          BS_CEILING_ARGS (self->reader.item->ceilings, BS_CEILING_ARTICLE));
}

static BsNext
end (CsvReader *self, BsArena *arena, BsProblem *problem)
{
  self->finished = TRUE;
  return bs_item_stream_end (self->reader.item, self->reader.stream, NULL,
                             "the rows before that were read, the rest is lost", arena, problem);
}

static void
keep_header (CsvReader *self)
{
  gsize n = bs_delimited_n_values (self->rows);
  const BsSpan *values = bs_delimited_values (self->rows);

  g_array_set_size (self->names, (guint)n);
  g_array_set_size (self->cells, (guint)n);
  for (gsize i = 0; i < n; i++)
    {
      const char *name = bs_record_string (values[i], self->header);
      g_array_index (self->names, BsSpan, i) = name != NULL ? bs_span_of (name) : bs_span ("", 0);
      g_array_index (self->cells, BsCell, i).name = g_array_index (self->names, BsSpan, i);
    }
  bs_parts_find (self->reader.item->names, (const BsSpan *)(gpointer)self->names->data, n, self->parts);
}

/* Whether a row holds the end of a line that is none here: all rows may have been taken for one. */
static gboolean
holds_bare_return (const BsSpan *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *end = values[i].start + values[i].length;

      for (const char *at = values[i].start; at < end && (at = memchr (at, '\r', (gsize) (end - at))) != NULL; at++)
        if (at + 1 < end && at[1] != '\n')
          return TRUE;
    }
  return FALSE;
}

static BsNext
bare_returns (const CsvReader *self, const BsRowPlace *place, BsArena *arena, BsProblem *problem)
{
  return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, bs_arena_strdup (arena, self->reader.item->outlet), NULL,
                          row_origin (self, place, arena),
                          "the lines of the file seem to end with carriage returns alone, and it was left out: convert"
                          " them to line feeds first");
}

/* BS_NEXT_ARTICLE: the header is there and names a text column. */
static BsNext
read_header (CsvReader *self, BsArena *arena, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  const char *wanted = item->names->names[BS_PART_TEXT];
  BsRowPlace place;
  BsRowStatus status;
  BsNext next;

  self->started = TRUE;
  if (bs_stream_is_utf16 (self->reader.stream))
    {
      self->finished = TRUE;
      return bs_item_problem (arena, problem, BS_PROBLEM_NOT_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                              bs_item_origin (item, 0, 0, 0, arena), BS_UTF16_ADVICE);
    }
  status = bs_delimited_next (self->rows, arena, &place);
  if (status == BS_ROW_END && (next = end (self, arena, problem)) == BS_NEXT_PROBLEM)
    return next;
  self->finished = TRUE;
  if (status == BS_ROW_END)
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                            bs_item_origin (item, 0, 0, 0, arena), "the file is empty; a header row is expected");
  if (status != BS_ROW)
    return row_problem (self, status, &place, arena, problem);
  keep_header (self);
  self->bare_return = holds_bare_return (bs_delimited_values (self->rows), bs_delimited_n_values (self->rows));
  if (self->parts[BS_PART_TEXT] < 0 && self->bare_return)
    return bare_returns (self, &place, arena, problem);
  if (self->parts[BS_PART_TEXT] < 0)
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                            row_origin (self, &place, arena),
                            "the header row has no %s%s%s, and the file was left out; its columns: %s",
                            wanted != NULL ? "column \"" : "text column", wanted != NULL ? wanted : "",
                            wanted != NULL ? "\"" : " (" BS_TEXT_FIELDS ")",
                            bs_record_names ((const BsSpan *)(gpointer)self->names->data, self->names->len, arena));
  self->finished = FALSE;
  return BS_NEXT_ARTICLE;
}

static BsNext
give_row (CsvReader *self, const BsRowPlace *place, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  const BsSpan *values = bs_delimited_values (self->rows);
  gsize n = bs_delimited_n_values (self->rows);
  BsSpan text;

  bs_item_article (item, row_origin (self, place, arena), arena, article);
  if (n != self->cells->len)
    return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, article->outlet, NULL, article->origin,
                            "row %" G_GUINT64_FORMAT " has %" G_GSIZE_FORMAT " values under a header of %u",
                            self->number, n, self->cells->len);
  for (gsize i = 0; i < n; i++)
    g_array_index (self->cells, BsCell, i).value = values[i];
  bs_record_fill (article, (const BsCell *)(gpointer)self->cells->data, n, self->parts, NULL, item->ceilings, arena);
  if (item->outlet_from == BS_OUTLET_FIXED)
    article->outlet = bs_arena_strdup (arena, item->outlet);
  if (article->id == NULL)
    article->id = bs_item_numbered_id (item, self->number, arena);
  text = values[self->parts[BS_PART_TEXT]];
  if (bs_is_blank (text))
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, article->outlet, article->id, article->origin,
                            "the row's text is empty");
  if (text.length > bs_ceiling (item->ceilings, BS_CEILING_ARTICLE))
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, article->outlet, article->id, article->origin,
                            "the text is larger than " BS_CEILING_FORMAT "; the row was left out",
                            BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
  article->text = bs_span (bs_arena_copy (arena, text), text.length);
  article->markup = bs_record_markup (item->names, g_array_index (self->names, BsSpan, self->parts[BS_PART_TEXT]));
  return BS_NEXT_ARTICLE;
}

static BsNext
no_rows (const CsvReader *self, BsArena *arena, BsProblem *problem)
{
  const BsItem *item = self->reader.item;

  return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                          bs_item_origin (item, 0, 0, 0, arena), "the file holds a header row and no other");
}

static BsNext
csv_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  CsvReader *self = (CsvReader *)reader;
  BsRowPlace place;
  BsRowStatus status;
  BsNext next;

  if (self->finished)
    return BS_NEXT_END;
  if (!self->started && (next = read_header (self, arena, problem)) != BS_NEXT_ARTICLE)
    return next;
  status = bs_delimited_next (self->rows, arena, &place);
  if (status == BS_ROW_END && self->number == 0 && self->bare_return)
    {
      self->finished = TRUE;
      return bare_returns (self, &(BsRowPlace){ .line = 1 }, arena, problem);
    }
  if (status == BS_ROW_END)
    {
      next = end (self, arena, problem);
      return next == BS_NEXT_END && self->number == 0 ? no_rows (self, arena, problem) : next;
    }
  self->number++;
  return status == BS_ROW ? give_row (self, &place, arena, article, problem)
                          : row_problem (self, status, &place, arena, problem);
}

static void
csv_clear (BsReader *reader)
{
  CsvReader *self = (CsvReader *)reader;

  bs_delimited_free (self->rows);
  bs_arena_free (self->header);
  g_array_unref (self->cells);
  g_array_unref (self->names);
}

static const BsReaderClass csv_class = { csv_begin, csv_next, csv_clear };

static BsReader *
reader_new (gboolean tsv)
{
  CsvReader *self = g_new0 (CsvReader, 1);

  self->reader.class = &csv_class;
  self->tsv = tsv;
  self->rows = bs_delimited_new ();
  self->header = bs_arena_new ();
  self->cells = g_array_new (FALSE, TRUE, sizeof (BsCell));
  self->names = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  return &self->reader;
}

BsReader *
bs_reader_csv_new (void)
{
  return reader_new (FALSE);
}

BsReader *
bs_reader_tsv_new (void)
{
  return reader_new (TRUE);
}
