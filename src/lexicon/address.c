#include "lexicon/address.h"

/* Domains at the end of a word are told from a missing blank ("said.It") by lower case and by this list, which leaves
 * out those that are words ("me", "in", "it", "us"). */
static const char *const DOMAINS[]
    = { "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "co", "uk", "eu",   "ca",   "au",     "nz",
        "ie",  "de",  "fr",  "es",  "ru",  "cn",  "jp",  "tv",   "io",  "fm", "ly", "news", "blog", "online", NULL };

static gboolean
is_domain (BsSpan label)
{
  for (gsize i = 0; DOMAINS[i] != NULL; i++)
    if (bs_span_equal (label, bs_span_of (DOMAINS[i])))
      return TRUE;
  return FALSE;
}

static gboolean
is_host (BsSpan host)
{
  gsize dot = host.length;

  while (dot > 0 && host.start[dot - 1] != '.')
    dot--;
  return dot >= 3 && g_ascii_isalnum (host.start[dot - 2]) && g_ascii_isalnum (host.start[dot - 3])
         && is_domain (bs_span (host.start + dot, host.length - dot));
}

/* Whether a mark is there without which no word is an address. Most words have none. */
static gboolean
has_mark (BsSpan word)
{
  for (gsize i = 0; i < word.length; i++)
    if (word.start[i] == '.' || word.start[i] == '/' || word.start[i] == '@')
      return TRUE;
  return FALSE;
}

gboolean
bs_is_address (BsSpan plain)
{
  const char *at, *slash;
  gsize host = plain.length;

  if (!has_mark (plain))
    return FALSE;
  at = memchr (plain.start, '@', plain.length);
  slash = memchr (plain.start, '/', plain.length);
  if (at != NULL && (gsize)(at - plain.start) + 1 < plain.length)
    return TRUE;
  if (plain.length > 4 && g_ascii_strncasecmp (plain.start, "www.", 4) == 0)
    return TRUE;
  if (g_strstr_len (plain.start, (gssize)plain.length, "://") != NULL)
    return TRUE;
  if (slash != NULL)
    host = (gsize)(slash - plain.start);
  return is_host (bs_span (plain.start, host));
}
