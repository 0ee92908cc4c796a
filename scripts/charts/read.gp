# read.gp: checks what is asked for and looks through the table before anything is drawn. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and set DATA, OUT, and the columns it needs: NEED_1 of the first block,
# NEED_2 of the second.
# It leaves: ending, what OUT ends in; is_text, whether it is a terminal's; LINES[1] and LINES[2], the rows of the two
# blocks; nothing, whether there is nothing to draw; TITLE, LEAD, AXIS and NOTES from the comment lines; shown, how many
# outlets are drawn; NAMES[1] to NAMES[shown]; longest_name and, kept to the theme's limit, name_width, in columns.
# Text is only ever a value. strcol() undoes \\ and \042 once, and a label that is set shows the value as it is; the
# style "with labels" would undo a second time, and tic labels would take % for a format: neither is used for names.

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
if (is_text) { page_width = text_columns * text_cell_x; pad = 0 }

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
shown = LINES[1] < most_outlets ? LINES[1] : most_outlets
name_width = 6
if (shown > 0) {
  array NAMES[shown]
  array COLUMNS[shown]
  set encoding iso_8859_1
  stats DATA index 0 every ::::shown - 1 using (COLUMNS[int(column(0)) + 1] = wide_in(strcol("outlet")), 1) nooutput
  set encoding utf8
  stats DATA index 0 every ::::shown - 1 using (NAMES[int(column(0)) + 1] = strcol("outlet"), 1) nooutput
  do for [i = 1:shown] {
    COLUMNS[i] = COLUMNS[i] + strlen(NAMES[i])
    name_width = COLUMNS[i] > name_width ? COLUMNS[i] : name_width
  }
}
nothing = (LINES[1] == 0 || LINES[2] == 0)
longest_name = name_width
name_width = name_width > name_columns ? name_columns : name_width
if (shown < LINES[1]) {
  NOTES = with_note(sprintf("Drawn are the first %d of the table's %d outlets.", shown, LINES[1]))
}

# fit(s, n): s in at most n characters. fold(s, n, k): s on at most k lines of n characters, parted at spaces where that
# leaves a line at least half full. name_in(i, w, k): the name of outlet i on at most k lines of w columns.
fit(s, n) = strlen(s) <= n ? s : s[1:int(n) - 1] . "…"
_space(s, n) = (s[n + 1:n + 1] eq " ") ? n + 1 : _back(s, n, n)
_back(s, n, i) = (i <= n / 2) ? 0 : (s[i:i] eq " ") ? i : _back(s, n, i - 1)
_cut(s, n, k, at) = (at > 0) ? s[1:at - 1] . "\n" . fold(s[at + 1:*], n, k - 1) \
                  : s[1:n] . "\n" . fold(s[n + 1:*], n, k - 1)
fold(s, n, k) = (strlen(s) <= n) ? s : (k == 1) ? fit(s, n) : _cut(s, n, k, _space(s, n))
lines_of(s) = (strstrt(s, "\n") == 0) ? 1 : 1 + lines_of(s[strstrt(s, "\n") + 1:*])
name_in(i, w, k) = fold(NAMES[i], int(w * strlen(NAMES[i]) / (COLUMNS[i] > 0 ? COLUMNS[i] : 1)), k)

# number(n): a whole number with its thousands parted.
number(n) = (n < 0) ? "-" . number(-n) : n < 1000 ? sprintf("%d", n) \
          : number(floor(n / 1000)) . sprintf(",%03d", int(n) % 1000)
