/* reader-sections.c: one big text of many articles, parted by a line that the manifest names. */
#include "source/reader.h"

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

/* Whether a whole line, which begins like the separator, is one. */
static gboolean
is_separator (const SectionsReader *self, BsSpan line)
{
  BsSpan rest = bs_span (line.start + self->separator_length, line.length - self->separator_length);

  return self->reader.item->separator_is_prefix || bs_is_blank (rest);
}

typedef struct
{
  gsize text;    /* bytes before the separator line */
  gsize line;    /* bytes of the separator line with its end; 0 where the data end first */
  guint64 lines; /* line ends in the text */
  gboolean too_long;
  guint64 dropped; /* bytes of the text that were passed over since it is too long */
} Section;

/* Goes to the next separator line; text and line are at hand in the window then. */
static Section
find_separator (SectionsReader *self)
{
  BsByteStream *stream = self->reader.stream;
  Section section = { 0 };
  gsize start = 0, scanned = 0; /* of the line that is looked at */

  for (;;)
    {
      BsSpan window = bs_byte_stream_window (stream);
      gboolean last = bs_byte_stream_state (stream) != BS_BYTES_OPEN;
      const char *end = scanned < window.length ? memchr (window.start + scanned, '\n', window.length - scanned) : NULL;
      gsize length = (gsize)((end != NULL ? end : window.start + window.length) - (window.start + start));
      gboolean complete = end != NULL || (last && length > 0);

      if (complete && length >= self->separator_length && window.start[start] == self->separator[0]
          && memcmp (window.start + start, self->separator, self->separator_length) == 0
          && is_separator (self, bs_span (window.start + start, length)))
        {
          section.text = start;
          section.line = length + (end != NULL);
          return section;
        }
      if (end != NULL)
        {
          section.lines++;
          start = scanned = (gsize)(end - window.start) + 1;
          continue;
        }
      if (last)
        {
          section.text = window.length;
          return section;
        }
      if (window.length > self->reader.item->max_article)
        {
          gsize drop = start > 0 ? start : window.length; /* a separator line is not torn */
          section.too_long = TRUE;
          section.dropped += drop;
          bs_byte_stream_skip (stream, drop);
          start -= MIN (start, drop);
          window = bs_byte_stream_window (stream);
        }
      scanned = window.length;
      bs_byte_stream_more (stream);
    }
}

static void
take_separator (SectionsReader *self, const Section *section)
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
give_section (SectionsReader *self, Section *section, BsArena *arena, BsArticle *article, BsProblem *problem)
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
  id = bs_record_string (bs_span (self->next_id->str, self->next_id->len), arena);
  id = id != NULL ? id : bs_item_numbered_id (item, self->number, arena);
  self->number++;
  if (blank)
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), id, origin,
                            "nothing stands between this separator line and the next");
  if (section->too_long || text.length > item->max_article)
    return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, bs_arena_strdup (arena, item->outlet), id, origin,
                            "the article is larger than the ceiling of %" G_GUINT64_FORMAT " bytes and was left out",
                            item->max_article);
  bs_item_article (item, origin, arena, article);
  article->id = id;
  article->text = bs_span (bs_arena_copy (arena, text), text.length);
  return BS_NEXT_ARTICLE;
}

static BsNext
sections_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  SectionsReader *self = (SectionsReader *)reader;

  while (!self->finished)
    {
      Section section = find_separator (self);
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
