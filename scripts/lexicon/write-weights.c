#include "write-weights.h"

/* Runs of an array, all of them beginning alike, and how far. */
typedef struct
{
  const Run *first, *end;
  guint alike;
} Branch;

typedef struct
{
  GString *text;
  guint back; /* steps not written yet: the end of a line needs none */
} Writer;

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *left = a, *right = b;
  int order = memcmp (left->symbols, right->symbols, MIN (left->length, right->length));

  if (order == 0)
    order = left->length - right->length;
  return order != 0 ? order : left->letter - right->letter;
}

static char
symbol_character (guint8 symbol)
{
  return symbol == BS_SYLLABLE_EDGE ? '_' : (char)('a' - 1 + symbol);
}

/* The part of a branch that is alike in one symbol more, from `first` on. */
static Branch
next_branch (const Branch *branch, const Run *first)
{
  Branch longer = { first, first, branch->alike + 1 };

  while (longer.end < branch->end && longer.end->symbols[branch->alike] == first->symbols[branch->alike])
    longer.end++;
  return longer;
}

static void
write_mark (Writer *writer, const Run *run, guint from)
{
  guint passed = 0;

  for (guint i = from; i < run->letter; i++)
    passed += bs_syllable_window (run->symbols[i]) >= run->length;
  for (; passed >= 2; passed -= 2)
    g_string_append_c (writer->text, BS_SYLLABLE_PASS);
  g_string_append_c (writer->text, bs_syllable_mark (passed, run->level));
}

/* Writes the weights of the run that the branch begins with and returns the first run that is longer. */
static const Run *
write_marks (Writer *writer, const Branch *branch)
{
  const Run *run = branch->first;

  for (guint from = 0; run < branch->end && run->length == branch->alike; from = run->letter + 1u, run++)
    write_mark (writer, run, from);
  return run;
}

static void
write_branches (Writer *writer, const Branch *branch)
{
  const Run *run = write_marks (writer, branch);

  while (run < branch->end)
    {
      Branch longer = next_branch (branch, run);
      char c = symbol_character (run->symbols[branch->alike]);
      gboolean leaf = (longer.end - 1)->length == longer.alike;

      for (; writer->back > 0; writer->back--)
        g_string_append_c (writer->text, ' ');
      g_string_append_c (writer->text, leaf ? g_ascii_toupper (c) : c);
      write_branches (writer, &longer);
      writer->back += !leaf;
      run = longer.end;
    }
}

/* A line for the branch, its beginning in front. */
static void
write_line (Writer *writer, const Branch *branch)
{
  for (guint i = 0; i < branch->alike; i++)
    g_string_append_c (writer->text, symbol_character (branch->first->symbols[i]));
  writer->back = 0;
  write_branches (writer, branch);
  g_string_append_c (writer->text, '\n');
}

char *
write_weights (GArray *runs)
{
  Writer writer = { g_string_new (NULL), 0 };
  Branch all;

  g_array_sort (runs, compare_runs);
  all = (Branch){ (const Run *)(gpointer)runs->data, (const Run *)(gpointer)runs->data + runs->len, 0 };
  for (const Run *run = all.first; run < all.end;)
    {
      Branch one = next_branch (&all, run), alone = one;

      while (alone.first->length == 1 && run < one.end && run->length == 1)
        run++;
      alone.end = run;
      if (alone.end > alone.first)
        write_line (&writer, &alone);
      while (run < one.end)
        {
          Branch two = next_branch (&one, run);
          write_line (&writer, &two);
          run = two.end;
        }
    }
  return g_string_free (writer.text, FALSE);
}
