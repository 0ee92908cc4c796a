# profile.gp: outlets by measures: a cell bears the median and is coloured by how far it lies from the middle outlet's.
#
#   gnuplot -d -c profile.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   articles     how many it has
# Second block, after two empty lines, an outlet and measure a row:
#   row          the outlet, 0 for the first
#   column       the measure, 0 for the first
#   measure      its name
#   direction    what a higher value means
#   median       in the measure's unit; NaN: none
#   printed      the same as it is to be read
#   distance     from the middle outlet, in standard deviations; NaN: none, drawn without colour
# Whatever there is more of stands in rows, the other in columns. Up to 60 measures are drawn.
# Comment lines: title, subtitle, note (say what the distance is).

if (ARGC != 2) { print "usage: gnuplot -d -c profile.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles"
NEED_2 = "row column measure direction median printed distance"
load HERE . "theme.gp"
load HERE . "read.gp"

# ---- What is drawn
most_measures = 60
measures = 0; in_table = 0
cells = LINES[2]
array ROW[cells > 0 ? cells : 1]; array COLUMN[cells > 0 ? cells : 1]; array PRINTED[cells > 0 ? cells : 1]
array DISTANCE[cells > 0 ? cells : 1]; array FAR[cells > 0 ? cells : 1]
if (!nothing) {
  stats DATA index 1 using (column("column")) nooutput
  in_table = int(STATS_max) + 1
  measures = in_table > most_measures ? most_measures : in_table
}
if (measures < in_table) {
  NOTES = with_note(sprintf("Drawn are the first %d of the table's %d measures.", measures, in_table))
}
array MEASURE[measures > 0 ? measures : 1]; array WIDTH[measures > 0 ? measures : 1]
array DIRECTION[measures > 0 ? measures : 1]; array ARTICLES[shown > 0 ? shown : 1]
do for [j = 1:measures] { MEASURE[j] = ""; WIDTH[j] = 0; DIRECTION[j] = "" }
put(c, name, direction) = c < measures ? (MEASURE[c + 1] = name, DIRECTION[c + 1] = direction, 1) : 0
widest_number = 1
longest_measure = 1
direction_wide = 1
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (ARTICLES[int(column(0)) + 1] = column("articles"), 1) nooutput
  stats DATA index 1 using (put(int(column("column")), strcol("measure"), strcol("direction")), 1) nooutput
  stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), COLUMN[int(column(0)) + 1] = column("column"), \
      PRINTED[int(column(0)) + 1] = strcol("printed"), 1) nooutput
  stats DATA index 1 using (FAR[int(column(0)) + 1] = (strcol("distance") ne "NaN"), \
      DISTANCE[int(column(0)) + 1] = (strcol("distance") ne "NaN" ? real(strcol("distance")) : 0), 1) nooutput
  set encoding iso_8859_1
  do for [j = 1:measures] { WIDTH[j] = wide_in(MEASURE[j]) }
  set encoding utf8
  do for [j = 1:measures] {
    WIDTH[j] = WIDTH[j] + strlen(MEASURE[j])
    longest_measure = WIDTH[j] > longest_measure ? WIDTH[j] : longest_measure
    direction_wide = strlen(DIRECTION[j]) > direction_wide ? strlen(DIRECTION[j]) : direction_wide
  }
  do for [k = 1:cells] { widest_number = strlen(PRINTED[k]) > widest_number ? strlen(PRINTED[k]) : widest_number }
}

# ---- Rows and columns: the more numerous down the page. A line's name, and what is told of it in grey.
by_measure = measures > shown
rows = by_measure ? measures : shown
columns = by_measure ? shown : measures
# On k lines of w columns or somewhat less, so that no word is broken; where that cannot be, on one line and cut.
kept(s, f) = strlen(f) == strlen(s) && strstrt(f, "…") == strstrt(s, "…")
_tidy(s, n, k, least) = n < least ? "" : kept(s, fold(s, n, k)) ? fold(s, n, k) : _tidy(s, n - 1, k, least)
tidy(s, n, k) = _tidy(s, n, k, n * 0.6)
tidy_or_cut(s, n, k) = tidy(s, n, k) eq "" ? fit(s, n) : tidy(s, n, k)
in_wide(s, w, columns) = int(w * strlen(s) / (columns > 0 ? columns : 1.0))
measure_in(j, w, k) = tidy_or_cut(MEASURE[j], in_wide(MEASURE[j], w, WIDTH[j]), k)
outlet_in(i, w, k) = tidy_or_cut(NAMES[i], in_wide(NAMES[i], w, COLUMNS[i]), k)
row_name(i, w, k) = by_measure ? measure_in(i, w, k) : outlet_in(i, w, k)
column_name(j, w, k) = by_measure ? outlet_in(j, w, k) : measure_in(j, w, k)
row_more(i) = by_measure ? DIRECTION[i] : number(ARTICLES[i])
column_more(j) = by_measure ? "n " . number(ARTICLES[j]) : DIRECTION[j]
more_wide_in = by_measure ? direction_wide : 6

name_share = column_wide ? 0.35 : 0.32
least_pitch = column_wide ? 12 : 14
pitch = (page_tall - (slide ? 480.0 : 260.0)) / (rows > 0 ? rows : 1)
longest_row = by_measure ? longest_measure : longest_name
needed = longest_row > name_share * page_width / (base_size * 0.56) ? 2 * line_height(base_size) + 2 : 30
pitch = is_text ? text_cell_y : pitch > needed ? needed : pitch < least_pitch ? least_pitch : pitch
size_in_row = pitch / 1.35
name_size = is_text || size_in_row > base_size ? base_size : size_in_row
name_lines = !is_text && pitch >= 2 * line_height(name_size) ? 2 : 1
letter = is_text ? text_cell_x : name_size * 0.56
longest_column = by_measure ? longest_name : longest_measure
left_over = text_columns - columns * (widest_number + 2) - more_wide_in - 5 # in a terminal, beside the numbers
most_name = is_text ? (left_over > 40 ? 40 : left_over < 18 ? 18 : left_over) : name_share * page_width / letter
row_columns = longest_row > most_name ? most_name : longest_row
more_size = name_size > note_size ? note_size : name_size
more_letter = is_text ? text_cell_x : more_size * 0.56
air = is_text ? text_cell_x : 8
left = pad + row_columns * letter + air + more_wide_in * more_letter + air
least_wide = is_text ? text_cell_x : 11 # with less, signs cannot be told apart
most_columns = int((page_width - pad - left - (is_text ? text_cell_x : 0)) / least_wide)
if (columns > most_columns) {
  NOTES = with_note(sprintf("There is room for the first %d of %d %s.", most_columns, columns, \
      by_measure ? "outlets" : "measures"))
  columns = most_columns
}
room = (page_width - pad - left - (is_text ? text_cell_x : 0)) / (columns > 0 ? columns * 1.0 : 1)
number_size = name_size > note_size ? note_size : name_size
needs(size) = (widest_number + (is_text ? 2 : 2.2)) * (is_text ? text_cell_x : size * 0.56)
while (!is_text && needs(number_size) > room && number_size > (column_wide ? 8 : 9)) { number_size = number_size - 0.5 }
printed = needs(number_size) <= room
text_cells = printed ? ceil(needs(1) / text_cell_x) : room >= 2 * text_cell_x ? 2 : 1
wide = is_text ? text_cells * text_cell_x : room > 110 ? 110 : room

# Columns' names: upright in up to three lines where no word is broken, else turned; in text, numbers and a list below.
head_size = name_size > note_size ? note_size : name_size
head_fits = int((wide - 4) / (head_size * 0.56))
upright = !is_text && head_fits >= 6
do for [j = 1:columns] {
  s = by_measure ? NAMES[j] : MEASURE[j]
  upright = upright && (s eq "" || tidy(s, head_fits, 3) ne "") && strlen(column_more(j)) <= head_fits
}
turned_fits = 26
turned = longest_column > turned_fits ? turned_fits : longest_column
if (!is_text && !upright && head_size > wide * 0.95) { head_size = wide * 0.95 }
tallest = 1
do for [j = 1:(upright ? columns : 0)] {
  tall = lines_of(column_name(j, head_fits, 3))
  tallest = tall > tallest ? tall : tallest
}
more_turned = by_measure ? 7 : direction_wide
head = is_text ? text_cell_y : upright ? (tallest + 1) * line_height(head_size) + 6 \
     : (turned + 2) * head_size * 0.58 + (more_turned + 1) * head_size * 0.56
listed = is_text ? columns : 0
scale_over = is_text ? 0 : 2 * line_height(note_size) + 26
signs = "▲ ▼: 1 or more above or below" . (printed ? "." : "; the cells are too small for the medians.")
NOTES = with_note(signs)
body = scale_over + head + rows * pitch + (is_text ? (listed + 1) * text_cell_y : 6)
load HERE . "page.gp"
scale_title = "Distance from the middle outlet, in standard deviations inside an outlet"
scale_left = pad; scale_top = top - 4; scale_wide = page_width - 2 * pad > 300 ? 260 : page_width - 2 * pad
if (column_wide) { scale_title = "Distance from the middle outlet, in SD inside an outlet" }
array scale_ends[3] = ["−2 or less", "0", "2 or more"]
load HERE . "diverging.gp"

# ---- Names
upper = top + scale_over + head
middle_of(i) = upper + (i + 0.5) * pitch
do for [i = 1:rows] {
  name = row_name(i, row_columns, name_lines)
  at = down(middle_of(i - 1))
  set label name at screen across(pad), down(middle_of(i - 1) - (lines_of(name) - 1) * line_height(name_size) / 2) left \
      font font(name_size) tc rgb ink
  set label row_more(i) at screen across(left - air), at right font font(more_size) tc rgb ink_soft
}
if (!by_measure && !is_text) {
  set label "n" at screen across(left - air), down(upper - line_height(more_size) / 2 - 3) right \
      font font(more_size) tc rgb ink_soft
}
do for [j = 1:columns] {
  x = left + (j - 0.5) * wide
  if (is_text) {
    every = printed || j == 1 || j % 5 == 0
    set label (every ? sprintf("%d", j) : "") at screen across(left + j * wide - (printed ? 2 : 0) * text_cell_x), \
        down(upper - text_cell_y / 2) right \
        font font(head_size) tc rgb ink_soft
    y = down(upper + rows * pitch + (j + 0.5) * text_cell_y)
    set label sprintf("%d", j) at screen across(pad + 2 * text_cell_x), y right font font(head_size) tc rgb ink_soft
    set label column_name(j, 50, 1) at screen across(pad + 4 * text_cell_x), y left font font(head_size) tc rgb ink
    set label column_more(j) at screen across(pad + (longest_column > 50 ? 56 : longest_column + 6) * text_cell_x), y left \
        font font(head_size) tc rgb ink_soft
  }
  if (upright) {
    name = column_name(j, head_fits, 3)
    set label name at screen across(x), down(upper - 4 - (lines_of(name) + 0.5) * line_height(head_size)) center \
        font font(head_size) tc rgb ink
    set label column_more(j) at screen across(x), down(upper - 4 - 0.5 * line_height(head_size)) center \
        font font(head_size) tc rgb ink_soft
  }
  if (!is_text && !upright) {
    set label column_more(j) at screen across(x), down(upper - 6) left rotate by 90 font font(head_size) tc rgb ink_soft
    set label column_name(j, turned_fits, 1) at screen across(x), \
        down(upper - 6 - (more_turned + 1) * head_size * 0.56) \
        left rotate by 90 font font(head_size) tc rgb ink
  }
}

# ---- Cells
sign_of(d) = d >= 1 ? "▲" : d <= -1 ? "▼" : ""
do for [k = 1:cells] {
  row = by_measure ? COLUMN[k] : ROW[k]
  col = by_measure ? ROW[k] : COLUMN[k]
  if (row < rows && col < columns) {
    x = left + (col + 0.5) * wide
    at = down(middle_of(row))
    mark = FAR[k] ? sign_of(DISTANCE[k]) : ""
    if (is_text) {
      if (printed) {
        set label PRINTED[k] . (mark eq "" ? " " : mark) at screen \
            across(left + (col + 1) * wide - text_cell_x), at right
      } else {
        set label (PRINTED[k] eq "–" ? "–" : mark eq "" ? "·" : mark) at screen \
            across(left + (col + 1) * wide), at right
      }
    } else {
      set object rectangle from screen across(x - wide / 2 + 0.5), down(middle_of(row) + pitch / 2 - 0.5) \
          to screen across(x + wide / 2 - 0.5), down(middle_of(row) - pitch / 2 + 0.5) \
          fillcolor rgb shade(FAR[k] ? DISTANCE[k] / 2 : 0) fillstyle solid noborder
      letters = FAR[k] ? on_shade(DISTANCE[k] / 2) : ink_soft
      sign_size = number_size * 0.72
      end_x = x + ((widest_number + 1.6) / 2.0 - 1.6) * number_size * 0.56
      if (printed) {
        set label PRINTED[k] at screen across(end_x), at right \
            font font(number_size) tc rgb letters front
        set label mark at screen across(end_x + 0.35 * number_size * 0.56), at left \
            font font(sign_size) tc rgb letters front
      } else {
        cell = PRINTED[k] eq "–" ? "–" : mark
        set label cell at screen across(x), at center \
            font font((wide < pitch ? wide : pitch) * 0.55) tc rgb letters front
      }
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
