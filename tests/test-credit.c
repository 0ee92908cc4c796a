/* Bylines, agencies, origins and rights, found where the trade puts them and nowhere else. */
#include "clean/agency.h"
#include "clean/byline.h"
#include "clean/starts.h"

#include "clean-help.h"

static BsAside
verdict_of_last (const char *line)
{
  g_autofree char *page = g_strconcat (BODY, line, "\n", NULL);
  g_autoptr (BsCleaned) cleaned = cleaned_of (page);

  return g_array_index (cleaned->blocks, BsBlock, cleaned->blocks->len - 1).aside;
}

static void
test_bylines (void)
{
  static const struct
  {
    const char *line;
    const char *byline;
  } CASES[] = {
    { "By Ida Tarbell", "Ida Tarbell" },
    { "BY NELLIE BLY AND IDA TARBELL", "NELLIE BLY AND IDA TARBELL" },
    { "By our science editor", "our science editor" },
    { "Posted by Nellie Bly on March 3", "Nellie Bly" },
    { "Von Carl von Ossietzky", "Carl von Ossietzky" },
    { "Por la redacción", "la redacción" },
    { "(By Nellie Bly)", "Nellie Bly" },
    { "By Associated Press.", "Associated Press" },
    { "From our own correspondent", "our own correspondent" },
    { "By Nellie C. Bly, Valleyherald.org", "Nellie C. Bly, Valleyherald.org" },
    { "By Nellie Bly | March 4, 2024 at 2:26 PM EST - Updated March 4, 2024 at 4:46 PM", "Nellie Bly" },
    { "By Ida Tarbell March 18 at 3:57 PM", "Ida Tarbell" },
    { "By Ida Tarbell, March 14, 2023 6:42 pm", "Ida Tarbell" },
    { "By Ida Tarbell, March 14, 2023 6:42 p.m.", "Ida Tarbell" },
    { "By Ida Tarbell (Valley Herald)", "Ida Tarbell" },
    { "By Ida Tarbell, Published: March 14 at 6:42 pm", "Ida Tarbell" },
    { "by Ida March 14, 2023", "Ida" },
    { "Opinion by Ida Tarbell", "Ida Tarbell" },
    { "Photographs and text by Ida Tarbell", "Ida Tarbell" },
    { "Ein Kommentar von Carl von Ossietzky", "Carl von Ossietzky" },
    { "Par Émile Zola (envoyé spécial à Kelby)", "Émile Zola" },
    { "Ida Tarbell, Staff Writer", "Ida Tarbell" },
    { "Ida Tarbell, science editor", "Ida Tarbell" },
    { "Ida Tarbell\n\nStaff Writer\n\nMarch 14, 2023", "Ida Tarbell" },
    { "Carl von Ossietzky\n\nInvestigations correspondent", "Carl von Ossietzky" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *page = g_strconcat ("Bridge to close\n\n", CASES[i].line, "\n\n" BODY, NULL);
      g_autoptr (BsCleaned) cleaned = cleaned_of (page);
      g_assert_cmpstr (cleaned->byline, ==, CASES[i].byline);
      g_assert_cmpstr (cleaned->title, ==, "Bridge to close");
    }
}

/* What stands under a headline is no first paragraph, however long. */
static void
test_byline_below_deck (void)
{
  g_autoptr (BsCleaned) cleaned
      = cleaned_of ("What the council did not say in March about the bridge, and what it cost the county in the end\n\n"
                    "Ida Tarbell\n\nInvestigations correspondent\n\nMarch 14, 2023\n\n" BODY);

  g_assert_cmpstr (cleaned->byline, ==, "Ida Tarbell");
}

static void
test_no_bylines (void)
{
  static const char *const LINES[] = { "By the Numbers",
                                       "By mail to clerk@example.org",
                                       "By bus or by boat",
                                       "By Land and Sea",
                                       "Von Trier Film Wins Top Prize",
                                       "Da Vinci Drawing Found in Attic",
                                       "Di Stefano Statue Returns",
                                       "Wend County\n\nMarch 14, 2023",
                                       "Ida Tarbell, Pioneer of the Press",
                                       "By Monday, March 14",
                                       "Radical Youth\n\nHerald Correspondent\n\nHerald Shop",
                                       "Herald Letters\n\nHerald Staff\n\nMarch 14, 2023" };

  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      g_autofree char *page = g_strconcat (LINES[i], "\n\n" BODY, NULL);
      g_autoptr (BsCleaned) cleaned = cleaned_of (page);
      g_assert_null (cleaned->byline);
    }
  {
    g_autoptr (BsCleaned) cleaned = cleaned_of ("Von Trier Film Wins Top Prize\n\n" BODY);
    g_assert_cmpstr (cleaned->title, ==, "Von Trier Film Wins Top Prize");
  }
}

static void
test_lines_about_time (void)
{
  static const char *const TIMES[] = { "March 4, 2024",
                                       "Updated 10:41 AM ET, Tue. March 4, 2024",
                                       "2 hours ago",
                                       "4 min read",
                                       "12 April 2023 • 7:13am",
                                       "2024-03-04",
                                       "Publié le 4 mars 2024 à 10h41" };
  static const char *const OTHERS[]
      = { "By Monday, the water had reached the mill.", "In March 4 bridges fell in the valley." };

  for (guint i = 0; i < G_N_ELEMENTS (TIMES); i++)
    g_assert_cmpstr (bs_aside_name (verdict_of_last (TIMES[i])), ==, "byline");
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    g_assert_cmpint (verdict_of_last (OTHERS[i]), ==, BS_KEPT);
}

static void
test_credits (void)
{
  static const char *const CREDITS[] = { "The Associated Press contributed to this report.",
                                         "Ida Tarbell and Nellie Bly contributed reporting.",
                                         "(Additional reporting by Nellie Bly; Editing by Ida Tarbell)",
                                         "Reprinted with permission.",
                                         "A version of this article appears in print on March 4, 2024, Section A.",
                                         "Dieser Artikel erschien zuerst in der Fährzeitung.",
                                         "Mit Material der dpa",
                                         "This post originally appeared on the Mill Road website.",
                                         "A version of this article first appeared in The Ferryman." };

  for (guint i = 0; i < G_N_ELEMENTS (CREDITS); i++)
    g_assert_cmpint (verdict_of_last (CREDITS[i]), ==, BS_ASIDE_CREDIT);
  g_assert_cmpint (verdict_of_last ("The image first appeared on a wall in the market."), ==, BS_KEPT);
  g_assert_cmpint (verdict_of_last ("This report was published on Monday by the audit office and says that it fell."),
                   ==, BS_KEPT);
  g_assert_cmpint (verdict_of_last ("First published in 1911, the novel has never been out of print."), ==, BS_KEPT);
  g_assert_cmpint (verdict_of_last ("We thank everyone who contributed to this survey of the river."), ==, BS_KEPT);
}

static void
test_origins (void)
{
  static const struct
  {
    const char *line;
    const char *from;
  } CASES[] = {
    { "This article originally appeared in the Valley Herald (VH), the voice of the valley.", "Valley Herald" },
    { "This post originally appeared on the Mill Road website.", "Mill Road" },
    { "This post was originally published on the 18F blog by Ida Tarbell.", "18F blog" },
    { "A version of this story first appeared in The Ferryman on March 4, 2024.", "The Ferryman" },
    { "Republished from The Ferryman under an agreement.", "The Ferryman" },
    { "This story is being published by The Herald as part of a content partnership with the Island Post. It "
      "originally appeared on islandpost.example on March 4.",
      "Island Post" },
    { "Source: Valley Herald", "Valley Herald" },
    { "© Provided by Valley Herald", "Valley Herald" },
    { "©2023 Valley Herald. Visit valleyherald.example. Distributed by Tribune Content Agency, LLC.", "Valley Herald" },
    { "© 2023 Valley Herald. All rights reserved.", NULL },
    { "The post Bridge to close appeared first on Valley Herald.", "Valley Herald" },
    { "Read the original article on Valley Herald.", "Valley Herald" },
    { "This story comes from our partner Valley Herald.", "Valley Herald" },
    { "Previously published in the Valley Herald.", "Valley Herald" },
    { "Dieser Text ist zuerst in der Wochenschau erschienen.", "Wochenschau" },
    { "Cet article est republié à partir de The Conversation sous licence Creative Commons.", "The Conversation" },
    { "This essay is adapted from the book \"Small Streets\", published by Saltmarsh Press.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *page = g_strconcat (BODY, CASES[i].line, "\n", NULL);
      g_autoptr (BsCleaned) cleaned = cleaned_of (page);
      g_assert_cmpstr (cleaned->originally_from, ==, CASES[i].from);
    }
}

static void
test_rights_and_agency (void)
{
  g_autoptr (BsCleaned) cleaned = cleaned_of (BODY "The Associated Press contributed to this report.\n\n"
                                                   "Copyright © 2024 Valley Herald. All rights reserved.\n");

  g_assert_cmpstr (cleaned->agency, ==, "Associated Press");
  g_assert_cmpstr (cleaned->rights, ==, "Copyright © 2024 Valley Herald. All rights reserved.");
}

static char *
agency_of_last (const char *line)
{
  g_autofree char *page = g_strconcat (BODY, line, "\n", NULL);
  g_autoptr (BsCleaned) cleaned = cleaned_of (page);

  return g_strdup (cleaned->agency);
}

/* A source is named as such: neither where an author worked, nor whose views a text holds, nor what else the owner of a
 * page prints. */
static void
test_agencies (void)
{
  static const struct
  {
    const char *line;
    const char *agency;
  } CASES[] = {
    { "A Reuters reporter contributed to this story.", "Reuters" },
    { "With files from AP and the Valley Herald", "Associated Press" },
    { "Mit Material von dpa", "dpa" },
    { "Quelle: dpa", "dpa" },
    { "Com informações da Lusa", "Lusa" },
    { "Bron: ANP", "ANP" },
    { "Source : AFP", "Agence France-Presse" },
    { "Con información de EFE", "EFE" },
    { "Copyright 2023 The Associated Press. All rights reserved.", "Associated Press" },
    { "© 2023 AFP", "Agence France-Presse" },
    { "(c) 2019-2023 by Reuters", "Reuters" },
    { "©2023 Valley Herald. Visit valleyherald.example. Distributed by Tribune Content Agency, LLC.",
      "Tribune Content Agency" },
    { "© 2024 Valley Herald. Includes material from AP.", NULL },
    { "© AFP", NULL },
    { "Reuters/Corbis", NULL },
    { "dpa/lni", "dpa" },
    { "© 2024 Reuters Road Historical Society", NULL },
    { "The clerk is a freelance writer who has worked for Reuters and the Valley Herald.", NULL },
    { "The clerk is a contributing editor of the Valley Herald. He is a former CNN correspondent.", NULL },
    { "The views expressed here are those of the clerk and not of Reuters.", NULL },
    { "The clerk is a freelance writer. Her work has appeared in the Valley Herald and on Bloomberg.", NULL },
    { "Media contact: the clerk, Bloomberg, press@example.org", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *agency = agency_of_last (CASES[i].line);
      g_assert_cmpstr (agency, ==, CASES[i].agency);
    }
}

/* Whom to call, with a full stop or without. */
static void
test_contacts (void)
{
  static const char *const CONTACTS[] = { "Contact: Ida Tarbell, 202/555-0100",
                                          "Contact: Ida Tarbell, 202/555-0100; Nellie Bly, 303/555-0100.",
                                          "Media Contact: Ida Tarbell, press@example.org." };

  for (guint i = 0; i < G_N_ELEMENTS (CONTACTS); i++)
    g_assert_cmpint (verdict_of_last (CONTACTS[i]), ==, BS_ASIDE_BYLINE);
}

/* An agency's name alone, and the post of whoever is named above. */
static void
test_lines_below_a_byline (void)
{
  static const char *const DRESSED[] = { "— Bloomberg", "(Bloomberg)" };
  g_autoptr (BsCleaned) post = cleaned_of ("Bridge to close\n\nBy Nellie Bly\nAP Science Writer\n\n" BODY);
  g_autoptr (BsCleaned) special = cleaned_of ("Bridge to close\n\n[Special to The Herald.]\n\n" BODY);
  g_autoptr (BsCleaned) via = cleaned_of (BODY "via AFP\n");

  g_assert_cmpstr (post->byline, ==, "Nellie Bly");
  g_assert_cmpstr (post->title, ==, "Bridge to close");
  g_assert_true (g_str_has_prefix (post->text->str, "The council voted"));
  g_assert_null (special->byline);
  g_assert_true (g_str_has_prefix (special->text->str, "The council voted"));
  for (guint i = 0; i < G_N_ELEMENTS (DRESSED); i++)
    {
      g_autofree char *page = g_strconcat (BODY, DRESSED[i], "\n", NULL);
      g_autoptr (BsCleaned) dressed = cleaned_of (page);
      g_assert_cmpstr (dressed->agency, ==, "Bloomberg");
      g_assert_true (g_str_has_suffix (dressed->text->str, "at some cost."));
    }
  g_assert_null (via->byline);
  g_assert_cmpstr (via->agency, ==, "Agence France-Presse");
}

/* A note on the origin that ends a paragraph, or starts one without a stop, takes none of it along. */
static void
test_notes_inside_paragraphs (void)
{
  g_autoptr (BsCleaned) tail = cleaned_of (BODY "The county will pay for the whole of it, the clerk said on Monday in "
                                                "the square.This post was originally published on the Ferry blog.\n");
  g_autoptr (BsCleaned) head = cleaned_of ("This post originally appeared on the Mill Road website As I walk the bank "
                                           "each day, I wonder what the river thinks of us.\n\n" BODY);
  g_autoptr (BsCleaned) desk = cleaned_of (BODY "The council meets again in March. (Reporting by Nellie Bly; Editing "
                                                "by Ida Tarbell)\n");
  g_autoptr (BsCleaned) agency = cleaned_of (BODY "The council meets again in the U.S. Hall in March. The Associated "
                                                  "Press contributed to this report.\n");
  g_autoptr (BsCleaned) inputs = cleaned_of (BODY "(With inputs from PTI)\n");

  g_assert_true (g_str_has_suffix (desk->text->str, "The council meets again in March."));
  g_assert_true (g_str_has_suffix (agency->text->str, "The council meets again in the U.S. Hall in March."));
  g_assert_cmpstr (agency->agency, ==, "Associated Press");
  g_assert_cmpstr (inputs->agency, ==, "Press Trust of India");

  g_assert_cmpstr (tail->originally_from, ==, "Ferry blog");
  g_assert_true (g_str_has_suffix (tail->text->str, "the clerk said on Monday in the square."));
  g_assert_cmpstr (head->originally_from, ==, "Mill Road");
  g_assert_true (g_str_has_prefix (head->text->str, "As I walk the bank each day"));
}

/* What is asked first of a line lets every opening and every agency pass. */
static void
test_all_openings (void)
{
  static const char *const OPENINGS[]
      = { "by ", "by: ", "posted by ", "posted by: ", "written by ", "written by: ", "words by ", "story by ",
          "author: ", "authors: ", "author ", "reported by ", "published by ", "text by ", "article by ", "von ",
          "text: ", "autor: ", "autorin: ", "par ", "por ", "di ", "door ", "av ", "af ", "autore: ", "da " };

  for (guint i = 0; i < G_N_ELEMENTS (OPENINGS); i++)
    {
      g_autofree char *line = g_strconcat (OPENINGS[i], "Ida Tarbell", NULL);
      g_autofree char *loud = g_ascii_strup (line, -1);
      BsLook look = { .words = 4 };

      g_assert_true (bs_is_byline (bs_span_of (line), &look));
      g_assert_true (bs_is_byline (bs_span_of (loud), &look));
    }
}

static void
test_all_agencies (void)
{
  static const char *const NAMES[]
      = { "AP", "Reuters", "AFP", "UPI", "CNN", "dpa", "EFE", "ANSA", "PA", "Press Association", "AAP", "CP",
          "PTI", "IANS", "ANI", "TASS", "Xinhua", "KUNA", "WAM", "ATS", "APA", "Belga", "ANP",
          "NTB", "TT", "Lusa", "Yonhap", "Kyodo", "Jiji", "Jiji Press", "Bernama", "Antara", "Interfax", "Anadolu",
          "AA", "United Press", "International News Service", "Tribune News Service", "Tribune Content Agency",
          "States Newsroom", "Thomson Reuters Foundation", "Bloomberg", "RTRS", "Associated Press",
          "Agence France-Presse", "United Press International", "Press Trust of India", "PA Media",
          "Australian Associated Press", "Anadolu Agency", "The Associated Press" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    g_assert_nonnull (bs_agency_named (bs_span_of (NAMES[i])));
  g_assert_null (bs_agency_named (bs_span_of ("Reuterz")));
}

static void
test_starts (void)
{
  static const char *const WORDS[] = { "posted by", "by ", "in reply", "a version", "Écrit", "réagir", "über", NULL };
  BsStarts starts = { { 0 } };

  bs_starts_add_all (&starts, WORDS);
  for (guint i = 0; WORDS[i] != NULL; i++)
    g_assert_true (bs_starts_has (&starts, WORDS[i]));
  g_assert_true (bs_starts_has (&starts, "POS"));
  g_assert_true (bs_starts_has (&starts, "By:"));
  g_assert_true (bs_starts_has (&starts, "(By"));
  g_assert_false (bs_starts_has (&starts, "pot"));
  g_assert_false (bs_starts_has (&starts, "bye"));
  g_assert_false (bs_starts_has (&starts, "it "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credit/bylines", test_bylines);
  g_test_add_func ("/credit/byline-below-deck", test_byline_below_deck);
  g_test_add_func ("/credit/no-bylines", test_no_bylines);
  g_test_add_func ("/credit/lines-about-time", test_lines_about_time);
  g_test_add_func ("/credit/credits", test_credits);
  g_test_add_func ("/credit/origins", test_origins);
  g_test_add_func ("/credit/rights-and-agency", test_rights_and_agency);
  g_test_add_func ("/credit/agencies", test_agencies);
  g_test_add_func ("/credit/contacts", test_contacts);
  g_test_add_func ("/credit/lines-below-a-byline", test_lines_below_a_byline);
  g_test_add_func ("/credit/notes-inside-paragraphs", test_notes_inside_paragraphs);
  g_test_add_func ("/credit/all-openings", test_all_openings);
  g_test_add_func ("/credit/all-agencies", test_all_agencies);
  g_test_add_func ("/credit/starts", test_starts);
  return g_test_run ();
}
