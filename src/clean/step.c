/* The names of what cleaning does and counts. */
#include "clean/clean.h"

#include "base/error.h"

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

static const char *const asides[BS_N_ASIDES] = {
  [BS_KEPT] = "the article",
  [BS_ASIDE_TITLE] = "the headline, where it stands in the text",
  [BS_ASIDE_SUBHEAD] = "sub-headings",
  [BS_ASIDE_BYLINE] = "who wrote it, and when",
  [BS_ASIDE_TICKER] = "figures of markets, scores, weather",
  [BS_ASIDE_NAVIGATION] = "menus, labels, share buttons, notices about cookies",
  [BS_ASIDE_PROMO] = "newsletters, apps, other articles",
  [BS_ASIDE_CAPTION] = "what stands under a picture",
  [BS_ASIDE_CREDIT] = "where it appeared first, agencies, contributors",
  [BS_ASIDE_LEGAL] = "copyright, rights, terms",
  [BS_ASIDE_CORRECTION] = "notes on corrections",
  [BS_ASIDE_REPEATED] = "what many articles of the outlet share",
  [BS_ASIDE_COMMENT] = "what readers wrote below it",
  [BS_ASIDE_TABLE] = "cells of tables in the article",
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
  { "run_in", "link texts that run into sentences, taken out where surely bounded" },
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

static gboolean
step_from_name (const char *name, guint *step, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < BS_N_STEPS; i++)
    {
      if (g_str_equal (name, steps[i].name))
        {
          *step = 1u << i;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", i == 0 ? "" : i + 1 < BS_N_STEPS ? ", " : " and ", steps[i].name);
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "“%s” is no step of cleaning; they are %s", name, all->str);
  return FALSE;
}

gboolean
bs_steps_from_names (const char *names, guint *without, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", ",", -1);

  *without = 0;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint step;

      if (!step_from_name (g_strstrip (parts[i]), &step, error))
        return FALSE;
      *without |= step;
    }
  return TRUE;
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

const char *
bs_aside_description (BsAside aside)
{
  g_return_val_if_fail ((guint)aside < BS_N_ASIDES, NULL);
  return asides[aside];
}
