/* agency.h: news agencies, by their names and shorthands. */
#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* The agency that the bytes name, in its usual spelling ("Associated Press" for "AP"), or NULL. Static. */
const char *bs_agency_named (BsSpan name);

/* "dpa/lni", "AP/dpa": the first agency without who wrote it there, or another agency, behind a stroke; the bytes
 * themselves where no such thing stands there. */
BsSpan      bs_agency_without_author (BsSpan agency);

/* The first agency named anywhere in a text in small ASCII letters, or the first whose shorthand of three capitals or
 * more is a word of the text as it stands ("with inputs from PTI"), a shorter or smaller one behind "from", "by", a
 * colon and their like ("Quelle: dpa"), or NULL. Static. */
const char *bs_agency_within (const char *folded, BsSpan text);

/* The agency that a line of copyright with a year says the text belongs to ("Copyright 2023 The Associated Press.", "©
 * 2023 AFP"), or that distributes it; NULL where another house owns it, whatever that has from agencies. Static. */
const char *bs_agency_of_rights (BsSpan rights);

/* Whom a line of copyright says the text belongs to where an agency distributes it: "©2023 Valley Herald. Distributed
 * by Tribune Content Agency"; empty where none does. Points into what was given. */
BsSpan      bs_agency_distributed (BsSpan rights);

G_END_DECLS
