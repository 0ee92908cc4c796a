/* A long compressed file, which a thread expands, gives the same bytes and ends in the same way as a short one. */
#include "source/byte-stream.h"

#include <glib/gstdio.h>
#include <zlib.h>

#define LINES 400000

/* Numbered lines, about 7 MB of them. */
static char *
text_new (gsize *length)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < LINES; i++)
    g_string_append_printf (text, "line %u of many\n", i * 7919u % LINES);
  *length = text->len;
  return g_string_free (text, FALSE);
}

static char *
compress_text (const char *text, gsize length, gsize *compressed)
{
  z_stream stream = { 0 };
  gsize room = length + 4096;
  char *out = g_malloc (room);

  g_assert_cmpint (deflateInit2 (&stream, 1, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  stream.next_in = (Bytef *) text;
  stream.avail_in = (uInt) length;
  stream.next_out = (Bytef *) out;
  stream.avail_out = (uInt) room;
  g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
  *compressed = stream.total_out;
  deflateEnd (&stream);
  return out;
}

static char *
write_file (const char *bytes, gsize length)
{
  char *path = g_build_filename (g_get_tmp_dir (), "broadsheet-ahead-XXXXXX", NULL);
  int file = g_mkstemp (path);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  return path;
}

/* Whether the stream gives the text's bytes from `at` on until it has no more; returns how many. */
static gsize
expect (BsByteStream *stream, const char *text, gsize at)
{
  gsize start = at;

  do
    {
      BsSpan window = bs_byte_stream_window (stream);

      g_assert_cmpint (memcmp (window.start, text + at, window.length), ==, 0);
      at += window.length;
      bs_byte_stream_skip (stream, window.length);
    }
  while (bs_byte_stream_more (stream));
  return at - start;
}

static void
test_whole (void)
{
  gsize length, compressed;
  g_autofree char *text = text_new (&length);
  g_autofree char *bytes = compress_text (text, length, &compressed);
  g_autofree char *path = write_file (bytes, compressed);
  atomic_ullong done = 0;
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (&done);

  for (guint i = 0; i < 2; i++)
    {
      bs_byte_stream_open_file (stream, path);
      g_assert_cmpuint (expect (stream, text, 0), ==, length);
      g_assert_cmpint (bs_byte_stream_state (stream), ==, BS_BYTES_END);
      g_assert_null (bs_byte_stream_message (stream));
    }
  g_assert_cmpuint (done, ==, 2 * compressed);
  g_unlink (path);
}

static void
test_cut_off (void)
{
  gsize length, compressed, got;
  g_autofree char *text = text_new (&length);
  g_autofree char *bytes = compress_text (text, length, &compressed);
  g_autofree char *path = write_file (bytes, compressed * 3 / 4);
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (NULL);

  bs_byte_stream_open_file (stream, path);
  got = expect (stream, text, 0);
  g_assert_cmpuint (got, >, length / 2);
  g_assert_cmpuint (got, <, length);
  g_assert_cmpint (bs_byte_stream_state (stream), ==, BS_BYTES_DAMAGED);
  g_assert_cmpstr (bs_byte_stream_message (stream), ==, "the compressed bytes end too early");
  g_unlink (path);
}

/* Two members, the first of which breaks off: reading goes on at the second. */
static void
test_resumed (void)
{
  gsize length, compressed;
  g_autofree char *text = text_new (&length);
  g_autofree char *bytes = compress_text (text, length, &compressed);
  g_autoptr (GString) two = g_string_new_len (bytes, (gssize) (compressed * 3 / 4));
  g_autofree char *path = NULL;
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (NULL);
  gboolean met = FALSE;

  g_string_append_len (two, "\xff\xff\xff\xff\xff\xff\xff\xff", 8);
  g_string_append_len (two, bytes, (gssize) compressed);
  path = write_file (two->str, two->len);
  bs_byte_stream_open_file (stream, path);
  while (bs_byte_stream_more (stream))
    bs_byte_stream_skip (stream, bs_byte_stream_window (stream).length);
  g_assert_cmpint (bs_byte_stream_state (stream), ==, BS_BYTES_DAMAGED);
  while (!met && bs_byte_stream_resume (stream))
    met = expect (stream, text, 0) == length;
  g_assert_true (met);
  g_assert_cmpint (bs_byte_stream_state (stream), ==, BS_BYTES_END);
  g_unlink (path);
}

static void
test_left (void)
{
  gsize length, compressed;
  g_autofree char *text = text_new (&length);
  g_autofree char *bytes = compress_text (text, length, &compressed);
  g_autofree char *path = write_file (bytes, compressed);
  g_autoptr (BsByteStream) stream = bs_byte_stream_new (NULL);

  for (guint i = 0; i < 40; i++)
    {
      bs_byte_stream_open_file (stream, path);
      for (guint j = 0; j < i; j++)
        {
          bs_byte_stream_skip (stream, bs_byte_stream_window (stream).length);
          bs_byte_stream_more (stream);
        }
    }
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/read-ahead/whole", test_whole);
  g_test_add_func ("/read-ahead/cut-off", test_cut_off);
  g_test_add_func ("/read-ahead/resumed", test_resumed);
  g_test_add_func ("/read-ahead/left", test_left);
  return g_test_run ();
}
