#include "source/corpus.h"

#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/key-set.h"
#include "source/bound.h"
#include "source/plan.h"
#include "source/reader-archive.h"
#include "source/sniff.h"
#include "source/walk.h"

struct _BsCorpus
{
  BsArena *arena; /* of plans */
  GPtrArray *plans;
  BsCeilings ceilings;
  atomic_ullong done;

  BsByteStream *stream;
  BsReaders *readers;
  BsArchiveReader *archive;

  guint plan, problem, input, trouble; /* what comes next: the plan's problem, input, problem of tables */
  const BsInput *current;              /* what is being read, or NULL */
  BsReader *reader;                    /* … and by whom; NULL: the archive reader */
  BsItem item;
  GString *path;  /* of its file */
  BsArena *names; /* of the item, and of `pending` */
  BsProblem pending; /* of the article that was given last; no message: none */
  BsCorpusWanted wanted; /* or NULL */
  BsKeySet *outlets; /* met so far */
  guint64 n_outlets;
  gpointer wanted_data;
};

void
bs_corpus_free (BsCorpus *corpus)
{
  if (corpus == NULL)
    return;
  bs_archive_reader_free (corpus->archive);
  bs_readers_free (corpus->readers);
  bs_byte_stream_free (corpus->stream);
  g_ptr_array_unref (corpus->plans);
  g_string_free (corpus->path, TRUE);
  bs_key_set_free (corpus->outlets);
  bs_arena_free (corpus->names);
  bs_arena_free (corpus->arena);
  g_free (corpus);
}

static BsCorpus *
corpus_new (const BsSourceOptions *options)
{
  BsCorpus *corpus = g_new0 (BsCorpus, 1);

  corpus->arena = bs_arena_new ();
  corpus->names = bs_arena_new ();
  corpus->path = g_string_new (NULL);
  corpus->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)bs_plan_free);
  corpus->ceilings = options->ceilings;
  corpus->stream = bs_byte_stream_new (&corpus->done);
  bs_byte_stream_obey (corpus->stream, &corpus->ceilings);
  corpus->outlets = bs_key_set_new ();
  corpus->readers = bs_readers_new ();
  corpus->archive = bs_archive_reader_new (corpus->readers, corpus->stream, &corpus->done);
  return corpus;
}

/* The options as copies that live as long as the corpus. */
static BsSourceOptions
keep_options (const BsSourceOptions *options, BsArena *arena)
{
  BsSourceOptions kept = *options;
  const char **strings[]
      = { &kept.field_text, &kept.field_outlet, &kept.field_title,    &kept.field_date, &kept.field_byline,
          &kept.field_id,   &kept.field_url,    &kept.field_language, &kept.outlet,     &kept.language,
          &kept.except };

  for (gsize i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i] = bs_arena_strdup (arena, *strings[i]);
  return kept;
}

static gboolean
check_places (const char *const *places, const BsSourceOptions *options, BsArena *arena, GError **error)
{
  guint inputs = 0;

  for (gsize i = 0; places[i] != NULL; i++)
    inputs += strcmp (places[i], "-") == 0;
  if (places[0] == NULL || inputs > 1)
    {
      g_set_error_literal (error, BS_ERROR, BS_ERROR_USAGE,
                           inputs > 1 ? "standard input (-) can be read only once" : "no corpus was named");
      return FALSE;
    }
  if (options->language != NULL && bs_record_language (options->language, arena) == NULL)
    {
      g_set_error (error, BS_ERROR, BS_ERROR_USAGE, "'%s' is no language that is known; write its two-letter code (en)",
                   options->language);
      return FALSE;
    }
  return TRUE;
}

BsCorpus *
bs_corpus_open (const char *const *places, const BsSourceOptions *options, GError **error)
{
  static const BsSourceOptions defaults = { 0 };
  g_autoptr (BsCorpus) corpus = NULL;
  BsSourceOptions kept;

  g_return_val_if_fail (places != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  options = options != NULL ? options : &defaults;
  corpus = corpus_new (options);
  if (!check_places (places, options, corpus->arena, error))
    return NULL;
  kept = keep_options (options, corpus->arena);
  for (gsize i = 0; places[i] != NULL; i++)
    {
      BsPlan *plan = bs_plan_open (places[i], &kept, corpus->arena, error);
      if (plan == NULL)
        return NULL;
      g_ptr_array_add (corpus->plans, plan);
    }
  return g_steal_pointer (&corpus);
}

void
bs_corpus_rewind (BsCorpus *corpus)
{
  corpus->plan = corpus->problem = corpus->input = corpus->trouble = 0;
  corpus->current = NULL;
  corpus->pending.message = NULL;
  bs_key_set_free (corpus->outlets);
  corpus->outlets = bs_key_set_new ();
  corpus->n_outlets = 0;
}

void
bs_corpus_pass_over (BsCorpus *corpus, BsCorpusWanted wanted, gpointer data)
{
  corpus->wanted = wanted;
  corpus->wanted_data = data;
}

static gboolean
is_wanted (const BsCorpus *corpus, const BsPlan *plan, const BsInput *input)
{
  return corpus->wanted == NULL || plan->metadata != NULL || input->kind != BS_KIND_TEXT || input->sniff
         || input->rule->separator != NULL || corpus->wanted (corpus->wanted_data, input->outlet, input->id);
}

/* Calls `visit` with what the system says of every file that is there, until that returns FALSE. */
static void
each_file (const BsCorpus *corpus, gboolean (*visit) (gpointer data, const struct stat *info), gpointer data)
{
  for (guint i = 0; i < corpus->plans->len; i++)
    {
      const BsPlan *plan = corpus->plans->pdata[i];
      for (guint j = 0; j < plan->inputs->len; j++)
        {
          const BsInput *input = &g_array_index (plan->inputs, BsInput, j);
          g_autofree char *path = bs_path_join (input->rule->root, input->file);
          struct stat info;
          if (strcmp (path, "-") != 0 && stat (path, &info) == 0 && !visit (data, &info))
            return;
        }
    }
}

static gboolean
add_size (gpointer total, const struct stat *info)
{
  *(guint64 *)total += (guint64)info->st_size;
  return TRUE;
}

guint64
bs_corpus_total_bytes (const BsCorpus *corpus)
{
  guint64 total = 0;

  each_file (corpus, add_size, &total);
  return total;
}

typedef struct
{
  dev_t device;
  ino_t inode;
  gboolean found;
} Sought;

static gboolean
is_other (gpointer data, const struct stat *info)
{
  Sought *sought = data;

  sought->found = info->st_dev == sought->device && info->st_ino == sought->inode;
  return !sought->found;
}

gboolean
bs_corpus_reads (const BsCorpus *corpus, dev_t device, ino_t inode)
{
  Sought sought = { device, inode, FALSE };

  each_file (corpus, is_other, &sought);
  return sought.found;
}

guint64
bs_corpus_done_bytes (const BsCorpus *corpus)
{
  return atomic_load_explicit (&((BsCorpus *)corpus)->done, memory_order_relaxed);
}

/* Whether the text of an input may turn out to be a crawl or an export. */
static gboolean
is_open_question (const BsInput *input)
{
  return input->rule->format == BS_FORMAT_AUTO && input->rule->separator == NULL;
}

static void
begin_archive (BsCorpus *corpus, const BsInput *input)
{
  corpus->reader = NULL;
  if (input->outlets_inside)
    corpus->item.outlet = bs_arena_strdup (corpus->names, input->rule->flat_outlet);
  bs_archive_reader_begin (corpus->archive, corpus->path->str, &corpus->item, input->rule->format, input->outlets_inside);
}

/* As bs_path_join(). */
static void
take_path (BsCorpus *corpus, const BsInput *input)
{
  g_string_assign (corpus->path, input->rule->root);
  if (corpus->path->len > 0 && corpus->path->str[corpus->path->len - 1] != '/')
    g_string_append_c (corpus->path, '/');
  g_string_append (corpus->path, input->file);
}

static void
begin_input (BsCorpus *corpus, const BsInput *input)
{
  const BsRule *rule = input->rule;
  BsKind kind = input->kind;
  gboolean piped;

  corpus->current = input;
  take_path (corpus, input);
  bs_arena_reset (corpus->names);
  corpus->item = (BsItem){ .path = bs_name_escape (corpus->path->str, corpus->path->len, corpus->names),
                           .outlet = input->outlet,
                           .outlet_from = rule->outlet_from,
                           .id = input->id,
                           .separator = rule->separator,
                           .separator_is_prefix = rule->separator_is_prefix,
                           .names = &rule->names,
                           .ceilings = &corpus->ceilings };
  if (kind != BS_KIND_ARCHIVE)
    {
      piped = strcmp (corpus->path->str, "-") == 0;
      if (piped)
        bs_byte_stream_open_fd (corpus->stream, STDIN_FILENO);
      else
        bs_byte_stream_open_file (corpus->stream, corpus->path->str);
      if (input->sniff)
        kind = bs_sniff_any (corpus->stream);
      if (piped && kind == BS_KIND_ARCHIVE) /* which cannot be opened again: what is said of it as text will do */
        kind = BS_KIND_TEXT;
      if (kind == BS_KIND_TEXT && is_open_question (input))
        kind = bs_sniff_text (corpus->stream);
    }
  if (kind == BS_KIND_ARCHIVE)
    begin_archive (corpus, input);
  else
    corpus->reader = bs_readers_begin (corpus->readers, kind, &corpus->item, corpus->stream);
}

/* The article's path below its manifest's folder, as tables name it. */
static const char *
joined_path (const BsInput *input, const BsArticle *article, BsArena *arena)
{
  g_autofree char *path = NULL;

  if (article->origin.member == NULL)
    return bs_arena_copy (arena, bs_span (input->file, bs_name_look (input->file).length));
  path = g_strconcat (input->file, "/", article->origin.member, NULL);
  return bs_arena_copy (arena, bs_span (path, bs_name_look (path).length));
}

static void
complete (const BsPlan *plan, const BsInput *input, BsArticle *article, BsArena *arena)
{
  if (plan->metadata != NULL)
    bs_metadata_join (plan->metadata, joined_path (input, article, arena), article, arena);
  if (article->language == NULL)
    article->language = bs_arena_strdup (arena, input->rule->language);
}

static void
copy_problem (const BsProblem *from, BsArena *arena, BsProblem *problem)
{
  *problem = *from;
  problem->outlet = bs_arena_strdup (arena, from->outlet);
  problem->id = bs_arena_strdup (arena, from->id);
  problem->origin.path = bs_arena_strdup (arena, from->origin.path);
  problem->origin.member = bs_arena_strdup (arena, from->origin.member);
  problem->message = bs_arena_strdup (arena, from->message);
}

/* Whether the article may come in: of an outlet that was met, or of one for which there is room. */
static gboolean
has_room (BsCorpus *corpus, const BsArticle *article)
{
  if (bs_key_set_marks (corpus->outlets, article->outlet, "") != 0)
    return TRUE;
  if (corpus->n_outlets >= bs_ceiling (&corpus->ceilings, BS_CEILING_OUTLETS))
    return FALSE;
  corpus->n_outlets++;
  bs_key_set_mark (corpus->outlets, article->outlet, "", 1);
  return TRUE;
}

static BsNext
too_many_outlets (const BsCorpus *corpus, const BsArticle *article, BsArena *arena, BsProblem *problem)
{
  return bs_item_problem (arena, problem, BS_PROBLEM_TOO_LARGE, article->outlet, article->id, article->origin,
                          "the corpus has more outlets than " BS_CEILING_FORMAT "; the article was left out",
                          BS_CEILING_ARGS (&corpus->ceilings, BS_CEILING_OUTLETS));
}

/* An article that may come in; what is wrong with it is told with the next call. */
static BsNext
admit (BsCorpus *corpus, const BsPlan *plan, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  BsProblem found;

  complete (plan, corpus->current, article, arena);
  if (bs_bound (article, &corpus->ceilings, arena, problem) == BS_NEXT_PROBLEM)
    return BS_NEXT_PROBLEM;
  found = *problem;
  if (!has_room (corpus, article))
    return too_many_outlets (corpus, article, arena, problem);
  if (found.message != NULL)
    copy_problem (&found, corpus->names, &corpus->pending);
  return BS_NEXT_ARTICLE;
}

/* What the input that is being read gives; END where none is, or it is used up. */
static BsNext
next_of_input (BsCorpus *corpus, const BsPlan *plan, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  BsNext next;

  if (corpus->pending.message != NULL)
    {
      copy_problem (&corpus->pending, arena, problem);
      corpus->pending.message = NULL;
      return BS_NEXT_PROBLEM;
    }
  if (corpus->current == NULL)
    return BS_NEXT_END;
  next = corpus->reader != NULL ? bs_reader_next (corpus->reader, arena, article, problem)
                                : bs_archive_reader_next (corpus->archive, arena, article, problem);
  if (next == BS_NEXT_ARTICLE)
    return admit (corpus, plan, arena, article, problem);
  if (next == BS_NEXT_END)
    corpus->current = NULL;
  return next;
}

BsNext
bs_corpus_next (BsCorpus *corpus, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  for (; corpus->plan < corpus->plans->len; corpus->plan++)
    {
      const BsPlan *plan = corpus->plans->pdata[corpus->plan];
      BsNext next;

      if (corpus->problem < plan->problems->len)
        {
          copy_problem (&g_array_index (plan->problems, BsProblem, corpus->problem++), arena, problem);
          return BS_NEXT_PROBLEM;
        }
      while ((next = next_of_input (corpus, plan, arena, article, problem)) == BS_NEXT_END
             && corpus->input < plan->inputs->len)
        {
          const BsInput *input = &g_array_index (plan->inputs, BsInput, corpus->input++);

          if (is_wanted (corpus, plan, input))
            begin_input (corpus, input);
        }
      if (next != BS_NEXT_END)
        return next;
      if (plan->metadata != NULL && bs_metadata_problem (plan->metadata, &corpus->trouble, arena, problem))
        return BS_NEXT_PROBLEM;
      corpus->problem = corpus->input = corpus->trouble = 0;
    }
  bs_byte_stream_close (corpus->stream);
  return BS_NEXT_END;
}
