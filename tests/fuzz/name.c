/* Names of files: what they say, made fit for a table and back, and matched with a pattern.
 *
 * about: src/source/name.c src/source/companion.c
 * max_len: 200 */
#include "fuzz-help.h"
#include "source/companion.h"
#include "source/name.h"

static void
check_escape (const char *name, gsize length, BsArena *arena)
{
  const char *escaped = bs_name_escape (name, length, arena);
  g_autofree char *back = bs_name_unescape (escaped);

  g_assert_true (g_utf8_validate (escaped, -1, NULL));
  for (const char *c = escaped; *c != '\0'; c++)
    g_assert_false ((guchar) *c < 0x20 || *c == 0x7f);
  g_assert_cmpstr (back, ==, name);
}

/* As bs_name_matches(), plainly, for patterns so short that it may take its time. */
static gboolean
matches_plainly (const char *pattern, const char *path)
{
  if (*pattern == '\0')
    return *path == '\0';
  if (*pattern == '*')
    return matches_plainly (pattern + 1, path) || (*path != '\0' && *path != '/' && matches_plainly (pattern, path + 1));
  return *pattern == *path && matches_plainly (pattern + 1, path + 1);
}

static gboolean
is_plain_pattern (const char *pattern)
{
  return strlen (pattern) <= 12 && strchr (pattern, '?') == NULL && strstr (pattern, "**") == NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (BsCompanions) pages = bs_companions_new ();
  FuzzBytes bytes = { data, size };
  BsSpan first = fuzz_until (&bytes, '\n'), rest = fuzz_rest (&bytes);
  g_autofree char *pattern = g_strndup (first.start, first.length), *path = g_strndup (rest.start, rest.length);
  BsNameLook look = bs_name_look (path);
  const char *tidy = bs_name_tidy (path, arena);

  g_assert_cmpuint (look.length, <=, strlen (path));
  g_assert_true (bs_kind_is_read (look.kind) || look.kind == BS_KIND_ARCHIVE || look.advice != NULL
                 || look.kind == BS_KIND_NOTE);
  check_escape (path, strlen (path), arena);
  g_assert_true (g_utf8_validate (bs_name_base (path, arena), -1, NULL));
  if (tidy != NULL)
    {
      g_assert_true (tidy[0] != '/' && tidy[0] != '\0' && strstr (tidy, "//") == NULL);
      g_assert_cmpstr (bs_name_tidy (tidy, arena), ==, tidy);
      bs_name_is_hidden (tidy);
      bs_companions_note (pages, tidy);
      bs_companions_hold (pages, pattern);
    }
  if (is_plain_pattern (pattern) && strlen (path) <= 30)
    g_assert_cmpint (bs_name_matches (pattern, path), ==, matches_plainly (pattern, path));
  else
    bs_name_matches (pattern, path);
  return 0;
}
