/* The dictionary that xz data ask for: of heads that liblzma's own tools wrote, and of heads that are none. */
#include "source/xz-head.h"

/* The first bytes of what xz 5.4.1 makes of the same text by the options named. */
static const struct {
  const char *options;
  guint64 dictionary;
  guint8 head[32];
} rows[] = {
  { "-0", 256 * 1024, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 12 } },
  { "-6", 8 * 1024 * 1024, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 22 } },
  { "-9", 64 * 1024 * 1024, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 28 } },
  { "--lzma2=dict=1536MiB", G_GUINT64_CONSTANT (1536) << 20,
    { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 37 } },
  { "-T2 --block-size=1000000", 8 * 1024 * 1024, /* with both sizes of the block in its header */
    { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 3, 0xc0, 0xd9, 1, 0xc0, 0x84, 0x3d, 0x21, 1, 22, 0, 0,
      0x99, 0xab, 0x30, 0xfb } },
  { "--x86 --lzma2", 8 * 1024 * 1024, /* a filter in front */
    { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 1, 4, 0, 0x21, 1, 22 } },
  { "nothing", 0, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 0, 0, 0, 0, 0x1c, 0xdf, 0x44, 0x21 } },
  { "a number that is none", 0, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 41 } },
  { "the largest", G_MAXUINT32, { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 0, 0x21, 1, 40 } },
  { "a filter longer than its header", 0,
    { 0xfd, '7', 'z', 'X', 'Z', 0, 0, 4, 0xe6, 0xd6, 0xb4, 0x46, 2, 1, 4, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
      0x7f } },
};

static void
test_heads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].options);
      g_assert_cmpuint (bs_xz_dictionary (bs_span ((const char *) rows[i].head, sizeof rows[i].head)), ==,
                        rows[i].dictionary);
    }
}

/* Of a head that is cut anywhere: what it would say, or nothing. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (gsize length = 0; length < sizeof rows[i].head; length++)
      {
        g_autofree char *copy = g_memdup2 (rows[i].head, length); /* of its very size */
        guint64 dictionary = bs_xz_dictionary (bs_span (copy != NULL ? copy : "", length));

        g_assert_true (dictionary == 0 || dictionary == rows[i].dictionary);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xz-head/heads", test_heads);
  g_test_add_func ("/xz-head/cut", test_cut);
  return g_test_run ();
}
