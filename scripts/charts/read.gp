# read.gp: checks what is asked for and looks through the table before anything is drawn. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and set DATA, OUT, and the columns it needs: NEED_1 of the first block,
# NEED_2 of the second; and row_word, if a row of the first block is something else than an "outlet", which is also the
# name of its column.
# It leaves: ending, what OUT ends in; is_text, whether it is a terminal's; LINES[1] and LINES[2], the rows of the two
# blocks; nothing, whether there is nothing to draw; TITLE, LEAD, AXIS and NOTES from the comment lines; shown, how many
# outlets are drawn; NAMES[1] to NAMES[shown]; longest_name and, kept to the theme's limit, name_width, in columns.
# letter(size) is how wide a letter is reckoned to be.
# Text is only ever a value. strcol() undoes \\ and \042 once, and a label that is set shows the value as it is; the
# style "with labels" would undo a second time, and tic labels would take % for a format: neither is used for names.

if (!exists("row_word")) row_word = "outlet"
set encoding utf8
set termoption noenhanced
set decimalsign "."
if (DATA eq "" || strstrt("<|+-$@'", DATA[1:1]) > 0 || OUT eq "" || strstrt("<|'", OUT[1:1]) > 0) {
  print "a file name must not begin with one of < | + - $ @ ' (write ./ before it)"
  exit status 64
}
ending = strlen(OUT) > 4 ? OUT[strlen(OUT) - 3:*] : OUT
is_text = (ending eq "-" || ending eq ".txt")
if (!is_text && ending ne ".png" && ending ne ".svg" && ending ne ".pdf") {
  print "the output must end in .png, .svg, .pdf or .txt, or be - for the terminal"
  exit status 64
}
if (is_text) {
  page_width = text_columns * text_cell_x; pad = 0
  slide = 0; column_wide = 0
  name_columns = text_columns < 78 ? text_columns / 3 : 26
}

array HEADER[2] = ["", ""]
array LINES[2] = [0, 0]
TITLE = ""; LEAD = ""; AXIS = ""; NOTES = ""

# A comment line is "# key", a tab, and text, and stands before the table. The first other line of a block holds the
# names of its columns; what follows is data, even if a name in it begins with an escaped #.
_text(s) = s[strstrt(s, "\t") + 1:*]
_is(s, key) = (strstrt(s, "# " . key . "\t") == 1)
with_note(s) = NOTES . (NOTES eq "" ? "" : "\n") . s
first_note(s) = s . (NOTES eq "" ? "" : "\n") . NOTES
_comment(s) = _is(s, "title") ? (TITLE = _text(s), 1) \
            : _is(s, "subtitle") ? (LEAD = _text(s), 1) \
            : _is(s, "axis") ? (AXIS = _text(s), 1) \
            : _is(s, "note") ? (NOTES = with_note(_text(s)), 1) : 1
_line(s, b) = (b > 2) ? 0 : (HEADER[b] eq "") ? (HEADER[b] = "\t" . s . "\t", 1) : (LINES[b] = LINES[b] + 1, 1)
_look(s, b) = (s[1:1] eq "#" && HEADER[1] eq "") ? _comment(s) : _line(s, b)

set datafile separator "\n"
set datafile commentschars ""
stats DATA using (_look(strcol(1), column(-2) + 1)) nooutput
set datafile commentschars "#"
set datafile separator "\t"
set datafile columnheaders

do for [b = 1:2] {
  do for [_name in (b == 1 ? NEED_1 : NEED_2)] {
    if (strstrt(HEADER[b], "\t" . _name . "\t") == 0) {
      print sprintf("the table's block %d has no column \"%s\"", b, _name)
      exit status 65
    }
  }
}

# How many of a text's characters take two columns, asked while the encoding is one of single bytes: those of UTF-8 that
# begin with byte E3 or higher are Chinese, Japanese, Korean or emoji, but for a few.
_leads = "\343\344\345\346\347\350\351\352\353\354\355\357\360"
wide_in(s) = strlen(s) == 0 ? 0 : sum [_j = 1:strlen(s)] (strstrt(_leads, s[_j:_j]) > 0)
# How many belong to Hebrew, Arabic, Syriac, Thaana or N'Ko: D6 to DF begins them. PNG and PDF find the direction of a
# text by themselves; in an SVG each line of such a name is isolated, else its full stop or "…" stands at the wrong end.
_hebrew_on = "\326\327\330\331\332\333\334\335\336\337"
leftwards_in(s) = strlen(s) == 0 ? 0 : sum [_j = 1:strlen(s)] (strstrt(_hebrew_on, s[_j:_j]) > 0)
isolated(s) = strstrt(s, "\n") == 0 ? "\342\201\250" . s . "\342\201\251" \
    : isolated(s[1:strstrt(s, "\n") - 1]) . "\n" . isolated(s[strstrt(s, "\n") + 1:*])
shown = LINES[1] < most_outlets ? LINES[1] : most_outlets
name_width = 6
if (shown > 0) {
  array NAMES[shown]
  array COLUMNS[shown]
  array LEFTWARDS[shown]
  set encoding iso_8859_1
  stats DATA index 0 every ::::shown - 1 using (COLUMNS[int(column(0)) + 1] = wide_in(strcol(row_word)), \
      LEFTWARDS[int(column(0)) + 1] = leftwards_in(strcol(row_word)), 1) nooutput
  set encoding utf8
  stats DATA index 0 every ::::shown - 1 using (NAMES[int(column(0)) + 1] = strcol(row_word), 1) nooutput
  do for [i = 1:shown] {
    COLUMNS[i] = COLUMNS[i] + strlen(NAMES[i])
    name_width = COLUMNS[i] > name_width ? COLUMNS[i] : name_width
  }
}
_begins_as(i) = sum [_j = 1:shown] (_j != i && strlen(NAMES[i]) > name_columns && NAMES[_j][1:12] eq NAMES[i][1:12])
ends_differ = shown < 2 || shown > 60 ? 0 : (sum [_i = 1:shown] (_begins_as(_i))) > 0
nothing = (LINES[1] == 0 || LINES[2] == 0)
longest_name = name_width
name_width = name_width > name_columns ? name_columns : name_width

# An SVG is shown in whatever font its reader has; the widest of the usual ones is DejaVu Sans.
letter(size) = is_text ? text_cell_x : size * (ending eq ".svg" ? 0.62 : 0.57)

# fit(s, n): s in at most n characters: without its end, or, where names differ in their ends, without its middle. fold(s, n, k): s on at most k lines of n characters, parted at spaces and hyphens where that
# leaves a line at least a quarter full. name_in(i, w, k): the name of outlet i on at most k lines of w columns.
fit(s, n) = strlen(s) <= n ? s : ends_differ ? _ends(s, int(n), int(n / 2)) : s[1:int(n) - 1] . "…"
_ends(s, n, k) = s[1:k] . "…" . s[strlen(s) - n + k + 2:*]
_space(s, n) = (s[n + 1:n + 1] eq " ") ? n + 1 : _back(s, n, n)
_back(s, n, i) = (i <= n / 4) ? 0 : (s[i:i] eq " " || s[i:i] eq "-") ? i : _back(s, n, i - 1)
_cut(s, n, k, at) = (at > 0) ? s[1:s[at:at] eq "-" ? at : at - 1] . "\n" . fold(s[at + 1:*], n, k - 1) \
                  : s[1:n] . "\n" . fold(s[n + 1:*], n, k - 1)
fold(s, n, k) = (strlen(s) <= n) ? s : (k == 1) ? fit(s, n) : _cut(s, n, k, _space(s, n))
lines_of(s) = (strstrt(s, "\n") == 0) ? 1 : 1 + lines_of(s[strstrt(s, "\n") + 1:*])
_name_in(i, w, k) = fold(NAMES[i], int(w * strlen(NAMES[i]) / (COLUMNS[i] > 0 ? COLUMNS[i] : 1)), k)
name_in(i, w, k) = ending eq ".svg" && LEFTWARDS[i] > 0 ? isolated(_name_in(i, w, k)) : _name_in(i, w, k)

# The name of the axis: AXIS_LINES, of axis_lines lines; axis_left(px) is where they begin if the plot begins at px.
_fits(size) = is_text ? text_columns - 1 : int((page_width - 2 * pad) / (size * (ending eq ".svg" ? 0.57 : 0.5)))
_axis_room = page_width - 2 * pad - name_width * (is_text ? text_cell_x : base_size * 0.6)
_axis_long = strlen(AXIS) * (is_text ? text_cell_x : note_size * 0.53) > _axis_room
AXIS_LINES = fold(AXIS, _axis_long ? _fits(note_size) : strlen(AXIS) + 1, 3)
axis_lines = lines_of(AXIS_LINES)
axis_left(px) = _axis_long ? pad : px

# Names on one line may be longer than those on two. one_line(size): their letters, smaller than size where that leaves the
# longest one whole; one_line_room(size, at): how many columns they may take in these letters, at.
_one_line = int(name_columns * 1.3)
one_line(size) = longest_name > _one_line && longest_name < _one_line * 1.5 ? letters(size * _one_line / longest_name) : size
_room_at(n) = n > longest_name ? longest_name : n
one_line_room(size, at) = _room_at(int(_one_line * size / at))

# How a picture says of what is strong and what is weak: on a dark page the strong is the bright.
stronger = dark && !is_text ? "Brighter" : "Darker"
weak = dark && !is_text ? "Dim" : "Pale"

# number(n): a whole number with its thousands parted.
number(n) = (n < 0) ? "-" . number(-n) : n < 1000 ? sprintf("%d", n) \
          : number(floor(n / 1000)) . sprintf(",%03d", int(n) % 1000)
