/* explain.h: a measure's definition, and its value worked out before the reader's eyes. */
#pragma once

#include "measure/measure.h"
#include "store/table.h"

G_BEGIN_DECLS

/* What is known of one measure and, where steps were taken, how its value came about. Borrowed. */
typedef struct {
  BsMeasureRef   ref;
  const BsSteps *steps; /* NULL: the definition alone */
  double         value; /* NAN: none */
  const char    *caution; /* or NULL */
} BsExplanation;

/* For people, lines of at most `width` columns (0: any); free with g_free. */
char *bs_explanation_text (const BsExplanation *explanation, guint width);

/* One JSON object: id, title, family, status, unit, language, least_words, …, inputs, formula, source, notes, and where
 * steps were taken value and steps. Free with g_free. */
char *bs_explanation_json (const BsExplanation *explanation);

/* The same without steps, as a table of one row. Free with bs_table_free. */
BsTable *bs_explanation_table (const BsExplanation *explanation);

G_END_DECLS
