/* reading.h: one article walked through all the rooms: bytes in, counts and measures out. */
#pragma once

#include "analysis/last-text.h"
#include "clean/diagnose.h"
#include "count/signature.h"
#include "count/tally.h"
#include "measure/measure.h"
#include "source/article.h"

G_BEGIN_DECLS

/* What decides an article's numbers. */
typedef struct {
  guint       without;    /* BsCleanStep that are left out */
  gboolean    any_length; /* measures of short texts too */
  const char *language;   /* of articles that do not say; NULL: detect */
  BsLexiconOptions lexicon;
  BsCeilings  ceilings;   /* of what is cleaned and counted; others are not looked at */
  const BsRepeats *repeats; /* what repeats in the outlets; NULL: not known */
} BsReadOptions;

/* One thread's instruments and, after bs_read(), what they found. Everything is overwritten by the next article. */
typedef struct {
  BsCleaned   *cleaned;
  BsSegments  *segments;  /* of cleaned->text */
  BsTypeIndex *index;     /* for `lexicon` */
  BsLexiconOptions lexicon;
  BsTally     *tally;
  BsSignature *signature; /* empty where options leave out BS_STEP_COPIES */
  BsInputs    *inputs;    /* ready for bs_measure_text() and bs_measure_explain() */
  BsMeasureSet *set;      /* bs_measures_of_articles(), or those of them that are wanted */
  double      *measures;  /* as bs_measures_of_articles(); NAN: no value, or not wanted */
  const char  *language;  /* ISO 639-1; NULL: not known */
  gboolean     language_found; /* by detection */
  BsDiagnoser *diagnoser; /* for whoever wants to know */
  BsDiagnosis  diagnosis; /* of the article that is in `last` */
  BsLastText  *last;      /* for whoever reads article after article by the same options */
} BsReading;

BsReading *bs_reading_new  (void);
void       bs_reading_free (BsReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsReading, bs_reading_free)

/* Forgets the last article, and gives the memory that it took back to the system. */
void       bs_reading_slim (BsReading *reading);

/* Begins a new index, with nothing in it, and forgets the last article: so what a thread holds need not grow with the
 * words of its corpus. Returns the index that it had. */
BsTypeIndex *bs_reading_renew (BsReading *reading) G_GNUC_WARN_UNUSED_RESULT;

/* Types that the indexes of all threads may hold before they are renewed; some 130 bytes each. */
#define BS_TYPES_HELD (4 * 1024 * 1024)

/* The part of one of so many threads of `types_held`; 0: of BS_TYPES_HELD, but a sixteenth of it at least. */
guint      bs_reading_types_held (guint types_held, guint threads);

/* From now on, computes only those of bs_measures_of_articles() of which `wanted` says so. */
void       bs_reading_want (BsReading *reading, const gboolean *wanted);

/* Cleans, segments, counts and measures. Cannot fail; a text without words leaves counts of 0 and no measures. Where
 * options->lexicon is not what it was for the article before, index and tally are made anew: types have other numbers.
 * */
void       bs_read (BsReading *reading, const BsArticle *article, const BsReadOptions *options);

/* The ceiling that the article's text goes over, so that its numbers would mean nothing; BS_N_CEILINGS: none. */
BsCeiling  bs_reading_over (const BsReading *reading, const BsReadOptions *options);

/* How far an article is walked, and what is filled then. */
typedef enum {
  BS_READ_CLEAN, /* reading->cleaned */
  BS_READ_WORDS, /* reading->segments and reading->index too */
  BS_READ_COUNTS /* everything, as bs_read() does */
} BsReadDepth;

void       bs_read_to (BsReading *reading, const BsArticle *article, const BsReadOptions *options, BsReadDepth depth);

/* A text of megabytes takes a hundred and more of them, so no two threads that ask here read such at once, and what it
 * took is given back. To be asked before an article is read: TRUE where it is that large, and bs_read_end_alone() must
 * come behind. Where another thread is at such a one, waits. */
gboolean   bs_read_begin_alone (const BsArticle *article);
/* Forgets the article, as bs_reading_slim() does. */
void       bs_read_end_alone   (BsReading *reading);

/* What goes over it, as a sentence without its stop: "a sentence is longer than the ceiling of …". Free with g_free. */
char      *bs_reading_over_in_words (const BsReadOptions *options, BsCeiling over);

/* How an article is cleaned. */
BsCleanOptions bs_read_clean_options (const BsReadOptions *options, const BsArticle *article);
/* The first step alone: fills `cleaned` from the article as bs_read() does. */
void       bs_read_clean (BsCleaned *cleaned, const BsArticle *article, const BsReadOptions *options);
/* Only segments what `cleaned` holds. */
void       bs_read_sentences (BsReading *reading, const BsReadOptions *options);
/* Only cleans and segments. */
void       bs_read_segments (BsReading *reading, const BsArticle *article, const BsReadOptions *options);
/* What bs_read() does after that. */
void       bs_read_counts (BsReading *reading, const BsArticle *article, const BsReadOptions *options);
/* Only cleans, segments and signs: the rest is left from before. */
void       bs_read_words (BsReading *reading, const BsArticle *article, const BsReadOptions *options);

/* What such a line holds where each number is one syllable, and before what it says of cleaning: "on", "off" or "on but
 * for repeats, copies", up to the next semicolon. */
#define BS_SETTINGS_NUMBERS_ONE "; numbers one"
#define BS_SETTINGS_CLEANING "; cleaning "

/* The rules that an article's numbers follow, as one line: program, word lists, options. Free with g_free. */
char      *bs_read_settings (const BsReadOptions *options);

G_END_DECLS
