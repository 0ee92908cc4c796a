# tree.gp: which outlets write alike, as a tree: branches that meet early, on the left, are near one another.
#
#   gnuplot -d -c tree.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, in an order in which no branches cross:
#   outlet       its name
# Second block, after two empty lines, a pair of branches that meet a row, the nearest first:
#   row          where the upper branch comes from: an outlet's place from 0, or between two
#   height_1     at what distance that branch begins: 0 for an outlet
#   place_2, height_2  the same of the lower branch
#   height       the distance at which they meet
#   support      percent of the resamples that have the same outlets on one branch; NaN: not asked, or all outlets
# More than 60 outlets are cut to the first 60, whose tree is drawn as far as it goes.
# Comment lines: title, subtitle, axis, note.

if (ARGC != 2) { print "usage: gnuplot -d -c tree.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet"
NEED_2 = "row height_1 place_2 height_2 height support"
load HERE . "theme.gp"
most_outlets = 60
load HERE . "read.gp"

_share(s) = (s eq "NaN") ? -1 : s + 0 # a number that is missing would make gnuplot pass over the row
supported = 0
if (!nothing) {
  stats DATA index 1 using (_share(strcol("support")) >= 0 ? 1 : 0) nooutput
  supported = STATS_max > 0
}
tight = !is_text && shown > (slide ? 20 : 30)
least_shown = tight ? 70 : shown > 20 ? 10 : 0
if (supported) {
  NOTES = first_note("Number at a branch: its support in percent; bold from 70 on" \
      . (least_shown > 0 ? sprintf("; none below %d.", least_shown) : "."))
}
least_row = slide ? 13.5 : column_wide ? 10.5 : 12
foot = is_text ? 3 * text_cell_y : note_size * 1.3 + 10 * em + axis_lines * line_height(note_size)
row_frame = foot
load HERE . "frame.gp"
pitch = is_text ? 2 * text_cell_y : (body_room - foot) / (shown > 0 ? shown : 1)
pitch = is_text || pitch < 37 * em ? pitch : 37 * em
name_lines = !is_text && pitch > 2 * line_height(base_size) ? 2 : 1
name_size = pitch > 1.35 * base_size ? base_size : letters(pitch * 0.74)
whole_size = name_size
name_size = is_text || name_lines == 2 ? name_size : one_line(name_size)
name_room = is_text || name_lines == 2 ? name_width : one_line_room(whole_size, name_size)
support_size = letters(note_size - 1 < pitch * 0.6 ? note_size - 1 : pitch * 0.6)
body = shown * pitch + foot
load HERE . "page.gp"

stats DATA index 1 using "height" nooutput
high = STATS_max > 0 ? STATS_max : 1
n = LINES[2]
array UP[n]; array UP_FROM[n]; array LOW[n]; array LOW_FROM[n]; array MEET[n]; array SURE[n]
stats DATA index 1 using (UP[int(column(0)) + 1] = column("row"), UP_FROM[int(column(0)) + 1] = column("height_1"), \
    LOW[int(column(0)) + 1] = column("place_2"), LOW_FROM[int(column(0)) + 1] = column("height_2"), \
    MEET[int(column(0)) + 1] = column("height"), 1) nooutput
stats DATA index 1 using (SURE[int(column(0)) + 1] = _share(strcol("support")), 1) nooutput

left = pad + (name_room + (name_room < 12)) * letter(name_size) + 12
right = page_width - pad - 8 * em
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top + (is_text ? text_cell_y * 1.5 : 0))
set bmargin at screen down(top + shown * pitch - (is_text ? pitch - text_cell_y * 1.5 : 0))
set yrange [is_text ? (shown > 1 ? shown - 1 : 1) : shown - 0.5 : is_text ? 0 : -0.5]
unset ytics
set label AXIS_LINES at screen across(axis_left(left)), down(bottom - (axis_lines - 0.5) * line_height(note_size)) left \
    font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  middle = is_text ? top + (i - 1) * pitch + text_cell_y / 2.0 : top + (i - 0.5) * pitch
  name = name_in(i, name_room, name_lines)
  set label name at screen across(left - 8), down(middle - (lines_of(name) - 1) * line_height(name_size) / 2) \
      right font font(name_size) tc rgb ink
}
set xrange [0:high * 1.03]
set xtics tick_step(0, high * 1.03, is_text ? 8 : floor((right - left) / (note_size * 5)))

last = shown - 0.5
strong(k) = SURE[k] >= 70
do for [k = 1:n] {
  if (UP[k] < last && LOW[k] < last) {
    set arrow from UP_FROM[k], UP[k] to MEET[k], UP[k] nohead lc rgb accent lw 1.6
    set arrow from LOW_FROM[k], LOW[k] to MEET[k], LOW[k] nohead lc rgb accent lw 1.6
    set arrow from MEET[k], UP[k] to MEET[k], LOW[k] nohead lc rgb accent lw 1.6
    if (SURE[k] >= least_shown && !is_text) {
      set label sprintf("%.0f", SURE[k]) at MEET[k], (UP[k] + LOW[k]) / 2 left offset character 0.4, 0.45 \
          font (strong(k) ? bold(support_size) : font(support_size)) \
          tc rgb (strong(k) ? ink : ink_soft) front
    }
  }
}
plot NaN
unset output
