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

lowest = 0; highest = 1; years = 0; from = 0; till = 0; intervals = 0
array COUNTS[shown > 0 ? shown : 1]
if (!nothing) {
  of_shown(v) = column("row") < shown ? v : NaN
  stats DATA index 1 using (of_shown(column("time"))) nooutput name "TIME"
  stats DATA index 1 using (of_shown(column("low"))) nooutput name "LOW"
  stats DATA index 1 using (of_shown(column("high"))) nooutput name "HIGH"
  stats DATA index 1 using (column("high") > column("low")) nooutput
  intervals = STATS_max > 0
  lowest = LOW_min; highest = HIGH_max; from = TIME_min; till = TIME_max; years = till - from
  stats DATA index 0 every ::::shown - 1 using (COUNTS[int(column(0)) + 1] = number(column("articles")) \
      . (column("articles") == 1 ? " article" : " articles"), 1) nooutput
}
if (!is_text) {
  NOTES = first_note("Dots: medians" . (intervals ? "; " . (weak eq "Dim" ? "dim" : "pale") . " bars: their 95 % intervals" : "") \
      . "; line: LOWESS through the articles; dashed: the level changes.")
}
room = highest > lowest ? (highest - lowest) * 0.06 : lowest == 0 ? 1 : abs(lowest) * 0.1
up_step = tick_step(lowest - room, highest + room, 4)
up_form = "%.6g"
_letters(v) = strlen(sprintf(up_form, v))
lowest_tick = up_step * ceil((lowest - room) / up_step)
highest_tick = up_step * floor((highest + room) / up_step)
gutter_letters = _letters(lowest_tick) > _letters(highest_tick) ? _letters(lowest_tick) : _letters(highest_tick)
gutter_letters = _letters(lowest_tick + up_step) > gutter_letters ? _letters(lowest_tick + up_step) : gutter_letters
load HERE . "panels.gp"

# so much room at the sides that years do not meet those of the next panel
beside = years > 0 ? years * (is_text ? 0.03 : 0.1) : 0.5
set xrange [from - beside:till + beside]
set yrange [lowest - room:highest + room]
step = nice_step(years, ticks_across)
set xtics years > 1 ? (step < 1 ? 1 : step) : years > 0.4 ? 0.5 : years > 0 ? years / 2 : 1
set ytics tick_step(lowest - room, highest + room, ticks_up)
small = wide > 260 * em ? 0 : wide > 130 * em ? 1 : 2
if (!is_text) { unset grid; set grid ytics lt 1 lc rgb rule lw 0.7 }
# What is drawn: of thousands of outlets most are not, and the table would be read anew for every mark of every panel.
set table $DRAWN
plot DATA index 1 using (sprintf("%d\t%s\t%s\t%s\t%s\t%s\t%s", column("row"), strcol("time"), strcol("median"), \
    strcol("low"), strcol("high"), strcol("lowess"), strcol("change"))) with table if (column("row") < shown)
unset table
unset datafile columnheaders
row = 1; time = 2; median = 3; low_end = 4; high_end = 5; lowess = 6; change = 7
in(j, number) = column(row) == j ? column(number) : NaN
set multiplot
do for [i = 0:shown - 1] {
  if (is_text && COUNTS[i + 1][1:2] eq "0 ") { continue } # gnuplot 5.4 crashes in a terminal on a panel without a point
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (bottom_row(i) ? (years > 1 ? "%.0f" : "%.1f") : "")
  set format y (left_column(i) ? up_form : "")
  if (is_text) {
    plot $DRAWN using (in(i, time)):(in(i, median)) with points pt "o"
  } else {
    plot $DRAWN using (in(i, change)):(lowest - room):(0):(highest - lowest + 2 * room) \
           with vectors nohead lc rgb ink_soft lw 1 dt 2, \
         $DRAWN using (in(i, time)):(in(i, low_end)):(0):(in(i, high_end) - in(i, low_end)) \
           with vectors nohead lc rgb accent_pale lw (small > 1 ? 1.5 : small ? 2 : 4), \
         $DRAWN using (in(i, time)):(in(i, median)) \
           with points pt 7 ps dot(small > 1 ? 0.2 : small ? 0.35 : 0.6) lc rgb accent, \
         $DRAWN using (in(i, time)):(in(i, lowess)) with lines lc rgb ink lw (small > 1 ? 1 : 1.6)
  }
  unset label
}
unset multiplot
unset output
