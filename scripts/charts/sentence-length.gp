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

NOTES = first_note((is_text ? "Fuller" : "Higher") . ": more of the outlet's sentences; the same scale in every row.")
pitch = is_text ? text_cell_y : shown > 14 ? (page_tall - 200) / shown : 62
name_size = pitch < 34 ? base_size - 2 : base_size
head = is_text ? text_cell_y : 24
foot = is_text ? 3 * text_cell_y : 42
body = head + shown * pitch + foot
load HERE . "page.gp"

array MEDIAN[shown]
array SENTENCES[shown]
stats DATA index 0 every ::::shown - 1 using (MEDIAN[int(column(0)) + 1] = column("median"), \
    SENTENCES[int(column(0)) + 1] = column("sentences"), 1) nooutput
stats DATA index 1 using (column("row") < shown ? column("percent") : 0) nooutput
tallest = STATS_max > 0 ? STATS_max : 1
stats DATA index 1 using (column("words") + column("width") / 2.0) nooutput
longest = STATS_max

left = pad + name_width * (is_text ? text_cell_x : name_size * 0.6) + 2 * text_cell_x
right = page_width - pad - (is_text ? 20 * text_cell_x : 145)
median_end = page_width - pad - (is_text ? 11 * text_cell_x : 84)
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top + head + (is_text ? pitch / 2 : 0))
set bmargin at screen down(bottom - foot + (is_text ? pitch / 2 : 0))
set xrange [0:longest]
set yrange [is_text ? shown : shown - 0.5 : is_text ? 0 : -0.5]
unset ytics

set label AXIS at screen across(left), down(bottom - text_cell_y / 2.0) left font font(note_size) tc rgb ink_soft
set label "Median" at screen across(median_end), down(top + head / 2) right font font(note_size) tc rgb ink_soft
set label "Sentences" at screen across(page_width - pad), down(top + head / 2) right \
    font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  middle = top + head + (i - (is_text ? 0.5 : 0.3)) * pitch
  at = down(middle)
  name = name_in(i, name_width, is_text ? 1 : 2)
  set label name at screen across(pad), down(middle - (lines_of(name) - 1) * line_height(name_size) / 2) \
      left font font(name_size) tc rgb ink
  set label (SENTENCES[i] > 0 ? sprintf("%g", MEDIAN[i]) : "–") at screen across(median_end), at right \
      font font(name_size) tc rgb ink
  set label number(SENTENCES[i]) at screen across(page_width - pad), at right font font(name_size) tc rgb ink_soft
}

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
