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
  BS_OUTPUT_MARKDOWN, /* a pipe table for people; nothing in a cell is taken for markup */
  BS_OUTPUT_LATEX     /* booktabs, for a paper: a float, or a longtable where it has over 40 rows; too wide a table goes
                         on below; a comment above names the packages; nothing in a cell is taken for a command */
} BsOutput;

/* What is known of the place that text goes to. */
typedef struct {
  guint    width;   /* columns of the terminal; 0: any width */
  gboolean unicode; /* it shows UTF-8 */
  gboolean bold;    /* it understands ANSI emphasis */
  gboolean pictures; /* it is to show the tables' pictures (store/table.h): only where unicode and of some width */
} BsTerminal;

/* Takes the next piece of output; FALSE with `error` set stops the writing. */
typedef gboolean (*BsWrite) (gpointer sink, const char *bytes, gsize length, GError **error);

/* "table", "csv", … to its value; FALSE with BS_ERROR_USAGE naming the formats. */
gboolean bs_output_from_name (const char *name, BsOutput *output, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Draws all rows of the table and writes them. `terminal` matters to BS_OUTPUT_TABLE alone; NULL: a plain pipe,
 * of any width and UTF-8. The formats for machines leave title and note out. CSV and TSV pass controls on as they are,
 * so they are not for a terminal; a text that a spreadsheet would run as a formula has an apostrophe before it, but for
 * a table that is exact (store/table.h). TABLE and LATEX hold up to 5,000 rows, which decide the widths, the others one. */
gboolean bs_table_write (BsTable *table, BsOutput output, const BsTerminal *terminal, BsWrite write, gpointer sink,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same into one string; free with g_free. NULL on an error. */
char    *bs_table_to_string (BsTable *table, BsOutput output, const BsTerminal *terminal, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Whether people read it: then it has titles and notes, and a page may have several tables and prose between them. */
gboolean bs_output_is_for_people (BsOutput output);

/* A line of prose as Markdown, or LaTeX, that shows it as it is. Free with g_free. */
char    *bs_markdown_line (const char *line);
char    *bs_latex_line    (const char *line);

/* Prose as a page of tables in a format for people has it between them, with its line end: wrapped to the terminal
 * (100 columns where it has any width), or escaped. Free with g_free. */
char    *bs_prose_text    (const char *prose, BsOutput output, const BsTerminal *terminal);
/* A heading likewise. */
char    *bs_heading_text  (const char *heading, BsOutput output, const BsTerminal *terminal);

G_END_DECLS
