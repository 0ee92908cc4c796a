/* Charts as SVG are made smaller and look the same: points become circles of one group, empty groups go. */
#include "report/chart/slim.h"

#include <string.h>

static void
assert_slim (const char *svg, const char *expected)
{
  gsize length = 0;
  g_autofree char *slim = bs_svg_slim (svg, &length);

  g_assert_cmpstr (slim, ==, expected);
  g_assert_cmpuint (length, ==, strlen (expected));
}

#define POINT(x, y, scale, colour, rest)                                                                               \
  "\t<use xlink:href='#gpPt6' transform='translate(" x "," y ") scale(" scale ")' color='" colour "'" rest "/>\n"

static void
test_points (void)
{
  assert_slim ("<svg>\n" POINT ("1.50", "-2.25", "1.57", "rgb(  0, 114, 178)", " opacity='0.37'")
                   POINT ("3.00", "4.00", "1.57", "rgb(  0, 114, 178)", " opacity='0.37'")
                       POINT ("5.00", "6.00", "2.00", "rgb(  0, 114, 178)", "") "</svg>\n",
               "<svg>\n<g stroke=\"none\" fill=\"rgb(0,114,178)\" fill-opacity=\"0.37\">\n"
               "<circle cx=\"1.50\" cy=\"-2.25\" r=\"1.57\"/>\n<circle cx=\"3.00\" cy=\"4.00\" r=\"1.57\"/>\n</g>\n"
               "<g stroke=\"none\" fill=\"rgb(0,114,178)\">\n<circle cx=\"5.00\" cy=\"6.00\" r=\"2.00\"/>\n</g>\n</svg>\n");
}

static void
test_empty_groups (void)
{
  assert_slim ("<svg>\n<g fill=\"none\" color=\"black\">\n</g>\n<g fill=\"none\" color=\"red\">\n\t<path d='M1,1'/></g>\n",
               "<svg>\n<g fill=\"none\" color=\"red\">\n\t<path d='M1,1'/></g>\n");
}

/* What only looks like it stays as it is. */
static void
test_others_stay (void)
{
  static const char *const same[] = {
    "",
    "<text>\t<use xlink:href='#gpPt6' </text>",
    "\t<use xlink:href='#gpPt5' transform='translate(1,2) scale(1.5)' color='rgb(0,0,0)'/>\n",
    "\t<use xlink:href='#gpPt6' transform='translate(1,2) scale(1.5)' color='red'/>\n",
    "\t<use xlink:href='#gpPt6' transform='translate(1,2) scale(1.5)' color='rgb(0,0,0)' onload='x'/>\n",
    "\t<use xlink:href='#gpPt6' transform='rotate(3)' color='rgb(0,0,0)'/>\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    assert_slim (same[i], same[i]);
}

/* A name of an outlet may hold what may not stand in XML's text. */
static void
test_end_of_cdata (void)
{
  assert_slim ("<text>a ]]>]]> b ]] > ></text>\n", "<text>a ]]&gt;]]&gt; b ]] > ></text>\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slim/points", test_points);
  g_test_add_func ("/slim/empty-groups", test_empty_groups);
  g_test_add_func ("/slim/others-stay", test_others_stay);
  g_test_add_func ("/slim/end-of-cdata", test_end_of_cdata);
  return g_test_run ();
}
