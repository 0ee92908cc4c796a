/* Prose and headings between the tables of a page. */
#include "report/format-parts.h"

#include "report/plain.h"

#define ANY_WIDTH 100 /* columns of prose where any width will do */

gboolean
bs_output_is_for_people (BsOutput output)
{
  return output == BS_OUTPUT_TABLE || output == BS_OUTPUT_MARKDOWN || output == BS_OUTPUT_LATEX;
}

char *
bs_prose_text (const char *prose, BsOutput output, const BsTerminal *terminal)
{
  g_autofree char *line = output == BS_OUTPUT_MARKDOWN ? bs_markdown_line (prose)
                          : output == BS_OUTPUT_LATEX  ? bs_latex_line (prose)
                                                       : bs_plain_text (prose, terminal->unicode);
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  if (output != BS_OUTPUT_TABLE)
    return g_strconcat (line, "\n", NULL);
  lines = bs_plain_wrap (line, terminal->width != 0 ? terminal->width : ANY_WIDTH);
  text = g_strjoinv ("\n", lines);
  return g_strconcat (text, "\n", NULL);
}

char *
bs_heading_text (const char *heading, BsOutput output, const BsTerminal *terminal)
{
  g_autofree char *plain = bs_plain_text (heading, output != BS_OUTPUT_TABLE || terminal->unicode);
  g_autofree char *rule = g_strnfill (bs_plain_width (plain), '=');
  const char *begin = output == BS_OUTPUT_MARKDOWN ? "## " : output == BS_OUTPUT_LATEX ? "\\subsection*{" : "";
  GString *out = g_string_new (begin);

  if (output == BS_OUTPUT_MARKDOWN)
    bs_markdown_append (out, plain);
  else if (output == BS_OUTPUT_LATEX)
    bs_latex_append (out, plain);
  else
    g_string_append_printf (out, "%s\n%s", plain, rule);
  g_string_append (out, output == BS_OUTPUT_LATEX ? "}\n" : "\n");
  return g_string_free (out, FALSE);
}
