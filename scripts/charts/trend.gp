# trend.gp: a measure over time. A panel an outlet: periods' medians with their intervals, a smooth line, and changes.
#
#   gnuplot -d -c trend.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   articles     how many stand in its periods
# Second block, after two empty lines, a period a row, ascending within an outlet:
#   row          the outlet it belongs to, 0 for the first
#   time         the middle of the period, in years
#   median, low, high   of its articles, and the 95 % interval; the median where there is none
#   lowess       the smooth line there; NaN: none
#   change       the time at which the level changes in front of this period; NaN: it does not
# Comment lines: title, subtitle, axis, note.

if (ARGC != 2) { print "usage: gnuplot -d -c trend.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles"
NEED_2 = "row time median low high lowess change"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

if (!is_text) {
  NOTES = first_note("Dots: medians; pale bars: their 95 % intervals; line: LOWESS through the articles; dashed: the " . \
      "level changes.")
}
across_page = is_text ? (shown < 3 ? shown : 3) : grid_columns(shown)
gap = is_text ? 2 * text_cell_x : 16
gutter = is_text ? 6 * text_cell_x : 46
wide = (page_width - 2 * pad - gutter - (across_page - 1) * gap) / (across_page > 0 ? across_page : 1)
name_size = across_page > 3 ? note_size : base_size
name_fits = wide / (is_text ? text_cell_x : name_size * 0.6)
name_lines = longest_name > name_fits && !is_text ? 2 : 1
head = name_lines * line_height(name_size) + (is_text ? 0 : 8)
high = is_text ? 10 * text_cell_y : across_page == 1 ? 300 : across_page == 2 ? 210 \
     : across_page == 3 ? 140 : across_page == 4 ? 110 : 68
foot = is_text ? 2 * text_cell_y : 44
panel = head + high + (is_text ? text_cell_y : 14)
body = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0)) * panel + foot
load HERE . "page.gp"

_is(v) = column("row") < shown ? v : NaN
stats DATA index 1 using (_is(column("time"))) nooutput name "TIME"
stats DATA index 1 using (_is(column("low"))) nooutput name "LOW"
stats DATA index 1 using (_is(column("high"))) nooutput name "HIGH"
lowest = LOW_min
highest = HIGH_max
room = highest > lowest ? (highest - lowest) * 0.06 : lowest == 0 ? 1 : abs(lowest) * 0.1
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
}

set xrange [TIME_min - (years > 0 ? years * 0.03 : 0.5):TIME_max + (years > 0 ? years * 0.03 : 0.5)]
set yrange [lowest - room:highest + room]
ticks = across_page < 3 ? 8.0 : 3.0
rough = years / ticks
step = rough > 50 ? 100 : rough > 20 ? 50 : rough > 10 ? 20 : rough > 5 ? 10 : rough > 2 ? 5 : rough > 1 ? 2 : 1
if (years > 1) { set xtics step } else { set xtics years > 0.4 ? 0.5 : years > 0 ? years / 2 : 1 }
if (!is_text) { unset grid; set grid ytics lt 1 lc rgb rule lw 0.7 }
in(j, name) = column("row") == j ? column(name) : NaN
set multiplot
do for [i = 0:shown - 1] {
  if (is_text && ARTICLES[i + 1] == 0) { continue } # gnuplot 5.4 crashes in a terminal on a panel without a point
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (i + across_page >= shown ? (years > 1 ? "%.0f" : "%.1f") : "")
  set format y (i % across_page == 0 ? "%g" : "")
  if (is_text) {
    plot DATA index 1 using (in(i, "time")):(in(i, "median")) with points pt "o"
  } else {
    plot DATA index 1 using (in(i, "change")):(lowest - room):(0):(highest - lowest + 2 * room) \
           with vectors nohead lc rgb ink_soft lw 1 dt 2, \
         DATA index 1 using (in(i, "time")):(in(i, "low")):(0):(in(i, "high") - in(i, "low")) \
           with vectors nohead lc rgb accent_pale lw (across_page < 3 ? 4 : 2), \
         DATA index 1 using (in(i, "time")):(in(i, "median")) \
           with points pt 7 ps (across_page < 3 ? 0.6 : 0.35) lc rgb accent, \
         DATA index 1 using (in(i, "time")):(in(i, "lowess")) with lines lc rgb ink lw 1.6
  }
  unset label
}
unset multiplot
unset output
