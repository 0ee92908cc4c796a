# barcode.gp: where a word or phrase stands, by outlet. A strip an outlet from its first word to its last, a tick a hit.
#
#   gnuplot -d -c barcode.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn from the top in the order given:
#   outlet       its name
#   hits         how many
#   per_million  words
# Second block, after two empty lines, a tick a row:
#   row          the outlet it belongs to, 0 for the first
#   at           its place, 0 for the outlet's first word, 1 for its last
#   shade        its hits, as a share of those of the outlet's darkest ticks
# Comment lines: title, subtitle, axis, note.

if (ARGC != 2) { print "usage: gnuplot -d -c barcode.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet hits per_million"
NEED_2 = "row at shade"
if (!exists("most_outlets")) most_outlets = 60
load HERE . "theme.gp"
load HERE . "read.gp"

NOTES = first_note("Darker: more hits in one place. Every strip is as long, whatever the outlet’s number of words.")
pitch = is_text ? text_cell_y : shown > 24 ? (page_tall - 200) / shown : 36
name_size = pitch < 26 ? base_size - 2 : base_size
head = is_text ? text_cell_y : 24
foot = is_text ? text_cell_y : 26
body = head + shown * pitch + foot
load HERE . "page.gp"

array HITS[shown]
array RATE[shown]
stats DATA index 0 every ::::shown - 1 using (HITS[int(column(0)) + 1] = column("hits"), \
    RATE[int(column(0)) + 1] = column("per_million"), 1) nooutput

left = pad + name_width * (is_text ? text_cell_x : name_size * 0.6) + 2 * text_cell_x
right = page_width - pad - (is_text ? 24 * text_cell_x : 165)
hits_end = page_width - pad - (is_text ? 13 * text_cell_x : 92)
set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top + head + (is_text ? pitch / 2 : 0))
set bmargin at screen down(bottom - foot + (is_text ? pitch / 2 : 0))
set xrange [0:1]
set yrange [is_text ? shown : shown - 0.5 : is_text ? 0 : -0.5]
unset xtics
unset ytics
unset grid

set label AXIS at screen across(left), down(bottom - (is_text ? text_cell_y : 24) / 2.0) left \
    font font(note_size) tc rgb ink_soft
set label "Hits" at screen across(hits_end), down(top + head / 2) right font font(note_size) tc rgb ink_soft
set label "Per million" at screen across(page_width - pad), down(top + head / 2) right \
    font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  middle = top + head + (i - 0.5) * pitch
  at = down(middle)
  rate = RATE[i] < 10 ? sprintf("%.1f", RATE[i]) : number(floor(RATE[i] + 0.5))
  name = name_in(i, name_width, is_text || pitch < 34 ? 1 : 2)
  set label name at screen across(pad), down(middle - (lines_of(name) - 1) * line_height(name_size) / 2) \
      left font font(name_size) tc rgb ink
  set label number(HITS[i]) at screen across(hits_end), at right font font(name_size) tc rgb ink
  set label (HITS[i] > 0 ? rate : "–") at screen across(page_width - pad), at right \
      font font(name_size) tc rgb ink_soft
}

# From the pale accent to the full one; half the way is there at once, so that a single hit is seen.
part(c, k) = int("0x" . c[2 * k:2 * k + 1])
mix(k, s) = int(part(accent_pale, k) + (part(accent, k) - part(accent_pale, k)) * (0.35 + 0.65 * s))
shade(s) = 65536 * mix(1, s) + 256 * mix(2, s) + mix(3, s)
y(r) = r < shown ? r : NaN
half = pitch < 20 ? 0.36 : 0.32
if (is_text) {
  plot DATA index 1 using "at":(y(column("row"))):("|") with labels
} else {
  plot DATA index 0 using (0.5):(y(column(0))):(0):(1):(column(0) - half):(column(0) + half) with boxxyerror \
         fs solid 0.35 lc rgb rule, \
       DATA index 1 using "at":(y(column("row")) - half):(0):(2 * half):(shade(column("shade"))) with vectors nohead \
         lc rgb variable lw 1.1
}
unset output
