#include "base/error.h"

G_DEFINE_QUARK (bs-error, bs_error)
