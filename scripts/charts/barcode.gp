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

NOTES = first_note(stronger . ": more hits in one place. Every strip is as long, whatever the outlet’s number of words.")
array FIRST[shown > 0 ? shown : 1]
array SECOND[shown > 0 ? shown : 1]
rate(x) = x < 10 ? sprintf("%.1f", x) : number(floor(x + 0.5))
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (FIRST[int(column(0)) + 1] = number(column("hits")), \
      SECOND[int(column(0)) + 1] = column("hits") > 0 ? rate(column("per_million")) : "–", 1) nooutput
}
row_high = 36; row_middle = 0.5; has_ticks = 0
FIRST_TITLE = "Hits"; SECOND_TITLE = "Per million"
load HERE . "rows.gp"
set xrange [0:1]
unset xtics
unset grid

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
