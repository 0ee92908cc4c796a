# growth.gp: how many different words so many running words hold. A panel an outlet, the others in grey behind it.
#
#   gnuplot -d -c growth.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   size, types  different words in a sample of so many running words, the same number for all
# Second block, after two empty lines, a point of a curve a row, ascending within an outlet:
#   row          the outlet it belongs to, 0 for the first
#   words        running words
#   types        different ones among them
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c growth.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet size types"
NEED_2 = "row words types"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

behind = shown > 1 && !is_text ? shown : 0
NOTES = first_note("Both axes are logarithmic" . (behind > 0 ? "; grey: the other outlets" : "") . ".")
across_page = is_text ? (shown < 3 ? shown : 3) : grid_columns(shown)
gap = is_text ? 2 * text_cell_x : 16
gutter = is_text ? 6 * text_cell_x : 46
wide = (page_width - 2 * pad - gutter - (across_page - 1) * gap) / (across_page > 0 ? across_page : 1)
name_size = across_page > 3 ? note_size : base_size
name_fits = wide / (is_text ? text_cell_x : name_size * 0.6)
name_lines = longest_name > name_fits && !is_text ? 2 : 1
head = name_lines * line_height(name_size) + (is_text ? 0 : 8)
high = is_text ? 10 * text_cell_y : across_page < 3 ? 210 : across_page == 3 ? 140 : across_page == 4 ? 110 : 68
foot = is_text ? 2 * text_cell_y : 44
panel = head + high + (is_text ? text_cell_y : 14)
body = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0)) * panel + foot
load HERE . "page.gp"

array SIZE[shown]; array AT_SIZE[shown]
stats DATA index 0 every ::::shown - 1 using (SIZE[int(column(0)) + 1] = column("size"), \
    AT_SIZE[int(column(0)) + 1] = column("types"), 1) nooutput
# From a tenth of the common size on: before it all outlets are much the same.
stats DATA index 1 using (column("row") < shown ? column("words") : NaN) nooutput name "ALL"
from = SIZE[1] / 10.0 < ALL_max ? SIZE[1] / 10.0 : ALL_min
seen(name) = column("row") < shown && column("words") >= from ? column(name) : NaN
stats DATA index 1 using (seen("words")) nooutput name "WORDS"
stats DATA index 1 using (seen("types")) nooutput name "TYPES"
left(i) = pad + gutter + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head

set label "Up: different words. Across: running words." \
    at screen across(pad + gutter), down(bottom - text_cell_y / 2.0) left font font(note_size) tc rgb ink_soft
do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  set label number(int(AT_SIZE[i + 1] + 0.5)) at screen across(left(i) + wide - 2), \
      down(upper(i) + high - line_height(note_size) / 2 - (is_text ? 0 : 2)) right font font(note_size) tc rgb ink front
}

set logscale xy
set xrange [WORDS_min:WORDS_max > WORDS_min ? WORDS_max : WORDS_min * 10]
set yrange [TYPES_min > 0 ? TYPES_min * 0.9 : 0.9:TYPES_max * 1.15]
step = across_page < 4 ? 10 : 100
set xtics 1, step
set ytics 1, 10
if (!is_text) { set grid xtics ytics lt 1 lc rgb rule lw 0.7 }
in(j, name) = column("row") == j ? column(name) : NaN
set multiplot
do for [i = 0:shown - 1] {
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (i + across_page >= shown ? "%.0s%c" : "")
  set format y (i % across_page == 0 ? "%.0s%c" : "")
  if (!is_text) { set arrow 1 from SIZE[i + 1], graph 0 to SIZE[i + 1], graph 1 nohead lc rgb ink_soft lw 1 dt 3 back }
  plot for [j = 0:behind - 1] DATA index 1 using (in(j, "words")):(in(j, "types")) with lines lc rgb faint lw 1, \
       DATA index 1 using (in(i, "words")):(in(i, "types")) with lines lc rgb accent lw 2
  unset label
}
unset multiplot
unset output
