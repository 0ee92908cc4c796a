#include "report/section.h"

static const BsSection sections[] = {
  { "cleaning", "what was set aside, by outlet and reason", bs_section_cleaning },
  { "mending", "what was mended in the bytes, by outlet", bs_section_mending },
  { "repeats", "the blocks that many articles of an outlet share", bs_section_repeats },
  { "copies", "articles that copy another, by outlet", bs_section_copies },
  { "carriers", "who carries whose articles", bs_section_carriers },
  { "sensitivity", "how much the medians move where copies count", bs_section_sensitivity },
  { "diagnostics", "rules for web text that articles fail before and after cleaning", bs_section_diagnostics },
  { "rules", "all of these rules with their thresholds", bs_section_rules },
};

const BsSection *
bs_sections (guint *n)
{
  *n = G_N_ELEMENTS (sections);
  return sections;
}

const BsSection *
bs_section_find (const char *name, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_str_equal (sections[i].name, name))
        return &sections[i];
      g_string_append_printf (known, "%s%s", i == 0 ? "" : i + 1 == G_N_ELEMENTS (sections) ? " and " : ", ",
                              sections[i].name);
    }
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "there is no table “%s” to show; there are %s", name, known->str);
  return NULL;
}
