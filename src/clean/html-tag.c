#include "clean/html-tag.h"

static const char *const ATTRIBUTES[BS_HTML_N_ATTRIBUTES]
    = { "class",   "id",   "itemprop", "rel",  "role", "name",  "property",   "content",
        "href", "datetime", "lang", "type", "style", "hidden", "aria-hidden" };

static const guint8 POLICIES[GUMBO_TAG_LAST + 1] = {
  [GUMBO_TAG_SCRIPT] = BS_HTML_OMIT_ALL,   [GUMBO_TAG_STYLE] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_NOSCRIPT] = BS_HTML_OMIT_ALL, [GUMBO_TAG_TEMPLATE] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_IFRAME] = BS_HTML_OMIT_ALL,   [GUMBO_TAG_NOEMBED] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_NOFRAMES] = BS_HTML_OMIT_ALL, [GUMBO_TAG_TEXTAREA] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_SELECT] = BS_HTML_OMIT_ALL,   [GUMBO_TAG_DATALIST] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_SVG] = BS_HTML_OMIT_ALL,      [GUMBO_TAG_MATH] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_CANVAS] = BS_HTML_OMIT_ALL,   [GUMBO_TAG_AUDIO] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_VIDEO] = BS_HTML_OMIT_ALL,    [GUMBO_TAG_RT] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_RP] = BS_HTML_OMIT_ALL,       [GUMBO_TAG_RTC] = BS_HTML_OMIT_ALL,
  [GUMBO_TAG_OBJECT] = BS_HTML_OMIT,       [GUMBO_TAG_APPLET] = BS_HTML_OMIT,
  [GUMBO_TAG_MARQUEE] = BS_HTML_OMIT,      [GUMBO_TAG_PLAINTEXT] = BS_HTML_OMIT,
  [GUMBO_TAG_XMP] = BS_HTML_OMIT,          [GUMBO_TAG_FRAMESET] = BS_HTML_OMIT,
  [GUMBO_TAG_FRAME] = BS_HTML_OMIT,        [GUMBO_TAG_ISINDEX] = BS_HTML_OMIT,
  [GUMBO_TAG_BASE] = BS_HTML_OMIT,         [GUMBO_TAG_BASEFONT] = BS_HTML_OMIT,
  [GUMBO_TAG_BGSOUND] = BS_HTML_OMIT,      [GUMBO_TAG_EMBED] = BS_HTML_OMIT,
  [GUMBO_TAG_PARAM] = BS_HTML_OMIT,        [GUMBO_TAG_SOURCE] = BS_HTML_OMIT,
  [GUMBO_TAG_TRACK] = BS_HTML_OMIT,        [GUMBO_TAG_AREA] = BS_HTML_OMIT,
  [GUMBO_TAG_INPUT] = BS_HTML_OMIT,        [GUMBO_TAG_KEYGEN] = BS_HTML_OMIT,
  [GUMBO_TAG_WBR] = BS_HTML_OMIT,          [GUMBO_TAG_OPTION] = BS_HTML_OMIT,
  [GUMBO_TAG_OPTGROUP] = BS_HTML_OMIT,     [GUMBO_TAG_MENUITEM] = BS_HTML_OMIT,
  [GUMBO_TAG_NEXTID] = BS_HTML_OMIT,       [GUMBO_TAG_SPACER] = BS_HTML_OMIT,
  [GUMBO_TAG_RB] = BS_HTML_OMIT,           [GUMBO_TAG_RUBY] = BS_HTML_OMIT,
  [GUMBO_TAG_EM] = BS_HTML_OMIT,           [GUMBO_TAG_I] = BS_HTML_OMIT,
  [GUMBO_TAG_SMALL] = BS_HTML_OMIT,        [GUMBO_TAG_S] = BS_HTML_OMIT,
  [GUMBO_TAG_STRIKE] = BS_HTML_OMIT,       [GUMBO_TAG_TT] = BS_HTML_OMIT,
  [GUMBO_TAG_U] = BS_HTML_OMIT,            [GUMBO_TAG_BIG] = BS_HTML_OMIT,
  [GUMBO_TAG_CODE] = BS_HTML_OMIT,         [GUMBO_TAG_FONT] = BS_HTML_OMIT,
  [GUMBO_TAG_NOBR] = BS_HTML_OMIT,         [GUMBO_TAG_BLINK] = BS_HTML_OMIT,
  [GUMBO_TAG_B] = BS_HTML_BOLD,            [GUMBO_TAG_STRONG] = BS_HTML_BOLD,
  [GUMBO_TAG_A] = BS_HTML_LINK,            [GUMBO_TAG_FORM] = BS_HTML_FORM,
  [GUMBO_TAG_BUTTON] = BS_HTML_BUTTON,     [GUMBO_TAG_IMG] = BS_HTML_PICTURE,
  [GUMBO_TAG_IMAGE] = BS_HTML_PICTURE,     [GUMBO_TAG_UNKNOWN] = BS_HTML_OTHER,
};

BsHtmlPolicy
bs_html_policy (GumboTag tag)
{
  return (BsHtmlPolicy)POLICIES[MIN (tag, GUMBO_TAG_LAST)];
}

guint
bs_html_tag_of (const GumboNode *node)
{
  const GumboStringPiece *name = &node->v.element.original_tag;

  if (node->v.element.tag != GUMBO_TAG_UNKNOWN || name->length < 4)
    return node->v.element.tag;
  switch (name->data[3]) /* "<x-a" */
    {
    case 'a':
      return GUMBO_TAG_A;
    case 'b':
      return GUMBO_TAG_B;
    case 'f':
      return GUMBO_TAG_FORM;
    case 'n':
      return GUMBO_TAG_BUTTON;
    case 'i':
      return GUMBO_TAG_IMG;
    default:
      return GUMBO_TAG_UNKNOWN;
    }
}

const char *
bs_html_attribute_name (BsHtmlAttribute attribute)
{
  return ATTRIBUTES[attribute];
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

static const char *
skip_spaces (const char *at, const char *end)
{
  while (at < end && is_space (*at))
    at++;
  return at;
}

/* Of the attribute's value, or NULL where the bytes end inside it. `at` is behind the equals sign. */
static const char *
read_value (BsSpan *value, const char *at, const char *end)
{
  const char *stop;

  at = skip_spaces (at, end);
  if (at < end && (*at == '"' || *at == '\''))
    {
      stop = memchr (at + 1, *at, (gsize)(end - at - 1));
      *value = bs_span (at + 1, stop != NULL ? (gsize)(stop - at - 1) : 0);
      return stop != NULL ? stop + 1 : NULL;
    }
  for (stop = at; stop < end && !is_space (*stop) && *stop != '>'; stop++)
    ;
  *value = bs_span (at, (gsize)(stop - at));
  return stop;
}

static void
keep_attribute (BsHtmlTag *tag, BsSpan name, BsSpan value)
{
  for (guint i = 0; i < BS_HTML_N_ATTRIBUTES; i++)
    if (tag->value[i].start == NULL && strlen (ATTRIBUTES[i]) == name.length
        && g_ascii_strncasecmp (ATTRIBUTES[i], name.start, name.length) == 0)
      tag->value[i] = value;
}

static const char *
read_attributes (BsHtmlTag *tag, const char *at, const char *end)
{
  for (;;)
    {
      const char *start;
      BsSpan name, value;

      while (at < end && (is_space (*at) || *at == '/'))
        at++;
      if (at >= end)
        return NULL;
      if (*at == '>')
        return at + 1;
      for (start = at++; at < end && !is_space (*at) && *at != '/' && *at != '>' && *at != '='; at++)
        ;
      name = bs_span (start, (gsize)(at - start));
      value = bs_span (at, 0);
      at = skip_spaces (at, end);
      if (at < end && *at == '=')
        at = read_value (&value, at + 1, end);
      if (at == NULL)
        return NULL;
      keep_attribute (tag, name, value);
    }
}

const char *
bs_html_tag_read (BsHtmlTag *tag, const char *at, const char *end)
{
  const char *start;

  memset (tag, 0, sizeof *tag);
  at++;
  tag->end = *at == '/';
  at += tag->end;
  for (start = at; at < end && !is_space (*at) && *at != '/' && *at != '>'; at++)
    ;
  tag->name = bs_span (start, (gsize)(at - start));
  tag->tag = tag->name.length <= 32 ? gumbo_tagn_enum (start, (unsigned)tag->name.length) : GUMBO_TAG_UNKNOWN;
  return read_attributes (tag, at, end);
}

gboolean
bs_html_value_has (BsSpan value, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i + length <= value.length; i++)
    if (g_ascii_strncasecmp (value.start + i, word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
style_hides (BsSpan style)
{
  gsize at = 0;

  while (at + 7 < style.length)
    {
      if (g_ascii_strncasecmp (style.start + at, "display", 7) != 0)
        {
          at++;
          continue;
        }
      for (at += 7; at < style.length && (is_space (style.start[at]) || style.start[at] == ':'); at++)
        ;
      if (at + 4 <= style.length && g_ascii_strncasecmp (style.start + at, "none", 4) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The page itself is shown by a script. */
static gboolean
is_page (const BsHtmlTag *tag)
{
  return tag->tag == GUMBO_TAG_HTML || tag->tag == GUMBO_TAG_BODY;
}

gboolean
bs_html_tag_hidden (const BsHtmlTag *tag)
{
  BsSpan hidden = tag->value[BS_HTML_HIDDEN];

  return !is_page (tag) && ((hidden.start != NULL && !bs_html_value_has (hidden, "until-found"))
                            || style_hides (tag->value[BS_HTML_STYLE]));
}

gboolean
bs_html_tag_unread (const BsHtmlTag *tag)
{
  BsSpan aria = tag->value[BS_HTML_ARIA_HIDDEN];

  return !is_page (tag) && aria.length == 4 && bs_html_value_has (aria, "true");
}
