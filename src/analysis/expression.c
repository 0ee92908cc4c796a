#define PCRE2_CODE_UNIT_WIDTH 8

#include "analysis/expression.h"

#include <pcre2.h>
#include <time.h>

#include "base/error.h"

#define STACK_LEAST (32 * 1024)
#define STACK_MOST (1024 * 1024)
#define HEAP_MOST (16 * 1024)         /* KiB, where the processor has no compiled patterns */
#define DEPTH_MOST 2000               /* likewise */
#define PIECE 512                    /* places of a text that are tried at once */
#define ASK_AFTER 1000               /* microseconds by the clock, after which the time of the thread is asked */
#define BYTES_OF_PATIENCE (20 * 1e6) /* of texts, for which there is as much patience again */

struct _BsExpression {
  pcre2_general_context *memory;
  pcre2_code *code;
  gboolean in_one_piece;
  gboolean by_lines; /* tries nothing but the starts of lines, and where it is told to start */
  guint32 most;      /* steps */
  guint64 patience;  /* milliseconds */
  guint64 spent;     /* nanoseconds of all threads; atomic */
  guint64 searched;  /* bytes of all texts that were begun; atomic */
};

struct _BsFinder {
  BsExpression *expression;
  pcre2_match_context *context;
  pcre2_match_data *match;
  pcre2_jit_stack *stack;
  BsSpan text;
  gsize from;
  guint64 since; /* nanoseconds of the thread: up to here its time is added up */
  gint64 asked;  /* microseconds by the clock: when that was */
};

/* ---- The pattern -------------------------------------------------------------------------------------------------- */

/* Where there is no memory, this ends the program with a message, as everywhere. */
static void *
allocate (gsize size, void *data G_GNUC_UNUSED)
{
  return g_malloc (size);
}

static void
release (void *block, void *data G_GNUC_UNUSED)
{
  g_free (block);
}

static pcre2_code *
compile (pcre2_general_context *memory, const char *pattern, gboolean as_written, GError **error)
{
  const guint32 options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C | PCRE2_USE_OFFSET_LIMIT;
  pcre2_compile_context *context = pcre2_compile_context_create (memory);
  int code;
  gsize at;
  PCRE2_UCHAR why[256];
  pcre2_code *compiled;

  pcre2_set_newline (context, PCRE2_NEWLINE_ANY);
  compiled = pcre2_compile ((PCRE2_SPTR) pattern, strlen (pattern), options | (as_written ? 0 : PCRE2_CASELESS), &code,
                            &at, context);
  pcre2_compile_context_free (context);
  if (compiled != NULL)
    return compiled;
  if (code == PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” holds \\C, one byte, which may part a character; . is one of"
                   " those", pattern);
      return NULL;
    }
  pcre2_get_error_message (code, why, sizeof why);
  while (at > 0 && ((guchar) pattern[at] & 0xc0) == 0x80) /* within a letter */
    at--;
  if (g_utf8_validate (pattern, -1, NULL))
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no regular expression: after “%.*s”: %s; see the syntax of PCRE",
                 pattern, (int) at, pattern, (const char *) why);
  else
    g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no regular expression in UTF-8", pattern);
  return NULL;
}

/* Whether an expression could tell pieces from the whole: by where the search starts, or by what ends it. */
static gboolean
sees_pieces (const char *pattern)
{
  static const char *const parts[] = { "\\G", "(*COMMIT", "(*PRUNE", "(*SKIP", "(*THEN" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (pattern, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_start (BsExpression *expression, const char *pattern)
{
  guint32 first = 0, options = 0;

  pcre2_pattern_info (expression->code, PCRE2_INFO_FIRSTCODETYPE, &first);
  pcre2_pattern_info (expression->code, PCRE2_INFO_ALLOPTIONS, &options);
  expression->by_lines = first == 2;
  expression->in_one_piece = (options & PCRE2_ANCHORED) != 0 || sees_pieces (pattern);
}

BsExpression *
bs_expression_new (const char *pattern, gboolean as_written, const BsCeilings *ceilings, GError **error)
{
  g_autoptr (BsExpression) expression = g_new0 (BsExpression, 1);

  if (strlen (pattern) > bs_ceiling (ceilings, BS_CEILING_PATTERN))
    {
      g_set_error (error, BS_ERROR, BS_ERROR_LIMIT, "the regular expression is longer than " BS_CEILING_FORMAT,
                   BS_CEILING_ARGS (ceilings, BS_CEILING_PATTERN));
      return NULL;
    }
  expression->memory = pcre2_general_context_create (allocate, release, NULL);
  expression->code = compile (expression->memory, pattern, as_written, error);
  if (expression->code == NULL)
    return NULL;
  pcre2_jit_compile (expression->code, PCRE2_JIT_COMPLETE); /* where it cannot, patterns are interpreted */
  look_at_start (expression, pattern);
  expression->most = (guint32) MIN (bs_ceiling (ceilings, BS_CEILING_STEPS), G_MAXUINT32);
  expression->patience = bs_ceiling (ceilings, BS_CEILING_PATIENCE);
  return g_steal_pointer (&expression);
}

void
bs_expression_free (BsExpression *expression)
{
  if (expression == NULL)
    return;
  pcre2_code_free (expression->code);
  pcre2_general_context_free (expression->memory);
  g_free (expression);
}

guint64
bs_expression_patience (const BsExpression *expression)
{
  return expression->patience;
}

/* ---- Time --------------------------------------------------------------------------------------------------------- */

static guint64
thread_time (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (guint64) now.tv_sec * 1000000000 + (guint64) now.tv_nsec;
}

static gboolean
is_over (const BsExpression *expression)
{
  double spent = (double) __atomic_load_n (&expression->spent, __ATOMIC_RELAXED);
  double searched = (double) __atomic_load_n (&expression->searched, __ATOMIC_RELAXED);

  return spent > 1e6 * (double) expression->patience * (1 + searched / BYTES_OF_PATIENCE);
}

static void
begin_time (BsFinder *finder)
{
  finder->since = thread_time ();
  finder->asked = g_get_monotonic_time ();
}

/* Adds up the time since the last call. The time of a thread is dear to ask for, that of the clock is not. */
static void
account (BsFinder *finder)
{
  guint64 before = finder->since;

  begin_time (finder);
  __atomic_add_fetch (&finder->expression->spent, finder->since - before, __ATOMIC_RELAXED);
}

/* ---- A text ------------------------------------------------------------------------------------------------------- */

BsFinder *
bs_finder_new (BsExpression *expression)
{
  BsFinder *finder = g_new0 (BsFinder, 1);

  finder->expression = expression;
  finder->context = pcre2_match_context_create (expression->memory);
  finder->match = pcre2_match_data_create (1, expression->memory);
  finder->stack = pcre2_jit_stack_create (STACK_LEAST, STACK_MOST, expression->memory);
  pcre2_jit_stack_assign (finder->context, NULL, finder->stack);
  pcre2_set_heap_limit (finder->context, HEAP_MOST);
  pcre2_set_depth_limit (finder->context, DEPTH_MOST);
  pcre2_set_match_limit (finder->context, expression->most);
  return finder;
}

void
bs_finder_free (BsFinder *finder)
{
  if (finder == NULL)
    return;
  pcre2_match_context_free (finder->context);
  pcre2_match_data_free (finder->match);
  pcre2_jit_stack_free (finder->stack);
  g_free (finder);
}

void
bs_finder_begin (BsFinder *finder, BsSpan text)
{
  finder->text = text;
  finder->from = 0;
  begin_time (finder);
  __atomic_add_fetch (&finder->expression->searched, text.length, __ATOMIC_RELAXED);
}

static gsize
next_place (const BsFinder *finder, gsize place)
{
  return (gsize) (g_utf8_next_char (finder->text.start + place) - finder->text.start);
}

/* The last place of the piece that starts here; the text's end with the last piece. */
static gsize
last_place (const BsFinder *finder)
{
  const char *text = finder->text.start, *line_end;
  gsize length = finder->text.length, at = finder->from + PIECE;

  if (finder->expression->in_one_piece || length <= at)
    return length;
  if (!finder->expression->by_lines)
    return (gsize) (g_utf8_prev_char (text + at + 1) - text);
  line_end = memchr (text + at, '\n', length - at);
  return line_end != NULL ? (gsize) (line_end - text) : length;
}

/* What is found in the piece that starts here, as by pcre2_match(); goes on behind it. A hit that ends before it starts,
 * or starts before the search did, is none: \K in a part that looks around can make such. */
static int
search_piece (BsFinder *finder)
{
  const gsize *bounds = pcre2_get_ovector_pointer (finder->match);
  gsize from = finder->from, last = last_place (finder);
  int result;

  pcre2_set_offset_limit (finder->context, last);
  result = pcre2_match (finder->expression->code, (PCRE2_SPTR) finder->text.start, finder->text.length, from,
                        PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY, finder->match, finder->context);
  if (result >= 0 && bounds[0] >= from && bounds[1] > bounds[0])
    {
      finder->from = bounds[1];
      return result;
    }
  if (result >= 0)
    last = from;
  finder->from = last < finder->text.length ? next_place (finder, last) : last;
  return MIN (result, PCRE2_ERROR_NOMATCH);
}

BsFind
bs_finder_next (BsFinder *finder, gsize *start, gsize *end)
{
  const gsize *bounds = pcre2_get_ovector_pointer (finder->match);

  while (finder->from < finder->text.length)
    {
      int result = search_piece (finder);

      if (result < PCRE2_ERROR_NOMATCH || finder->from >= finder->text.length
          || g_get_monotonic_time () - finder->asked > ASK_AFTER)
        account (finder);
      if (is_over (finder->expression))
        return BS_FIND_TOO_LONG;
      if (result < PCRE2_ERROR_NOMATCH)
        return BS_FIND_GIVEN_UP;
      if (result >= 0)
        {
          *start = bounds[0];
          *end = bounds[1];
          return BS_FIND_HIT;
        }
    }
  return BS_FIND_END;
}
