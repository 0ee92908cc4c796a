/* label.h: the names of encodings that documents and servers use, and where a page says its own. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* What is meant by a name ("latin1": "windows-1252"; "gb2312": "GB18030"), whatever its case and the blanks and quotes
 * around it: a name that the converter knows, static or interned. A name that is not in the list of labels stands for
 * itself where the converter knows it and, with `of_text`, reads ASCII as ASCII. NULL: nobody knows it, or it is UTF-7.
 * */
const char *bs_encoding_of_label (BsSpan label, gboolean of_text);

/* The encoding that a page declares in its first 4,096 bytes, as the HTML standard scans for it: an XML declaration at
 * its start, or the first meta element with a charset, or with http-equiv and a content that has one; comments and
 * other tags are passed over. A page that calls itself UTF-16 in letters of ASCII is UTF-8. NULL: none, or an unknown
 * one.
 *   Source: HTML standard, "prescan a byte stream to determine its encoding", with four times the bytes. */
const char *bs_encoding_of_page (BsSpan page);

G_END_DECLS
