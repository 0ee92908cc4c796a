#include "analysis/hard-sentence.h"

#include "base/hash.h"

#include <string.h>

void
bs_hard_sentence_free (BsHardSentence *sentence)
{
  if (sentence == NULL)
    return;
  g_free (sentence->text);
  g_free (sentence->names_them);
  g_free (sentence);
}

static void
count_marks (BsHardSentence *sentence)
{
  for (const char *at = sentence->text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      sentence->commas += c == ',';
      sentence->semicolons += (c == ';' || c == ':') && !g_ascii_isdigit (at[1]);
      sentence->brackets += c == '(' || c == '[';
      sentence->dashes += c == 0x2013 || c == 0x2014;
      if (at[0] == '-' && at[1] == '-')
        {
          sentence->dashes++;
          while (at[1] == '-')
            at++;
        }
    }
}

/* Adds a word as written unless it was named before. */
static void
name_word (GString *names, GHashTable *seen, const char *text, BsWord word)
{
  char *written = g_strndup (text + word.start, word.length);
  g_autofree char *folded = g_utf8_casefold (written, -1);

  if (g_hash_table_add (seen, g_steal_pointer (&folded)))
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", written);
  g_free (written);
}

static void
count_words (BsHardSentence *sentence, const BsReading *reading, guint index, const guint8 *flags)
{
  const BsSentence *place = &g_array_index (reading->segments->sentences, BsSentence, index);
  const BsSpelling *spellings = bs_type_index_spellings (reading->index);
  const char *text = reading->cleaned->text->str;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (bs_hash_word, g_str_equal, g_free, NULL);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < place->n_words; i++)
    {
      BsWord word = g_array_index (reading->segments->words, BsWord, place->first_word + i);
      guint syllables = spellings[word.spelling].facts.syllables;

      sentence->syllables += syllables;
      sentence->long_words += syllables >= 3;
      if (flags[i] & BS_COUNTED_UNFAMILIAR)
        {
          sentence->unfamiliar++;
          name_word (names, seen, text, word);
        }
    }
  sentence->names_them = g_string_free (names, FALSE);
}

static BsHardSentence *
describe (const BsReading *reading, guint index)
{
  const BsSentence *place = &g_array_index (reading->segments->sentences, BsSentence, index);
  g_autofree guint8 *flags = g_new0 (guint8, place->n_words);
  BsHardSentence *sentence = g_new0 (BsHardSentence, 1);

  bs_tally_show (reading->tally, reading->segments, index, flags);
  sentence->text = g_strndup (reading->cleaned->text->str + place->start, place->length);
  sentence->place = index + 1;
  sentence->words = place->n_words;
  count_words (sentence, reading, index, flags);
  count_marks (sentence);
  sentence->grade = 0.39 * sentence->words + 11.8 * sentence->syllables / sentence->words - 15.59;
  return sentence;
}

GPtrArray *
bs_hard_sentences (const BsReading *reading, guint least)
{
  const GArray *places = reading->segments->sentences;
  GPtrArray *sentences = g_ptr_array_new_with_free_func ((GDestroyNotify) bs_hard_sentence_free);

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, BsSentence, i).n_words >= least)
      g_ptr_array_add (sentences, describe (reading, i));
  return sentences;
}

int
bs_hard_sentence_compare (const BsHardSentence *a, const BsHardSentence *b, BsHardBy by)
{
  int words = (a->words < b->words) - (a->words > b->words);
  int grade = (a->grade < b->grade) - (a->grade > b->grade);

  if (by == BS_HARD_BY_WORDS)
    return words != 0 ? words : grade;
  return grade != 0 ? grade : words;
}
