/* field-names.h: the fields of records that a user names for their parts. */
#pragma once

#include "source/corpus.h"
#include "source/record.h"

G_BEGIN_DECLS

/* As the options have them; strings and `met` are borrowed. */
BsFieldNames bs_source_field_names (const BsSourceOptions *options);

G_END_DECLS
