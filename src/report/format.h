/* format.h: a table as text of one format. */
#pragma once

#include "store/table.h"

G_BEGIN_DECLS

typedef enum {
  BS_OUTPUT_TABLE,    /* aligned columns for people, safe for a terminal */
  BS_OUTPUT_CSV,      /* RFC 4180 but lines end in \n; machine names, every digit; missing is nothing, empty is "" */
  BS_OUTPUT_TSV,      /* tab, newline, carriage return and backslash in a cell as \t, \n, \r, \\ */
  BS_OUTPUT_JSON,     /* one array of objects, a row a line */
  BS_OUTPUT_JSONL,    /* one object a line */
  BS_OUTPUT_MARKDOWN  /* a pipe table for people; nothing in a cell is taken for markup */
} BsOutput;

/* What is known of the place that text goes to. */
typedef struct {
  guint    width;   /* columns of the terminal; 0: any width */
  gboolean unicode; /* it shows UTF-8 */
  gboolean bold;    /* it understands ANSI emphasis */
} BsTerminal;

/* Takes the next piece of output; FALSE with `error` set stops the writing. */
typedef gboolean (*BsWrite) (gpointer sink, const char *bytes, gsize length, GError **error);

/* "table", "csv", … to its value; FALSE with BS_ERROR_USAGE naming the formats. */
gboolean bs_output_from_name (const char *name, BsOutput *output, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Draws all rows of the table and writes them. `terminal` matters to BS_OUTPUT_TABLE alone; NULL: a plain pipe,
 * of any width and UTF-8. The formats for machines leave title and note out; CSV and TSV pass controls on as they are,
 * so they are not for a terminal. The table holds up to 5,000 rows, which decide the widths; the others hold one. */
gboolean bs_table_write (BsTable *table, BsOutput output, const BsTerminal *terminal, BsWrite write, gpointer sink,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same into one string; free with g_free. NULL on an error. */
char    *bs_table_to_string (BsTable *table, BsOutput output, const BsTerminal *terminal, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A line of prose as Markdown that shows it as it is. Free with g_free. */
char    *bs_markdown_line (const char *line);

G_END_DECLS
