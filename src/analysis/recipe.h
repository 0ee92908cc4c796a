/* recipe.h: how a corpus was read and cleaned, as text that a store keeps, so that it can be read so again.
 *
 * One option a line, name=value; options that were not used are left out. In a value, newline, carriage return and
 * backslash stand as \n, \r and \\. What repeats in the outlets is no part of it: the store's articles say that.
 */
#pragma once

#include "analysis/reading.h"
#include "source/corpus.h"

G_BEGIN_DECLS

/* Free with g_free. */
char *bs_recipe_write (const BsSourceOptions *source, const BsReadOptions *read);

/* Both again; strings live in `arena`. BS_ERROR_STORE where a line says nothing that this program knows. */
gboolean bs_recipe_read (const char *recipe, BsArena *arena, BsSourceOptions *source, BsReadOptions *read,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The places of a corpus, one a line, each as bs_name_escape() writes it; and the same again. Free with g_free, and with
 * g_strfreev. */
char  *bs_places_write (const char *const *places);
char **bs_places_read  (const char *written);

G_END_DECLS
