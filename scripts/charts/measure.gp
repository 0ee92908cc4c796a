# measure.gp: one measure by outlet. Box, median and whiskers of each outlet, and every article under its box.
#
#   gnuplot -d -c measure.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn from the top in the order given:
#   outlet    its name
#   articles  how many have a value
#   low, q1, median, q3, high   whisker, quartile, median, quartile, whisker, in the measure's unit
# Second block, after two empty lines, an article or a bin a row:
#   row       the outlet it belongs to, 0 for the first
#   value     in the measure's unit; the middle, if it is a bin
#   width     0 for an article; a bin's width, in the measure's unit
#   height    0 to 1: where in its strip a point lies, or how high a bin's bar stands
# Comment lines: title, subtitle, axis (what is measured, and its unit), note (say what the whiskers are).

if (ARGC != 2) { print "usage: gnuplot -d -c measure.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles low q1 median q3 high"
NEED_2 = "row value width height"
load HERE . "theme.gp"
load HERE . "read.gp"

bins = 0; points = 0
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (column("articles")) nooutput
  nothing = (STATS_max == 0)
  stats DATA index 1 using (column("width") > 0) nooutput
  bins = STATS_max > 0; points = STATS_min == 0
}
if (!is_text && points) { NOTES = first_note("Each dot is one article.") }
if (!is_text && bins) { NOTES = first_note(weak . " bars: how the articles are spread.") }

array FIRST[shown > 0 ? shown : 1]
array SECOND[shown > 0 ? shown : 1]
lowest = 0; highest = 1
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using "low" nooutput name "LOW"
  stats DATA index 0 every ::::shown - 1 using "high" nooutput name "HIGH"
  stats DATA index 1 using (column("row") < shown ? column("value") - column("width") / 2 : NaN) nooutput name "FROM"
  stats DATA index 1 using (column("row") < shown ? column("value") + column("width") / 2 : NaN) nooutput name "TO"
  lowest = LOW_min < FROM_min ? LOW_min : FROM_min
  highest = HIGH_max > TO_max ? HIGH_max : TO_max
  stats DATA index 0 every ::::shown - 1 using (column("high") > column("low") ? column("high") - column("low") : 0) nooutput
  form = value_form(STATS_max, abs(lowest) > abs(highest) ? abs(lowest) : abs(highest))
  stats DATA index 0 every ::::shown - 1 using (SECOND[int(column(0)) + 1] = number(column("articles")), \
      FIRST[int(column(0)) + 1] = column("articles") > 0 ? sprintf(form, column("median")) : "–", 1) nooutput
}
row_high = 50; row_middle = 0.5; has_ticks = 1
FIRST_TITLE = "Median"; SECOND_TITLE = "Articles"
load HERE . "rows.gp"

half = highest > lowest ? 0 : lowest == 0 ? 1 : abs(lowest) * 0.1
air = half > 0 ? half : (highest - lowest) * 0.02
set xrange [lowest - air:highest + air]
set xtics tick_step(lowest - air, highest + air, ticks)

y(r) = r < shown ? r : NaN
if (is_text) {
  plot DATA index 0 using "low":(y(column(0))):(column("high") - column("low")):(0) with vectors nohead lt -2, \
       "" index 0 using "q1":(y(column(0))):("[") with labels, \
       "" index 0 using "q3":(y(column(0))):("]") with labels, \
       "" index 0 using "median":(y(column(0))):("|") with labels
} else {
  plot for [k = 1:points] DATA index 1 using \
         "value":(column("width") == 0 ? y(column("row")) + 0.1 + column("height") * 0.3 : NaN) \
         with points pt 7 ps dot(0.3) lc rgb see_through, \
       for [k = 1:bins] DATA index 1 using (column("width") > 0 ? column("value") : NaN):(y(column("row"))): \
         (column("value") - column("width") / 2):(column("value") + column("width") / 2): \
         (column("row") + 0.42 - column("height") * 0.34):(column("row") + 0.42) with boxxyerror lc rgb accent_pale, \
       DATA index 0 using "low":(y(column(0)) - 0.14):(column("high") - column("low")):(0) \
         with vectors nohead lc rgb accent lw 1, \
       DATA index 0 using "median":(y(column(0))):"q1":"q3":(column(0) - 0.28):(column(0)) \
         with boxxyerror lc rgb accent, \
       DATA index 0 using "median":(y(column(0)) - 0.28):(0):(0.28) with vectors nohead lc rgb paper lw 2.5
}
unset output
