#include "cli/front-values.h"

#include <string.h>

#include "base/error.h"

static const GOptionEntry *
entry_of_name (const GOptionEntry *const *groups, const char *name, gsize length)
{
  for (; *groups != NULL; groups++)
    for (const GOptionEntry *entry = *groups; entry->long_name != NULL; entry++)
      if (length > 0 && strlen (entry->long_name) == length && strncmp (entry->long_name, name, length) == 0)
        return entry;
  return NULL;
}

static const GOptionEntry *
entry_of_letter (const GOptionEntry *const *groups, char letter)
{
  for (; *groups != NULL; groups++)
    for (const GOptionEntry *entry = *groups; entry->long_name != NULL; entry++)
      if (entry->short_name == letter)
        return entry;
  return NULL;
}

static gboolean
takes_value (const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE
         && (entry->flags & (G_OPTION_FLAG_NO_ARG | G_OPTION_FLAG_OPTIONAL_ARG)) == 0;
}

/* Where the value is no whole number it stays as it is. */
static void
take_zeros_off (const GOptionEntry *entry, char *value)
{
  char *digits = value + (*value == '-' || *value == '+');
  gsize zeros = strspn (digits, "0"), length = strspn (digits, "0123456789");

  if ((entry->arg == G_OPTION_ARG_INT || entry->arg == G_OPTION_ARG_INT64) && digits[length] == '\0' && length > 0)
    memmove (digits, digits + MIN (zeros, length - 1), length - MIN (zeros, length - 1) + 1);
}

static gboolean
takes_many (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_STRING_ARRAY || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
}

/* An option with a value as it was found: in its argument, or in the next. */
typedef struct {
  const GOptionEntry *entry; /* NULL: none */
  char *value;               /* the argument's own, cut off it; NULL: it has none, or keeps it behind a sign */
  gboolean next;             /* the next argument is the value */
} Found;

static gboolean
find_long (const GOptionEntry *const *groups, char *argument, Found *found, GError **error)
{
  char *sign = strchr (argument, '=');
  gsize length = sign != NULL ? (gsize) (sign - argument - 2) : strlen (argument + 2);
  const GOptionEntry *entry = entry_of_name (groups, argument + 2, length);

  if (entry == NULL)
    return TRUE;
  if (!takes_value (entry))
    return sign == NULL
           || (g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "%.*s takes no value", (int) length + 2, argument), FALSE);
  if (sign != NULL)
    take_zeros_off (entry, sign + 1);
  *found = (Found){ entry, NULL, sign == NULL };
  return TRUE;
}

static void
find_letter (const GOptionEntry *const *groups, char *argument, Found *found)
{
  for (char *letter = argument + 1; *letter != '\0'; letter++)
    {
      const GOptionEntry *entry = entry_of_letter (groups, *letter);

      if (entry == NULL)
        return;
      if (!takes_value (entry))
        continue;
      *found = (Found){ .entry = entry, .next = letter[1] == '\0' };
      if (!found->next)
        found->value = g_strdup (letter + 1 + (letter[1] == '='));
      letter[1] = '\0';
      return;
    }
}

/* `met` holds the options with one value that were met. */
static gboolean
is_first (const Found *found, GHashTable *met, GError **error)
{
  if (found->entry == NULL || takes_many (found->entry) || g_hash_table_add (met, (gpointer) found->entry))
    return TRUE;
  g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "--%s is given twice, and takes one value", found->entry->long_name);
  return FALSE;
}

static gboolean
take_option (const GOptionEntry *const *groups, char *argument, Found *found, GHashTable *met, GError **error)
{
  if (!g_str_has_prefix (argument, "--"))
    find_letter (groups, argument, found);
  else if (!find_long (groups, argument, found, error))
    return FALSE;
  return is_first (found, met, error);
}

char **
bs_front_plain_values (const char *const *argv, const GOptionEntry *const *groups, GError **error)
{
  g_autoptr (GStrvBuilder) plain = g_strv_builder_new ();
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  gboolean ended = FALSE;

  g_strv_builder_add (plain, argv[0]);
  for (guint i = 1; argv[i] != NULL; i++)
    {
      g_autofree char *argument = g_strdup (argv[i]);
      Found found = { 0 };
      gboolean fine;

      ended = ended || strcmp (argument, "--") == 0;
      fine = ended || argument[0] != '-' || take_option (groups, argument, &found, met, error);
      g_strv_builder_add (plain, argument);
      if (found.next && argv[i + 1] != NULL)
        found.value = g_strdup (argv[++i]);
      if (found.value != NULL)
        {
          take_zeros_off (found.entry, found.value);
          g_strv_builder_add (plain, found.value);
          g_free (found.value);
        }
      if (!fine)
        return NULL;
    }
  return g_strv_builder_end (plain);
}
