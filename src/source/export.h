/* export.h: the text exports of the two databases that most press corpora come from: many articles a file, each under a
 * head of lines that say which paper, when and by whom.
 *
 * Nexis, classic: an article begins at a line "1 of 10 DOCUMENTS" (also in German, French, Spanish, Dutch, Italian,
 *   Portuguese); the head has centred lines for copyright, paper and date, then the headline, then lines "BYLINE: …",
 *   "SECTION: …" and at last "LENGTH: 355 words" ("LÄNGE:", "LONGUEUR:" …), or "HEADLINE:" and "BODY:" after that;
 *   behind the text stand lines "LOAD-DATE: …", "LANGUAGE: …" and the like.
 * Nexis Uni: an article ends at a line "End of Document"; headline, paper and date stand on lines of their own, then
 *   "Section: …", "Length: … words", "Byline: …", and the text follows a line "Body".
 * Factiva: an article ends at a line "Document" with its number. Its head either has a code of two or three letters
 *   before each field ("HD", "BY", "WC", "PD", "SN", "LA", "LP", "TD" …), or lines without any: headline, who wrote it,
 *   "933 words", date, time, paper, its code, page, language, copyright.
 * The forms are those that readers of such exports know: the R packages LexisNexisTools and tm.plugin.lexisnexis, and
 * several readers of Factiva's.
 *
 * - outlet: the paper, without what stands in brackets behind its name (that is the further field `edition`), unless a
 *   folder or a manifest says the outlet;
 * - id: the number that the database gives the article, where it does, else the file's name and the article's number;
 * - title, date, byline, language as the head says; further fields: copyright, dateline, edition, highlight (what
 *   stands between headline and text), page, section, type, words. Nothing else of the head is kept, nor is it text. */
#pragma once

#include "source/article.h"
#include "source/name.h"

G_BEGIN_DECLS

typedef struct {
  BsSpan text; /* borrowed from the document or in the arena */
  /* strings in the arena or static, NULL where the head says nothing */
  const char *paper, *title, *date, *byline, *language, *id;
  const char *copyright, *dateline, *edition, *highlight, *page, *section, *type, *words;
} BsExported;

/* NEXIS or FACTIVA where the bytes, at the start of a file, hold the lines of such an export, else TEXT. */
BsKind bs_export_sniff (BsSpan start);

/* Whether a line begins, ends an article. */
gboolean bs_nexis_begins (BsSpan line);
gboolean bs_nexis_ends   (BsSpan line);
gboolean bs_factiva_ends (BsSpan line);

/* Takes an article's bytes apart, without the line that begins it: `began` says that there was one; `first`, that they
 * start the file, so that a search's own head may stand before the article's. NULL, or a sentence without the place:
 * why it cannot be read. */
const char *bs_nexis_read   (BsSpan document, gboolean began, gboolean first, BsArena *arena, BsExported *exported);
const char *bs_factiva_read (BsSpan document, gboolean began, gboolean first, BsArena *arena, BsExported *exported);

/* Whether the trimmed line is a head of either kind, for bs_export_sniff(). */
gboolean bs_nexis_is_label    (BsSpan line);
guint    bs_factiva_code_bit  (BsSpan line); /* a bit for each of the codes that every article has; 0: none */

/* A name without what stands in brackets behind it, which is put into *edition where that is NULL. */
const char *bs_export_paper (const char *name, const char **edition, BsArena *arena);

/* ISO 639-1 code of a head's language ("ENGLISH; Englisch"), in the arena; NULL: not known. */
const char *bs_export_language (const char *name, BsArena *arena);

G_END_DECLS
