/* schema.h: the tables of a store, described once: what makes them, documents them and exports them. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  const char *table;
  const char *column;
  const char *type;        /* with constraints, as in CREATE TABLE */
  const char *unit;        /* NULL: none */
  const char *description;
} BsSchemaColumn;

/* The table that holds what the view `articles` shows: its fixed columns, `admits`, the counts, and of the measures
 * those that do not follow from the counts by plain arithmetic (derived.h). */
#define BS_ARTICLE_ROWS "article_rows"

/* The fixed columns of all tables, in order. Those of counts and measures follow the last fixed column of
 * BS_ARTICLE_ROWS, which is `admits`. */
const BsSchemaColumn *bs_schema_columns (guint *n);

/* All CREATE statements, each ended by ";\n", as the store keeps their texts. Free with g_free. */
char *bs_schema_statements (void);

/* The same, and the INSERTs that document the columns of tables and views in the table `columns`. Free with g_free. */
char *bs_schema_sql (void);

/* The CREATE statement of the view `articles`: which column means what in this version. Free with g_free. */
char *bs_schema_articles_sql (void);

/* A name in double quotes, quotes doubled. Free with g_free. */
char *bs_schema_quote (const char *name);

G_END_DECLS
