/* fuzz-reader.h: what the targets of the readers share: one input read in pieces of any size, and what it gives written
 * down to the last number, so that two reads can be compared. */
#pragma once

#include "fuzz-help.h"
#include "source/reader.h"
#include "source/sniff.h"

/* Where a fuzzer's input is longer, it is not read byte by byte: a slow run finds less than a short one. */
#define BYTEWISE_MOST 512

/* An article or a problem as one line of text. */
static inline void
check_string (const char *string, gsize most)
{
  if (string == NULL)
    return;
  g_assert_true (g_utf8_validate (string, -1, NULL));
  g_assert_cmpuint (strlen (string), <=, most);
  for (const char *c = string; *c != '\0'; c++)
    g_assert_false ((guchar) *c < 0x20 || *c == 0x7f);
}

static inline void
put_string (GString *lines, const char *name, const char *string)
{
  if (string != NULL)
    g_string_append_printf (lines, " %s=%s", name, string);
}

static inline void
put_origin (GString *lines, const BsOrigin *origin)
{
  g_assert_nonnull (origin->path);
  check_string (origin->path, G_MAXSIZE);
  check_string (origin->member, G_MAXSIZE);
  put_string (lines, "member", origin->member);
  g_string_append_printf (lines, " @%" G_GUINT64_FORMAT "+%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, origin->offset,
                          origin->length, origin->line);
}

static inline void
put_article (GString *lines, const BsArticle *article, guint64 most)
{
  g_assert_nonnull (article->outlet);
  g_assert_nonnull (article->id);
  g_assert_cmpint (article->outlet[0], !=, '\0');
  g_assert_cmpint (article->id[0], !=, '\0');
  check_string (article->outlet, G_MAXSIZE);
  check_string (article->id, G_MAXSIZE);
  check_string (article->title, G_MAXSIZE);
  check_string (article->date, G_MAXSIZE);
  check_string (article->byline, G_MAXSIZE);
  check_string (article->url, G_MAXSIZE);
  check_string (article->encoding, G_MAXSIZE);
  check_string (article->language, 3);
  g_assert_cmpuint (article->text.length, <=, most);
  g_assert_cmpint (article->text.start[article->text.length], ==, '\0');
  g_assert_cmpuint (article->n_fields, <=, bs_ceiling (NULL, BS_CEILING_KEPT_FIELDS));
  g_string_append_printf (lines, "%s/%s", article->outlet, article->id);
  put_string (lines, "title", article->title);
  put_string (lines, "date", article->date);
  put_string (lines, "byline", article->byline);
  put_string (lines, "url", article->url);
  put_string (lines, "language", article->language);
  put_string (lines, "encoding", article->encoding);
  for (guint i = 0; i < article->n_fields; i++)
    {
      const BsField *field = &article->fields[i];

      check_string (field->name, G_MAXSIZE);
      check_string (field->value, 3 * bs_ceiling (NULL, BS_CEILING_FIELD)); /* a byte that is no UTF-8 becomes three */
      g_assert_true (i == 0 || strcmp (field[-1].name, field->name) < 0);
      put_string (lines, field->name, field->value);
    }
  put_origin (lines, &article->origin);
  g_string_append_printf (lines, " markup %d: ", article->markup);
  g_string_append_len (lines, article->text.start, (gssize) article->text.length);
  g_string_append_c (lines, '\n');
}

static inline void
put_problem (GString *lines, const BsProblem *problem)
{
  g_assert_cmpint (problem->kind, >=, 0);
  g_assert_cmpint (problem->kind, <, BS_N_PROBLEMS);
  g_assert_nonnull (problem->message);
  check_string (problem->message, G_MAXSIZE);
  check_string (problem->outlet, G_MAXSIZE);
  check_string (problem->id, G_MAXSIZE);
  g_string_append_printf (lines, "! %s", bs_problem_kind_name (problem->kind));
  put_string (lines, "outlet", problem->outlet);
  put_string (lines, "id", problem->id);
  put_origin (lines, &problem->origin);
  if (problem->kind == BS_PROBLEM_TRUNCATED) /* what the library that expands says of it depends on the pieces */
    g_string_append_printf (lines, ": %.*s\n", (int) strcspn (problem->message, "("), problem->message);
  else
    g_string_append_printf (lines, ": %s\n", problem->message);
}

typedef BsNext (*NextCall) (gpointer self, BsArena *arena, BsArticle *article, BsProblem *problem);

/* All that a reader of `size` bytes gives; more than one thing a byte, and some at the end, were made of nothing. */
static inline void
read_all (GString *lines, NextCall next, gpointer self, gsize size, guint64 most)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article = { 0 };
  BsProblem problem = { 0 };
  BsNext what;
  gsize n = 0;

  for (; (what = next (self, arena, &article, &problem)) != BS_NEXT_END; bs_arena_reset (arena))
    {
      g_assert_cmpuint (n++, <=, size + 16);
      if (what == BS_NEXT_ARTICLE)
        put_article (lines, &article, most);
      else
        put_problem (lines, &problem);
    }
}

static inline BsNext
next_of_reader (gpointer self, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  return bs_reader_next (self, arena, article, problem);
}

/* What a target reads and how. */
typedef struct {
  BsKind      kind;
  gboolean    sniff; /* the first bytes may make something else of text, as in a corpus */
  const char *separator;
  gboolean    separator_is_prefix;
  BsOutletFrom outlet_from;
} ReaderFuzz;

/* Appends what bytes that come in pieces give. */
static inline void
read_pieces (GString *lines, const ReaderFuzz *what, BsSpan bytes, gsize piece, guint64 most)
{
  static BsReaders *readers;
  static BsByteStream *stream;
  const BsFieldNames names = { { NULL } };
  const BsCeilings ceilings = { .value[BS_CEILING_ARTICLE] = most };
  const BsItem item = { .path = "file", .outlet = "outlet", .outlet_from = what->outlet_from, .id = "id",
                        .separator = what->separator, .separator_is_prefix = what->separator_is_prefix,
                        .names = &names, .ceilings = &ceilings };
  BsKind kind = what->kind;

  if (readers == NULL)
    {
      readers = bs_readers_new ();
      stream = bs_byte_stream_new (NULL);
    }
  bs_byte_stream_open_bytes (stream, bytes, piece);
  if (what->sniff)
    {
      BsKind sniffed = bs_sniff_any (stream);

      kind = sniffed == BS_KIND_TEXT ? bs_sniff_text (stream) : sniffed;
    }
  g_string_append_printf (lines, "kind %d\n", kind);
  if (bs_kind_is_read (kind))
    read_all (lines, next_of_reader, bs_readers_begin (readers, kind, &item, stream), 1100 * bytes.length, most);
  bs_byte_stream_close (stream);
}

static inline void
assert_same_lines (const GString *whole, const GString *lines, gsize piece)
{
  if (!g_string_equal (whole, lines))
    g_error ("in one piece:\n%s\nin pieces of %" G_GSIZE_FORMAT ":\n%s", whole->str, piece, lines->str);
}

/* The promise of every reader: in whatever pieces the bytes come, what it gives is the same. */
static inline void
compare_pieces (const ReaderFuzz *what, const guint8 *data, gsize size)
{
  static const gsize pieces[] = { 1, 7, 64 };
  static const guint64 ceilings[] = { 65536, 60 };

  for (guint c = 0; c < G_N_ELEMENTS (ceilings); c++)
    {
      g_autoptr (GString) whole = g_string_new (NULL);

      read_pieces (whole, what, bs_span ((const char *) data, size), G_MAXSIZE, ceilings[c]);
      for (guint i = size <= BYTEWISE_MOST ? 0 : 1; i < G_N_ELEMENTS (pieces); i++)
        {
          g_autoptr (GString) lines = g_string_new (NULL);

          read_pieces (lines, what, bs_span ((const char *) data, size), pieces[i], ceilings[c]);
          assert_same_lines (whole, lines, pieces[i]);
        }
    }
}
