/* Command lines and errors. */
#include "cli/front.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/front-values.h"
#include "report/plain.h"
#include "source/name.h"

static GPtrArray *parsed; /* of char *, and a NULL */

static void
remember (const BsCommand *command, char **arguments)
{
  g_clear_pointer (&parsed, g_ptr_array_unref);
  parsed = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (parsed, g_strdup ("broadsheet"));
  g_ptr_array_add (parsed, g_strdup (command->name));
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (parsed, g_strdup (arguments[i]));
  g_ptr_array_add (parsed, NULL);
}

const char *const *
bs_front_command (void)
{
  return (const char *const *) parsed->pdata;
}

/* The command line as GLib reads it; NULL with `error` set. */
static char **
plain_values (const char *program, char **arguments, const GOptionEntry *own, const GOptionEntry *const *shared,
              GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new (), argv = g_ptr_array_new ();

  if (own != NULL)
    g_ptr_array_add (groups, (gpointer) own);
  for (guint i = 0; shared != NULL && shared[i] != NULL; i++)
    g_ptr_array_add (groups, (gpointer) shared[i]);
  g_ptr_array_add (groups, NULL);
  g_ptr_array_add (argv, (gpointer) program);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, arguments[i]);
  g_ptr_array_add (argv, NULL);
  return bs_front_plain_values ((const char *const *) argv->pdata, (const GOptionEntry *const *) groups->pdata,
                                error);
}

gboolean
bs_front_parse (const BsCommand *command, char **arguments, const GOptionEntry *own, const GOptionEntry *const *shared,
                char ***places, BsExit *exit)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autofree char *program = g_strconcat ("broadsheet ", command->name, NULL);
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &help, "Show this help", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, places, NULL, NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = plain_values (program, arguments, own, shared, &error);

  remember (command, arguments);
  *places = NULL;
  g_set_prgname (program);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, command->details);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, NULL);
  for (guint i = 0; shared != NULL && shared[i] != NULL; i++)
    g_option_context_add_main_entries (context, shared[i], NULL);
  g_option_context_add_main_entries (context, common, NULL);

  if (argv == NULL || !g_option_context_parse_strv (context, &argv, &error))
    {
      *exit = bs_front_usage (command, "%s", error->message);
      return FALSE;
    }
  if (help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      *exit = bs_front_print_text (text);
      return FALSE;
    }
  return TRUE;
}

void
bs_front_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  plain = bs_plain_text (text, TRUE);
  fprintf (stderr, "broadsheet: %s\n", plain);
}

void
bs_front_say_at (const BsOrigin *origin, const char *message)
{
  g_autofree char *line
      = origin->line > 0 ? g_strdup_printf (":%" G_GUINT64_FORMAT, origin->line) : g_strdup ("");

  bs_front_say ("%s%s%s%s: %s", origin->path, origin->member != NULL ? "/" : "",
                origin->member != NULL ? origin->member : "", line, message);
}

BsExit
bs_front_usage (const BsCommand *command, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  bs_front_say ("%s", text);
  fprintf (stderr, "Try “broadsheet %s --help”.\n", command->name);
  return BS_EXIT_USAGE;
}

gboolean
bs_front_copies (const char *name, BsCopies otherwise, BsCopies *copies, GError **error)
{
  *copies = otherwise;
  return name == NULL || bs_copies_from_name (name, copies, error);
}

BsExit
bs_front_fail (GError *error)
{
  static const BsExit exits[] = {
    [BS_ERROR_USAGE] = BS_EXIT_USAGE,         [BS_ERROR_IO] = BS_EXIT_FILE,
    [BS_ERROR_FORMAT] = BS_EXIT_FILE,         [BS_ERROR_LIMIT] = BS_EXIT_FILE,
    [BS_ERROR_STORE] = BS_EXIT_FILE,          [BS_ERROR_UNDEFINED] = BS_EXIT_NO_VALUE,
    [BS_ERROR_PROGRAM] = BS_EXIT_PROGRAM,     [BS_ERROR_INTERRUPTED] = BS_EXIT_INTERRUPTED,
  };
  BsExit exit = BS_EXIT_FILE;

  if (error->domain == BS_ERROR && (guint) error->code < G_N_ELEMENTS (exits))
    exit = exits[error->code];
  bs_front_say ("%s", error->message);
  g_error_free (error);
  return exit;
}
