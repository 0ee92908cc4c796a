/* export-nexis.c: the classic form of Nexis, with a line "1 of 10 DOCUMENTS" before each article. */
#include "source/export-nexis.h"
#include "source/export-lines.h"

#define MOST_BLOCKS 80  /* of a head */
#define LEAST_CENTRED 8 /* blanks before a line that is centred */
#define LONGEST_LABEL 24

typedef enum
{
  LABEL_NONE,
  LABEL_OTHER, /* one that is not known; only heads may have them */
  LABEL_LENGTH,
  LABEL_BYLINE,
  LABEL_SECTION,
  LABEL_HEADLINE,
  LABEL_DATELINE,
  LABEL_HIGHLIGHT,
  LABEL_EDITION,
  LABEL_BODY,
  LABEL_TAIL, /* the first that may stand behind the text */
  LABEL_LANGUAGE,
  LABEL_TYPE,
  LABEL_NUMBER
} Label;

typedef struct
{
  Label label;
  const char *words; /* a blank before and behind each */
} LabelRow;

static const LabelRow label_rows[] = {
  { LABEL_LENGTH, " LENGTH LÄNGE L\xc4NGE LAENGE LONGUEUR LENGTE EXTENSIÓN EXTENSION LONGITUD LUNGHEZZA COMPRIMENTO " },
  { LABEL_BYLINE, " BYLINE AUTOR AUTEUR AUTORE VON PAR " },
  { LABEL_SECTION, " SECTION RUBRIK RUBRIQUE RUBRIEK SECTIE SECCIÓN SECCION SEZIONE SEÇÃO " },
  { LABEL_HEADLINE, " HEADLINE TITLE TITEL TITRE " },
  { LABEL_DATELINE, " DATELINE ORT LIEU " },
  { LABEL_HIGHLIGHT, " HIGHLIGHT " },
  { LABEL_EDITION, " EDITION AUSGABE ÉDITION EDITIE " },
  { LABEL_BODY, " BODY TEXT " },
  { LABEL_TAIL,
    " LOAD-DATE UPDATE DATE-CHARGEMENT GRAPHIC GRAFIK ILLUSTRATION SUBJECT SUJET GEOGRAPHIC LOCALISATION-GEO "
    "COMPANY SOCIETE INDUSTRY SECTEUR-ACTIVITE TICKER SYMBOLE-BOURSIER PERSON ORGANIZATION JOURNAL-CODE "
    "ENCART URL NOTES CITY STATE COUNTRY CORRECTION-DATE PUB-DATE " },
  { LABEL_LANGUAGE, " LANGUAGE SPRACHE LANGUE TAAL IDIOMA LINGUA LÍNGUA " },
  { LABEL_TYPE, " PUBLICATION-TYPE TYPE-PUBLICATION PUB-TYPE DOCUMENT-TYPE " },
  { LABEL_NUMBER, " ACC-NO DOC-ID ACCESSION-NUMBER " },
};

/* The label that a line begins with, *value what follows its colon. */
static Label
label_of (BsSpan line, BsSpan *value)
{
  const char *colon = line.length > 2 ? memchr (line.start, ':', MIN (line.length, LONGEST_LABEL)) : NULL;
  char key[LONGEST_LABEL + 3];
  gsize length = colon != NULL ? (gsize)(colon - line.start) : 0;

  if (length < 2)
    return LABEL_NONE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (line.start[i]) && line.start[i] != '-' && (guchar)line.start[i] < 0x80)
      return LABEL_NONE;
  *value = bs_export_trim (bs_span (colon + 1, line.length - length - 1));
  key[0] = key[length + 1] = ' ';
  memcpy (key + 1, line.start, length);
  key[length + 2] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (label_rows); i++)
    if (strstr (label_rows[i].words, key) != NULL)
      return label_rows[i].label;
  return LABEL_OTHER;
}

gboolean
bs_nexis_is_label (BsSpan line)
{
  BsSpan value;
  Label label = label_of (line, &value);

  return label >= LABEL_LENGTH && label != LABEL_BODY;
}

static gboolean
take_number (BsSpan *rest)
{
  gsize digits = 0;

  while (digits < rest->length && g_ascii_isdigit (rest->start[digits]))
    digits++;
  *rest = bs_export_trim (bs_span (rest->start + digits, rest->length - digits));
  return digits > 0 && digits <= 7;
}

static gboolean
take_word (BsSpan *rest, const char *const *list, gsize n_list)
{
  gsize length = 0;

  while (length < rest->length && rest->start[length] != ' ')
    length++;
  if (!bs_export_is_one_of (bs_span (rest->start, length), list, n_list))
    return FALSE;
  *rest = bs_export_trim (bs_span (rest->start + length, rest->length - length));
  return TRUE;
}

gboolean
bs_nexis_begins (BsSpan line)
{
  static const char *const documents[] = { "document",  "documents",  "dokument",  "dokumente", "dokumenten",
                                           "documento", "documentos", "documenti", "documenten" };
  static const char *const of[] = { "of", "von", "de", "van", "di", "sur" };
  gboolean before;

  if (line.length > 120)
    return FALSE;
  line = bs_export_trim (line);
  if (line.length < 8 || line.length > 40)
    return FALSE;
  before = take_word (&line, documents, G_N_ELEMENTS (documents));
  if (!take_number (&line) || !take_word (&line, of, G_N_ELEMENTS (of)) || !take_number (&line))
    return FALSE;
  if (before)
    return line.length == 0;
  return take_word (&line, documents, G_N_ELEMENTS (documents)) && line.length == 0;
}

/* The next block of lines that are not blank; the lines go behind it. */
static gboolean
next_block (BsLines *lines, BsSpan *block)
{
  const char *start = NULL;
  BsSpan line;

  while (bs_lines_next (lines, &line))
    {
      if (line.length > 0 && start == NULL)
        start = line.start;
      if (line.length > 0)
        *block = bs_span (start, (gsize)(line.start + line.length - start));
      else if (start != NULL)
        break;
    }
  return start != NULL;
}

static gsize
indent (BsSpan line)
{
  gsize at = 0;

  while (at < line.length && g_ascii_isspace (line.start[at]))
    at++;
  return at;
}

/* The day of a block whose first line says one; the lines below are the edition. */
static gboolean
take_date (BsSpan block, BsArena *arena, BsExported *exported)
{
  BsLines lines = { block };
  const char *edition;
  BsSpan line;

  if (!bs_lines_next (&lines, &line) || !bs_export_is_date (bs_export_trim (line)))
    return FALSE;
  exported->date = bs_export_string (line, arena);
  edition = bs_export_string (lines.rest, arena);
  if (exported->edition != NULL && edition != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s; %s", exported->edition, edition);
      edition = bs_arena_strdup (arena, both);
    }
  exported->edition = edition != NULL ? edition : exported->edition;
  return TRUE;
}

/* What has no certain place in a head. */
typedef struct
{
  const char *paper; /* what may be the paper, if none is found */
  BsSpan blocks[2];  /* below the paper, where no day was found */
  guint n;
} Spare;

/* The day may be written in a language that is not known; the block below it is the headline. */
static void
use_spare (const Spare *spare, BsArena *arena, BsExported *exported)
{
  guint at = 0;

  if (exported->paper == NULL)
    exported->paper = bs_export_paper (spare->paper, &exported->edition, arena);
  if (exported->date == NULL && spare->n > 0 && bs_export_has_year (bs_export_trim (spare->blocks[0])))
    exported->date = bs_export_string (spare->blocks[at++], arena);
  if (exported->title == NULL && at < spare->n)
    exported->title = bs_export_string (spare->blocks[at], arena);
}

/* Some heads have no empty line between the notice of copyright and the paper below it. */
static void
take_copyright (BsSpan block, BsArena *arena, BsExported *exported, Spare *spare)
{
  static const char reserved[] = "ights reserved";
  BsLines lines = { block };
  BsSpan line, last = { 0 };
  guint n = 0;

  exported->copyright = bs_export_string (block, arena);
  for (; bs_lines_next (&lines, &line); n++)
    last = bs_export_trim (line);
  if (n < 2 || exported->paper != NULL)
    return;
  for (gsize i = 0; i + strlen (reserved) <= last.length; i++)
    if (g_ascii_strncasecmp (last.start + i, reserved, strlen (reserved)) == 0)
      return;
  spare->paper = bs_export_string (last, arena);
}

/* A block without a label, by its place in the head. */
static void
take_plain_block (BsSpan block, BsArena *arena, BsExported *exported, Spare *spare)
{
  if (exported->copyright == NULL && exported->title == NULL && bs_export_is_copyright (bs_export_trim (block)))
    take_copyright (block, arena, exported, spare);
  else if (bs_export_starts (bs_export_trim (block), "Distributed by"))
    return;
  else if (exported->date == NULL && take_date (block, arena, exported))
    return;
  else if (exported->paper == NULL && exported->date == NULL)
    exported->paper = bs_export_paper (bs_export_string (block, arena), &exported->edition, arena);
  else if (exported->date == NULL)
    {
      if (spare->n < G_N_ELEMENTS (spare->blocks))
        spare->blocks[spare->n++] = block;
    }
  else if (exported->title == NULL)
    exported->title = bs_export_string (block, arena);
  else if (exported->highlight == NULL)
    exported->highlight = bs_export_string (block, arena);
}

static void
take_label (Label label, BsSpan value, BsArena *arena, BsExported *exported)
{
  const char *string = bs_export_string (value, arena);
  BsSpan number;

  switch (label)
    {
    case LABEL_LENGTH:
      exported->words = bs_export_is_length (value, &number) ? bs_export_string (number, arena) : string;
      break;
    case LABEL_BYLINE:
      exported->byline = bs_export_byline (value, arena);
      break;
    case LABEL_SECTION:
      bs_export_section (string, exported, arena);
      break;
    case LABEL_HEADLINE:
      exported->title = string;
      break;
    case LABEL_DATELINE:
      exported->dateline = string;
      break;
    case LABEL_HIGHLIGHT:
      exported->highlight = string;
      break;
    case LABEL_EDITION:
      exported->edition = string;
      break;
    case LABEL_LANGUAGE:
      exported->language = string;
      break;
    case LABEL_TYPE:
      exported->type = string;
      break;
    case LABEL_NUMBER:
      exported->id = string;
      break;
    default:
      break;
    }
}

/* Reads the head; the lines go to where the text starts, and `spare` is given what has no certain place. FALSE: the
 * head has no length. */
static gboolean
read_head (BsLines *lines, BsArena *arena, BsExported *exported, Spare *spare)
{
  gboolean has_length = FALSE;
  BsSpan block, value;

  for (int i = 0; i < MOST_BLOCKS; i++)
    {
      BsLines before = *lines;
      Label label;

      if (!next_block (lines, &block))
        return has_length;
      label = label_of (block, &value);
      if (label == LABEL_BODY)
        {
          lines->rest.length += (gsize)(lines->rest.start - value.start);
          lines->rest.start = value.start;
          return TRUE;
        }
      if (has_length && (label == LABEL_NONE || label == LABEL_OTHER || label >= LABEL_TAIL))
        {
          *lines = before;
          return TRUE;
        }
      if (label == LABEL_NONE)
        take_plain_block (block, arena, exported, spare);
      else
        take_label (label, value, arena, exported);
      has_length = has_length || label == LABEL_LENGTH;
    }
  return FALSE;
}

/* The text ends before the first block that is a label of the tail or a centred notice of copyright; the labels from
 * there on are read. */
static void
read_text (BsLines lines, BsArena *arena, BsExported *exported)
{
  const char *start = lines.rest.start;
  BsSpan line, value = { 0 };
  gboolean after_blank = TRUE, ended = FALSE;

  exported->text = bs_span (start, lines.rest.length);
  while (bs_lines_next (&lines, &line))
    {
      Label label = after_blank ? label_of (line, &value) : LABEL_NONE;

      if (!ended
          && (label >= LABEL_TAIL
              || (after_blank && indent (line) >= LEAST_CENTRED && bs_export_is_copyright (bs_export_trim (line)))))
        {
          ended = TRUE;
          exported->text.length = (gsize)(line.start - start);
        }
      if (ended && label >= LABEL_TAIL)
        take_label (label, value, arena, exported);
      if (ended && exported->copyright == NULL && bs_export_is_copyright (bs_export_trim (line)))
        exported->copyright = bs_export_string (line, arena);
      after_blank = line.length == 0;
    }
}

const char *
bs_nexis_read (BsSpan document, gboolean began, gboolean first, BsArena *arena, BsExported *exported)
{
  BsLines lines = { document };
  Spare spare = { 0 };

  *exported = (BsExported){ 0 };
  if (!began)
    return bs_nexis_uni_read (document, first, arena, exported);
  if (!read_head (&lines, arena, exported, &spare))
    return "the head of the article has no line \"LENGTH:\", nor what that is in another language";
  use_spare (&spare, arena, exported);
  read_text (lines, arena, exported);
  return NULL;
}
