/* companion.h: the folders of scripts and pictures that browsers put beside a page which they save: x_files beside
 * x.html. What is in them is no article, and nobody wants to read of each picture that it was left out. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BsCompanions BsCompanions;

BsCompanions *bs_companions_new  (void);
void          bs_companions_free (BsCompanions *companions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BsCompanions, bs_companions_free)

/* Notes a file, with the folders that it lies in; only pages count. */
void     bs_companions_note (BsCompanions *companions, const char *path);

/* Whether a file lies in the folder of a page that was noted. The folder's name is the page's without its ending and
 * "_files", or what that is in the browsers of other languages ("-Dateien", "_fichiers", "_archivos" …). */
gboolean bs_companions_hold (const BsCompanions *companions, const char *path);

/* Takes the files that lie in such folders out of a list of paths; the others keep their order. */
void     bs_companions_drop (GPtrArray *files);

G_END_DECLS
