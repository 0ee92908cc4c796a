#include "clean/label.h"
#include "clean/label-list.h"

#define LABEL_MAX 40
#define UTF_8 "UTF-8"

static const char *
listed (const char *label)
{
  guint low = 0, high = G_N_ELEMENTS (LABELS);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = strcmp (LABELS[middle].label, label);

      if (order == 0)
        return LABELS[middle].encoding;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Whether the letters, figures and marks of ASCII are themselves in it. */
static gboolean
reads_ascii (const char *encoding)
{
  static const char SAMPLE[] = "Aa Zz 09 <meta charset=\"x\">.";
  g_autofree char *read = g_convert (SAMPLE, -1, UTF_8, encoding, NULL, NULL, NULL);

  return g_strcmp0 (read, SAMPLE) == 0;
}

/* One that is in no standard of the web, like cp850. */
static const char *
known_to_converter (const char *label, gboolean of_text)
{
  GIConv converter = g_iconv_open (UTF_8, label);

  if (converter == (GIConv)-1)
    return NULL;
  g_iconv_close (converter);
  return !of_text || reads_ascii (label) ? g_intern_string (label) : NULL;
}

const char *
bs_encoding_of_label (BsSpan label, gboolean of_text)
{
  char name[LABEL_MAX + 1];
  const char *encoding;

  while (label.length > 0 && (g_ascii_isspace (label.start[0]) || strchr ("\"'", label.start[0]) != NULL))
    label = bs_span (label.start + 1, label.length - 1);
  while (label.length > 0
         && (g_ascii_isspace (label.start[label.length - 1]) || strchr ("\"';", label.start[label.length - 1]) != NULL))
    label.length--;
  if (label.length == 0 || label.length > LABEL_MAX)
    return NULL;
  for (gsize i = 0; i < label.length; i++)
    {
      name[i] = g_ascii_tolower (label.start[i]);
      if (!g_ascii_isalnum (name[i]) && strchr ("-_.:", name[i]) == NULL)
        return NULL;
    }
  name[label.length] = '\0';
  encoding = listed (name);
  if (encoding != NULL || strstr (name, "utf") != NULL)
    return encoding;
  return known_to_converter (name, of_text);
}
