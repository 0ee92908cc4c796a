#include "source/reader.h"

BsKind
bs_kind_for (BsFormat format, const BsNameLook *look)
{
  static const BsKind kinds[]
      = { [BS_FORMAT_TEXT] = BS_KIND_TEXT,   [BS_FORMAT_HTML] = BS_KIND_HTML,      [BS_FORMAT_JSONL] = BS_KIND_JSONL,
          [BS_FORMAT_CSV] = BS_KIND_CSV,     [BS_FORMAT_TSV] = BS_KIND_TSV,        [BS_FORMAT_WARC] = BS_KIND_WARC,
          [BS_FORMAT_NEXIS] = BS_KIND_NEXIS, [BS_FORMAT_FACTIVA] = BS_KIND_FACTIVA };
  gboolean fixed = look->kind >= BS_KIND_ARCHIVE || (look->kind == BS_KIND_JSON && format != BS_FORMAT_JSONL);

  return format == BS_FORMAT_AUTO || fixed ? look->kind : kinds[format];
}

void
bs_reader_free (BsReader *reader)
{
  if (reader == NULL)
    return;
  if (reader->class->clear != NULL)
    reader->class->clear (reader);
  g_free (reader);
}

void
bs_reader_begin (BsReader *reader, const BsItem *item, BsByteStream *stream)
{
  reader->item = item;
  reader->stream = stream;
  reader->class->begin (reader);
}

BsNext
bs_reader_next (BsReader *reader, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  return reader->class->next (reader, arena, article, problem);
}

#define N_KINDS (BS_KIND_FACTIVA + 1)
#define SLOT_SECTIONS N_KINDS
#define N_SLOTS (N_KINDS + 1)

static BsReader *(*const makers[N_SLOTS]) (void) = {
  [BS_KIND_TEXT] = bs_reader_text_new,      [BS_KIND_HTML] = bs_reader_html_new,
  [BS_KIND_JSONL] = bs_reader_jsonl_new,    [BS_KIND_CSV] = bs_reader_csv_new,
  [BS_KIND_TSV] = bs_reader_tsv_new,        [BS_KIND_WARC] = bs_reader_warc_new,
  [BS_KIND_NEXIS] = bs_reader_nexis_new,    [BS_KIND_FACTIVA] = bs_reader_factiva_new,
  [SLOT_SECTIONS] = bs_reader_sections_new,
};

struct _BsReaders
{
  BsReader *slots[N_SLOTS];
};

BsReaders *
bs_readers_new (void)
{
  return g_new0 (BsReaders, 1);
}

void
bs_readers_free (BsReaders *readers)
{
  if (readers == NULL)
    return;
  for (int i = 0; i < N_SLOTS; i++)
    bs_reader_free (readers->slots[i]);
  g_free (readers);
}

BsReader *
bs_readers_begin (BsReaders *readers, BsKind kind, const BsItem *item, BsByteStream *stream)
{
  guint slot = kind == BS_KIND_TEXT && item->separator != NULL ? SLOT_SECTIONS : (guint)kind;

  if (readers->slots[slot] == NULL)
    readers->slots[slot] = makers[slot]();
  bs_reader_begin (readers->slots[slot], item, stream);
  return readers->slots[slot];
}

BsOrigin
bs_item_origin (const BsItem *item, guint64 offset, guint64 length, guint64 line, BsArena *arena)
{
  return (BsOrigin){ .path = bs_arena_strdup (arena, item->path),
                     .member = bs_arena_strdup (arena, item->member),
                     .offset = offset,
                     .length = length,
                     .line = line };
}

void
bs_item_article (const BsItem *item, BsOrigin origin, BsArena *arena, BsArticle *article)
{
  *article = (BsArticle){ .outlet = bs_arena_strdup (arena, item->outlet), .origin = origin };
}

const char *
bs_item_numbered_id (const BsItem *item, guint64 number, BsArena *arena)
{
  gsize length = strlen (item->id);
  char digits[20];
  guint n = 0;
  char *id, *at;

  for (; number > 0 || n < 8; number /= 10)
    digits[n++] = (char)('0' + number % 10);
  id = bs_arena_alloc (arena, length + n + 2);
  at = (char *)memcpy (id, item->id, length) + length;
  *at++ = ':';
  while (n > 0)
    *at++ = digits[--n];
  *at = '\0';
  return id;
}

#define LONGEST_MESSAGE 2000 /* bytes: it may quote what the input or the user says, and stand beside every record */

static void
shorten (char *message)
{
  static const char dots[] = "…";

  if (strlen (message) > LONGEST_MESSAGE)
    memcpy (g_utf8_find_prev_char (message, message + LONGEST_MESSAGE - sizeof dots), dots, sizeof dots);
}

BsNext
bs_item_problem (BsArena *arena, BsProblem *problem, BsProblemKind kind, const char *outlet, const char *id,
                 BsOrigin origin, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  shorten (message);
  *problem = (BsProblem){ .kind = kind,
                          .outlet = outlet,
                          .id = id,
                          .origin = origin,
                          .message = bs_record_string (bs_span_of (message), arena) };
  return BS_NEXT_PROBLEM;
}

gsize
bs_item_longest_record (const BsItem *item)
{
  return 2 * bs_ceiling (item->ceilings, BS_CEILING_ARTICLE) + 1024 * 1024;
}

BsNext
bs_item_stream_end (const BsItem *item, const BsByteStream *stream, const char *id, const char *kept, BsArena *arena,
                    BsProblem *problem)
{
  const char *message = bs_byte_stream_message (stream);
  BsOrigin origin = bs_item_origin (item, bs_byte_stream_offset (stream), 0, 0, arena);
  const char *outlet = bs_arena_strdup (arena, item->outlet);

  id = bs_arena_strdup (arena, id);
  switch (bs_byte_stream_state (stream))
    {
    case BS_BYTES_UNREADABLE:
      return bs_item_problem (arena, problem, BS_PROBLEM_UNREADABLE, outlet, id, origin, "cannot be read: %s; %s",
                              message, kept);
    case BS_BYTES_DAMAGED:
      return bs_item_problem (arena, problem, BS_PROBLEM_TRUNCATED, outlet, id, origin,
                              "the compressed data are damaged or end too early (%s); %s", message, kept);
    case BS_BYTES_BOMB:
      return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, outlet, id, origin, "%s; %s", message, kept);
    default:
      return BS_NEXT_END;
    }
}

gboolean
bs_is_utf16 (BsSpan bytes)
{
  return bytes.length >= 2 && (memcmp (bytes.start, "\xff\xfe", 2) == 0 || memcmp (bytes.start, "\xfe\xff", 2) == 0);
}

gboolean
bs_stream_is_utf16 (const BsByteStream *stream)
{
  return bs_is_utf16 (bs_byte_stream_window (stream));
}

void
bs_stream_skip_mark (BsByteStream *stream)
{
  BsSpan window = bs_byte_stream_window (stream);

  if (window.length >= 3 && memcmp (window.start, "\xef\xbb\xbf", 3) == 0)
    bs_byte_stream_skip (stream, 3);
}

gboolean
bs_is_blank (BsSpan text)
{
  for (gsize i = 0; i < text.length; i++)
    if (!g_ascii_isspace (text.start[i]))
      return FALSE;
  return TRUE;
}
