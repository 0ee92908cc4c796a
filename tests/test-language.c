/* Languages of running text, and silence where there is too little of it. The library's data may be missing. */
#include "clean/clean.h"

#define ENGLISH                                                                                                        \
  "The council voted on Tuesday to close the old bridge over the river for two years of repairs, and traffic will be " \
  "led "                                                                                                               \
  "over the mill road, which the county widened last spring."

static gboolean
has_data (void)
{
  if (bs_language_of_text (bs_span_of (ENGLISH)) != NULL)
    return TRUE;
  g_test_skip ("the data of libexttextcat is not installed");
  return FALSE;
}

static void
test_languages (void)
{
  if (!has_data ())
    return;
  g_assert_cmpstr (bs_language_of_text (bs_span_of (ENGLISH)), ==, "en");
  g_assert_cmpstr (
      bs_language_of_text (bs_span_of (
          "Der Rat hat am Dienstag beschlossen, die alte Brücke über den Fluss für zwei Jahre zu sperren, und der "
          "Verkehr wird über die Mühlenstraße geführt, die der Kreis im Frühjahr verbreitert hat.")),
      ==, "de");
  g_assert_cmpstr (
      bs_language_of_text (bs_span_of (
          "El consejo votó el martes cerrar el viejo puente sobre el río durante dos años para repararlo, y el "
          "tráfico pasará por el camino del molino, que el condado ensanchó la primavera pasada.")),
      ==, "es");
  g_assert_cmpstr (
      bs_language_of_text (bs_span_of (
          "Le conseil a voté mardi la fermeture du vieux pont sur la rivière pendant deux ans pour des travaux, et "
          "la circulation passera par la route du moulin, que le comté a élargie au printemps.")),
      ==, "fr");
  g_assert_cmpstr (
      bs_language_of_text (bs_span_of (
          "Во вторник городской совет решил закрыть старый мост через реку на два года для ремонта, и движение "
          "пойдёт по дороге у мельницы, которую округ расширил прошлой весной и осенью.")),
      ==, "ru");
}

static void
test_too_little (void)
{
  g_assert_null (bs_language_of_text (bs_span (NULL, 0)));
  g_assert_null (bs_language_of_text (bs_span_of ("The council met.")));
}

static gpointer
ask (gpointer unused)
{
  for (guint i = 0; i < 20; i++)
    g_assert_cmpstr (bs_language_of_text (bs_span_of (ENGLISH)), ==, "en");
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  if (!has_data ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, ask, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/language/languages", test_languages);
  g_test_add_func ("/language/too-little", test_too_little);
  g_test_add_func ("/language/threads", test_threads);
  return g_test_run ();
}
