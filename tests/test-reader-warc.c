/* A crawl gives its pages and texts, and loses no more than what is damaged in it. */
#include <zlib.h>

#include "source-help.h"
#include "source/record.h"

#define PAGE "<p>The harbour opens."
#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"ISO-8859-1\"\r\n\r\n" PAGE

static void
add_record_of (GString *warc, const char *type, const char *uri, const char *media, const char *body, gsize length)
{
  g_string_append_printf (warc,
                          "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2020-02-03T04:05:06Z\r\n"
                          "Content-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n",
                          type, uri, media, length);
  g_string_append_len (warc, body, (gssize)length);
  g_string_append (warc, "\r\n\r\n");
}

static void
add_response (GString *warc, const char *uri, const char *http)
{
  add_record_of (warc, "response", uri, "application/http; msgtype=response", http, strlen (http));
}

/* Appends gzip data of one member. */
static void
add_member_of (GString *packed, const char *bytes, gsize length)
{
  z_stream stream = { 0 };
  gsize room;

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  room = deflateBound (&stream, length);
  {
    g_autofree char *out = g_malloc (room);
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = (Bytef *)out;
    stream.avail_out = (uInt)room;
    g_assert_cmpint (deflate (&stream, Z_FINISH), ==, Z_STREAM_END);
    g_string_append_len (packed, out, (gssize)(room - stream.avail_out));
  }
  deflateEnd (&stream);
}

static void
assert_gives_bytes (const char *name, const GString *bytes, const BsSourceOptions *options, const char *expected)
{
  g_autofree char *folder = make_folder ();

  write_bytes (folder, name, bytes->str, bytes->len);
  assert_gives (folder, name, options, expected);
  remove_tree (folder);
}

static void
test_records (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);

  add_record_of (warc, "warcinfo", "urn:x", "application/warc-fields", "software: x\r\n", 13);
  add_record_of (warc, "request", "http://www.example.org/a", "application/http; msgtype=request",
                 "GET / HTTP/1.1\r\n\r\n", 18);
  add_response (warc, "http://www.Example.org:8080/a", HTML);
  add_response (warc, "https://example.org/moved", "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>No.");
  add_response (warc, "https://example.org/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG");
  add_response (warc, "https://example.org/robots.txt",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *");
  add_response (warc, "https://example.org/n.txt", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nPlain.");
  add_response (warc, "https://example.org/?q", "HTTP/1.0 200\nServer: x\n\n <!doctype html><p>Untyped.");
  add_response (warc, "https://example.org/unknown", "HTTP/1.0 200 OK\r\n\r\nUntyped text.");
  add_record_of (warc, "resource", "metadata://example.org/wget.log", "text/plain", "log", 3);
  add_record_of (warc, "resource", "http://user:pass@news.example.org./r", "text/html", "<p>R", 4);
  add_record_of (warc, "revisit", "http://example.org/a", "application/http", HTML, strlen (HTML));
  add_response (warc, "http://www.Example.org:8080/a", HTML);
  add_response (warc, "http://example.org/empty", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n \r\n");
  assert_gives_bytes ("crawl.warc", warc, NULL,
                      "example.org/http://www.Example.org:8080/a: " PAGE "\n"
                      "example.org/https://example.org/n.txt: Plain.\n"
                      "example.org/https://example.org/?q:  <!doctype html><p>Untyped.\n"
                      "news.example.org/http://user:pass@news.example.org./r: <p>R\n"
                      "example.org/http://www.Example.org:8080/a:00000013: " PAGE "\n");
}

static void
test_fields (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "x", NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsArticle article;
  BsProblem problem;

  write_text (
      folder, "x",
      "WARC/0.17\nwarc-type: response\nWARC-TARGET-URI :\n <http://example.org/a>\nwarc-date:2009-03-65T08:43:19-0800\n"
      "WARC-Truncated: length\ncontent-type: application/http;\n\tmsgtype=response\ncontent-length: 68\n\n"
      "HTTP/1.1 200 OK\ncontent-type: text/html;\n charset=windows-1251\n\n<p>A\n\n\n\n"
      "WARC/1.1\r\nWARC-Type: conversion\r\nWARC-Target-URI: http://example.org/b\r\nContent-Type: text/plain\r\n"
      "WARC-Identified-Content-Language: deu\r\nContent-Length: 3\r\n\r\nZwo");
  corpus = bs_corpus_open (places, NULL, NULL);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.url, ==, "http://example.org/a");
  g_assert_cmpstr (article.encoding, ==, "windows-1251");
  g_assert_cmpint (article.markup, ==, BS_MARKUP_HTML);
  g_assert_null (article.date);
  g_assert_cmpuint (article.n_fields, ==, 2);
  g_assert_cmpstr (article.fields[0].name, ==, "crawled");
  g_assert_cmpstr (article.fields[0].value, ==, "2009-03-65T08:43:19-0800");
  g_assert_cmpstr (article.fields[1].name, ==, "truncated");
  g_assert_cmpuint (article.origin.offset, ==, 0);
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_ARTICLE);
  g_assert_cmpstr (article.language, ==, "de");
  g_assert_cmpint (article.markup, ==, BS_MARKUP_NONE);
  g_assert_cmpstr (article.text.start, ==, "Zwo");
  g_assert_cmpint (bs_corpus_next (corpus, arena, &article, &problem), ==, BS_NEXT_END);
  remove_tree (folder);
}

static void
test_outlets (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) warc = g_string_new (NULL);
  BsSourceOptions given = { .outlet = "Given" };

  add_response (warc, "http://example.org/a", HTML);
  write_bytes (folder, "c/Post/crawl.warc", warc->str, warc->len);
  write_bytes (folder, "flat/crawl.warc", warc->str, warc->len);
  write_text (folder, "m.manifest", "[outlet Fixed]\nfiles = flat/crawl.warc\n");
  assert_gives (folder, "c", NULL, "Post/http://example.org/a: " PAGE "\n");
  assert_gives (folder, "flat", NULL, "example.org/http://example.org/a: " PAGE "\n");
  assert_gives (folder, "flat", &given, "Given/http://example.org/a: " PAGE "\n");
  assert_gives (folder, "m.manifest", NULL, "Fixed/http://example.org/a: " PAGE "\n");
  remove_tree (folder);
}

/* Takes a server's body with the given lines of its head. */
static void
assert_body_gives (const char *fields, const char *body, gsize length, const char *expected)
{
  g_autoptr (GString) http = g_string_new (NULL), warc = g_string_new (NULL);

  g_string_append_printf (http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n%s\r\n", fields);
  g_string_append_len (http, body, (gssize)length);
  add_record_of (warc, "response", "http://example.org/a", "application/http", http->str, http->len);
  assert_gives_bytes ("c.warc", warc, NULL, expected);
}

static void
test_encodings (void)
{
  static const char fine[] = "example.org/http://example.org/a: " PAGE "\n";
  g_autoptr (GString) packed = g_string_new (NULL);
  uLongf length = 200;
  char deflated[200];

  add_member_of (packed, PAGE, strlen (PAGE));
  g_assert_cmpint (compress ((Bytef *)deflated, &length, (const Bytef *)PAGE, strlen (PAGE)), ==, Z_OK);
  assert_body_gives ("Content-Encoding: gzip\r\n", packed->str, packed->len, fine);
  assert_body_gives ("Content-Encoding: x-gzip, identity\r\n", packed->str, packed->len, fine);
  assert_body_gives ("Content-Encoding: deflate\r\n", deflated, length, fine);
  assert_body_gives ("Content-Encoding: deflate\r\n", deflated + 2, length - 6, fine);
  assert_body_gives ("Content-Encoding: gzip\r\n", PAGE, strlen (PAGE), fine); /* undone by the crawler */
  assert_body_gives ("Content-Encoding: br\r\n", "\x01\x02\x03", 3, "! left-out c/- 1\n");
  assert_body_gives ("Content-Encoding: gzip\r\n", packed->str, packed->len - 12, "! bad-record c/- 1\n");
}

static void
test_chunks (void)
{
  static const char fine[] = "example.org/http://example.org/a: " PAGE "\n";
  static const char two[] = "4;x=y\r\n<p>T\r\n11\r\nhe harbour opens.\r\n0\r\n\r\n";
  static const char open_ended[] = "4\n<p>T\nfff\nhe harbour opens.";
  static const char wide[] = "ffffffffffffffff\r\n" PAGE;

  assert_body_gives ("Transfer-Encoding: chunked\r\n", two, strlen (two), fine);
  assert_body_gives ("Transfer-Encoding: chunked\r\n", open_ended, strlen (open_ended), fine);
  assert_body_gives ("Transfer-Encoding: chunked\r\n", PAGE, strlen (PAGE), fine); /* undone by the crawler */
  assert_body_gives ("Transfer-Encoding: chunked\r\n", wide, strlen (wide),
                     "example.org/http://example.org/a: ffffffffffffffff\r¶" PAGE "\n");
}

/* Three pages; compressed one by one into *packed, of whose second the start goes to *second and the end to *third. */
static void
pack_three (GString *packed, gsize *second, gsize *third)
{
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GString) record = g_string_new (NULL);
      g_autofree char *uri = g_strdup_printf ("http://example.org/%d", i);
      add_response (record, uri, HTML);
      *second = i == 1 ? packed->len : *second;
      *third = i == 2 ? packed->len : *third;
      add_member_of (packed, record->str, record->len);
    }
}

#define FIRST "example.org/http://example.org/0: " PAGE "\n"
#define SECOND "example.org/http://example.org/1: " PAGE "\n"
#define THIRD "example.org/http://example.org/2: " PAGE "\n"

static void
test_compressed (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GString) packed = g_string_new (NULL), plain = g_string_new (NULL);
  gsize second = 0, third = 0;
  struct archive *archive;

  pack_three (packed, &second, &third);
  assert_gives_bytes ("c.warc.gz", packed, NULL, FIRST SECOND THIRD);
  assert_gives_bytes ("named-so", packed, NULL, FIRST SECOND THIRD);
  add_response (plain, "http://example.org/0", HTML);
  add_response (plain, "http://example.org/1", HTML);
  write_compressed (folder, "w.warc.gz", "gzip", plain->str, plain->len);
  write_compressed (folder, "w.wet.zst", "zstd", plain->str, plain->len);
  assert_gives (folder, "w.warc.gz", NULL, FIRST SECOND);
  assert_gives (folder, "w.wet.zst", NULL, FIRST SECOND);
  archive = start_archive (folder, "c.tar", "ustar", NULL);
  add_member (archive, "crawl.warc.gz", packed->str, packed->len);
  finish_archive (archive);
  assert_gives (folder, "c.tar", NULL, FIRST SECOND THIRD);
  remove_tree (folder);
}

static void
test_damaged_members (void)
{
  g_autoptr (GString) packed = g_string_new (NULL), broken = g_string_new (NULL);
  gsize second = 0, third = 0;

  pack_three (packed, &second, &third);
  for (gsize at = second; at < third; at++)
    {
      g_autofree char *folder = make_folder ();
      g_autofree char *lines = NULL;
      g_string_truncate (broken, 0);
      g_string_append_len (broken, packed->str, (gssize)packed->len);
      broken->str[at] = (char)(broken->str[at] ^ 0x5a);
      write_bytes (folder, "c.warc.gz", broken->str, broken->len);
      lines = read_place (folder, "c.warc.gz", NULL, NULL);
      if (!g_str_has_prefix (lines, FIRST) || !g_str_has_suffix (lines, THIRD))
        g_error ("byte %zu of %zu: %s", at - second, third - second, lines);
      remove_tree (folder);
    }
  g_string_assign (broken, "");
  g_string_append_len (broken, packed->str, (gssize)second);
  g_string_append (broken, "no member at all");
  g_string_append_len (broken, packed->str + third, (gssize)(packed->len - third));
  assert_gives_bytes ("c.warc.gz", broken, NULL, FIRST "! truncated c/- 2\n" THIRD);
  g_string_truncate (broken, 0);
  g_string_append_len (broken, packed->str, (gssize)packed->len - 30);
  assert_gives_bytes ("c.warc.gz", broken, NULL, FIRST SECOND "! truncated c/- 0\n");
}

/* A head that says `length`, as it is written. */
static char *
head_with (const char *uri, const char *length)
{
  return g_strdup_printf ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\n%s%s\r\n\r\n", uri,
                          length != NULL ? "Content-Length: " : "X: y", length != NULL ? length : "");
}

static void
test_wrong_lengths (void)
{
  static const char *const lengths[] = {
    NULL, "", "0", "3", "1000", "9223372036854775808", "18446744073709551616", "-1", "x", "0x10", "100000000000000000"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GString) warc = g_string_new (NULL);
      g_autofree char *folder = make_folder (), *head = head_with ("http://example.org/1", lengths[i]), *lines = NULL;
      add_response (warc, "http://example.org/0", HTML);
      g_string_append_printf (warc, "%s%s\r\n\r\n", head, HTML);
      add_response (warc, "http://example.org/2", HTML);
      write_bytes (folder, "c.warc", warc->str, warc->len);
      lines = read_place (folder, "c.warc", NULL, NULL);
      if (lengths[i] != NULL && strlen (lengths[i]) == 18)
        g_assert_cmpstr (lines, ==, FIRST "! too-large c/- 2\n" THIRD);
      else
        g_assert_cmpstr (lines, ==, FIRST SECOND THIRD);
      remove_tree (folder);
    }
}

/* A file whose line ends were changed on the way, so that no length is right. */
static void
test_changed_line_ends (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);

  add_response (warc, "http://example.org/0", HTML);
  add_response (warc, "http://example.org/1", HTML);
  g_string_replace (warc, "\r\n", "\n", 0);
  assert_gives_bytes ("c.warc", warc, NULL, FIRST "! truncated c/- 2\n");
}

static void
test_junk (void)
{
  g_autoptr (GString) warc = g_string_new ("This is no record.\nWARC/1.0 is a format.\nWARC/1.0\n\n");
  g_autofree char *endless = g_strnfill (600 * 1024, 'x');

  add_response (warc, "http://example.org/0", HTML);
  g_string_append_printf (warc, "WARC/1.0\r\nWARC-Type: %s", endless);
  g_string_append (warc, "\r\n");
  add_response (warc, "http://example.org/2", HTML);
  g_string_append (warc, "and the end");
  assert_gives_bytes ("c.warc", warc, NULL,
                      "! bad-record c/- 1\n" FIRST "! bad-record c/- 3\n" THIRD "! bad-record c/- 5\n");
}

static void
test_cut (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);

  add_response (warc, "http://example.org/0", HTML);
  add_response (warc, "http://example.org/1", HTML);
  g_string_truncate (warc, warc->len - 9);
  assert_gives_bytes ("c.warc", warc, NULL, FIRST "! truncated c/- 2\n");
  g_string_truncate (warc, warc->len - 120);
  assert_gives_bytes ("c.warc", warc, NULL, FIRST "! bad-record c/- 2\n");
}

/* A page without a server has no outlet: it is told of. */
static void
test_no_address (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);

  add_response (warc, "dns:example.org", HTML);
  add_response (warc, "/a", HTML);
  add_response (warc, "http:///", HTML);
  assert_gives_bytes ("c.warc", warc, NULL, "! left-out c/- 1\n! left-out c/- 2\n! left-out c/- 3\n");
}

static void
test_nothing_of_use (void)
{
  g_autoptr (GString) warc = g_string_new (NULL);
  BsSourceOptions forced = { .format = BS_FORMAT_WARC };

  assert_gives_bytes ("c.warc", warc, NULL, "! no-text c/- 0\n");
  add_response (warc, "https://example.org/x.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG");
  assert_gives_bytes ("c.warc", warc, NULL, "! no-text c/- 0\n");
  assert_file_gives ("c.txt", "A text.\n", &forced, "! bad-record c/- 1\n");
  g_string_assign (warc, "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n");
  assert_gives_bytes ("c.warc", warc, NULL, "! bad-record c/- 1\n");
}

/* Appends gzip data of so many MiB of zeros. */
static void
add_zeros (GString *packed, guint mebibytes)
{
  static const guint8 zeros[1024 * 1024];
  z_stream stream = { 0 };
  guint8 out[16 * 1024];

  g_assert_cmpint (deflateInit2 (&stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY), ==, Z_OK);
  for (guint i = 0; i <= mebibytes; i++)
    {
      stream.next_in = (Bytef *)zeros;
      stream.avail_in = i < mebibytes ? sizeof zeros : 0;
      do
        {
          stream.next_out = out;
          stream.avail_out = sizeof out;
          deflate (&stream, i < mebibytes ? Z_NO_FLUSH : Z_FINISH);
          g_string_append_len (packed, (const char *)out, (gssize)(sizeof out - stream.avail_out));
        }
      while (stream.avail_out == 0);
    }
  deflateEnd (&stream);
}

/* A page that would expand to far more than an article may have, one that would to far more than it takes, and such a
 * file. */
static void
test_bombs (void)
{
  static const char head[] = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 900000000\r\n\r\n";
  g_autoptr (GString) warc = g_string_new (NULL), outer = g_string_new (NULL);
  g_autoptr (GString) http
      = g_string_new ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n");

  add_zeros (http, 100);
  add_record_of (warc, "response", "http://example.org/b", "application/http", http->str, http->len);
  g_string_truncate (http, strlen ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"));
  add_zeros (http, 3);
  add_record_of (warc, "response", "http://example.org/c", "application/http", http->str, http->len);
  add_response (warc, "http://example.org/0", HTML);
  assert_gives_bytes ("c.warc", warc, NULL, "! too-large c/- 1\n! too-large c/- 2\n" FIRST);
  add_member_of (outer, head, strlen (head));
  add_zeros (outer, 300);
  assert_gives_bytes ("c.warc.gz", outer, NULL, "! too-large c/- 1\n! too-large c/- 0\n");
}

/* Whatever is done to a crawl, reading it ends, and what it gives is fit for a table. */
static void
test_mangled (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autoptr (GString) warc = g_string_new (NULL), packed = g_string_new (NULL);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "c.warc", NULL);
  gsize second = 0, third = 0;

  add_response (warc, "http://example.org/0", HTML);
  add_response (warc, "http://example.org/1",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<html\r\n0\r\n\r\n");
  add_record_of (warc, "conversion", "http://example.org/2", "text/plain", "Text.", 5);
  pack_three (packed, &second, &third);
  for (int round = 0; round < 400; round++)
    {
      const GString *from = round % 2 == 0 ? warc : packed;
      g_autofree char *bytes = g_memdup2 (from->str, from->len), *lines = NULL;
      for (int i = g_rand_int_range (random, 1, 9); i > 0; i--)
        bytes[g_rand_int_range (random, 0, (gint32)from->len)] = (char)g_rand_int_range (random, 0, 256);
      g_remove (path); /* replacing a file waits for the disk */
      write_bytes (folder, "c.warc", bytes, (gsize)g_rand_int_range (random, 1, (gint32)from->len + 1));
      lines = read_place (folder, "c.warc", NULL, NULL);
      g_assert_cmpstr (lines, !=, "");
    }
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-warc/records", test_records);
  g_test_add_func ("/reader-warc/fields", test_fields);
  g_test_add_func ("/reader-warc/outlets", test_outlets);
  g_test_add_func ("/reader-warc/encodings", test_encodings);
  g_test_add_func ("/reader-warc/chunks", test_chunks);
  g_test_add_func ("/reader-warc/compressed", test_compressed);
  g_test_add_func ("/reader-warc/damaged-members", test_damaged_members);
  g_test_add_func ("/reader-warc/wrong-lengths", test_wrong_lengths);
  g_test_add_func ("/reader-warc/changed-line-ends", test_changed_line_ends);
  g_test_add_func ("/reader-warc/junk", test_junk);
  g_test_add_func ("/reader-warc/cut", test_cut);
  g_test_add_func ("/reader-warc/nothing-of-use", test_nothing_of_use);
  g_test_add_func ("/reader-warc/bombs", test_bombs);
  g_test_add_func ("/reader-warc/mangled", test_mangled);
  g_test_add_func ("/reader-warc/no-address", test_no_address);
  return g_test_run ();
}
