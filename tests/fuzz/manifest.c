/* A manifest out of its bytes: nothing that it names lies outside its folder, and no file is opened.
 *
 * about: src/source/manifest.c
 * max_len: 2048 */
#include "fuzz-help.h"
#include "base/error.h"
#include "source/manifest.h"

static void
check_paths (char **paths)
{
  for (char **path = paths; path != NULL && *path != NULL; path++)
    {
      g_auto (GStrv) parts = g_strsplit (*path, "/", -1);

      g_assert_true ((*path)[0] != '/' && (*path)[0] != '\0');
      g_assert_false (g_strv_contains ((const char *const *) parts, ".."));
    }
}

static void
check_string (const char *string)
{
  g_assert_true (string == NULL || (string[0] != '\0' && g_utf8_validate (string, -1, NULL)));
}

static void
check_outlet (const BsManifestOutlet *outlet)
{
  check_string (outlet->outlet);
  check_string (outlet->language);
  check_paths (outlet->files);
  check_paths (outlet->folders);
  g_assert_true (outlet->files != NULL || outlet->folders != NULL);
  g_assert_true (outlet->outlet == NULL || outlet->folders == NULL);
  g_assert_true (outlet->separator == NULL || strpbrk (outlet->separator, "\r\n") == NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BsManifest) manifest
      = bs_manifest_parse (bs_span ((const char *) data, size), "papers/corpus.manifest", NULL, &error);

  g_assert_true ((manifest == NULL) == (error != NULL));
  if (manifest == NULL)
    {
      g_assert_true (error->domain == BS_ERROR && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_cmpuint (manifest->outlets->len, >, 0);
  check_string (manifest->language);
  for (guint i = 0; i < manifest->outlets->len; i++)
    check_outlet (&g_array_index (manifest->outlets, BsManifestOutlet, i));
  for (guint i = 0; i < manifest->tables->len; i++)
    {
      const BsManifestTable *table = &g_array_index (manifest->tables, BsManifestTable, i);

      check_paths (table->tables);
      check_string (table->key);
      g_assert_true (table->tables != NULL && table->base <= BS_BASE_ID);
    }
  return 0;
}
