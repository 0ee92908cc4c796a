#include "source/reader-archive.h"

#include "source/archive-file.h"
#include "source/companion.h"
#include "source/sniff.h"

#define MOST_BAD_HEADERS 100

/* Where members lie, found by reading all names. */
typedef struct
{
  char *top;           /* the one folder that holds everything, or NULL */
  gboolean outlets;    /* first-level folders (below top) are outlets */
  BsCompanions *pages; /* met so far; where names were read before the texts, all of them */
} Layout;

struct _BsArchiveReader
{
  BsReaders *readers;
  BsByteStream *stream;
  atomic_ullong *done;

  char *path; /* real */
  BsItem item;
  BsFieldNames strict; /* where folders are outlets: the item's names, of an outlet only the one called so */
  BsFormat format;
  gboolean outlets_inside;
  Layout layout;

  BsArchiveFile *file;
  guint64 counted, expanded; /* bytes of the file, and of its members */
  guint64 members;
  guint bad_headers;
  gboolean opened, finished;

  BsArena *names; /* of the member at hand */
  BsItem member;  /* … as the inner reader sees it */
  BsReader *inner;
};

BsArchiveReader *
bs_archive_reader_new (BsReaders *readers, BsByteStream *stream, atomic_ullong *done)
{
  BsArchiveReader *self = g_new0 (BsArchiveReader, 1);

  self->readers = readers;
  self->stream = stream;
  self->done = done;
  self->file = bs_archive_file_new ();
  self->names = bs_arena_new ();
  return self;
}

void
bs_archive_reader_free (BsArchiveReader *self)
{
  if (self == NULL)
    return;
  bs_archive_file_free (self->file);
  g_free (self->path);
  g_free (self->layout.top);
  bs_companions_free (self->layout.pages);
  bs_arena_free (self->names);
  g_free (self);
}

static const char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  return name != NULL ? name : archive_entry_pathname_utf8 (entry);
}

static gboolean
open_archive (BsArchiveReader *self)
{
  return self->opened = bs_archive_file_open (self->file, self->path, self->item.ceilings);
}

/* The ceiling that ends the reading of the archive; BS_N_CEILINGS: none does. */
static BsCeiling
over_ceiling (const BsArchiveReader *self, guint64 members)
{
  la_int64_t passed = archive_filter_bytes (bs_archive_file_get (self->file), 0);

  if (members > bs_ceiling (self->item.ceilings, BS_CEILING_MEMBERS))
    return BS_CEILING_MEMBERS;
  return bs_expansion_over (self->item.ceilings, MAX (self->expanded, (guint64)MAX (passed, 0)),
                            bs_archive_file_size (self->file));
}

/* How far members may be expanded, and by which ceiling. */
static guint64
expansion_ceiling (const BsArchiveReader *self, BsCeiling *which)
{
  const BsCeilings *ceilings = self->item.ceilings;
  guint64 most = bs_ceiling (ceilings, BS_CEILING_EXPANDED);
  guint64 from = bs_ceiling (ceilings, BS_CEILING_RATIO_FROM), ratio = bs_ceiling (ceilings, BS_CEILING_RATIO);
  guint64 size = bs_archive_file_size (self->file);
  guint64 by_ratio = MAX (from, size > G_MAXUINT64 / ratio ? G_MAXUINT64 : size * ratio);

  *which = by_ratio < most ? BS_CEILING_RATIO : BS_CEILING_EXPANDED;
  return MIN (by_ratio, most);
}

typedef struct
{
  char *top;                              /* the first component of all names so far */
  gboolean several;                       /* names have no common first component, or one is a plain file */
  gboolean deep_from_root, deep_from_top; /* a readable file lies in a folder there */
} Survey;

static void
survey_name (Survey *survey, const char *name, BsKind kind)
{
  const char *slash = strchr (name, '/');
  g_autofree char *first = slash != NULL ? g_strndup (name, (gsize)(slash - name)) : NULL;

  if (slash == NULL || (survey->top != NULL && strcmp (survey->top, first) != 0))
    survey->several = TRUE;
  if (survey->top == NULL)
    survey->top = g_steal_pointer (&first);
  if (slash == NULL || !bs_kind_is_read (kind))
    return;
  survey->deep_from_root = TRUE;
  survey->deep_from_top = survey->deep_from_top || strchr (slash + 1, '/') != NULL;
}

/* Reads all names; FALSE where it came neither to their end nor to a ceiling. What is damaged on the way shows again, and
 * is reported, when the texts are read. */
static gboolean
survey_archive (BsArchiveReader *self)
{
  Survey survey = { 0 };
  struct archive_entry *entry;
  int status;
  guint64 members = 0;

  while (((status = bs_archive_file_next (self->file, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
         && over_ceiling (self, ++members) == BS_N_CEILINGS)
    {
      const char *name;
      BsNameLook look;
      bs_arena_reset (self->names);
      name = bs_name_tidy (entry_name (entry), self->names);
      if (name == NULL || archive_entry_filetype (entry) != AE_IFREG || bs_name_is_hidden (name))
        continue;
      look = bs_name_look (name);
      if (look.kind == BS_KIND_NOTE) /* a README beside the one folder changes nothing */
        continue;
      bs_companions_note (self->layout.pages, name);
      if (!bs_companions_hold (self->layout.pages, name))
        survey_name (&survey, name, bs_kind_for (self->format, &look));
    }
  g_free (self->layout.top);
  self->layout.outlets = survey.several ? survey.deep_from_root : survey.deep_from_top;
  self->layout.top = survey.several ? NULL : g_steal_pointer (&survey.top);
  g_free (survey.top);
  return status == ARCHIVE_EOF || status == ARCHIVE_OK || status == ARCHIVE_WARN
         || bs_archive_file_over (self->file) != BS_N_CEILINGS;
}

void
bs_archive_reader_begin (BsArchiveReader *self, const char *path, const BsItem *item, BsFormat format,
                         gboolean outlets_inside)
{
  g_free (self->path);
  self->path = g_strdup (path);
  g_clear_pointer (&self->layout.top, g_free);
  self->layout.outlets = FALSE;
  bs_companions_free (self->layout.pages);
  self->layout.pages = bs_companions_new ();
  self->item = *item;
  self->strict = bs_field_names_strict (item->names);
  self->format = format;
  self->outlets_inside = outlets_inside;
  self->counted = self->expanded = self->members = 0;
  self->bad_headers = 0;
  self->finished = FALSE;
  self->inner = NULL;
  if (open_archive (self) && outlets_inside)
    {
      /* what failed for a moment must not give articles other names: damage is there the second time, too */
      gboolean whole = survey_archive (self);

      if (open_archive (self) && !whole)
        {
          survey_archive (self);
          open_archive (self);
        }
    }
}

static BsNext
archive_problem (BsArchiveReader *self, BsArena *arena, BsProblem *problem, BsProblemKind kind, const char *what,
                 const char *why)
{
  BsOrigin origin = bs_item_origin (&self->item, 0, bs_archive_file_size (self->file), 0, arena);

  return bs_item_problem (arena, problem, kind, bs_arena_strdup (arena, self->item.outlet), NULL, origin, "%s%s%s%s",
                          what, why != NULL ? " (" : "", why != NULL ? why : "", why != NULL ? ")" : "");
}

static BsNext
member_problem (BsArchiveReader *self, BsArena *arena, BsProblem *problem, BsProblemKind kind, const char *what)
{
  BsOrigin origin = bs_item_origin (&self->member, 0, 0, 0, arena);

  return bs_item_problem (arena, problem, kind, bs_arena_strdup (arena, self->member.outlet),
                          bs_arena_strdup (arena, self->member.id), origin, "%s", what);
}

static void
count_done (BsArchiveReader *self)
{
  guint64 done = bs_archive_file_taken (self->file);

  if (self->done != NULL && done > self->counted)
    atomic_fetch_add_explicit (self->done, done - self->counted, memory_order_relaxed);
  self->counted = MAX (done, self->counted);
}

/* Sets the member's outlet and id; FALSE: it stands beside the outlet folders. */
static gboolean
place_member (BsArchiveReader *self, const char *name, const BsNameLook *look)
{
  const char *inside = name, *slash;
  gsize length = look->length;

  if (!self->outlets_inside)
    {
      g_autofree char *id = g_strdup_printf ("%s/%.*s", self->item.id, (int)MIN (length, G_MAXINT), name);
      self->member.id = bs_name_escape (id, strlen (id), self->names);
      return TRUE;
    }
  if (self->layout.top != NULL)
    {
      gsize top = strlen (self->layout.top) + 1;
      if (!g_str_has_prefix (name, self->layout.top) || name[top - 1] != '/')
        return FALSE;
      inside += top;
      length -= top;
    }
  slash = strchr (inside, '/');
  if (self->layout.outlets && slash == NULL)
    return FALSE;
  if (self->layout.outlets)
    {
      self->member.names = &self->strict;
      self->member.outlet_from = BS_OUTLET_FOLDER;
      self->member.outlet = bs_name_escape (inside, (gsize)(slash - inside), self->names);
      length -= (gsize)(slash + 1 - inside);
      inside = slash + 1;
    }
  else if (self->item.outlet == NULL && look->kind != BS_KIND_TEXT && look->kind != BS_KIND_HTML)
    self->member.outlet = bs_name_base (inside, self->names);
  else if (self->item.outlet == NULL && self->layout.top != NULL)
    self->member.outlet = bs_name_escape (self->layout.top, strlen (self->layout.top), self->names);
  else if (self->item.outlet == NULL)
    self->member.outlet = bs_name_base (self->path, self->names);
  self->member.id = bs_name_escape (inside, length, self->names);
  return TRUE;
}

/* BS_NEXT_ARTICLE: the inner reader has begun; BS_NEXT_END: the member is passed over in silence. */
static BsNext
take_member (BsArchiveReader *self, struct archive_entry *entry, BsArena *arena, BsProblem *problem)
{
  const char *name = bs_name_tidy (entry_name (entry), self->names), *message = NULL;
  mode_t type = archive_entry_filetype (entry);
  gboolean linked = type == AE_IFLNK || archive_entry_hardlink (entry) != NULL;
  BsNameLook look;
  BsKind kind;
  BsCeiling which;
  guint64 ceiling;

  self->member = self->item;
  if (name == NULL)
    name = bs_arena_strdup (self->names, "a member without a name");
  if (type == AE_IFREG)
    bs_companions_note (self->layout.pages, name);
  if (type == AE_IFDIR || bs_name_is_hidden (name) || bs_companions_hold (self->layout.pages, name))
    return BS_NEXT_END;
  self->member.member = bs_name_escape (name, strlen (name), self->names);
  look = bs_name_look (name);
  kind = bs_kind_for (self->format, &look);
  if (linked || (type != AE_IFREG && type != 0))
    message = "is a link or no file; it was left out";
  else if (g_str_has_prefix (name, "../") || strstr (name, "/../") != NULL)
    message = "is named as if it lay outside the archive; it was left out";
  else if (!place_member (self, name, &look))
    message = "stands beside the outlet folders; it was left out";
  else if (kind == BS_KIND_ARCHIVE)
    message = "is an archive inside an archive, which is not read: unpack it first";
  else if (kind == BS_KIND_NOTE && (self->layout.outlets || !self->outlets_inside))
    kind = BS_KIND_TEXT;
  else if (!bs_kind_is_read (kind))
    message = look.advice;
  if (message != NULL)
    {
      self->member.outlet = self->member.id = NULL;
      return member_problem (self, arena, problem, BS_PROBLEM_LEFT_OUT, message);
    }
  if (archive_entry_is_data_encrypted (entry) == 1)
    return member_problem (self, arena, problem, BS_PROBLEM_UNREADABLE, "is encrypted; it was left out");
  ceiling = expansion_ceiling (self, &which);
  bs_byte_stream_open_member (self->stream, bs_archive_file_get (self->file),
                              archive_entry_size_is_set (entry) ? (guint64)MAX (archive_entry_size (entry), 0) : 0,
                              &self->expanded, ceiling, which);
  if (kind == BS_KIND_TEXT && self->format == BS_FORMAT_AUTO && self->item.separator == NULL)
    kind = bs_sniff_text (self->stream);
  self->inner = bs_readers_begin (self->readers, kind, &self->member, self->stream);
  return BS_NEXT_ARTICLE;
}

static BsNext
too_large (BsArchiveReader *self, BsCeiling over, BsArena *arena, BsProblem *problem)
{
  g_autofree char *ceiling = bs_ceiling_in_words (self->item.ceilings, over);
  g_autofree char *message = g_strdup_printf ("the archive %s %s; the rest was left out",
                                              over == BS_CEILING_MEMBERS ? "has more members than" : "expands beyond",
                                              ceiling);

  return archive_problem (self, arena, problem, BS_PROBLEM_TOO_LARGE, message, NULL);
}

/* Behind the last member: reads compressed data to their end, where their checksums are. */
static BsNext
end_archive (BsArchiveReader *self, BsArena *arena, BsProblem *problem)
{
  gboolean whole = bs_archive_file_finish (self->file);

  count_done (self);
  if (bs_archive_file_over (self->file) != BS_N_CEILINGS)
    return too_large (self, bs_archive_file_over (self->file), arena, problem);
  if (!whole)
    return archive_problem (self, arena, problem, BS_PROBLEM_TRUNCATED,
                            "the archive is damaged, and what was read of it may be wrong",
                            bs_archive_file_error (self->file));
  return BS_NEXT_END;
}

/* Goes to the next member; as take_member(), but END means the archive's end. */
static BsNext
next_member (BsArchiveReader *self, BsArena *arena, BsProblem *problem)
{
  struct archive_entry *entry;

  for (;;)
    {
      int status = bs_archive_file_next (self->file, &entry);
      gboolean usable = status == ARCHIVE_OK || status == ARCHIVE_WARN;
      BsCeiling over;
      BsNext next;

      count_done (self);
      self->finished = !usable;
      if (status == ARCHIVE_EOF && self->members == 0)
        return archive_problem (self, arena, problem, BS_PROBLEM_NO_TEXT, "the archive is empty", NULL);
      if (status == ARCHIVE_EOF)
        return end_archive (self, arena, problem);
      if (bs_archive_file_over (self->file) != BS_N_CEILINGS)
        {
          self->finished = TRUE;
          return too_large (self, bs_archive_file_over (self->file), arena, problem);
        }
      if (!usable && status != ARCHIVE_FATAL && self->bad_headers++ < MOST_BAD_HEADERS)
        {
          self->finished = FALSE;
          return archive_problem (self, arena, problem, BS_PROBLEM_TRUNCATED, "a member cannot be read",
                                  bs_archive_file_error (self->file));
        }
      if (!usable)
        return archive_problem (self, arena, problem, self->members > 0 ? BS_PROBLEM_TRUNCATED : BS_PROBLEM_UNREADABLE,
                                self->members > 0
                                    ? "the archive is damaged or ends too early; the members before that were read"
                                    : "the file is no archive that can be read",
                                bs_archive_file_error (self->file));
      over = over_ceiling (self, ++self->members);
      self->finished = over != BS_N_CEILINGS;
      if (self->finished)
        return too_large (self, over, arena, problem);
      bs_arena_reset (self->names);
      next = take_member (self, entry, arena, problem);
      if (next != BS_NEXT_END)
        return next;
    }
}

BsNext
bs_archive_reader_next (BsArchiveReader *self, BsArena *arena, BsArticle *article, BsProblem *problem)
{
  while (!self->finished)
    {
      BsNext next;

      if (!self->opened)
        {
          self->finished = TRUE;
          return archive_problem (self, arena, problem, BS_PROBLEM_UNREADABLE, "the archive cannot be opened",
                                  bs_archive_file_error (self->file));
        }
      if (self->inner != NULL)
        {
          next = bs_reader_next (self->inner, arena, article, problem);
          if (next != BS_NEXT_END)
            {
              self->finished = bs_byte_stream_state (self->stream) == BS_BYTES_BOMB;
              return next;
            }
          self->inner = NULL;
        }
      next = next_member (self, arena, problem);
      if (next == BS_NEXT_PROBLEM)
        return next;
    }
  bs_byte_stream_close (self->stream);
  bs_archive_file_close (self->file);
  return BS_NEXT_END;
}
