#include "report/html/html.h"

#include "report/plain.h"

void
bs_html_text (GString *out, const char *text)
{
  g_autofree char *plain = bs_plain_text (text != NULL ? text : "", TRUE);

  for (const char *at = plain; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *at);
      }
}

void
bs_html_name (GString *out, const char *name)
{
  g_string_append (out, "<bdi>");
  bs_html_text (out, name);
  g_string_append (out, "</bdi>");
}

void
bs_html_paragraph (GString *out, const char *class_name, const char *text)
{
  if (class_name != NULL)
    g_string_append_printf (out, "<p class=\"%s\">", class_name);
  else
    g_string_append (out, "<p>");
  bs_html_text (out, text);
  g_string_append (out, "</p>\n");
}
