#include "source/field-names.h"

BsFieldNames
bs_source_field_names (const BsSourceOptions *options)
{
  return (BsFieldNames){ { [BS_PART_TEXT] = options->field_text,
                           [BS_PART_OUTLET] = options->field_outlet,
                           [BS_PART_TITLE] = options->field_title,
                           [BS_PART_DATE] = options->field_date,
                           [BS_PART_BYLINE] = options->field_byline,
                           [BS_PART_ID] = options->field_id,
                           [BS_PART_URL] = options->field_url,
                           [BS_PART_LANGUAGE] = options->field_language },
                         options->fields_met };
}

char **
bs_source_unmet_fields (const BsSourceOptions *options)
{
  BsFieldNames names = bs_source_field_names (options);
  g_autoptr (GStrvBuilder) unmet = g_strv_builder_new ();

  for (BsPart part = BS_PART_OUTLET; part < BS_N_PARTS; part++)
    if (names.names[part] != NULL && names.met != NULL && (*names.met >> part & 1) == 0)
      g_strv_builder_add_many (unmet, bs_part_name (part), names.names[part], NULL);
  return g_strv_builder_end (unmet);
}
