#include "clean/html-hint.h"
#include "clean/html-tree.h"

#define NAMES_MAX 400 /* bytes of a class or id that are looked at */

/* Words of a name; with a plus sign, two that stand side by side. Sorted by bytes. */
typedef struct
{
  const char *word;
  guint16 hint;
} Word;

static const Word WORDS[] = {
  { "abody", BS_HINT_BODY },
  { "ad", BS_HINT_PROMO },
  { "addthis", BS_HINT_MENU },
  { "addtoany", BS_HINT_MENU },
  { "ads", BS_HINT_PROMO },
  { "adsbygoogle", BS_HINT_PROMO },
  { "advert", BS_HINT_PROMO },
  { "advertisement", BS_HINT_PROMO },
  { "advertising", BS_HINT_PROMO },
  { "adverts", BS_HINT_PROMO },
  { "annons", BS_HINT_PROMO },
  { "annonse", BS_HINT_PROMO },
  { "anzeige", BS_HINT_PROMO },
  { "anzeigen", BS_HINT_PROMO },
  { "article", BS_HINT_CONTENT },
  { "articlebody", BS_HINT_BODY },
  { "articlecontent", BS_HINT_BODY },
  { "articletext", BS_HINT_BODY },
  { "artikel", BS_HINT_CONTENT },
  { "auteur", BS_HINT_BYLINE },
  { "auteurs", BS_HINT_BYLINE },
  { "author", BS_HINT_BYLINE },
  { "authorbio", BS_HINT_BYLINE },
  { "authors", BS_HINT_BYLINE },
  { "autor", BS_HINT_BYLINE },
  { "autore", BS_HINT_BYLINE },
  { "autoren", BS_HINT_BYLINE },
  { "autores", BS_HINT_BYLINE },
  { "autori", BS_HINT_BYLINE },
  { "bajada", BS_HINT_LEAD },
  { "banner", BS_HINT_PROMO },
  { "bildlegende", BS_HINT_CAPTION },
  { "bildnachweis", BS_HINT_CAPTION },
  { "bildquelle", BS_HINT_CAPTION },
  { "bildtext", BS_HINT_CAPTION },
  { "bildunterschrift", BS_HINT_CAPTION },
  { "bio", BS_HINT_BYLINE },
  { "blog+content", BS_HINT_BODY },
  { "blogpost", BS_HINT_CONTENT },
  { "body+copy", BS_HINT_BODY },
  { "body+text", BS_HINT_BODY },
  { "breadcrumb", BS_HINT_MENU },
  { "breadcrumbs", BS_HINT_MENU },
  { "brotkrumen", BS_HINT_MENU },
  { "byline", BS_HINT_BYLINE },
  { "caption", BS_HINT_CAPTION },
  { "carousel", BS_HINT_PROMO },
  { "cat+links", BS_HINT_MENU },
  { "categories", BS_HINT_MENU },
  { "chapo", BS_HINT_LEAD },
  { "comentario", BS_HINT_COMMENT },
  { "comentarios", BS_HINT_COMMENT },
  { "comment", BS_HINT_COMMENT },
  { "commentaire", BS_HINT_COMMENT },
  { "commentaires", BS_HINT_COMMENT },
  { "commentary", 0 },
  { "commenti", BS_HINT_COMMENT },
  { "commentlist", BS_HINT_COMMENT },
  { "comments", BS_HINT_COMMENT },
  { "commenttext", BS_HINT_COMMENT },
  { "compartir", BS_HINT_MENU },
  { "condividi", BS_HINT_MENU },
  { "consent", BS_HINT_LEGAL },
  { "content", BS_HINT_CONTENT },
  { "cookie", BS_HINT_LEGAL },
  { "cookies", BS_HINT_LEGAL },
  { "cookiewall", BS_HINT_LEGAL },
  { "copyright", BS_HINT_LEGAL },
  { "correlati", BS_HINT_PROMO },
  { "credit", BS_HINT_CAPTION },
  { "crosshead", 0 },
  { "cta", BS_HINT_PROMO },
  { "date", BS_HINT_BYLINE },
  { "dateline", BS_HINT_BYLINE },
  { "datenschutz", BS_HINT_LEGAL },
  { "datum", BS_HINT_BYLINE },
  { "deck", BS_HINT_LEAD },
  { "dek", BS_HINT_LEAD },
  { "delen", BS_HINT_MENU },
  { "didascalia", BS_HINT_CAPTION },
  { "disclaimer", BS_HINT_LEGAL },
  { "disqus", BS_HINT_COMMENT },
  { "donate", BS_HINT_PROMO },
  { "donation", BS_HINT_PROMO },
  { "empfehlung", BS_HINT_PROMO },
  { "empfehlungen", BS_HINT_PROMO },
  { "entradilla", BS_HINT_LEAD },
  { "entry", BS_HINT_CONTENT },
  { "entry+body", BS_HINT_BODY },
  { "entry+content", BS_HINT_BODY },
  { "entrytext", BS_HINT_BODY },
  { "etiquetas", BS_HINT_MENU },
  { "excerpt", BS_HINT_LEAD },
  { "facebook", BS_HINT_MENU },
  { "fecha", BS_HINT_BYLINE },
  { "feedback", BS_HINT_COMMENT },
  { "figcaption", BS_HINT_CAPTION },
  { "firma", BS_HINT_BYLINE },
  { "foot", BS_HINT_BESIDE },
  { "footer", BS_HINT_BESIDE },
  { "forfatter", BS_HINT_BYLINE },
  { "gdpr", BS_HINT_LEGAL },
  { "headline", BS_HINT_TITLE },
  { "imagecaption", BS_HINT_CAPTION },
  { "imprint", BS_HINT_LEGAL },
  { "ingress", BS_HINT_LEAD },
  { "intro", BS_HINT_LEAD },
  { "jp+relatedposts", BS_HINT_PROMO },
  { "komentarze", BS_HINT_COMMENT },
  { "kommentar", BS_HINT_COMMENT },
  { "kommentare", BS_HINT_COMMENT },
  { "kommentarer", BS_HINT_COMMENT },
  { "latest", BS_HINT_PROMO },
  { "lead", BS_HINT_LEAD },
  { "lede", BS_HINT_LEAD },
  { "lees+ook", BS_HINT_PROMO },
  { "legal", BS_HINT_LEGAL },
  { "legenda", BS_HINT_CAPTION },
  { "legende", BS_HINT_CAPTION },
  { "leggi+anche", BS_HINT_PROMO },
  { "lesen+auch", BS_HINT_PROMO },
  { "leyenda", BS_HINT_CAPTION },
  { "lire+aussi", BS_HINT_PROMO },
  { "livefyre", BS_HINT_COMMENT },
  { "login", BS_HINT_MENU },
  { "main", BS_HINT_CONTENT },
  { "main+content", BS_HINT_CONTENT },
  { "maincontent", BS_HINT_CONTENT },
  { "masthead", BS_HINT_AROUND },
  { "menu", BS_HINT_MENU },
  { "meta", BS_HINT_BYLINE },
  { "metadata", BS_HINT_BYLINE },
  { "modal", BS_HINT_PROMO },
  { "more", 0 },
  { "most", BS_HINT_PROMO },
  { "nav", BS_HINT_MENU },
  { "navbar", BS_HINT_MENU },
  { "navigation", BS_HINT_MENU },
  { "newsletter", BS_HINT_PROMO },
  { "newsletters", BS_HINT_PROMO },
  { "nocontent", 0 },
  { "onderschrift", BS_HINT_CAPTION },
  { "outbrain", BS_HINT_PROMO },
  { "overlay", BS_HINT_PROMO },
  { "pager", BS_HINT_MENU },
  { "pagination", BS_HINT_MENU },
  { "partage", BS_HINT_MENU },
  { "partager", BS_HINT_MENU },
  { "paywall", BS_HINT_WALL },
  { "photocaption", BS_HINT_CAPTION },
  { "pie+foto", BS_HINT_CAPTION },
  { "popular", BS_HINT_PROMO },
  { "popup", BS_HINT_PROMO },
  { "post", BS_HINT_CONTENT },
  { "post+body", BS_HINT_BODY },
  { "post+content", BS_HINT_BODY },
  { "post+text", BS_HINT_BODY },
  { "postcontent", BS_HINT_BODY },
  { "postmetadata", BS_HINT_BYLINE },
  { "posttext", BS_HINT_BODY },
  { "print", 0 },
  { "privacy", BS_HINT_LEGAL },
  { "promo", BS_HINT_PROMO },
  { "promotion", BS_HINT_PROMO },
  { "pubblicita", BS_HINT_PROMO },
  { "pubdate", BS_HINT_BYLINE },
  { "publicidad", BS_HINT_PROMO },
  { "publicidade", BS_HINT_PROMO },
  { "publicite", BS_HINT_PROMO },
  { "puede+interesar", BS_HINT_PROMO },
  { "pull+quote", BS_HINT_PULL },
  { "pullquote", BS_HINT_PULL },
  { "rating", BS_HINT_MENU },
  { "reacties", BS_HINT_COMMENT },
  { "recirc", BS_HINT_PROMO },
  { "reclame", BS_HINT_PROMO },
  { "recomendadas", BS_HINT_PROMO },
  { "recomendados", BS_HINT_PROMO },
  { "recommendation", BS_HINT_PROMO },
  { "recommendations", BS_HINT_PROMO },
  { "recommended", BS_HINT_PROMO },
  { "relacionada", BS_HINT_PROMO },
  { "relacionadas", BS_HINT_PROMO },
  { "relacionado", BS_HINT_PROMO },
  { "relacionados", BS_HINT_PROMO },
  { "related", BS_HINT_PROMO },
  { "relatedposts", BS_HINT_PROMO },
  { "replies", BS_HINT_COMMENT },
  { "reply", BS_HINT_COMMENT },
  { "respond", BS_HINT_COMMENT },
  { "schlagworte", BS_HINT_MENU },
  { "search", BS_HINT_MENU },
  { "share", BS_HINT_MENU },
  { "sharedaddy", BS_HINT_MENU },
  { "shares", BS_HINT_MENU },
  { "shariff", BS_HINT_MENU },
  { "sharing", BS_HINT_MENU },
  { "sidebar", BS_HINT_BESIDE },
  { "signup", BS_HINT_PROMO },
  { "skip", BS_HINT_MENU },
  { "skyscraper", BS_HINT_PROMO },
  { "social", BS_HINT_MENU },
  { "sommario", BS_HINT_LEAD },
  { "sponsor", BS_HINT_PROMO },
  { "sponsored", BS_HINT_PROMO },
  { "sponsors", BS_HINT_PROMO },
  { "standfirst", BS_HINT_LEAD },
  { "story", BS_HINT_CONTENT },
  { "story+body", BS_HINT_BODY },
  { "story+content", BS_HINT_BODY },
  { "story+text", BS_HINT_BODY },
  { "storybody", BS_HINT_BODY },
  { "storytext", BS_HINT_BODY },
  { "subheadline", BS_HINT_LEAD },
  { "subscribe", BS_HINT_PROMO },
  { "subscription", BS_HINT_PROMO },
  { "subscriptions", BS_HINT_PROMO },
  { "subtitle", BS_HINT_LEAD },
  { "summary", BS_HINT_LEAD },
  { "tabbar", BS_HINT_MENU },
  { "taboola", BS_HINT_PROMO },
  { "tag+links", BS_HINT_MENU },
  { "taglist", BS_HINT_MENU },
  { "tags", BS_HINT_MENU },
  { "teaser", BS_HINT_PROMO | BS_HINT_LEAD },
  { "teasers", BS_HINT_PROMO },
  { "teilen", BS_HINT_MENU },
  { "timestamp", BS_HINT_BYLINE },
  { "toc", BS_HINT_MENU },
  { "toolbar", BS_HINT_MENU },
  { "tools", BS_HINT_MENU },
  { "trending", BS_HINT_PROMO },
  { "upsell", BS_HINT_PROMO },
  { "verfasser", BS_HINT_BYLINE },
  { "vorspann", BS_HINT_LEAD },
  { "werbung", BS_HINT_PROMO },
  { "widget", BS_HINT_AROUND },
  { "widgets", BS_HINT_AROUND },
  { "wp+caption", BS_HINT_CAPTION },
  { "wprm", 0 },
  { "zum+thema", BS_HINT_PROMO },
};

/* Where the words of each letter start. */
static const guint16 *
index_of_words (void)
{
  static guint16 starts[27];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
        starts[WORDS[i].word[0] - 'a' + 1]++;
      for (guint i = 1; i < G_N_ELEMENTS (starts); i++)
        starts[i] = (guint16)(starts[i] + starts[i - 1]);
      g_once_init_leave (&once, 1);
    }
  return starts;
}

/* Of a word in small letters, which has at least one. */
static guint16
hint_of (const char *word)
{
  const guint16 *start = index_of_words () + (word[0] - 'a');

  for (guint i = start[0]; i < start[1]; i++)
    if (WORDS[i].word[1] == word[1] && strcmp (WORDS[i].word, word) == 0)
      return WORDS[i].hint;
  return 0;
}

static gboolean
is_one_of (const char *word, const char *const *list, guint n)
{
  for (guint i = 0; i < n; i++)
    if (word[0] == list[i][0] && strcmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The next word of a name, in small letters; its length, 0 at the end. */
static gsize
next_word (const char **at, char *word, gsize room)
{
  const char *from = *at;
  gsize length = 0;

  while (*from != '\0' && !g_ascii_isalpha (*from))
    from++;
  while (g_ascii_isalpha (*from) && length + 1 < room
         && (length == 0 || !g_ascii_isupper (*from) || g_ascii_isupper (from[-1])))
    word[length++] = g_ascii_tolower (*from++);
  word[length] = '\0';
  *at = from;
  return length;
}

/* Two words side by side that say more than each: what holds the text of what. */
static guint16
hint_of_pair (const char *before, const char *word)
{
  static const char *const WHOSE[] = { "article", "artikel", "blog", "entry", "news", "page", "post", "story" };
  static const char *const TEXT[] = { "body", "content", "copy", "inhalt", "text", "txt" };
  const guint16 *start;
  gsize length = strlen (before);

  if (length == 0)
    return 0;
  if (is_one_of (before, WHOSE, G_N_ELEMENTS (WHOSE)) && is_one_of (word, TEXT, G_N_ELEMENTS (TEXT)))
    return BS_HINT_BODY;
  start = index_of_words () + (before[0] - 'a');
  for (guint i = start[0]; i < start[1]; i++)
    if (WORDS[i].word[1] == before[1] && strncmp (WORDS[i].word, before, length) == 0
        && WORDS[i].word[length] == '+' && strcmp (WORDS[i].word + length + 1, word) == 0)
      return WORDS[i].hint;
  return 0;
}

/* Behind names that content systems give to every article, those that say what it is about ("tag-privacy",
 * "category-comment") begin so. */
static gboolean
is_topic (const char *name)
{
  return g_str_has_prefix (name, "category-") || g_str_has_prefix (name, "tag-") || g_str_has_prefix (name, "author-");
}

static guint16
hints_of_name (const char *name)
{
  char words[2][40] = { "", "" };
  const char *at = name;
  guint16 hints = 0;
  gboolean topics = name != NULL && (strstr (name, "hentry") != NULL || strstr (name, "type-post") != NULL);

  for (guint i = 0; name != NULL && at - name < NAMES_MAX; i ^= 1)
    {
      while (g_ascii_isspace (*at))
        at++;
      if (topics && is_topic (at))
        {
          at += strcspn (at, " \t\n");
          continue;
        }
      if (next_word (&at, words[i], sizeof words[i]) == 0)
        break;
      hints |= hint_of (words[i]) | hint_of_pair (words[i ^ 1], words[i]);
    }
  return hints;
}

static gboolean
has_name (const char *names, const char *name)
{
  gsize length = strlen (name);

  for (const char *at = names; at != NULL && (at = strstr (at, name)) != NULL; at += length)
    if ((at == names || g_ascii_isspace (at[-1])) && (at[length] == '\0' || g_ascii_isspace (at[length])))
      return TRUE;
  return FALSE;
}

gboolean
bs_html_has_class (const GumboNode *node, const char *name)
{
  return has_name (bs_html_value (node, "class"), name);
}

static gboolean
is_unseen (const char *class)
{
  static const char *const UNSEEN[]
      = { "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-text", "screenreader",
          "element-invisible", "noprint", "mw-editsection" };

  for (guint i = 0; class != NULL && i < G_N_ELEMENTS (UNSEEN); i++)
    if (has_name (class, UNSEEN[i]))
      return TRUE;
  return FALSE;
}

guint16
bs_html_hints (const GumboNode *node)
{
  const char *class = bs_html_value (node, "class"), *itemprop = bs_html_value (node, "itemprop");
  guint16 hints = hints_of_name (class) | hints_of_name (bs_html_value (node, "id"));

  if (itemprop != NULL)
    hints |= hints_of_name (itemprop);
  return is_unseen (class) ? hints | BS_HINT_HIDDEN : hints;
}

guint32
bs_html_role_within (const char *role)
{
  static const struct
  {
    const char *role;
    guint32 within;
  } ROLES[] = {
    { "navigation", BS_IN_NAV }, { "menu", BS_IN_NAV },        { "menubar", BS_IN_NAV },
    { "banner", BS_IN_HEADER },  { "contentinfo", BS_IN_FOOTER }, { "complementary", BS_IN_ASIDE },
    { "search", BS_IN_FORM },    { "dialog", BS_IN_ASIDE },    { "alertdialog", BS_IN_ASIDE },
    { "button", BS_IN_BUTTON },  { "main", BS_IN_MAIN },       { "article", BS_IN_ARTICLE },
  };

  for (guint i = 0; role != NULL && i < G_N_ELEMENTS (ROLES); i++)
    if (strcmp (role, ROLES[i].role) == 0)
      return ROLES[i].within;
  return 0;
}
