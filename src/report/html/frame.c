#include "report/html/frame.h"

#include "report/html/html.h"
#include "report/html/html-resource.h"

#include <gio/gio.h>
#include <string.h>

struct _BsHtmlFrame
{
  char *title;
  char *description;
  GString *body;
  GString *contents; /* items of the list of contents */
  guint level;       /* of the section that is open; 0: none */
  gboolean is_deep;  /* the contents' last item has items of its own */
};

BsHtmlFrame *
bs_html_frame_new (const char *title, const char *description)
{
  BsHtmlFrame *frame = g_new0 (BsHtmlFrame, 1);

  frame->title = g_strdup (title);
  frame->description = g_strdup (description);
  frame->body = g_string_new (NULL);
  frame->contents = g_string_new (NULL);
  return frame;
}

void
bs_html_frame_free (BsHtmlFrame *frame)
{
  if (!frame)
    return;
  g_free (frame->title);
  g_free (frame->description);
  g_string_free (frame->body, TRUE);
  g_string_free (frame->contents, TRUE);
  g_free (frame);
}

static gboolean
is_id (const char *id)
{
  return g_ascii_islower (*id) && strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

/* Ends the sections that are open down to this level. */
static void
close_sections (BsHtmlFrame *frame, guint level)
{
  for (; frame->level >= level; frame->level--)
    g_string_append (frame->body, "</section>\n");
}

static void
list_in_contents (BsHtmlFrame *frame, guint level, const char *id, const char *heading)
{
  GString *list = frame->contents;

  if (level == 3 && !frame->is_deep)
    g_string_append (list, "\n<ol>\n");
  else if (level == 2 && frame->is_deep)
    g_string_append (list, "</li>\n</ol>\n</li>\n");
  else if (list->len > 0)
    g_string_append (list, "</li>\n");
  frame->is_deep = level == 3;
  g_string_append_printf (list, "<li><a href=\"#%s\">", id);
  bs_html_name (list, heading);
  g_string_append (list, "</a>");
}

/* Two sections of level 3 may be called the same, so that only those of level 2 are landmarks. */
void
bs_html_frame_section (BsHtmlFrame *frame, guint level, const char *id, const char *heading)
{
  GString *body = frame->body;

  g_return_if_fail (is_id (id));
  g_return_if_fail (level == 2 || (level == 3 && frame->level >= 2));
  close_sections (frame, level);
  frame->level = level;
  list_in_contents (frame, level, id, heading);
  g_string_append_printf (body, "<section id=\"%s\"", id);
  if (level == 2)
    g_string_append_printf (body, " aria-labelledby=\"%s-heading\"", id);
  g_string_append_printf (body, ">\n<div class=\"heading\"><h%u id=\"%s-heading\">", level, id);
  bs_html_name (body, heading);
  g_string_append_printf (body, "</h%u> <a class=\"anchor\" href=\"#%s\" aria-label=\"Link to: ", level, id);
  bs_html_text (body, heading);
  g_string_append (body, "\">#</a></div>\n");
}

GString *
bs_html_frame_body (BsHtmlFrame *frame)
{
  return frame->body;
}

static const char *
asset (const char *name)
{
  g_autofree char *path = g_strconcat ("/broadsheet/html/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (bs_html_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes);
  return g_bytes_get_data (bytes, NULL); /* GResource ends its files with a NUL, and they live as long as the program */
}

/* Content Security Policy Level 3, section 2.3.1: what a script or a style has to hash to, to be taken. */
static char *
hash_source (const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_autofree char *encoded = NULL;

  g_checksum_update (checksum, (const guchar *)text, -1);
  g_checksum_get_digest (checksum, digest, &length);
  encoded = g_base64_encode (digest, length);
  return g_strdup_printf ("'sha256-%s'", encoded);
}

/* Takes the <style>…</style> of charts out of the body: in HTML a style belongs into the head. */
static char *
gather_styles (const char *body, GString *style)
{
  static const char opening[] = "<style>", closing[] = "</style>";
  GString *rest = g_string_new (NULL);
  const char *begin;

  while ((begin = strstr (body, opening)))
    {
      const char *inside = begin + strlen (opening);
      const char *end = strstr (inside, closing);

      if (!end)
        break;
      g_string_append_len (rest, body, begin - body);
      g_string_append_len (style, inside, end - inside);
      body = end + strlen (closing);
    }
  g_string_append (rest, body);
  return g_string_free (rest, FALSE);
}

static void
append_head (GString *out, const BsHtmlFrame *frame, const char *style, const char *script)
{
  g_autofree char *style_hash = hash_source (style);
  g_autofree char *script_hash = hash_source (script);

  g_string_append (out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  g_string_append_printf (out,
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; "
                          "script-src %s; base-uri 'none'; form-action 'none'\">\n",
                          style_hash, script_hash);
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                        "<meta name=\"color-scheme\" content=\"light dark\">\n"
                        "<meta name=\"referrer\" content=\"no-referrer\">\n"
                        "<meta name=\"generator\" content=\"broadsheet " BS_VERSION "\">\n"
                        "<meta name=\"description\" content=\"");
  bs_html_text (out, frame->description);
  g_string_append (out, "\">\n<title>");
  bs_html_text (out, frame->title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n", style);
}

static void
append_header (GString *out, const BsHtmlFrame *frame)
{
  g_string_append (out, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n<h1>");
  bs_html_name (out, frame->title);
  g_string_append (out, "</h1>\n");
  bs_html_paragraph (out, "lead", frame->description);
  g_string_append (out, "</header>\n");
  if (frame->contents->len == 0)
    return;
  g_string_append (out, "<nav aria-label=\"Contents\">\n<details id=\"contents\" open>\n<summary>Contents</summary>\n<ol>\n");
  g_string_append (out, frame->contents->str);
  g_string_append (out, frame->is_deep ? "</li>\n</ol>\n</li>\n</ol>\n" : "</li>\n</ol>\n");
  g_string_append (out, "</details>\n</nav>\n");
}

char *
bs_html_frame_finish (BsHtmlFrame *frame)
{
  const char *script = asset ("page.js");
  g_autoptr (GString) style = g_string_new (asset ("style.css"));
  g_autofree char *body = NULL;
  GString *out = g_string_new (NULL);

  close_sections (frame, 2);
  body = gather_styles (frame->body->str, style);
  append_head (out, frame, style->str, script);
  append_header (out, frame);
  g_string_append_printf (out, "<main id=\"main\" tabindex=\"-1\">\n%s</main>\n", body);
  g_string_append (out, "<footer>\n<p>Made by broadsheet " BS_VERSION ". This page is one file and asks for nothing "
                        "from any other place.</p>\n</footer>\n"
                        "<p id=\"said\" class=\"unseen\" role=\"status\"></p>\n");
  g_string_append_printf (out, "<script>%s</script>\n</body>\n</html>\n", script);
  return g_string_free (out, FALSE);
}
