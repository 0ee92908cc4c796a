# sentence-length.gp: how long sentences are, by outlet. A ridge an outlet over one axis, the same scale in all of them.
#
#   gnuplot -d -c sentence-length.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn from the top in the order given:
#   outlet     its name
#   sentences  how many
#   median     words in the middle sentence
# Second block, after two empty lines, a bar a row:
#   row        the outlet it belongs to, 0 for the first
#   words      words in the sentence; the middle, if several lengths are put together
#   width      how many lengths are put together, 1 if each has its bar
#   percent    of the outlet's sentences, for each of these lengths
# Comment lines: title, subtitle, axis, note (say what lies beyond the right edge).

if (ARGC != 2) { print "usage: gnuplot -d -c sentence-length.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet sentences median"
NEED_2 = "row words width percent"
load HERE . "theme.gp"
load HERE . "read.gp"

array FIRST[shown > 0 ? shown : 1]
array SECOND[shown > 0 ? shown : 1]
tallest = 1
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (SECOND[int(column(0)) + 1] = number(column("sentences")), \
      FIRST[int(column(0)) + 1] = column("sentences") > 0 ? sprintf("%g", column("median")) : "–", 1) nooutput
  stats DATA index 1 using (column("row") < shown ? column("percent") : 0) nooutput
  tallest = STATS_max > 0 ? STATS_max : 1
  stats DATA index 1 using (column("words") + column("width") / 2.0) nooutput
  longest = STATS_max
}
NOTES = first_note((is_text ? "Fuller" : "Higher") . ": more of the outlet's sentences; the same scale in every row, at most " \
    . sprintf("%.3g %% for one length.", tallest))
row_high = 62; row_middle = 0.7; has_ticks = 1
FIRST_TITLE = "Median"; SECOND_TITLE = "Sentences"
load HERE . "rows.gp"
set xrange [0:longest]
set xtics nice_step(longest, ticks)

y(r) = r < shown ? r : NaN
half(w) = w / 2.0
rise(p) = p / tallest * 0.86
bar = "▁▂▃▄▅▆▇█"
block(p) = p <= 0 ? "" : bar[int(p / tallest * 7.99) + 1:int(p / tallest * 7.99) + 1]
if (is_text) {
  plot DATA index 1 using "words":(y(column("row"))):(block(column("percent"))) with labels
} else {
  plot DATA index 1 using "words":(y(column("row"))): \
         (column("words") - half(column("width"))):(column("words") + half(column("width"))): \
         (column("row") + 0.44 - rise(column("percent"))):(column("row") + 0.44) with boxxyerror lc rgb accent_pale, \
       DATA index 0 using (0):(y(column(0)) + 0.44):(longest):(0) with vectors nohead lc rgb faint lw 0.7, \
       DATA index 0 using "median":(y(column(0)) + 0.44):(0):(-0.86) with vectors nohead lc rgb accent lw 2.5
}
unset output
