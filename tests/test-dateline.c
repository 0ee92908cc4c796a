/* Where a report was filed, at its start, and the agency that it ends with. */
#include "clean/dateline.h"

#include "clean-help.h"

static void
test_datelines (void)
{
  static const struct
  {
    const char *lead;
    const char *place;
    const char *agency;
    const char *rest;
  } CASES[] = {
    { "HARBOURTON (Agency) - The council met.", "HARBOURTON", "Agency", "The council met." },
    { "SEOUL, South Korea (AP) — The council met.", "SEOUL, South Korea", "AP", "The council met." },
    { "WASHINGTON/NEW YORK (Reuters) - The council met.", "WASHINGTON/NEW YORK", "Reuters", "The council met." },
    { "Washington (CNN) -- The council met.", "Washington", "CNN", "The council met." },
    { "(Reuters) - The council met.", "", "Reuters", "The council met." },
    { "(CNN) The council met.", "", "CNN", "The council met." },
    { "MADRID, 3 mar (EFE).- El consejo votó.", "MADRID, 3 mar", "EFE", "El consejo votó." },
    { "HARTFORD, Conn. — The council met.", "HARTFORD, Conn.", "", "The council met." },
    { "PARIS – “Nothing,” he said.", "PARIS", "", "“Nothing,” he said." },
    { "Harbourton (dpa/lni) - Der Rat tagte.", "Harbourton", "dpa", "Der Rat tagte." },
    { "New Delhi [India], March 14 (ANI): The council met.", "New Delhi", "ANI", "The council met." },
    { "OSLO (NTB): Rådet møttes.", "OSLO", "NTB", "Rådet møttes." },
    { "NEW DELHI, MARCH 14 (PTI): The council met.", "NEW DELHI, MARCH 14", "PTI", "The council met." },
    { "(ANSA) - ROMA, 14 MAR - Il consiglio ha votato.", "ROMA, 14 MAR", "ANSA", "Il consiglio ha votato." },
    { "Washington (CNN)The council met.", "Washington", "CNN", "The council met." },
    { "New York (AP) The council met.", "New York", "AP", "The council met." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      BsSpan lead = bs_span_of (CASES[i].lead);
      BsDateline dateline;

      g_assert_true (bs_dateline_find (lead, &dateline));
      g_assert_true (bs_span_equal (dateline.place, bs_span_of (CASES[i].place)));
      g_assert_true (bs_span_equal (dateline.agency, bs_span_of (CASES[i].agency)));
      g_assert_cmpstr (CASES[i].lead + dateline.length, ==, CASES[i].rest);
    }
}

static void
test_no_datelines (void)
{
  static const char *const LEADS[] = { "NASA — which runs the site — said no.",
                                       "The council (all of it) - or nearly all - met.",
                                       "The mayor - a baker - met.",
                                       "Paris — a town on the Wend — was flooded.",
                                       "UN — The body met.",
                                       "ZB MED – a library – met.",
                                       "National Bridge Fund (NBF) - The fund will pay.",
                                       "The firm (NYSE: ABC) - once small - grew.",
                                       "The American Academy of Pediatrics (AAP) President said no.",
                                       "American Academy of Pediatrics (AAP) - The academy met.",
                                       "American Airlines (AA) Flight 11 left at seven.",
                                       "The Communist Party (CP) General Secretary spoke.",
                                       "Harrisburg, Pennsylvania (PA) Governor and council met.",
                                       "The oldest bank in the whole valley (AP) The bank is shut.",
                                       "NELLIE BLY (CNN): Good evening from the bridge.",
                                       "BREAKING — The bridge is closed.",
                                       "OPINION — The bridge must go.",
                                       "UNESCO – The body met in Paris." };
  BsDateline dateline;

  for (guint i = 0; i < G_N_ELEMENTS (LEADS); i++)
    g_assert_false (bs_dateline_find (bs_span_of (LEADS[i]), &dateline));
}

static void
test_dateline_is_not_counted (void)
{
  g_autoptr (BsCleaned) cleaned = cleaned_of ("HARBOURTON (AP) — " BODY);

  g_assert_true (g_str_has_prefix (cleaned->text->str, "The council voted"));
  g_assert_cmpstr (cleaned->dateline, ==, "HARBOURTON");
  g_assert_cmpstr (cleaned->agency, ==, "Associated Press");
}

/* What the last paragraph becomes: an agency at its end, behind the end of a sentence, is its own. */
static void
test_sign_offs (void)
{
#define LAST "The council meets again on the first Monday of March."
#define LONG "The council, which has not met since the bridge was closed, " LAST
  static const struct
  {
    const char *end;
    const char *agency;
  } CASES[] = {
    { " (AP)", "Associated Press" },
    { " — Reuters", "Reuters" },
    { " -- AFP", "Agence France-Presse" },
    { " (ANI)", "ANI" },
    { " (ANSA).", "ANSA" },
    { " EFE", "EFE" },
    { " (dpa/lni)", "dpa" },
    { " (The Associated Press)", "Associated Press" },
    { " (With inputs from PTI)", "Press Trust of India" },
    { " With files from The Canadian Press", "The Canadian Press" },
    { " (mit Material von dpa)", "dpa" },
  };
  static const char *const OTHERS[] = { LONG " The exam is called Advanced Placement (AP)",
                                        LONG " He had sent it to the agency (EFE).",
                                        LONG " Who told her so? Reuters",
                                        LONG " They came from the station of Pittsburgh, PA",
                                        LONG " With input from residents, the plan was redrawn",
                                        LONG " (NASA)",
                                        LONG " (AP)\n\nThe clerk will read out the letters that came in since then." };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *page = g_strconcat (BODY LAST, CASES[i].end, "\n", NULL);
      g_autofree char *html = g_strconcat ("<article><p>" BODY "</p><p>" LAST, CASES[i].end, "</p></article>", NULL);
      g_autoptr (BsCleaned) cleaned = cleaned_of (page);
      g_autoptr (BsCleaned) of_html = cleaned_of (html);

      g_assert_cmpstr (cleaned->agency, ==, CASES[i].agency);
      g_assert_true (g_str_has_suffix (cleaned->text->str, LAST));
      g_assert_cmpstr (of_html->agency, ==, CASES[i].agency);
      g_assert_true (g_str_has_suffix (of_html->text->str, LAST));
    }
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      g_autofree char *page = g_strconcat (BODY, OTHERS[i], "\n", NULL);
      g_autoptr (BsCleaned) cleaned = cleaned_of (page);

      g_assert_null (cleaned->agency);
      g_assert_true (g_str_has_suffix (cleaned->text->str, OTHERS[i]));
    }
#undef LONG
#undef LAST
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dateline/datelines", test_datelines);
  g_test_add_func ("/dateline/no-datelines", test_no_datelines);
  g_test_add_func ("/dateline/dateline-is-not-counted", test_dateline_is_not_counted);
  g_test_add_func ("/dateline/sign-offs", test_sign_offs);
  return g_test_run ();
}
