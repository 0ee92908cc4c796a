# growth.gp: how many different words so many running words hold. A panel an outlet, the others in grey behind it.
#
#   gnuplot -d -c growth.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   size, types  different words in a sample of so many running words, the same number for all
#   k, beta      of the fitted law, types = k words^beta; NaN: no fit
# Second block, after two empty lines, a point of a curve a row, ascending within an outlet:
#   row          the outlet it belongs to, 0 for the first
#   words        running words
#   types        different ones among them
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c growth.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet size types k beta"
NEED_2 = "row words types"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

behind = shown > 1 && !is_text ? shown : 0
NOTES = first_note("Both axes are logarithmic" . (behind > 0 ? "; grey: the other outlets" : "") . ".")
AXIS_LINES = "Up: different words. Across: running words."
axis_lines = 1
array SIZE[shown > 0 ? shown : 1]; array FITS[shown > 0 ? shown : 1]; array K[shown > 0 ? shown : 1]
array BETA[shown > 0 ? shown : 1]; array COUNTS[shown > 0 ? shown : 1]
seen(name) = column("row") < shown && column("words") >= from ? column(name) : NaN
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (SIZE[int(column(0)) + 1] = column("size"), \
      COUNTS[int(column(0)) + 1] = number(int(column("types") + 0.5)) . " different", \
      FITS[int(column(0)) + 1] = (strcol("beta") ne "NaN"), \
      K[int(column(0)) + 1] = (strcol("k") ne "NaN" ? real(strcol("k")) : 1), \
      BETA[int(column(0)) + 1] = (strcol("beta") ne "NaN" ? real(strcol("beta")) : 0), 1) nooutput
  # From a tenth of the common size on: before it all outlets are much the same.
  stats DATA index 1 using (column("row") < shown ? column("words") : NaN) nooutput name "ALL"
  from = SIZE[1] / 10.0 < ALL_max ? SIZE[1] / 10.0 : ALL_min
  stats DATA index 1 using (seen("words")) nooutput name "WORDS"
  stats DATA index 1 using (seen("types")) nooutput name "TYPES"
}
gutter_letters = 5
load HERE . "panels.gp"
if (!is_text) {
  do for [i = 0:shown - 1] {
    set label (FITS[i + 1] ? sprintf("K %.1f, β %.2f", K[i + 1], BETA[i + 1]) : "no fit") \
        at screen across(left(i) + wide - 2), down(upper(i) + high - line_height(count_size) * 0.7) right \
        font font(count_size) tc rgb ink_soft front
  }
}

# What is drawn, curve by curve with empty lines between them: of thousands of outlets most are not, and all of the
# table would be read anew for every line of every panel.
set table $DRAWN
plot DATA index 1 using (sprintf("%d\t%.9g\t%.9g", column("row"), column("words"), column("types"))) \
    with table if (column("row") < shown)
unset table
unset datafile columnheaders
do for [j = 0:shown - 1] {
  set table $CURVES append
  plot $DRAWN using (sprintf("%d\t%.9g\t%.9g", column(1), column(2), column(3))) with table if (column(1) == j)
  unset table
  set print $CURVES append
  print ""
  unset print
}

set logscale xy
set xrange [WORDS_min:WORDS_max > WORDS_min ? WORDS_max : WORDS_min * 10]
set yrange [TYPES_min > 0 ? TYPES_min * 0.9 : 0.9:TYPES_max * 1.15]
# one by one: where the range is narrow, gnuplot 6 takes a step for what is to be added, not multiplied
set xtics (1)
do for [k = 1:20] { set xtics add ((ticks_across < 4 ? 100 : 10) ** k) }
set format y "%g"
if (!is_text) { set grid xtics ytics lt 1 lc rgb rule lw 0.7 }
in(j, number) = column(1) == j ? column(number) : NaN
set multiplot
do for [i = 0:shown - 1] {
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (bottom_row(i) ? "%.0s%c" : "")
  if (left_column(i) && ticks_up < 5) {
    set ytics (100, "1k" 1e3, "10k" 1e4, "100k" 1e5, "1M" 1e6)
  } else { if (left_column(i)) {
    set ytics (100, 200, 500, "1k" 1e3, "2k" 2e3, "5k" 5e3, "10k" 1e4, "20k" 2e4, "50k" 5e4, "100k" 1e5, "200k" 2e5, \
        "500k" 5e5, "1M" 1e6, "2M" 2e6, "5M" 5e6)
  } else {
    set ytics ("" 1e2, "" 1e3, "" 1e4, "" 1e5, "" 1e6)
  } }
  if (!is_text) { set arrow 1 from SIZE[i + 1], graph 0 to SIZE[i + 1], graph 1 nohead lc rgb ink_soft lw 1 dt 3 back }
  plot for [j = 1:(behind > 0 ? 1 : 0)] $CURVES using 2:3 with lines lc rgb faint lw 1, \
       $CURVES using (in(i, 2)):3 with lines lc rgb accent lw 2, \
       (is_text || !FITS[i + 1] ? NaN : K[i + 1] * x ** BETA[i + 1]) with lines lc rgb ink lw 1 dt 2
  unset label
}
unset multiplot
unset output
