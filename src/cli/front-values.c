#include "cli/front-values.h"

#include <string.h>

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

/* The option whose value is the argument behind `argument`, which is cut off before a value of its own: that is returned
 * in `value`. */
static const GOptionEntry *
option_of (const GOptionEntry *const *groups, char *argument, char **value)
{
  char *sign = strchr (argument, '=');

  *value = NULL;
  if (g_str_has_prefix (argument, "--"))
    {
      gsize length = sign != NULL ? (gsize) (sign - argument - 2) : strlen (argument + 2);
      const GOptionEntry *entry = entry_of_name (groups, argument + 2, length);

      if (entry != NULL && sign != NULL)
        take_zeros_off (entry, sign + 1);
      return entry != NULL && sign == NULL && takes_value (entry) ? entry : NULL;
    }
  for (char *letter = argument + 1; *letter != '\0'; letter++)
    {
      const GOptionEntry *entry = entry_of_letter (groups, *letter);

      if (entry == NULL)
        return NULL;
      if (!takes_value (entry))
        continue;
      if (letter[1] != '\0')
        {
          *value = g_strdup (letter + 1 + (letter[1] == '='));
          letter[1] = '\0';
        }
      return entry;
    }
  return NULL;
}

char **
bs_front_plain_values (const char *const *argv, const GOptionEntry *const *groups)
{
  g_autoptr (GStrvBuilder) plain = g_strv_builder_new ();
  gboolean ended = FALSE;

  g_strv_builder_add (plain, argv[0]);
  for (guint i = 1; argv[i] != NULL; i++)
    {
      g_autofree char *argument = g_strdup (argv[i]), *value = NULL;
      const GOptionEntry *entry = NULL;

      ended = ended || strcmp (argument, "--") == 0;
      if (!ended && argument[0] == '-')
        entry = option_of (groups, argument, &value);
      g_strv_builder_add (plain, argument);
      if (entry == NULL || (value == NULL && argv[i + 1] == NULL))
        continue;
      if (value == NULL)
        value = g_strdup (argv[++i]);
      take_zeros_off (entry, value);
      g_strv_builder_add (plain, value);
    }
  return g_strv_builder_end (plain);
}
