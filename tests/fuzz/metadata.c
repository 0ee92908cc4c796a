/* A table that is joined to articles, out of a file in memory.
 *
 * about: src/source/metadata.c src/source/record.c
 * max_len: 2048 */
#define _GNU_SOURCE /* memfd_create() */
#include <sys/mman.h>
#include <unistd.h>

#include "base/error.h"
#include "fuzz-reader.h"
#include "source/metadata.h"

static int file = -1;

int LLVMFuzzerInitialize (int *argc, char ***argv);

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  file = memfd_create ("table", MFD_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  return 0;
}

static void
join (BsMetadata *metadata, const char *path, const char *id)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  BsArticle article = { .outlet = "outlet", .id = id, .text = bs_span ("text", 4), .origin = { .path = path } };

  bs_metadata_join (metadata, path, &article, arena);
  put_article (lines, &article, 4);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *name = g_strdup_printf ("%d", file);
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  const BsFieldNames names = { { NULL } };
  BsProblem problem;

  g_assert_cmpint (ftruncate (file, 0), ==, 0);
  g_assert_cmpint (pwrite (file, data, size, 0), ==, (gssize) size);
  for (BsBase base = BS_BASE_AUTO; base <= BS_BASE_ID; base++)
    {
      g_autoptr (BsMetadata) metadata = bs_metadata_new ();
      g_autoptr (GError) error = NULL;
      guint index = 0, problems = 0;

      if (!bs_metadata_add_table (metadata, "/proc/self/fd", name, "file", base, &names, &error))
        {
          g_assert_true (error->domain == BS_ERROR && g_utf8_validate (error->message, -1, NULL));
          continue;
        }
      join (metadata, "a.txt", "a");
      join (metadata, "a.txt", "b");
      join (metadata, "times/b.txt", "times/b.txt");
      for (; bs_metadata_problem (metadata, &index, arena, &problem); problems++)
        put_problem (lines, &problem);
      g_assert_cmpuint (problems, <=, 3);
    }
  return 0;
}
