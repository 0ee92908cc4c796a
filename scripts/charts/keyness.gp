# keyness.gp: key words by outlet: bars to the right for those used more often than elsewhere, to the left for those used
# less, with intervals. A panel an outlet, one scale in all.
#
#   gnuplot -d -c keyness.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row, drawn in the order given:
#   outlet       its name
#   words        running words that were counted
# Second block, after two empty lines, a word a row:
#   row          the outlet it belongs to, 0 for the first
#   place        1 for the outlet's first word
#   word         the word
#   ratio        log2 of how many times as often it is used
#   low, high    the ends of its interval, NaN: none
# Of more than 24 words an outlet the first are drawn, and the caption says so.
# Comment lines: title, subtitle, note.

if (ARGC != 2) { print "usage: gnuplot -d -c keyness.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet words"
NEED_2 = "row place word ratio low high"
load HERE . "theme.gp"
load HERE . "read.gp"

array WORD[LINES[2] > 0 ? LINES[2] : 1]
array WIDTH[LINES[2] > 0 ? LINES[2] : 1]
array ROW[LINES[2] > 0 ? LINES[2] : 1]
array PLACE[LINES[2] > 0 ? LINES[2] : 1]
array RATIO[LINES[2] > 0 ? LINES[2] : 1]
array LOW[LINES[2] > 0 ? LINES[2] : 1]
array HIGH[LINES[2] > 0 ? LINES[2] : 1]
places = 24
least = 0; most = 1
known(x) = x == x
widen(x) = (x < least ? least = x : 0, x > most ? most = x : 0, x)
if (!nothing) {
  stats DATA index 1 using (column("row") < shown ? column("place") : 1) nooutput
  places = STATS_max < places ? int(STATS_max) : places
  cut_words = STATS_max > places
  if (cut_words) { NOTES = with_note(sprintf("Drawn are the first %d words of each outlet.", places)) }
  stats DATA index 1 using (ROW[int(column(0)) + 1] = column("row"), PLACE[int(column(0)) + 1] = column("place"), \
      WORD[int(column(0)) + 1] = strcol("word"), RATIO[int(column(0)) + 1] = column("ratio"), \
      LOW[int(column(0)) + 1] = column("low"), HIGH[int(column(0)) + 1] = column("high"), 1) nooutput
  set encoding iso_8859_1
  stats DATA index 1 using (WIDTH[int(column(0)) + 1] = wide_in(strcol("word")), 1) nooutput
  set encoding utf8
}
against = dark ? "#e69f00" : "#d55e00"   # of words that are used less
drawn(k) = ROW[k] < shown && PLACE[k] <= places
longest = 4
do for [k = 1:(nothing ? 0 : LINES[2])] {
  WIDTH[k] = WIDTH[k] + strlen(WORD[k]) + (WORD[k] eq "")
  if (drawn(k)) {
    longest = WIDTH[k] > longest ? WIDTH[k] : longest
    _ = widen(RATIO[k])
  }
}
# The estimates and some more, up to powers of two that are ticked; of longer intervals an arrow tells.
_ = widen(most + 1)
_ = least < 0 ? widen(least - 1) : 0
span = most - least
step = span > 16 ? 4 : span > 8 ? 3 : span > 4 ? 2 : 1
least = step * floor(least / step)
most = step * ceil(most / step)
tick(e) = e < 0 ? "1/" . number(2 ** (-e)) : number(2 ** e) . "×"

across_page = is_text ? (shown < 2 ? shown : 2) : column_wide ? (shown < 2 ? shown : 2) \
            : slide ? (shown < 4 ? shown : shown < 9 ? 4 : shown < 16 ? 5 : 6) : shown < 3 ? shown : shown < 5 ? 2 : shown < 16 ? 3 : 4
gap = is_text ? 3 * text_cell_x : column_wide ? 14 : 24 * em
wide = (page_width - 2 * pad - (across_page - 1) * gap) / (across_page > 1 || column_wide ? across_page : 1.3)
name_size = letters(across_page > 2 || column_wide ? note_size + 0.5 : base_size)
name_fits = wide / letter(name_size * 1.08)
name_lines = longest_name > name_fits ? 2 : 1
head = name_lines * line_height(name_size) + line_height(note_size) + (is_text ? 0 : 5)
word_size = letters(shown > 9 || column_wide ? note_size - 1 : note_size)
pitch = is_text ? text_cell_y : word_size * 1.42
between = is_text ? text_cell_y : 16 * em
least_row = head + 4 * pitch + between
# Once to see how many words have room, again with the note that says so.
said = NOTES
all_places = places
load HERE . "frame.gp"
rows = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0))
fitting = floor((body_room / (rows > 0 ? rows : 1) - head - between) / pitch)
places = is_text ? (shown > 12 ? 8 : places) : fitting < 2 ? 2 : fitting
places = places > all_places ? all_places : places
NOTES = said
if (!nothing && places < all_places) {
  NOTES = with_note("Of each outlet's words those are drawn that have room, of both sides the first.")
}
load HERE . "frame.gp"
# Of the words that have room, three in five at least are those used more; the others move up to where these end.
up_room(i) = UPS[i] < places - DOWNS[i] ? UPS[i] \
           : (UPS[i] < ceil(places * 0.6) ? UPS[i] : places - DOWNS[i] > ceil(places * 0.6) ? places - DOWNS[i] : ceil(places * 0.6))
if (!nothing && shown > 0) {
  array UPS[shown]; array DOWNS[shown]
  do for [i = 1:shown] { UPS[i] = 0; DOWNS[i] = 0 }
  do for [k = 1:LINES[2]] {
    if (ROW[k] < shown && RATIO[k] >= 0) { UPS[int(ROW[k]) + 1] = UPS[int(ROW[k]) + 1] + 1 }
    if (ROW[k] < shown && RATIO[k] < 0) { DOWNS[int(ROW[k]) + 1] = DOWNS[int(ROW[k]) + 1] + 1 }
  }
  do for [k = 1:LINES[2]] {
    if (ROW[k] < shown) {
      i = int(ROW[k]) + 1
      PLACE[k] = RATIO[k] >= 0 ? (PLACE[k] <= up_room(i) ? PLACE[k] : places + 1) : PLACE[k] - UPS[i] + up_room(i)
    }
  }
}
panel = head + places * pitch + between
body = rows * panel
load HERE . "page.gp"

letter_wide = letter(word_size)
word_width = (longest * letter_wide > wide * 0.42 ? wide * 0.42 : longest * letter_wide) + 8
field = wide - word_width - (is_text ? 3 * text_cell_x : 24)
labels = 1 # every how many ticks one is labelled
while (labels * step * field / (most - least) < (is_text ? 9 * text_cell_x : note_size * 4.2)) { labels = labels + 1 }
left(i) = pad + (i % across_page) * (wide + gap)
upper(i) = top + (i / across_page) * panel + head
at_ratio(r) = word_width + (least < 0 ? 8 : 0) + (r - least) / (most - least * 1.0) * field
held(r) = r < least ? least : r > most ? most : r

do for [i = 0:shown - 1] {
  name = name_in(i + 1, name_fits, name_lines)
  set label name at screen across(left(i)), \
      down(upper(i) - head + (name_lines - lines_of(name) + 0.5) * line_height(name_size)) \
      left font bold(name_size) tc rgb ink
  # the scale, and its lines: the one of "as often" is darker
  do for [e = least:most:step] {
    if (int(e / step) % labels == 0) {
      set label (e == 0 ? "1×" : tick(e)) at screen across(left(i) + at_ratio(e)), \
          down(upper(i) - line_height(note_size) / 2 - (is_text ? 0 : 3)) center font font(note_size - 1) tc rgb ink_soft
    }
    if (!is_text) {
      set arrow from screen across(left(i) + at_ratio(e)), down(upper(i)) \
          to screen across(left(i) + at_ratio(e)), down(upper(i) + places * pitch) \
          nohead back lc rgb (e == 0 ? ink_soft : rule) lw (e == 0 ? 1 : 0.7)
    }
  }
}
# In a terminal: a line of dashes from end to end, the estimate a dot.
dashes(n) = n < 0.5 ? "" : "─" . dashes(n - 1)
do for [k = 1:LINES[2]] {
  if (drawn(k)) {
    i = int(ROW[k])
    middle = upper(i) + (PLACE[k] - 0.5) * pitch
    at = down(middle)
    low = known(LOW[k]) ? held(LOW[k]) : least
    high = known(HIGH[k]) ? held(HIGH[k]) : most
    x = left(i) + at_ratio(held(RATIO[k]))
    word = fit(WORD[k], (word_width - 8) / letter_wide * strlen(WORD[k]) / WIDTH[k])
    set label word at screen across(left(i) + word_width - 8), at right font font(word_size) tc rgb ink
    if (is_text) {
      before = int((x - left(i) - at_ratio(low)) / text_cell_x + 0.5)
      after = int((left(i) + at_ratio(high) - x) / text_cell_x + 0.5)
      open_low = !known(LOW[k]) || LOW[k] < least
      open_high = !known(HIGH[k]) || HIGH[k] > most
      line = (open_low && before > 0 ? "◄" . dashes(before - 1) : dashes(before)) . "●" \
          . (open_high && after > 0 ? dashes(after - 1) . "►" : dashes(after))
      set label line at screen across(x - before * text_cell_x), at left
    } else {
      bar = (pitch < 16 ? 4 : 5) # pixels above and below its middle
      set object rectangle from screen across(left(i) + at_ratio(0)), down(middle - bar) to screen across(x), down(middle + bar) \
          front fillcolor rgb (RATIO[k] < 0 ? against : accent) fillstyle solid noborder
      set arrow from screen across(left(i) + at_ratio(low)), at to screen across(left(i) + at_ratio(high)), at \
          nohead front lc rgb ink lw 0.9
      if (!known(HIGH[k]) || HIGH[k] > most) {
        set arrow from screen across(left(i) + at_ratio(high) - 1), at to screen across(left(i) + at_ratio(most) + 7), at \
            front lc rgb ink lw 0.9 size screen across(5), 25 filled
      }
      if (!known(LOW[k]) || LOW[k] < least) {
        set arrow from screen across(left(i) + at_ratio(low) + 1), at to screen across(left(i) + at_ratio(least) - 7), at \
            front lc rgb ink lw 0.9 size screen across(5), 25 filled
      }
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
