/* A library that is loaded before libc (LD_PRELOAD) and has a chosen call fail: fault.h says how it is asked. */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE
#undef _FILE_OFFSET_BITS /* both kinds of functions are here, by their own names */
#include "fault.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* libc's own function of the name that stands behind `real_`. */
#define REAL(type, name, ...)                                                                                          \
  static type (*real_##name) (__VA_ARGS__);                                                                            \
  if (real_##name == NULL)                                                                                             \
    *(void **) &real_##name = dlsym (RTLD_NEXT, #name)

/* A call that fails with -1, about a path or a descriptor. */
#define FAIL(kind, at, ...)                                                                                            \
  if (fault_fails (fault_at_##at (kind, __func__, __VA_ARGS__)))                                                       \
    return -1

/* ---- Opening ------------------------------------------------------------------------------------------------------ */

#define TAKE_MODE(mode, flags)                                                                                         \
  mode_t mode = 0;                                                                                                     \
  if ((flags) & (O_CREAT | __O_TMPFILE))                                                                               \
    {                                                                                                                  \
      va_list more;                                                                                                    \
      va_start (more, flags);                                                                                          \
      mode = va_arg (more, mode_t);                                                                                    \
      va_end (more);                                                                                                   \
    }

#define OPEN(name)                                                                                                     \
  int name (const char *path, int flags, ...)                                                                          \
  {                                                                                                                    \
    REAL (int, name, const char *, int, ...);                                                                          \
    TAKE_MODE (mode, flags)                                                                                            \
    FAIL (KIND_OPEN, path, AT_FDCWD, path);                                                                            \
    int file = real_##name (path, flags, mode);                                                                        \
    fault_opened (file, AT_FDCWD, path);                                                                               \
    return file;                                                                                                       \
  }

#define OPEN_AT(name)                                                                                                  \
  int name (int folder, const char *path, int flags, ...)                                                              \
  {                                                                                                                    \
    REAL (int, name, int, const char *, int, ...);                                                                     \
    TAKE_MODE (mode, flags)                                                                                            \
    FAIL (KIND_OPEN, path, folder, path);                                                                              \
    int file = real_##name (folder, path, flags, mode);                                                                \
    fault_opened (file, folder, path);                                                                                 \
    return file;                                                                                                       \
  }

OPEN (open)
OPEN (open64)
OPEN_AT (openat)
OPEN_AT (openat64)

int __open_2 (const char *path, int flags);
int __open64_2 (const char *path, int flags);
int __openat_2 (int folder, const char *path, int flags);
int __openat64_2 (int folder, const char *path, int flags);

int
__open_2 (const char *path, int flags)
{
  return open (path, flags);
}

int
__open64_2 (const char *path, int flags)
{
  return open64 (path, flags);
}

int
__openat_2 (int folder, const char *path, int flags)
{
  return openat (folder, path, flags);
}

int
__openat64_2 (int folder, const char *path, int flags)
{
  return openat64 (folder, path, flags);
}

#define FOPEN(name)                                                                                                    \
  FILE *name (const char *path, const char *mode)                                                                      \
  {                                                                                                                    \
    REAL (FILE *, name, const char *, const char *);                                                                   \
    if (fault_fails (fault_at_path (KIND_OPEN, __func__, AT_FDCWD, path)))                                             \
      return NULL;                                                                                                     \
    FILE *stream = real_##name (path, mode);                                                                           \
    if (stream != NULL)                                                                                                \
      fault_opened (fileno (stream), AT_FDCWD, path);                                                                  \
    return stream;                                                                                                     \
  }

FOPEN (fopen)
FOPEN (fopen64)

FILE *
fdopen (int file, const char *mode)
{
  REAL (FILE *, fdopen, int, const char *);
  return fault_fails (fault_at_file (KIND_OPEN, __func__, file)) ? NULL : real_fdopen (file, mode);
}

int
close (int file)
{
  REAL (int, close, int);
  int fault = fault_at_file (KIND_CLOSE, __func__, file), closed;

  fault_closed (file);
  closed = real_close (file); /* it is closed even where it fails */
  return fault_fails (fault) ? -1 : closed;
}

/* ---- Reading and writing ------------------------------------------------------------------------------------------ */

/* As many bytes as a read or write may have, -1 where it fails. */
static ssize_t
allowed (int fault, size_t n)
{
  if (fault_fails (fault))
    return -1;
  if (fault == FAULT_HALF)
    return (ssize_t) (n + 1) / 2;
  return fault == FAULT_ZERO ? 0 : fault == FAULT_SHORT && n > 1 ? 1 : (ssize_t) n;
}

#define READ(name, offset_type)                                                                                        \
  ssize_t name (int file, void *to, size_t n, offset_type at)                                                          \
  {                                                                                                                    \
    REAL (ssize_t, name, int, void *, size_t, offset_type);                                                            \
    ssize_t most = allowed (fault_at_file (KIND_READ, __func__, file), n);                                             \
    return most < 0 ? -1 : real_##name (file, to, (size_t) most, at);                                                  \
  }

READ (pread, off_t)
READ (pread64, off64_t)

ssize_t
read (int file, void *to, size_t n)
{
  REAL (ssize_t, read, int, void *, size_t);
  ssize_t most = allowed (fault_at_file (KIND_READ, __func__, file), n);
  return most < 0 ? -1 : real_read (file, to, (size_t) most);
}

ssize_t __read_chk (int file, void *to, size_t n, size_t room);
ssize_t __pread_chk (int file, void *to, size_t n, off_t at, size_t room);
ssize_t __pread64_chk (int file, void *to, size_t n, off64_t at, size_t room);

ssize_t
__read_chk (int file, void *to, size_t n, size_t room)
{
  (void) room;
  return read (file, to, n);
}

ssize_t
__pread_chk (int file, void *to, size_t n, off_t at, size_t room)
{
  (void) room;
  return pread (file, to, n, at);
}

ssize_t
__pread64_chk (int file, void *to, size_t n, off64_t at, size_t room)
{
  (void) room;
  return pread64 (file, to, n, at);
}

#define WRITE(name, offset_type)                                                                                       \
  ssize_t name (int file, const void *from, size_t n, offset_type at)                                                  \
  {                                                                                                                    \
    REAL (ssize_t, name, int, const void *, size_t, offset_type);                                                      \
    int fault = fault_at_file (KIND_WRITE, __func__, file);                                                            \
    ssize_t most = allowed (fault, n);                                                                                 \
    if (fault == FAULT_TORN && real_##name (file, from, n / 2, at) >= 0)                                               \
      fault_kill ();                                                                                                   \
    return most < 0 ? -1 : real_##name (file, from, (size_t) most, at);                                                \
  }

WRITE (pwrite, off_t)
WRITE (pwrite64, off64_t)

ssize_t
write (int file, const void *from, size_t n)
{
  REAL (ssize_t, write, int, const void *, size_t);
  int fault = fault_at_file (KIND_WRITE, __func__, file);
  ssize_t most = allowed (fault, n);

  if (fault == FAULT_TORN && real_write (file, from, n / 2) >= 0)
    fault_kill ();
  return most < 0 ? -1 : real_write (file, from, (size_t) most);
}

ssize_t
readv (int file, const struct iovec *pieces, int n)
{
  REAL (ssize_t, readv, int, const struct iovec *, int);
  FAIL (KIND_READ, file, file);
  return real_readv (file, pieces, n);
}

ssize_t
writev (int file, const struct iovec *pieces, int n)
{
  REAL (ssize_t, writev, int, const struct iovec *, int);
  FAIL (KIND_WRITE, file, file);
  return real_writev (file, pieces, n);
}

/* ---- Streams of stdio, whose own reads and writes nobody sees ------------------------------------------------------ */

static int
fault_at_stream (const char *function, FILE *stream)
{
  return fault_at_file (KIND_STREAM, function, fileno (stream));
}

size_t
fread (void *to, size_t size, size_t n, FILE *stream)
{
  REAL (size_t, fread, void *, size_t, size_t, FILE *);
  int fault = fault_at_stream (__func__, stream);

  if (fault_fails (fault))
    stream->_flags |= 0x20; /* ferror() says so */
  return fault != 0 ? 0 : real_fread (to, size, n, stream);
}

size_t __fread_chk (void *to, size_t room, size_t size, size_t n, FILE *stream);

size_t
__fread_chk (void *to, size_t room, size_t size, size_t n, FILE *stream)
{
  (void) room;
  return fread (to, size, n, stream);
}

size_t
fwrite (const void *from, size_t size, size_t n, FILE *stream)
{
  REAL (size_t, fwrite, const void *, size_t, size_t, FILE *);
  int fault = fault_at_stream (__func__, stream);

  if (fault_fails (fault))
    stream->_flags |= 0x20;
  return fault != 0 ? 0 : real_fwrite (from, size, n, stream);
}

int
fflush (FILE *stream)
{
  REAL (int, fflush, FILE *);
  if (stream != NULL && fault_fails (fault_at_stream (__func__, stream)))
    return EOF;
  return real_fflush (stream);
}

int
fclose (FILE *stream)
{
  REAL (int, fclose, FILE *);
  int fault = fault_at_stream (__func__, stream), closed;

  fault_closed (fileno (stream));
  closed = real_fclose (stream);
  return fault_fails (fault) ? EOF : closed;
}

/* ---- Files as wholes ---------------------------------------------------------------------------------------------- */

int
fsync (int file)
{
  REAL (int, fsync, int);
  FAIL (KIND_SYNC, file, file);
  return real_fsync (file);
}

int
fdatasync (int file)
{
  REAL (int, fdatasync, int);
  FAIL (KIND_SYNC, file, file);
  return real_fdatasync (file);
}

int
rename (const char *from, const char *to)
{
  REAL (int, rename, const char *, const char *);
  FAIL (KIND_RENAME, path, AT_FDCWD, to);
  return real_rename (from, to);
}

int
renameat (int folder, const char *from, int to_folder, const char *to)
{
  REAL (int, renameat, int, const char *, int, const char *);
  FAIL (KIND_RENAME, path, to_folder, to);
  return real_renameat (folder, from, to_folder, to);
}

int
link (const char *from, const char *to)
{
  REAL (int, link, const char *, const char *);
  FAIL (KIND_RENAME, path, AT_FDCWD, to);
  return real_link (from, to);
}

int
unlink (const char *path)
{
  REAL (int, unlink, const char *);
  FAIL (KIND_UNLINK, path, AT_FDCWD, path);
  return real_unlink (path);
}

int
unlinkat (int folder, const char *path, int flags)
{
  REAL (int, unlinkat, int, const char *, int);
  FAIL (KIND_UNLINK, path, folder, path);
  return real_unlinkat (folder, path, flags);
}

int
remove (const char *path)
{
  REAL (int, remove, const char *);
  FAIL (KIND_UNLINK, path, AT_FDCWD, path);
  return real_remove (path);
}

int
rmdir (const char *path)
{
  REAL (int, rmdir, const char *);
  FAIL (KIND_UNLINK, path, AT_FDCWD, path);
  return real_rmdir (path);
}

#define TRUNCATE(name, offset_type)                                                                                    \
  int name (int file, offset_type n)                                                                                   \
  {                                                                                                                    \
    REAL (int, name, int, offset_type);                                                                                \
    FAIL (KIND_TRUNCATE, file, file);                                                                           \
    return real_##name (file, n);                                                                                      \
  }

TRUNCATE (ftruncate, off_t)
TRUNCATE (ftruncate64, off64_t)

#define MMAP(name, offset_type)                                                                                        \
  void *name (void *at, size_t n, int protection, int flags, int file, offset_type from)                               \
  {                                                                                                                    \
    REAL (void *, name, void *, size_t, int, int, int, offset_type);                                                   \
    if (file >= 0 && fault_fails (fault_at_file (KIND_MMAP, __func__, file)))                                          \
      return MAP_FAILED;                                                                                               \
    return real_##name (at, n, protection, flags, file, from);                                                         \
  }

MMAP (mmap, off_t)
MMAP (mmap64, off64_t)

#define SEEK(name, offset_type)                                                                                        \
  offset_type name (int file, offset_type at, int from)                                                                \
  {                                                                                                                    \
    REAL (offset_type, name, int, offset_type, int);                                                                   \
    FAIL (KIND_SEEK, file, file);                                                                                      \
    return real_##name (file, at, from);                                                                               \
  }

SEEK (lseek, off_t)
SEEK (lseek64, off64_t)

#define FCNTL(name)                                                                                                    \
  int name (int file, int command, ...)                                                                                \
  {                                                                                                                    \
    REAL (int, name, int, int, ...);                                                                                   \
    va_list more;                                                                                                      \
    va_start (more, command);                                                                                          \
    void *argument = va_arg (more, void *);                                                                            \
    va_end (more);                                                                                                     \
    if (command == F_SETLK || command == F_SETLKW)                                                                     \
      FAIL (KIND_LOCK, file, file);                                                                                    \
    int done = real_##name (file, command, argument);                                                                  \
    if (command == F_DUPFD || command == F_DUPFD_CLOEXEC)                                                              \
      fault_same (done, file);                                                                                         \
    return done;                                                                                                       \
  }

FCNTL (fcntl)
FCNTL (fcntl64)

/* ---- What stands where -------------------------------------------------------------------------------------------- */

#define STAT(name, buffer_type)                                                                                        \
  int name (const char *path, buffer_type *to)                                                                         \
  {                                                                                                                    \
    REAL (int, name, const char *, buffer_type *);                                                                     \
    FAIL (KIND_STAT, path, AT_FDCWD, path);                                                                            \
    return real_##name (path, to);                                                                                     \
  }

STAT (stat, struct stat)
STAT (stat64, struct stat64)
STAT (lstat, struct stat)
STAT (lstat64, struct stat64)

#define STAT_FILE(name, buffer_type)                                                                                   \
  int name (int file, buffer_type *to)                                                                                 \
  {                                                                                                                    \
    REAL (int, name, int, buffer_type *);                                                                              \
    FAIL (KIND_STAT, file, file);                                                                                      \
    return real_##name (file, to);                                                                                     \
  }

STAT_FILE (fstat, struct stat)
STAT_FILE (fstat64, struct stat64)

#define STAT_AT(name, buffer_type)                                                                                     \
  int name (int folder, const char *path, buffer_type *to, int flags)                                                  \
  {                                                                                                                    \
    REAL (int, name, int, const char *, buffer_type *, int);                                                           \
    FAIL (KIND_STAT, path, folder, path);                                                                              \
    return real_##name (folder, path, to, flags);                                                                      \
  }

STAT_AT (fstatat, struct stat)
STAT_AT (fstatat64, struct stat64)

int
access (const char *path, int mode)
{
  REAL (int, access, const char *, int);
  FAIL (KIND_STAT, path, AT_FDCWD, path);
  return real_access (path, mode);
}

char *
realpath (const char *path, char *to)
{
  REAL (char *, realpath, const char *, char *);
  return fault_fails (fault_at_path (KIND_STAT, __func__, AT_FDCWD, path)) ? NULL : real_realpath (path, to);
}

char *__realpath_chk (const char *path, char *to, size_t room);

char *
__realpath_chk (const char *path, char *to, size_t room)
{
  (void) room;
  return realpath (path, to);
}

DIR *
opendir (const char *path)
{
  REAL (DIR *, opendir, const char *);
  if (fault_fails (fault_at_path (KIND_FOLDER, __func__, AT_FDCWD, path)))
    return NULL;
  DIR *folder = real_opendir (path);
  if (folder != NULL)
    fault_opened (dirfd (folder), AT_FDCWD, path);
  return folder;
}

#define READDIR(name, entry_type)                                                                                      \
  entry_type *name (DIR *folder)                                                                                       \
  {                                                                                                                    \
    REAL (entry_type *, name, DIR *);                                                                                  \
    return fault_fails (fault_at_file (KIND_FOLDER, __func__, dirfd (folder))) ? NULL : real_##name (folder);          \
  }

READDIR (readdir, struct dirent)
READDIR (readdir64, struct dirent64)

int
closedir (DIR *folder)
{
  REAL (int, closedir, DIR *);
  fault_closed (dirfd (folder));
  return real_closedir (folder);
}

int
mkdir (const char *path, mode_t mode)
{
  REAL (int, mkdir, const char *, mode_t);
  FAIL (KIND_MKDIR, path, AT_FDCWD, path);
  return real_mkdir (path, mode);
}

/* ---- Threads and other programs ----------------------------------------------------------------------------------- */

int
pthread_create (pthread_t *thread, const pthread_attr_t *how, void *(*run) (void *), void *data)
{
  REAL (int, pthread_create, pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);
  int fault = fault_at (KIND_THREAD, __func__);

  return fault > 0 ? fault : real_pthread_create (thread, how, run, data);
}

#define SPAWN(name)                                                                                                    \
  int name (pid_t *process, const char *path, const posix_spawn_file_actions_t *files,                                 \
            const posix_spawnattr_t *how, char *const arguments[], char *const environment[])                          \
  {                                                                                                                    \
    REAL (int, name, pid_t *, const char *, const posix_spawn_file_actions_t *, const posix_spawnattr_t *,             \
          char *const[], char *const[]);                                                                               \
    int fault = fault_at (KIND_SPAWN, __func__);                                                                       \
    return fault > 0 ? fault : real_##name (process, path, files, how, arguments, environment);                        \
  }

SPAWN (posix_spawn)
SPAWN (posix_spawnp)

pid_t
fork (void)
{
  REAL (pid_t, fork, void);
  return fault_fails (fault_at (KIND_SPAWN, __func__)) ? -1 : real_fork ();
}

int
execve (const char *path, char *const arguments[], char *const environment[])
{
  REAL (int, execve, const char *, char *const[], char *const[]);
  if (fault_fails (fault_at (KIND_SPAWN, __func__)))
    return -1;
  return real_execve (path, arguments, environment);
}

int
pipe2 (int ends[2], int flags)
{
  REAL (int, pipe2, int *, int);
  return fault_fails (fault_at (KIND_PIPE, __func__)) ? -1 : real_pipe2 (ends, flags);
}

int
pipe (int ends[2])
{
  return pipe2 (ends, 0);
}

int
eventfd (unsigned int start, int flags)
{
  REAL (int, eventfd, unsigned int, int);
  return fault_fails (fault_at (KIND_PIPE, __func__)) ? -1 : real_eventfd (start, flags);
}

int
dup2 (int file, int as)
{
  REAL (int, dup2, int, int);
  if (fault_fails (fault_at (KIND_DUP, __func__)))
    return -1;
  fault_same (as, file);
  return real_dup2 (file, as);
}

/* ---- Memory ------------------------------------------------------------------------------------------------------- */

void *__libc_malloc (size_t n);
void *__libc_calloc (size_t n, size_t size);
void *__libc_realloc (void *old, size_t n);

#define SMALL 512 /* bytes */

/* Where no memory is left, small blocks still come out of what the process has: GLib needs some to say so, and calls
 * itself without end where it gets none. */
static bool
is_refused (const char *function, size_t n)
{
  if (!fault_in_memory () || (n <= SMALL && fault_was_met ()))
    return false;
  return fault_fails (fault_at (KIND_MEMORY, function));
}

void *
malloc (size_t n)
{
  return is_refused (__func__, n) ? NULL : __libc_malloc (n);
}

void *
calloc (size_t n, size_t size)
{
  return is_refused (__func__, n * size) ? NULL : __libc_calloc (n, size);
}

void *
realloc (void *old, size_t n)
{
  return is_refused (__func__, n) ? NULL : __libc_realloc (old, n);
}

/* How many there were is known at the end. */
__attribute__ ((destructor)) static void
end (void)
{
  if (fault_in_memory ())
    fault_at (KIND_MEMORY, "end");
}
