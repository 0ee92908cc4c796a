#include "source/record.h"

#include <stdlib.h>

#include "source/name.h"

#define MOST_ALIASES 11
#define FIRST_PAGE_ALIAS 5 /* of a text */

typedef struct
{
  const char *name;
  const char *aliases[MOST_ALIASES + 1]; /* best first */
} PartRow;

static const PartRow part_rows[BS_N_PARTS] = {
  [BS_PART_TEXT] = { "text",
                     { "text", "body", "content", "article", "maintext", "html", "raw_html", "content_html",
                       "page_html", "body_html", "article_html" } },
  [BS_PART_OUTLET] = { "outlet", { "outlet", "source", "publication", "publisher", "site", "domain" } },
  [BS_PART_TITLE] = { "title", { "title", "headline" } },
  [BS_PART_DATE]
  = { "date", { "date", "published", "publish_date", "date_publish", "pub_date", "published_at", "date_published" } },
  [BS_PART_BYLINE] = { "byline", { "byline", "author", "authors" } },
  [BS_PART_ID] = { "id", { "id", "doc_id", "article_id", "uuid" } },
  [BS_PART_URL] = { "url", { "url", "link" } },
  [BS_PART_LANGUAGE] = { "language", { "language", "lang" } },
};

BsFieldNames
bs_field_names_strict (const BsFieldNames *names)
{
  BsFieldNames strict = *names;

  if (strict.names[BS_PART_OUTLET] == NULL)
    strict.names[BS_PART_OUTLET] = part_rows[BS_PART_OUTLET].name;
  return strict;
}

const char *
bs_part_name (BsPart part)
{
  g_return_val_if_fail (part < BS_N_PARTS, NULL);
  return part_rows[part].name;
}

#define LONGEST_ALIAS 16

/* A name, or the start of a longer one, in small letters and padded. */
typedef struct
{
  char bytes[LONGEST_ALIAS];
} Folded;

/* One alias: that of `rank` 0 is the best of its part. */
typedef struct
{
  Folded name;
  gsize length;
  BsPart part;
  int rank;
} Alias;

static const Alias *
all_aliases (gsize *n)
{
  static Alias aliases[BS_N_PARTS * MOST_ALIASES];
  static gsize n_aliases;

  if (g_once_init_enter (&n_aliases))
    {
      gsize count = 0;

      for (int part = 0; part < BS_N_PARTS; part++)
        for (int rank = 0; part_rows[part].aliases[rank] != NULL; rank++)
          {
            const char *name = part_rows[part].aliases[rank];
            Alias *alias = &aliases[count++];

            *alias = (Alias){ .length = strlen (name), .part = (BsPart)part, .rank = rank };
            memcpy (alias->name.bytes, name, alias->length);
          }
      g_once_init_leave (&n_aliases, count);
    }
  *n = n_aliases;
  return aliases;
}

/* The alias that a field's name is in any ASCII case, or NULL; no name is one of two parts. */
static const Alias *
find_alias (BsSpan field)
{
  gsize n;
  const Alias *aliases = all_aliases (&n);
  Folded folded = { { 0 } };

  if (field.length == 0 || field.length > LONGEST_ALIAS)
    return NULL;
  for (gsize i = 0; i < field.length; i++)
    folded.bytes[i] = g_ascii_tolower (field.start[i]);
  for (gsize i = 0; i < n; i++)
    if (aliases[i].length == field.length && memcmp (&aliases[i].name, &folded, sizeof folded) == 0)
      return &aliases[i];
  return NULL;
}

BsMarkup
bs_record_markup (const BsFieldNames *names, BsSpan field)
{
  gboolean chosen = names != NULL && names->names[BS_PART_TEXT] != NULL;
  const Alias *alias = chosen ? NULL : find_alias (field);

  return alias != NULL && alias->part == BS_PART_TEXT && alias->rank >= FIRST_PAGE_ALIAS ? BS_MARKUP_HTML
                                                                                         : BS_MARKUP_UNKNOWN;
}

/* Records may be read in several threads. */
static void
note_met (const BsFieldNames *names, const int parts[BS_N_PARTS])
{
  for (int part = 0; part < BS_N_PARTS; part++)
    if (names->names[part] != NULL && parts[part] >= 0)
      g_atomic_int_or (names->met, 1u << part);
}

void
bs_parts_find (const BsFieldNames *names, const BsSpan *fields, gsize n_fields, int parts[BS_N_PARTS])
{
  int best[BS_N_PARTS];

  for (int part = 0; part < BS_N_PARTS; part++)
    {
      best[part] = MOST_ALIASES;
      parts[part] = -1;
    }
  for (gsize i = 0; i < n_fields; i++)
    {
      const Alias *alias = find_alias (fields[i]);

      if (alias != NULL && (names == NULL || names->names[alias->part] == NULL) && alias->rank <= best[alias->part])
        {
          best[alias->part] = alias->rank;
          parts[alias->part] = (int)i;
        }
      for (int part = 0; names != NULL && part < BS_N_PARTS; part++)
        if (names->names[part] != NULL && bs_span_equal (fields[i], bs_span_of (names->names[part])))
          parts[part] = (int)i;
    }
  if (names != NULL && names->met != NULL)
    note_met (names, parts);
}

gboolean
bs_parts_hold (const int parts[BS_N_PARTS], gsize index)
{
  for (int part = 0; part < BS_N_PARTS; part++)
    if (parts[part] == (int)index)
      return TRUE;
  return FALSE;
}

/* Bytes of the character at `p` that stands in a table as it is; 0: a control character of *taken bytes, a blank;
 * -1: one byte that is no UTF-8. */
static int
character (const char *p, gsize left, gsize *taken)
{
  guchar c = (guchar)*p;
  gunichar wide;

  *taken = 1;
  if (c < 0x80)
    return c >= 0x20 && c != 0x7f;
  wide = g_utf8_get_char_validated (p, (gssize)MIN (left, 6));
  if (wide >= (gunichar)-2)
    return -1;
  *taken = (gsize)(g_utf8_next_char (p) - p);
  return wide < 0xa0 || wide == 0x2028 || wide == 0x2029 ? 0 : (int)*taken;
}

static char *
repaired (BsSpan bytes, BsArena *arena)
{
  char *out = bs_arena_alloc (arena, bytes.length * 3 + 1), *to = out;

  for (gsize i = 0, taken; i < bytes.length; i += taken)
    {
      int kept = character (bytes.start + i, bytes.length - i, &taken);
      if (kept > 0)
        to = (char *)memcpy (to, bytes.start + i, taken) + taken;
      else if (kept == 0)
        *to++ = ' ';
      else
        to += g_unichar_to_utf8 (0xfffd, to);
    }
  *to = '\0';
  return out;
}

const char *
bs_record_name (BsSpan bytes, BsArena *arena)
{
  while (bytes.length > 0 && g_ascii_isspace (*bytes.start))
    bytes = bs_span (bytes.start + 1, bytes.length - 1);
  while (bytes.length > 0 && g_ascii_isspace (bytes.start[bytes.length - 1]))
    bytes.length--;
  return bytes.length > 0 ? bs_name_escape (bytes.start, bytes.length, arena) : NULL;
}

const char *
bs_record_string (BsSpan bytes, BsArena *arena)
{
  char *string;
  gsize length;

  while (bytes.length > 0 && (guchar)*bytes.start <= ' ')
    bytes = bs_span (bytes.start + 1, bytes.length - 1);
  while (bytes.length > 0 && (guchar)bytes.start[bytes.length - 1] <= ' ')
    bytes.length--;
  if (bytes.length == 0)
    return NULL;
  if (bs_span_is_printable (bytes))
    return bs_arena_copy (arena, bytes);
  string = repaired (bytes, arena);
  for (length = strlen (string); length > 0 && string[length - 1] == ' ';)
    string[--length] = '\0';
  while (*string == ' ')
    string++;
  return *string != '\0' ? string : NULL;
}

const char *
bs_record_language (const char *language, BsArena *arena)
{
  static const char *const names[][8] = {
    { "en", "eng", "english", "englisch", "anglais", "inglés", "inglese", "engels" },
    { "de", "deu", "ger", "german", "deutsch", "allemand", "alemán", "duits" },
    { "fr", "fra", "fre", "french", "français", "französisch", "francés", "frans" },
    { "es", "spa", "spanish", "castilian", "español", "spanisch", "espagnol", "spaans" },
    { "it", "ita", "italian", "italiano", "italienisch", "italien", "italiaans" },
    { "pt", "por", "portuguese", "português", "portugiesisch", "portugais" },
    { "nl", "nld", "dut", "dutch", "nederlands", "niederländisch", "néerlandais" },
    { "sv", "swe", "swedish", "svenska" },
    { "da", "dan", "danish", "dansk" },
    { "no", "nor", "norwegian", "norsk" },
    { "fi", "fin", "finnish", "suomi" },
    { "pl", "pol", "polish", "polski" },
    { "ru", "rus", "russian" },
    { "uk", "ukr", "ukrainian" },
    { "cs", "ces", "cze", "czech" },
    { "tr", "tur", "turkish" },
    { "el", "ell", "gre", "greek" },
    { "hu", "hun", "hungarian" },
    { "ro", "ron", "rum", "romanian" },
    { "ar", "ara", "arabic" },
  };
  gsize length = language != NULL ? strcspn (language, "-_") : 0;

  if (length == 0)
    return NULL;
  if (length == 2 && g_ascii_isalpha (language[0]) && g_ascii_isalpha (language[1]))
    {
      char code[3] = { g_ascii_tolower (language[0]), g_ascii_tolower (language[1]), '\0' };
      return bs_arena_strdup (arena, code);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (gsize j = 1; j < G_N_ELEMENTS (names[i]) && names[i][j] != NULL; j++)
      if (length == strlen (names[i][j]) && g_ascii_strncasecmp (language, names[i][j], length) == 0)
        return bs_arena_strdup (arena, names[i][0]);
  return NULL;
}

typedef struct
{
  BsField field;
  gsize index; /* in the record: the last of one name counts */
} Numbered;

static int
compare_numbered (const void *a, const void *b)
{
  const Numbered *left = a, *right = b;
  int order = strcmp (left->field.name, right->field.name);

  return order != 0 ? order : (left->index > right->index) - (left->index < right->index);
}

static void
fill_further (BsArticle *article, const BsCell *cells, gsize n_cells, const int parts[BS_N_PARTS], const char *skip,
              const BsCeilings *ceilings, BsArena *arena)
{
  guint64 longest = bs_ceiling (ceilings, BS_CEILING_FIELD), most = bs_ceiling (ceilings, BS_CEILING_KEPT_FIELDS);
  Numbered *found = bs_arena_alloc (arena, n_cells * sizeof (Numbered));
  gsize n = 0;

  for (gsize i = 0; i < n_cells; i++)
    {
      if (bs_parts_hold (parts, i) || cells[i].value.length > longest || cells[i].name.length > longest
          || (skip != NULL && bs_span_equal (cells[i].name, bs_span_of (skip))))
        continue;
      found[n].field.name = bs_record_string (cells[i].name, arena);
      found[n].field.value = bs_record_string (cells[i].value, arena);
      found[n].index = i;
      n += found[n].field.name != NULL;
    }
  if (n > 1)
    qsort (found, n, sizeof (Numbered), compare_numbered);
  article->fields = bs_arena_alloc (arena, MIN (n, most) * sizeof (BsField));
  article->n_fields = 0;
  for (gsize i = 0; i < n && article->n_fields < most; i++)
    if ((i + 1 == n || strcmp (found[i].field.name, found[i + 1].field.name) != 0) && found[i].field.value != NULL)
      article->fields[article->n_fields++] = found[i].field;
}

void
bs_record_fill (BsArticle *article, const BsCell *cells, gsize n_cells, const int parts[BS_N_PARTS], const char *skip,
                const BsCeilings *ceilings, BsArena *arena)
{
  const char *values[BS_N_PARTS] = { NULL };

  for (int part = BS_PART_TEXT + 1; part < BS_N_PARTS; part++)
    if (parts[part] >= 0)
      values[part] = (part == BS_PART_OUTLET || part == BS_PART_ID ? bs_record_name : bs_record_string) (
          cells[parts[part]].value, arena);
  article->title = values[BS_PART_TITLE];
  article->date = values[BS_PART_DATE];
  article->byline = values[BS_PART_BYLINE];
  article->url = values[BS_PART_URL];
  article->language = bs_record_language (values[BS_PART_LANGUAGE], arena);
  if (values[BS_PART_OUTLET] != NULL)
    article->outlet = values[BS_PART_OUTLET];
  if (values[BS_PART_ID] != NULL)
    article->id = values[BS_PART_ID];
  fill_further (article, cells, n_cells, parts, skip, ceilings, arena);
}

const char *
bs_record_names (const BsSpan *fields, gsize n_fields, BsArena *arena)
{
  g_autoptr (GString) names = g_string_new (NULL);
  gsize named = 0;

  for (gsize i = 0; i < n_fields; i++)
    {
      if (fields[i].length == 0 || named++ >= 10)
        continue;
      g_string_append (names, names->len > 0 ? ", " : "");
      g_string_append_len (names, fields[i].start, (gssize)MIN (fields[i].length, 60));
    }
  if (named > 10)
    g_string_append_printf (names, " and %" G_GSIZE_FORMAT " more", named - 10);
  return named > 0 ? bs_record_string (bs_span (names->str, names->len), arena) : "none";
}
