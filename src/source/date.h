/* date.h: the day of an article out of the date that its record gives. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BS_DAY_MAX 11 /* bytes of "YYYY-MM-DD" and its NUL */

/* Reads ISO 8601 ("2022-03-24T10:00:00Z", "20220324T100000Z", "2022-03", "2022"), the digits of a timestamp
 * ("20220324100000"), "24 March 2022", "Thu, 24 Mar 2022 10:00:00 GMT" and
 * "March 24, 2022", with English month names; the time, its zone and whatever else follows are passed over. Also with
 * the months' full names in German, French, Spanish, Dutch, Italian, Portuguese, Swedish, Danish, Norwegian, Polish or
 * Russian, as these write it ("Montag 11. Januar 2010", "1er janvier 2010", "11 de enero de 2010"). Writes
 * "YYYY-MM-DD", "YYYY-MM" or "YYYY" into `day` and returns it; NULL where the date cannot be read or is none
 * ("2022-02-30"). Orders of figures that differ between countries ("3/4/2022") are not guessed. */
const char *bs_day_of_date (const char *date, char day[BS_DAY_MAX]);

G_END_DECLS
