/* Titles that stand in the text once more: each is found that a comparison of whole lines finds, none else. */
#include "clean/headline.h"
#include "clean/phrase.h"

#define HOUSE " | Valley Herald"

/* ---- The careful way ---- */

static void
fold (GString *folded, const char *line)
{
  bs_phrase_fold (folded, bs_span_of (line));
  while (folded->len > 0 && strchr (" .\"'", folded->str[folded->len - 1]) != NULL)
    g_string_truncate (folded, folded->len - 1);
}

static gboolean
is_same (const GString *a, const GString *b)
{
  static const char *const SIGNS[] = { " | ", " - ", " :: ", " » ", " · ", " • " };
  const GString *longer = a->len > b->len ? a : b, *shorter = a->len > b->len ? b : a;

  if (shorter->len < 6)
    return FALSE;
  if (longer->len == shorter->len)
    return g_str_equal (longer->str, shorter->str);
  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    {
      g_autofree char *behind = g_strconcat (shorter->str, SIGNS[i], NULL);
      g_autofree char *before = g_strconcat (SIGNS[i], shorter->str, NULL);

      if (g_str_has_prefix (longer->str, behind)
          || (shorter->len >= longer->len - shorter->len && longer->len > strlen (before)
              && g_str_has_suffix (longer->str, before)))
        return TRUE;
    }
  return FALSE;
}

/* ---- Lines made of a title ---- */

static char *
mutated (GRand *random, const char *title)
{
  static const char *const BEFORE[] = { "", "", "", "“", "\"", "Valley Herald | ", "• ", "(", "A ", "X" };
  static const char *const BEHIND[] = { "", "", "", "", HOUSE, " - VH", "”", ".", "...", "?", "!", ":", " »", ")", "s",
                                        ".”", "’" };
  g_autoptr (GString) line = g_string_new (NULL);

  for (const char *at = title; *at != '\0'; at++)
    {
      gint draw = g_rand_int_range (random, 0, 60);

      if (*at == '\'' && draw % 2 == 0)
        g_string_append (line, "’");
      else if (*at == ' ' && draw < 3)
        g_string_append (line, draw == 0 ? "  " : draw == 1 ? "\n" : " ");
      else
        g_string_append_c (line, draw == 10 ? 'q' : draw % 3 == 0 ? g_ascii_toupper (*at) : *at);
    }
  return g_strconcat (BEFORE[g_rand_int_range (random, 0, G_N_ELEMENTS (BEFORE))], line->str,
                      BEHIND[g_rand_int_range (random, 0, G_N_ELEMENTS (BEHIND))], NULL);
}

static void
test_repeated (void)
{
  static const char *const TITLES[] = { "Bridge to close", "the mill's last day", "Why close it?", "U.S. to pay 5",
                                        "A ferry, at last", "'So it goes'", "Été au moulin", "No. 5: the toll...",
                                        "Why close it? ", "Bridge to close.  " };
  GRand *random = g_rand_new_with_seed (9);
  g_autoptr (GString) folded = g_string_new (NULL), wanted = g_string_new (NULL), line = g_string_new (NULL);
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (BsRawBlock));
  guint found = 0;

  for (guint round = 0; round < 40000; round++)
    {
      const char *title = TITLES[round % G_N_ELEMENTS (TITLES)];
      g_autofree char *text = mutated (random, TITLES[g_rand_int_range (random, 0, 10) < 8
                                                          ? round % G_N_ELEMENTS (TITLES)
                                                          : (round + 1) % G_N_ELEMENTS (TITLES)]);
      BsSpan bytes = bs_span_of (text);
      BsRawBlock block = { .length = (guint32) bytes.length };
      gboolean same;

      bs_look_at (&block.look, bytes);
      g_array_set_size (blocks, 0);
      g_array_append_val (blocks, block);
      fold (wanted, title);
      fold (line, text);
      same = block.length >= 6 && block.look.words >= 2 && is_same (line, wanted);
      if (bs_headline_repeated (blocks, bytes, title, folded) != same)
        g_error ("%s: %s", title, text);
      found += same;
    }
  g_assert_cmpuint (found, >, 5000);
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/headline/repeated", test_repeated);
  return g_test_run ();
}
