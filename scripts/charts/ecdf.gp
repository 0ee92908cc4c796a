# ecdf.gp: which share of an outlet's articles lies at or under each value. A panel an outlet, the others in grey behind it.
#
#   gnuplot -d -c ecdf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet    its name
#   articles  how many have a value
#   median    in the measure's unit; NaN: none
# Second block, after two empty lines, a step of a curve a row, ascending within an outlet:
#   row       the outlet it belongs to, 0 for the first
#   value     in the measure's unit
#   percent   of the outlet's articles that are at or under it
# Comment lines: title, subtitle, axis (what is measured, and its unit), note.

if (ARGC != 2) { print "usage: gnuplot -d -c ecdf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles median"
NEED_2 = "row value percent"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

behind = shown > 1 && !is_text ? shown : 0
NOTES = first_note("Up: articles at or under the value, in percent" . (behind > 0 ? "; grey: the other outlets" : "") . \
    (is_text ? "." : ". Dotted: the median."))
array MEDIAN[shown > 0 ? shown : 1]; array HAS[shown > 0 ? shown : 1]; array COUNTS[shown > 0 ? shown : 1]
low = 0; high_end = 1
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (HAS[int(column(0)) + 1] = (strcol("median") ne "NaN"), \
      MEDIAN[int(column(0)) + 1] = (strcol("median") ne "NaN" ? real(strcol("median")) : 0), \
      COUNTS[int(column(0)) + 1] = (column("articles") == 0 ? "no value" : "n = " . number(column("articles"))), 1) nooutput
  stats DATA index 1 using (column("row") < shown ? column("value") : NaN) nooutput name "VALUE"
  low = VALUE_min; high_end = VALUE_max
  if (low == high_end) { half = low == 0 ? 1 : abs(low) * 0.1; low = low - half; high_end = high_end + half }
}
gutter_letters = 5
# Each curve stands in every panel: of many, those behind are drawn by every so many-th step.
coarse = ceil((behind * LINES[2] + 1) / 9000.0)
behind_as = coarse > 1 ? "lines" : "steps" # steps that lack some of theirs would stand too low
load HERE . "panels.gp"

set xrange [low:high_end]
set yrange [0:100]
set ytics 0, (ticks_up > 4 ? 25 : 50)
set xtics tick_step(low, high_end, ticks_across)
if (!is_text) { set grid xtics ytics lt 1 lc rgb rule lw 0.7 }
in(j, name) = column("row") == j ? column(name) : NaN
set multiplot
do for [i = 0:shown - 1] {
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (bottom_row(i) ? "%g" : "")
  set format y (left_column(i) ? "%g %%" : "")
  if (!is_text && HAS[i + 1]) {
    set arrow 1 from MEDIAN[i + 1], graph 0 to MEDIAN[i + 1], graph 1 nohead lc rgb ink_soft lw 1 dt 3 back
  } else {
    unset arrow 1
  }
  plot for [j = 0:behind - 1] DATA index 1 every coarse using (in(j, "value")):(in(j, "percent")) with @behind_as lc rgb faint lw 1, \
       DATA index 1 using (in(i, "value")):(in(i, "percent")) with steps lc rgb accent lw 2
  unset label
}
unset multiplot
unset output
