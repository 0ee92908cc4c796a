/* frames.h: real sentences as frames: frequent words and punctuation stay, the other words are places to be filled. */
#pragma once

#include <glib.h>

typedef enum { PIECE_LITERAL, PIECE_HEAD, PIECE_SLOT, PIECE_DIGITS } PieceKind;

typedef struct {
  PieceKind kind;
  gboolean capital;  /* the word began with a capital */
  guint rank;        /* of a PIECE_HEAD */
  const char *bytes; /* of a PIECE_LITERAL */
  guint length;      /* of a PIECE_LITERAL; digits of PIECE_DIGITS */
} Piece;

typedef struct {
  GArray *pieces;    /* Piece, of all frames */
  GArray *starts;    /* guint, one more than there are frames */
  GPtrArray *words;  /* char *: the words of the source by falling frequency */
  GString *text;     /* the source */
} Frames;

/* Reads the files, and the .txt files of folders at any depth, in byte order of their names. */
Frames *frames_read (char **places, GError **error);
