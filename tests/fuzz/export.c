/* An article of an export of Nexis, Nexis Uni or Factiva, whatever stands in its head.
 *
 * about: src/source/export.c src/source/export-nexis.c src/source/export-nexis-uni.c
 * about: src/source/export-factiva.c src/source/export-lines.c
 * max_len: 2048 */
#include "fuzz-reader.h"
#include "source/export.h"

typedef const char *Read (BsSpan document, gboolean began, gboolean first, BsArena *arena, BsExported *exported);

static void
check_exported (Read *read, BsSpan document, gboolean began, gboolean first, BsArena *arena)
{
  BsExported found = { .paper = NULL };
  const char *why = read (document, began, first, arena, &found);
  const char *strings[] = { found.paper, found.title, found.date, found.byline, found.language, found.id,
                            found.copyright, found.dateline, found.edition, found.highlight, found.page, found.section,
                            found.type, found.words };

  if (why != NULL)
    {
      g_assert_true (g_utf8_validate (why, -1, NULL));
      return;
    }
  g_assert_cmpuint (found.text.length, <=, document.length);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      check_string (strings[i], 3 * document.length + 16);
      g_assert_true (strings[i] == NULL || strings[i][0] != '\0');
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  BsSpan document = bs_span ((const char *) data, size);
  BsKind kind = bs_export_sniff (document);

  g_assert_true (kind == BS_KIND_TEXT || kind == BS_KIND_NEXIS || kind == BS_KIND_FACTIVA);
  for (guint how = 0; how < 4; how++)
    {
      check_exported (bs_nexis_read, document, (how & 1) != 0, (how & 2) != 0, arena);
      check_exported (bs_factiva_read, document, (how & 1) != 0, (how & 2) != 0, arena);
      bs_arena_reset (arena);
    }
  return 0;
}
