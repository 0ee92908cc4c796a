#include "clean/label.h"

#define SCANNED 4096

typedef struct
{
  BsSpan page;
  gsize at;
} Scan;

typedef struct
{
  BsSpan name, value;
} Attribute;

static gboolean
at_end (const Scan *scan)
{
  return scan->at >= scan->page.length;
}

static char
here (const Scan *scan)
{
  return at_end (scan) ? '\0' : scan->page.start[scan->at];
}

static gboolean
begins (const Scan *scan, const char *with)
{
  return scan->page.length - scan->at >= strlen (with)
         && g_ascii_strncasecmp (scan->page.start + scan->at, with, strlen (with)) == 0;
}

static gboolean
is (BsSpan span, const char *word)
{
  return span.length == strlen (word) && g_ascii_strncasecmp (span.start, word, span.length) == 0;
}

static void
pass (Scan *scan, const char *bytes)
{
  while (!at_end (scan) && strchr (bytes, here (scan)) != NULL && here (scan) != '\0')
    scan->at++;
}

static BsSpan
take_until (Scan *scan, const char *bytes)
{
  gsize start = scan->at;

  while (!at_end (scan) && (here (scan) == '\0' || strchr (bytes, here (scan)) == NULL))
    scan->at++;
  return bs_span (scan->page.start + start, scan->at - start);
}

static gboolean
next_attribute (Scan *scan, Attribute *attribute)
{
  char quote[2] = "";

  pass (scan, " \t\n\f\r/");
  if (at_end (scan) || here (scan) == '>')
    return FALSE;
  attribute->value = bs_span (NULL, 0);
  attribute->name = take_until (scan, " \t\n\f\r/>=");
  pass (scan, " \t\n\f\r");
  if (here (scan) != '=')
    {
      scan->at += attribute->name.length == 0;
      return TRUE;
    }
  scan->at++;
  pass (scan, " \t\n\f\r");
  if (here (scan) == '"' || here (scan) == '\'')
    {
      quote[0] = here (scan);
      scan->at++;
      attribute->value = take_until (scan, quote);
      scan->at += !at_end (scan);
    }
  else
    attribute->value = take_until (scan, " \t\n\f\r>");
  return TRUE;
}

/* "text/html; charset=utf-8" */
static BsSpan
charset_of_content (BsSpan content)
{
  static const char WORD[] = "charset";
  Scan scan = { content, 0 };

  for (; !at_end (&scan); scan.at++)
    {
      gsize start = scan.at;

      if (!begins (&scan, WORD))
        continue;
      scan.at += sizeof WORD - 1;
      pass (&scan, " \t\n\f\r");
      if (here (&scan) == '=')
        {
          scan.at++;
          pass (&scan, " \t\n\f\r\"'");
          return take_until (&scan, " \t\n\f\r;\"'");
        }
      scan.at = start;
    }
  return bs_span (NULL, 0);
}

static const char *
declared (BsSpan label)
{
  const char *encoding = label.length > 0 ? bs_encoding_of_label (label, TRUE) : NULL;

  return encoding != NULL && (g_str_has_prefix (encoding, "UTF-16") || g_str_has_prefix (encoding, "UTF-32"))
             ? "UTF-8"
             : encoding;
}

static const char *
encoding_of_meta (Scan *scan)
{
  Attribute attribute;
  BsSpan charset = bs_span (NULL, 0), content = bs_span (NULL, 0);
  gboolean is_header = FALSE;

  while (next_attribute (scan, &attribute))
    if (is (attribute.name, "charset"))
      charset = attribute.value;
    else if (is (attribute.name, "http-equiv"))
      is_header = is (attribute.value, "content-type");
    else if (is (attribute.name, "content"))
      content = charset_of_content (attribute.value);
  return declared (charset.length > 0 ? charset : is_header ? content : bs_span (NULL, 0));
}

/* "<?xml version="1.0" encoding="…"?>" */
static const char *
encoding_of_xml (Scan *scan)
{
  Attribute attribute;
  const char *encoding = NULL;

  while (encoding == NULL && next_attribute (scan, &attribute))
    if (is (attribute.name, "encoding"))
      encoding = declared (attribute.value);
  return encoding;
}

/* One step, to behind a comment, a tag or a byte. */
static const char *
scan_on (Scan *scan)
{
  Attribute attribute;

  if (begins (scan, "<!--"))
    {
      const char *end
          = g_strstr_len (scan->page.start + scan->at + 2, (gssize)(scan->page.length - scan->at - 2), "-->");

      scan->at = end != NULL ? (gsize)(end - scan->page.start) + 3 : scan->page.length;
    }
  else if (begins (scan, "<meta") && scan->page.length - scan->at > 5
           && strchr (" \t\n\f\r/", scan->page.start[scan->at + 5]) != NULL)
    {
      scan->at += 5;
      return encoding_of_meta (scan);
    }
  else if (begins (scan, "<!") || begins (scan, "<?"))
    take_until (scan, ">");
  else if (here (scan) == '<' && scan->page.length - scan->at > 2
           && (g_ascii_isalpha (scan->page.start[scan->at + 1])
               || (scan->page.start[scan->at + 1] == '/' && g_ascii_isalpha (scan->page.start[scan->at + 2]))))
    {
      take_until (scan, " \t\n\f\r>");
      while (next_attribute (scan, &attribute))
        ;
    }
  else
    scan->at++;
  return NULL;
}

const char *
bs_encoding_of_page (BsSpan page)
{
  Scan scan = { bs_span (page.start, MIN (page.length, SCANNED)), 0 };
  const char *encoding = NULL;

  pass (&scan, " \t\n\f\r");
  if (begins (&scan, "<?xml") && !begins (&scan, "<?xml-"))
    {
      scan.at += strlen ("<?xml");
      encoding = encoding_of_xml (&scan);
    }
  while (encoding == NULL && !at_end (&scan))
    encoding = scan_on (&scan);
  return encoding;
}
