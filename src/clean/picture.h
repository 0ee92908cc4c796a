/* picture.h: the credit of a picture at the end of what stands under it. */
#pragma once

#include "clean/look.h"

G_BEGIN_DECLS

/* "The bridge on Tuesday. (Ida Tarbell/Valley Herald)", "… (NELLIE BLY/PHOTO LIBRARY)": at most 70 words that end in a
 * bracket behind the end of a sentence, and in it a name of two words or more, a stroke and whom it works for, every
 * word with a capital but "via" and its like, and no figures. No stop stands behind the bracket. */
gboolean bs_is_picture_credit (BsSpan block, const BsLook *look);

G_END_DECLS
