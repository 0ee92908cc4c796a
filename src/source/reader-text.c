/* reader-text.c: an input that is one article as it stands, plain text or a page. */
#include "source/reader.h"

typedef struct
{
  BsReader reader;
  BsMarkup markup;
  gboolean given;
} TextReader;

static void
text_begin (BsReader *self)
{
  ((TextReader *)self)->given = FALSE;
}

static BsNext
too_large (const BsItem *item, guint64 size, BsArena *arena, BsProblem *problem)
{
  return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, bs_arena_strdup (arena, item->outlet),
                          bs_arena_strdup (arena, item->id), bs_item_origin (item, 0, size, 0, arena),
                          "the article is larger than " BS_CEILING_FORMAT " and was left out",
                          BS_CEILING_ARGS (item->ceilings, BS_CEILING_ARTICLE));
}

static BsNext
text_next (BsReader *self, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  const BsItem *item = self->item;
  guint64 most = bs_ceiling (item->ceilings, BS_CEILING_ARTICLE), size = 0;
  BsSpan text;

  if (((TextReader *)self)->given)
    return BS_NEXT_END;
  ((TextReader *)self)->given = TRUE;
  if (bs_byte_stream_state (self->stream) == BS_BYTES_OPEN)
    size = bs_byte_stream_size (self->stream);
  do
    {
      text = bs_byte_stream_window (self->stream);
      if (MAX (size, text.length) > most)
        return too_large (item, size, arena, problem);
    }
  while (bs_byte_stream_more (self->stream));
  if (bs_byte_stream_state (self->stream) != BS_BYTES_END)
    return bs_item_stream_end (item, self->stream, item->id, "the article was left out", arena, problem);
  text = bs_byte_stream_window (self->stream); /* asking for more moves it, even where nothing comes */
  if (bs_is_blank (text))
    return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet),
                            bs_arena_strdup (arena, item->id), bs_item_origin (item, 0, text.length, 0, arena),
                            "the file %s", text.length == 0 ? "is empty" : "holds nothing but white space");
  bs_item_article (item, bs_item_origin (item, 0, text.length, 0, arena), arena, article);
  article->id = bs_arena_strdup (arena, item->id);
  article->text = bs_span (bs_arena_copy (arena, text), text.length);
  article->markup = ((const TextReader *)self)->markup;
  return BS_NEXT_ARTICLE;
}

static const BsReaderClass text_class = { text_begin, text_next, NULL };

static BsReader *
reader_new (BsMarkup markup)
{
  TextReader *self = g_new0 (TextReader, 1);

  self->reader.class = &text_class;
  self->markup = markup;
  return &self->reader;
}

BsReader *
bs_reader_text_new (void)
{
  return reader_new (BS_MARKUP_UNKNOWN);
}

BsReader *
bs_reader_html_new (void)
{
  return reader_new (BS_MARKUP_HTML);
}
