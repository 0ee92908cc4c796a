/* list-gaps FILE...: the gaps that no rule decides, for scripts/sentences/train. A line "= FILE", then a line a gap: the
 * offset in bytes at which the sentence before would end, the folded words before and behind, and what speaks at it
 * (segment/sentence-model.h). The files are taken as they are; one that is not UTF-8 is left out with a message. */
#include "segment/sentence-model.h"

#include <stdio.h>

typedef struct {
  BsSegments *segments;
  BsTypeIndex *index;
} Tools;

static BsSpan
folded_word (const Tools *tools, guint32 word)
{
  const BsWord *found = &g_array_index (tools->segments->words, BsWord, word);

  return bs_type_word (
      bs_type_index_type (tools->index, bs_type_index_spellings (tools->index)[found->spelling].type));
}

static void
list_gap (const BsGap *gap, const BsJuncture *juncture, gpointer data)
{
  const Tools *tools = data;
  g_autofree char *features = bs_sentence_features (juncture);

  if (gap->verdict == BS_END_WEIGHED || gap->verdict == BS_ON_WEIGHED)
    printf ("%u %s %s %s\n", gap->end, folded_word (tools, gap->word - 1).start, folded_word (tools, gap->word).start,
            features);
}

int
main (int argc, char **argv)
{
  Tools tools = { bs_segments_new (), bs_type_index_new (NULL) };

  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (!g_file_get_contents (argv[i], &text, &length, &error) || !g_utf8_validate (text, (gssize) length, NULL))
        {
          fprintf (stderr, "list-gaps: %s: %s\n", argv[i], error != NULL ? error->message : "not UTF-8, left out");
          if (error != NULL)
            return 1;
          continue;
        }
      printf ("= %s\n", argv[i]);
      bs_segment_watched (tools.segments, tools.index, bs_span (text, length), list_gap, &tools);
    }
  bs_segments_free (tools.segments);
  bs_type_index_free (tools.index);
  return 0;
}
