#include "base/give-back.h"

#include <sys/mman.h>
#include <unistd.h>

void
bs_give_back (gpointer bytes, gsize n)
{
#ifdef MADV_DONTNEED
  static gsize page;
  guintptr start, end;

  if (g_once_init_enter (&page))
    g_once_init_leave (&page, (gsize) MAX (sysconf (_SC_PAGESIZE), 1));
  start = ((guintptr) bytes + page - 1) / page * page;
  end = ((guintptr) bytes + n) / page * page;
  if (start < end) /* where it fails, nothing is lost */
    madvise ((gpointer) start, end - start, MADV_DONTNEED); /* NOLINT: an address made from a page's number */
#endif
}
