#include "clean/html-slim.h"
#include "clean/html-level.h"
#include "clean/html-tag.h"

#define VALUE_MAX 4096 /* bytes of an attribute that are kept */

typedef struct
{
  BsHtmlSlim *slim;
  const char *start, *at, *end;
  BsHtmlLevels levels;
  guint64 never_closed[(GUMBO_TAG_LAST + 64) / 64]; /* no end tag of this kind is left in the page */
} Scan;

void
bs_html_slim_init (BsHtmlSlim *slim)
{
  slim->page = g_string_new (NULL);
  slim->trail = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
  slim->data = g_array_new (FALSE, FALSE, sizeof (BsSpan));
}

void
bs_html_slim_clear (BsHtmlSlim *slim)
{
  g_string_free (slim->page, TRUE);
  g_array_unref (slim->trail);
  g_array_unref (slim->data);
}

/* What is put next came from there. */
static void
add_point (Scan *scan, const char *from)
{
  BsTrailPoint point = { (guint32)scan->slim->page->len, (guint32)(from - scan->start) };

  g_array_append_val (scan->slim->trail, point);
}

static void
put_text (Scan *scan, const char *from, const char *to)
{
  if (to <= from)
    return;
  add_point (scan, from);
  g_string_append_len (scan->slim->page, from, to - from);
}

/* Text in which a "<" may stand that opens no tag. */
static void
put_escaped (Scan *scan, const char *from, const char *to)
{
  while (from < to)
    {
      const char *angle = memchr (from, '<', (gsize)(to - from));

      put_text (scan, from, angle != NULL ? angle : to);
      if (angle == NULL)
        return;
      add_point (scan, angle);
      g_string_append (scan->slim->page, "&lt;");
      from = angle + 1;
    }
}

/* The end tag "</name" from `from` on, or NULL. */
static const char *
find_end_tag (const Scan *scan, const char *from, BsSpan name)
{
  while ((from = memchr (from, '<', (gsize)(scan->end - from))) != NULL)
    {
      from++;
      if (scan->end - from <= (gssize)name.length + 1)
        return NULL;
      if (*from == '/' && g_ascii_strncasecmp (from + 1, name.start, name.length) == 0
          && !g_ascii_isalnum (from[1 + name.length]) && from[1 + name.length] != '-')
        return from - 1;
    }
  return NULL;
}

/* Where the element that `tag` opens is closed, or NULL. Looked for in vain once a kind. */
static const char *
find_close (Scan *scan, const BsHtmlTag *tag)
{
  guint64 *word = &scan->never_closed[tag->tag / 64], bit = G_GUINT64_CONSTANT (1) << tag->tag % 64;
  const char *close = *word & bit ? NULL : find_end_tag (scan, scan->at, tag->name);

  if (close == NULL)
    *word |= bit;
  return close;
}

static void
skip_element (Scan *scan, const BsHtmlTag *tag)
{
  const char *close = find_close (scan, tag);
  BsSpan content = { scan->at, close != NULL ? (gsize)(close - scan->at) : 0 };

  if (close == NULL)
    return;
  if (tag->tag == GUMBO_TAG_SCRIPT && bs_html_value_has (tag->value[BS_HTML_TYPE], "ld+json")
      && scan->slim->data->len < BS_HTML_DATA_MAX)
    g_array_append_val (scan->slim->data, content);
  scan->at = close; /* its end tag is left out by itself */
}

/* The name under which a tag is written; NULL where it is left out. */
static const char *
name_of (const BsHtmlTag *tag)
{
  switch (bs_html_policy (tag->tag))
    {
    case BS_HTML_KEEP:
      return gumbo_normalized_tagname (tag->tag);
    case BS_HTML_LINK:
      return tag->end || tag->value[BS_HTML_HREF].start != NULL ? "x-a" : NULL;
    case BS_HTML_BOLD:
      return "x-b";
    case BS_HTML_FORM:
      return "x-f";
    case BS_HTML_BUTTON:
      return "x-n";
    case BS_HTML_PICTURE:
      return tag->end ? NULL : "x-i";
    case BS_HTML_OTHER:
      return "x-u";
    case BS_HTML_OMIT:
    case BS_HTML_OMIT_ALL:
    default:
      return NULL;
    }
}

static void
put_attribute (GString *page, const char *name, BsSpan value)
{
  const char *at = value.start, *end = value.start + MIN (value.length, VALUE_MAX);

  while (end > at && end < value.start + value.length && (guchar)*end >= 0x80 && (guchar)*end < 0xc0)
    end--;
  g_string_append_c (page, ' ');
  g_string_append (page, name);
  g_string_append_len (page, "=\"", 2);
  while (at < end)
    {
      const char *quote = memchr (at, '"', (gsize)(end - at));

      g_string_append_len (page, at, (quote != NULL ? quote : end) - at);
      if (quote == NULL)
        break;
      g_string_append (page, "&quot;");
      at = quote + 1;
    }
  g_string_append_c (page, '"');
}

static gboolean
wants (const BsHtmlTag *tag, BsHtmlAttribute attribute)
{
  switch (attribute)
    {
    case BS_HTML_NAME:
    case BS_HTML_PROPERTY:
      return tag->tag == GUMBO_TAG_META;
    case BS_HTML_CONTENT:
      return tag->tag == GUMBO_TAG_META || tag->value[BS_HTML_ITEMPROP].start != NULL;
    case BS_HTML_HREF:
      return tag->tag == GUMBO_TAG_LINK;
    case BS_HTML_DATETIME:
      return tag->tag == GUMBO_TAG_TIME;
    case BS_HTML_LANG:
      return tag->tag == GUMBO_TAG_HTML || tag->tag == GUMBO_TAG_BODY;
    case BS_HTML_TYPE:
    case BS_HTML_STYLE:
    case BS_HTML_HIDDEN:
    case BS_HTML_ARIA_HIDDEN:
      return FALSE;
    case BS_HTML_CLASS:
    case BS_HTML_ID:
    case BS_HTML_ITEMPROP:
    case BS_HTML_REL:
    case BS_HTML_ROLE:
    case BS_HTML_N_ATTRIBUTES:
    default:
      return TRUE;
    }
}

static void
put_tag (Scan *scan, const BsHtmlTag *tag, const char *name)
{
  GString *page = scan->slim->page;

  g_string_append (page, tag->end ? "</" : "<");
  g_string_append (page, name);
  for (guint i = 0; i < BS_HTML_N_ATTRIBUTES && !tag->end; i++)
    if (tag->value[i].length > 0 && wants (tag, (BsHtmlAttribute)i))
      put_attribute (page, bs_html_attribute_name ((BsHtmlAttribute)i), tag->value[i]);
  if (!tag->end && bs_html_tag_hidden (tag))
    g_string_append (page, " hidden");
  else if (!tag->end && bs_html_tag_unread (tag))
    g_string_append (page, " hidden=\"" BS_HTML_UNREAD "\"");
  g_string_append_c (page, '>');
  if (bs_html_policy (tag->tag) == BS_HTML_PICTURE)
    g_string_append (page, "</x-i>");
  else if (tag->end)
    bs_html_levels_close (&scan->levels, tag->tag);
  else
    bs_html_levels_open (&scan->levels, tag->tag);
}

static void
read_title (Scan *scan, const BsHtmlTag *tag)
{
  const char *close = find_close (scan, tag);

  if (close == NULL)
    return;
  put_tag (scan, tag, "title");
  put_escaped (scan, scan->at, close);
  g_string_append (scan->slim->page, "</title>");
  bs_html_levels_close (&scan->levels, GUMBO_TAG_TITLE);
  scan->at = close;
}

static void
read_tag (Scan *scan)
{
  BsHtmlTag tag;
  const char *name;

  scan->at = bs_html_tag_read (&tag, scan->at, scan->end);
  if (scan->at == NULL)
    {
      scan->at = scan->end; /* the page ends inside a tag, which is no text */
      return;
    }
  if (bs_html_policy (tag.tag) == BS_HTML_OMIT_ALL && !tag.end)
    skip_element (scan, &tag);
  else if (tag.tag == GUMBO_TAG_TITLE)
    {
      if (!tag.end)
        read_title (scan, &tag);
    }
  else if ((name = name_of (&tag)) != NULL)
    put_tag (scan, &tag, name);
}

/* "<!--" up to "-->" or "--!>"; without an end, up to the first ">". */
static const char *
end_of_comment (const Scan *scan)
{
  const char *text = scan->at + 4, *at = text;

  if (scan->end - text > 0 && *text == '>')
    return text + 1;
  if (scan->end - text > 1 && text[0] == '-' && text[1] == '>')
    return text + 2;
  while (at < scan->end && (at = memchr (at, '-', (gsize)(scan->end - at))) != NULL)
    {
      if (scan->end - at > 2 && at[1] == '-' && at[2] == '>')
        return at + 3;
      if (scan->end - at > 3 && at[1] == '-' && at[2] == '!' && at[3] == '>')
        return at + 4;
      at++;
    }
  return NULL;
}

static void
skip_declaration (Scan *scan)
{
  const char *end = NULL;
  guint64 *never = &scan->never_closed[GUMBO_TAG_LAST / 64], bit = G_GUINT64_CONSTANT (1) << GUMBO_TAG_LAST % 64;

  if (scan->end - scan->at >= 4 && memcmp (scan->at, "<!--", 4) == 0 && (*never & bit) == 0)
    {
      end = end_of_comment (scan);
      if (end == NULL)
        *never |= bit;
    }
  if (end == NULL)
    {
      end = memchr (scan->at, '>', (gsize)(scan->end - scan->at));
      end = end != NULL ? end + 1 : scan->end;
    }
  scan->at = end;
}

static void
read_angle (Scan *scan)
{
  gssize left = scan->end - scan->at;
  char next = left > 1 ? scan->at[1] : ' ';

  if (g_ascii_isalpha (next) || (next == '/' && left > 2 && g_ascii_isalpha (scan->at[2])))
    read_tag (scan);
  else if (next == '!' || next == '?' || next == '/')
    skip_declaration (scan);
  else
    {
      put_escaped (scan, scan->at, scan->at + 1);
      scan->at++;
    }
}

BsCeiling
bs_html_slim_read (BsHtmlSlim *slim, BsSpan utf8, const BsCeilings *ceilings)
{
  guint64 most_tags = bs_ceiling (ceilings, BS_CEILING_TAGS), deepest = bs_ceiling (ceilings, BS_CEILING_DEPTH);
  Scan scan = { .slim = slim, .start = utf8.start, .at = utf8.start, .end = utf8.start + utf8.length };

  g_string_assign (slim->page, "<!DOCTYPE html>");
  g_array_set_size (slim->trail, 0);
  g_array_set_size (slim->data, 0);
  if (utf8.length > bs_ceiling (ceilings, BS_CEILING_PAGE))
    return BS_CEILING_PAGE;
  while (scan.at < scan.end)
    {
      const char *angle = memchr (scan.at, '<', (gsize)(scan.end - scan.at));

      put_text (&scan, scan.at, angle != NULL ? angle : scan.end);
      if (angle == NULL)
        break;
      scan.at = angle;
      read_angle (&scan);
      if (scan.levels.depth > deepest)
        return BS_CEILING_DEPTH;
      if (scan.levels.tags > most_tags || scan.levels.work > BS_HTML_WORK_MAX)
        return BS_CEILING_TAGS;
    }
  return BS_N_CEILINGS;
}
