# zipf.gp: rank and frequency of words, by outlet. A panel an outlet, the others in grey behind it.
#
#   gnuplot -d -c zipf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   words        running words that were counted
#   a, b         of the fitted law, 1/(rank + b)^a; NaN: no fit
# Second block, after two empty lines, a point of a curve a row; ranks ascend within an outlet, not all need be there:
#   row          the outlet it belongs to, 0 for the first
#   rank         1 for the commonest word
#   per_million  how often it occurs in a million running words
#   fitted       how often by the law; NaN: no fit
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c zipf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet words a b"
NEED_2 = "row rank per_million fitted"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

behind = shown > 12 || is_text ? 0 : shown
NOTES = first_note("Both axes are logarithmic" . (behind > 1 ? "; grey: the other outlets" : "") . ".")
AXIS_LINES = "Up: occurrences per million words. Across: rank of the word, the commonest first."
axis_lines = 1
array COUNTS[shown > 0 ? shown : 1]; array FIT[shown > 0 ? shown : 1]
fit_text(a, b) = a eq "NaN" ? "no fit" : sprintf("a %.2f, b %.1f", real(a), abs(real(b)) < 0.05 ? 0 : real(b))
if (!nothing) {
  stats DATA index 1 using (column("row") < shown ? column("rank") : 1) nooutput name "RANK"
  stats DATA index 1 using (column("row") < shown ? column("per_million") : 1e3) nooutput name "PER"
  stats DATA index 0 every ::::shown - 1 using (COUNTS[int(column(0)) + 1] = number(column("words")) . " words", \
      FIT[int(column(0)) + 1] = fit_text(strcol("a"), strcol("b")), 1) nooutput
}
gutter_letters = 5
load HERE . "panels.gp"
if (!is_text) {
  do for [i = 0:shown - 1] {
    set label FIT[i + 1] at screen across(left(i) + wide - 2), down(upper(i) + line_height(count_size) * 0.7) right \
        font font(count_size) tc rgb ink_soft
  }
}

set logscale xy
set xrange [1:RANK_max > 10 ? RANK_max : 10]
set yrange [PER_min:PER_max * 1.5]
step_across = ticks_across < 5 ? 100 : 10
step_up = ticks_up < 5 ? 100 : 10
# one by one: where the range is narrow, gnuplot 6 takes a step for what is to be added, not multiplied
set xtics (1)
set ytics (1e-6)
do for [k = 1:20] {
  set xtics add (step_across ** k)
  set ytics add (1e-6 * step_up ** k)
}
if (!is_text) { set grid xtics ytics lt 1 lc rgb rule lw 0.7 }
in(j, name) = column("row") == j ? column(name) : NaN
set multiplot
do for [i = 0:shown - 1] {
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (bottom_row(i) ? "%.0s%c" : "")
  set format y (left_column(i) ? (PER_min < 1 ? "%g" : "%.0s%c") : "")
  plot for [j = 0:behind - 1] DATA index 1 using (in(j, "rank")):(in(j, "per_million")) \
         with lines lc rgb faint lw 1, \
       DATA index 1 using (in(i, "rank")):(in(i, "per_million")) with lines lc rgb accent lw 2, \
       DATA index 1 using (in(i, "rank")):(is_text ? NaN : in(i, "fitted")) with lines lc rgb ink lw 1 dt 2
  unset label
}
unset multiplot
unset output
