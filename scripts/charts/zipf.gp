# zipf.gp: rank and frequency of words, by outlet. A panel an outlet, the others in grey behind it.
#
#   gnuplot -d -c zipf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   words        running words that were counted
# Second block, after two empty lines, a point of a curve a row; ranks ascend within an outlet, not all need be there:
#   row          the outlet it belongs to, 0 for the first
#   rank         1 for the commonest word
#   per_million  how often it occurs in a million running words
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c zipf.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet words"
NEED_2 = "row rank per_million"
load HERE . "theme.gp"
if (OUT eq "-" || strstrt(OUT, ".txt") > 0) { most_outlets = 12 }
load HERE . "read.gp"

behind = shown > 12 ? 0 : shown
NOTES = first_note("Both axes are logarithmic" . (behind > 1 && !is_text ? "; grey: the other outlets" : "") . \
    ". Dotted: frequency in proportion to 1/rank (Zipf's law).")
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

stats DATA index 1 using (column("row") < shown ? column("rank") : 1) nooutput name "RANK"
stats DATA index 1 using (column("row") < shown ? column("per_million") : 1e3) nooutput name "PER"
array WORDS[shown]
stats DATA index 0 every ::::shown - 1 using (WORDS[int(column(0)) + 1] = column("words"), 1) nooutput
left(i) = pad + gutter + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head

set label "Up: occurrences per million words. Across: rank of the word, the commonest first." \
    at screen across(pad + gutter), down(bottom - text_cell_y / 2.0) left font font(note_size) tc rgb ink_soft
do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  set label number(WORDS[i + 1]) . " words" at screen across(left(i) + wide), \
      down(upper(i) + line_height(note_size) / 2 + (is_text ? text_cell_y : 0)) right \
      font font(note_size - 1) tc rgb ink_soft
}

set logscale xy
set xrange [1:RANK_max > 10 ? RANK_max : 10]
set yrange [PER_min:PER_max * 1.5]
step = across_page < 4 ? 10 : 100
set xtics 1, step
set ytics 1e-6, step
if (!is_text) { set grid xtics ytics lt 1 lc rgb rule lw 0.7 }
in(j, name) = column("row") == j ? column(name) : NaN
set multiplot
do for [i = 0:shown - 1] {
  set lmargin at screen across(left(i))
  set rmargin at screen across(left(i) + wide)
  set tmargin at screen down(upper(i))
  set bmargin at screen down(upper(i) + high)
  set format x (i + across_page >= shown ? "%.0s%c" : "")
  set format y (i % across_page == 0 ? (PER_min < 1 ? "%g" : "%.0s%c") : "")
  plot for [j = 0:(is_text ? 0 : behind) - 1] DATA index 1 using (in(j, "rank")):(in(j, "per_million")) \
         with lines lc rgb faint lw 1, \
       PER_max / x with lines lc rgb ink_soft lw 1 dt 3, \
       DATA index 1 using (in(i, "rank")):(in(i, "per_million")) with lines lc rgb accent lw 2
  unset label
}
unset multiplot
unset output
