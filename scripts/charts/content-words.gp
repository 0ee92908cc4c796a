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
# Ten words an outlet are drawn, or as many as have room; the caption says how many.
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c content-words.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet words"
NEED_2 = "row place word per_million"
load HERE . "theme.gp"
load HERE . "read.gp"

places = is_text && shown > 15 ? 5 : 10
if (!nothing) {
  stats DATA index 1 using "place" nooutput
  places = STATS_max < places ? int(STATS_max) : places
}
across_page = is_text ? (shown < 2 ? shown : 2) : column_wide ? (shown > 12 ? 3 : shown < 2 ? shown : 2) \
            : !slide ? grid_columns(shown) : shown < 6 ? shown : shown < 9 ? 4 : shown < 13 ? 6 : 8
gap = is_text ? 4 * text_cell_x : column_wide ? 12 : 22 * em
wide = (page_width - 2 * pad - (across_page - 1) * gap) / (across_page > 1 || column_wide ? across_page : 1.5)
name_size = letters(wide > 190 * em ? base_size : wide > 150 * em ? note_size : note_size - 1)
count_size = letters(note_size - 1)
name_fits = wide / letter(name_size * 1.08)
name_lines = longest_name > name_fits ? 2 : 1
head = name_lines * line_height(name_size) + line_height(count_size) + (is_text ? 0 : 5)
word_size = letters(wide > 190 * em ? note_size : note_size - 1)
letter_wide = letter(word_size)
pitch = is_text ? text_cell_y : word_size * 1.45
between = is_text ? text_cell_y : wide > 190 * em && !column_wide ? 22 * em : wide > 150 * em ? 11 * em : 8 * em
least_row = head + 3 * pitch + between
# Once to see how many words have room, again with the note that says so.
said = NOTES
do_note(n) = sprintf("The %d commonest of each outlet, per million words; the same scale in every panel.", n)
NOTES = first_note(do_note(places))
load HERE . "frame.gp"
rows = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0))
fitting = floor((body_room / (rows > 0 ? rows : 1) - head - between) / pitch)
places = is_text || fitting >= places ? places : fitting > 0 ? fitting : 1
NOTES = said
NOTES = first_note(do_note(places))
load HERE . "frame.gp"
panel = head + places * pitch + between
body = rows * panel
load HERE . "page.gp"

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
word_gap = is_text ? text_cell_x : 6
figure_width = letter_wide * (strlen(number(most)) + 1)
word_room = wide - figure_width - wide * 0.2
word_width = (longest * letter_wide > word_room ? word_room : longest * letter_wide) + word_gap
bar_width = wide - word_width - figure_width
left(i) = pad + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head
blocks(n) = n < 0.5 ? "" : "█" . blocks(n - 1)

do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  set label number(WORDS[i + 1]) . " words" at screen across(left(i)), \
      down(upper(i) - head + name_lines * line_height(name_size) + line_height(count_size) / 2 - (is_text ? 0 : 1)) \
      left font font(count_size) tc rgb ink_soft
}
do for [k = 1:LINES[2]] {
  if (ROW[k] < shown && PLACE[k] <= places) {
    at = down(upper(int(ROW[k])) + (PLACE[k] - 0.5) * pitch)
    start = left(int(ROW[k])) + word_width
    long = RATE[k] / most * bar_width
    word = fit(WORD[k], (word_width - word_gap) / letter_wide * strlen(WORD[k]) / WIDTH[k])
    set label word at screen across(start - word_gap), at right font font(word_size) tc rgb ink
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
