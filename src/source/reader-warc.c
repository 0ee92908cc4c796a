/* reader-warc.c: the pages and texts of a crawl (WARC), and the texts extracted from one (WET).
 *
 * An article is a `response` of a server with status 200 that is HTML or plain text, a `resource` of these types, or a
 * `conversion` to plain text. Pictures, scripts, redirects, requests, repeats and whatever else a crawl holds are
 * passed over in silence, and so are robots.txt and its like: they are no problems of a corpus. What is damaged is one.
 * - outlet: the server's name without "www." and port, unless the item's is known by more than a guess;
 * - id: the address; a further record of one that came before in the file has ':' and the record's number behind it,
 * and an address of more than LONGEST_ID bytes is replaced by that;
 * - date: none, since the crawl's is another thing: it is the further field `crawled`; `truncated` is what the crawler
 *   says of a record it did not keep whole, `mended` that the record's length was wrong or missing;
 * - language: of a WET record that names exactly one. */
#include "base/hash.h"
#include "source/header-block.h"
#include "source/http-message.h"
#include "source/reader.h"
#include "source/warc-record.h"

#define FIELD_MAX 4096 /* bytes of a further field */

#define LONGEST_ID 1000
#define HEADS_ROOM (1024 * 1024) /* of a record's body, beside the article: a server's head, a chunked body's sizes */

typedef struct
{
  BsReader reader;
  BsArena *scratch; /* of the record at hand */
  GHashTable *seen; /* of char *: addresses that are ids */
  BsArena *addresses;
  guint64 number;   /* of records so far, junk too */
  guint64 given;    /* articles and problems */
  gboolean damaged; /* nothing was read since the compressed data were damaged: once is enough to say so */
  gboolean finished;
} WarcReader;

static void
warc_begin (BsReader *reader)
{
  WarcReader *self = (WarcReader *)reader;

  g_hash_table_remove_all (self->seen);
  bs_arena_reset (self->addresses);
  self->number = self->given = 0;
  self->damaged = self->finished = FALSE;
  bs_stream_skip_mark (reader->stream);
}

static BsNext
record_problem (WarcReader *self, const BsWarcRecord *record, BsProblemKind kind, const char *what, BsArena *arena,
                BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  BsOrigin origin = bs_item_origin (item, record->offset, record->length, self->number, arena);

  self->given++;
  return bs_item_problem (arena, problem, kind, bs_arena_strdup (arena, item->outlet), NULL, origin,
                          "record %" G_GUINT64_FORMAT " %s", self->number, what);
}

/* The server's name in an address of the web, in small letters, without "www.", port and user; NULL: it is none. */
static const char *
host_of (const char *url, BsArena *arena)
{
  const char *start = strstr (url, "://");
  gsize length;
  char *host;

  if (start == NULL || (g_ascii_strncasecmp (url, "http", 4) != 0 && g_ascii_strncasecmp (url, "ftp", 3) != 0))
    return NULL;
  start += 3;
  length = strcspn (start, "/?#\\");
  for (gsize i = length; i > 0; i--)
    if (start[i - 1] == '@')
      {
        start += i;
        length -= i;
        break;
      }
  if (length > 0 && *start == '[')
    length = MIN (length, strcspn (start, "]") + 1);
  else
    length = MIN (length, strcspn (start, ":"));
  while (length > 0 && start[length - 1] == '.')
    length--;
  if (length > 4 && g_ascii_strncasecmp (start, "www.", 4) == 0)
    {
      start += 4;
      length -= 4;
    }
  if (length == 0)
    return NULL;
  host = bs_arena_copy (arena, bs_span (start, length));
  for (gsize i = 0; i < length; i++)
    host[i] = g_ascii_tolower (host[i]);
  return host;
}

static const char *
id_of (WarcReader *self, const char *url, BsArena *arena)
{
  g_autofree char *numbered = NULL;

  if (strlen (url) > LONGEST_ID)
    return bs_item_numbered_id (self->reader.item, self->number, arena);
  if (!g_hash_table_contains (self->seen, url))
    {
      g_hash_table_add (self->seen, bs_arena_strdup (self->addresses, url));
      return url;
    }
  numbered = g_strdup_printf ("%s:%08" G_GUINT64_FORMAT, url, self->number);
  return bs_arena_strdup (arena, numbered);
}

/* Whether a media type is one that articles have, and in what markup. */
static gboolean
markup_of (const char *type, BsMarkup *markup)
{
  *markup = strcmp (type, "text/plain") == 0 ? BS_MARKUP_NONE : BS_MARKUP_HTML;
  return *markup == BS_MARKUP_NONE || strcmp (type, "text/html") == 0 || strcmp (type, "application/xhtml+xml") == 0;
}

static gboolean
starts_as_page (BsSpan body)
{
  while (body.length > 0 && g_ascii_isspace (*body.start))
    body = bs_span (body.start + 1, body.length - 1);
  return (body.length >= 9 && g_ascii_strncasecmp (body.start, "<!doctype", 9) == 0)
         || (body.length >= 5 && g_ascii_strncasecmp (body.start, "<html", 5) == 0);
}

/* Whether the address is of a text that sites keep for programs. */
static gboolean
is_for_programs (const char *url)
{
  static const char *const paths[] = { "/robots.txt", "/ads.txt", "/app-ads.txt", "/security.txt", "/llms.txt" };
  const char *path = strstr (url, "://");

  path = path != NULL ? strchr (path + 3, '/') : NULL;
  if (path == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    if (strncmp (path, paths[i], strlen (paths[i])) == 0 && strchr ("?#", path[strlen (paths[i])]) != NULL)
      return TRUE;
  return g_str_has_prefix (path, "/.well-known/");
}

static void
add_field (BsArticle *article, const char *name, const char *value, BsArena *arena)
{
  value = value != NULL ? bs_record_string (bs_span_of (value), arena) : NULL;
  if (value != NULL && strlen (value) <= FIELD_MAX)
    article->fields[article->n_fields++] = (BsField){ name, value };
}

/* What the head of the record says of the article. */
static void
fill (WarcReader *self, const BsWarcRecord *record, const char *url, BsArena *arena, BsArticle *article)
{
  const BsItem *item = self->reader.item;
  const char *host = host_of (url, arena);
  const char *languages = bs_header_value (record->head, "WARC-Identified-Content-Language", self->scratch);

  bs_item_article (item, bs_item_origin (item, record->offset, record->length, self->number, arena), arena, article);
  if (item->outlet_from == BS_OUTLET_GUESSED && host != NULL)
    article->outlet = host;
  article->url = url;
  article->id = id_of (self, url, arena);
  if (languages != NULL && strchr (languages, ',') == NULL)
    article->language = bs_record_language (languages, arena);
  article->fields = bs_arena_alloc (arena, 3 * sizeof (BsField)); /* sorted by name */
  add_field (article, "crawled", bs_header_value (record->head, "WARC-Date", self->scratch), arena);
  add_field (article, "mended", record->mended ? "length" : NULL, arena);
  add_field (article, "truncated", bs_header_value (record->head, "WARC-Truncated", self->scratch), arena);
}

static BsNext
over_ceiling (WarcReader *self, const BsWarcRecord *record, const char *what, BsArena *arena, BsProblem *problem)
{
  g_autofree char *ceiling = bs_ceiling_in_words (self->reader.item->ceilings, BS_CEILING_ARTICLE);
  g_autofree char *message = g_strdup_printf ("%s %s; it was left out", what, ceiling);

  return record_problem (self, record, BS_PROBLEM_TOO_LARGE, message, arena, problem);
}

static BsNext
give_text (WarcReader *self, const BsWarcRecord *record, const char *url, BsSpan text, BsMarkup markup,
           const char *encoding, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  if (text.length > bs_ceiling (self->reader.item->ceilings, BS_CEILING_ARTICLE))
    return over_ceiling (self, record, "holds an article larger than", arena, problem);
  if (bs_is_blank (text))
    return BS_NEXT_END;
  fill (self, record, url, arena, article);
  article->text = bs_span (bs_arena_copy (arena, text), text.length);
  article->markup = markup;
  article->encoding = bs_arena_strdup (arena, encoding);
  self->given++;
  return BS_NEXT_ARTICLE;
}

static BsNext
http_problem (WarcReader *self, const BsWarcRecord *record, BsHttpStatus status, const char *encoding, BsArena *arena,
              BsProblem *problem)
{
  g_autofree char *what = NULL;

  switch (status)
    {
    case BS_HTTP_BAD:
      return record_problem (self, record, BS_PROBLEM_BAD_RECORD,
                             "holds no answer of a server, or one whose compressed body is damaged; it was left out",
                             arena, problem);
    case BS_HTTP_UNREADABLE:
      what = g_strdup_printf ("is a page compressed as \"%.40s\", which is not read; it was left out", encoding);
      return record_problem (self, record, BS_PROBLEM_LEFT_OUT, what, arena, problem);
    case BS_HTTP_TOO_LARGE:
      return over_ceiling (self, record, "holds a page that expands beyond", arena, problem);
    default:
      return BS_NEXT_END;
    }
}

/* A server's answer. Its type is looked at before its body is expanded: most answers are no articles. */
static BsNext
take_response (WarcReader *self, const BsWarcRecord *record, const char *url, BsArena *arena, BsArticle *article,
               BsProblem *problem)
{
  gboolean cut = bs_header_value (record->head, "WARC-Truncated", self->scratch) != NULL || record->mended;
  BsHttpMessage message;
  BsHttpStatus status = bs_http_message_head (record->body, self->scratch, &message);
  const char *type = message.content_type;
  BsMarkup markup = BS_MARKUP_HTML;

  if (type == NULL)
    type = bs_header_value (record->head, "WARC-Identified-Payload-Type", self->scratch);
  if (status == BS_HTTP_FINE && type != NULL && !markup_of (bs_header_media_type (type, self->scratch), &markup))
    return BS_NEXT_END;
  if (status == BS_HTTP_FINE)
    status = bs_http_message_body (&message, bs_ceiling (self->reader.item->ceilings, BS_CEILING_ARTICLE), cut,
                                   self->scratch);
  if (status != BS_HTTP_FINE)
    return http_problem (self, record, status, message.encoding, arena, problem);
  if (type == NULL && !starts_as_page (message.body))
    return BS_NEXT_END;
  return give_text (self, record, url, message.body, markup, bs_header_charset (type, self->scratch), arena, article,
                    problem);
}

/* A page is told of that has no outlet, since its address has no server. */
static BsNext
take_answer (WarcReader *self, const BsWarcRecord *record, const char *url, BsArena *arena, BsArticle *article,
             BsProblem *problem)
{
  BsNext next = take_response (self, record, url, arena, article, problem);

  if (next != BS_NEXT_ARTICLE || host_of (url, self->scratch) != NULL)
    return next;
  self->given--;
  return record_problem (self, record, BS_PROBLEM_LEFT_OUT,
                         "is a page whose address is missing or none of the web; it was left out", arena, problem);
}

/* END: the record is no article, and nothing has to be said of it. */
static BsNext
take_record (WarcReader *self, const BsWarcRecord *record, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  const char *kind = bs_header_value (record->head, "WARC-Type", self->scratch);
  const char *uri = bs_header_value (record->head, "WARC-Target-URI", self->scratch);
  const char *type = bs_header_value (record->head, "Content-Type", self->scratch), *url;
  gsize length = uri != NULL ? strlen (uri) : 0;
  BsMarkup markup;

  if (kind == NULL)
    return record_problem (self, record, BS_PROBLEM_BAD_RECORD, "has no WARC-Type; it was left out", arena, problem);
  if (length > 1 && uri[0] == '<' && uri[length - 1] == '>') /* as drafts and some crawlers write it */
    url = bs_record_name (bs_span (uri + 1, length - 2), arena);
  else
    url = bs_record_name (bs_span (uri, length), arena);
  if (url != NULL && is_for_programs (url))
    return BS_NEXT_END;
  if (g_ascii_strcasecmp (kind, "response") == 0
      && (type == NULL || strcmp (bs_header_media_type (type, self->scratch), "application/http") == 0))
    return take_answer (self, record, url != NULL ? url : "", arena, article, problem);
  if (url == NULL)
    return BS_NEXT_END;
  if (type == NULL || !markup_of (bs_header_media_type (type, self->scratch), &markup))
    return BS_NEXT_END;
  if (g_ascii_strcasecmp (kind, "conversion") != 0
      && (g_ascii_strcasecmp (kind, "resource") != 0
          || (host_of (url, self->scratch) == NULL && g_ascii_strncasecmp (url, "file:", 5) != 0)))
    return BS_NEXT_END;
  return give_text (self, record, url, record->body, markup, bs_header_charset (type, self->scratch), arena, article,
                    problem);
}

static BsNext
end (WarcReader *self, BsArena *arena, BsProblem *problem)
{
  const BsItem *item = self->reader.item;
  BsNext next = bs_item_stream_end (item, self->reader.stream, NULL,
                                    "the records before that were read, the rest is lost", arena, problem);

  self->finished = TRUE;
  if (next == BS_NEXT_PROBLEM || self->given > 0)
    return next;
  return bs_item_problem (arena, problem, BS_PROBLEM_NO_TEXT, bs_arena_strdup (arena, item->outlet), NULL,
                          bs_item_origin (item, 0, bs_byte_stream_offset (self->reader.stream), 0, arena),
                          "none of the %" G_GUINT64_FORMAT " records of the file is a page or a text", self->number);
}

static BsNext
warc_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  static const char *const troubles[] = {
    [BS_WARC_JUNK] = "does not begin as one, and everything up to the next that does was left out",
    [BS_WARC_CUT] = "ends too early: the file is cut off there; it was left out",
    [BS_WARC_DAMAGED] = "is damaged in its compressed data and was left out; reading went on behind it",
  };
  static const BsProblemKind kinds[] = { [BS_WARC_JUNK] = BS_PROBLEM_BAD_RECORD,
                                         [BS_WARC_CUT] = BS_PROBLEM_TRUNCATED,
                                         [BS_WARC_DAMAGED] = BS_PROBLEM_TRUNCATED };
  WarcReader *self = (WarcReader *)reader;
  guint64 most = bs_ceiling (reader->item->ceilings, BS_CEILING_ARTICLE) + HEADS_ROOM;
  gsize longest_head = bs_ceiling (reader->item->ceilings, BS_CEILING_HEAD);

  while (!self->finished)
    {
      BsWarcRecord record;
      BsWarcStatus status;
      BsNext next;

      bs_arena_reset (self->scratch);
      status = bs_warc_next (reader->stream, most, longest_head, self->scratch, &record);
      if (status == BS_WARC_END)
        return end (self, arena, problem);
      if (status == BS_WARC_DAMAGED && self->damaged)
        continue;
      self->damaged = status == BS_WARC_DAMAGED;
      self->number++;
      if (status == BS_WARC_RECORD)
        next = take_record (self, &record, arena, article, problem);
      else if (status == BS_WARC_TOO_LARGE)
        next = over_ceiling (self, &record, "is larger than", arena, problem);
      else
        next = record_problem (self, &record, kinds[status], troubles[status], arena, problem);
      if (status == BS_WARC_RECORD || status == BS_WARC_CUT)
        bs_warc_pass (reader->stream, &record);
      if (next != BS_NEXT_END)
        return next;
    }
  return BS_NEXT_END;
}

static void
warc_clear (BsReader *reader)
{
  WarcReader *self = (WarcReader *)reader;

  g_hash_table_unref (self->seen);
  bs_arena_free (self->addresses);
  bs_arena_free (self->scratch);
}

static const BsReaderClass warc_class = { warc_begin, warc_next, warc_clear };

BsReader *
bs_reader_warc_new (void)
{
  WarcReader *self = g_new0 (WarcReader, 1);

  self->reader.class = &warc_class;
  self->scratch = bs_arena_new ();
  self->addresses = bs_arena_new ();
  self->seen = g_hash_table_new (bs_hash_word, g_str_equal);
  return &self->reader;
}
