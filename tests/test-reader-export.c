/* The exports of Nexis and Factiva: their heads become fields, their texts stay whole, and what is damaged is named. */
#include "source-help.h"

/* All that an export gives, with every field of the head. */
static void
assert_reads (const char *name, const char *text, const BsSourceOptions *options, const char *expected)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const char *const places[] = { path, NULL };
  g_autoptr (BsCorpus) corpus = NULL;
  g_autoptr (BsArena) arena = bs_arena_new ();
  g_autoptr (GString) lines = g_string_new (NULL);
  BsArticle a;
  BsProblem problem;
  BsNext next;

  write_text (folder, name, text);
  corpus = bs_corpus_open (places, options, NULL);
  while ((next = bs_corpus_next (corpus, arena, &a, &problem)) != BS_NEXT_END)
    {
      write_down (lines, next, &a, &problem);
      if (next == BS_NEXT_PROBLEM)
        continue;
      g_string_append_printf (lines, "  %s|%s|%s|%s", a.title, a.date, a.byline, a.language);
      for (guint i = 0; i < a.n_fields; i++)
        g_string_append_printf (lines, "|%s=%s", a.fields[i].name, a.fields[i].value);
      g_string_append_c (lines, '\n');
    }
  g_assert_cmpstr (lines->str, ==, expected);
  remove_tree (folder);
}

#define CLASSIC_FRONT                                                                                                  \
  "\n\nDownload Request: Selected Items: 1-2\nTime Of Request: Friday, March 20, 2018\n\nTerms: (harbour)\n\n\n"
#define CLASSIC_ONE                                                                                                    \
  "                               1 of 2 DOCUMENTS\n\n\n\n"                                                            \
  "                           The Harbourton Times (Harbourton)\n\n"                                                   \
  "                            January 11, 2010 Monday\n"                                                              \
  "                                   Edition 1;\n"                                                                    \
  "                                    Scotland\n\n"                                                                   \
  "The harbour opens\nin the rain\n\n"                                                                                 \
  "BYLINE: By A Reporter,\n  and Another\n\nSECTION: NEWS; Pg. 3\n\nLENGTH: 12 words\n\n\n"                            \
  "The harbour opened on Monday. It rained\nall day.\n\nNobody minded.\n\n"                                            \
  "LOAD-DATE: January 11, 2010\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: A picture of rain\n\nPUBLICATION-TYPE: "               \
  "Newspaper\n\n\n"                                                                                                    \
  "                       Copyright 2010 Harbourton Press\n                              All Rights Reserved\n\n"
#define CLASSIC_TWO                                                                                                    \
  "                               2 of 2 DOCUMENTS\n\n\n"                                                              \
  "     Copyright 2015 The Harbour Post Company\n                            All Rights Reserved\n\n"                  \
  "                              The Harbour Post\n\n                             July 1, 2015 Wednesday\n\n"          \
  "SECTION: A-SECTION; Pg. A01\n\nLENGTH: 1,362 words\n\nHEADLINE: Rain\n\nBYLINE: X;Y\n\nBODY:\n\nIt rained.\n\n"     \
  "LANGUAGE: English\n"

static void
test_nexis_classic (void)
{
  assert_reads (
      "export.TXT", CLASSIC_FRONT CLASSIC_ONE CLASSIC_TWO, NULL,
      "The Harbourton Times/export.TXT:00000001: The harbour opened on Monday. It rained¶all day.¶¶Nobody minded.\n"
      "  The harbour opens in the rain|January 11, 2010 Monday|A Reporter, and Another|en"
      "|copyright=Copyright 2010 Harbourton Press|edition=Harbourton; Edition 1; Scotland|page=3|section=NEWS"
      "|type=Newspaper|words=12\n"
      "The Harbour Post/export.TXT:00000002: It rained.\n"
      "  Rain|July 1, 2015 Wednesday|X;Y|en"
      "|copyright=Copyright 2015 The Harbour Post Company All Rights Reserved|page=A01|section=A-SECTION"
      "|words=1,362\n");
}

static void
test_nexis_languages (void)
{
  assert_reads (
      "n.txt",
      "   Dokument 1 von 10\n\n   Hafener Zeitung\n\n   11. Januar 2010 Montag\n\nDer Hafen öffnet\n\n"
      "AUTOR: E. Mann\n\nRUBRIK: LOKALES; S. 6\n\nLÄNGE: 75 Wörter\n\nEs regnete.\n\nUPDATE: 12. Januar 2010\n\n"
      "SPRACHE: GERMAN; DEUTSCH\n\nZEITUNG: x\n",
      NULL,
      "Hafener Zeitung/n.txt:00000001: Es regnete.\n  Der Hafen öffnet|11. Januar 2010 Montag|E. Mann|de"
      "|page=6|section=LOKALES|words=75\n");
  assert_reads (
      "n.txt",
      "   1 de 10 DOCUMENTS\n\n   Le Port (Ville)\n\n   lundi 11 janvier 2010\n\nLe port ouvre\n\n"
      "AUTEUR: Un Reporter\n\nRUBRIQUE: VILLE\n\nLONGUEUR: 8 mots\n\nIl pleuvait.\n\nLANGUE: FRENCH; FRANÇAIS\n\n"
      "TYPE-PUBLICATION: Journal\n",
      NULL,
      "Le Port/n.txt:00000001: Il pleuvait.\n  Le port ouvre|lundi 11 janvier 2010|Un Reporter|fr"
      "|edition=Ville|section=VILLE|type=Journal|words=8\n");
  assert_reads (
      "n.txt",
      "   1 van 2 DOCUMENTEN\n\n   De Haven\n\n   17 juli 2004\n\nHaven open\n\nLENGTE: 2 woorden\n\nRegen.\n\n"
      "TAAL: DUTCH\n",
      NULL, "De Haven/n.txt:00000001: Regen.\n  Haven open|17 juli 2004|(null)|nl|words=2\n");
}

/* A day in a language that is not known is kept as it is, and nothing is lost by it. */
static void
test_unknown_days (void)
{
  assert_reads (
      "n.txt",
      "   1 of 1 DOCUMENTS\n\n   Satama\n\n   11. tammikuuta 2010\n\nSatama avattiin\n\nLENGTH: 2 words\n\nSatoi.\n\n"
      "LANGUAGE: FINNISH\n",
      NULL, "Satama/n.txt:00000001: Satoi.\n  Satama avattiin|11. tammikuuta 2010|(null)|fi|words=2\n");
  assert_reads (
      "n.txt",
      "Satama avattiin\nSatama\n11. tammikuuta 2010\nSection: A\nLength: 2 words\nBody\n\nSatoi.\n\nLoad-Date: x\n\n"
      "End of Document\n",
      NULL, "Satama/n.txt:00000001: Satoi.\n  Satama avattiin|11. tammikuuta 2010|(null)|(null)|section=A|words=2\n");
}

/* An export as a system wrote it that knew no UTF-8. */
static void
test_nexis_windows (void)
{
  assert_reads ("n.txt",
                "   Dokument 1 von 1\r\n\r\n   Hafener Bote\r\n\r\n   3. M\xe4rz "
                "2010\r\n\r\nS\xfc\xdf\r\n\r\nL\xc4NGE: 1 W\xf6rter\r\n\r\n"
                "Ja.\r\n",
                NULL, "Hafener Bote/n.txt:00000001: Ja.\n  Süß|3. März 2010|(null)|(null)|words=1\n");
}

#define UNI_FRONT                                                                                                      \
  "User Name: A Reader\nDate and Time: Friday, March 20, 2020\nDocuments (2)\n1. The harbour opens\nClient/Matter: "   \
  "-None-\n"                                                                                                           \
  "Search Terms: harbour\n\n"
#define UNI_ONE                                                                                                        \
  "The harbour opens\n\nThe Harbourton Times (Harbourton)\n\nJanuary 1, 2020 Wednesday\n\nFinal Edition\n\n"           \
  "Copyright 2020 Harbourton Press All Rights Reserved\n\nSection: NEWS; Pg. 1\nLength: 500 words\nByline: By A "      \
  "Reporter\n"                                                                                                         \
  "Highlight: Rain is no hindrance.\nBody\n\nThe harbour opened.\n\nIt rained.\n\nClassification\n\nLanguage: "        \
  "ENGLISH\n\n"                                                                                                        \
  "Publication-Type: Newspaper\n\nLoad-Date: January 2, 2020\n\nEnd of Document\n"
#define UNI_TWO                                                                                                        \
  "Page 1 of 1\nStrom aus\nder Tiefe\nHafener Zeitung\nDienstag 7. Juli 2020\n\nSection: LOKALES; S. 6\nLength: 7 "    \
  "words\nBody\n"                                                                                                      \
  "\nEs gibt Strom.\n\nLoad-Date: July 6, 2020\n\nEnd of Document\n\n"

static void
test_nexis_uni (void)
{
  assert_reads ("uni.txt", UNI_FRONT UNI_ONE UNI_TWO, NULL,
                "The Harbourton Times/uni.txt:00000001: The harbour opened.¶¶It rained.\n"
                "  The harbour opens|January 1, 2020 Wednesday|A Reporter|en"
                "|copyright=Copyright 2020 Harbourton Press All Rights Reserved|edition=Harbourton"
                "|highlight=Rain is no hindrance.|page=1|section=NEWS|type=Newspaper|words=500\n"
                "Hafener Zeitung/uni.txt:00000002: Es gibt Strom.\n"
                "  Strom aus der Tiefe|Dienstag 7. Juli 2020|(null)|(null)|page=6|section=LOKALES|words=7\n");
}

#define CODED                                                                                                          \
  " SE\tTech\n HD\tThe harbour opens; rain is\nno hindrance\n BY\tBy A Reporter \n WC\t1,932 words\n PD\t19 March "    \
  "2017\n"                                                                                                             \
  " ET\t21:13\n SN\tHarbour News\n SC\tHRBN\n PG\t4\n LA\tEnglish\n CY\tCopyright 2017 Harbour Press \n\n"             \
  " LP\tHARBOURTON, March 19 - It rained.\n\nAgain.\n\n TD\tIN  all it rained.\n\nThe end.\n\n"                        \
  " CO\thrbr : Harbour Inc.\n IPD\tx | y\n PUB\tHarbour Press\n AN\tDocument HRBN000020170319ed3j00q06\n \n\n"

static void
test_factiva_coded (void)
{
  assert_reads (
      "f.txt", CODED, NULL,
      "Harbour News/HRBN000020170319ed3j00q06: HARBOURTON, March 19 - It rained.¶¶Again.¶¶¶IN  all it rained.¶¶"
      "The end.\n"
      "  The harbour opens; rain is no hindrance|19 March 2017|A Reporter|en"
      "|copyright=Copyright 2017 Harbour Press|page=4|section=Tech|words=1,932\n");
  assert_reads (
      "f.txt",
      "HD  Rain\nWC  2 words\nPD  1 May 2017\nSN  Harbour Post (Harbourton)\nSC  HP\nLA  English\nCY  (c) 2017 X\n\n"
      "LP\n\nIt rained.\n\nTD\n\nA lot.\n\nAN  Document HRBP000020170430ed4u001gt\n",
      NULL,
      "Harbour Post/HRBP000020170430ed4u001gt: It rained.¶¶¶¶A lot.\n"
      "  Rain|1 May 2017|(null)|en|copyright=(c) 2017 X|edition=Harbourton|words=2\n");
  assert_reads (
      "f.txt",
      "HD\nRain\nWC\n2 words\nPD\n1 May 2017\nSN\nHarbour Post\n"
      "LP\nIt rained.\nTD\nA lot.\nLP\nAN is no code here.\n\n"
      "Document HRBP000020170430ed4u001gt\n",
      NULL,
      "Harbour Post/HRBP000020170430ed4u001gt: It rained.¶¶A lot.¶LP¶AN is no code here.\n"
      "  Rain|1 May 2017|(null)|(null)|words=2\n");
}

#define PLAIN_ONE                                                                                                      \
  "Business\nThe harbour opens after all\nBy A Reporter\n933 words\n10 April 2014\n05:00\nThe Harbourton "             \
  "Times\nTHEHRB\n12\n"                                                                                                \
  "English\n© 2014 Harbourton Press. All rights reserved.\n\nThe harbour opened.\n\n"                                 \
  "Page 2 of 10 © 2026 Factiva, Inc. All rights reserved.\n\nIt rained.\n\nDocument THEHRB0020140519ea5j0007r\n\n"
#define PLAIN_TWO                                                                                                      \
  "MEINUNG.ZU 50 JAHRE HAFEN.\n664 Wörter\n18 April 1998\nHafener Presse\nHFP\nDeutsch\n(c) 1998 Hafener Presse\n\n"  \
  "Es regnete.\n\nDokument hfp0000020010926du4i003v3\n\nSuchzusammenfassung\nText  Hafen\n"

static void
test_factiva_plain (void)
{
  assert_reads ("f.txt", PLAIN_ONE PLAIN_TWO, NULL,
                "The Harbourton Times/THEHRB0020140519ea5j0007r: The harbour opened.¶¶¶It rained.\n"
                "  The harbour opens after all|10 April 2014|A Reporter|en"
                "|copyright=© 2014 Harbourton Press. All rights reserved.|page=12|section=Business|words=933\n"
                "Hafener Presse/hfp0000020010926du4i003v3: Es regnete.\n"
                "  MEINUNG.ZU 50 JAHRE HAFEN.|18 April 1998|(null)|de|copyright=(c) 1998 Hafener Presse|words=664\n");
  assert_reads (
      "lower.txt",
      "rain\n\n2 words\n\n10 april 2014\n\nthe post\n\nthpst\n\nenglish\n\n(c) 2014 x\n\nit rained.\n\n"
      "document thpst00020140519ea5j0007r\n",
      NULL,
      "the post/thpst00020140519ea5j0007r: it rained.\n  rain|10 april 2014|(null)|en|copyright=(c) 2014 x|words=2\n");
}

/* Where a folder or a manifest says the outlet, the paper does not; where only the user does, it does. */
static void
test_outlets (void)
{
  g_autofree char *folder = make_folder ();
  BsSourceOptions given = { .outlet = "Given" };

  write_text (folder, "c/Post/e.txt", CODED);
  write_text (folder, "flat/e.txt", CODED);
  write_text (folder, "m.manifest", "[outlet Fixed]\nfiles = flat/e.txt\nformat = factiva\n");
  write_text (folder, "plain.manifest", "[outlet Fixed]\nfiles = flat/e.txt\nformat = text\n");
  write_text (folder, "e.txt", CODED);
  for (int i = 0; i < 4; i++)
    {
      static const char *const places[] = { "c", "flat", "m.manifest", "e.txt" };
      static const char *const outlets[] = { "Post/H", "Harbour News/H", "Fixed/H", "Harbour News/H" };
      g_autofree char *lines = read_place (folder, places[i], i == 3 ? &given : NULL, NULL);
      g_assert_true (g_str_has_prefix (lines, outlets[i]));
    }
  {
    g_autofree char *lines = read_place (folder, "plain.manifest", NULL, NULL);
    g_assert_true (g_str_has_prefix (lines, "Fixed/e.txt:  SE"));
  }
  remove_tree (folder);
}

static void
test_compressed_and_packed (void)
{
  g_autofree char *folder = make_folder ();
  struct archive *archive;

  write_compressed (folder, "f.txt.gz", "gzip", PLAIN_TWO, strlen (PLAIN_TWO));
  assert_gives (folder, "f.txt.gz", NULL, "Hafener Presse/hfp0000020010926du4i003v3: Es regnete.\n");
  archive = start_archive (folder, "c.zip", "zip", NULL);
  add_member (archive, "exports/f.txt", PLAIN_TWO, strlen (PLAIN_TWO));
  finish_archive (archive);
  assert_gives (folder, "c.zip", NULL, "Hafener Presse/hfp0000020010926du4i003v3: Es regnete.\n");
  remove_tree (folder);
}

static void
test_damaged (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *lines = NULL;
  g_autoptr (GString) messages = g_string_new (NULL);
  BsSourceOptions nexis = { .format = BS_FORMAT_NEXIS }, factiva = { .format = BS_FORMAT_FACTIVA };

  write_text (folder, "n.txt",
              "   1 of 3 DOCUMENTS\n\n   The Post\n\nRain\n\nIt rained.\n\n   2 of 3 DOCUMENTS\n\n   The Post\n\n   "
              "May 1, 2010\n\n"
              "LENGTH: 0 words\n\nLANGUAGE: ENGLISH\n\n" CLASSIC_TWO);
  lines = read_place (folder, "n.txt", NULL, messages);
  g_assert_true (
      g_str_has_prefix (lines, "! bad-record n/- 3\n! no-text The Post/n.txt:00000002 11\nThe Harbour Post/n.txt"));
  g_assert_true (g_str_has_prefix (messages->str, "article 1: the head of the article has no line \"LENGTH:\""));
  assert_file_gives ("n.txt", "A text of its own.\n", &nexis, "! bad-record n/- 1\n");
  assert_file_gives ("n.txt", "A text of its own.\n", &factiva, "! bad-record n/- 1\n");
  assert_file_gives ("n.txt", "", &nexis, "");
  assert_file_gives ("n.txt", PLAIN_TWO "\nleft over\n", NULL,
                     "Hafener Presse/hfp0000020010926du4i003v3: Es regnete.\n");
  assert_file_gives (
      "n.txt", PLAIN_ONE "cut off here\n12 words\n", NULL,
      "The Harbourton Times/THEHRB0020140519ea5j0007r: The harbour opened.¶¶¶It rained.\n! bad-record n/- 21\n");
  remove_tree (folder);
}

/* Text that only speaks of such things stays text. */
static void
test_no_export (void)
{
  static const char *const texts[] = {
    "He read 1 of 10 documents.\n\nLENGTH: it was long.\n",  "1 of 10 DOCUMENTS\n\nA headline.\n\nText.\n",
    "Body\n\nThe body was found.\n\nEnd of Document\n",      "933 words\nwere spoken.\n© 2014 X\n",
    "HD  stands for high definition.\nTD  for touchdown.\n", "LENGTH: 10 words\n\nBYLINE: X\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) expected = g_string_new (texts[i]);
      g_string_replace (expected, "\n", "¶", 0);
      g_string_prepend (expected, "t/t.txt: ");
      g_string_append_c (expected, '\n');
      assert_file_gives ("t.txt", texts[i], NULL, expected->str);
    }
}

static void
test_ceiling (void)
{
  g_autofree char *long_text = g_strnfill (5000, 'x');
  g_autofree char *text = g_strconcat (CLASSIC_ONE, "   2 of 3 DOCUMENTS\n\n", long_text, "\n", CLASSIC_TWO, NULL);
  BsSourceOptions options = { .ceilings.value[BS_CEILING_ARTICLE] = 2000 };

  assert_file_gives (
      "e.txt", text, &options,
      "The Harbourton Times/e.txt:00000001: The harbour opened on Monday. It rained¶all day.¶¶Nobody minded.\n"
      "! too-large e/- 40\nThe Harbour Post/e.txt:00000003: It rained.\n");
}

/* Whatever is done to an export, reading it ends, and what it gives is fit for a table. */
static void
test_mangled (void)
{
  static const char *const exports[]
      = { CLASSIC_FRONT CLASSIC_ONE CLASSIC_TWO, UNI_FRONT UNI_ONE UNI_TWO, CODED CODED, PLAIN_ONE PLAIN_TWO };
  static const BsFormat formats[] = { BS_FORMAT_NEXIS, BS_FORMAT_NEXIS, BS_FORMAT_FACTIVA, BS_FORMAT_FACTIVA };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "e.txt", NULL);

  for (int round = 0; round < 800; round++)
    {
      g_autoptr (GString) text = g_string_new (exports[round % 4]);
      g_autofree char *lines = NULL;
      BsSourceOptions options = { .format = round % 3 == 0 ? BS_FORMAT_AUTO : formats[round % 4] };
      for (int i = g_rand_int_range (random, 1, 7); i > 0 && text->len > 1; i--)
        {
          gssize at = g_rand_int_range (random, 0, (gint32)text->len - 1), length = g_rand_int_range (random, 1, 60);
          if (g_rand_boolean (random))
            text->str[at] = (char)g_rand_int_range (random, 0, 256);
          else
            g_string_erase (text, at, MIN (length, (gssize)text->len - at));
        }
      g_remove (path); /* replacing a file waits for the disk */
      write_bytes (folder, "e.txt", text->str, text->len);
      lines = read_place (folder, "e.txt", &options, NULL);
      g_assert_cmpstr (lines, !=, "");
    }
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader-export/nexis-classic", test_nexis_classic);
  g_test_add_func ("/reader-export/nexis-languages", test_nexis_languages);
  g_test_add_func ("/reader-export/unknown-days", test_unknown_days);
  g_test_add_func ("/reader-export/nexis-windows", test_nexis_windows);
  g_test_add_func ("/reader-export/nexis-uni", test_nexis_uni);
  g_test_add_func ("/reader-export/factiva-coded", test_factiva_coded);
  g_test_add_func ("/reader-export/factiva-plain", test_factiva_plain);
  g_test_add_func ("/reader-export/outlets", test_outlets);
  g_test_add_func ("/reader-export/compressed-and-packed", test_compressed_and_packed);
  g_test_add_func ("/reader-export/damaged", test_damaged);
  g_test_add_func ("/reader-export/no-export", test_no_export);
  g_test_add_func ("/reader-export/ceiling", test_ceiling);
  g_test_add_func ("/reader-export/mangled", test_mangled);
  return g_test_run ();
}
