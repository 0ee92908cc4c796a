/* reader-jsonl.c: one JSON object a line. */
#include "source/json-scan.h"
#include "source/reader.h"

typedef struct
{
  BsReader reader;
  GArray *fields; /* of BsJsonField, of the record at hand */
  GArray *cells;  /* of BsCell, beside them */
  GArray *names;  /* of BsSpan, beside them */
  GArray *layout; /* of BsSpan: the names of the latest record for which was found … */
  BsArena *layout_arena;
  int parts[BS_N_PARTS]; /* … which field plays which part … */
  BsMarkup markup;       /* … and what the text is written in */
  gboolean laid_out;     /* there was one in this input */
  guint64 line;   /* of the record at hand */
  guint64 number; /* of records so far, broken ones too */
  gboolean finished;
} JsonlReader;

static void
jsonl_begin (BsReader *reader)
{
  JsonlReader *self = (JsonlReader *)reader;

  self->line = self->number = 0;
  self->finished = self->laid_out = FALSE;
  bs_stream_skip_mark (reader->stream);
}

/* Names as they are meant. */
static void
decode_names (JsonlReader *self, BsArena *arena)
{
  g_array_set_size (self->names, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const BsJsonField *field = &g_array_index (self->fields, BsJsonField, i);
      BsSpan name = field->name;
      if (field->name_escaped)
        {
          char *out = bs_arena_alloc (arena, name.length);
          name = bs_span (out, bs_json_unescape (field->name, out));
        }
      /* a null is an absent field, also for the choice among several names */
      g_array_index (self->names, BsSpan, i) = field->kind != BS_JSON_NULL ? name : bs_span ("", 0);
    }
}

/* Nearly all records of a file have the same fields in the same order. */
static gboolean
is_laid_out_as_before (const JsonlReader *self)
{
  if (!self->laid_out || self->layout->len != self->names->len)
    return FALSE;
  for (guint i = 0; i < self->names->len; i++)
    if (!bs_span_equal (g_array_index (self->layout, BsSpan, i), g_array_index (self->names, BsSpan, i)))
      return FALSE;
  return TRUE;
}

static void
find_parts (JsonlReader *self)
{
  const BsFieldNames *wanted = self->reader.item->names;
  const BsSpan *names = (const BsSpan *)(gpointer)self->names->data;
  int text;

  if (is_laid_out_as_before (self))
    return;
  bs_parts_find (wanted, names, self->names->len, self->parts);
  text = self->parts[BS_PART_TEXT];
  self->markup = text >= 0 ? bs_record_markup (wanted, names[text]) : BS_MARKUP_UNKNOWN;
  bs_arena_reset (self->layout_arena);
  g_array_set_size (self->layout, self->names->len);
  for (guint i = 0; i < self->names->len; i++)
    g_array_index (self->layout, BsSpan, i)
        = bs_span (bs_arena_copy (self->layout_arena, names[i]), names[i].length);
  self->laid_out = TRUE;
}

static void
decode_values (JsonlReader *self, BsArena *arena)
{
  guint64 longest = bs_ceiling (self->reader.item->ceilings, BS_CEILING_FIELD);

  g_array_set_size (self->cells, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const BsJsonField *field = &g_array_index (self->fields, BsJsonField, i);
      BsCell cell = { g_array_index (self->names, BsSpan, i), bs_span ("", 0) };
      gboolean is_byline = self->parts[BS_PART_BYLINE] == (int)i;
      gboolean is_part = bs_parts_hold (self->parts, i);
      /* escapes shrink a value at most six times */
      if (self->parts[BS_PART_TEXT] != (int)i && (is_part || field->value.length <= 6 * longest)
          && !(is_byline && bs_json_join (field, ", ", arena, &cell.value)))
        cell.value = bs_json_value (field, arena);
      g_array_index (self->cells, BsCell, i) = cell;
    }
}

/* The text as its own copy; FALSE where the field is no string and no list of them. */
static gboolean
take_text (const BsJsonField *field, BsArena *arena, BsSpan *text)
{
  char *out;

  if (field->kind != BS_JSON_STRING)
    return bs_json_join (field, "\n\n", arena, text);
  if (!field->value_escaped)
    {
      *text = bs_span (bs_arena_copy (arena, field->value), field->value.length);
      return TRUE;
    }
  out = bs_arena_alloc (arena, field->value.length + 1);
  *text = bs_span (out, bs_json_unescape (field->value, out));
  out[text->length] = '\0';
  return TRUE;
}

static BsNext
no_text (JsonlReader *self, const BsArticle *article, BsArena *arena, BsProblem *problem)
{
  const BsFieldNames *names = self->reader.item->names;
  const char *wanted = names->names[BS_PART_TEXT];

  return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, article->outlet, article->id, article->origin,
                          "the record has no %s%s%s; its fields: %s", wanted != NULL ? "field \"" : "text field",
                          wanted != NULL ? wanted : "", wanted != NULL ? "\"" : " (" BS_TEXT_FIELDS ")",
                          bs_record_names ((const BsSpan *)(gpointer)self->names->data, self->names->len, arena));
}

static BsNext
give_record (JsonlReader *self, BsOrigin origin, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  const BsJsonField *field;

  decode_names (self, arena);
  find_parts (self);
  decode_values (self, arena);
  bs_item_article (item, origin, arena, article);
  bs_record_fill (article, (const BsCell *)(gpointer)self->cells->data, self->cells->len, self->parts, NULL, item->ceilings, arena);
  if (item->outlet_from == BS_OUTLET_FIXED)
    article->outlet = bs_arena_strdup (arena, item->outlet);
  if (article->id == NULL)
    article->id = bs_item_numbered_id (item, self->number, arena);
  if (self->parts[BS_PART_TEXT] < 0)
    return no_text (self, article, arena, problem);
  field = &g_array_index (self->fields, BsJsonField, self->parts[BS_PART_TEXT]);
  article->markup = self->markup;
  if (!take_text (field, arena, &article->text))
    return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, article->outlet, article->id, origin,
                            "the text field is neither a string nor a list of strings");
  if (bs_is_blank (article->text))
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, article->outlet, article->id, origin,
                            "the record's text is empty");
  if (article->text.length > bs_ceiling (item->ceilings, BS_CEILING_ARTICLE))
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, article->outlet, article->id, origin,
                            "the text is larger than " BS_CEILING_FORMAT "; the record was left out",
                            BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
  return BS_NEXT_ARTICLE;
}

static BsNext
take_line (JsonlReader *self, BsSpan line, BsOrigin origin, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  gsize position;
  const BsItem *item = self->reader.item;
  BsCeiling over;
  const char *error = bs_json_scan_object (line, item->ceilings, self->fields, &position, &over);

  if (error == NULL)
    return give_record (self, origin, arena, article, problem);
  if (over != BS_N_CEILINGS)
    return bs_item_problem (arena, problem,
                            over == BS_CEILING_JSON_DEPTH ? BS_PROBLEM_TOO_DEEP : BS_PROBLEM_TOO_LARGE,
                            bs_arena_strdup (arena, item->outlet), NULL, origin,
                            "at byte %" G_GSIZE_FORMAT " of the line the record goes over " BS_CEILING_FORMAT
                            " and was left out",
                            position + 1, BS_CEILING_ARGS (item->ceilings, over));
  return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, bs_arena_strdup (arena, item->outlet),
                          NULL, origin, "not a JSON record, at byte %" G_GSIZE_FORMAT " of the line: %s", position + 1,
                          error);
}

static BsNext
end (JsonlReader *self, BsArena *arena, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  BsNext next = bs_item_stream_end (item, self->reader.stream, NULL,
                                    "the records before that were read, the rest is lost", arena, problem);

  self->finished = TRUE;
  if (next == BS_NEXT_PROBLEM || self->number > 0)
    return next;
  return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                          bs_item_origin (item, 0, 0, 0, arena), "the file holds no record");
}

static BsNext
jsonl_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  JsonlReader *self = (JsonlReader *)reader;
  const BsItem *item = reader->item;
  guint64 longest = bs_item_longest_record (item);

  if (self->line == 0 && !self->finished && bs_stream_is_utf16 (reader->stream))
    {
      self->finished = TRUE;
      return bs_item_problem (arena, problem, BS_PROBLEM_NOT_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                              bs_item_origin (item, 0, 0, 0, arena), BS_UTF16_ADVICE);
    }
  while (!self->finished)
    {
      guint64 offset = bs_byte_stream_offset (reader->stream), length;
      BsSpan line;
      BsLineStatus status = bs_byte_stream_line (reader->stream, longest, &line, &length);
      BsOrigin origin;

      if (status == BS_LINE_END)
        return end (self, arena, problem);
      self->line++;
      if (status == BS_LINE && bs_is_blank (line))
        continue;
      self->number++;
      origin = bs_item_origin (item, offset, length, self->line, arena);
      if (status == BS_LINE)
        return take_line (self, line, origin, arena, article, problem);
      return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, bs_arena_strdup (arena, item->outlet), NULL, origin,
                              "the line is longer than %" G_GUINT64_FORMAT " bytes, more than a text of " BS_CEILING_FORMAT
                              " needs; it was left out",
                              longest, BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
    }
  return BS_NEXT_END;
}

static void
jsonl_clear (BsReader *reader)
{
  JsonlReader *self = (JsonlReader *)reader;

  g_array_unref (self->fields);
  g_array_unref (self->cells);
  g_array_unref (self->names);
  g_array_unref (self->layout);
  bs_arena_free (self->layout_arena);
}

static const BsReaderClass jsonl_class = { jsonl_begin, jsonl_next, jsonl_clear };

BsReader *
bs_reader_jsonl_new (void)
{
  JsonlReader *self = g_new0 (JsonlReader, 1);

  self->reader.class = &jsonl_class;
  self->fields = g_array_new (FALSE, FALSE, sizeof (BsJsonField));
  self->cells = g_array_new (FALSE, FALSE, sizeof (BsCell));
  self->names = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  self->layout = g_array_new (FALSE, FALSE, sizeof (BsSpan));
  self->layout_arena = bs_arena_new ();
  return &self->reader;
}
