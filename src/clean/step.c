/* The names of what cleaning does and counts. */
#include "clean/clean.h"

static const struct
{
  const char *name, *description;
} steps[BS_N_STEPS] = {
  { "content", "judging a page by its structure" },
  { "repair", "mending mojibake, entities and glued sentences" },
  { "furniture", "judging blocks by shape, phrases and neighbours" },
  { "credits", "making fields of bylines, datelines and origins" },
  { "repeats", "setting aside what repeats in an outlet" },
  { "copies", "marking articles that copy another" },
};

static const struct
{
  const char *name, *description;
} mended[BS_N_MENDED] = {
  { "invalid", "bytes that were no valid text, replaced" },
  { "controls", "control characters taken out" },
  { "invisibles", "invisible characters taken out" },
  { "lines", "line ends inside hard-wrapped paragraphs joined" },
  { "words", "words put together that a line end had parted with a hyphen" },
  { "spaces", "no-break and other spaces made plain" },
  { "ligatures", "ligatures of Latin letters taken apart" },
  { "mojibake", "characters decoded wrongly once, decoded rightly" },
  { "entities", "HTML entities in plain text made characters" },
  { "glued", "sentence ends without a blank behind them, parted" },
  { "run_in", "link texts that run into sentences, found and left" },
};

G_STATIC_ASSERT (BS_STEP_COPIES == 1 << (BS_N_STEPS - 1));

const char *
bs_step_name (guint i)
{
  g_return_val_if_fail (i < BS_N_STEPS, NULL);
  return steps[i].name;
}

const char *
bs_step_description (guint i)
{
  g_return_val_if_fail (i < BS_N_STEPS, NULL);
  return steps[i].description;
}

const char *
bs_mended_name (guint i)
{
  g_return_val_if_fail (i < BS_N_MENDED, NULL);
  return mended[i].name;
}

const char *
bs_mended_description (guint i)
{
  g_return_val_if_fail (i < BS_N_MENDED, NULL);
  return mended[i].description;
}
