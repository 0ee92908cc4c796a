#include "source/json-scan.h"

#include "source/json-string.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *start, *p, *end;
  const char *error;
  int deepest;
  guint most_fields;
  BsCeiling over;
} Scan;

static gboolean
fail (Scan *scan, const char *error)
{
  if (scan->error == NULL)
    scan->error = error;
  return FALSE;
}

static gboolean
exceed (Scan *scan, BsCeiling over, const char *error)
{
  scan->over = over;
  return fail (scan, error);
}

static void
skip_space (Scan *scan)
{
  while (scan->p < scan->end && (*scan->p == ' ' || *scan->p == '\t' || *scan->p == '\n' || *scan->p == '\r'))
    scan->p++;
}

static gboolean
take (Scan *scan, char c)
{
  if (scan->p >= scan->end || *scan->p != c)
    return FALSE;
  scan->p++;
  return TRUE;
}

/* At the opening quote. */
static gboolean
scan_string (Scan *scan, BsSpan *raw, gboolean *escaped)
{
  const char *start = ++scan->p;
  BsJsonString string = BS_KERNEL_CHOOSE (bs_json_string) (start, scan->end);

  scan->p = string.stop;
  if (string.error != NULL)
    return fail (scan, string.error);
  *escaped = string.escaped;
  *raw = bs_span (start, (gsize)(string.stop - start));
  scan->p++;
  return TRUE;
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return scan->p > start || fail (scan, "a number lacks a digit");
}

static gboolean
scan_number (Scan *scan)
{
  take (scan, '-');
  if (scan->end - scan->p >= 2 && scan->p[0] == '0' && g_ascii_isdigit (scan->p[1]))
    return fail (scan, "a number must not begin with a zero");
  if (!scan_digits (scan))
    return FALSE;
  if (take (scan, '.') && !scan_digits (scan))
    return FALSE;
  if (take (scan, 'e') || take (scan, 'E'))
    {
      if (!take (scan, '+'))
        take (scan, '-');
      return scan_digits (scan);
    }
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize length = strlen (word);

  if ((gsize)(scan->end - scan->p) < length || memcmp (scan->p, word, length) != 0)
    return fail (scan, "a value is expected here");
  scan->p += length;
  return TRUE;
}

static gboolean scan_value (Scan *scan, int depth, BsJsonField *field);

static gboolean
scan_array (Scan *scan, int depth)
{
  BsJsonField item;

  scan->p++;
  skip_space (scan);
  if (take (scan, ']'))
    return TRUE;
  do
    {
      if (!scan_value (scan, depth, &item))
        return FALSE;
    }
  while (take (scan, ','));
  return take (scan, ']') || fail (scan, "an array wants , or ] here");
}

/* Top-level fields go to `fields`; NULL: an inner object, which is only passed over. */
static gboolean
scan_members (Scan *scan, int depth, GArray *fields)
{
  BsJsonField field;

  scan->p++;
  skip_space (scan);
  if (take (scan, '}'))
    return TRUE;
  do
    {
      skip_space (scan);
      if (scan->p >= scan->end || *scan->p != '"')
        return fail (scan, "a field's name in quotes is expected here");
      if (!scan_string (scan, &field.name, &field.name_escaped))
        return FALSE;
      skip_space (scan);
      if (!take (scan, ':'))
        return fail (scan, "a colon is expected after a field's name");
      if (!scan_value (scan, depth, &field))
        return FALSE;
      if (fields != NULL && fields->len >= scan->most_fields)
        return exceed (scan, BS_CEILING_FIELDS, "there are too many fields");
      if (fields != NULL)
        g_array_append_val (fields, field);
    }
  while (take (scan, ','));
  return take (scan, '}') || fail (scan, "an object wants , or } here");
}

/* A value and the white space on both its sides. */
static gboolean
scan_value (Scan *scan, int depth, BsJsonField *field)
{
  const char *start;
  gboolean fine;

  skip_space (scan);
  start = scan->p;
  field->value_escaped = FALSE;
  if (scan->p >= scan->end)
    return fail (scan, "the record ends too early");
  if ((*start == '{' || *start == '[') && depth >= scan->deepest)
    return exceed (scan, BS_CEILING_JSON_DEPTH, "it is nested too deep");
  switch (*start)
    {
    case '"':
      field->kind = BS_JSON_STRING;
      fine = scan_string (scan, &field->value, &field->value_escaped);
      skip_space (scan);
      return fine;
    case '{':
      field->kind = BS_JSON_OBJECT;
      fine = scan_members (scan, depth + 1, NULL);
      break;
    case '[':
      field->kind = BS_JSON_ARRAY;
      fine = scan_array (scan, depth + 1);
      break;
    case 't':
      field->kind = BS_JSON_TRUE;
      fine = scan_word (scan, "true");
      break;
    case 'f':
      field->kind = BS_JSON_FALSE;
      fine = scan_word (scan, "false");
      break;
    case 'n':
      field->kind = BS_JSON_NULL;
      fine = scan_word (scan, "null");
      break;
    default:
      if (*start != '-' && !g_ascii_isdigit (*start))
        return fail (scan, "a value is expected here");
      field->kind = BS_JSON_NUMBER;
      fine = scan_number (scan);
    }
  field->value = bs_span (start, (gsize)(scan->p - start));
  skip_space (scan);
  return fine;
}

const char *
bs_json_scan_object (BsSpan text, const BsCeilings *ceilings, GArray *fields, gsize *position, BsCeiling *over)
{
  const char *start = text.length > 0 ? text.start : "";
  Scan scan = { .start = start,
                .p = start,
                .end = start + text.length,
                .deepest = (int)bs_ceiling (ceilings, BS_CEILING_JSON_DEPTH),
                .most_fields = (guint)bs_ceiling (ceilings, BS_CEILING_FIELDS),
                .over = BS_N_CEILINGS };

  g_array_set_size (fields, 0);
  if (text.length >= strlen (BYTE_ORDER_MARK) && memcmp (start, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    scan.p += strlen (BYTE_ORDER_MARK);
  skip_space (&scan);
  if (scan.p >= scan.end || *scan.p != '{')
    fail (&scan, "a record must be an object, { … }");
  else if (scan_members (&scan, 1, fields))
    {
      skip_space (&scan);
      if (scan.p < scan.end)
        fail (&scan, "something follows the object");
    }
  *position = (gsize)(scan.p - scan.start);
  *over = scan.over;
  return scan.error;
}

gsize
bs_json_unescape (BsSpan raw, char *out)
{
  return BS_KERNEL_CHOOSE (bs_json_unescape_bytes) (raw, out);
}

static BsSpan
compact (BsSpan value, BsArena *arena)
{
  char *out = bs_arena_alloc (arena, value.length + 1), *at = out;
  const char *end = value.start + value.length;
  gboolean inside = FALSE;

  for (const char *p = value.start; p < end; p++)
    {
      if (!inside && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
        continue;
      if (inside && *p == '\\')
        *at++ = *p++;
      else if (*p == '"')
        inside = !inside;
      *at++ = *p;
    }
  *at = '\0';
  return bs_span (out, (gsize)(at - out));
}

BsSpan
bs_json_value (const BsJsonField *field, BsArena *arena)
{
  char *out;

  switch (field->kind)
    {
    case BS_JSON_STRING:
      if (!field->value_escaped)
        return field->value;
      out = bs_arena_alloc (arena, field->value.length + 1);
      return bs_span (out, bs_json_unescape (field->value, out));
    case BS_JSON_ARRAY:
    case BS_JSON_OBJECT:
      return compact (field->value, arena);
    case BS_JSON_NULL:
      return bs_span (NULL, 0);
    default:
      return field->value;
    }
}

gboolean
bs_json_join (const BsJsonField *field, const char *separator, BsArena *arena, BsSpan *joined)
{
  Scan scan = { field->value.start, field->value.start + 1, field->value.start + field->value.length, NULL };
  gsize gap = strlen (separator);
  char *out, *at;

  if (field->kind != BS_JSON_ARRAY)
    return FALSE;
  out = at = bs_arena_alloc (arena, field->value.length * (gap > 2 ? gap : 2) + 1);
  for (skip_space (&scan); *scan.p != ']'; skip_space (&scan))
    {
      BsSpan raw;
      gboolean escaped;
      if (at > out)
        at = (char *)memcpy (at, separator, gap) + gap;
      if (*scan.p != '"' || !scan_string (&scan, &raw, &escaped))
        return FALSE;
      at += bs_json_unescape (raw, at);
      skip_space (&scan);
      take (&scan, ',');
    }
  *at = '\0';
  *joined = bs_span (out, (gsize)(at - out));
  return TRUE;
}
