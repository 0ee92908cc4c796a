#include "analysis/recipe.h"

#include "source/name.h"

/* ---- Writing ------------------------------------------------------------------------------------------------------ */

static void
put_text (GString *recipe, const char *name, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (recipe, "%s=", name);
  for (; *value != '\0'; value++)
    switch (*value)
      {
      case '\n':
        g_string_append (recipe, "\\n");
        break;
      case '\r':
        g_string_append (recipe, "\\r");
        break;
      case '\\':
        g_string_append (recipe, "\\\\");
        break;
      default:
        g_string_append_c (recipe, *value);
      }
  g_string_append_c (recipe, '\n');
}

static void
put_steps (GString *recipe, guint without)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < BS_N_STEPS; i++)
    if (without & (1u << i))
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", bs_step_name (i));
  if (names->len > 0)
    put_text (recipe, "without", names->str);
}

/* The options that are texts, by name, and where each stands. */
#define N_TEXTS 11

typedef struct {
  const char *name;
  const char **value;
} Text;

static void
list_texts (BsSourceOptions *source, BsReadOptions *read, Text texts[N_TEXTS])
{
  const Text all[N_TEXTS] = {
    { "field-text", &source->field_text },     { "field-outlet", &source->field_outlet },
    { "field-title", &source->field_title },   { "field-date", &source->field_date },
    { "field-byline", &source->field_byline }, { "field-id", &source->field_id },
    { "field-url", &source->field_url },       { "field-language", &source->field_language },
    { "outlet", &source->outlet },             { "language", &source->language },
    { "otherwise-language", &read->language },
  };

  memcpy (texts, all, sizeof all);
}

char *
bs_recipe_write (const BsSourceOptions *source, const BsReadOptions *read)
{
  GString *recipe = g_string_new (NULL);
  BsSourceOptions source_copy = *source;
  BsReadOptions read_copy = *read;
  Text texts[N_TEXTS];

  if (source->format != BS_FORMAT_AUTO)
    put_text (recipe, "input-format", bs_format_name (source->format));
  list_texts (&source_copy, &read_copy, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    put_text (recipe, texts[i].name, *texts[i].value);
  for (BsCeiling i = 0; i < BS_N_CEILINGS; i++)
    if (source->ceilings.value[i] != 0)
      g_string_append_printf (recipe, "ceiling=%s=%" G_GUINT64_FORMAT "\n", bs_ceiling_row (i)->name,
                              source->ceilings.value[i]);
  if (source->follow_links)
    put_text (recipe, "follow-links", "yes");
  put_steps (recipe, read->without);
  if (read->any_length)
    put_text (recipe, "any-length", "yes");
  put_text (recipe, "numbers", bs_numbers_name (read->lexicon.numbers));
  return g_string_free (recipe, FALSE);
}

/* ---- Reading ------------------------------------------------------------------------------------------------------ */

static const char *
value_of (const char *written, BsArena *arena)
{
  char *value = bs_arena_strdup (arena, written);
  char *to = value;

  for (const char *from = written; *from != '\0'; from++)
    if (from[0] == '\\' && from[1] != '\0')
      {
        from++;
        *to++ = *from == 'n' ? '\n' : *from == 'r' ? '\r' : *from;
      }
    else
      *to++ = *from;
  *to = '\0';
  return value;
}

static gboolean
take_option (const char *name, const char *value, BsSourceOptions *source, BsReadOptions *read)
{
  Text texts[N_TEXTS];

  list_texts (source, read, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    if (g_str_equal (texts[i].name, name))
      {
        *texts[i].value = value;
        return TRUE;
      }
  if (g_str_equal (name, "input-format"))
    return bs_format_from_name (value, &source->format);
  if (g_str_equal (name, "ceiling"))
    return bs_ceilings_set (&source->ceilings, value, NULL);
  if (g_str_equal (name, "without"))
    return bs_steps_from_names (value, &read->without, NULL);
  if (g_str_equal (name, "follow-links"))
    return source->follow_links = g_str_equal (value, "yes");
  if (g_str_equal (name, "any-length"))
    return read->any_length = g_str_equal (value, "yes");
  return g_str_equal (name, "numbers") && bs_numbers_from_name (value, &read->lexicon.numbers);
}

gboolean
bs_recipe_read (const char *recipe, BsArena *arena, BsSourceOptions *source, BsReadOptions *read, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (recipe, "\n", -1);

  *source = (BsSourceOptions){ 0 };
  *read = (BsReadOptions){ 0 };
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (lines[i][0] == '\0')
        continue;
      if (equals != NULL)
        *equals = '\0';
      if (equals == NULL || !take_option (lines[i], value_of (equals + 1, arena), source, read))
        {
          g_set_error (error, BS_ERROR, BS_ERROR_STORE,
                       "the record of a run names an option that this program does not know (“%s”); analyze the corpus"
                       " into a new file",
                       lines[i]);
          return FALSE;
        }
    }
  read->ceilings = source->ceilings;
  return TRUE;
}

/* ---- Places ------------------------------------------------------------------------------------------------------- */

char *
bs_places_write (const char *const *places)
{
  g_autoptr (BsArena) arena = bs_arena_new ();
  GString *written = g_string_new (NULL);

  for (guint i = 0; places[i] != NULL; i++)
    g_string_append_printf (written, "%s%s", i > 0 ? "\n" : "", bs_name_escape (places[i], strlen (places[i]), arena));
  return g_string_free (written, FALSE);
}

char **
bs_places_read (const char *written)
{
  char **places = g_strsplit (written, "\n", -1);

  for (guint i = 0; places[i] != NULL; i++)
    {
      char *place = bs_name_unescape (places[i]);

      g_free (places[i]);
      places[i] = place;
    }
  return places;
}
