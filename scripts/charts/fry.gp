# fry.gp: Fry's readability graph. The median of each outlet on it, among the articles.
#
#   gnuplot -d -c fry.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row:
#   outlet       its name
#   articles     how many have both figures
#   grade        the grade whose area the median lies in; NaN: none
#   syllables, sentences   the medians, per 100 words
#   place        where the median stands upwards; NaN: off the graph
#   syllables_low, syllables_high, place_low, place_high   the ends of its cross
# Second block, after two empty lines, a mark a row; upwards, 0 stands for 2 sentences and each mark is a step:
#   row          the outlet it belongs to, 0 for the first; -1: none
#   part         "article"; "bin": a cell that holds `value` articles; "mark": a step, of `value` sentences; "line":
#                between the grade `value` and the next; "grade": where the name of the grade stands; "long-words",
#                "long-sentences": the sides of the areas without grades, in their order
#   syllables, place           where it stands or begins
#   syllables_end, place_end   where it ends
#   value
# Comment lines: title, subtitle, axis (which way is what), note.

if (ARGC != 2) { print "usage: gnuplot -d -c fry.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles grade syllables sentences place syllables_low syllables_high place_low place_high"
NEED_2 = "row part syllables place syllables_end place_end value"
load HERE . "theme.gp"
load HERE . "read.gp"

is_part(name) = strcol("part") eq name
points = 0; bins = 0; marks = 0; lines = 0; grades = 0; fullest = 1
if (!nothing) {
  stats DATA index 1 using (is_part("article")) nooutput
  points = STATS_max
  stats DATA index 1 using (is_part("bin")) nooutput
  bins = STATS_max
  if (bins > 0) {
    stats DATA index 1 using (is_part("bin") ? column("value") : 0) nooutput
    fullest = STATS_max
  }
  stats DATA index 1 using (is_part("mark")) nooutput
  marks = STATS_max
  stats DATA index 1 using (is_part("line")) nooutput
  lines = STATS_max
  stats DATA index 1 using (is_part("grade")) nooutput
  grades = STATS_max
}
crossed = shown <= 12 && !is_text
if (!nothing) {
  told = points > 0 ? "Faint marks: one article each. " \
       : bins > 0 ? sprintf("Cells: articles of all outlets together, 1 to %d in each. ", fullest) : ""
  NOTES = first_note(is_text ? "In brackets: medians. Bare numbers: grades." : told . "Large marks: medians" . \
      (crossed ? "; crosses: the middle half of an outlet's articles, each way." : "."))
}

high = is_text ? 26 * text_cell_y : slide ? 560 : column_wide ? 330 : 500
key_columns = (column_wide && !is_text) || shown < 4 ? 1 : 2
key_rows = ceil(shown / (key_columns * 1.0))
key_size = note_size
key_line = is_text ? text_cell_y : line_height(key_size) + 3
axis_high = is_text ? 3 * text_cell_y : 2 * line_height(note_size) + 10
key_head = is_text ? text_cell_y : line_height(key_size) + 8
body = high + axis_high + key_head + key_rows * key_line
load HERE . "page.gp"

items = shown > 0 ? shown : 1
array AT_X[items]; array AT_Y[items]; array ON[items]; array GRADE[items]; array ARTICLES[items]
array X[items]; array Y[items]
stats DATA index 0 every ::::shown - 1 using (ON[int(column(0)) + 1] = (strcol("place") ne "NaN"), \
    AT_X[int(column(0)) + 1] = real(strcol("syllables")), AT_Y[int(column(0)) + 1] = real(strcol("place")), \
    ARTICLES[int(column(0)) + 1] = column("articles"), 1) nooutput
stats DATA index 0 every ::::shown - 1 using (GRADE[int(column(0)) + 1] = strcol("grade"), \
    X[int(column(0)) + 1] = strcol("syllables"), Y[int(column(0)) + 1] = strcol("sentences"), 1) nooutput

left = pad + (is_text ? 6 * text_cell_x : note_size * 3)
right = page_width - pad
lower = top + high
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top)
set bmargin at screen down(lower)
set xrange [108:182]
set yrange [0:29]
unset grid
unset tics
per_x = 74.0 / (right - left)
per_y = 29.0 / high
from_left(x) = left + (x - 108) / per_x
from_top(y) = lower - y / per_y

BOXED = is_text || shown > 12 ? "" : "boxed"
if (!is_text) { set style textbox opaque fillcolor rgb paper noborder margins 0.2, 0.2 }
area = dark ? 0x2a2f35 : 0xe4e4e4 # where grades are not valid
if (!is_text) { set style textbox 2 opaque fillcolor rgb area noborder margins 0.2, 0.2 }
IN_AREA = is_text || bins == 0 ? "" : "boxed bs 2"
line_tint = dark ? 0x5f6770 : 0xa4a4a4

# Up to seven outlets have a colour and a shape each, as theme.gp gives them; of more, only the numbers tell.
hue(i) = shown > 7 ? (dark ? 0x56b4e9 : 0x0072b2) : i == 1 ? (dark ? 0x3a94d6 : 0x0072b2) : i == 2 ? 0xd55e00 \
       : i == 3 ? 0x009e73 : i == 4 ? 0xcc79a7 : i == 5 ? 0xe69f00 : i == 6 ? 0x56b4e9 : dark ? 0xf0f0f0 : 0x000000
shape(i) = shown > 7 ? 7 : int(word("7 5 9 13 11 6 4", i))

# Marks, grades and areas of the drawing itself.
known = LINES[2]
array PART[known]; array FROM_X[known]; array FROM_Y[known]; array VALUE[known]
stats DATA index 1 using (PART[int(column(0)) + 1] = strcol("part"), VALUE[int(column(0)) + 1] = column("value"), \
    FROM_X[int(column(0)) + 1] = real(strcol("syllables")), FROM_Y[int(column(0)) + 1] = real(strcol("place")), 1) \
    nooutput
every_mark = is_text || column_wide ? 3 : slide ? 2 : 1
do for [k = 1:known] {
  if (PART[k] eq "mark") {
    if (int(FROM_Y[k]) % every_mark == (every_mark == 1 ? 0 : 29 % every_mark)) {
      set label sprintf("%.1f", VALUE[k]) at screen across(left - (is_text ? text_cell_x : 6)), \
          down(from_top(FROM_Y[k])) \
          right font font(is_text ? note_size : note_size - 2) tc rgb ink_soft
    }
    if (!is_text) {
      set arrow from 108, FROM_Y[k] to 182, FROM_Y[k] nohead lc rgb rule lw 0.5 back
    }
  }
  if (PART[k] eq "grade") {
    set label sprintf("%d", VALUE[k]) at FROM_X[k], FROM_Y[k] center font bold(column_wide ? base_size - 1 \
        : base_size + 2) \
        tc rgb ink_soft front
  }
}
step = column_wide || is_text ? 10 : 4
do for [s = 0:(is_text || column_wide ? 7 : 18)] {
  x = step == 10 ? 110 + 10 * s : 108 + 4 * s
  set label sprintf("%d", x) at screen across(from_left(x)), down(lower + (is_text ? text_cell_y / 2 \
      : line_height(note_size) * 0.7)) \
      center font font(is_text ? note_size : note_size - 1) tc rgb ink_soft
}
axis_at = lower + (is_text ? 1.5 * text_cell_y : line_height(note_size) * 1.75)
set label AXIS at screen across(left), down(axis_at) left font font(note_size) tc rgb ink_soft
if (!is_text) {
  set label "Words too long for a grade" at 165, 25.5 center font font(note_size) tc rgb ink_soft @IN_AREA front
  set label (column_wide ? "Sentences\ntoo long" : "Sentences too\nlong for a grade") at 109, (column_wide ? 2.6 \
      : 2.2) left \
      font font(note_size - (column_wide ? 2 : 1)) tc rgb ink_soft front
}

# The list below: number, name, grade, articles. A point bears its number, moved aside where two would lie on each other.
array LABEL_X[items]; array LABEL_Y[items]
mark_high = note_size * 1.15
mark_wide = note_size * (shown > 9 ? 1.4 : 0.9)
do for [i = 1:shown] {
  LABEL_X[i] = ON[i] ? from_left(AT_X[i]) + (is_text ? 0 : mark_wide + 3) : 0
  LABEL_Y[i] = ON[i] ? from_top(AT_Y[i]) - (is_text ? 0 : mark_high * 0.6) : 0
}
box_wide = mark_wide + 4
near_x(i, j) = box_wide - abs(LABEL_X[i] - LABEL_X[j])
near_y(i, j) = mark_high - abs(LABEL_Y[i] - LABEL_Y[j])
do for [pass = 1:(is_text ? 0 : 30)] {
  moved = 0
  do for [i = 2:shown] {
    do for [j = 1:i - 1] {
      if (ON[i] && ON[j] && near_x(i, j) > 0 && near_y(i, j) > 0) {
        moved = 1
        if (near_x(i, j) < near_y(i, j)) {
          give = (near_x(i, j) / 2 + 0.5) * (LABEL_X[i] < LABEL_X[j] ? -1 : 1)
          LABEL_X[i] = LABEL_X[i] + give
          LABEL_X[j] = LABEL_X[j] - give
        } else {
          give = (near_y(i, j) / 2 + 0.5) * (LABEL_Y[i] < LABEL_Y[j] ? -1 : 1)
          LABEL_Y[i] = LABEL_Y[i] + give
          LABEL_Y[j] = LABEL_Y[j] - give
        }
      }
    }
  }
  if (!moved) { break }
}
list_top = lower + axis_high
column_room = (page_width - 2 * pad) / key_columns
each = is_text ? text_cell_x : key_size * 0.58
name_room = (column_room - (is_text ? 30 * text_cell_x : key_size * 16)) / each
do for [c = 0:(shown > key_rows ? key_columns - 1 : 0)] {
  x = pad + c * column_room
  set label "Grade" at screen across(x + column_room - (is_text ? 13 * text_cell_x : key_size * 7)), \
      down(list_top + key_head / 2) right font font(key_size) tc rgb ink_soft
  set label "Articles" at screen across(x + column_room - (is_text ? 3 * text_cell_x : key_size * 1.5)), \
      down(list_top + key_head / 2) right font font(key_size) tc rgb ink_soft
}
do for [i = 1:shown] {
  if (ON[i]) {
    set label sprintf(is_text ? "(%d)" : "%d", i) at screen across(LABEL_X[i]), down(LABEL_Y[i]) center \
        font bold(shown > 12 ? note_size - 1 : note_size) tc rgb ink @BOXED front
    away = abs(LABEL_Y[i] - from_top(AT_Y[i]) + mark_high * 0.6) > mark_high * 0.7 \
        || abs(LABEL_X[i] - from_left(AT_X[i]) - mark_wide - 3) > mark_wide * 0.7
    if (!is_text && away) {
      set arrow from screen across(LABEL_X[i]), down(LABEL_Y[i]) to screen across(from_left(AT_X[i])), \
          down(from_top(AT_Y[i])) nohead lc rgb ink_soft lw 0.5 back
    }
  }
  row = (i - 1) % key_rows
  x = pad + ((i - 1) / key_rows) * column_room
  y = down(list_top + key_head + (row + 0.5) * key_line)
  set label sprintf(is_text ? "(%d)" : "%d", i) at screen across(x + (is_text ? 4 * text_cell_x \
      : key_size * 1.3)), y right font bold(key_size) \
      tc rgb ink
  set label name_in(i, name_room, 1) at screen across(x + (is_text ? 5 * text_cell_x : key_size * (shown <= 7 ? 2.8 \
      : 1.8))), y left \
      font font(key_size) tc rgb ink
  said = GRADE[i] ne "NaN" ? GRADE[i] : X[i] eq "NaN" ? "–" : ON[i] ? "none" : "off the graph"
  set label said at screen across(x + column_room - (is_text ? 13 * text_cell_x : key_size * 7)), y right \
      font font(key_size) tc rgb ink
  set label number(ARTICLES[i]) at screen across(x + column_room - (is_text ? 3 * text_cell_x : key_size * 1.5)), y \
      right \
      font font(key_size) tc rgb ink_soft
  if (!is_text && shown <= 7) {
    set label "" at screen across(x + key_size * 2), y point pt shape(i) ps 0.9 lc rgb hue(i)
  }
}

of(i, v) = column("row") == i ? v : NaN
part(name, v) = strcol("part") eq name ? v : NaN
num(name) = strcol(name) eq "NaN" ? NaN : real(strcol(name))
if (is_text) {
  plot NaN
} else {
  set style fill solid 1 noborder
  set border 15 lc rgb rule
  plot for [k = 1:lines] DATA index 1 using (part("line", column("syllables"))):(part("line", column("place"))): \
         (column("syllables_end") - column("syllables")):(column("place_end") - column("place")) with vectors nohead \
         lc rgb line_tint lw (column_wide ? 0.6 : 0.9), \
       for [k = 1:lines] DATA index 1 using (part("long-words", column("syllables"))):(part("long-words", \
       column("place"))) \
         with filledcurves closed fc rgb area, \
       for [k = 1:lines] DATA index 1 using (part("long-sentences", column("syllables"))): \
         (part("long-sentences", column("place"))) with filledcurves closed fc rgb area, \
       for [k = 1:bins] DATA index 1 using (part("bin", (column("syllables") + column("syllables_end")) / 2)): \
         ((column("place") + column("place_end")) / 2):"syllables":"syllables_end":"place":"place_end": \
         (int(225 - 110 * sqrt(column("value") / fullest)) * 16777216 + (dark ? 0x56b4e9 : 0x0072b2)) \
         with boxxyerror lc rgb variable, \
       for [k = 1:(points > 0 ? shown : 0)] DATA index 1 using (of(k - 1, column("syllables"))):(of(k - 1, \
       column("place"))) \
         with points pt 7 ps 0.3 lc rgb (shown > 12 ? 0xc0000000 : 0x90000000) + hue(k), \
       for [k = 1:(crossed ? shown : 0)] DATA index 0 every ::k - 1::k - 1 using (num("place") == num("place") \
       ? num("syllables_low") : NaN): \
         (num("place")):(num("syllables_high") - num("syllables_low")):(0) with vectors nohead lc rgb hue(k) \
         lw (shown > 7 || column_wide ? 0.9 : 1.8), \
       for [k = 1:(crossed ? shown : 0)] DATA index 0 every ::k - 1::k - 1 using (num("place") == num("place") \
       ? num("syllables") : NaN): \
         (num("place_low")):(0):(num("place_high") - num("place_low")) with vectors nohead lc rgb hue(k) \
         lw (shown > 7 || column_wide ? 0.9 : 1.8), \
       for [k = 1:shown] DATA index 0 every ::k - 1::k - 1 using (num("syllables")):(num("place")) \
         with points pt shape(k) ps (shown > 7 ? 0.7 : column_wide ? 0.9 : 1.3) lc rgb hue(k)
}
unset output
