# panels.gp: the page of a chart that has a panel an outlet, all of one scale: where the panels stand and what is above
# them. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and read.gp, added its notes, and set gutter_letters, how long a label of
# the upright axis is, and the array COUNTS, what stands beside each name ("1,204 articles").
# It loads page.gp, sets the names and the axis's name as labels, and leaves: across_page, how many panels stand side by
# side; wide and high, of a panel, in pixels; left(i) and upper(i), where panel i stands, from 0; ticks_across and
# ticks_up, how many labels the axes have room for; bottom_row(i) and left_column(i), whether a panel bears labels.

across_page = is_text ? (shown < 3 ? shown : 3) : grid_columns(shown)
panel_gap = is_text ? 2 * text_cell_x : column_wide ? 10 : 16 * em
gutter = is_text ? 6 * text_cell_x : gutter_letters * letter(note_size) + 8 * em
wide = (page_width - 2 * pad - gutter - (across_page - 1) * panel_gap) / (across_page > 0 ? across_page : 1)
name_size = letters(wide > 190 * em ? base_size : note_size)
count_size = letters(note_size - 1)
name_fits = wide / letter(name_size * 1.08)
_count = 0
do for [i = 1:(nothing ? 0 : shown)] { _count = strlen(COUNTS[i]) > _count ? strlen(COUNTS[i]) : _count }
count_beside = (longest_name + 2) * letter(name_size * 1.08) + _count * letter(count_size) < wide
name_lines = longest_name > name_fits && !is_text ? 2 : 1
_count_line = is_text || count_beside || _count == 0 ? 0 : line_height(count_size)
_head = name_lines * line_height(name_size) + _count_line + (is_text ? 0 : 6 * em)
# in a terminal the labels below a panel that has none beneath it need a line of their own
_ragged = across_page > 0 ? shown > across_page && shown % across_page > 0 : 0
_between = is_text ? (_ragged ? 2 : 1) * text_cell_y : 12 * em
_foot = is_text ? 2 * text_cell_y : note_size * 1.3 + 8 * em + axis_lines * line_height(note_size)
least_row = _head + _between + (slide ? 50 : column_wide ? 26 : 40)
row_frame = _foot
load HERE . "frame.gp"

_rows = ceil(shown / (across_page > 0 ? across_page * 1.0 : 1.0))
high = is_text ? 10 * text_cell_y : (body_room - _foot) / (_rows > 0 ? _rows : 1) - _head - _between
if (!is_text) {
  high = high > wide * 0.66 ? wide * 0.66 : high
  high = high > 320 * em ? 320 * em : high
}
body = _rows * (_head + high + _between) + _foot
load HERE . "page.gp"

left(i) = pad + gutter + (i % across_page) * (wide + panel_gap)
upper(i) = top + (i / across_page) * (_head + high + _between) + _head
bottom_row(i) = i + across_page >= shown
left_column(i) = i % across_page == 0
_most(n, least, most) = n < least ? least : n > most ? most : n
ticks_across = _most(floor(wide / (is_text ? 6 * text_cell_x : note_size * 3.4)), 2, 10)
ticks_up = _most(floor(high / (is_text ? 2 * text_cell_y : note_size * 2)), 2, 6)
if (!is_text) { set ytics offset 0.3, 0 }

set label AXIS_LINES at screen across(axis_left(pad + gutter)), down(bottom - (axis_lines - 0.5) * line_height(note_size)) left \
    font font(note_size) tc rgb ink_soft
do for [i = 0:shown - 1] {
  _name = name_in(i + 1, name_fits, name_lines)
  _at = upper(i) - _head + (name_lines - lines_of(_name) + 0.5) * line_height(name_size)
  set label _name at screen across(left(i)), down(_at) left font bold(name_size) tc rgb ink
  if (!is_text && count_beside) {
    set label COUNTS[i + 1] at screen across(left(i) + wide), down(upper(i) - _head + (name_lines - 0.5) * line_height(name_size)) \
        right font font(count_size) tc rgb ink_soft
  }
  if (!is_text && !count_beside) {
    set label COUNTS[i + 1] at screen across(left(i)), down(upper(i) - _count_line / 2 - 5 * em) left font font(count_size) \
        tc rgb ink_soft
  }
}
