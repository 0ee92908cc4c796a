/* Rows of comma- and tab-separated values, in pieces of any size.
 *
 * about: src/source/delimited.c
 * max_len: 1024 */
#include "fuzz-reader.h"
#include "base/ceiling.h"
#include "source/delimited.h"

#define LONGEST 300

static void
read_rows (GString *lines, BsSpan bytes, gboolean tsv, gsize piece)
{
  static BsByteStream *stream;
  static BsDelimited *rows;
  g_autoptr (BsArena) arena = bs_arena_new ();
  guint64 behind = 0, line = 0;
  BsRowStatus status;
  BsRowPlace place;

  if (stream == NULL)
    {
      stream = bs_byte_stream_new (NULL);
      rows = bs_delimited_new ();
    }
  bs_byte_stream_open_bytes (stream, bytes, piece);
  bs_delimited_begin (rows, stream, tsv, LONGEST, (guint) bs_ceiling (NULL, BS_CEILING_COLUMNS));
  while ((status = bs_delimited_next (rows, arena, &place)) != BS_ROW_END)
    {
      g_assert_cmpuint (place.offset, >=, behind);
      g_assert_cmpuint (place.length, >, 0);
      g_assert_cmpuint (place.line, >, line);
      behind = place.offset + place.length;
      line = place.line;
      g_assert_cmpuint (behind, <=, bytes.length);
      g_string_append_printf (lines, "%d @%" G_GUINT64_FORMAT "+%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, status,
                              place.offset, place.length, place.line);
      if (status == BS_ROW_BAD || status == BS_ROW_UNCLOSED)
        g_string_append_printf (lines, " quote %" G_GUINT64_FORMAT, place.quote_line);
      for (gsize i = 0; status == BS_ROW && i < bs_delimited_n_values (rows); i++)
        {
          BsSpan value = bs_delimited_values (rows)[i];

          g_assert_cmpuint (value.length, <=, place.length);
          g_string_append_c (lines, '|');
          g_string_append_len (lines, value.start, (gssize) value.length);
        }
      g_string_append_c (lines, '\n');
      bs_arena_reset (arena);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const gsize pieces[] = { 1, 7, 64 };
  BsSpan bytes = bs_span ((const char *) data, size);

  for (gboolean tsv = FALSE; tsv <= TRUE; tsv++)
    {
      g_autoptr (GString) whole = g_string_new (NULL);

      read_rows (whole, bytes, tsv, G_MAXSIZE);
      for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
        {
          g_autoptr (GString) lines = g_string_new (NULL);

          read_rows (lines, bytes, tsv, pieces[i]);
          assert_same_lines (whole, lines, pieces[i]);
        }
    }
  return 0;
}
