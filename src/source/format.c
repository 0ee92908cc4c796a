#include "source/corpus.h"

static const char *const names[]
    = { [BS_FORMAT_AUTO] = "auto", [BS_FORMAT_TEXT] = "text",   [BS_FORMAT_JSONL] = "jsonl",
        [BS_FORMAT_CSV] = "csv",   [BS_FORMAT_TSV] = "tsv",     [BS_FORMAT_HTML] = "html",
        [BS_FORMAT_WARC] = "warc", [BS_FORMAT_NEXIS] = "nexis", [BS_FORMAT_FACTIVA] = "factiva" };

const char *
bs_format_name (BsFormat format)
{
  return names[format];
}

gboolean
bs_format_from_name (const char *name, BsFormat *format)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *format = (BsFormat)i;
        return TRUE;
      }
  return FALSE;
}
