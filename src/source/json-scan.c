#include "source/json-scan.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

typedef struct
{
  const char *start, *p, *end;
  const char *error;
} Scan;

static gboolean
fail (Scan *scan, const char *error)
{
  if (scan->error == NULL)
    scan->error = error;
  return FALSE;
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

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)
#define HIGHS (ONES * 0x80)

/* A bit in every byte that is zero; perhaps also in bytes above the first of them, so that one alone is sure. */
static inline guint64
zero_bytes (guint64 word)
{
  return (word - ONES) & ~word & HIGHS;
}

/* A bit in the first byte that is a quote, a backslash or a control character, likewise. */
static inline guint64
special_bytes (guint64 word)
{
  return zero_bytes (word ^ ONES * '"') | zero_bytes (word ^ ONES * '\\') | ((word - ONES * 0x20) & ~word & HIGHS);
}

#ifdef __SSE2__
/* As special_bytes(), for sixteen bytes at once, and every bit is sure. */
static inline guint
special_bytes_wide (const char *p)
{
  __m128i bytes = _mm_loadu_si128 ((const __m128i *)(const void *)p);
  __m128i control = _mm_cmpeq_epi8 (_mm_min_epu8 (bytes, _mm_set1_epi8 (0x1f)), bytes);
  __m128i quote = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('"'));
  __m128i backslash = _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\\'));

  return (guint)_mm_movemask_epi8 (_mm_or_si128 (control, _mm_or_si128 (quote, backslash)));
}
#endif

/* The first quote, backslash or control character from `p` on. */
static const char *
skip_plain (const char *p, const char *end)
{
#ifdef __SSE2__
  for (; end - p >= 16; p += 16)
    {
      guint special = special_bytes_wide (p);
      if (special != 0)
        return p + __builtin_ctz (special);
    }
#endif
  for (; end - p >= 8; p += 8)
    {
      guint64 word;
      memcpy (&word, p, 8);
      word = special_bytes (GUINT64_FROM_LE (word));
      if (word != 0)
        return p + __builtin_ctzll (word) / 8;
    }
  while (p < end && *p != '"' && *p != '\\' && (guchar)*p >= 0x20)
    p++;
  return p;
}

/* What a backslash and this character mean; 0: nothing. */
static inline char
short_escape (char c)
{
  switch (c)
    {
    case '"':
    case '\\':
    case '/':
      return c;
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return 0;
    }
}

static gboolean
scan_escape (Scan *scan)
{
  const char *p = scan->p + 1;

  if (p >= scan->end)
    return fail (scan, "a string is not closed");
  if (*p == 'u')
    {
      for (int i = 1; i <= 4; i++)
        if (p + i >= scan->end || !g_ascii_isxdigit (p[i]))
          return fail (scan, "\\u must be followed by four hexadecimal digits");
      scan->p = p + 5;
      return TRUE;
    }
  if (short_escape (*p) == 0)
    return fail (scan, "an escape that JSON does not know");
  scan->p = p + 1;
  return TRUE;
}

/* At the opening quote. */
static gboolean
scan_string (Scan *scan, BsSpan *raw, gboolean *escaped)
{
  const char *start = ++scan->p;

  *escaped = FALSE;
  for (;;)
    {
      scan->p = skip_plain (scan->p, scan->end);
      if (scan->p >= scan->end)
        return fail (scan, "a string is not closed");
      if (*scan->p == '"')
        {
          *raw = bs_span (start, (gsize)(scan->p - start));
          scan->p++;
          return TRUE;
        }
      if (*scan->p != '\\')
        return fail (scan, "a control character inside a string must be escaped");
      *escaped = TRUE;
      if (!scan_escape (scan))
        return FALSE;
    }
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
      if (fields != NULL && fields->len == BS_JSON_MAX_FIELDS)
        return fail (scan, "more than " G_STRINGIFY (BS_JSON_MAX_FIELDS) " fields");
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
  if ((*start == '{' || *start == '[') && depth >= BS_JSON_MAX_DEPTH)
    return fail (scan, "nested deeper than " G_STRINGIFY (BS_JSON_MAX_DEPTH) " levels");
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
bs_json_scan_object (BsSpan text, GArray *fields, gsize *position)
{
  const char *start = text.length > 0 ? text.start : "";
  Scan scan = { start, start, start + text.length, NULL };

  g_array_set_size (fields, 0);
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
  return scan.error;
}

static guint
hex4 (const char *p)
{
  guint value = 0;

  for (int i = 0; i < 4; i++)
    value = value << 4 | (guint)g_ascii_xdigit_value (p[i]);
  return value;
}

/* At \uXXXX; gives the code point and the bytes that it took. */
static gunichar
unescape_u (const char *p, const char *end, gsize *taken)
{
  guint high = hex4 (p + 2), low;

  *taken = 6;
  if (high < 0xd800 || high > 0xdfff)
    return high;
  if (high > 0xdbff || end - p < 12 || p[6] != '\\' || p[7] != 'u')
    return 0xfffd;
  low = hex4 (p + 8);
  if (low < 0xdc00 || low > 0xdfff)
    return 0xfffd;
  *taken = 12;
  return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

gsize
bs_json_unescape (BsSpan raw, char *out)
{
  const char *p = raw.start, *end = raw.start + raw.length;
  char *at = out;

  while (p < end)
    {
      const char *stop = memchr (p, '\\', (gsize)(end - p));
      gsize run = (gsize)((stop != NULL ? stop : end) - p), taken = 2;
      memcpy (at, p, run);
      at += run;
      p += run;
      if (stop == NULL)
        break;
      if (p[1] == 'u')
        at += g_unichar_to_utf8 (unescape_u (p, end, &taken), at);
      else
        *at++ = short_escape (p[1]);
      p += taken;
    }
  return (gsize)(at - out);
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
