# map.gp: outlets as points; the nearer they stand, the more alike they are.
#
#   gnuplot -d -c map.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row:
#   outlet       its name
# Second block, after two empty lines, an outlet a row:
#   row          the outlet, 0 for the first
#   x, y         where it stands; a step across and a step up are as long
# Outlets have their names at the points where there is room; else all have numbers there, and their names below.
# Comment lines: title, subtitle, axis (what the axes hold), note.

if (ARGC != 2) { print "usage: gnuplot -d -c map.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet"
NEED_2 = "row x y"
load HERE . "theme.gp"
most_outlets = 200
load HERE . "read.gp"

NOTES = first_note(AXIS . (AXIS eq "" ? "" : " ") . "A step is as long both ways; which way round an axis goes means nothing.")
wide = page_width - 2 * pad
X_min = 0; X_max = 1; Y_min = 0; Y_max = 1
if (!nothing) {
  stats DATA index 1 using "x" nooutput name "X"
  stats DATA index 1 using "y" nooutput name "Y"
}
span = X_max > X_min ? X_max - X_min : 1
tall = Y_max - Y_min
points = LINES[2] > 0 ? LINES[2] : 1
array AT_X[points]; array AT_Y[points]
if (!nothing) {
  stats DATA index 1 using (AT_X[int(column("row")) + 1] = column("x"), AT_Y[int(column("row")) + 1] = column("y"), 1) nooutput
}

# A name stands to the right of its point, or to the left where another point is nearer than it is long on the right, or
# where the page ends.
long(i) = (strlen(NAMES[i]) < 24 ? strlen(NAMES[i]) : 24) * base_size * 0.55 + 12
px(i, j) = (AT_X[j] - AT_X[i]) / per_px
py(i, j) = (AT_Y[j] - AT_Y[i]) / per_px
taken_right(i) = (sum [j = 1:shown] (j != i && px(i, j) > -4 && px(i, j) < long(i) + 8 && abs(py(i, j)) < 15 * em)) > 0
taken_left(i) = (sum [j = 1:shown] (j != i && px(i, j) < 4 && px(i, j) > -long(i) - 8 && abs(py(i, j)) < 15 * em)) > 0
over_right(i) = (AT_X[i] - (X_min + X_max) / 2) / per_px + long(i) > wide / 2
over_left(i) = (AT_X[i] - (X_min + X_max) / 2) / per_px - long(i) < -wide / 2
key_columns = is_text ? 3 : column_wide ? 2 : slide ? 5 : name_width > 20 ? 4 : 5
key_rows_of(n) = ceil(n / (key_columns * 1.0))
key_line = is_text ? text_cell_y : letters(note_size) * 1.42
load HERE . "frame.gp"
room = body_room > 620 ? 620 : body_room
share = 0.6 # of the width, for the points: the names of the outermost need room to their sides
per_px = span / (wide * share)
per_px = tall / (room - 60.0) > per_px ? tall / (room - 60.0) : per_px
named = !nothing && !is_text && shown <= 15
if (named) { named = (sum [i = 1:shown] ((taken_right(i) || over_right(i)) && (taken_left(i) || over_left(i)))) == 0 }
share = named ? 0.6 : 0.88
high = is_text ? 22 * text_cell_y : wide * share * tall / span + 60
high = high < 220 * em ? 220 * em : high
key_rows = named ? 0 : key_rows_of(shown)
room = body_room - (named ? 0 : key_rows * key_line + 14)
room = room > 620 ? 620 : room < 160 ? 160 : room
high = is_text || high < room ? high : room
body = high + (named ? 0 : key_rows * key_line + (is_text ? text_cell_y : 14))
load HERE . "page.gp"

per_px = span / (wide * share)
if (!is_text) { per_px = tall / (high - 60) > per_px ? tall / (high - 60) : per_px }
half_x = per_px * wide / 2
half_y = is_text ? (tall > 0 ? tall * 0.55 : 1) : per_px * high / 2
set lmargin at screen across(pad)
set rmargin at screen across(page_width - pad)
set tmargin at screen down(top)
set bmargin at screen down(top + high)
set xrange [(X_min + X_max) / 2 - half_x:(X_min + X_max) / 2 + half_x]
set yrange [(Y_min + Y_max) / 2 - half_y:(Y_min + Y_max) / 2 + half_y]
unset tics
unset grid
if (!is_text) {
  set arrow from graph 0, first 0 to graph 1, first 0 nohead lc rgb rule lw 0.7 back
  set arrow from first 0, graph 0 to first 0, graph 1 nohead lc rgb rule lw 0.7 back
}
# Numbers that would cover one another give way upwards or downwards.
array LABEL_Y[points]
do for [i = 1:shown] { LABEL_Y[i] = AT_Y[i] }
do for [pass = 1:(named || is_text ? 0 : 6)] {
  do for [i = 2:shown] {
    do for [j = 1:i - 1] {
      apart = (LABEL_Y[i] - LABEL_Y[j]) / per_px
      if (abs(px(i, j)) < 15 && abs(apart) < 11) {
        LABEL_Y[i] = LABEL_Y[i] + (apart >= 0 ? 0.5 : -0.5) * (11.5 - abs(apart)) * per_px
        LABEL_Y[j] = LABEL_Y[j] - (apart >= 0 ? 0.5 : -0.5) * (11.5 - abs(apart)) * per_px
      }
    }
  }
}
do for [i = 1:shown] {
  if (named) {
    if (taken_right(i) || over_right(i)) {
      set label name_in(i, 24, 1) at AT_X[i] - 8 * per_px, AT_Y[i] right font font(base_size) tc rgb ink front
    } else {
      set label name_in(i, 24, 1) at AT_X[i] + 8 * per_px, AT_Y[i] left font font(base_size) tc rgb ink front
    }
  } else {
    set label sprintf("%d", i) at AT_X[i], LABEL_Y[i] center font (shown > 60 ? font(letters(9)) : bold(letters(note_size - 1))) \
        tc rgb (is_text ? ink : accent) front
    row = (i - 1) % key_rows
    col = (i - 1) / key_rows
    name_room = is_text ? wide / key_columns / text_cell_x - 4 : (wide / key_columns - 32 * em) / letter(note_size)
    set label sprintf("%d", i) at screen across(pad + col * wide / key_columns + 20 * em), \
        down(top + high + (is_text ? text_cell_y : 14) + (row + 0.5) * key_line) right font bold(letters(note_size - 1)) tc rgb accent
    set label name_in(i, name_room, 1) at screen across(pad + col * wide / key_columns + 26 * em), \
        down(top + high + (is_text ? text_cell_y : 14) + (row + 0.5) * key_line) left font font(note_size) tc rgb ink
  }
}
if (!is_text && shown > 1) {
  bar = nice_step(wide * per_px, 8)
  set arrow from screen across(pad), down(top + high - 6) to screen across(pad + bar / per_px), down(top + high - 6) nohead \
      lc rgb ink_soft lw 1.5 front
  set label sprintf("%g", bar) at screen across(pad + bar / per_px + 6 * em), down(top + high - 6) left font font(note_size) \
      tc rgb ink_soft front
}
if (named) {
  plot DATA index 1 using "x":"y" with points pt 7 ps dot(1) lc rgb accent
} else {
  plot NaN
}
unset output
