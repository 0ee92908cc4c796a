/* command.h: the table of commands. To add one: write cmd-NAME.c with one BsCommand, declare it below, add it to the
 * table in commands.c in the order of help and to meson.build; tests/cli/test-help checks that it explains itself. */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Exit statuses, the same for every command. */
typedef enum {
  BS_EXIT_DONE = 0,
  BS_EXIT_PROBLEMS = 1,      /* done, but something in the input was wrong; it was listed and left out */
  BS_EXIT_USAGE = 2,         /* the command line cannot be meant */
  BS_EXIT_FILE = 3,          /* a file or store cannot be read or written */
  BS_EXIT_PROGRAM = 4,       /* gnuplot is missing or failed */
  BS_EXIT_NO_VALUE = 5,      /* a measure has no value for what was given */
  BS_EXIT_INTERRUPTED = 130  /* stopped by the user; what was done is kept */
} BsExit;

typedef struct {
  const char *name;
  const char *arguments; /* "CORPUS…" */
  const char *summary;   /* one line of the list of commands; starts in lower case, no stop */
  const char *details;   /* what stands over the options in its help: what it does, and examples */
  BsExit    (*run) (char **arguments); /* those after its name, NULL-ended; may be changed, are freed by the caller */
} BsCommand;

extern const BsCommand bs_command_analyze, bs_command_clean, bs_command_collocates, bs_command_compare,
    bs_command_concordance, bs_command_dispersion, bs_command_distance, bs_command_explain, bs_command_export,
    bs_command_keyness, bs_command_matrix, bs_command_measures, bs_command_merge, bs_command_ngrams, bs_command_plot,
    bs_command_report, bs_command_richness, bs_command_score, bs_command_segment, bs_command_sentences,
    bs_command_trend, bs_command_words;

/* The command of this name; NULL: there is none. */
const BsCommand *bs_command_find    (const char *name);

/* The command whose name starts like the mistyped one, for "did you mean"; or NULL. */
const BsCommand *bs_command_nearest (const char *name);

/* Lists them all, and says what a corpus is. Free with g_free(). */
char            *bs_commands_help   (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
