# content-words.gp: the most frequent content words, by outlet. A panel of bars an outlet, the same scale in all.
#
#   gnuplot -d -c content-words.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   words        running words that were counted
# Second block, after two empty lines, a word a row:
#   row          the outlet it belongs to, 0 for the first
#   place        1 for the outlet's commonest content word
#   word         the word
#   per_million  how often it occurs in a million running words
# Ten words an outlet are drawn; five where there are more than fifteen outlets, and the caption says so.
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c content-words.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet words"
NEED_2 = "row place word per_million"
load HERE . "theme.gp"
load HERE . "read.gp"

places = shown > 15 ? 5 : 10
if (!nothing) {
  stats DATA index 1 using "place" nooutput
  places = STATS_max < places ? int(STATS_max) : places
}
NOTES = first_note(sprintf("The %d commonest of each outlet, per million words; the same scale in every panel.", places))
across_page = is_text ? (shown < 2 ? shown : 2) : grid_columns(shown)
gap = is_text ? 4 * text_cell_x : 22
wide = (page_width - 2 * pad - (across_page - 1) * gap) / (across_page > 1 ? across_page : 1.5)
name_size = across_page > 3 ? note_size : base_size
name_fits = wide / (is_text ? text_cell_x : name_size * 0.6)
name_lines = longest_name > name_fits ? 2 : 1
head = name_lines * line_height(name_size) + line_height(note_size) + (is_text ? 0 : 5)
pitch = is_text ? text_cell_y : across_page > 4 ? 14 : across_page > 3 ? 15 : 19
panel = head + places * pitch + (is_text ? text_cell_y : across_page > 4 ? 7 : across_page > 3 ? 12 : 22)
body = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0)) * panel
load HERE . "page.gp"

word_size = across_page > 3 ? note_size - 1 : note_size
letter = is_text ? text_cell_x : word_size * 0.6
array WORDS[shown]
stats DATA index 0 every ::::shown - 1 using (WORDS[int(column(0)) + 1] = column("words"), 1) nooutput
array WORD[LINES[2]]
array WIDTH[LINES[2]]
array ROW[LINES[2]]
array PLACE[LINES[2]]
array RATE[LINES[2]]
stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), PLACE[int(column(0)) + 1] = column("place"), \
    WORD[int(column(0)) + 1] = strcol("word"), RATE[int(column(0)) + 1] = column("per_million"), \
    column("row") < shown ? column("per_million") : 0) nooutput
most = STATS_max > 0 ? STATS_max : 1
set encoding iso_8859_1
stats DATA index 1 using (WIDTH[int(column(0)) + 1] = wide_in(strcol("word")), 1) nooutput
set encoding utf8
longest = 4
do for [k = 1:LINES[2]] {
  WIDTH[k] = WIDTH[k] + strlen(WORD[k]) + (WORD[k] eq "")
  longest = ROW[k] < shown && PLACE[k] <= places && WIDTH[k] > longest ? WIDTH[k] : longest
}
word_width = (longest * letter > wide * 0.5 ? wide * 0.5 : longest * letter) + 6
bar_width = wide - word_width - letter * (strlen(number(most)) + 1)
left(i) = pad + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head
blocks(n) = n < 0.5 ? "" : "█" . blocks(n - 1)

do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  set label number(WORDS[i + 1]) . " words" at screen across(left(i)), \
      down(upper(i) - head + name_lines * line_height(name_size) + line_height(note_size) / 2 - (is_text ? 0 : 2)) \
      left font font(note_size - 1) tc rgb ink_soft
}
do for [k = 1:LINES[2]] {
  if (ROW[k] < shown && PLACE[k] <= places) {
    at = down(upper(int(ROW[k])) + (PLACE[k] - 0.5) * pitch)
    start = left(int(ROW[k])) + word_width
    long = RATE[k] / most * bar_width
    word = fit(WORD[k], (word_width - 6) / letter * strlen(WORD[k]) / WIDTH[k])
    set label word at screen across(start - 6), at right font font(word_size) tc rgb ink
    if (is_text) {
      set label blocks(long / text_cell_x) . " " . number(RATE[k] + 0.5) at screen across(start), at left
    } else {
      set object rectangle from screen across(start), at - 0.36 * pitch / page_height \
          to screen across(start + long), at + 0.36 * pitch / page_height fillcolor rgb accent fillstyle solid noborder
      set label number(RATE[k] + 0.5) at screen across(start + long + 4), at left font font(word_size) tc rgb ink_soft
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
