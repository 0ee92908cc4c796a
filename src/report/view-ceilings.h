/* view-ceilings.h: the table of ceilings (base/ceiling.h) for people. */
#pragma once

#include "base/ceiling.h"
#include "store/table.h"

G_BEGIN_DECLS

/* One row a ceiling: name, value in force, unit, what it bounds, what becomes of what goes over. */
BsTable *bs_view_ceilings (const BsCeilings *ceilings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
