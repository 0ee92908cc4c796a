#include "clean/comment.h"
#include "clean/phrase.h"
#include "clean/time-line.h"

#define LINE_BYTES 100
#define LINE_WORDS 14
#define HEADING_WORDS 8
#define NEAR 12      /* blocks from the heading to the first mark */
#define NEAR_PROSE 3 /* paragraphs among them */
#define APART 4      /* paragraphs from one mark to the next where there is no heading */
#define MARKS_MIN 3
#define LOOK_AHEAD 100 /* blocks */

typedef enum
{
  OTHER,
  HEADING,
  REPLY,
  SPEECH, /* "Ida says:", as in dialogues */
  TIME
} Kind;

static gboolean
is_one_of (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (folded[0] == words[i][0] && strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
starts_with (const char *folded, const char *start)
{
  return folded[0] == start[0] && g_str_has_prefix (folded, start);
}

/* "Ida says:", "Ida wrote" and the like in other languages. */
static gboolean
ends_in_speech (const char *folded)
{
  static const char *const VERBS[] = { " says", " said", " wrote", " dit", " sagt", " schrieb", " disse", " dijo" };
  gsize length = strlen (folded);

  while (length > 0 && strchr (": ", folded[length - 1]) != NULL)
    length--;
  for (guint i = 0; length > 0 && strchr ("sdetbo", folded[length - 1]) != NULL && i < G_N_ELEMENTS (VERBS); i++)
    {
      gsize verb = strlen (VERBS[i]);

      if (length > verb + 1 && strncmp (folded + length - verb, VERBS[i], verb) == 0
          && (folded[length] != '\0' || i == 0))
        return TRUE;
    }
  return FALSE;
}

/* Behind the name: nothing, a colon, a number, or what is commented on. */
static gboolean
ends_heading (const char *at)
{
  if (*at == '\0' || *at == ':' || *at == '(')
    return TRUE;
  return *at == ' '
         && (g_ascii_isdigit (at[1]) || strchr ("([]", at[1]) != NULL || g_str_has_prefix (at, " on ")
             || g_str_has_prefix (at, " to "));
}

/* "comments", "12 comments", "comments (12)", "3 responses to …", "one thought on …", "leave a reply". */
static gboolean
is_heading (const char *folded)
{
  static const char *const NAMES[]
      = { "comments", "comment", "responses", "response", "replies", "reader comments", "readers' comments",
          "kommentare", "kommentar", "leserkommentare", "commentaires", "commentaire", "comentarios", "comentario",
          "comentários", "comentário", "commenti", "commento", "reacties", "reactie", "комментарии", "thoughts",
          "thought", "discussion", "réactions", "opiniones", NULL };
  static const char *const ORDERS[]
      = { "leave a comment", "leave a reply", "post a comment", "add a comment", "join the conversation",
          "join the discussion", "add your comment", "write a comment", "submit a comment", "leave a response",
          "laisser un commentaire", "deja un comentario", "deja una respuesta", "deixe um comentário",
          "deixe uma resposta", "deixe o seu comentário", "schreibe einen kommentar", "kommentar schreiben",
          "lascia un commento", "plaats een reactie", "geef een reactie", "show comments", "view comments",
          "hide comments", "display comments", "sort by newest", "sort by oldest", "sort by best", NULL };
  static const char *const BEFORE[]
      = { "one ", "all ", "top rated ", "top ", "latest ", "your " };
  const char *at = folded;

  for (guint i = 0; ORDERS[i] != NULL; i++)
    if (starts_with (folded, ORDERS[i]))
      return TRUE;
  while (*at != '\0' && (g_ascii_isdigit (*at) || strchr (",()[ ", *at) != NULL))
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (BEFORE); i++)
    if (starts_with (at, BEFORE[i]))
      at += strlen (BEFORE[i]);
  for (guint i = 0; NAMES[i] != NULL; i++)
    {
      gsize length;

      if (!starts_with (at, NAMES[i]))
        continue;
      length = strlen (NAMES[i]);
      if (ends_heading (at + length))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_reply (const char *folded)
{
  static const char *const WORDS[]
      = { "reply", "répondre", "antworten", "responder", "rispondi", "beantwoorden", "reply to this comment",
          "log in to reply", "report comment", "report abuse", "ответить", "reply report", "like reply",
          "reply share", "reply link", "permalink", "reply quote", "flag as inappropriate", "in reply to", NULL };

  return is_one_of (folded, WORDS) || starts_with (folded, "reply to ") || starts_with (folded, "in reply to ");
}

static Kind
kind_of (const BsPage *page, guint i)
{
  const BsRawBlock *block = &page->block[i];

  if (block->length > LINE_BYTES || block->look.words > LINE_WORDS)
    return OTHER;
  bs_phrase_fold (page->folded, bs_page_bytes (page, i));
  if (block->look.words <= HEADING_WORDS && is_heading (page->folded->str))
    return HEADING;
  if (is_reply (page->folded->str))
    return REPLY;
  if (ends_in_speech (page->folded->str))
    return SPEECH;
  return block->look.digits > 0 && bs_is_time_line (page->folded->str) ? TIME : OTHER;
}

/* Whether two marks of comments stand below the heading, the first near it. */
static gboolean
has_marks_below (const BsPage *page, const guint8 *kind, guint heading)
{
  guint marks = 0, paragraphs = 0;

  for (guint i = heading + 1; i < MIN (page->n, heading + LOOK_AHEAD) && marks < 2; i++)
    {
      if (marks == 0 ? i - heading > NEAR || paragraphs > NEAR_PROSE : paragraphs > APART)
        return FALSE;
      if (kind[i] >= REPLY)
        {
          marks++;
          paragraphs = 0;
        }
      paragraphs += bs_is_paragraph (&page->block[i]);
    }
  return marks >= 2;
}

/* That no article has: "Reply", or somebody who speaks at a time. */
static gboolean
is_mark (const BsPage *page, const guint8 *kind, guint i)
{
  return kind[i] == REPLY || (kind[i] == SPEECH && i + 1 < page->n && kind[i + 1] == TIME);
}

/* Behind the first of many marks that stand close together, no heading asked. */
static gboolean
starts_chain (const BsPage *page, const guint8 *kind, guint first)
{
  guint marks = 0, paragraphs = 0, between = 0;

  if (!is_mark (page, kind, first))
    return FALSE;
  for (guint i = first; i < MIN (page->n, first + LOOK_AHEAD); i++)
    {
      if (is_mark (page, kind, i))
        {
          marks++;
          between += paragraphs > 0;
          paragraphs = 0;
        }
      else
        paragraphs += bs_is_paragraph (&page->block[i]);
      if (paragraphs > APART)
        break;
    }
  return marks >= MARKS_MIN && between >= 2;
}

static void
kinds_up_to (const BsPage *page, guint8 *kind, guint *known, guint end)
{
  for (; *known < end; (*known)++)
    kind[*known] = (guint8)kind_of (page, *known);
}

void
bs_comments_find (BsPage *page)
{
  g_autofree guint8 *kind = NULL;
  guint start = page->n, known = 0;
  gboolean begun = FALSE;

  kind = g_new0 (guint8, page->n);
  for (guint i = 0; i < page->n && start == page->n; i++)
    {
      begun |= page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i]);
      if (!begun)
        continue;
      kinds_up_to (page, kind, &known, MIN (page->n, i + LOOK_AHEAD));
      if ((kind[i] == HEADING && has_marks_below (page, kind, i)) || starts_chain (page, kind, i))
        start = i;
    }
  for (guint i = start; i < page->n; i++)
    if (bs_is_open (&page->block[i]))
      bs_decide (&page->block[i], BS_ASIDE_COMMENT, "among readers' comments");
}
