# years.gp: a measure over time and how it spreads. A panel an outlet: boxes and medians of periods, the others behind.
#
#   gnuplot -d -c years.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   articles     how many stand in its periods
# Second block, after two empty lines, a period a row, ascending within an outlet:
#   row          the outlet it belongs to, 0 for the first; -1: all articles of all outlets
#   period       its name
#   time         the middle of the period, in years
#   articles     how many it has; 0 and no figures: a gap, which parts the lines
#   median, q1, q3   of its articles; NaN: none
# Comment lines: title, subtitle, axis, note.

if (ARGC != 2) { print "usage: gnuplot -d -c years.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles"
NEED_2 = "row period time articles median q1 q3"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

# Behind each panel stand the others' medians, or where these would be a thicket, the median of all articles.
each_behind = shown > 1 && shown <= 12
_of(v) = column("row") < shown && strcol("median") ne "NaN" ? v : NaN
_end(name) = strcol(name) eq "NaN" ? column("median") : column(name)
LOW_min = 0; HIGH_max = 1; TIME_min = 0; TIME_max = 1; most = 0; width = 1
if (!nothing) {
  stats DATA index 1 using (_of(column("time"))) nooutput name "TIME"
  stats DATA index 1 using (_of(_end("q1"))) nooutput name "LOW"
  stats DATA index 1 using (_of(_end("q3"))) nooutput name "HIGH"
  stats DATA index 1 using (column("row") >= 0 && column("row") < shown ? column("articles") : 0) nooutput
  most = STATS_max
  # The shortest step between periods is how wide a period is.
  last_row = -2; last_time = 0; width = 1e9
  _step(r, t) = (last_row == r && t - last_time > 0 && t - last_time < width ? (width = t - last_time) : 0, \
      last_row = r, last_time = t, 1)
  stats DATA index 1 using (_step(column("row"), column("time"))) nooutput
  if (width > 1e8) { width = 1 }
}
if (!is_text && !nothing) {
  NOTES = first_note("Boxes: the middle half of the articles of a period, where it has four or more; line: medians. " . \
      (each_behind ? "Grey: the other outlets' medians. " : shown > 1 ? "Grey: the median of all articles. " : "") . \
      sprintf("Bars at the foot: articles, at most %d.", most))
}
across_page = is_text ? (shown < 3 ? shown : 3) : grid_columns(shown)
if (column_wide && !is_text && across_page > 3) { across_page = shown > 20 ? 4 : 3 }
gap = is_text ? 2 * text_cell_x : 16
gutter = is_text ? 6 * text_cell_x : note_size * 3.4
wide = (page_width - 2 * pad - gutter - (across_page - 1) * gap) / (across_page > 0 ? across_page : 1)
name_size = across_page > 3 || (column_wide && across_page > 1) ? note_size : base_size
name_fits = wide / (is_text ? text_cell_x : name_size * (column_wide ? 0.62 : 0.57))
name_lines = longest_name > name_fits && !is_text ? 2 : 1
head = name_lines * line_height(name_size) + line_height(note_size) + (is_text ? 0 : 8)
high = is_text ? 10 * text_cell_y : across_page == 1 ? 300 : across_page == 2 ? 210 \
     : across_page == 3 ? 140 : across_page == 4 ? 104 : 56
if (column_wide && !is_text) { high = across_page > 3 ? 46 : across_page == 3 ? 80 : across_page == 2 ? 130 : 200 }
if (slide && !is_text && shown > 2 && shown <= 12) { high = high * 1.3 }
foot_bars = is_text ? 0 : high * 0.14
foot = is_text ? 2 * text_cell_y : line_height(note_size) * 2 + 12
panel = head + high + foot_bars + (is_text ? text_cell_y : 14)
body = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0)) * panel + foot
load HERE . "page.gp"

room = HIGH_max > LOW_min ? (HIGH_max - LOW_min) * 0.06 : LOW_min == 0 ? 1 : abs(LOW_min) * 0.1
years = TIME_max - TIME_min
array ARTICLES[shown]
stats DATA index 0 every ::::shown - 1 using (ARTICLES[int(column(0)) + 1] = column("articles"), 1) nooutput
left(i) = pad + gutter + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head

set label AXIS at screen across(pad + gutter), down(bottom - text_cell_y / 2.0) left \
    font font(note_size) tc rgb ink_soft
do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  set label "n = " . number(ARTICLES[i + 1]) at screen across(left(i)), \
      down(upper(i) - head + name_lines * line_height(name_size) + line_height(note_size) / 2) left \
      font font(note_size - 1) tc rgb ink_soft
}

side = years > 4 * width ? width * 0.7 : (5 * width - years) / 2
set xrange [TIME_min - side:TIME_max + side]
floor_y = LOW_min - room
per_high = (HIGH_max - LOW_min + 2 * room) / (high * 1.0)
set yrange [floor_y - (is_text ? 0 : foot_bars * per_high):HIGH_max + room]
ticks = across_page < 3 ? 8.0 : 3.0
rough = years / ticks
step = rough > 50 ? 100 : rough > 20 ? 50 : rough > 10 ? 20 : rough > 5 ? 10 : rough > 2 ? 5 : rough > 1 ? 2 : 1
# A year is named in the middle of its box, a decade where it begins.
whole_years = width > 0.9
offset = whole_years && width < 1.1 ? 0.5 : 0
first = ceil((TIME_min - offset - 0.01) / step) * step
if (!whole_years) { set xtics years > 1 ? step : years > 0.4 ? 0.5 : years > 0 ? years / 2 : 1 }
if (!is_text) { unset grid; set grid ytics lt 1 lc rgb rule lw 0.7 }
rough = (HIGH_max - LOW_min + 2 * room) / (high < 80 ? 3.0 : 5.0)
grain = 10 ** floor(log10(rough > 0 ? rough : 1))
rise = rough / grain > 5 ? 10 * grain : rough / grain > 2 ? 5 * grain : rough / grain > 1 ? 2 * grain : grain
set ytics ceil(floor_y / rise) * rise, rise
# What is drawn: of thousands of outlets most are not, and the table would be read anew for every mark of every panel.
set table $DRAWN
plot DATA index 1 using (sprintf("%d\t%s\t%s\t%s\t%s\t%s", column("row"), strcol("time"), strcol("articles"), \
    strcol("median"), strcol("q1"), strcol("q3"))) with table if (column("row") < shown)
unset table
unset datafile columnheaders
row = 1; time = 2; articles = 3; median = 4; q1 = 5; q3 = 6
in(j, number) = column(row) == j && strcol(number) ne "NaN" ? column(number) : NaN
from(j, i) = i == j ? NaN : in(j, median)
bar = width * 0.36
set multiplot
do for [i = 0:shown - 1] {
  if (is_text && ARTICLES[i + 1] == 0) { continue } # gnuplot 5.4 crashes in a terminal on a panel without a point
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high + foot_bars)
  if (whole_years) {
    unset xtics
    if (i + across_page >= shown) {
      set xtics ("" TIME_min - width) nomirror scale 0 textcolor rgb ink_soft font tic_font offset 0, (is_text ? 0 \
          : 0.3)
      do for [k = 0:floor((TIME_max - offset + 0.01 - first) / step)] {
        set xtics add (sprintf("%d", first + k * step) first + k * step + offset)
      }
    }
  } else {
    set format x (i + across_page >= shown ? (years > 1 ? "%.0f" : "%.1f") : "")
  }
  set format y (i % across_page == 0 ? "%g" : "")
  if (is_text) {
    plot $DRAWN using (in(i, time)):(in(i, q1)) with points pt "-", \
         $DRAWN using (in(i, time)):(in(i, q3)) with points pt "-", \
         $DRAWN using (in(i, time)):(in(i, median)) with points pt "o"
  } else {
    plot for [j = 0:(each_behind ? shown - 1 : -1)] $DRAWN using time:(from(j, i)) with linespoints \
        pt 7 ps 0.12 lc rgb faint lw 0.9, \
         for [k = 1:(each_behind || shown == 1 ? 0 : 1)] $DRAWN using time:(in(-1, median)) \
           with linespoints pt 7 ps 0.3 lc rgb faint lw 1.4, \
         $DRAWN using (in(i, time)):(in(i, median)):(column(time) - bar):(column(time) + bar): \
           (in(i, q1)):(in(i, q3)) with boxxyerror lc rgb accent_pale, \
         $DRAWN using (in(i, time)):(floor_y):(column(time) - bar):(column(time) + bar): \
           (floor_y - foot_bars * per_high):(floor_y - foot_bars * per_high + (most > 0 ? 0.8 * foot_bars * per_high \
             * in(i, articles) / most : 0)) with boxxyerror lc rgb ink_soft, \
         $DRAWN using time:(in(i, median)) with lines lc rgb accent lw 1, \
         $DRAWN using (in(i, time)):(in(i, median)) \
           with points pt 7 ps (across_page < 3 ? 0.7 : 0.4) lc rgb accent
  }
  unset label
}
unset multiplot
unset output
