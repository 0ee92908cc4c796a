/* Text as LaTeX shows it as it is. */
#include "report/format-parts.h"

#include <string.h>

#include "report/plain.h"

#define LONG_WORD 32 /* characters of a word that may be broken where it has no hyphen */

/* What pdflatex has no letter for but a formula, and what would be a command, a comment, a ligature or an option. */
static const struct {
  gunichar    character;
  const char *latex;
} symbols[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\{" },
  { '}', "\\}" },
  { '$', "\\$" },
  { '&', "\\&" },
  { '#', "\\#" },
  { '^', "\\textasciicircum{}" },
  { '_', "\\_" },
  { '%', "\\%" },
  { '~', "\\textasciitilde{}" },
  { '<', "\\textless{}" },
  { '>', "\\textgreater{}" },
  { '|', "\\textbar{}" },
  { '"', "\\textquotedbl{}" },
  { '`', "\\textasciigrave{}" },
  { '[', "{[}" },
  { ']', "{]}" },
  { '*', "{*}" },
  { 0x00b5, "\\textmu{}" },
  { 0x2020, "\\dag{}" },
  { 0x2032, "\\ensuremath{'}" },
  { 0x2190, "\\ensuremath{\\leftarrow}" },
  { 0x2192, "\\ensuremath{\\rightarrow}" },
  { 0x2212, "\\ensuremath{-}" },
  { 0x221a, "\\ensuremath{\\surd}" },
  { 0x221e, "\\ensuremath{\\infty}" },
  { 0x2248, "\\ensuremath{\\approx}" },
  { 0x2260, "\\ensuremath{\\ne}" },
  { 0x2264, "\\ensuremath{\\le}" },
  { 0x2265, "\\ensuremath{\\ge}" },
  { 0xfffd, "\\fbox{?}" },
};

/* From U+0391 on; omicron and the capitals that look like Latin ones are those. */
static const char *const greek[] = {
  "A",       "B",      "\\Gamma", "\\Delta", "E",       "Z",      "H",       "\\Theta",    "I",        "K",
  "\\Lambda",
  "M",       "N",      "\\Xi",    "O",       "\\Pi",    "P",      NULL,      "\\Sigma",    "T",        "\\Upsilon",
  "\\Phi",   "X",      "\\Psi",   "\\Omega", NULL,      NULL,     NULL,      NULL,         NULL,       NULL,   NULL,
  "\\alpha", "\\beta", "\\gamma", "\\delta", "\\varepsilon", "\\zeta", "\\eta", "\\theta", "\\iota",   "\\kappa",
  "\\lambda", "\\mu",  "\\nu",    "\\xi",    "o",       "\\pi",   "\\rho",   "\\varsigma", "\\sigma",  "\\tau",
  "\\upsilon", "\\varphi", "\\chi", "\\psi", "\\omega",
};

#define ALPHA 0x391

static gboolean
is_greek (gunichar c)
{
  return (c >= 0x370 && c < 0x400) || (c >= 0x1f00 && c < 0x2000);
}

/* The sign of a formula where a Greek letter stands alone; NULL in a word. */
static const char *
sign_of (gunichar c, gunichar before, gunichar after)
{
  if (is_greek (before) || is_greek (after) || c < ALPHA || c - ALPHA >= G_N_ELEMENTS (greek))
    return NULL;
  return greek[c - ALPHA];
}

/* Of a digit that is set high or low, the digit, and which; -1: none. */
static int
shifted_digit (gunichar c, const char **command)
{
  *command = c >= 0x2080 && c <= 0x2089 ? "\\textsubscript" : "\\textsuperscript";
  if (c == 0xb9 || c == 0xb2 || c == 0xb3)
    return c == 0xb9 ? 1 : (int) (c - 0xb0);
  if ((c >= 0x2074 && c <= 0x2079) || c == 0x2070)
    return (int) (c - 0x2070);
  return c >= 0x2080 && c <= 0x2089 ? (int) (c - 0x2080) : -1;
}

static void
append_character (GString *out, gunichar before, gunichar c, gunichar after)
{
  const char *sign = sign_of (c, before, after);
  const char *command;
  int digit = shifted_digit (c, &command);

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (symbols[i].character == c)
      {
        g_string_append (out, symbols[i].latex);
        return;
      }
  if (sign != NULL)
    g_string_append_printf (out, "\\ensuremath{%s}", sign);
  else if (digit >= 0)
    g_string_append_printf (out, "%s{%d}", command, digit);
  else
    {
      if (c == before && c < 0x80 && strchr ("-,'", (int) c) != NULL)
        g_string_append (out, "{}");
      g_string_append_unichar (out, c);
    }
}

void
bs_latex_append (GString *out, const char *plain)
{
  g_autofree char *composed = g_utf8_normalize (plain, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  gunichar before = 0;
  glong place = 0, length = 0; /* in a word, and of it */

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ' || before == ' ' || before == 0)
        {
          place = 0;
          length = g_utf8_strlen (at, (gssize) strcspn (at, " "));
        }
      if (length > LONG_WORD && place > 0 && place % 4 == 0 && !g_unichar_ismark (c))
        g_string_append (out, "\\allowbreak{}");
      append_character (out, before, c, g_utf8_get_char (g_utf8_next_char (at)));
      before = c;
      place++;
    }
}

char *
bs_latex_line (const char *line)
{
  g_autofree char *plain = g_strstrip (bs_plain_text (line, TRUE));
  GString *out = g_string_new (NULL);

  bs_latex_append (out, plain);
  return g_string_free (out, FALSE);
}
