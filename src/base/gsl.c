#include "base/gsl.h"

#include <gsl/gsl_errno.h>

void
bs_gsl_quiet (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      gsl_set_error_handler_off ();
      g_once_init_leave (&done, 1);
    }
}
