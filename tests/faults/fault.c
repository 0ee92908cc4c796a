#define _GNU_SOURCE
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES 4096
#define PLACES 16

static const char *const kind_names[N_KINDS] = {
  [KIND_OPEN] = "open",       [KIND_READ] = "read",     [KIND_WRITE] = "write",   [KIND_SYNC] = "sync",
  [KIND_RENAME] = "rename",   [KIND_UNLINK] = "unlink", [KIND_TRUNCATE] = "cut",  [KIND_MMAP] = "mmap",
  [KIND_CLOSE] = "close",     [KIND_STAT] = "stat",     [KIND_FOLDER] = "folder", [KIND_MKDIR] = "mkdir",
  [KIND_SEEK] = "seek",       [KIND_LOCK] = "lock",     [KIND_STREAM] = "stream", [KIND_THREAD] = "thread",
  [KIND_SPAWN] = "spawn",     [KIND_PIPE] = "pipe",     [KIND_DUP] = "dup",       [KIND_MEMORY] = "memory",
  [KIND_CHANGE] = "change",
};

static const struct {
  const char *name;
  int         value;
} errors[] = {
  { "EIO", EIO },       { "ENOSPC", ENOSPC }, { "EACCES", EACCES }, { "EMFILE", EMFILE }, { "ENFILE", ENFILE },
  { "EINTR", EINTR },   { "EAGAIN", EAGAIN }, { "ENOMEM", ENOMEM }, { "EROFS", EROFS },   { "EDQUOT", EDQUOT },
  { "ENOENT", ENOENT }, { "EPERM", EPERM },   { "ENOLCK", ENOLCK }, { "EFBIG", EFBIG },   { "EBUSY", EBUSY },
  { "ESTALE", ESTALE }, { "EPIPE", EPIPE },   { "EXDEV", EXDEV },   { "EINVAL", EINVAL }, { "EOVERFLOW", EOVERFLOW },
  { "short", FAULT_SHORT }, { "zero", FAULT_ZERO }, { "torn", FAULT_TORN },
  { "half", FAULT_HALF },
};

static bool active, whole_log, with_memory;
static int log_file = -1;
static Kind harmed = N_KINDS;
static long harmed_from, harmed_to; /* numbers of calls */
static int harm;                    /* as fault_at_path() returns it */
static bool kills;
static char places[4096];
static const char *place[PLACES];
static size_t n_places;
static bool is_told;        /* the harmed call stands in the log */
static bool folder_is_ours; /* the one in which the program was started */
static atomic_long counts[N_KINDS];
static atomic_uchar is_ours[FILES];

static void
read_places (void)
{
  const char *under = getenv ("BS_FAULT_UNDER");

  snprintf (places, sizeof places, "%s", under != NULL ? under : "/");
  for (char *next = places; next != NULL && n_places < PLACES;)
    {
      char *here = strsep (&next, ":");

      if (strcmp (here, "-") == 0)
        is_ours[0] = 1;
      else if (strcmp (here, "+") == 0)
        is_ours[1] = 1;
      else if (*here != '\0')
        place[n_places++] = here;
    }
}

static void
read_fault (const char *text)
{
  char kind[32], what[32], on[8] = "";

  if (sscanf (text, "%31s %ld %31s %7s", kind, &harmed_from, what, on) < 3)
    {
      fprintf (stderr, "BS_FAULT: not understood: %s\n", text);
      _exit (99);
    }
  harmed_to = *on != '\0' ? 1L << 60 : harmed_from;
  for (int i = 0; i < N_KINDS; i++)
    if (strcmp (kind_names[i], kind) == 0)
      harmed = (Kind) i;
  for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
    if (strcmp (errors[i].name, what) == 0)
      harm = errors[i].value;
  kills = strcmp (what, "kill") == 0;
  if (harmed == N_KINDS || (harm == 0 && !kills))
    {
      fprintf (stderr, "BS_FAULT: no such kind or error: %s\n", text);
      _exit (99);
    }
}

static bool path_is_ours (int folder, const char *path);

__attribute__ ((constructor)) static void
begin (void)
{
  char here[4096];
  const char *program = getenv ("BS_FAULT_PROGRAM"), *fault = getenv ("BS_FAULT"), *log = getenv ("BS_FAULT_LOG");

  if (strcmp (program_invocation_short_name, program != NULL ? program : "broadsheet") != 0)
    return;
  read_places ();
  folder_is_ours = getcwd (here, sizeof here) != NULL && path_is_ours (AT_FDCWD, here);
  if (log != NULL)
    log_file = (int) syscall (SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (log_file >= 0) /* out of the way of the program's own */
    {
      int high = (int) syscall (SYS_fcntl, log_file, F_DUPFD_CLOEXEC, 900);

      syscall (SYS_close, log_file);
      log_file = high;
    }
  if (fault != NULL)
    read_fault (fault);
  whole_log = fault == NULL;
  with_memory = harmed == KIND_MEMORY || getenv ("BS_FAULT_MEMORY") != NULL;
  active = true;
}

bool
fault_in_memory (void)
{
  return active && with_memory;
}

bool
fault_was_met (void)
{
  return is_told;
}

/* No allocation, no stdio: it is called from anywhere. */
static void
note (const char *mark, Kind kind, long number, const char *function, const char *where)
{
  char line[512];
  int n = snprintf (line, sizeof line, "%s%s %ld %s %.300s\n", mark, kind_names[kind], number, function, where);

  if (log_file >= 0)
    syscall (SYS_write, log_file, line, (size_t) n);
}

static int
count_one (Kind kind, const char *function, const char *where)
{
  long number = atomic_fetch_add (&counts[kind], 1) + 1;
  bool hit = kind == harmed && number >= harmed_from && number <= harmed_to;

  if (hit && number == harmed_from)
    {
      is_told = true;
      note ("hit ", kind, number, function, where);
    }
  else if (whole_log && (kind != KIND_MEMORY || strcmp (function, "end") == 0))
    note ("", kind, number, function, where);
  if (hit && kills)
    fault_kill ();
  return hit ? harm : 0;
}

static int
count (Kind kind, const char *function, const char *where)
{
  static const bool changes[N_KINDS] = { [KIND_WRITE] = true,    [KIND_SYNC] = true,  [KIND_RENAME] = true, [KIND_UNLINK] = true,
                                         [KIND_TRUNCATE] = true, [KIND_MKDIR] = true, [KIND_STREAM] = true };
  int fault = count_one (kind, function, where);

  return fault == 0 && changes[kind] ? count_one (KIND_CHANGE, function, where) : fault;
}

void
fault_kill (void)
{
  syscall (SYS_kill, getpid (), SIGKILL);
  for (;;)
    pause ();
}

static bool
file_is_ours (int file)
{
  return file >= 0 && file < FILES && is_ours[file];
}

static bool
path_is_ours (int folder, const char *path)
{
  if (path == NULL || path[0] != '/')
    return path != NULL && (folder == AT_FDCWD ? folder_is_ours : file_is_ours (folder));
  for (size_t i = 0; i < n_places; i++)
    {
      size_t length = strlen (place[i]);

      if (strncmp (path, place[i], length) == 0)
        return true;
    }
  return false;
}

int
fault_at_path (Kind kind, const char *function, int folder, const char *path)
{
  return active && path_is_ours (folder, path) ? count (kind, function, path) : 0;
}

int
fault_at_file (Kind kind, const char *function, int file)
{
  char link[32], where[300] = "?";
  ssize_t n;

  if (!active || !file_is_ours (file))
    return 0;
  if (whole_log || (kind == harmed && atomic_load (&counts[kind]) + 1 >= harmed_from && !is_told))
    {
      snprintf (link, sizeof link, "/proc/self/fd/%d", file);
      n = (ssize_t) syscall (SYS_readlinkat, AT_FDCWD, link, where, sizeof where - 1);
      where[n > 0 ? n : 0] = '\0';
    }
  return count (kind, function, where);
}

int
fault_at (Kind kind, const char *function)
{
  return active ? count (kind, function, "-") : 0;
}

bool
fault_fails (int fault)
{
  if (fault > 0)
    errno = fault;
  return fault > 0;
}

void
fault_opened (int file, int folder, const char *path)
{
  if (active && file >= 0 && file < FILES)
    is_ours[file] = path_is_ours (folder, path);
}

void
fault_closed (int file)
{
  if (file > 2 && file < FILES)
    is_ours[file] = 0;
}

void
fault_same (int file, int as)
{
  if (file >= 0 && file < FILES && as >= 0 && as < FILES)
    is_ours[file] = is_ours[as];
}
