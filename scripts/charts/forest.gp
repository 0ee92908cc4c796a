# forest.gp: how far outlets lie apart in a measure: a row a pair, shift and Cliff's δ with their intervals.
#
#   gnuplot -d -c forest.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-        gnuplot 5.4 or later
#
# First block, an outlet a row:
#   outlet       its name
#   articles     how many have a value
# Second block, after two empty lines, a pair a row, drawn in the order given:
#   row, column  the outlets, 0 for the first of the block above: the first less the second
#   shift        in the measure's unit
#   shift_low, shift_high   the ends of its interval, NaN: none
#   delta        Cliff's δ, -1 to 1
#   delta_low, delta_high   the ends of its interval, NaN: none
#   rank         1 for the pair with the largest |δ|: where there is no room for all, the first ranks are drawn
# Comment lines: title, subtitle, axis (what a shift is, and its unit), note (say what the bars are).

if (ARGC != 2) { print "usage: gnuplot -d -c forest.gp TABLE.tsv CHART.png|.svg|.pdf|.txt|-"; exit status 64 }
DATA = ARG1; OUT = ARG2; HERE = ""
do for [i = 1:strlen(ARG0)] { if (ARG0[i:i] eq "/") { HERE = ARG0[1:i] } }
NEED_1 = "outlet articles"
NEED_2 = "row column shift shift_low shift_high delta delta_low delta_high rank"
load HERE . "theme.gp"
most_outlets = 80
load HERE . "read.gp"

most_pairs = slide ? 16 : 40
pairs = LINES[2]
array FIRST[pairs > 0 ? pairs : 1]; array SECOND[pairs > 0 ? pairs : 1]; array ORDER[pairs > 0 ? pairs : 1]
array SHIFT[pairs > 0 ? pairs : 1]; array SHIFT_LOW[pairs > 0 ? pairs : 1]; array SHIFT_HIGH[pairs > 0 ? pairs : 1]
array DELTA[pairs > 0 ? pairs : 1]; array DELTA_LOW[pairs > 0 ? pairs : 1]; array DELTA_HIGH[pairs > 0 ? pairs : 1]
array ARTICLES[shown > 0 ? shown : 1]
known(x) = x == x
drawn = 0; candidates = 0
take(k, r, c) = (FIRST[k] = r, SECOND[k] = c, ORDER[k] = 0, r < shown && c < shown)
if (!nothing) {
  stats DATA index 0 every ::::shown - 1 using (ARTICLES[int(column(0)) + 1] = column("articles"), 1) nooutput
  stats DATA index 1 using (take(int(column(0)) + 1, column("row"), column("column")), 1) nooutput
  # by its text, since a column that is NaN would void the whole row
  number_in(name) = strcol(name) eq "NaN" ? NaN : real(strcol(name))
  stats DATA index 1 using (SHIFT[int(column(0)) + 1] = number_in("shift"), \
      SHIFT_LOW[int(column(0)) + 1] = number_in("shift_low"), \
      SHIFT_HIGH[int(column(0)) + 1] = number_in("shift_high"), \
      DELTA[int(column(0)) + 1] = number_in("delta"), DELTA_LOW[int(column(0)) + 1] = number_in("delta_low"), \
      DELTA_HIGH[int(column(0)) + 1] = number_in("delta_high"), 1) nooutput
  array RANK[pairs]
  stats DATA index 1 using (RANK[int(column(0)) + 1] = column("rank"), 1) nooutput
  do for [k = 1:pairs] {
    fits = FIRST[k] < shown && SECOND[k] < shown && known(SHIFT[k]) && known(DELTA[k])
    candidates = candidates + fits
    drawn = fits && (RANK[k] <= most_pairs) ? (ORDER[drawn + 1] = k, drawn + 1) : drawn
  }
  nothing = drawn == 0
}
if (drawn < candidates) {
  NOTES = first_note(sprintf("Of the table's %d pairs, the %d with the largest |δ| have room here.", candidates, drawn))
}

# Where all pairs have the same second outlet, it is named once, above the rows.
one_reference = drawn > 1
least = 0; most = 0; longest = 1; longest_second = 1
widen(x) = known(x) ? (x < least ? least = x : 0, x > most ? most = x : 0, x) : x
columns_of(i) = COLUMNS[i + 1]
do for [d = 1:drawn] {
  k = ORDER[d]
  one_reference = one_reference && SECOND[k] == SECOND[ORDER[1]]
  _ = widen(SHIFT[k]); _ = widen(SHIFT_LOW[k]); _ = widen(SHIFT_HIGH[k])
  longest = columns_of(FIRST[k]) > longest ? columns_of(FIRST[k]) : longest
  longest_second = columns_of(SECOND[k]) > longest_second ? columns_of(SECOND[k]) : longest_second
}
# Two names in a line where they take no more than two fifths of it, or where there are many; else one under the other.
held_name(n, most) = n > most ? most : n
most_in_two = int(0.42 * page_width / (is_text ? text_cell_x : base_size * 0.56)) - 2
two_lines = drawn * (2 * line_height(base_size * 0.86) + 5) < page_tall - (slide ? 250 : 200)
fits_in_one = (longest + longest_second + 3) * (is_text ? text_cell_x : base_size * 0.56) < 0.4 * page_width
stacked = !one_reference && !fits_in_one && (two_lines || is_text)
name_size = is_text || drawn <= (stacked ? 14 : 24) ? base_size : stacked ? base_size * 0.86 : base_size * 0.78
letter = is_text ? text_cell_x : name_size * 0.56
name_most = stacked ? most_in_two : one_reference ? 26 : int((0.42 * page_width / letter - 3) / 2)
if (name_most > 26) { name_most = 26 }
first_wide = held_name(longest, name_most)
second_wide = one_reference ? 0 : held_name(longest_second, name_most)
small = name_size < note_size ? name_size : note_size
sign_wide = is_text ? (stacked ? 2 : 3) * text_cell_x : name_size * (stacked ? 1.1 : 1.4)
widest = first_wide > second_wide + 2 ? first_wide : second_wide + 2
name_cells = stacked ? widest : first_wide + second_wide
names_wide = name_cells * letter + (one_reference ? 0 : sign_wide)
if (names_wide > 0.42 * page_width) { names_wide = 0.42 * page_width }
n_columns = 1
do for [d = 1:drawn] {
  n_text = number(ARTICLES[FIRST[ORDER[d]] + 1]) . (one_reference ? "" : "/" . number(ARTICLES[SECOND[ORDER[d]] + 1]))
  n_columns = strlen(n_text) > n_columns ? strlen(n_text) : n_columns
}
n_wide = n_columns * (is_text ? text_cell_x : small * 0.56)
gap = is_text ? 2 * text_cell_x : column_wide ? 15 : 22
pitch = (stacked ? 2 : 1) * line_height(name_size) + (is_text ? 0 : drawn > 24 ? 3 : 5)
head = (one_reference ? 2 : 1) * line_height(note_size) + (is_text ? 0 : 6)
foot = 3 * line_height(note_size) + (is_text ? 0 : 10)
body = head + drawn * pitch + foot
load HERE . "page.gp"

# The two scales: shifts in steps of 1, 2 or 5, with a margin, and δ from -1 to 1.
if (most == least) { least = -1; most = 1 }
field = page_width - 2 * pad - names_wide - n_wide - 3 * gap
shift_wide = field * 0.58
delta_wide = field - shift_wide
ticks = shift_wide / (is_text ? 10 * text_cell_x : note_size * 5.0)
raw = (most - least) / (ticks < 3 ? 3 : ticks > 8 ? 8 : ticks)
decade = 10.0 ** floor(log10(raw))
step = raw / decade <= 1.4 ? decade : raw / decade <= 3 ? 2 * decade : raw / decade <= 7 ? 5 * decade : 10 * decade
tick_digits = step >= 1 ? 0 : int(ceil(-log10(step) - 1e-9))
tick_form = sprintf("%%.%df", tick_digits)
minus(s) = s[1:1] eq "-" ? "−" . s[2:*] : s
margin = (most - least) * 0.04
least = least - margin; most = most + margin
shift_left = pad + names_wide + n_wide + 2 * gap
delta_left = shift_left + shift_wide + gap
at_shift(v) = shift_left + (v - least) / (most - least) * shift_wide
at_delta(v) = delta_left + (v + 1) / 2.0 * delta_wide
rows_top = top + head
rows_bottom = rows_top + drawn * pitch

# ---- What stands above and below
head_at = down(rows_top - line_height(note_size) / 2 - (is_text ? 0 : 4))
set label "n" at screen across(pad + names_wide + gap + n_wide), head_at right font font(note_size) tc rgb ink_soft
set label "Shift" at screen across(shift_left), head_at left font font(note_size) tc rgb ink_soft
set label (is_text || column_wide ? "δ" : "Cliff's δ") at screen across(delta_left), head_at left \
    font font(note_size) tc rgb ink_soft
if (one_reference) {
  set label "− " . name_in(int(SECOND[ORDER[1]]) + 1, 40, 1) . sprintf(" (n %s)", number(ARTICLES[SECOND[ORDER[1]] + 1])) \
      at screen across(pad), \
      down(rows_top - (is_text ? 1.5 : 1.6) * line_height(note_size)) left font font(note_size) tc rgb ink_soft
}
foot_at = down(rows_bottom + line_height(note_size) / 2 + (is_text ? 0 : 3))
meaning_at = down(rows_bottom + line_height(note_size) * 1.5 + (is_text ? 0 : 5))
do for [s = int(ceil(least / step - 1e-9)):int(floor(most / step + 1e-9))] {
  x = at_shift(s * step)
  set label (s == 0 ? "0" : minus(sprintf(tick_form, s * step))) at screen across(x), foot_at center \
      font font(note_size - 1) tc rgb ink_soft
  if (!is_text) {
    set arrow from screen across(x), down(rows_top) to screen across(x), down(rows_bottom) nohead back \
        lc rgb (s == 0 ? ink_soft : rule) lw (s == 0 ? 1.2 : 0.7)
  }
}
do for [s = -2:2] {
  x = at_delta(s / 2.0)
  if (s % 2 == 0) {
    set label (s < 0 ? "−1" : s > 0 ? "1" : "0") at screen across(x), foot_at center \
        font font(note_size - 1) tc rgb ink_soft
  }
  if (!is_text) {
    set arrow from screen across(x), down(rows_top) to screen across(x), down(rows_bottom) nohead back \
        lc rgb (s == 0 ? ink_soft : rule) lw (s == 0 ? 1.2 : 0.7)
  }
}
below = "◄ " . (one_reference ? "lower" : "second higher")
above = (one_reference ? "higher" : "first higher") . " ►"
set label below at screen across(at_shift(0) - (is_text ? text_cell_x : 6)), meaning_at right \
    font font(note_size - 1) tc rgb ink_soft
set label above at screen across(at_shift(0) + (is_text ? text_cell_x : 6)), meaning_at left \
    font font(note_size - 1) tc rgb ink_soft
axis_text = fit(AXIS, (page_width - 2 * pad) / (is_text ? text_cell_x : note_size * 0.56))
axis_wide = strlen(axis_text) * (is_text ? text_cell_x : note_size * 0.56)
axis_left = shift_left + axis_wide > page_width - pad ? page_width - pad - axis_wide : shift_left
set label axis_text at screen across(axis_left), \
    down(rows_bottom + line_height(note_size) * 2.5 + (is_text ? 0 : 8)) left \
    font font(note_size) tc rgb ink_soft

# ---- Rows
dashes(n) = n < 0.5 ? "" : "─" . dashes(n - 1)
excludes(low, high) = known(low) && known(high) && (low > 0 || high < 0)
do for [d = 1:drawn] {
  k = ORDER[d]
  middle = rows_top + (d - 0.5) * pitch
  line_at = is_text && stacked ? middle - text_cell_y / 2 : middle
  names_at = stacked ? middle - line_height(name_size) / 2 : middle
  if (!is_text && d % 2 == 0) {
    set object rectangle from screen across(pad - 4), down(middle + pitch / 2.0) \
        to screen across(page_width - pad + 4), down(middle - pitch / 2.0) \
        fillcolor rgb (dark ? "#1d2127" : "#f7f7f7") fillstyle solid noborder behind
  }
  if (stacked) {
    room = (names_wide - sign_wide) / letter
    set label name_in(int(FIRST[k]) + 1, room, 1) at screen across(pad), down(names_at) left \
        font font(name_size) tc rgb ink
    set label "−" at screen across(pad), down(names_at + line_height(name_size)) left \
        font font(name_size) tc rgb ink_soft
    set label name_in(int(SECOND[k]) + 1, room, 1) at screen across(pad + sign_wide), \
        down(names_at + line_height(name_size)) \
        left font font(name_size) tc rgb ink
  } else {
    set label name_in(int(FIRST[k]) + 1, first_wide, 1) at screen across(pad), down(middle) left \
        font font(name_size) tc rgb ink
    if (!one_reference) {
      set label "−" at screen across(pad + first_wide * letter + (is_text ? text_cell_x : sign_wide / 2.0)), \
          down(middle) \
          center font font(name_size) tc rgb ink_soft
      set label name_in(int(SECOND[k]) + 1, second_wide, 1) at screen across(pad + first_wide * letter + sign_wide), \
          down(middle) left font font(name_size) tc rgb ink
    }
  }
  n_text = number(ARTICLES[FIRST[k] + 1]) . (one_reference ? "" : "/" . number(ARTICLES[SECOND[k] + 1]))
  set label n_text at screen across(pad + names_wide + gap + n_wide), down(line_at) right \
      font font(small) tc rgb ink_soft
  do for [panel = 1:2] {
    x = panel == 1 ? at_shift(SHIFT[k]) : at_delta(DELTA[k])
    low = panel == 1 ? SHIFT_LOW[k] : DELTA_LOW[k]
    high = panel == 1 ? SHIFT_HIGH[k] : DELTA_HIGH[k]
    from_x = known(low) ? (panel == 1 ? at_shift(low) : at_delta(low)) : x
    to_x = known(high) ? (panel == 1 ? at_shift(high) : at_delta(high)) : x
    zero = panel == 1 ? at_shift(0) : at_delta(0)
    full = excludes(low, high)
    if (is_text) {
      set label "│" at screen across(zero), down(line_at) center
      before = int((x - from_x) / text_cell_x + 0.5)
      after = int((to_x - x) / text_cell_x + 0.5)
      set label dashes(before) . (full ? "●" : "○") . dashes(after) at screen across(x - before * text_cell_x), \
          down(line_at) left
    } else {
      set arrow from screen across(from_x), down(middle) to screen across(to_x), down(middle) \
          nohead front lc rgb accent lw 1.8
      set object circle at screen across(x), down(middle) size screen across(column_wide || drawn > 24 ? 3 : 3.8) \
          front \
          fillcolor rgb (full ? accent : paper) fillstyle solid border lc rgb accent lw 1.6
    }
  }
}
unset tics
unset grid
plot [0:1] [0:1] NaN
unset output
