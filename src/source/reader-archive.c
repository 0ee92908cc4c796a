#include "source/reader-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/chunk.h"
#include "source/companion.h"
#include "source/sniff.h"
#include "source/xz-head.h"

#define BLOCK_SIZE (256 * 1024)
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

  int fd;
  struct archive *archive;
  const char *error; /* why it cannot be opened */
  guint64 size, counted, expanded;
  guint64 members;
  guint bad_headers;
  gboolean finished;

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
  self->fd = -1;
  self->names = bs_arena_new ();
  return self;
}

static void
shut (BsArchiveReader *self)
{
  g_clear_pointer (&self->archive, archive_read_free);
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

void
bs_archive_reader_free (BsArchiveReader *self)
{
  if (self == NULL)
    return;
  shut (self);
  g_free (self->path);
  g_free (self->layout.top);
  bs_companions_free (self->layout.pages);
  bs_arena_free (self->names);
  g_free (self);
}

/* libarchive turns names into the thread's character set and gives none where they do not fit into it. */
static locale_t
enter_utf8 (void)
{
  static gsize once;
  static locale_t utf8;

  if (g_once_init_enter (&once))
    {
      utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
      if (utf8 == (locale_t)0)
        utf8 = newlocale (LC_CTYPE_MASK, "en_US.UTF-8", (locale_t)0);
      g_once_init_leave (&once, 1);
    }
  return utf8 != (locale_t)0 ? uselocale (utf8) : (locale_t)0;
}

static void
leave_utf8 (locale_t before)
{
  if (before != (locale_t)0)
    uselocale (before);
}

static int
next_header (struct archive *archive, struct archive_entry **entry)
{
  locale_t before = enter_utf8 ();
  int status = archive_read_next_header (archive, entry);

  if (status == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      archive_entry_pathname (*entry); /* converts now and keeps the result */
      archive_entry_pathname_utf8 (*entry);
    }
  leave_utf8 (before);
  return status;
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
  struct archive *archive;
  struct stat info;
  char head[1024]; /* the longest header of a block, and that of the stream */
  ssize_t length;

  shut (self);
  self->error = NULL;
  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    {
      self->error = g_strerror (errno);
      return FALSE;
    }
  self->size = (guint64)info.st_size;
  length = pread (self->fd, head, sizeof head, 0);
  if (length > 0 && bs_xz_asks_too_much (bs_span (head, (gsize)length)))
    {
      self->error = BS_XZ_TOO_MUCH;
      return FALSE;
    }
  self->archive = archive = archive_read_new ();
  archive_read_support_filter_gzip (archive);
  archive_read_support_filter_bzip2 (archive);
  archive_read_support_filter_xz (archive);
  archive_read_support_filter_zstd (archive);
  archive_read_support_filter_lz4 (archive);
  archive_read_support_format_tar (archive);
  archive_read_support_format_zip (archive);
  archive_read_support_format_7zip (archive);
  archive_read_support_format_empty (archive);
  if (archive_read_open_fd (archive, self->fd, bs_chunk (BLOCK_SIZE)) == ARCHIVE_OK)
    return TRUE;
  self->error = archive_error_string (archive);
  return FALSE;
}

/* The ceiling that ends the reading of the archive; BS_N_CEILINGS: none does. */
static BsCeiling
over_ceiling (const BsArchiveReader *self, guint64 members)
{
  guint64 out = MAX (self->expanded, (guint64)MAX (archive_filter_bytes (self->archive, 0), 0));

  if (members > bs_ceiling (self->item.ceilings, BS_CEILING_MEMBERS))
    return BS_CEILING_MEMBERS;
  return bs_expansion_over (self->item.ceilings, out, self->size);
}

/* How far members may be expanded, and by which ceiling. */
static guint64
expansion_ceiling (const BsArchiveReader *self, BsCeiling *which)
{
  const BsCeilings *ceilings = self->item.ceilings;
  guint64 most = bs_ceiling (ceilings, BS_CEILING_EXPANDED);
  guint64 from = bs_ceiling (ceilings, BS_CEILING_RATIO_FROM), ratio = bs_ceiling (ceilings, BS_CEILING_RATIO);
  guint64 by_ratio = MAX (from, self->size > G_MAXUINT64 / ratio ? G_MAXUINT64 : self->size * ratio);

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

/* Reads all names; FALSE where it did not come to their end. What is damaged on the way shows again, and is reported, when
 * the texts are read. */
static gboolean
survey_archive (BsArchiveReader *self)
{
  Survey survey = { 0 };
  struct archive_entry *entry;
  int status;
  guint64 members = 0;

  while (((status = next_header (self->archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
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
  return status == ARCHIVE_EOF;
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
  BsOrigin origin = bs_item_origin (&self->item, 0, self->size, 0, arena);

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
  la_int64_t at = self->archive != NULL ? archive_filter_bytes (self->archive, -1) : 0;
  guint64 done = at > 0 ? MIN ((guint64)at, self->size) : 0;

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
  bs_byte_stream_open_member (self->stream, self->archive,
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

/* Goes to the next member; as take_member(), but END means the archive's end. */
static BsNext
next_member (BsArchiveReader *self, BsArena *arena, BsProblem *problem)
{
  struct archive_entry *entry;

  for (;;)
    {
      int status = next_header (self->archive, &entry);
      gboolean usable = status == ARCHIVE_OK || status == ARCHIVE_WARN;
      BsCeiling over;
      BsNext next;

      count_done (self);
      self->finished = !usable;
      if (status == ARCHIVE_EOF && self->members == 0)
        return archive_problem (self, arena, problem, BS_PROBLEM_NO_TEXT, "the archive is empty", NULL);
      if (status == ARCHIVE_EOF)
        return BS_NEXT_END;
      if (!usable && status != ARCHIVE_FATAL && self->bad_headers++ < MOST_BAD_HEADERS)
        {
          self->finished = FALSE;
          return archive_problem (self, arena, problem, BS_PROBLEM_TRUNCATED, "a member cannot be read",
                                  archive_error_string (self->archive));
        }
      if (!usable)
        return archive_problem (self, arena, problem, self->members > 0 ? BS_PROBLEM_TRUNCATED : BS_PROBLEM_UNREADABLE,
                                self->members > 0
                                    ? "the archive is damaged or ends too early; the members before that were read"
                                    : "the file is no archive that can be read",
                                archive_error_string (self->archive));
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

      if (self->error != NULL)
        {
          self->finished = TRUE;
          return archive_problem (self, arena, problem, BS_PROBLEM_UNREADABLE, "the archive cannot be opened",
                                  self->error);
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
  shut (self);
  return BS_NEXT_END;
}
