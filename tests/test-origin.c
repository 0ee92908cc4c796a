/* Notes on where a text appeared first: which they are, whom they name, where they stand in a paragraph; that none is
 * passed over by what is asked first, in recombinations of notes and prose. */
#include "clean/capital.h"
#include "origin-careful.h"

static char *
name_in (const char *note)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  BsSpan name;

  bs_phrase_fold (folded, bs_span_of (note));
  g_assert_true (bs_is_origin (folded->str));
  name = bs_origin_name (folded->str, bs_span_of (note));
  return g_strndup (name.start, name.length);
}

static void
test_names (void)
{
  static const struct
  {
    const char *note;
    const char *name;
  } CASES[] = {
    { "This post was originally published on the Ferry blog by Ida Tarbell, a member of the crew.", "Ferry blog" },
    { "This post was originally published on the U.S. Department of Bridges blog.", "U.S. Department of Bridges blog" },
    { "This post was originally published on the Mill Road’s Ferry Blog.", "Mill Road’s Ferry Blog" },
    { "This article was first published on March 4, 2024 in The Ferryman.", "The Ferryman" },
    { "This blog post was originally published on 15 November on the Bridge Data blog.", "Bridge Data blog" },
    { "This story is being published as part of a content partnership with the Valley Herald. It originally appeared "
      "on example.org on March 4.",
      "Valley Herald" },
    { "Reprinted with permission from The Ferryman.", "The Ferryman" },
    { "Cross-posted from Mill Road Notes", "Mill Road Notes" },
    { "Cross-posted from ferry.example.org", "ferry.example.org" },
    { "This article has been adapted from its original source.", "" },
    { "(Originally published Jan. 24, 2018)", "" },
    { "This post was first posted here with permission of the author.", "" },
    { "This article originally appeared in the St. Brannock Herald.", "St. Brannock Herald" },
    { "This story was originally published in our sister paper, the Valley Herald.", "Valley Herald" },
    { "This story comes from our partners at The Ferryman.", "The Ferryman" },
    { "This story was produced by Valley Health News, which publishes Mill Road Notes.", "Valley Health News" },
    { "This story was produced by Ida Tarbell.", "" },
    { "This post was originally published by VALLEYCO on their blogs, the News and the Notes.", "VALLEYCO" },
    { "This story was originally published by Ida Tarbell on The Ferryman.", "The Ferryman" },
    { "This article is republished from The Conversation under a Creative Commons license.", "The Conversation" },
    { "This article first appeared on Monday in the Sunday World.", "Sunday World" },
    { "This story first appeared in the Marketplace Herald in March 1911.", "Marketplace Herald" },
    { "This story first appeared in the Hereford Times.", "Hereford Times" },
    { "This post originally appeared on the Valley Society’s website.", "Valley Society" },
    { "This essay is adapted from the book \"Small Streets\", published by Saltmarsh Press.", "" },
    { "This essay is adapted from one that first appeared in the Valley Herald.", "Valley Herald" },
    { "This post first appeared on the clerk’s own pages.", "" },
    { "The post Bridge to close appeared first on Valley Herald.", "Valley Herald" },
    { "Reprinted by permission of the Valley Herald.", "Valley Herald" },
    { "This is an edited version of an article that first appeared in the Valley Herald.", "Valley Herald" },
    { "Previously published in the Valley Herald.", "Valley Herald" },
    { "Read the original article on Valley Herald.", "Valley Herald" },
    { "Originally posted on the Valley Herald website, this post is about the bridge.", "Valley Herald" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = name_in (CASES[i].note);
      g_assert_cmpstr (name, ==, CASES[i].name);
    }
}

static void
test_what_is_told (void)
{
  static const char *const TOLD[] = { "The image first appeared on a wall in the market.",
                                      "He first appeared on stage in 1911.",
                                      "An earlier version of this article misstated where the note first appeared.",
                                      "This bridge was published nowhere.",
                                      "This report was published on Monday by the audit office and says that it fell.",
                                      "This report was published by the audit office.",
                                      "First published in 1911, the novel has been in print ever since.",
                                      "Previously published in French, this novel made her name.",
                                      "The post that made her famous appeared first on a blog.",
                                      "Read the original plans and you see what was meant to last.",
                                      "This story comes from our archive." };
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TOLD); i++)
    {
      bs_phrase_fold (folded, bs_span_of (TOLD[i]));
      g_assert_false (bs_is_origin (folded->str));
    }
}

/* Lines that phrases know as credits, in whatever language. */
static void
test_names_in_lines (void)
{
  static const struct
  {
    const char *line;
    const char *name;
  } CASES[] = {
    { "Source: Valley Herald", "Valley Herald" },
    { "Source: Bureau of Bridges", "" },
    { "Source: Ida Tarbell", "" },
    { "Source: News agencies", "" },
    { "Source: Valley Herald, Bureau of Bridges", "" },
    { "© Provided by Valley Herald", "Valley Herald" },
    { "Provided by the county", "" },
    { "Dieser Artikel erschien zuerst in der Wochenschau.", "Wochenschau" },
    { "Dieser Text ist zuerst am 3. März 1911 in gekürzter Form in der Wochenschau erschienen.", "Wochenschau" },
    { "Dieser Text erschien im März.", "" },
    { "Cet article est republié à partir de The Conversation sous licence Creative Commons.", "The Conversation" },
    { "Cet article de Marie Curie a été publié dans Le Passeur le 3 mars.", "Le Passeur" },
    { "Este artículo fue publicado originalmente en El Correo del Puerto.", "El Correo del Puerto" },
    { "Este artigo foi publicado originalmente no Diário da Ponte em março.", "Diário da Ponte" },
    { "Questo articolo è stato pubblicato originariamente su Gazzetta del Porto.", "Gazzetta del Porto" },
    { "Dit artikel verscheen eerder in de Havenbode.", "Havenbode" },
    { "Den här artikeln publicerades först i Hamnbladet.", "Hamnbladet" },
    { "Dit artikel verscheen eerder op deze site.", "" },
  };
  g_autoptr (GString) folded = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *name = NULL;
      BsSpan line = bs_span_of (CASES[i].line), found;

      bs_phrase_fold (folded, line);
      found = bs_origin_name (folded->str, line);
      name = g_strndup (found.start, found.length);
      g_assert_cmpstr (name, ==, CASES[i].name);
    }
}

static void
test_tails (void)
{
  const char *glued = "The county will pay.This post was originally published on the Ferry blog.";
  const char *parted = "The county will pay. _This article first appeared in The Ferryman._";
  g_autoptr (GString) folded = g_string_new (NULL);

  g_assert_cmpstr (glued + bs_origin_tail (bs_span_of (glued), folded), ==,
                   "This post was originally published on the Ferry blog.");
  g_assert_cmpstr (parted + bs_origin_tail (bs_span_of (parted), folded), ==,
                   "This article first appeared in The Ferryman._");
  g_assert_cmpuint (bs_origin_tail (bs_span_of ("The county will pay."), folded), ==, 0);
  g_assert_cmpuint (bs_origin_tail (bs_span_of ("The essay, as This post was originally published on a blog"), folded),
                    ==, 0);
}

static void
test_heads (void)
{
  const char *glued = "This post originally appeared on the Mill Road website As I walk the bank each day, I wonder.";
  const char *whole = "This post originally appeared on the Mill Road website.";
  g_autoptr (GString) folded = g_string_new (NULL);

  g_assert_cmpstr (glued + bs_origin_head (bs_span_of (glued), folded), ==,
                   "As I walk the bank each day, I wonder.");
  g_assert_cmpuint (bs_origin_head (bs_span_of (whole), folded), ==, 0);
  g_assert_cmpuint (bs_origin_head (bs_span_of ("The Mill Road website Closed in 1911."), folded), ==, 0);
}

/* ---- Recombinations ---- */

static char *
make_block (GRand *random)
{
  static const char *const PIECES[]
      = { "This", "article", "post", "first appeared in", "was originally published on", "The Ferryman", "A version of",
          "this", "story", "Originally", "published", "Cross-posted", "from", "Reprinted", "with permission",
          "Reporting by", "Additional reporting by", "Editing by", "Ida Tarbell", "contributed to this report",
          "contributed to this story", "contributed reporting", "contributed to this article", "The county will pay",
          "U.S. Hall", "He said", "the mill", "café", "NEW YORK", "AP", "in 1911", "\"We do\"", "Republished",
          "First published", "the ferry crosses at seven and the clerk keeps the tolls of the day in a book" };
  static const char *const GLUE[] = { " ", " ", " ", " ", ". ", ".", "! ", "\n", "  ", " (", ") ", "? _", "” ", ".) ",
                                      " — ", ".\" ", "*", ".\n", ", " };
  static const char *const ENDS[] = { "", ".", ".)", ".”", "s", " .", ".\n )", "…", "!!", "...", " )" };
  GString *text = g_string_new (NULL);
  guint n = (guint) g_rand_int_range (random, 1, 14);

  for (guint i = 0; i < n; i++)
    {
      const char *piece = PIECES[g_rand_int_range (random, 0, G_N_ELEMENTS (PIECES))];

      g_string_append (text, piece);
      if (g_rand_int_range (random, 0, 30) == 0)
        text->str[text->len - 1] = g_ascii_toupper (text->str[text->len - 1]);
      g_string_append (text, i + 1 < n ? GLUE[g_rand_int_range (random, 0, G_N_ELEMENTS (GLUE))]
                                       : ENDS[g_rand_int_range (random, 0, G_N_ELEMENTS (ENDS))]);
    }
  return g_string_free (text, FALSE);
}

static void
test_tails_as_one_by_one (gconstpointer data)
{
  GRand *random = g_rand_new_with_seed (5);
  g_autoptr (GString) folded = g_string_new (NULL);
  guint found = 0;

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 20000; round++)
    {
      g_autofree char *block = make_block (random);
      gsize length = strlen (block), at;
      g_autofree char *copy = g_memdup2 (block, length); /* of its very size, so that a byte read behind is found */

      at = bs_origin_tail (bs_span (copy, length), folded);
      if (at != careful_tail (block, folded))
        g_error ("%" G_GSIZE_FORMAT ", not %" G_GSIZE_FORMAT ": %s", at, careful_tail (block, folded), block);
      found += at > 0;
    }
  g_assert_cmpuint (found, >, 2000);
  g_rand_free (random);
}

static void
test_capitals (gconstpointer data)
{
  static const char BYTES[] = "AZabz @[`{ .\n5\xc3\x89";
  GRand *random = g_rand_new_with_seed (6);

  g_assert_true (bs_cpu_limit (bs_cpu_name (GPOINTER_TO_UINT (data)), NULL));
  for (guint round = 0; round < 5000; round++)
    {
      gsize n = (gsize) g_rand_int_range (random, 0, BS_CAPITALS_MAX + 1);
      g_autofree char *text = g_malloc (n);
      guint64 capitals[BS_CAPITALS_MAX / 64];

      for (gsize i = 0; i < n; i++)
        text[i] = BYTES[g_rand_int_range (random, 0, sizeof BYTES - 1)];
      BS_KERNEL_CHOOSE (bs_capitals) (text, n, capitals);
      for (gsize i = 0; i < BS_CAPITALS_MAX; i++)
        g_assert_cmpuint (capitals[i / 64] >> i % 64 & 1, ==, i < n && careful_is_capital (text, i));
    }
  g_rand_free (random);
}

/* What is asked first of a note's start lets all of them pass. */
static void
test_starts (void)
{
  static const char *const STARTS[] = { "originally published",
                                        "originally appeared",
                                        "originally posted",
                                        "first published",
                                        "first appeared",
                                        "reprinted from x",
                                        "republished from x",
                                        "cross-posted",
                                        "crossposted",
                                        "cross posted",
                                        "adapted from x",
                                        "a version of this",
                                        "a longer version of this",
                                        "a shorter version of this",
                                        "versions of this",
                                        "an earlier version of this",
                                        "a previous version of this",
                                        "the original version of this",
                                        "the original article",
                                        "the original post",
                                        "the original story",
                                        "parts of this",
                                        "portions of this",
                                        "read the original post on x",
                                        "previously published",
                                        "previously appeared",
                                        "editor's note: this",
                                        "note: this",
                                        "this is an edited version",
                                        "this op-ed",
                                        "this was cross",
                                        "the following transcript" };

  for (guint i = 0; i < G_N_ELEMENTS (STARTS); i++)
    {
      g_autofree char *note = g_strconcat (STARTS[i], " first appeared in x", NULL);

      g_assert_true (bs_origin_may_start (note));
      g_assert_true (bs_is_origin (note));
    }
  g_assert_false (bs_origin_may_start ("the council met in march"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/origin/names", test_names);
  g_test_add_func ("/origin/names-in-lines", test_names_in_lines);
  g_test_add_func ("/origin/what-is-told", test_what_is_told);
  g_test_add_func ("/origin/starts", test_starts);
  g_test_add_func ("/origin/tails", test_tails);
  g_test_add_func ("/origin/heads", test_heads);
  for (BsCpu cpu = 0; cpu < BS_N_CPUS; cpu++)
    if (bs_cpu_has (cpu))
      {
        g_autofree char *tails = g_strdup_printf ("/origin/tails-as-one-by-one/%s", bs_cpu_name (cpu));
        g_autofree char *capitals = g_strdup_printf ("/origin/capitals/%s", bs_cpu_name (cpu));

        g_test_add_data_func (tails, GUINT_TO_POINTER (cpu), test_tails_as_one_by_one);
        g_test_add_data_func (capitals, GUINT_TO_POINTER (cpu), test_capitals);
      }
  return g_test_run ();
}
