/* sniff.h: what the first bytes of a stream make of it, whatever its name. */
#pragma once

#include "source/byte-stream.h"
#include "source/name.h"

G_BEGIN_DECLS

/* For a name that says nothing: ARCHIVE by the marks of zip, 7z and tar, JSONL where an object opens, else TEXT. Asks
 * the first 64 KiB, and may read more of the stream. */
BsKind bs_sniff_any  (BsByteStream *stream);

/* For text: WARC where it begins like a record of a crawl, NEXIS and FACTIVA where the first 64 KiB hold the lines
 * of such an export (source/export.h), else TEXT. May read more of the stream. */
BsKind bs_sniff_text (BsByteStream *stream);

G_END_DECLS
