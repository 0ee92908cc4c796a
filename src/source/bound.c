#include "source/bound.h"

#include <string.h>

static gboolean
is_longer (const char *string, guint64 most)
{
  return string != NULL && strlen (string) > most;
}

static BsNext
refuse (const BsArticle *article, const BsCeilings *ceilings, guint64 most, BsArena *arena, BsProblem *problem)
{
  gboolean outlet = is_longer (article->outlet, most);
  g_autofree char *ceiling = bs_ceiling_in_words (ceilings, BS_CEILING_NAME);
  g_autofree char *message
      = g_strdup_printf ("the %s has %" G_GSIZE_FORMAT " bytes, more than %s; the article was left out",
                         outlet ? "outlet's name" : "article's id", strlen (outlet ? article->outlet : article->id), ceiling);

  *problem = (BsProblem){ .kind = BS_PROBLEM_TOO_LARGE,
                          .outlet = outlet ? NULL : article->outlet,
                          .id = is_longer (article->id, most) ? NULL : article->id,
                          .origin = article->origin,
                          .message = bs_arena_strdup (arena, message) };
  if (is_longer (problem->origin.member, most))
    problem->origin.member = NULL;
  return BS_NEXT_PROBLEM;
}

static BsNext
leave_off (BsArticle *article, const BsCeilings *ceilings, BsArena *arena, BsProblem *problem)
{
  const struct {
    const char **value;
    const char *name;
  } parts[] = { { &article->title, "title" },
                { &article->date, "date" },
                { &article->byline, "byline" },
                { &article->url, "address" } };
  guint64 most = bs_ceiling (ceilings, BS_CEILING_FIELD);
  g_autofree char *ceiling = NULL, *message = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  *problem = (BsProblem){ .kind = BS_PROBLEM_SET_ASIDE };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (is_longer (*parts[i].value, most))
      {
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", parts[i].name);
        *parts[i].value = NULL;
      }
  if (names->len == 0)
    return BS_NEXT_ARTICLE;
  ceiling = bs_ceiling_in_words (ceilings, BS_CEILING_FIELD);
  message = g_strdup_printf ("larger than %s and left off: %s", ceiling, names->str);
  problem->outlet = article->outlet;
  problem->id = article->id;
  problem->origin = article->origin;
  problem->message = bs_arena_strdup (arena, message);
  return BS_NEXT_ARTICLE;
}

BsNext
bs_bound (BsArticle *article, const BsCeilings *ceilings, BsArena *arena, BsProblem *problem)
{
  guint64 most = bs_ceiling (ceilings, BS_CEILING_NAME);

  if (is_longer (article->outlet, most) || is_longer (article->id, most))
    return refuse (article, ceilings, most, arena, problem);
  return leave_off (article, ceilings, arena, problem);
}
