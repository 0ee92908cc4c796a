#include "source/json-string.h"

#include "base/block.h"

/* What a backslash and this character mean; 0: nothing. */
static const char short_escapes[256] = { ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
                                         ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t' };

static inline int
hex_digit (char c)
{
  guchar digit = (guchar)c, letter = digit | 0x20;

  return digit >= '0' && digit <= '9' ? digit - '0' : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/* Behind the escape at `p`; where it is none, NULL and *string says why. */
static const char *
pass_escape (const char *p, const char *end, BsJsonString *string)
{
  string->escaped = TRUE;
  string->stop = p;
  if (end - p < 2)
    string->error = "a string is not closed";
  else if (p[1] == 'u')
    {
      for (int i = 2; i < 6; i++)
        if (end - p <= i || hex_digit (p[i]) < 0)
          {
            string->error = "\\u must be followed by four hexadecimal digits";
            return NULL;
          }
      return p + 6;
    }
  else if (short_escapes[(guchar)p[1]] == 0)
    string->error = "an escape that JSON does not know";
  else
    return p + 2;
  return NULL;
}

/* Quotes, backslashes and control characters. */
static inline guint64
special_bytes (BsBytes bytes)
{
  return bs_block_equal (bytes, '"') | bs_block_equal (bytes, '\\') | bs_block_within (bytes, 0, 0x1f);
}

BsJsonString
BS_KERNEL (bs_json_string) (const char *p, const char *end)
{
  BsJsonString string = { 0 };

  while (p < end)
    {
      gsize n = MIN ((gsize)(end - p), BS_BLOCK);
      BsBytes bytes = n == BS_BLOCK ? bs_block_load (p) : bs_block_load_part (p, n);
      guint64 special = special_bytes (bytes);
      const char *block = p, *next = p + n;

      while (special != 0)
        {
          p = block + __builtin_ctzll (special);
          if (p >= end)
            break; /* of the padding */
          if (*p != '\\')
            {
              string.stop = p;
              if (*p != '"')
                string.error = "a control character inside a string must be escaped";
              return string;
            }
          p = pass_escape (p, end, &string);
          if (p == NULL)
            return string;
          if (p - block >= BS_BLOCK)
            {
              next = p;
              break;
            }
          special &= G_MAXUINT64 << (p - block);
        }
      p = next;
    }
  string.stop = end;
  string.error = "a string is not closed";
  return string;
}

static inline guint
hex4 (const char *p)
{
  return (guint)hex_digit (p[0]) << 12 | (guint)hex_digit (p[1]) << 8 | (guint)hex_digit (p[2]) << 4
         | (guint)hex_digit (p[3]);
}

/* At \uXXXX; gives the code point and the bytes that it took. */
static guint
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

static inline char *
put_utf8 (char *to, guint c)
{
  if (c < 0x80)
    {
      *to++ = (char)c;
      return to;
    }
  if (c < 0x800)
    *to++ = (char)(0xc0 | c >> 6);
  else
    {
      if (c < 0x10000)
        *to++ = (char)(0xe0 | c >> 12);
      else
        {
          *to++ = (char)(0xf0 | c >> 18);
          *to++ = (char)(0x80 | (c >> 12 & 0x3f));
        }
      *to++ = (char)(0x80 | (c >> 6 & 0x3f));
    }
  *to++ = (char)(0x80 | (c & 0x3f));
  return to;
}

/* The bytes before the next backslash, at most a block of them, copied; *stopped: there is one. No byte is written that
 * lies farther from `to` than `end` from `p`. */
static inline gsize
copy_plain (const char *p, const char *end, char *to, gboolean *stopped)
{
  gsize n = (gsize)(end - p);
  const char *stop;

  if (n >= BS_BLOCK)
    {
      BsBytes bytes = bs_block_load (p);
      guint64 stops = bs_block_equal (bytes, '\\');

      bs_block_store (bytes, to);
      *stopped = stops != 0;
      return *stopped ? (gsize)__builtin_ctzll (stops) : BS_BLOCK;
    }
  stop = memchr (p, '\\', n);
  *stopped = stop != NULL;
  n = *stopped ? (gsize)(stop - p) : n;
  memcpy (to, p, n);
  return n;
}

gsize
BS_KERNEL (bs_json_unescape_bytes) (BsSpan raw, char *out)
{
  const char *p = raw.start, *end = raw.start + raw.length;
  char *to = out;

  while (p < end)
    {
      gboolean stopped;
      gsize taken = copy_plain (p, end, to, &stopped);

      p += taken;
      to += taken;
      if (!stopped)
        continue;
      taken = 2;
      if (p[1] == 'u')
        to = put_utf8 (to, unescape_u (p, end, &taken));
      else
        *to++ = short_escapes[(guchar)p[1]];
      p += taken;
    }
  return (gsize)(to - out);
}
