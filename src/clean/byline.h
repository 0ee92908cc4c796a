/* byline.h: lines that are nothing but who wrote an article. */
#pragma once

#include "clean/look.h"

G_BEGIN_DECLS

/* "By Jane Austen and Emily Dickinson", "(By Associated Press.)", "Von Carl von Ossietzky", "By our science editor":
 * an opening of English, German, French, Spanish, Portuguese, Italian, Dutch or Scandinavian bylines, and behind it
 * names in capitals, a role, or an agency. `block`: by bs_byline_undressed(). */
gboolean bs_is_byline   (BsSpan block, const BsLook *look);

/* Whether a byline opens with a word of another language that starts names in English, and has nothing else of that
 * language: "Von Trier Film Wins Prize". */
gboolean bs_byline_may_be_english (BsSpan block);

/* The names, or the role, of a byline; empty where it has no opening, or says whom it was sent to ("Special to The
 * Herald"). Points into the block. */
BsSpan   bs_byline_name (BsSpan block);

/* Without the dashes, brackets and underlines that bylines are dressed in: "— Bloomberg", "(Reuters)". */
BsSpan   bs_byline_undressed (BsSpan block);

/* Names without "By" before them and a date behind them: "Jane Austen March 18 at 3:57 PM" is "Jane Austen". Points
 * into what was given. */
BsSpan   bs_byline_tidied (BsSpan name);

/* "AP Science Writer", "Reuters Staff": two to four words, the last a post at a paper. To be asked near the start. */
gboolean bs_is_post     (BsSpan block, const BsLook *look);

/* The same of a post that one person has: "Reuters Staff" is none. */
gboolean bs_is_post_of_person (BsSpan block, const BsLook *look);

/* "Jane Austen", "Carl von Ossietzky": two to four words with a capital, small ones that names have between them, no
 * figures, no signs but those in names. */
gboolean bs_is_name     (BsSpan block);

/* The name in "Jane Austen, science editor": before a comma and a post of four words at most that one person has; empty
 * where the line is anything else. Points into the block. */
BsSpan   bs_byline_name_before_post (BsSpan block);

/* Four words at most with an address of mail or of a social network. */
gboolean bs_is_handle   (BsSpan block, const BsLook *look);

G_END_DECLS
