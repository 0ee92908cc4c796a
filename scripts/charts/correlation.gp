# correlation.gp: rank correlations of measures: a cell a pair, blue below 0 and orange above. A measure's name stands
# at the end of its row and over its column.
#
#   gnuplot -d -c correlation.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, a measure a row, drawn in the order given:
#   measure      its name
#   articles     how many have a value
# Second block, after two empty lines, a pair a row, of which one way round is enough:
#   row, column  the measures, 0 for the first
#   rho          their correlation, -1 to 1; NaN: none, drawn as –
#   articles     how many have both
# Comment lines: title, subtitle, axis (which correlation), note.

if (ARGC != 2) { print "usage: gnuplot -d -c correlation.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "measure articles"
NEED_2 = "row column rho articles"
row_word = "measure"
load HERE . "theme.gp"
if (column_wide) { most_outlets = 24 }
load HERE . "read.gp"

# Cells as wide as the page allows, of 64 pixels at most; then the letters follow from the cell.
most_name = is_text ? 28 : 32
name_wide_in = longest_name > most_name ? most_name : longest_name
name_size = is_text || shown <= 12 ? base_size : shown <= 24 ? note_size : note_size * 0.84
letter = is_text ? text_cell_x : name_size * 0.56
name_wide = name_wide_in * letter
if (name_wide > page_width * 0.42) { name_wide = page_width * 0.42 }
room = (page_width - 2 * pad - name_wide - 6) / (shown > 1 ? shown * 1.0 - 0.9 : 1)
most_wide = slide ? 100 : 64
printed = is_text ? room >= 5 * text_cell_x : room >= note_size * 0.72 * 2.4
wide = is_text ? (printed ? 6 : 2) * text_cell_x : room > most_wide ? most_wide : room
if (is_text && wide > room) { wide = (printed ? 5 : room >= 2 * text_cell_x ? 2 : 1) * text_cell_x }
high_px = is_text ? text_cell_y : wide < line_height(name_size) ? line_height(name_size) : wide > (slide ? 42 : 34) ? (slide ? 42 : 34) : wide
number_size = wide > 40 ? note_size : wide / 40.0 * note_size
if (number_size < note_size * 0.72) { number_size = note_size * 0.72 }
if (!printed) {
  NOTES = first_note(is_text ? "▲ ▼: ρ of 0.5 or more above or below 0; △ ▽: of 0.2 or more; ·: nearer to 0." \
      : "The cells are too small for numbers. ▲ ▼: ρ of 0.5 or more above or below 0.")
}
NOTES = first_note("Each cell belongs to the measure at the end of its row and the one over its column.")
scale_over = is_text ? 0 : 2 * line_height(note_size) + 26
body = scale_over + shown * high_px + (is_text ? 0 : 6)
load HERE . "page.gp"
scale_title = AXIS
scale_top = top - 4
scale_wide = page_width - 2 * pad > 300 ? 260 : page_width - 2 * pad
array scale_ends[3] = ["−1", "0", "1"]
scale_left = pad
load HERE . "diverging.gp"

short(v) = (v <= -0.005 ? "−" : "") . (abs(v) >= 0.995 ? sprintf("%.2f", abs(v)) : substr(sprintf("%.2f", abs(v)), 2, 4))
sign_of(v) = v >= 0.5 ? "▲" : v <= -0.5 ? "▼" : v >= 0.2 ? "△" : v <= -0.2 ? "▽" : "·"
left = pad
upper = top + scale_over
middle_of(i) = upper + (i + 0.5) * high_px
do for [i = 1:shown] {
  x = left + (i - 1) * wide + (is_text ? (printed ? 0 : text_cell_x) : 6)
  set label name_in(i, (page_width - pad - x) / letter, 1) at screen across(x), \
      down(middle_of(i - 1)) left font font(name_size) tc rgb ink
}
array ROW[LINES[2]]; array COLUMN[LINES[2]]; array VALUE[LINES[2]]; array HAS[LINES[2]]
stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), COLUMN[int(column(0)) + 1] = column("column"), 1) \
    nooutput
stats DATA index 1 using (HAS[int(column(0)) + 1] = (strcol("rho") ne "NaN"), \
    VALUE[int(column(0)) + 1] = (strcol("rho") ne "NaN" ? real(strcol("rho")) : 0), 1) nooutput
do for [k = 1:LINES[2]] {
  row = ROW[k] > COLUMN[k] ? ROW[k] : COLUMN[k]
  col = ROW[k] > COLUMN[k] ? COLUMN[k] : ROW[k]
  if (row < shown && row != col) {
    x = left + (col + 0.5) * wide
    at = down(middle_of(row))
    if (is_text) {
      cell = !HAS[k] ? "–" : printed ? short(VALUE[k]) : sign_of(VALUE[k])
      if (printed) {
        set label cell at screen across(left + (col + 1) * wide - 2 * text_cell_x), at right
      } else {
        set label cell at screen across(left + col * wide), at left
      }
    } else {
      set object rectangle from screen across(x - wide / 2 + 0.5), down(middle_of(row) + high_px / 2 - 0.5) \
          to screen across(x + wide / 2 - 0.5), down(middle_of(row) - high_px / 2 + 0.5) \
          fillcolor rgb shade(HAS[k] ? VALUE[k] : 0) fillstyle solid noborder
      cell = !HAS[k] ? "–" : printed ? short(VALUE[k]) : wide < 8 ? "" : abs(VALUE[k]) >= 0.5 ? sign_of(VALUE[k]) : ""
      set label cell at screen across(x), at center font font(printed ? number_size : wide * 0.5) \
          tc rgb (HAS[k] ? on_shade(VALUE[k]) : ink_soft) front
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
