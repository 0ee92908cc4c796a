/* fault.h: which call of which kind goes wrong, and how. The functions of shim.c ask before they do their work.
 *
 * The environment says it:
 *   BS_FAULT        "KIND NUMBER WHAT" or "KIND NUMBER WHAT on": the call of that number (from 1), or it and all later
 *                   ones. WHAT is the name of an error (EIO), or
 *                   short  a read or write of one byte,
 *                   half   of half of the bytes,
 *                   zero   a read or write of nothing,
 *                   kill   SIGKILL before the call,
 *                   torn   half of a write, then SIGKILL.
 *                   The kind "change" counts whatever changes a file: writes, cuts, new names, syncs.
 *   BS_FAULT_UNDER  absolute places, with ':' between; only files there are counted and harmed. "-" is standard input,
 *                   "+" standard output.
 *   BS_FAULT_LOG    a file to which calls are written as they come, "KIND NUMBER FUNCTION WHERE", the harmed one as
 *                   "hit KIND NUMBER FUNCTION WHERE", where BS_FAULT is not set all, else those that are harmed.
 *   BS_FAULT_PROGRAM  the only program that is harmed: "broadsheet" where it is not set. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef enum {
  KIND_OPEN, KIND_READ, KIND_WRITE, KIND_SYNC, KIND_RENAME, KIND_UNLINK, KIND_TRUNCATE, KIND_MMAP, KIND_CLOSE, KIND_STAT,
  KIND_FOLDER, KIND_MKDIR, KIND_SEEK, KIND_LOCK, KIND_STREAM, KIND_THREAD, KIND_SPAWN, KIND_PIPE, KIND_DUP, KIND_MEMORY,
  KIND_CHANGE, N_KINDS
} Kind;

/* What shall become of a call: 0 nothing, above 0 the error it fails with. */
#define FAULT_SHORT (-1)
#define FAULT_ZERO  (-2)
#define FAULT_TORN  (-3)
#define FAULT_HALF  (-4)

/* Counts a call about a file, where it is one of those to harm; `path` may be NULL. Kills where that is asked. */
int fault_at_path (Kind kind, const char *function, int folder, const char *path);
int fault_at_file (Kind kind, const char *function, int file);
/* Counts a call that is about no file. */
int fault_at (Kind kind, const char *function);
/* Sets errno and says TRUE where the call fails. */
bool fault_fails (int fault);

/* Which descriptors are to be harmed. */
void fault_opened (int file, int folder, const char *path);
void fault_closed (int file);
void fault_same   (int file, int as);
void fault_kill   (void) __attribute__ ((noreturn));
/* Whether allocations count. */
bool fault_in_memory (void);
/* Whether a harmed call was met. */
bool fault_was_met (void);
