#define _GNU_SOURCE /* memmem */

#include "clean/mojibake.h"
#include "clean/code-page.h"
#include "clean/edit.h"

#define ROUNDS_MAX 3
#define PROOF 3 /* sequences in a row that show windows-1251 */

typedef enum
{
  LATIN,
  CYRILLIC,
  MACINTOSH,
  N_VIEWS
} View;

/* What is read of a text at one place. */
typedef struct
{
  gunichar c;        /* what the bytes spell */
  gunichar shown[4]; /* the characters that stand there for them */
  guint n;           /* of these */
  gsize length;      /* bytes of the text */
} Sequence;

/* The character at `at`; 0 at the end and where the bytes are not valid. */
static gunichar
character (BsSpan text, gsize at, gsize *length)
{
  gunichar c;

  *length = 1;
  if (at >= text.length)
    return 0;
  if ((guchar)text.start[at] < 0x80)
    return (guchar)text.start[at];
  c = g_utf8_get_char_validated (text.start + at, (gssize)MIN (text.length - at, 6));
  if (c >= (gunichar)-2)
    return 0;
  *length = (gsize)g_unichar_to_utf8 (c, NULL);
  return c;
}

static gunichar
character_before (BsSpan text, gsize at)
{
  gsize back = at, length;

  while (back > 0 && at - back < 4)
    if (((guchar)text.start[--back] & 0xc0) != 0x80)
      return character (text, back, &length);
  return 0;
}

static gunichar
character_behind (BsSpan text, gsize at)
{
  gsize length;

  return character (text, at, &length);
}

/* The byte that a character is in the other encoding; 0 for none from 128 on. */
static guchar
byte_of (View view, gunichar c)
{
  static const char *const NAMES[N_VIEWS] = { "CP1252", "CP1251", "MACINTOSH" };
  const guint16 *page;

  if (c < 0x80 || c > 0xffff)
    return 0;
  if (view == LATIN && c < 0x100)
    return (guchar)c;
  page = bs_code_page (NAMES[view]);
  for (guint i = 0; page != NULL && i < 128; i++)
    if (page[i] == c)
      return (guchar)(0x80 + i);
  return 0;
}

static gboolean
read_sequence (View view, BsSpan text, gsize at, Sequence *sequence)
{
  gsize length;
  gunichar c = character (text, at, &length);
  guchar lead = byte_of (view, c);
  guint need = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  static const guint32 LEAST[] = { 0, 0x80, 0x800, 0x10000 };

  if (lead < 0xc2 || lead > 0xf4)
    return FALSE;
  *sequence = (Sequence){ .c = lead & (0x3fu >> need), .shown = { c }, .n = 1, .length = length };
  for (guint i = 1; i <= need; i++)
    {
      guchar byte;

      c = character (text, at + sequence->length, &length);
      byte = byte_of (view, c);
      if (byte < 0x80 || byte > 0xbf)
        return FALSE;
      sequence->c = sequence->c << 6 | (byte & 0x3f);
      sequence->shown[sequence->n++] = c;
      sequence->length += length;
    }
  return sequence->c >= LEAST[need] && g_unichar_validate (sequence->c) && (sequence->c >= 0xa0 || sequence->c == 0x85)
         && g_unichar_type (sequence->c) != G_UNICODE_PRIVATE_USE && g_unichar_isdefined (sequence->c);
}

/* A mark that may stand right behind a word. */
static gboolean
is_mark (gunichar c)
{
  return (c >= 0x2013 && c <= 0x201e) || c == 0x2026 || c == 0x2039 || c == 0x203a || c == 0xa0 || c == 0xab
         || c == 0xbb || c == 0xad;
}

/* A sign that follows a letter in no text. */
static gboolean
follows_no_letter (gunichar c)
{
  static const gunichar SIGNS[] = { 0xa1, 0xa4, 0xa5, 0xa6, 0xa7,  0xa8,  0xac,   0xaf,   0xb1,   0xb6,  0xb8,
                                    0xbc, 0xbd, 0xbe, 0xbf, 0x192, 0x2c6, 0x2020, 0x2021, 0x2030, 0x02dc };

  for (guint i = 0; i < G_N_ELEMENTS (SIGNS); i++)
    if (SIGNS[i] == c)
      return TRUE;
  return c < 0xa0;
}

/* Leads of the letters of Europe, Hebrew and Arabic. */
static gboolean
is_of_common_letters (gunichar lead)
{
  return lead == 0xc4 || lead == 0xc5 || lead == 0xce || lead == 0xcf || lead == 0xd0 || lead == 0xd1
         || (lead >= 0xd7 && lead <= 0xd9);
}

static gboolean
is_plausible_pair (BsSpan text, gsize at, const Sequence *pair)
{
  gunichar before = character_before (text, at), behind = character_behind (text, at + pair->length);
  gunichar lead = pair->shown[0], second = pair->shown[1];

  if (lead > 0xc3 && !g_unichar_isalpha (pair->c))
    return FALSE;
  if (follows_no_letter (second))
    return TRUE;
  if (g_unichar_isupper (before) && !g_unichar_islower (behind))
    return FALSE;
  if (!is_mark (second) || lead == 0xc2)
    return TRUE;
  if (second == 0xa0 || second == 0xad)
    return lead == 0xc3;
  return lead == 0xc3 ? g_unichar_isalpha (behind) : is_of_common_letters (lead) && g_unichar_islower (behind);
}

static gboolean
is_latin (BsSpan text, gsize at, const Sequence *sequence)
{
  if (sequence->n == 2)
    return is_plausible_pair (text, at, sequence);
  return sequence->n == 4 || !is_mark (sequence->shown[1]) || !is_mark (sequence->shown[2]);
}

static gboolean
is_cyrillic_quote (const Sequence *sequence)
{
  return sequence->n == 3 && sequence->shown[0] == 0x432 && sequence->shown[1] == 0x402;
}

/* Of Cyrillic, only where the next character is none of the Russian letters, which are no bytes that follow a lead. */
static const char *
next_cyrillic (const char *at, const char *end)
{
  for (; end - at >= 4; at++)
    {
      const guchar *next = (const guchar *)at + 2;

      if (((guchar)*at & 0xfe) == 0xd0 && next[0] >= 0xc2 && !(next[0] == 0xd0 && next[1] >= 0x90)
          && !(next[0] == 0xd1 && next[1] < 0x90))
        return at;
    }
  return end;
}

/* The next place where a sequence may start. */
static const char *
next_lead (View view, const char *at, const char *end)
{
  if (view == CYRILLIC)
    return next_cyrillic (at, end);
  if (view == LATIN)
    at = memchr (at, 0xc3, (gsize)(end - at));
  else
    while (at < end && (guchar)*at != 0xe2 && (guchar)*at != 0xc2)
      at++;
  return at != NULL ? at : end;
}

/* Letters in a row, anywhere. */
static gboolean
has_cyrillic_proof (BsSpan text)
{
  const char *at = text.start, *end = text.start + text.length, *next;
  guint row = 0;

  while ((next = next_cyrillic (at, end)) < end)
    {
      Sequence sequence;

      if (!read_sequence (CYRILLIC, text, (gsize)(next - text.start), &sequence))
        sequence = (Sequence){ .length = 1 };
      if (next != at)
        row = 0;
      row = g_unichar_get_script (sequence.c) == G_UNICODE_SCRIPT_CYRILLIC || is_cyrillic_quote (&sequence) ? row + 1
                                                                                                            : 0;
      if (row >= PROOF)
        return TRUE;
      at = next + sequence.length;
    }
  return FALSE;
}

static gboolean
is_undone (View view, gboolean proof, BsSpan text, gsize at, const Sequence *sequence)
{
  switch (view)
    {
    case LATIN:
      return is_latin (text, at, sequence);
    case CYRILLIC:
      return proof || is_cyrillic_quote (sequence);
    case MACINTOSH:
      if (sequence->n == 3 && sequence->shown[0] == 0x201a && sequence->shown[1] == 0xc4)
        return TRUE;
      return proof && sequence->n == 2 && (sequence->shown[0] == 0x221a || sequence->shown[0] == 0xac)
             && (g_unichar_isalpha (character_before (text, at))
                 || g_unichar_isalpha (character_behind (text, at + sequence->length)));
    case N_VIEWS:
    default:
      return FALSE;
    }
}

/* What is left of a quote or a no-break space once something else has been at it. */
static gboolean
read_remains (BsSpan text, gsize at, Sequence *sequence)
{
  static const char QUOTE[] = "\xc3\xa2\xe2\x82\xac", LOST[] = "\xef\xbf\xbd";
  BsSpan rest = bs_span (text.start + at, text.length - at);
  gunichar before = character_before (text, at);

  if (rest.length > 2 && memcmp (rest.start, "\xc3\x82 ", 3) == 0)
    {
      *sequence = (Sequence){ .c = ' ', .length = 3 };
      return before != 0 && !g_unichar_isupper (before) && !g_unichar_isspace (before);
    }
  if (rest.length > 2 && memcmp (rest.start, "\xc3\x83 ", 3) == 0)
    {
      *sequence = (Sequence){ .c = 0xe0, .length = rest.length > 3 && rest.start[3] == ' ' ? 3 : 2 };
      return g_unichar_islower (before);
    }
  if (rest.length < sizeof QUOTE - 1 || memcmp (rest.start, QUOTE, sizeof QUOTE - 1) != 0)
    return FALSE;
  *sequence = (Sequence){ .c = 0x201d, .length = sizeof QUOTE - 1 };
  rest = bs_span (rest.start + sequence->length, rest.length - sequence->length);
  if (rest.length >= sizeof LOST - 1 && memcmp (rest.start, LOST, sizeof LOST - 1) == 0)
    sequence->length += sizeof LOST - 1;
  else if (rest.length > 0 && rest.start[0] == '"') /* a dash whose last byte, a quote, was made straight */
    *sequence = (Sequence){ .c = 0x2013, .length = sequence->length + 1 };
  else if (rest.length > 0 && ((guchar)rest.start[0] >= 0x80 || g_ascii_isalnum (rest.start[0])))
    return FALSE;
  return TRUE;
}

static BsSpan
undo_view (View view, gboolean proof, BsSpan in, GString *room, GArray *trail, BsMended *mended)
{
  BsEdit edit = bs_edit (in, room, trail);
  const char *at = in.start, *end = in.start + in.length;

  while ((at = next_lead (view, at, end)) < end && !bs_edit_is_full (&edit))
    {
      gsize start = (gsize)(at - in.start);
      Sequence sequence;

      at++;
      if (!(read_sequence (view, in, start, &sequence) && is_undone (view, proof, in, start, &sequence))
          && !(view == LATIN && read_remains (in, start, &sequence)))
        continue;
      bs_edit_cut (&edit, start, start + sequence.length);
      g_string_append_unichar (room, sequence.c);
      bs_edit_resume (&edit);
      at = in.start + start + sequence.length;
      mended->mojibake++;
    }
  return bs_edit_end (&edit);
}

/* By the byte of it that is rare in other texts. */
static gboolean
has_mac_quote (BsSpan text)
{
  static const char QUOTE[] = "\xe2\x80\x9a\xc3\x84";
  const char *at = text.start, *end = text.start + text.length;

  for (; (at = memchr (at, 0x9a, (gsize)(end - at))) != NULL; at++)
    if (at - text.start >= 2 && end - at >= 3 && memcmp (at - 2, QUOTE, sizeof QUOTE - 1) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
may_be (View view, BsSpan text, gboolean *proof)
{
  static const char CYRILLIC_QUOTE[] = "\xd0\xb2\xd0\x82";

  *proof = FALSE;
  if (view == LATIN)
    return memchr (text.start, 0xc3, text.length) != NULL;
  if (view == CYRILLIC)
    {
      if (memchr (text.start, 0xd0, text.length) == NULL)
        return FALSE;
      *proof = has_cyrillic_proof (text);
      return *proof || memmem (text.start, text.length, CYRILLIC_QUOTE, sizeof CYRILLIC_QUOTE - 1) != NULL;
    }
  *proof = has_mac_quote (text);
  return *proof;
}

BsSpan
bs_mojibake_undo (BsSpan in, GString *room, GString *spare, GArray *trail, BsMended *mended)
{
  g_autoptr (GArray) step = NULL;
  BsSpan text = in;

  g_array_set_size (trail, 0);
  if (in.length == 0)
    return in;
  for (guint i = 0; i < ROUNDS_MAX; i++)
    {
      guint64 before = mended->mojibake;

      for (View view = LATIN; view < N_VIEWS; view++)
        {
          gboolean proof;
          BsSpan result;

          if (!may_be (view, text, &proof))
            continue;
          if (step == NULL)
            step = g_array_new (FALSE, FALSE, sizeof (BsTrailPoint));
          result = undo_view (view, proof, text, text.start == room->str ? spare : room, step, mended);
          if (step->len == 0)
            continue;
          bs_trail_follow (step, trail);
          g_array_set_size (trail, 0);
          g_array_append_vals (trail, step->data, step->len);
          text = result;
        }
      if (mended->mojibake == before)
        break;
    }
  if (text.start != spare->str || text.start == in.start)
    return text;
  g_string_truncate (room, 0);
  g_string_append_len (room, text.start, (gssize)text.length);
  return bs_span (room->str, room->len);
}
