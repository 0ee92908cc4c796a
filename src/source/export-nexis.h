/* export-nexis.h: what the two forms of Nexis share. */
#pragma once

#include "source/export.h"

G_BEGIN_DECLS

/* bs_nexis_read() for the form of Nexis Uni. */
const char *bs_nexis_uni_read (BsSpan document, gboolean first, BsArena *arena, BsExported *exported);

/* "NEWS; Pg. 3" is a section and a page. */
void        bs_export_section (const char *string, BsExported *exported, BsArena *arena);

G_END_DECLS
