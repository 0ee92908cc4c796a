#include "cli/front-decimal.h"

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

/* Whether the argument behind is the option's value; otherwise the value, if any, stands behind a sign in the argument
 * itself, and is made decimal here. */
static gboolean
asks_for_next (const GOptionEntry *const *groups, char *argument, const GOptionEntry **entry)
{
  char *sign = strchr (argument, '=');

  *entry = NULL;
  if (g_str_has_prefix (argument, "--"))
    {
      *entry = entry_of_name (groups, argument + 2, sign != NULL ? (gsize) (sign - argument - 2) : strlen (argument + 2));
      if (*entry != NULL && sign != NULL)
        take_zeros_off (*entry, sign + 1);
      return *entry != NULL && sign == NULL && takes_value (*entry);
    }
  for (char *letter = argument + 1; *letter != '\0'; letter++)
    {
      *entry = entry_of_letter (groups, *letter);
      if (*entry == NULL)
        return FALSE;
      if (takes_value (*entry))
        return letter[1] == '\0';
    }
  return FALSE;
}

void
bs_front_make_decimal (char **argv, const GOptionEntry *const *groups)
{
  const GOptionEntry *entry;

  for (guint i = 1; argv[i] != NULL && strcmp (argv[i], "--") != 0; i++)
    if (argv[i][0] == '-' && asks_for_next (groups, argv[i], &entry) && argv[i + 1] != NULL)
      take_zeros_off (entry, argv[++i]);
}
