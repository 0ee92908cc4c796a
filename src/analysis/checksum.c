#include "analysis/checksum.h"

#include "analysis/checksum-hash.h"

/* A missing string is told from an empty one; the NUL goes in too, so that fields cannot run into one another. */
static const char missing[] = "\xff";
#define OF_MISSING 1

static inline gsize
size_of (const char *string)
{
  return string != NULL ? strlen (string) + 1 : OF_MISSING;
}

static inline char *
put (char *to, const char *string)
{
  gsize size = size_of (string);

  return (char *) memcpy (to, string != NULL ? string : missing, size) + size;
}

/* What the source says of how the bytes are to be read; where it says nothing, nothing, so that the sum of a plain text
 * is what it was before this went in. The first byte begins no name. */
static const char *
manner_of (const BsArticle *article)
{
  static const char *const manners[] = { [BS_MARKUP_UNKNOWN] = "\xfd", [BS_MARKUP_NONE] = "\xfdplain",
                                         [BS_MARKUP_HTML] = "\xfdpage" };

  return article->markup != BS_MARKUP_UNKNOWN || article->encoding != NULL ? manners[article->markup] : NULL;
}

/* All that the record says, in one run of bytes, since a hash is dear to feed in small pieces. It ends in a byte that
 * begins no name, so that the text cannot be taken for a further field. */
static BsSpan
gather (const BsArticle *article, char *room, gsize size_of_room, BsArena *arena)
{
  const char *const strings[] = { article->title, article->date, article->byline, article->url, article->language };
  const char *manner = manner_of (article);
  gsize size = 1 + (manner != NULL ? size_of (manner) + size_of (article->encoding) : 0);
  char *at;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    size += size_of (strings[i]);
  for (guint i = 0; i < article->n_fields; i++)
    size += size_of (article->fields[i].name) + size_of (article->fields[i].value);
  at = room = size <= size_of_room ? room : bs_arena_alloc (arena, size);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    at = put (at, strings[i]);
  for (guint i = 0; i < article->n_fields; i++)
    at = put (put (at, article->fields[i].name), article->fields[i].value);
  if (manner != NULL)
    at = put (put (at, manner), article->encoding);
  *at = '\xfe';
  return bs_span (room, size);
}

static void
write_hex (char *text, guint64 value)
{
  for (int i = 15; i >= 0; i--, value >>= 4)
    text[i] = "0123456789abcdef"[value & 15];
}

const char *
bs_article_checksum (const BsArticle *article, BsArena *arena)
{
  char room[1024];
  BsSpan record = gather (article, room, sizeof room, arena);
  char *text = bs_arena_alloc (arena, 33);
  guint64 hash[2];

  BS_KERNEL_CHOOSE (bs_checksum_hash) (record, article->text, hash);
  write_hex (text, hash[0]);
  write_hex (text + 16, hash[1]);
  text[32] = '\0';
  return text;
}
