/* section.h: the tables of a report beside the comparison: what cleaning did, copies, diagnostics. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;        /* "cleaning", for --show */
  const char *description; /* one line for people */
  BsTable *(*make) (BsStore *store, GError **error);
} BsSection;

/* All of them in the order of help. */
const BsSection *bs_sections (guint *n);

/* The one of this name; NULL with BS_ERROR_USAGE naming all. */
const BsSection *bs_section_find (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Shares are in percent, and of all articles of an outlet: those of cleaning, mending and diagnostics of those that
 * count. NULL with `error` set where the store cannot be read. */

/* By outlet and reason: what was set aside, in articles, blocks and bytes, and the shares. "(all)" sums the reasons. */
BsTable *bs_section_cleaning    (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By outlet: what was mended on the way from bytes to text. */
BsTable *bs_section_mending     (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By outlet: the blocks that most of its articles share. At most BS_SECTION_REPEATS of each. */
BsTable *bs_section_repeats     (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By outlet: articles that copy another, of this outlet or of another one, and articles of it that others copy. */
BsTable *bs_section_copies      (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Who carries whom: outlets that copy, outlets of the originals, how many, how alike. */
BsTable *bs_section_carriers    (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By outlet that has copies: words per sentence and the medians of the headline measures without and with them. */
BsTable *bs_section_sensitivity (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By outlet and rule of clean/diagnose.h: articles that fail it before and after cleaning; rules that none fails are
 * left out. "(all)" is the whole corpus. */
BsTable *bs_section_diagnostics (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The rules themselves, whatever the store: source, threshold, unit. */
BsTable *bs_section_rules       (BsStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

#define BS_SECTION_REPEATS 10

G_END_DECLS
