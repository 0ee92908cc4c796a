/* Before any target runs: whatever GLib complains about is a finding, and converters stay loaded. */
#include <signal.h>
#include <stdlib.h>
#include <glib.h>

/* GLib ends a program by a trap, which the engines do not take for a crash. */
static void
give_up (int signal_number G_GNUC_UNUSED)
{
  abort ();
}

/* The C library loads a converter anew whenever nobody has it open, which takes longer than an execution. */
static const char *const CONVERTERS[]
    = { "GB18030", "BIG5-HKSCS", "EUC-JP",     "CP932",      "CP949",         "EUC-TW",      "UTF-16LE", "UTF-16BE",
        "UTF-32LE", "UTF-32BE",  "ISO-8859-2", "ISO-8859-5", "ISO-2022-JP-2", "ISO-2022-KR", "KOI8-R",   "KOI8-U",
        "IBM866",  "IBM1140",    "CP1250",     "CP1251",     "CP1252",        "CP1253",      "CP1254",   "CP1255",
        "CP1256",  "CP1257",     "CP1258",     "CP874",      "MACINTOSH",     "LATIN1",      "ISO-8859-15" };
static GIConv held[G_N_ELEMENTS (CONVERTERS)];

__attribute__ ((constructor)) static void
set_up (void)
{
  signal (SIGTRAP, give_up);
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    held[i] = g_iconv_open ("UTF-8", CONVERTERS[i]);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
}

__attribute__ ((destructor)) static void
clear_up (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    if (held[i] != (GIConv) -1)
      g_iconv_close (held[i]);
}
