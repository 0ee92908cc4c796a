/* The record of how a corpus was read: what can be read is written down as it was.
 *
 * about: src/analysis/recipe.c
 * max_len: 512 */
#include "fuzz-help.h"
#include "analysis/recipe.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *recipe = g_strndup ((const char *) data, size), *written = NULL, *again = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GError) error = NULL;
  BsSourceOptions source;
  BsReadOptions read;

  if (!bs_recipe_read (recipe, arena, &source, &read, &error))
    {
      g_assert_error (error, BS_ERROR, BS_ERROR_STORE);
      return 0;
    }
  written = bs_recipe_write (&source, &read);
  g_assert_true (bs_recipe_read (written, arena, &source, &read, &error));
  again = bs_recipe_write (&source, &read);
  g_assert_cmpstr (written, ==, again);
  return 0;
}
