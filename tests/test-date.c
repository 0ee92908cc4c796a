/* A day is read where it is certain, and nothing is guessed. */
#include "source/date.h"

static void
assert_day (const char *date, const char *expected)
{
  char day[BS_DAY_MAX];

  g_assert_cmpstr (bs_day_of_date (date, day), ==, expected);
}

static void
test_iso (void)
{
  assert_day ("2022-03-24", "2022-03-24");
  assert_day ("2022-03-24T10:00:00Z", "2022-03-24");
  assert_day ("2022-03-24T23:59:59.5+02:00", "2022-03-24");
  assert_day ("2022-03-24 10:00", "2022-03-24");
  assert_day ("  2022-03-24", "2022-03-24");
  assert_day ("2022/3/4", "2022-03-04");
  assert_day ("20220324", "2022-03-24");
  assert_day ("20220324T100000Z", "2022-03-24");
  assert_day ("20220324100000", "2022-03-24");
  assert_day ("2022-03", "2022-03");
  assert_day ("2022", "2022");
  assert_day ("1665-11-07", "1665-11-07");
}

static void
test_words (void)
{
  assert_day ("24 March 2022", "2022-03-24");
  assert_day ("24 Mar 2022", "2022-03-24");
  assert_day ("24th of March 2022", NULL);
  assert_day ("24th March, 2022", "2022-03-24");
  assert_day ("1st May 1999", "1999-05-01");
  assert_day ("March 24, 2022", "2022-03-24");
  assert_day ("Mar. 3rd, 2022", "2022-03-03");
  assert_day ("Sept. 2, 2022, 10:15 a.m.", "2022-09-02");
  assert_day ("MAY 2 2022", "2022-05-02");
  assert_day ("Thu, 24 Mar 2022 10:00:00 GMT", "2022-03-24");
  assert_day ("Thursday, March 24, 2022", "2022-03-24");
  assert_day ("March 2022", "2022-03");
  assert_day ("March, 2022", "2022-03");
}

/* As the databases of the press write it in other languages. */
static void
test_other_languages (void)
{
  assert_day ("24 Mai 2022", "2022-05-24");
  assert_day ("11. Januar 2010 Montag", "2010-01-11");
  assert_day ("Dienstag 7. Juli 2020", "2020-07-07");
  assert_day ("7. MÄRZ 2020", "2020-03-07");
  assert_day ("lundi 1er août 2016", "2016-08-01");
  assert_day ("11 février 2010 jeudi", "2010-02-11");
  assert_day ("11 de enero de 2010", "2010-01-11");
  assert_day ("3 de março de 2011 quinta-feira", "2011-03-03");
  assert_day ("17 juli 2004", "2004-07-17");
  assert_day ("2 gennaio 1999", "1999-01-02");
  assert_day ("3 maj 2001", "2001-05-03");
  assert_day ("3 września 2001", "2001-09-03");
  assert_day ("3 Мая 2001", "2001-05-03");
  assert_day ("Monday 2 May 2022", "2022-05-02");
  assert_day ("janvier 2010", "2010-01");
  assert_day ("11. Jan\xff 2010", NULL);
}

static void
test_calendar (void)
{
  assert_day ("2020-02-29", "2020-02-29");
  assert_day ("2021-02-29", NULL);
  assert_day ("2022-02-30", NULL);
  assert_day ("2022-13-01", NULL);
  assert_day ("2022-00-01", NULL);
  assert_day ("2022-01-00", NULL);
  assert_day ("31 April 2022", NULL);
  assert_day ("0 March 2022", NULL);
  /* 257 is 1 in a byte */
  assert_day ("March 257, 2022", NULL);
  assert_day ("257 March 2022", NULL);
  assert_day ("999-01-01", NULL);
  assert_day ("0000", NULL);
}

static void
test_no_date (void)
{
  static const char *const texts[]
      = { "",           " ",          "yesterday",   "3/4/2022",       "24.03.2022", "20221324",
          "1648116000", "2022-",      "2022-03-24x", "24 Mei. x 2022", "24 Ma 2022", "24 Mar 22",
          "March",      "2022/03-24", "Mayor 2022",  "marching 2022",  "\xff\xfe",   "24 March 20222",
          "-2022",      "202203240",  "20220024",    "20220300",       "2022032410" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_day (texts[i], NULL);
}

/* Any bytes at all: an answer is a day, a month or a year. */
static void
test_any_bytes (void)
{
  static const char letters[] = "0123456789-/ ,.TZMarchSepth+:\xc3\xa9";
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint read = 0;

  for (guint i = 0; i < 200000; i++)
    {
      char text[16] = "", day[BS_DAY_MAX];
      gint n = g_rand_int_range (random, 0, 15);
      const char *got;

      for (gint j = 0; j < n; j++)
        text[j] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      got = bs_day_of_date (text, day);
      if (got == NULL)
        continue;
      read++;
      g_assert_true (got == day);
      g_assert_true (g_regex_match_simple ("^[1-9]\\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$", got, 0, 0));
    }
  g_assert_cmpuint (read, >, 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/iso", test_iso);
  g_test_add_func ("/date/words", test_words);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/other-languages", test_other_languages);
  g_test_add_func ("/date/no-date", test_no_date);
  g_test_add_func ("/date/any-bytes", test_any_bytes);
  return g_test_run ();
}
