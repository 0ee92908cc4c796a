/* reader-export.c: the articles of an export of Nexis or Factiva; source/export.h has their forms. */
#include "source/export.h"
#include "source/export-lines.h"
#include "source/reader.h"
#include "source/parting.h"

typedef const char *(*ReadDocument) (BsSpan document, gboolean began, gboolean first, BsArena *arena,
                                     BsExported *exported);

typedef struct
{
  BsReader reader;
  BsKind kind;
  ReadDocument read;
  guint64 number; /* of articles so far, those that cannot be read too */
  guint64 line;   /* of the byte at the window's start, 1 for the first */
  gboolean began; /* a line that begins an article stands before the window */
  gboolean finished;
} ExportReader;

static void
export_begin (BsReader *reader)
{
  ExportReader *self = (ExportReader *)reader;

  self->number = 0;
  self->line = 1;
  self->began = self->finished = FALSE;
  bs_stream_skip_mark (reader->stream);
}

static gboolean
parts_nexis (BsSpan line, gpointer data)
{
  return bs_nexis_begins (line) || bs_nexis_ends (line);
}

static gboolean
parts_factiva (BsSpan line, gpointer data)
{
  return bs_factiva_ends (line);
}

static BsSpan
without_blank_lines (BsSpan text)
{
  while (text.length > 0 && g_ascii_isspace (text.start[text.length - 1]))
    text.length--;
  for (;;)
    {
      const char *end = text.length > 0 ? memchr (text.start, '\n', text.length) : NULL;
      if (end == NULL || !bs_is_blank (bs_span (text.start, (gsize)(end - text.start))))
        return text;
      text = bs_span (end + 1, text.length - (gsize)(end + 1 - text.start));
    }
}

static guint64
leading_lines (BsSpan whole, BsSpan stripped)
{
  guint64 lines = 0;

  for (const char *p = whole.start; p < stripped.start; p++)
    lines += *p == '\n';
  return lines;
}

static void
fill_fields (const BsExported *exported, BsArticle *article, BsArena *arena)
{
  const BsField fields[]
      = { { "copyright", exported->copyright }, { "dateline", exported->dateline }, { "edition", exported->edition },
          { "highlight", exported->highlight }, { "page", exported->page },         { "section", exported->section },
          { "type", exported->type },           { "words", exported->words } };

  article->fields = bs_arena_alloc (arena, sizeof fields);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL)
      article->fields[article->n_fields++] = fields[i];
}

static void
fill (ExportReader *self, const BsExported *exported, BsOrigin origin, BsArena *arena, BsArticle *article)
{
  const BsItem *item = self->reader.item;

  bs_item_article (item, origin, arena, article);
  if (exported->paper != NULL && item->outlet_from < BS_OUTLET_FOLDER)
    article->outlet = exported->paper;
  article->id = exported->id != NULL ? exported->id : bs_item_numbered_id (item, self->number, arena);
  article->title = exported->title;
  article->date = exported->date;
  article->byline = exported->byline;
  article->language = bs_export_language (exported->language, arena);
  article->markup = BS_MARKUP_NONE;
  fill_fields (exported, article, arena);
}

/* What Factiva writes behind the last article. */
static gboolean
is_summary (BsSpan rest)
{
  static const char *const starts[]
      = { "Search Summary", "Suchzusammenfassung", "Résumé de la recherche", "Resumen de la búsqueda" };

  rest = bs_export_trim (rest);
  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    if (bs_export_starts (rest, starts[i]))
      return TRUE;
  return FALSE;
}

/* END: there is nothing between these two lines. */
static BsNext
give_document (ExportReader *self, const BsSection *section, gboolean begins, BsArena *arena, BsArticle *article,
               BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  gboolean ends = section->line > 0 && !begins; /* the line is the article's own */
  gsize length = section->text + (ends ? section->line : 0);
  BsSpan document = bs_span (bs_byte_stream_window (self->reader.stream).start, length);
  guint64 offset = bs_byte_stream_offset (self->reader.stream) - section->dropped;
  guint64 line = self->line + (section->too_long ? 0 : leading_lines (document, without_blank_lines (document)));
  BsOrigin origin = bs_item_origin (item, offset, section->dropped + length, line, arena);
  const char *outlet = bs_arena_strdup (arena, item->outlet), *complaint;
  BsExported exported;

  if (!section->too_long && bs_is_blank (document) && !self->began)
    return BS_NEXT_END;
  if (begins && !self->began && self->number == 0) /* what a search says of itself, before its first article */
    return BS_NEXT_END;
  if (section->line == 0 && !section->too_long && !self->began && self->number > 0 && is_summary (document))
    return BS_NEXT_END;
  self->number++;
  if (section->too_long || document.length > bs_ceiling (item->ceilings, BS_CEILING_ARTICLE))
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, outlet, NULL, origin,
                            "article %" G_GUINT64_FORMAT " is larger than " BS_CEILING_FORMAT " and was left out",
                            self->number, BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
  complaint = self->read (document, self->began, self->number == 1, arena, &exported);
  if (complaint != NULL)
    return bs_item_problem (arena, problem, BS_PROBLEM_BAD_RECORD, outlet, NULL, origin,
                            "article %" G_GUINT64_FORMAT ": %s; it was left out", self->number, complaint);
  fill (self, &exported, origin, arena, article);
  exported.text = without_blank_lines (exported.text);
  if (bs_is_blank (exported.text))
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, article->outlet, article->id, origin,
                            "the article has a head and no text");
  article->text = bs_span (bs_arena_copy (arena, exported.text), exported.text.length);
  return BS_NEXT_ARTICLE;
}

static BsNext
export_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  ExportReader *self = (ExportReader *)reader;
  guint64 most = bs_ceiling (reader->item->ceilings, BS_CEILING_ARTICLE);

  while (!self->finished)
    {
      BsSection section = bs_parting_find (reader->stream, most, BS_PARTING_ANY,
                                           self->kind == BS_KIND_NEXIS ? parts_nexis : parts_factiva, NULL);
      gboolean begins;
      BsNext next;

      if (section.line == 0 && bs_byte_stream_state (reader->stream) != BS_BYTES_END)
        {
          self->finished = TRUE;
          return bs_item_stream_end (reader->item, reader->stream, NULL,
                                     "the articles before that were read, the one there was left out", arena, problem);
        }
      begins = section.line > 0 && self->kind == BS_KIND_NEXIS
               && bs_nexis_begins (bs_span (bs_byte_stream_window (reader->stream).start + section.text, section.line));
      next = give_document (self, &section, begins, arena, article, problem);
      bs_byte_stream_skip (reader->stream, section.text + section.line);
      self->line += section.lines + (section.line > 0);
      self->began = begins;
      self->finished = section.line == 0;
      if (next != BS_NEXT_END)
        return next;
    }
  return BS_NEXT_END;
}

static const BsReaderClass export_class = { export_begin, export_next, NULL };

static BsReader *
reader_new (BsKind kind, ReadDocument read)
{
  ExportReader *self = g_new0 (ExportReader, 1);

  self->reader.class = &export_class;
  self->kind = kind;
  self->read = read;
  return &self->reader;
}

BsReader *
bs_reader_nexis_new (void)
{
  return reader_new (BS_KIND_NEXIS, bs_nexis_read);
}

BsReader *
bs_reader_factiva_new (void)
{
  return reader_new (BS_KIND_FACTIVA, bs_factiva_read);
}
