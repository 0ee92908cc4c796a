/* Preloaded under ThreadSanitizer: tells it of GLib's locks, which are made inside a library that it does not see into.
 * Each function does what GLib's does, by GLib's own, and says what that orders. In a program without the sanitizer the
 * words below are missing and nothing is said. */
#include <dlfcn.h>
#include <glib.h>

#define WEAK __attribute__ ((weak))
#define LINKER_INITIALIZED 1u /* no lock is made known before it is used */

void __tsan_acquire (void *address) WEAK;
void __tsan_release (void *address) WEAK;
void __tsan_mutex_destroy (void *address, unsigned flags) WEAK;
void __tsan_mutex_pre_lock (void *address, unsigned flags) WEAK;
void __tsan_mutex_post_lock (void *address, unsigned flags, int recursion) WEAK;
int __tsan_mutex_pre_unlock (void *address, unsigned flags) WEAK;
void __tsan_mutex_post_unlock (void *address, unsigned flags) WEAK;

#define SAY(word, ...)         \
  do                           \
    if (word != NULL)          \
      word (__VA_ARGS__);      \
  while (0)

/* GLib's own function of this name, found once. */
#define REAL(type, name)                                                   \
  ({                                                                       \
    static type (*real) ();                                                \
    if (__atomic_load_n (&real, __ATOMIC_RELAXED) == NULL)                 \
      __atomic_store_n (&real, dlsym (RTLD_NEXT, #name), __ATOMIC_RELAXED); \
    real;                                                                  \
  })

static void
before_lock (GMutex *mutex)
{
  SAY (__tsan_mutex_pre_lock, mutex, LINKER_INITIALIZED);
}

static void
after_lock (GMutex *mutex)
{
  SAY (__tsan_mutex_post_lock, mutex, LINKER_INITIALIZED, 0);
}

static void
before_unlock (GMutex *mutex)
{
  SAY (__tsan_mutex_pre_unlock, mutex, 0);
}

static void
after_unlock (GMutex *mutex)
{
  SAY (__tsan_mutex_post_unlock, mutex, 0);
}

void
g_mutex_lock (GMutex *mutex)
{
  before_lock (mutex);
  REAL (void, g_mutex_lock) (mutex);
  after_lock (mutex);
}

void
g_mutex_unlock (GMutex *mutex)
{
  before_unlock (mutex);
  REAL (void, g_mutex_unlock) (mutex);
  after_unlock (mutex);
}

void
g_mutex_clear (GMutex *mutex)
{
  SAY (__tsan_mutex_destroy, mutex, 0);
  REAL (void, g_mutex_clear) (mutex);
}

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  before_unlock (mutex);
  after_unlock (mutex);
  REAL (void, g_cond_wait) (cond, mutex);
  before_lock (mutex);
  after_lock (mutex);
}

gboolean
(g_once_init_enter) (volatile void *location)
{
  gboolean first = REAL (gboolean, g_once_init_enter) (location);

  if (!first)
    SAY (__tsan_acquire, (void *) location);
  return first;
}

void
(g_once_init_leave) (volatile void *location, gsize result)
{
  SAY (__tsan_release, (void *) location);
  REAL (void, g_once_init_leave) (location, result);
}

/* ---- What a pool's threads are given, they may read; what they did, is done when the pool is gone. ---- */

typedef struct {
  GFunc work;
  gpointer data;
} Job;

static void
do_job (gpointer task, gpointer data)
{
  const Job *job = data;

  SAY (__tsan_acquire, data);
  job->work (task, job->data);
  SAY (__tsan_release, data);
}

GThreadPool *
g_thread_pool_new (GFunc work, gpointer data, gint threads, gboolean exclusive, GError **error)
{
  Job *job = g_new (Job, 1); /* as long as the process */

  *job = (Job){ work, data };
  return REAL (GThreadPool *, g_thread_pool_new) (do_job, job, threads, exclusive, error);
}

gboolean
g_thread_pool_push (GThreadPool *pool, gpointer task, GError **error)
{
  SAY (__tsan_release, pool->user_data);
  return REAL (gboolean, g_thread_pool_push) (pool, task, error);
}

void
g_thread_pool_free (GThreadPool *pool, gboolean immediate, gboolean wait)
{
  Job *job = pool->user_data;

  REAL (void, g_thread_pool_free) (pool, immediate, wait);
  SAY (__tsan_acquire, job);
}
