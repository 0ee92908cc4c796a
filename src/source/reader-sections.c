/* reader-sections.c: one big text of many articles, parted by a line that the manifest names. */
#include "source/reader.h"
#include "source/parting.h"

typedef struct
{
  BsReader reader;
  const char *separator;
  gsize separator_length;
  GString *next_id; /* what the latest separator line said behind its prefix; "" where nothing */
  guint64 number;   /* of the article to come, 1 for the first */
  guint64 line;     /* of the byte at the window's start */
  gboolean opened;  /* a separator line stands before the article to come */
  gboolean finished;
} SectionsReader;

static void
sections_begin (BsReader *reader)
{
  SectionsReader *self = (SectionsReader *)reader;

  self->separator = reader->item->separator;
  self->separator_length = strlen (self->separator);
  self->number = 1;
  self->line = 1;
  self->opened = self->finished = FALSE;
  g_string_truncate (self->next_id, 0);
  bs_stream_skip_mark (reader->stream);
}

static gboolean
is_separator (BsSpan line, gpointer data)
{
  const SectionsReader *self = data;
  gsize length = self->separator_length;

  return line.length >= length && memcmp (line.start, self->separator, length) == 0
         && (self->reader.item->separator_is_prefix
             || bs_is_blank (bs_span (line.start + length, line.length - length)));
}

static void
take_separator (SectionsReader *self, const BsSection *section)
{
  BsSpan window = bs_byte_stream_window (self->reader.stream);
  const char *rest = window.start + section->text + self->separator_length;

  g_string_truncate (self->next_id, 0);
  self->opened = section->line > 0;
  if (section->line > 0 && self->reader.item->separator_is_prefix)
    g_string_append_len (self->next_id, rest, (gssize)MIN (section->line - self->separator_length, 1000));
  self->finished = section->line == 0;
  bs_byte_stream_skip (self->reader.stream, section->text + section->line);
  self->line += section->lines + (section->line > 0);
}

/* What a section without text is: the run before the first separator and behind the last is nothing. */
static BsNext
give_section (SectionsReader *self, BsSection *section, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  BsSpan text = bs_span (bs_byte_stream_window (self->reader.stream).start, section->text);
  guint64 offset = bs_byte_stream_offset (self->reader.stream) - section->dropped;
  gboolean blank = !section->too_long && bs_is_blank (text);
  BsOrigin origin;
  const char *id;

  if (blank && (!self->opened || (section->line == 0 && !item->separator_is_prefix)))
    return BS_NEXT_END;
  origin = bs_item_origin (item, offset, section->dropped + section->text, self->line, arena);
  id = bs_record_name (bs_span (self->next_id->str, self->next_id->len), arena);
  id = id != NULL ? id : bs_item_numbered_id (item, self->number, arena);
  self->number++;
  if (blank)
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), id, origin,
                            "nothing stands between this separator line and the next");
  if (section->too_long || text.length > bs_ceiling (item->ceilings, BS_CEILING_ARTICLE))
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, bs_arena_strdup (arena, item->outlet), id, origin,
                            "the article is larger than " BS_CEILING_FORMAT " and was left out",
                            BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
  bs_item_article (item, origin, arena, article);
  article->id = id;
  article->text = bs_span (bs_arena_copy (arena, text), text.length);
  return BS_NEXT_ARTICLE;
}

static BsNext
sections_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  SectionsReader *self = (SectionsReader *)reader;
  guint64 most = bs_ceiling (reader->item->ceilings, BS_CEILING_ARTICLE);

  while (!self->finished)
    {
      BsSection section = bs_parting_find (reader->stream, most, (guchar)*self->separator,
                                           is_separator, self);
      BsNext next;

      if (section.line == 0 && bs_byte_stream_state (reader->stream) != BS_BYTES_END)
        {
          self->finished = TRUE; /* what was read of the last article is cut off */
          return bs_item_stream_end (reader->item, reader->stream, NULL,
                                     "the articles before that were read, the one there was left out", arena, problem);
        }
      next = give_section (self, &section, arena, article, problem);
      take_separator (self, &section);
      if (next != BS_NEXT_END)
        return next;
    }
  return BS_NEXT_END;
}

static void
sections_clear (BsReader *reader)
{
  g_string_free (((SectionsReader *)reader)->next_id, TRUE);
}

static const BsReaderClass sections_class = { sections_begin, sections_next, sections_clear };

BsReader *
bs_reader_sections_new (void)
{
  SectionsReader *self = g_new0 (SectionsReader, 1);

  self->reader.class = &sections_class;
  self->next_id = g_string_new (NULL);
  return &self->reader;
}
