/* clean-explain.h: tables of every block of an article with its verdict, the reason and the score: clean --explain. */
#pragma once

#include "clean/clean.h"
#include "cli/text-rows.h"

G_BEGIN_DECLS

/* For people: one article, under its name and title, with what was found in it and what was mended as a note. Free with
 * bs_table_free. */
BsTable *bs_clean_explanation (const BsArticle *article, const BsCleaned *cleaned);

/* For machines: rows of many articles in one table. */
void        bs_clean_explain_columns (BsTable *table);
BsTextRows *bs_clean_explain_rows    (const BsArticle *article, const BsCleaned *cleaned, BsArena *arena);

G_END_DECLS
