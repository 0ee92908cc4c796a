/* header-block.h: heads of lines "Name: value", as WARC records and HTTP messages have them, from any hand: names in
 * any case, lines that end in \r\n or \n, values that go on in lines which begin with a blank. */
#pragma once

#include "base/arena.h"

G_BEGIN_DECLS

/* Bytes of the head with the empty line that ends it; 0: there is no empty line. The first line is of the head
 * whatever it is. */
gsize       bs_header_length (BsSpan bytes);

/* The first line without its end. */
BsSpan      bs_header_first  (BsSpan head);

/* The value of the first field of that name, from the second line on, without blanks at its ends and with those that
 * fold it made one, in the arena; NULL: there is none, or it is empty. */
const char *bs_header_value  (BsSpan head, const char *name, BsArena *arena);

/* The media type of a Content-Type in small letters without its parameters ("text/html"), "" where there is none. */
const char *bs_header_media_type (const char *content_type, BsArena *arena);

/* The charset of a Content-Type, NULL where it names none that could be one. */
const char *bs_header_charset    (const char *content_type, BsArena *arena);

G_END_DECLS
