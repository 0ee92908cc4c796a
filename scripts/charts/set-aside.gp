# set-aside.gp: what was set aside before counting. A bar an outlet, divided by reasons.
#
#   gnuplot -d -c set-aside.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn from the top in the order given:
#   outlet    its name
#   articles  how many the bar sums up
#   percent   the length of the whole bar
# Second block, after two empty lines, a part of a bar a row, from the left to the right:
#   row       the outlet it belongs to, 0 for the first; -1: the part of this reason in all outlets together
#   place     the reason's number, from 0 to 6, which gives its colour
#   reason    its name
#   start, percent   where the part begins and how long it is
# Comment lines: title, subtitle, axis (what the shares are of), note.

if (ARGC != 2) { print "usage: gnuplot -d -c set-aside.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles percent"
NEED_2 = "row place reason start percent"
load HERE . "theme.gp"
load HERE . "read.gp"

parts = LINES[2] > 0 ? LINES[2] : 1
array ROW[parts]; array PLACE[parts]; array REASON[parts]; array START[parts]; array PERCENT[parts]
keys = 0
if (!nothing) {
  stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), PLACE[int(column(0)) + 1] = column("place"), \
      START[int(column(0)) + 1] = column("start"), PERCENT[int(column(0)) + 1] = column("percent"), 1) nooutput
  stats DATA index 1 using (REASON[int(column(0)) + 1] = strcol("reason"), 1) nooutput
  keys = int(sum [k = 1:parts] (ROW[k] < 0 ? 1 : 0))
}
if (keys > 0) {
  NOTES = first_note("Numbers and colours stand for the reasons above, with their shares of all outlets together.")
}

pitch = is_text ? text_cell_y : shown > 18 ? (page_tall - 240) / (shown * 1.0) : shown > 9 ? 38 : 46
if (!is_text && pitch < 18) { pitch = 18 } # where letters can still be read
name_size = base_size < pitch * 0.62 ? base_size : pitch * 0.62
mark_size = note_size < pitch * 0.6 ? note_size : pitch * 0.6
key_columns = is_text ? 3 : column_wide ? 2 : 4
key_rows = ceil(keys / (key_columns * 1.0))
key_line = is_text ? text_cell_y : line_height(note_size) + 4
key_high = key_rows * key_line + (is_text ? 0 : 10)
head = is_text ? text_cell_y : line_height(note_size) + 6
foot = is_text ? 3 * text_cell_y : line_height(note_size) * 2 + 14
body = key_high + head + shown * pitch + foot
load HERE . "page.gp"

array ARTICLES[shown]; array TOTAL[shown]; array BAR[shown]; array FILLED[shown]
stats DATA index 0 every ::::shown - 1 using (ARTICLES[int(column(0)) + 1] = column("articles"), \
    TOTAL[int(column(0)) + 1] = column("percent"), 1) nooutput
most = 0
do for [i = 1:shown] { most = TOTAL[i] > most ? TOTAL[i] : most; BAR[i] = ""; FILLED[i] = 0 }
most = most > 0 ? most : 1
rough = most / (column_wide ? 3.0 : 6.0)
step = rough > 10 ? 20 : rough > 5 ? 10 : rough > 2 ? 5 : rough > 1 ? 2 : rough > 0.5 ? 1 : rough > 0.2 ? 0.5 \
    : rough > 0.1 ? 0.2 : rough > 0.02 ? 0.1 : most
most = ceil(most / step) * step # the axis ends at a mark

articles_wide = is_text ? 10 * text_cell_x : note_size * 4.6
total_wide = is_text ? 9 * text_cell_x : name_size * 4.6
left = pad + name_width * (is_text ? text_cell_x : name_size * 0.6) + 2 * text_cell_x
right = page_width - pad - articles_wide - total_wide
total_end = page_width - pad - articles_wide
upper = top + key_high + head
px(v) = left + v / most * (right - left)
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(upper + (is_text ? pitch / 2 : 0))
set bmargin at screen down(bottom - foot + (is_text ? pitch / 2 : 0))
set xrange [0:most]
set yrange [is_text ? shown : shown - 0.5 : is_text ? 0 : -0.5]
unset ytics
set xtics step

percent(v) = v == 0 ? "0 %" : v < 0.05 ? "< 0.1 %" : sprintf("%.1f %%", v)

# The colour of a reason and of letters on it. The last, for all others, is a grey.
tint(p) = p == 0 ? 0x0072b2 : p == 1 ? 0xe69f00 : p == 2 ? 0x009e73 : p == 3 ? 0xd55e00 : p == 4 ? 0x56b4e9 \
        : p == 5 ? 0xcc79a7 : (dark ? 0x8a929a : 0x9a9a9a)
on_tint(p) = p == 0 ? "#ffffff" : "#000000"

row = 0
do for [k = 1:parts] {
  if (!is_text && ROW[k] < 0) {
    x = pad + (row % key_columns) * (page_width - 2 * pad) / key_columns
    y = top + (row / key_columns + 0.5) * key_line
    swatch = note_size * 1.5
    set object rectangle from screen across(x), down(y + key_line * 0.42) to screen across(x + swatch), \
        down(y - key_line * 0.42) fillcolor rgb tint(PLACE[k]) fillstyle solid noborder
    set label sprintf("%d", PLACE[k] + 1) at screen across(x + swatch / 2), down(y) center font font(note_size) \
        tc rgb on_tint(PLACE[k]) front
    set label REASON[k] . " " . percent(PERCENT[k]) at screen across(x + swatch + 6), down(y) left \
        font font(note_size) tc rgb ink
    row = row + 1
  }
  if (is_text && ROW[k] < 0) {
    set label sprintf("%d ", PLACE[k] + 1) . REASON[k] . " " . percent(PERCENT[k]) \
        at screen across(pad + (row % key_columns) * page_width / key_columns), \
        down(top + (row / key_columns + 0.5) * key_line) left
    row = row + 1
  }
  if (ROW[k] >= 0 && ROW[k] < shown) {
    i = ROW[k] + 1
    y = upper + (ROW[k] + 0.5) * pitch
    if (is_text) {
      end = int((START[k] + PERCENT[k]) / most * (right - left) / text_cell_x + 0.5)
      do for [j = FILLED[i] + 1:end] { BAR[i] = BAR[i] . sprintf("%d", PLACE[k] + 1) }
      FILLED[i] = end
    } else {
      x = px(START[k])
      long = px(START[k] + PERCENT[k]) - x
      set object rectangle from screen across(x), down(y + pitch * 0.34) to screen across(x + long), \
          down(y - pitch * 0.34) fillcolor rgb tint(PLACE[k]) fillstyle solid noborder
      if (x > left) {
        set arrow from screen across(x), down(y + pitch * 0.34) to screen across(x), down(y - pitch * 0.34) nohead \
            lc rgb paper lw 1 front
      }
      said = long > (strlen(REASON[k]) + 1.5) * mark_size * 0.58 ? REASON[k] \
           : long > mark_size * 0.9 ? sprintf("%d", PLACE[k] + 1) : ""
      if (said ne "") {
        set label said at screen across(x + long / 2), down(y) center font font(mark_size) \
            tc rgb on_tint(PLACE[k]) front
      }
    }
  }
}

set label "Set aside" at screen across(total_end), down(upper - head / 2) right font font(note_size) tc rgb ink_soft
set label "Articles" at screen across(page_width - pad), down(upper - head / 2) right font font(note_size) \
    tc rgb ink_soft
axis_lines = is_text ? 1 : lines_of(fold(AXIS, int((page_width - pad - left) / (note_size * 0.56)), 2))
set label (is_text ? AXIS : fold(AXIS, int((page_width - pad - left) / (note_size * 0.56)), 2)) \
    at screen across(left), down(bottom - text_cell_y / 2.0 - (axis_lines - 1) * line_height(note_size)) left \
    font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  middle = upper + (i - 0.5) * pitch
  name = name_in(i, name_width, is_text || pitch < 2 * line_height(name_size) ? 1 : 2)
  set label name at screen across(pad), down(middle - (lines_of(name) - 1) * line_height(name_size) / 2) \
      left font font(name_size) tc rgb ink
  set label percent(TOTAL[i]) at screen across(total_end), down(middle) right font font(name_size) tc rgb ink
  set label number(ARTICLES[i]) at screen across(page_width - pad), down(middle) right font font(name_size) \
      tc rgb ink_soft
  if (is_text && BAR[i] ne "") { set label BAR[i] at screen across(left), down(middle) left }
}
plot NaN
unset output
