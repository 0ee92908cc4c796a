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
if (!is_text && bins) { NOTES = first_note("Pale bars: how the articles are spread.") }

pitch = is_text ? text_cell_y : shown > 18 ? (page_tall - 200) / shown : 50
name_size = pitch < 34 ? base_size - 2 : base_size
head = is_text ? text_cell_y : 24
foot = is_text ? 3 * text_cell_y : 42
body = head + shown * pitch + foot
load HERE . "page.gp"

array MEDIAN[shown]
array ARTICLES[shown]
stats DATA index 0 every ::::shown - 1 using (MEDIAN[int(column(0)) + 1] = column("median"), \
    ARTICLES[int(column(0)) + 1] = column("articles"), \
    column("high") > column("low") ? column("high") - column("low") : 0) nooutput
form = STATS_max >= 1000 ? "%.0f" : STATS_max >= 10 ? "%.1f" : STATS_max >= 1 ? "%.2f" : "%.3f"

stats DATA index 0 using "low" nooutput name "LOW"
stats DATA index 0 using "high" nooutput name "HIGH"
if (LOW_min == HIGH_max) {
  half = LOW_min == 0 ? 1 : abs(LOW_min) * 0.1
  set xrange [LOW_min - half:LOW_min + half]
}

left = pad + name_width * (is_text ? text_cell_x : name_size * 0.6) + 2 * text_cell_x
right = page_width - pad - (is_text ? 20 * text_cell_x : 130)
median_end = page_width - pad - (is_text ? 10 * text_cell_x : 68)
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top + head + (is_text ? pitch / 2 : 0))
set bmargin at screen down(bottom - foot + (is_text ? pitch / 2 : 0))
set yrange [is_text ? shown : shown - 0.5 : is_text ? 0 : -0.5]
unset ytics

set label AXIS at screen across(left), down(bottom - text_cell_y / 2.0) left font font(note_size) tc rgb ink_soft
set label "Median" at screen across(median_end), down(top + head / 2) right font font(note_size) tc rgb ink_soft
set label "Articles" at screen across(page_width - pad), down(top + head / 2) right font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  middle = top + head + (i - 0.5) * pitch
  at = down(middle)
  name = name_in(i, name_width, is_text ? 1 : 2)
  set label name at screen across(pad), down(middle - (lines_of(name) - 1) * line_height(name_size) / 2) \
      left font font(name_size) tc rgb ink
  set label (ARTICLES[i] > 0 ? sprintf(form, MEDIAN[i]) : "–") at screen across(median_end), at right \
      font font(name_size) tc rgb ink
  set label number(ARTICLES[i]) at screen across(page_width - pad), at right font font(name_size) tc rgb ink_soft
}

y(r) = r < shown ? r : NaN
if (is_text) {
  plot DATA index 0 using "low":(y(column(0))):(column("high") - column("low")):(0) with vectors nohead lt -2, \
       "" index 0 using "q1":(y(column(0))):("[") with labels, \
       "" index 0 using "q3":(y(column(0))):("]") with labels, \
       "" index 0 using "median":(y(column(0))):("|") with labels
} else {
  plot for [k = 1:points] DATA index 1 using \
         "value":(column("width") == 0 ? y(column("row")) + 0.1 + column("height") * 0.3 : NaN) \
         with points pt 7 ps 0.3 lc rgb see_through, \
       for [k = 1:bins] DATA index 1 using "value":(y(column("row"))):(column("value") - column("width") / 2): \
         (column("value") + column("width") / 2):(column("row") + 0.42 - column("height") * 0.34): \
         (column("row") + (column("width") > 0 ? 0.42 : 0)) with boxxyerror lc rgb accent_pale, \
       DATA index 0 using "low":(y(column(0)) - 0.14):(column("high") - column("low")):(0) \
         with vectors nohead lc rgb accent lw 1, \
       DATA index 0 using "median":(y(column(0))):"q1":"q3":(column(0) - 0.28):(column(0)) \
         with boxxyerror lc rgb accent, \
       DATA index 0 using "median":(y(column(0)) - 0.28):(0):(0.28) with vectors nohead lc rgb paper lw 2.5
}
unset output
