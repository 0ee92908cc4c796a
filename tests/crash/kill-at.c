/* Ends the program at a call that changes a file, as if by SIGKILL: a moment that chance hardly meets.
 *
 * A library to be preloaded. Counted are writes, truncations, syncs and deletions of plain files, in all threads.
 *   KILL_AT=N       the Nth of them does not happen; of a write, with KILL_HALF=1, the first half does
 *   KILL_COUNT=FILE how many there were is written there at the end
 */
#define _GNU_SOURCE
#undef _FILE_OFFSET_BITS /* pwrite and pwrite64 are two names here */

#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long n_calls;
static long kill_at = -1;
static int half;

__attribute__ ((constructor)) static void
begin (void)
{
  const char *at = getenv ("KILL_AT");

  kill_at = at != NULL ? atol (at) : -1;
  half = getenv ("KILL_HALF") != NULL;
}

__attribute__ ((destructor)) static void
end (void)
{
  const char *path = getenv ("KILL_COUNT");
  FILE *file = path != NULL ? fopen (path, "w") : NULL;

  if (file == NULL)
    return;
  fprintf (file, "%ld\n", atomic_load (&n_calls));
  fclose (file);
}

static int
is_plain (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
}

static int
is_last (void)
{
  return atomic_fetch_add (&n_calls, 1) + 1 == kill_at;
}

/* When so much has been written. */
static void
die (ssize_t n __attribute__ ((unused)))
{
  kill (getpid (), SIGKILL);
  pause ();
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

#define WRITE_AT(name, offset_type)                                                                                    \
  ssize_t name (int fd, const void *bytes, size_t n, offset_type offset)                                               \
  {                                                                                                                    \
    if (is_plain (fd) && is_last ())                                                                                   \
      die (half ? REAL (name) (fd, bytes, n / 2, offset) : 0);                                                         \
    return REAL (name) (fd, bytes, n, offset);                                                                         \
  }

WRITE_AT (pwrite, off_t)
WRITE_AT (pwrite64, off64_t)

ssize_t
write (int fd, const void *bytes, size_t n)
{
  if (is_plain (fd) && is_last ())
    die (half ? REAL (write) (fd, bytes, n / 2) : 0);
  return REAL (write) (fd, bytes, n);
}

#define ON_FILE(name, parameters, arguments)                                                                           \
  int name parameters                                                                                                  \
  {                                                                                                                    \
    if (is_plain (fd) && is_last ())                                                                                   \
      die (0);                                                                                                         \
    return REAL (name) arguments;                                                                                      \
  }

ON_FILE (ftruncate, (int fd, off_t n), (fd, n))
ON_FILE (ftruncate64, (int fd, off64_t n), (fd, n))
ON_FILE (fsync, (int fd), (fd))
ON_FILE (fdatasync, (int fd), (fd))

int
unlink (const char *path)
{
  if (is_last ())
    die (0);
  return REAL (unlink) (path);
}
