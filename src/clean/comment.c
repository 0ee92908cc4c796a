#include "clean/comment.h"
#include "clean/phrase.h"
#include "clean/starts.h"
#include "clean/time-line.h"

#define LINE_BYTES 100
#define LINE_WORDS 14
#define HEADING_WORDS 8
#define NEAR 12      /* blocks from the heading to the first mark */
#define NEAR_PROSE 3 /* paragraphs among them */
#define APART 4      /* paragraphs from one mark to the next where there is no heading */
#define MARKS_MIN 3
#define LOOK_AHEAD 100 /* blocks */
#define NAME_WORDS 4

typedef enum
{
  OTHER,
  HEADING,
  REPLY,
  SPEECH, /* "Ida says:", as in dialogues */
  TIME
} Kind;

#define UNKNOWN 0xff

typedef struct
{
  const BsPage *page;
  guint8 *known; /* the kinds of its blocks that were asked so far, else UNKNOWN */
} Kinds;

/* What a heading names, orders, and has before its name. */
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
    = { "one ", "all ", "top rated ", "top ", "latest ", "your ", NULL };

/* Below what a reader wrote. */
static const char *const MARKS[]
    = { "reply", "répondre", "antworten", "responder", "rispondi", "beantwoorden", "reply to this comment",
        "log in to reply", "report comment", "report abuse", "ответить", "reply report", "like reply",
        "reply share", "reply link", "permalink", "reply quote", "flag as inappropriate", "in reply to", NULL };

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
  const char *at = folded;

  for (guint i = 0; ORDERS[i] != NULL; i++)
    if (starts_with (folded, ORDERS[i]))
      return TRUE;
  while (*at != '\0' && (g_ascii_isdigit (*at) || strchr (",()[ ", *at) != NULL))
    at++;
  for (guint i = 0; BEFORE[i] != NULL; i++)
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

  return is_one_of (folded, MARKS) || starts_with (folded, "reply to ") || starts_with (folded, "in reply to ");
}

/* The kind of a block, but for TIME. */
static Kind
kind_by_words (const BsPage *page, guint i)
{
  const BsRawBlock *block = &page->block[i];

  bs_phrase_fold_within (page->folded, bs_page_bytes (page, i), page->text_end);
  if (block->look.words <= HEADING_WORDS && is_heading (page->folded->str))
    return HEADING;
  if (is_reply (page->folded->str))
    return REPLY;
  return ends_in_speech (page->folded->str) ? SPEECH : OTHER;
}

static Kind
kind_of (const BsPage *page, guint i)
{
  const BsRawBlock *block = &page->block[i];
  Kind kind;

  if (block->length > LINE_BYTES || block->look.words > LINE_WORDS)
    return OTHER;
  kind = kind_by_words (page, i);
  return kind == OTHER && block->look.digits > 0 && bs_is_time_line (page->folded->str) ? TIME : kind;
}

static BsStartsOfLists starts_of_lines = { .lists = { NAMES, ORDERS, BEFORE, MARKS } };

/* Whether a block may be a heading, "Reply" or "Ida says:", by its length, its first three letters, behind a number
 * or not, and its last one. */
static gboolean
may_begin (const BsPage *page, guint i, const BsStarts *starts)
{
  const BsRawBlock *block = &page->block[i];
  const char *start = page->text + block->start, *end = start + block->length;
  guchar last;

  if (block->length > LINE_BYTES || block->look.words > LINE_WORDS)
    return FALSE;
  last = (guchar) start[block->length - 1];
  while (start + 3 < end && (g_ascii_isdigit (*start) || *start == ' ' || *start == ','))
    start++;
  if (end - start < 3 || bs_starts_has (starts, start))
    return TRUE;
  return last <= ' ' || last == ':' || ((last | 0x20) == 's' && (end[-2] | 0x20) == 'y');
}

static Kind
kind_at (const Kinds *kinds, guint i)
{
  if (kinds->known[i] == UNKNOWN)
    kinds->known[i] = (guint8) kind_of (kinds->page, i);
  return kinds->known[i];
}

/* "11:42" alone is the article's date, or an entry's of a live blog; a comment's stands beside who wrote it. */
static gboolean
is_signed_time (const Kinds *kinds, guint i)
{
  const BsRawBlock *above = &kinds->page->block[i - 1];

  if (kind_at (kinds, i) != TIME)
    return FALSE;
  if (i + 1 < kinds->page->n && kind_at (kinds, i + 1) == SPEECH)
    return TRUE;
  return kind_at (kinds, i - 1) == OTHER
         && (above->aside == BS_ASIDE_BYLINE
             || (bs_is_label (above) && above->look.letters > 0 && above->look.words <= NAME_WORDS));
}

/* Whether two marks of comments stand below the heading, the first near it. */
static gboolean
has_marks_below (const Kinds *kinds, guint heading)
{
  guint marks = 0, paragraphs = 0;

  for (guint i = heading + 1; i < MIN (kinds->page->n, heading + LOOK_AHEAD) && marks < 2; i++)
    {
      if (marks == 0 ? i - heading > NEAR || paragraphs > NEAR_PROSE : paragraphs > APART)
        return FALSE;
      if (kind_at (kinds, i) == REPLY || kind_at (kinds, i) == SPEECH || is_signed_time (kinds, i))
        {
          marks++;
          paragraphs = 0;
        }
      paragraphs += bs_is_paragraph (&kinds->page->block[i]);
    }
  return marks >= 2;
}

/* That no article has: "Reply", or somebody who speaks at a time, before block `end`. */
static gboolean
is_mark (const Kinds *kinds, guint i, guint end)
{
  return kind_at (kinds, i) == REPLY
         || (kind_at (kinds, i) == SPEECH && i + 1 < end && kind_at (kinds, i + 1) == TIME);
}

/* Behind the first of many marks that stand close together, no heading asked. */
static gboolean
starts_chain (const Kinds *kinds, guint first)
{
  guint marks = 0, paragraphs = 0, between = 0, end = MIN (kinds->page->n, first + LOOK_AHEAD);

  if (!is_mark (kinds, first, end))
    return FALSE;
  for (guint i = first; i < end; i++)
    {
      if (is_mark (kinds, i, end))
        {
          marks++;
          between += paragraphs > 0;
          paragraphs = 0;
        }
      else
        paragraphs += bs_is_paragraph (&kinds->page->block[i]);
      if (paragraphs > APART)
        break;
    }
  return marks >= MARKS_MIN && between >= 2;
}

static gboolean
begins (const Kinds *kinds, guint i)
{
  return (kind_at (kinds, i) == HEADING && has_marks_below (kinds, i)) || starts_chain (kinds, i);
}

/* The first block of the comments, below the first paragraph; the number of blocks where there are none. */
static guint
start_of_comments (const BsPage *page)
{
  const BsStarts *starts = bs_starts_of (&starts_of_lines);
  g_autofree guint8 *known = NULL;
  guint i = 0;

  while (i < page->n && !(page->block[i].aside == BS_KEPT && bs_is_paragraph (&page->block[i])))
    i++;
  for (; i < page->n; i++)
    {
      if (!may_begin (page, i, starts) || kind_by_words (page, i) == OTHER)
        continue;
      if (known == NULL)
        {
          known = g_malloc (page->n);
          memset (known, UNKNOWN, page->n);
        }
      if (begins (&(Kinds){ page, known }, i))
        break;
    }
  return i;
}

void
bs_comments_find (BsPage *page)
{
  for (guint i = start_of_comments (page); i < page->n; i++)
    if (bs_is_open (&page->block[i]))
      bs_decide (&page->block[i], BS_ASIDE_COMMENT, "among readers' comments");
}
