#include "store/sums.h"

#include <string.h>

#include "base/number.h"
#include "base/sort.h"

#define N_USUAL 512   /* sentences of fewer words are counted in an array */
#define LEAST_SIZE 16384
#define AHEAD 32      /* terms whose sums are fetched ahead */
#define LISTED_PART 8 /* more than this part of all terms are not listed: then all are looked through */

/* A count goes round where an outlet has more than 4,294,967,295 of a word; `rounds` tells how often. */
typedef struct {
  guint32 count;
  guint32 articles;
} Sum;

struct _BsSums {
  Sum *of_term;      /* by number; 0 where no article had it */
  guint32 size;      /* of of_term */
  guint64 *listed;   /* the terms that have a sum, as long as they are few: there may be many articles of few words … */
  guint64 *scratch;  /* … as many as `listed` has room for */
  guint32 n_terms;   /* that have a sum, listed or not */
  guint64 words;     /* of all terms */
  GHashTable *rounds; /* term to guint: seldom any */
  guint32 most_listed;
  gboolean all_listed;
  guint64 usual[N_USUAL]; /* sentences by words */
  GArray *unusual;        /* of guint64: words of longer ones */
};

BsSums *
bs_sums_new (void)
{
  BsSums *sums = g_new0 (BsSums, 1);

  sums->unusual = g_array_new (FALSE, FALSE, sizeof (guint64));
  sums->rounds = g_hash_table_new (g_direct_hash, g_direct_equal);
  sums->all_listed = TRUE;
  return sums;
}

void
bs_sums_free (BsSums *sums)
{
  if (sums == NULL)
    return;
  g_free (sums->of_term);
  g_free (sums->listed);
  g_free (sums->scratch);
  g_hash_table_unref (sums->rounds);
  g_array_unref (sums->unusual);
  g_free (sums);
}

/* ---- Adding ------------------------------------------------------------------------------------------------------- */

static void
grow (BsSums *sums, guint32 highest)
{
  guint32 size = MAX (LEAST_SIZE, (guint32) MIN ((guint64) highest + highest / 2 + 1, G_MAXUINT32));
  Sum *larger = g_new0 (Sum, size); /* what is not used yet takes no memory */

  if (sums->size > 0)
    memcpy (larger, sums->of_term, sums->size * sizeof *larger);
  g_free (sums->of_term);
  sums->of_term = larger;
  sums->size = size;
  sums->most_listed = size / LISTED_PART;
  sums->listed = g_renew (guint64, sums->listed, sums->most_listed);
  g_free (sums->scratch);
  sums->scratch = g_new (guint64, sums->most_listed);
}

static void
list (BsSums *sums, guint32 term)
{
  if (sums->n_terms < sums->most_listed && sums->all_listed)
    sums->listed[sums->n_terms] = term;
  else
    sums->all_listed = FALSE;
  sums->n_terms++;
}

static gint64
rounds_of (const BsSums *sums, guint32 term)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (sums->rounds, GUINT_TO_POINTER (term)));
}

static G_NO_INLINE void
go_round (BsSums *sums, guint32 term)
{
  g_hash_table_insert (sums->rounds, GUINT_TO_POINTER (term), GINT_TO_POINTER ((int) rounds_of (sums, term) + 1));
}

static void
add_lengths (BsSums *sums, const guint32 *lengths, guint n)
{
  for (guint i = 0; i < n; i++)
    if (lengths[i] < N_USUAL)
      sums->usual[lengths[i]]++;
    else
      {
        guint64 words = lengths[i];

        g_array_append_val (sums->unusual, words);
      }
}

guint64
bs_sums_add (BsSums *sums, const BsTerm *terms, guint n_terms, const guint32 *lengths, guint n_lengths)
{
  guint64 words = 0;

  if (n_terms > 0 && terms[n_terms - 1].type >= sums->size)
    grow (sums, terms[n_terms - 1].type);
  for (guint i = 0; i < n_terms; i++)
    {
      Sum *sum = &sums->of_term[terms[i].type];

      __builtin_prefetch (&sums->of_term[terms[MIN (i + AHEAD, n_terms - 1)].type], 1);
      if (sum->articles == 0)
        list (sums, terms[i].type);
      sum->articles++;
      if (G_UNLIKELY (__builtin_add_overflow (sum->count, terms[i].count, &sum->count)))
        go_round (sums, terms[i].type);
      words += terms[i].count;
    }
  sums->words += words;
  add_lengths (sums, lengths, n_lengths);
  return words;
}

/* ---- Writing down ------------------------------------------------------------------------------------------------- */

static guint8 *
put_sum (BsSums *sums, guint32 term, guint64 *before, guint8 *at)
{
  Sum *sum = &sums->of_term[term];
  guint64 rounds = g_hash_table_size (sums->rounds) > 0 ? (guint64) rounds_of (sums, term) : 0;

  at = bs_varint_put (at, term - *before);
  at = bs_varint_put (at, rounds << 32 | sum->count);
  at = bs_varint_put (at, sum->articles);
  *before = (guint64) term + 1;
  *sum = (Sum){ 0 };
  return at;
}

static guint8 *
put_terms (BsSums *sums, guint8 *at)
{
  guint64 before = 0;

  at = bs_varint_put (at, sums->n_terms);
  if (sums->all_listed)
    {
      bs_sort_uint64 (sums->listed, sums->scratch, sums->n_terms);
      for (guint32 i = 0; i < sums->n_terms; i++)
        at = put_sum (sums, (guint32) sums->listed[i], &before, at);
    }
  else
    for (guint32 term = 0; term < sums->size; term++)
      if (sums->of_term[term].articles > 0)
        at = put_sum (sums, term, &before, at);
  sums->n_terms = 0;
  sums->words = 0;
  g_hash_table_remove_all (sums->rounds);
  sums->all_listed = TRUE;
  return at;
}

static guint8 *
put_length (guint64 words, guint64 sentences, guint64 *before, guint8 *at)
{
  at = bs_varint_put (at, words - *before);
  at = bs_varint_put (at, sentences);
  *before = words + 1;
  return at;
}

/* Those in `usual`, and runs of equal ones in `unusual`, which is sorted. */
static guint
count_lengths (const BsSums *sums)
{
  guint n = 0;

  for (guint i = 0; i < N_USUAL; i++)
    n += sums->usual[i] > 0;
  for (guint i = 0; i < sums->unusual->len; i++)
    n += i == 0 || g_array_index (sums->unusual, guint64, i) != g_array_index (sums->unusual, guint64, i - 1);
  return n;
}

static guint8 *
put_lengths (BsSums *sums, guint n_lengths, guint8 *at)
{
  guint64 before = 0;

  at = bs_varint_put (at, n_lengths);
  for (guint i = 0; i < N_USUAL; i++)
    if (sums->usual[i] > 0)
      at = put_length (i, sums->usual[i], &before, at);
  for (guint i = 0, next; i < sums->unusual->len; i = next)
    {
      guint64 words = g_array_index (sums->unusual, guint64, i);

      for (next = i + 1; next < sums->unusual->len && g_array_index (sums->unusual, guint64, next) == words; next++)
        ;
      at = put_length (words, next - i, &before, at);
    }
  memset (sums->usual, 0, sizeof sums->usual);
  g_array_set_size (sums->unusual, 0);
  return at;
}

/* Bytes that a number takes at most which is no larger than this one. */
static guint
varint_length (guint64 number)
{
  guint length = 1;

  for (; number > 0x7F; number >>= 7)
    length++;
  return length;
}

void
bs_sums_take (BsSums *sums, GByteArray *bytes)
{
  guint start = bytes->len, n_lengths, most;
  g_autofree guint64 *scratch = g_new (guint64, sums->unusual->len + 1);
  guint8 *at;

  bs_sort_uint64 ((guint64 *) (gpointer) sums->unusual->data, scratch, sums->unusual->len);
  n_lengths = count_lengths (sums);
  most = sums->n_terms * (varint_length (sums->size) + 2 * varint_length (sums->words));
  most += 2 * (1 + n_lengths) * BS_VARINT_MAX;
  g_byte_array_set_size (bytes, start + most);
  at = put_terms (sums, bytes->data + start);
  at = put_lengths (sums, n_lengths, at);
  g_byte_array_set_size (bytes, (guint) (at - bytes->data));
}

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

static guint64
next_number (BsSumsReader *reader)
{
  guint64 number = 0;
  guint shift = 0;

  for (; *reader->at > 0x7F; shift += 7)
    number |= (guint64) (*reader->at++ & 0x7F) << shift;
  return number | (guint64) *reader->at++ << shift;
}

void
bs_sums_reader_init (BsSumsReader *reader, const GByteArray *bytes)
{
  *reader = (BsSumsReader){ .at = bytes->data };
  reader->n_terms = next_number (reader);
  if (reader->n_terms == 0)
    reader->n_lengths = next_number (reader);
}

gboolean
bs_sums_next_term (BsSumsReader *reader, BsTermSum *sum)
{
  if (reader->n_terms == 0)
    return FALSE;
  sum->term = (guint32) (reader->before + next_number (reader));
  sum->count = next_number (reader);
  sum->articles = next_number (reader);
  reader->before = (guint64) sum->term + 1;
  if (--reader->n_terms == 0)
    {
      reader->n_lengths = next_number (reader);
      reader->before = 0;
    }
  return TRUE;
}

gboolean
bs_sums_next_length (BsSumsReader *reader, BsLengthSum *sum)
{
  if (reader->n_terms > 0 || reader->n_lengths == 0)
    return FALSE;
  sum->words = (guint32) (reader->before + next_number (reader));
  sum->sentences = next_number (reader);
  reader->before = (guint64) sum->words + 1;
  reader->n_lengths--;
  return TRUE;
}
