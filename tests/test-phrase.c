/* Every phrase of the list is met where it may stand: none is lost for want of a place among the gates. */
#include "clean/phrase-list.h"
#include "clean/phrase.h"

static char *
block_with (const BsPhrase *phrase)
{
  gboolean open = phrase->text[phrase->length - 1] == '*';
  g_autofree char *text = g_strndup (phrase->text, phrase->length - open);

  if (phrase->where & WITHIN)
    return g_strconcat ("Xyz ", text, phrase->where & ADDRESS ? " a@b" : " xyz", NULL);
  if (phrase->where & END)
    return g_strconcat ("Xyz ", text, NULL);
  return g_strconcat (text, phrase->where & WHOLE ? "" : phrase->where & ADDRESS ? " a@b" : " xyz", NULL);
}

static void
test_all_are_met (void)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++)
    {
      g_autofree char *block = block_with (&PHRASES[i]);
      BsLook look;

      bs_look_at (&look, bs_span_of (block));
      if (bs_phrase_find (bs_span_of (block), &look, TRUE, folded) == BS_KEPT)
        g_error ("not met: %s", block);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/all-are-met", test_all_are_met);
  return g_test_run ();
}
