# copies.gp: who carries whose copies. A cell a pair of outlets.
#
#   gnuplot -d -c copies.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet     its name
#   articles   how many it has, copies too
#   copies     how many of them are copies, of its own articles or of others'
#   carried    how many of its articles others copy
# Second block, after two empty lines, a pair a row:
#   row        the outlet that copies, 0 for the first
#   column     the outlet whose articles it copies; the same one: its own, printed again
#   copies     how many
#   percent    their share of the articles of the outlet that copies
# Comment lines: title, subtitle, axis (what the columns are), note.

if (ARGC != 2) { print "usage: gnuplot -d -c copies.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles copies carried"
NEED_2 = "row column copies percent"
load HERE . "theme.gp"
load HERE . "read.gp"

# Of the pairs that are drawn; a table may have none among its first outlets.
low = 1e300; high = 0
if (!nothing) {
  stats DATA index 1 using (column("row") < shown && column("column") < shown ? (low = column("percent") < low \
      ? column("percent") : low, high = column("percent") > high ? column("percent") : high) : 0) nooutput
}
low = low > high ? high : low
share(v) = sprintf(v < 10 ? "%.2g" : "%.0f", v)
if (!nothing) {
  told = is_text ? "In brackets: " : sprintf("%s: a larger share of the row's articles, from %s to %s %%. Framed: ", \
      dark ? "Brighter" : "Darker", share(low), share(high))
  NOTES = first_note("Numbers in cells: copies. " . told . "copies of its own articles. " . \
      "Share: all copies, of the row's articles. Columns bear the numbers of the rows.")
}
fit_size = shown <= 15 ? base_size : shown <= 30 ? note_size : note_size - 2
name_size = is_text ? base_size : fit_size
number_wide = (shown > 9 ? 3 : 2) * (is_text ? text_cell_x : name_size * 0.62)
names_wide = column_wide && shown > 7 && name_width > 14 ? 14 : name_width
left = pad + names_wide * (is_text ? text_cell_x : name_size * 0.6) + number_wide + (is_text ? text_cell_x : 6)
ends_wide = is_text ? 20 * text_cell_x : (column_wide ? 8 : 11) * name_size
room = (page_width - pad - ends_wide - left) / (shown > 0 ? shown * 1.0 : 1)
wide = is_text ? (room < 5 * text_cell_x ? floor(room / text_cell_x) * text_cell_x : 5 * text_cell_x) : room > 90 \
    ? 90 : room
cell_high = is_text ? text_cell_y : wide > 40 ? 40 : wide < name_size * 1.25 ? name_size * 1.25 : wide
head = is_text ? 2 * text_cell_y : 2 * line_height(name_size) + 6
body = head + shown * cell_high + (is_text ? text_cell_y : 6)
load HERE . "page.gp"

# From pale to the accent by the square root of the share, so that small ones are told apart.
deep(v) = high > 0 ? 0.12 + 0.88 * sqrt(v / high) : 0.5
mix(a, b, t) = int(a + (b - a) * t)
red_0 = dark ? 34 : 242; green_0 = dark ? 42 : 246; blue_0 = dark ? 50 : 250
red_1 = dark ? 86 : 0; green_1 = dark ? 180 : 83; blue_1 = dark ? 233 : 140
shade(v) = mix(red_0, red_1, deep(v)) * 65536 + mix(green_0, green_1, deep(v)) * 256 + mix(blue_0, blue_1, deep(v))
light_from = dark ? 0.55 : 0.72 # deeper cells have letters of the page's colour
blank = dark ? 0x1c2025 : 0xf7f7f7
upper = top + head
air = is_text ? text_cell_x : 6
copies_end = left + shown * wide + ends_wide * (is_text ? 0.45 : 0.46)
share_end = left + shown * wide + ends_wide
array ARTICLES[shown]; array COPIES[shown]
stats DATA index 0 every ::::shown - 1 using (ARTICLES[int(column(0)) + 1] = column("articles"), \
    COPIES[int(column(0)) + 1] = column("copies"), 1) nooutput
set label "Copies" at screen across(copies_end), \
    down(upper - line_height(name_size) * 0.55) right font font(fit_size) tc rgb ink_soft
set label "Share" at screen across(share_end), \
    down(upper - line_height(name_size) * 0.55) right font font(fit_size) tc rgb ink_soft
set label AXIS at screen across(left), down(upper - line_height(name_size) * 1.6) left \
    font font(fit_size < note_size ? fit_size : note_size) \
    tc rgb ink_soft
do for [i = 1:shown] {
  at = down(upper + (i - 0.5) * cell_high)
  set label sprintf("%d", i) at screen across(left - air), at right font font(name_size) tc rgb ink_soft
  set label name_in(i, names_wide, 1) at screen across(left - air - number_wide), at right font font(name_size) \
      tc rgb ink
  set label sprintf("%d", i) at screen across(left + (i - 0.5) * wide), down(upper - line_height(name_size) * 0.55) \
      center \
      font font(name_size > wide * 0.75 && !is_text ? wide * 0.75 : name_size) tc rgb ink_soft
  set label number(COPIES[i]) at screen across(copies_end), at right font font(name_size) tc rgb ink
  set label (COPIES[i] > 0 ? sprintf("%.1f %%", 100.0 * COPIES[i] / ARTICLES[i]) : "0 %") \
      at screen across(share_end), at right \
      font font(name_size) tc rgb ink_soft
  if (is_text) { continue }
  do for [j = 1:shown] {
    set object rectangle from screen across(left + (j - 1) * wide + 0.5), down(upper + i * cell_high - 0.5) \
        to screen across(left + j * wide - 0.5), down(upper + (i - 1) * cell_high + 0.5) \
        fillcolor rgb blank fillstyle solid noborder back
  }
}
pairs = LINES[2]
array ROW[pairs]; array COLUMN[pairs]; array COUNT[pairs]; array SHARE[pairs]
stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), COLUMN[int(column(0)) + 1] = column("column"), \
    COUNT[int(column(0)) + 1] = column("copies"), SHARE[int(column(0)) + 1] = column("percent"), 1) nooutput
do for [k = 1:pairs] {
  if (ROW[k] < shown && COLUMN[k] < shown) {
    x = left + COLUMN[k] * wide
    y = upper + ROW[k] * cell_high
    own = ROW[k] == COLUMN[k]
    said = is_text ? (own ? sprintf("[%d]", COUNT[k]) : sprintf("%d", COUNT[k])) : number(COUNT[k])
    if (!is_text) {
      set object rectangle from screen across(x + 0.5), down(y + cell_high - 0.5) \
          to screen across(x + wide - 0.5), down(y + 0.5) fillcolor rgb shade(SHARE[k]) fillstyle solid noborder
      if (own) {
        set object rectangle from screen across(x + 2), down(y + cell_high - 2) to screen across(x + wide - 2), \
            down(y + 2) fillstyle empty border lc rgb (deep(SHARE[k]) > light_from ? paper : ink) lw 1.5 front
      }
    }
    if (is_text || strlen(said) * fit_size * 0.6 < wide - (own ? 5 : 2)) {
      set label said at screen across(x + wide / 2), down(y + cell_high / 2) center font font(fit_size) \
          tc rgb (is_text || deep(SHARE[k]) <= light_from ? ink : paper) front
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
