/* What is handed out stays whole until the reset, and a reset does not keep a giant's memory. */
#include "base/arena.h"

static void
test_pieces_do_not_overlap (void)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  char *pieces[500];

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      pieces[i] = bs_arena_alloc (arena, 1 + i * 7);
      g_assert_cmpuint (GPOINTER_TO_SIZE (pieces[i]) % 8, ==, 0);
      memset (pieces[i], (int) (i % 251), 1 + i * 7);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (guint j = 0; j < 1 + i * 7; j++)
      g_assert_cmpint ((guchar) pieces[i][j], ==, i % 251);
}

static void
test_copies_end (void)
{
  g_autoptr (BsArena) arena = bs_arena_new ();

  g_assert_cmpstr (bs_arena_copy (arena, bs_span ("broadsheet", 5)), ==, "broad");
  g_assert_cmpstr (bs_arena_copy (arena, bs_span (NULL, 0)), ==, "");
  g_assert_null (bs_arena_strdup (arena, NULL));
  g_assert_cmpstr (bs_arena_strdup (arena, "sheet"), ==, "sheet");
}

static void
test_reset_keeps_what_a_batch_needs (void)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  gsize batch = 0;

  bs_arena_reset (arena);
  g_assert_cmpuint (bs_arena_size (arena), ==, 0);
  for (guint round = 0; round < 10; round++)
    {
      for (guint i = 0; i < 50; i++)
        bs_arena_alloc (arena, 10000);
      batch = round == 0 ? bs_arena_size (arena) : batch;
      g_assert_cmpuint (bs_arena_size (arena), ==, batch);
      bs_arena_reset (arena);
      g_assert_cmpuint (bs_arena_size (arena), ==, batch);
    }
  bs_arena_alloc (arena, 50 * 1024 * 1024);
  for (guint i = 0; i < 1000; i++)
    bs_arena_alloc (arena, 10000);
  bs_arena_reset (arena);
  g_assert_cmpuint (bs_arena_size (arena), <=, BS_ARENA_KEEPS);
  g_assert_cmpuint (bs_arena_size (arena), >=, batch);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arena/pieces-do-not-overlap", test_pieces_do_not_overlap);
  g_test_add_func ("/arena/copies-end", test_copies_end);
  g_test_add_func ("/arena/reset-keeps-what-a-batch-needs", test_reset_keeps_what_a_batch_needs);
  return g_test_run ();
}
