#include "source/name.h"

typedef struct
{
  BsKind kind;
  const char *advice;
  const char *endings; /* blank before and behind each */
} EndingRow;

#define ADVICE_MARKUP "is markup: extract its text first, or give it as a field of a JSONL or CSV record"
#define ADVICE_MHTML "is a page and its pictures in one file (MHTML): save it again as HTML or as text"
#define ADVICE_OFFICE "is a word processor's or printer's file: export it as plain text first"
#define ADVICE_MEDIA "is a picture, sound, film or font"
#define ADVICE_DATA "is a data format that is not read here: convert it to JSONL or CSV first"
#define ADVICE_JSON "is a JSON document: write one record a line (JSONL), or say that it is so by the input format"
#define ADVICE_CODE "is a program or a settings file"
#define ADVICE_MANIFEST "is a manifest: give it in the place of its folder"
#define ADVICE_NOTE "stands beside the articles; it was left out"
#define ADVICE_META "is a table of metadata: a manifest can join it to the articles"

static const EndingRow ending_rows[] = {
  { BS_KIND_TEXT, NULL, " txt text asc md markdown " },
  { BS_KIND_HTML, NULL, " html htm xhtml xht shtml " },
  { BS_KIND_JSONL, NULL, " jsonl ndjson jl " },
  { BS_KIND_CSV, NULL, " csv " },
  { BS_KIND_TSV, NULL, " tsv tab " },
  { BS_KIND_WARC, NULL, " warc wet " },
  { BS_KIND_ARCHIVE, NULL, " tar tgz tbz tbz2 txz tzst zip 7z " },
  { BS_KIND_JSON, ADVICE_JSON, " json " },
  { BS_KIND_FOREIGN, ADVICE_MHTML, " mhtml mht " },
  { BS_KIND_FOREIGN, ADVICE_MARKUP, " xml tei sgml sgm rss svg " },
  { BS_KIND_FOREIGN, ADVICE_OFFICE,
    " pdf ps eps djvu doc docx dot odt ott rtf epub mobi xls xlsx ods ppt pptx odp tex " },
  { BS_KIND_FOREIGN, ADVICE_MEDIA,
    " png jpg jpeg gif webp avif tif tiff bmp ico psd mp3 wav ogg oga flac m4a mp4 m4v webm avi mov mkv ttf otf woff "
    "woff2 " },
  { BS_KIND_FOREIGN, ADVICE_DATA,
    " parquet arrow feather orc avro rds rda rdata sav dta sqlite sqlite3 db pkl pickle npy npz h5 hdf5 wat "
    "arc cdx cdxj mbox rar cab iso conllu vrt " },
  { BS_KIND_FOREIGN, ADVICE_MANIFEST, " manifest " },
  { BS_KIND_FOREIGN, ADVICE_CODE,
    " css js mjs ts py pyc ipynb r rmd c h cc cpp java class jar rb go rs sh bat exe dll so o a bin yaml yml toml ini "
    "cfg conf bib lock sql " },
};

static const char *const compression_endings = " gz bz2 xz zst zstd lz4 ";

static const char *const note_names[] = { "README", "LICENSE", "LICENCE", "COPYING" };

static gboolean
list_has (const char *list, const char *word, gsize length)
{
  char key[12];

  if (length == 0 || length > sizeof key - 3)
    return FALSE;
  key[0] = ' ';
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isalnum (word[i]))
        return FALSE;
      key[i + 1] = g_ascii_tolower (word[i]);
    }
  key[length + 1] = ' ';
  key[length + 2] = '\0';
  return strstr (list, key) != NULL;
}

static const char *
last_component (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? slash + 1 : path;
}

/* Where the ending begins (behind the dot), or `length` where there is none; a leading dot begins no ending. */
static gsize
ending_start (const char *name, gsize length)
{
  for (gsize i = length; i > 1; i--)
    if (name[i - 1] == '.')
      return i;
  return length;
}

static gsize
without_compression (const char *name, gsize length)
{
  gsize start = ending_start (name, length);

  return list_has (compression_endings, name + start, length - start) ? start - 1 : length;
}

static const EndingRow *
ending_row (const char *name, gsize length)
{
  gsize start = ending_start (name, length);

  for (gsize i = 0; i < G_N_ELEMENTS (ending_rows); i++)
    if (list_has (ending_rows[i].endings, name + start, length - start))
      return &ending_rows[i];
  return NULL;
}

static gboolean
is_note (const char *name, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (note_names); i++)
    {
      gsize known = strlen (note_names[i]);
      if (length >= known && memcmp (name, note_names[i], known) == 0
          && (length == known || strchr (".-_", name[known]) != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_table (const char *name, gsize length)
{
  return length > 9
         && (g_ascii_strncasecmp (name + length - 9, ".meta.tsv", 9) == 0
             || g_ascii_strncasecmp (name + length - 9, ".meta.csv", 9) == 0);
}

BsNameLook
bs_name_look (const char *path)
{
  const char *name = last_component (path);
  gsize length = without_compression (name, strlen (name));
  const EndingRow *row = ending_row (name, length);
  gsize whole = (gsize)(name - path) + length;

  if (is_table (name, length))
    return (BsNameLook){ BS_KIND_TABLE, TRUE, whole, ADVICE_META };
  if ((row == NULL || row->kind == BS_KIND_TEXT) && is_note (name, length))
    return (BsNameLook){ BS_KIND_NOTE, TRUE, whole, ADVICE_NOTE };
  if (row != NULL)
    return (BsNameLook){ row->kind, TRUE, whole, row->advice };
  return (BsNameLook){ BS_KIND_TEXT, FALSE, whole, NULL };
}

const char *
bs_name_base (const char *path, BsArena *arena)
{
  const char *name = last_component (path);
  gsize length = without_compression (name, strlen (name));

  if (ending_row (name, length) != NULL)
    length = ending_start (name, length) - 1;
  return bs_name_escape (name, length, arena);
}

/* Bytes of the character at `p` that may stand as they are, or 0. */
static gsize
plain_bytes (const char *p, gsize left)
{
  guchar c = (guchar)*p;
  gunichar wide;

  if (c < 0x80)
    return c >= 0x20 && c != 0x7f && !(c == '\\' && left > 1 && p[1] == 'x');
  wide = g_utf8_get_char_validated (p, (gssize)left);
  if (wide >= (gunichar)-2 || wide < 0xa0 || wide == 0x2028 || wide == 0x2029)
    return 0;
  return (gsize)(g_utf8_next_char (p) - p);
}

const char *
bs_name_escape (const char *name, gsize length, BsArena *arena)
{
  static const char digits[] = "0123456789abcdef";
  gsize bad = 0;
  char *out, *to;

  if (bs_span_is_printable (bs_span (name, length)) && memchr (name, '\\', length) == NULL)
    return bs_arena_copy (arena, bs_span (name, length));
  for (gsize i = 0, step; i < length; i += step != 0 ? step : 1)
    bad += (step = plain_bytes (name + i, length - i)) == 0;
  if (bad == 0)
    return bs_arena_copy (arena, bs_span (name, length));
  to = out = bs_arena_alloc (arena, length + 3 * bad + 1);
  for (gsize i = 0, step; i < length; i += step != 0 ? step : 1)
    {
      step = plain_bytes (name + i, length - i);
      if (step == 0)
        {
          *to++ = '\\';
          *to++ = 'x';
          *to++ = digits[(guchar)name[i] >> 4];
          *to++ = digits[(guchar)name[i] & 15];
        }
      else
        to = (char *)memcpy (to, name + i, step) + step;
    }
  *to = '\0';
  return out;
}

char *
bs_name_unescape (const char *name)
{
  char *out = g_malloc (strlen (name) + 1);
  char *to = out;

  while (*name != '\0')
    {
      if (name[0] == '\\' && name[1] == 'x' && g_ascii_isxdigit (name[2]) && g_ascii_isxdigit (name[3]))
        {
          *to++ = (char)(g_ascii_xdigit_value (name[2]) << 4 | g_ascii_xdigit_value (name[3]));
          name += 4;
        }
      else
        *to++ = *name++;
    }
  *to = '\0';
  return out;
}

const char *
bs_name_tidy (const char *name, BsArena *arena)
{
  gsize length = name != NULL ? strlen (name) : 0;
  char *out = bs_arena_alloc (arena, length + 1), *to = out;

  for (gsize i = 0; i < length;)
    {
      gsize part = strcspn (name + i, "/");
      if (part > 0 && !(part == 1 && name[i] == '.'))
        {
          if (to > out)
            *to++ = '/';
          to = (char *)memcpy (to, name + i, part) + part;
        }
      i += part + (name[i + part] == '/');
    }
  *to = '\0';
  return to > out ? out : NULL;
}

gboolean
bs_name_is_hidden (const char *name)
{
  if (g_str_has_prefix (name, "__MACOSX/"))
    return TRUE;
  for (; name != NULL; name = strchr (name, '/') != NULL ? strchr (name, '/') + 1 : NULL)
    if (name[0] == '.' && !(name[1] == '.' && (name[2] == '/' || name[2] == '\0')))
      return TRUE;
  return FALSE;
}

/* One component of a pattern against one of a path; a star backs up to its latest place only, so this is at worst the
 * product of both lengths. */
static gboolean
component_matches (const char *pattern, gsize pattern_length, const char *name, gsize name_length)
{
  gsize p = 0, n = 0, star = G_MAXSIZE, retry = 0;

  while (n < name_length)
    {
      if (p < pattern_length && pattern[p] == '*')
        {
          star = p++;
          retry = n;
        }
      else if (p < pattern_length && pattern[p] == '?')
        {
          p++;
          n++;
          while (n < name_length && ((guchar)name[n] & 0xc0) == 0x80)
            n++;
        }
      else if (p < pattern_length && pattern[p] == name[n])
        {
          p++;
          n++;
        }
      else if (star != G_MAXSIZE)
        {
          p = star + 1;
          n = ++retry;
        }
      else
        return FALSE;
    }
  while (p < pattern_length && pattern[p] == '*')
    p++;
  return p == pattern_length;
}

static gboolean
is_any_depth (const char *pattern, gsize length)
{
  return length == 2 && pattern[0] == '*' && pattern[1] == '*';
}

gboolean
bs_name_matches (const char *pattern, const char *path)
{
  const char *retry_pattern = NULL, *retry_path = NULL;

  for (;;)
    {
      gsize p_length = strcspn (pattern, "/"), n_length = strcspn (path, "/");
      const char *p_next = pattern[p_length] == '/' ? pattern + p_length + 1 : NULL;
      const char *n_next = path[n_length] == '/' ? path + n_length + 1 : NULL;

      if (is_any_depth (pattern, p_length))
        {
          if (p_next == NULL)
            return TRUE;
          retry_pattern = pattern = p_next;
          retry_path = path;
          continue;
        }
      if (component_matches (pattern, p_length, path, n_length) && (p_next == NULL) == (n_next == NULL))
        {
          if (p_next == NULL)
            return TRUE;
          pattern = p_next;
          path = n_next;
          continue;
        }
      /* no fit here: the latest ** takes one component more */
      n_length = retry_path != NULL ? strcspn (retry_path, "/") : 0;
      if (retry_path == NULL || retry_path[n_length] == '\0')
        return FALSE;
      path = retry_path = retry_path + n_length + 1;
      pattern = retry_pattern;
    }
}
