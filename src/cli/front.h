/* front.h: what the commands share: options, errors, the terminal, output, and a corpus standing where a store may. */
#pragma once

#include "analysis/analysis.h"
#include "analysis/texts.h"
#include "analysis/walk.h"
#include "cli/command.h"
#include "report/format.h"

G_BEGIN_DECLS

/* ---- Command lines ------------------------------------------------------------------------------------------------ */

/* Parses options and leaves the rest in `*places` (NULL where there is none; free with g_strfreev). Any of the groups
 * of entries may be NULL. On FALSE `*exit` is what to return: help was printed, or an error. */
gboolean bs_front_parse (const BsCommand *command, char **arguments, const GOptionEntry *own,
                         const GOptionEntry *const *shared, char ***places, BsExit *exit);

/* The command line that was parsed last: "broadsheet", the command's name, its arguments; NULL-terminated. */
const char *const *bs_front_command (void);

/* Prints "broadsheet: MESSAGE" to standard error, frees the error, and returns the status that its kind asks for. */
BsExit   bs_front_fail (GError *error);

/* The same for a wrong command line; a printf format. */
BsExit   bs_front_usage (const BsCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A line for people on standard error, made safe for a terminal. */
void     bs_front_say (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same about a place in the input: "papers.zip/a.txt: MESSAGE". */
void     bs_front_say_at (const BsOrigin *origin, const char *message);

/* ---- Output ------------------------------------------------------------------------------------------------------- */

/* --format and --output. */
typedef struct {
  char *format;
  char *output;
} BsFrontOutput;

/* The entries that fill `output`; valid until the next call. */
const GOptionEntry *bs_front_output_entries (BsFrontOutput *output);
void bs_front_output_clear (BsFrontOutput *output);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsFrontOutput, bs_front_output_clear)

/* The format asked for, `otherwise` where none was. */
gboolean bs_front_output_kind (const BsFrontOutput *output, BsOutput otherwise, BsOutput *kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Where output goes: standard output, or a file that appears whole when it is closed, or not at all. */
typedef struct _BsSink BsSink;

BsSink  *bs_sink_open   (const char *path /* NULL or "-": standard output */, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bs_sink_write  (BsSink *sink, const char *text, gssize length, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What standard output can show. */
BsTerminal bs_front_terminal (void);
/* What the place of this output can show: standard output, or a plain file of any width. */
BsTerminal bs_sink_terminal (const BsSink *sink);
gboolean bs_sink_table  (BsSink *sink, BsTable *table, BsOutput kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A line of prose, or a heading, of a page in a format for people. */
gboolean bs_sink_prose   (BsSink *sink, const char *prose, BsOutput kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean bs_sink_heading (BsSink *sink, const char *text, BsOutput kind, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Ends the output; frees the sink in any case. */
gboolean bs_sink_close  (BsSink *sink, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Drops what was written to a file. */
void     bs_sink_abandon (BsSink *sink);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsSink, bs_sink_abandon)

/* BS_ERROR_USAGE where a store stands in the place of an output. */
gboolean bs_front_may_replace (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Writes one table to where `output` says, and the status. */
BsExit   bs_front_print (BsTable *table, const BsFrontOutput *output, BsOutput otherwise);

/* Writes a text to standard output, and the status. */
BsExit   bs_front_print_text (const char *text);

/* What --copies says, `otherwise` where it was not given. */
gboolean bs_front_copies (const char *name, BsCopies otherwise, BsCopies *copies, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The entry of --copies for a command's own options. */
#define BS_FRONT_COPIES_ENTRY(string)                                                                                  \
  { "copies", 0, 0, G_OPTION_ARG_STRING, (string), "Articles that copy another: leave-out, or keep", "HOW" }

/* ---- A corpus or a store ------------------------------------------------------------------------------------------ */

/* Whether there is a file that is a SQLite database. FALSE with `error` where it cannot be read. */
gboolean bs_front_is_store (const char *path, gboolean *is_store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define BS_FRONT_OUTPUTS 3 /* files that a command writes at most */

/* How a corpus is read: names of fields, formats, threads, cleaning. */
typedef struct {
  char    *input_format;
  char    *field_text, *field_outlet, *field_title, *field_date, *field_byline, *field_id, *field_url, *field_language;
  char    *outlet, *language, *numbers, *without;
  char   **ceilings; /* NAME=VALUE */
  char    *max_article;
  int      threads;
  gboolean as_is, any_length, follow_links, prune, quiet;
  double checkpoint; /* as in BsAnalysisOptions */
  char    *outputs[BS_FRONT_OUTPUTS + 1]; /* see bs_front_writes() */
  char *const *sources; /* --sources: read like the corpus; NULL: none; borrowed */
} BsFrontCorpus;

/* The entries that fill `corpus`; valid until the next call. */
const GOptionEntry *bs_front_corpus_entries (BsFrontCorpus *corpus);
void bs_front_corpus_clear (BsFrontCorpus *corpus);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsFrontCorpus, bs_front_corpus_clear)

/* Says that the command will write this file, so that bs_front_open() and bs_front_texts_open() refuse it where it
 * is one of what is read; NULL or "-": none. */
void bs_front_writes (BsFrontCorpus *corpus, const char *output);

/* The options of the analysis; strings stay with `corpus`. */
gboolean bs_front_corpus_options (const BsFrontCorpus *corpus, BsAnalysisOptions *options, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* Those of the command line alone. */
gboolean bs_front_ceilings (const BsFrontCorpus *corpus, BsCeilings *ceilings, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* ---- What an output must not replace ------------------------------------------------------------------------------ */

/* By device and inode, so that a link, another folder or another spelling makes no difference. Each is BS_ERROR_USAGE
 * where an output that is there would replace what is read. */

/* One output, which may be NULL: none of the inputs, which may be NULL, nor a file of a kind that the corpus of a folder
 * would read. Where a store is brought up to date one of an earlier run may lie in the folder: it is passed over
 * (BsSourceOptions.except). */
gboolean bs_front_spares_inputs (char *const *places, const char *output, gboolean is_brought_up_to_date,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same of all that the command will write, for its places and --sources. */
gboolean bs_front_spares_places (const BsFrontCorpus *corpus, char *const *places, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same for the files that the store's articles came from and the places of its runs, as they are named from the
 * current folder or from the store's, which is where they would be read again. Asks the system for each of them, where an
 * output is there. */
gboolean bs_front_spares_sources (const BsFrontCorpus *corpus, BsStore *store, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The same for the files that a corpus reads, links and manifests followed. */
gboolean bs_front_spares_corpus (const BsFrontCorpus *corpus, const BsCorpus *read, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* ---- Analysis ----------------------------------------------------------------------------------------------------- */

/* Analyzes with a progress bar on a terminal; SIGINT and SIGTERM stop it cleanly. */
gboolean bs_front_analyze (BsStore *store, char **places, const BsFrontCorpus *corpus, BsRunSummary *summary,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says on standard error what a run did; BS_EXIT_PROBLEMS where it met problems. */
BsExit   bs_front_tell_run (const BsRunSummary *summary, gboolean quiet);

/* Says on standard error where the first problems of a store lie and what they are: of one that goes with the program,
 * nobody can ask later. */
gboolean bs_front_tell_problems (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A store that is read, and what has to go when it is closed. */
typedef struct {
  BsStore *store;
  char    *temporary; /* folder of a store made for this command alone */
  BsExit   exit;      /* BS_EXIT_PROBLEMS where its corpus had problems */
} BsFrontStore;

/* Opens the one store among `places`, or analyzes them as a corpus into a temporary store. */
gboolean bs_front_open (BsFrontStore *front, const BsCommand *command, char **places, const BsFrontCorpus *corpus,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, and decides which articles count: `how` is the value of --copies, `otherwise` what holds where it is NULL. */
gboolean bs_front_open_counted (BsFrontStore *front, const BsCommand *command, char **places,
                                const BsFrontCorpus *corpus, const char *how, BsCopies otherwise, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void     bs_front_close (BsFrontStore *front);

/* What is printed of a store that could not be read to its end is wrong where nothing says so: FALSE where that was so of
 * the store that is open, or that was closed last. */
gboolean bs_front_was_read (GError **error) G_GNUC_WARN_UNUSED_RESULT;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BsFrontStore, bs_front_close)

/* The measures of these ids that every article has a column for, each once; all of those where one is "all"; the few
 * that a summary shows where `ids` is NULL. NULL with BS_ERROR_USAGE where there is no such measure. */
GArray *bs_front_measures (char **ids, GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of BsMeasureRef */

/* ---- Sources walked again ----------------------------------------------------------------------------------------- */

/* The entry of --sources for a command's own options. */
#define BS_FRONT_SOURCES_ENTRY(strings)                                                                                \
  { "sources", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, (strings),                                                           \
    "Where the store's texts are now; may be repeated", "PLACE" }

/* For main(): temporary files go when a signal ends the program, where no memory is left, which is said, and at its
 * end. An end that did not come by way of bs_front_leave(), which returns its argument, is the work of a library: it is
 * told, and the status is that of a failure. */
void bs_front_sweep_at_end (void);
int  bs_front_leave        (int status);
/* From TRUE to FALSE, SIGINT and SIGTERM make what is returned other than 0: BsWalkOptions.stop. */
const volatile gint *bs_front_catch (gboolean catch);
/* FALSE with BS_ERROR_USAGE where standard input is among the places. */
gboolean bs_front_refuse_input (const BsCommand *command, char **places, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Says which articles could not be walked; BS_EXIT_PROBLEMS where there are any. */
BsExit   bs_front_tell_walk (const BsWalkSummary *summary);

/* ---- Texts -------------------------------------------------------------------------------------------------------- */

/* The texts of `places` (files, records, "-"; none: standard input) for commands that need no store, read in the corpus'
 * threads and drawn one after the other (analysis/texts.h). `read` and `exit` must live as long as this. NULL with `error`
 * set where a place is the corpus' output, or cannot be opened. */
typedef struct _BsFrontTexts BsFrontTexts;

BsFrontTexts *bs_front_texts_open (char **places, const BsFrontCorpus *corpus, const BsReadOptions *read,
                                   const BsTextWork *work, BsExit *exit, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          bs_front_texts_free (BsFrontTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsFrontTexts, bs_front_texts_free)

/* The next text of which anything could be read; FALSE behind the last. Problems on the way, and its own, are said on
 * standard error and make *exit BS_EXIT_PROBLEMS. */
gboolean      bs_front_texts_next (BsFrontTexts *texts, BsText *text);

/* Of texts of which BsTable were made, which bs_front_table_free() frees: all of them, an empty line between two. */
gboolean      bs_front_texts_write (BsFrontTexts *texts, BsSink *sink, BsOutput kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void          bs_front_table_free  (gpointer table);

/* Of a text, what a person calls it: its file, or the id of a record. Lives as long as the article. */
const char   *bs_front_text_name  (const BsArticle *article);

/* Calls `visit` with each of them, before anything of it is read, in the calling thread alone. */
typedef gboolean (*BsFrontVisit) (gpointer data, const BsArticle *article, GError **error);
gboolean bs_front_each_text (char **places, const BsFrontCorpus *corpus, BsFrontVisit visit, gpointer data,
                             BsExit *exit, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
