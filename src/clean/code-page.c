#include "clean/code-page.h"

#define HIGH 128

/* The one character that a byte is; 0 where it is none. */
static guint16
character_of (GIConv converter, guchar byte)
{
  char in[2] = { (char)byte, ' ' }; /* the blank drives out what a converter holds back to combine */
  guint16 out[4] = { 0 };
  char *from = in, *to = (char *)out;
  gsize left = sizeof in, space = sizeof out;

  g_iconv (converter, NULL, NULL, NULL, NULL);
  if (g_iconv (converter, &from, &left, &to, &space) == (gsize)-1 || space != sizeof out - 4)
    return 0;
  return out[0] >= 0x80 ? out[0] : 0;
}

static guint16 *
read_page (const char *name)
{
  GIConv converter = g_iconv_open (G_BYTE_ORDER == G_LITTLE_ENDIAN ? "UTF-16LE" : "UTF-16BE", name);
  guint16 *page = NULL;
  guint defined = 0;

  if (converter == (GIConv)-1)
    return NULL;
  page = g_new0 (guint16, HIGH);
  for (guint i = 0; i < HIGH; i++)
    defined += (page[i] = character_of (converter, (guchar)(HIGH + i))) != 0;
  g_iconv_close (converter);
  if (defined < HIGH / 3)
    g_clear_pointer (&page, g_free);
  return page;
}

const guint16 *
bs_code_page (const char *name)
{
  static GMutex mutex;
  static GHashTable *pages;
  gpointer page = NULL;

  g_mutex_lock (&mutex);
  if (pages == NULL)
    pages = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (pages, name, NULL, &page))
    {
      page = read_page (name);
      g_hash_table_insert (pages, g_strdup (name), page);
    }
  g_mutex_unlock (&mutex);
  return page;
}

guint16
bs_windows_1252 (guchar byte)
{
  static const guint16 TABLE[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
  };

  return byte < 0xa0 ? TABLE[byte & 31] : byte;
}
