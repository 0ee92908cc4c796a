/* Every phrase of the list is met where it may stand, and phrases are found as if each were sought by itself: in
 * recombinations of the phrases, in any case, with curly quotes, broken blanks, and prose around them. Those that stand
 * in ordinary sentences too are told from these. Text is folded by every set of instructions as it is byte by byte. */
#include "clean/fold.h"
#include "clean/promo.h"
#include "phrase-careful.h"

/* What may follow a phrase, so that it counts. */
static const char *
behind (const BsPhrase *phrase)
{
  if (phrase->where & SIGN)
    switch (phrase->aside)
      {
      case BS_ASIDE_CORRECTION: return " corrected";
      case BS_ASIDE_CAPTION:
      case BS_ASIDE_CREDIT: return " Xyz";
      case BS_ASIDE_LEGAL: return phrase->where & START ? " Xyz" : " written permission";
      default: return " a@b";
      }
  return phrase->where & ADDRESS ? " a@b" : phrase->where & (WHOLE | END) ? "" : " xyz";
}

static char *
block_with (const BsPhrase *phrase)
{
  gboolean open = phrase->text[phrase->length - 1] == '*';
  g_autofree char *text = g_strndup (phrase->text, phrase->length - open);

  return g_strconcat (phrase->where & (WITHIN | END) ? "Xyz " : "", text, behind (phrase), NULL);
}

static void
test_all_are_met (void)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < bs_n_phrases; i++)
    {
      g_autofree char *block = block_with (&bs_phrases[i]);
      BsLook look;

      bs_look_at (&look, bs_span_of (block));
      bs_phrase_fold (folded, bs_span_of (block));
      if (bs_phrase_find (bs_span_of (block), &look, BS_PLACE_LAST, folded) == BS_KEPT)
        g_error ("not met: %s", block);
      g_assert_cmpuint (bs_phrases[i].words, <=, BS_PHRASE_WORDS_MAX);
      if (bs_phrases[i].where & (WITHIN | END))
        g_assert_cmpuint (bs_phrases[i].words, <=, BS_PHRASE_WITHIN_WORDS);
      if (bs_phrases[i].where & WITHIN)
        {
          g_assert_cmpuint (bs_phrase_length (&bs_phrases[i]), >=, BS_PHRASE_WINDOW);
          g_assert_cmpuint (bs_phrase_hint_of (i), !=, 0);
        }
    }
}

/* ---- Phrases that stand in ordinary sentences too ---- */

static BsAside
aside_at (const char *text, BsPhrasePlace place)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  BsSpan block = bs_span_of (text);
  BsLook look;

  bs_look_at (&look, block);
  bs_phrase_fold (folded, block);
  return bs_phrase_find (block, &look, place, folded);
}

typedef struct
{
  const char *text;
  BsAside aside;
} Meant;

static const Meant CORRECTIONS[] = {
  { "An earlier version of this article gave a wrong date.", BS_ASIDE_CORRECTION },
  { "A previous version of this story said that the bridge was closed. It is open.", BS_ASIDE_CORRECTION },
  { "An earlier version of this report misstated the number of ferries.", BS_ASIDE_CORRECTION },
  { "An earlier version of this bill passed the Senate last year but died in the lower house.", BS_KEPT },
  { "An earlier version of this report was read to the ministers in May.", BS_KEPT },
  { "An earlier version of this map hangs in the town hall.", BS_KEPT },
  { "This article has been updated.", BS_ASIDE_CORRECTION },
  { "This report has been corrected to say that the ferry is green.", BS_ASIDE_CORRECTION },
  { "This post has been edited for length and clarity.", BS_ASIDE_CORRECTION },
  { "This report has been lying on the minister’s desk since March.", BS_KEPT },
  { "This story has been told in the valley for three hundred years.", BS_KEPT },
};

static const Meant OPENINGS[] = {
  { "No comments yet.", BS_ASIDE_NAVIGATION },
  { "No comments", BS_ASIDE_NAVIGATION },
  { "No comments were made by the prosecutor after the hearing.", BS_KEPT },
  { "Comments are now closed.", BS_ASIDE_NAVIGATION },
  { "Comments are due by March 3, the agency said, and will be read before the vote.", BS_KEPT },
  { "Comments will be moderated.", BS_ASIDE_NAVIGATION },
  { "Comments will be accepted until the end of March, the agency said.", BS_KEPT },
  { "To comment, please log in.", BS_ASIDE_NAVIGATION },
  { "To comment on the plan would be unwise, the mayor said.", BS_KEPT },
  { "Commenting on this article is closed.", BS_ASIDE_NAVIGATION },
  { "Commenting on this week’s ruling, the mayor said that the bridge would stay.", BS_KEPT },
  { "What do you think? Tell us in the comments.", BS_ASIDE_NAVIGATION },
  { "What do you think? Should it be closed?", BS_KEPT },
  { "Your browser does not support this video.", BS_ASIDE_NAVIGATION },
  { "Your browser sends the same string to every site that you visit, the researchers found.", BS_KEPT },
  { "More news from the valley", BS_ASIDE_PROMO },
  { "More news is expected on Thursday, when the committee meets.", BS_KEPT },
  { "Win a weekend in Paris", BS_ASIDE_PROMO },
  { "Win a hamper! Enter our competition before Friday.", BS_ASIDE_PROMO },
  { "Win a week in the sun worth £5,000 - see page 31 or play online", BS_ASIDE_PROMO },
  { "Never miss a story from the valley.", BS_ASIDE_PROMO },
  { "Never miss a chance to sit down, my grandmother used to say.", BS_KEPT },
  { "Join our choir.", BS_ASIDE_PROMO },
  { "Join our choir, the vicar told him, and he did.", BS_KEPT },
  { "Join our letter, which tells you what happens in the valley.", BS_ASIDE_PROMO },
  { "Read more: Bridge is safe, the mayor says.", BS_ASIDE_PROMO },
  { "Also read: Bridge is safe.", BS_ASIDE_PROMO },
  { "Also read into the record was a letter from the widow.", BS_KEPT },
  { "Photographs by Ansel Adams.", BS_ASIDE_CAPTION },
  { "Photographs by her father hang in every room of the house.", BS_KEPT },
  { "Win a match like that and anything seems possible.", BS_KEPT },
  { "Writing by Abraham Lincoln; editing by Marie Curie", BS_ASIDE_CREDIT },
  { "Writing by hand helps children to remember letters, a study has found.", BS_KEPT },
  { "With inputs from the Press Trust of India.", BS_ASIDE_CREDIT },
  { "With inputs from agencies", BS_ASIDE_CREDIT },
  { "With input from residents, the council redrew the plan twice.", BS_KEPT },
  { "Edited by Marie Curie.", BS_ASIDE_CREDIT },
  { "Edited by her daughter, the diaries run to eleven volumes and leave nothing out.", BS_KEPT },
  { "Edited by Marie Curie, the letters run to eleven volumes and leave nothing out.", BS_KEPT },
  { "With agencies.", BS_ASIDE_CREDIT },
  { "With agencies short of staff, the mayor asked the county for help.", BS_KEPT },
  { "By signing up you agree to our terms.", BS_ASIDE_LEGAL },
  { "By signing up 40,000 members in a year, the party has become the second largest in the state.", BS_KEPT },
  { "In this photo released by the palace, the queen smiles.", BS_ASIDE_CAPTION },
  { "In this photo he is nine and holds a goose by the neck.", BS_KEPT },
  { "This transcript was created by software.", BS_ASIDE_LEGAL },
  { "This transcript was read in court on Friday.", BS_KEPT },
  { "Local journalism needs you.", BS_ASIDE_PROMO },
  { "Local journalism is losing a newspaper a week, a study has found.", BS_KEPT },
  { "An email with a link is on its way to you.", BS_ASIDE_NAVIGATION },
  { "An email with no subject reached the mayor on Tuesday.", BS_KEPT },
  { "Copyright, 1911, by the Courier.", BS_ASIDE_LEGAL },
  { "(Copyright, Underwood & Underwood.)", BS_ASIDE_LEGAL },
  { "Copyright, the court held, does not protect a recipe.", BS_KEPT },
};

static const Meant WITHINS[] = {
  { "Follow the Courier on Facebook and Twitter.", BS_ASIDE_PROMO },
  { "The video was shared forty thousand times on Facebook and Twitter before it was taken down.", BS_KEPT },
  { "Find us on Facebook: the.courier", BS_ASIDE_PROMO },
  { "Readers told us on Facebook that the queue was long.", BS_KEPT },
  { "Ask the editor, or follow him on Twitter @editor.", BS_ASIDE_PROMO },
  { "Some eighty thousand people follow him on Twitter.", BS_KEPT },
  { "The Courier, straight to your inbox.", BS_ASIDE_PROMO },
  { "Get the news of the valley in your inbox.", BS_ASIDE_PROMO },
  { "The letter that lands in your inbox looks as if it came from the bank.", BS_KEPT },
  { "Not a reader yet? Sign up today.", BS_ASIDE_PROMO },
  { "Volunteers can sign up today at the town hall.", BS_KEPT },
  { "The Courier uses cookies to improve your visit.", BS_ASIDE_NAVIGATION },
  { "When you visit, we and our partners use cookies to remember you.", BS_ASIDE_NAVIGATION },
  { "Most sites use cookies to remember who you are, and regulators say that this is not enough.", BS_KEPT },
  { "Visitors object to the use of cookies, a court found.", BS_KEPT },
  { "This page is best viewed in Firefox.", BS_ASIDE_NAVIGATION },
  { "The comet is best viewed in the hour before dawn, looking east.", BS_KEPT },
  { "Courier Ltd. Registered in England No. 123456.", BS_ASIDE_LEGAL },
  { "The ship, which is registered in England, was carrying grain.", BS_KEPT },
  { "Of all weddings registered in England and Wales, one in three was in May.", BS_KEPT },
  { "Reproduction without written permission is forbidden.", BS_ASIDE_LEGAL },
  { "Aphids are capable of reproduction without males, which is why they are everywhere in June.", BS_KEPT },
  { "The money was distributed without any record, the auditor found.", BS_KEPT },
  { "The material may not be reproduced, in whole or in part.", BS_ASIDE_LEGAL },
  { "All content may not be reproduced without permission, its lawyer told the court.", BS_KEPT },
  { "The views expressed by contributors are their own.", BS_ASIDE_CREDIT },
  { "\"The views expressed by contributors are their own,\" the station said.", BS_KEPT },
  { "The results may not be reproduced elsewhere, the chemists fear.", BS_KEPT },
  { "The views here do not necessarily reflect those of the Courier.", BS_ASIDE_CREDIT },
  { "Polls do not necessarily reflect how people vote.", BS_KEPT },
  { "When you buy through links, we may earn a commission.", BS_ASIDE_PROMO },
  { "Agents may earn a commission of three per cent.", BS_KEPT },
  { "Victims may receive compensation from the county.", BS_KEPT },
  { "Marie Curie is a columnist.", BS_ASIDE_CREDIT },
  { "Marie Curie, born in Warsaw, is a reporter for the Courier.", BS_ASIDE_CREDIT },
  { "M. Curie is a freelance writer based in Paris.", BS_ASIDE_CREDIT },
  { "The writer is a freelance journalist.", BS_ASIDE_CREDIT },
  { "The man who filmed it, who is a reporter for a local station, was arrested on Tuesday.", BS_KEPT },
  { "His father is a columnist and his mother is a judge.", BS_KEPT },
  { "The court heard that the witness is a staff writer.", BS_KEPT },
  { "Marie Curie is a contributing editor.", BS_ASIDE_CREDIT },
  { "Damp is a contributing factor.", BS_KEPT },
};

/* At a text's end. */
static const Meant NOTES[] = {
  { "Marie Curie is the author of \"Radioactivity\". She worked in Paris.", BS_ASIDE_CREDIT },
  { "Marie Curie, who lives in Paris, is the author of two books.", BS_ASIDE_CREDIT },
  { "The witness is the author of two books.", BS_KEPT },
  { "Pierre said that Marie Curie is the author of two books.", BS_KEPT },
  { "Abraham Lincoln covers transport for the Courier.", BS_ASIDE_CREDIT },
  { "The insurance covers transport and one night in a hotel.", BS_KEPT },
  { "The writer is a professor of history.", BS_ASIDE_CREDIT },
  { "The author is a character in her own book.", BS_KEPT },
  { "Some information for this report came from Reuters.", BS_ASIDE_CREDIT },
  { "Some information was missing, the auditor found.", BS_KEPT },
  { "This report is auto-generated from a news service.", BS_ASIDE_CREDIT },
  { "Transcripts are created on a rush deadline by a contractor.", BS_ASIDE_LEGAL },
  { "Transcripts are read by the judge.", BS_KEPT },
  { "This article is for subscribers only.", BS_ASIDE_PROMO },
  { "This article is for the defence, the court held.", BS_KEPT },
  { "You have reached your limit of free articles.", BS_ASIDE_PROMO },
  { "You have reached the end of the road when you see the mill.", BS_KEPT },
  { "Our journalism depends on readers like you.", BS_ASIDE_PROMO },
  { "Comments for this article are closed.", BS_ASIDE_NAVIGATION },
  { "Do you have information about this story? Contact the reporter at 555-0190.", BS_ASIDE_PROMO },
  { "Do you have information about the owls, he asked.", BS_KEPT },
  { "We corrected this story on March 16.", BS_ASIDE_CORRECTION },
  { "We corrected this mistake in March, the agency said.", BS_KEPT },
  { "A worker inspects a cable, March 13, 2023. REUTERS/Staff", BS_ASIDE_CAPTION },
  { "A Reuters/Ipsos poll found that most would pay.", BS_KEPT },
  { "Läs också: Bron stängs", BS_ASIDE_PROMO },
  { "Auch interessant: Biber kehren zurück", BS_ASIDE_PROMO },
  { "Hinweis der Redaktion: Das Datum war falsch.", BS_ASIDE_CORRECTION },
  { "Este contenido es exclusivo para suscriptores.", BS_ASIDE_PROMO },
  { "Blijf niet achter. Schrijf je in voor de nieuwsbrief.", BS_ASIDE_PROMO },
};

static void
assert_meant (const Meant *cases, guint n, BsPhrasePlace place)
{
  for (guint i = 0; i < n; i++)
    if (aside_at (cases[i].text, place) != cases[i].aside)
      g_error ("%d, not %d: %s", aside_at (cases[i].text, place), cases[i].aside, cases[i].text);
}

static void
test_meant (void)
{
  assert_meant (CORRECTIONS, G_N_ELEMENTS (CORRECTIONS), BS_PLACE_EDGE);
  assert_meant (OPENINGS, G_N_ELEMENTS (OPENINGS), BS_PLACE_EDGE);
  assert_meant (WITHINS, G_N_ELEMENTS (WITHINS), BS_PLACE_EDGE);
  assert_meant (NOTES, G_N_ELEMENTS (NOTES), BS_PLACE_LAST);
  g_assert_cmpint (aside_at (NOTES[0].text, BS_PLACE_EDGE), ==, BS_KEPT);
}

static gboolean
is_promo (const char *text)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  BsLook look;

  bs_look_at (&look, bs_span_of (text));
  bs_phrase_fold (folded, bs_span_of (text));
  return bs_is_promo (bs_span_of (text), &look, folded);
}

static void
test_promo (void)
{
  g_assert_true (is_promo ("Get the Courier at your door every Thursday. Call the front office to subscribe."));
  g_assert_true (is_promo ("Call 555-0100 today to start a subscription for the holidays."));
  g_assert_true (is_promo ("Read our newsletter to learn what the valley talks about."));
  g_assert_false (is_promo ("Call your provider and cancel the subscription before the trial ends."));
  g_assert_false (is_promo ("Check each subscription that leaves the account in January."));
}

/* ---- Recombinations ---- */

static void
append_mutated (GRand *random, GString *text, const char *words, guint wildness)
{
  for (const char *at = words; *at != '\0'; at++)
    {
      gint draw = g_rand_int_range (random, 0, 1000);

      if (draw >= (gint) wildness)
        g_string_append_c (text, at == words && draw % 2 == 0 ? g_ascii_toupper (*at) : *at);
      else if (*at == ' ')
        g_string_append (text, draw % 4 == 0 ? "  " : draw % 4 == 1 ? "\n" : draw % 4 == 2 ? "\t" : " \n ");
      else if (*at == '\'')
        g_string_append (text, draw % 2 == 0 ? "’" : "‘");
      else if (*at == '-')
        g_string_append (text, draw % 2 == 0 ? "–" : "‑");
      else if (*at == '"')
        g_string_append (text, draw % 2 == 0 ? "“" : "”");
      else if (draw % 8 == 0)
        g_string_append_c (text, (char) g_rand_int_range (random, 'a', 'z'));
      else
        g_string_append_c (text, g_ascii_toupper (*at));
    }
}

static char *
make_block (GRand *random)
{
  static const char *const PROSE[]
      = { "the council", "met on", "monday", "and", "said, \"yes,\" he", "in 1911", "the photo", "of our", "your",
          "newsletter", "he's", "well-known", "twitter", "the file", "published", "www.example.org", "a@b.org",
          "555-01234", "café", "…", "«so»", "—", "this", "editor", "image", "all rights", "/afp", "/ap", "reuters" };
  static const char *const ENDS[] = { "", "", ".", "!", ":", ")", ".”", "?", ">", "/AP", "/AFP", "iStock", "," };
  static const char *const STARTS[] = { "", "", "", "\"", "“", "• ", "- ", "(", "© ", "(c) ", "> ", "*", "— ", "  " };
  GString *text = g_string_new (STARTS[g_rand_int_range (random, 0, G_N_ELEMENTS (STARTS))]);
  guint pieces = (guint) g_rand_int_range (random, 1, g_rand_int_range (random, 2, 25));
  guint wildness = (guint) g_rand_int_range (random, 0, 2) * (guint) g_rand_int_range (random, 0, 400);

  for (guint i = 0; i < pieces; i++)
    {
      if (g_rand_int_range (random, 0, i == 0 ? 2 : 6) == 0)
        {
          const BsPhrase *phrase = &bs_phrases[g_rand_int_range (random, 0, (gint) bs_n_phrases)];
          g_autofree char *words = g_strndup (phrase->text, bs_phrase_length (phrase));

          append_mutated (random, text, words, wildness);
        }
      else
        append_mutated (random, text, PROSE[g_rand_int_range (random, 0, G_N_ELEMENTS (PROSE))], wildness);
      if (i + 1 < pieces && g_rand_int_range (random, 0, 12) > 0)
        g_string_append_c (text, ' ');
    }
  g_string_append (text, ENDS[g_rand_int_range (random, 0, G_N_ELEMENTS (ENDS))]);
  g_strstrip (text->str);
  return g_string_free (text, FALSE);
}

static void
test_as_if_one_by_one (gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (11);
  g_autoptr (GString) folded = g_string_new (NULL), careful = g_string_new (NULL);
  guint found = 0;

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 6000; round++)
    {
      g_autofree char *block = make_block (random);
      BsPhrasePlace place = (BsPhrasePlace) g_rand_int_range (random, 0, 3);
      BsSpan bytes = bs_span_of (block);
      const char *first = bs_phrase_first_letter (bytes);
      BsAside aside;
      BsLook look;

      if (bytes.length == 0)
        continue;
      bs_look_at (&look, bytes);
      bs_phrase_fold (folded, bytes);
      careful_fold (careful, *first != '\0' ? first : block, block + bytes.length);
      g_assert_cmpstr (folded->str, ==, careful->str);
      aside = bs_phrase_find (bytes, &look, place, folded);
      if (aside != careful_find (bytes, &look, place, careful))
        g_error ("%d, not %d: %s", aside, careful_find (bytes, &look, place, careful), block);
      if (aside != BS_KEPT && look.words > BS_PHRASE_WITHIN_WORDS)
        g_assert_true (bs_phrase_may_start (folded->str));
      found += aside != BS_KEPT;
    }
  g_assert_cmpuint (found, >, 1500);
  g_rand_free (random);
}

static void
test_fold (gconstpointer data)
{
  static const char *const BYTES[] = { "a", "b", "Z", "[", "@", "{", "`", " ", " ", "\n", "\x01", "\x7f", "é", "…",
                                       "’", "“", "—", "\xe2", "\xe2\x80", "\x80", "\xff", "9", ".", "word", "More" };
  GRand *random = g_rand_new_with_seed (12);
  g_autoptr (GString) text = g_string_new (NULL), careful = g_string_new (NULL);

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 20000; round++)
    {
      guint kinds = round % 3 == 0 ? 3 : G_N_ELEMENTS (BYTES), n = (guint) g_rand_int_range (random, 0, 200);
      g_autofree char *folded = NULL, *copy = NULL;
      gsize length;

      g_string_truncate (text, 0);
      for (guint i = 0; i < n; i++)
        g_string_append (text, BYTES[g_rand_int_range (random, 0, (gint) kinds)]);
      copy = g_memdup2 (text->str, text->len); /* of its very size, so that a byte read behind it is found */
      folded = g_malloc (text->len + BS_FOLD_ROOM);
      n = round % 2 == 0 ? (guint) text->len : (guint) g_rand_int_range (random, 0, (gint) text->len + 1);
      length = BS_KERNEL_CHOOSE (bs_fold) (copy, n, text->len, folded);
      careful_fold (careful, text->str, text->str + n);
      g_assert_cmpmem (folded, length, careful->str, careful->len);
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phrase/all-are-met", test_all_are_met);
  g_test_add_func ("/phrase/meant", test_meant);
  g_test_add_func ("/phrase/promo", test_promo);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_autofree char *fold_path = g_strdup_printf ("/phrase/fold/%s", bs_cpu_name (cpu));
        g_autofree char *find_path = g_strdup_printf ("/phrase/as-if-one-by-one/%s", bs_cpu_name (cpu));

        g_test_add_data_func (fold_path, GUINT_TO_POINTER (cpu), test_fold);
        g_test_add_data_func (find_path, GUINT_TO_POINTER (cpu), test_as_if_one_by_one);
      }
  return g_test_run ();
}
