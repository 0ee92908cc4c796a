# heat.gp: how far apart outlets write: a cell a pair, the stronger its colour the more alike.
#
#   gnuplot -d -c heat.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
# Second block, after two empty lines, a pair a row, both ways round:
#   row, column  the outlets, 0 for the first
#   value        their distance; NaN: not drawn
# Comment lines: title, subtitle, axis (what the values are), note.

if (ARGC != 2) { print "usage: gnuplot -d -c heat.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet"
NEED_2 = "row column value"
load HERE . "theme.gp"
most_outlets = 60
load HERE . "read.gp"

low = 0; high = 1; spread = 0
if (!nothing) {
  stats DATA index 1 using (strcol("value") ne "NaN" && column("row") < shown && column("column") < shown) nooutput
  nothing = STATS_max == 0
}
if (!nothing) {
  stats DATA index 1 using (column("row") < shown && column("column") < shown ? column("value") : NaN) nooutput
  low = STATS_min
  spread = STATS_max > low
  high = spread ? STATS_max : low + 1
}
digits = high < 0.1 ? 4 : high < 1 ? 3 : high < 10 ? 2 : high < 100 ? 1 : 0
form = sprintf("%%.%df", digits)
NOTES = first_note(stronger . ": more alike" . (is_text ? ", here with more signs" : "") . \
    (spread ? sprintf(", from " . form . " to " . form, low, high) : "") . \
    ". Columns bear the numbers of the rows.")
high_most = 44 * em
least_row = is_text ? text_cell_y : slide ? 13.5 : column_wide ? 10.5 : 11.5
head = is_text ? text_cell_y : line_height(base_size) + 2
key_high = is_text ? 0 : line_height(note_size) + 14 * em
row_frame = head + key_high + (is_text ? text_cell_y : 6)
load HERE . "frame.gp"

high_px = is_text ? text_cell_y : (body_room - row_frame) / (shown > 0 ? shown : 1)
high_px = is_text || high_px < high_most ? high_px : high_most
name_lines = !is_text && high_px > 2 * line_height(base_size) ? 2 : 1
name_size = is_text || high_px > 1.35 * base_size ? base_size : letters(high_px * 0.78)
whole_size = name_size
name_size = is_text || name_lines == 2 ? name_size : one_line(name_size)
name_room = is_text || name_lines == 2 ? name_width : one_line_room(whole_size, name_size)
number_wide = (shown > 9 ? 3 : 2) * letter(name_size)
left = pad + (name_room + (name_room < 12)) * letter(name_size) + number_wide + (is_text ? text_cell_x : 6)
room = (page_width - pad - left) / (shown > 0 ? shown * 1.0 : 1)
wide = is_text ? 4 * text_cell_x : room > 90 * em ? 90 * em : room
high_px = is_text || high_px < 1.6 * wide || high_px < 18 * em ? high_px : 1.6 * wide > 18 * em ? 1.6 * wide : 18 * em
figure_size = letters(note_size < name_size ? note_size : name_size)
printed = !is_text && wide > (digits + 2.4) * letter(figure_size) && high_px > figure_size * 1.1
key_high = is_text || printed ? 0 : key_high
body = head + shown * high_px + (is_text ? text_cell_y : 6) + key_high
load HERE . "page.gp"

# From pale (far) to the accent (near), by the square root of their place, so that the near ones are told apart.
near(v) = (high - v) / (high - low)
mix(a, b, t) = int(a + (b - a) * t)
red_0 = dark ? 34 : 242; green_0 = dark ? 42 : 246; blue_0 = dark ? 50 : 250
red_1 = dark ? 86 : 0; green_1 = dark ? 180 : 83; blue_1 = dark ? 233 : 140
shade(v) = mix(red_0, red_1, near(v)) * 65536 + mix(green_0, green_1, near(v)) * 256 + mix(blue_0, blue_1, near(v))
signs(v) = substr("·-+*#@", int(near(v) * 5.99) + 1, int(near(v) * 5.99) + 1)
upper = top + head
air = is_text ? text_cell_x : 6
number_size = letters(name_size > note_size ? note_size : name_size)
every_nth = wide > (shown > 9 ? 2.3 : 1.2) * letter(number_size) ? 1 : 5
do for [i = 1:shown] {
  at = down(upper + (i - 0.5) * high_px)
  set label sprintf("%d", i) at screen across(left - air), at right font font(name_size) tc rgb ink_soft
  name = name_in(i, name_room, name_lines)
  set label name at screen across(left - air - number_wide), \
      down(upper + (i - 0.5) * high_px - (lines_of(name) - 1) * line_height(name_size) / 2) right font font(name_size) tc rgb ink
  if (i == 1 || i % every_nth == 0) {
    set label sprintf("%d", i) at screen across(left + (i - 0.5) * wide), down(top + head / 2) center \
        font font(number_size) tc rgb ink_soft
  }
}
array ROW[LINES[2]]; array COLUMN[LINES[2]]; array VALUE[LINES[2]]; array HAS[LINES[2]]
stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), COLUMN[int(column(0)) + 1] = column("column"), 1) nooutput
stats DATA index 1 using (HAS[int(column(0)) + 1] = (strcol("value") ne "NaN"), \
    VALUE[int(column(0)) + 1] = (strcol("value") ne "NaN" ? real(strcol("value")) : 0), 1) nooutput
do for [k = 1:LINES[2]] {
  if (HAS[k] && ROW[k] < shown && COLUMN[k] < shown) {
    x = left + (COLUMN[k] + 0.5) * wide
    y = upper + (ROW[k] + 0.5) * high_px
    if (is_text) {
      set label signs(VALUE[k]) at screen across(x), down(y) center
    } else {
      set object rectangle from screen across(x - wide / 2 + 0.5), down(y + high_px / 2 - 0.5) \
          to screen across(x + wide / 2 - 0.5), down(y - high_px / 2 + 0.5) \
          fillcolor rgb shade(VALUE[k]) fillstyle solid noborder
      if (printed) {
        set label sprintf(form, VALUE[k]) at screen across(x), down(y) center font font(figure_size) \
            tc rgb (near(VALUE[k]) > 0.55 ? paper : ink) front
      }
    }
  }
}
# Where the cells are too small for their values, a strip tells what a shade stands for.
if (!is_text && !printed) {
  step = 46 * em
  do for [k = 0:4] {
    value = low + (high - low) * k / 4.0
    x = left + k * step
    y = bottom - line_height(note_size)
    set object rectangle from screen across(x), down(y) to screen across(x + step), down(y - 9 * em) fillcolor rgb shade(value) \
        fillstyle solid noborder
    set label sprintf(form, value) at screen across(x + step / 2), down(bottom - line_height(note_size) / 2) center \
        font font(letters(note_size - 1)) tc rgb ink_soft
  }
  set label AXIS at screen across(left + 5 * step + 8 * em), down(bottom - line_height(note_size) / 2) left \
      font font(note_size) tc rgb ink_soft
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
