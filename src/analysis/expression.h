/* expression.h: a regular expression (PCRE2) over texts, at a cost that has an end.
 *
 * What is tried from one place of a text is counted, and has a ceiling: `steps`. A text is searched in pieces of some
 * hundred places, the same on every run, and between them the time of all threads is asked: where it is over the
 * ceiling `patience`, with a twentieth of that more for every million bytes of the texts so far, the search is over.
 * Pieces change no hit: an expression that could tell them, by \G or a verb such as (*COMMIT), gets a text in one piece,
 * and one that matches from the starts of lines on whole lines.
 */
#pragma once

#include "base/ceiling.h"
#include "base/span.h"

G_BEGIN_DECLS

typedef struct _BsExpression BsExpression; /* may be shared by threads, whose time it adds up */

/* Letters have no case unless `as_written`; ^ and $ are ends of lines, and . is any character but those. BS_ERROR_USAGE
 * where the pattern is none, with what is wrong and where, or holds \C, which could part a character; BS_ERROR_LIMIT
 * where it is longer than its ceiling. `ceilings` may be NULL. */
BsExpression *bs_expression_new  (const char *pattern, gboolean as_written, const BsCeilings *ceilings,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          bs_expression_free (BsExpression *expression);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsExpression, bs_expression_free)

/* Its ceiling, in milliseconds. */
guint64       bs_expression_patience (const BsExpression *expression);

typedef struct _BsFinder BsFinder; /* of one thread; outlived by its expression */

BsFinder *bs_finder_new   (BsExpression *expression);
void      bs_finder_free  (BsFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsFinder, bs_finder_free)

typedef enum {
  BS_FIND_HIT,
  BS_FIND_END,
  BS_FIND_GIVEN_UP, /* a place takes more steps, or more memory, than it may; the same on every run */
  BS_FIND_TOO_LONG  /* all texts together take more time than they may; whether they do depends on the machine */
} BsFind;

/* Goes to the start of a text: UTF-8 without carriage returns, as cleaned text is, that stays where it is. */
void      bs_finder_begin (BsFinder *finder, BsSpan text);

/* The next hit, from byte to byte, behind the one before it; never empty. After anything but a hit the text is over. */
BsFind    bs_finder_next  (BsFinder *finder, gsize *start, gsize *end);

G_END_DECLS
