# rows.gp: the page of a chart that has an outlet a row: names on the left, two columns of figures on the right, and the
# plot between them. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and read.gp, added its notes, and set row_high, the pixels of a row where
# there is room; row_middle, where in its row a name stands, 0 to 1; has_ticks; FIRST_TITLE and SECOND_TITLE, and the
# arrays FIRST and SECOND, the figures of each outlet as they are printed.
# It loads page.gp and leaves: pitch, the pixels of a row; left and right, between which the plot stands; ticks, how many
# labels an axis has room for; the margins, and a y axis on which outlet i, from 0, stands at i, downwards.

row_head = is_text ? text_cell_y : line_height(note_size) + 7
_tick_high = !has_ticks ? (is_text ? 0 : 4) : is_text ? 2 * text_cell_y : note_size * 1.3 + 8 * em
least_row = slide ? 13.5 : column_wide ? 11 : 12
row_foot = _tick_high + axis_lines * line_height(note_size)
row_frame = row_head + row_foot
load HERE . "frame.gp"

pitch = is_text ? text_cell_y : (body_room - row_frame) / (shown > 0 ? shown : 1)
pitch = is_text || pitch < row_high * em ? pitch : row_high * em
body = row_head + shown * pitch + row_foot
name_lines = !is_text && pitch > 2.05 * line_height(base_size) ? 2 : 1
name_size = pitch > 1.35 * base_size ? base_size : letters(pitch * 0.74)
_size = name_size
name_size = is_text || name_lines == 2 ? name_size : one_line(name_size)
name_room = is_text || name_lines == 2 ? name_width : one_line_room(_size, name_size)
load HERE . "page.gp"

_most_1 = strlen(FIRST_TITLE) * letter(note_size); _most_2 = strlen(SECOND_TITLE) * letter(note_size)
do for [i = 1:shown] {
  _most_1 = strlen(FIRST[i]) * letter(name_size) > _most_1 ? strlen(FIRST[i]) * letter(name_size) : _most_1
  _most_2 = strlen(SECOND[i]) * letter(name_size) > _most_2 ? strlen(SECOND[i]) * letter(name_size) : _most_2
}
_aside = is_text ? 2 * text_cell_x : 14 * em
left = pad + (name_room + (name_room < 12 ? 1.5 : 0)) * letter(name_size) + _aside
_second_end = page_width - pad
_first_end = _second_end - _most_2 - _aside
right = _first_end - _most_1 - _aside
_ticks = floor((right - left) / (is_text ? 7 * text_cell_x : note_size * 3.6))
ticks = _ticks < 2 ? 2 : _ticks > 10 ? 10 : _ticks

set lmargin at screen across(left)
set rmargin at screen across(right)
set tmargin at screen down(top + row_head + (is_text ? pitch / 2 : 0))
set bmargin at screen down(bottom - row_foot + (is_text ? pitch / 2 : 0))
set yrange [is_text ? shown : shown - 0.5 : is_text ? 0 : -0.5]
unset ytics
set label AXIS_LINES at screen across(axis_left(left)), down(bottom - (axis_lines - 0.5) * line_height(note_size)) left \
    font font(note_size) tc rgb ink_soft
set label FIRST_TITLE at screen across(_first_end), down(top + line_height(note_size) / 2) right font font(note_size) tc rgb ink_soft
set label SECOND_TITLE at screen across(_second_end), down(top + line_height(note_size) / 2) right font font(note_size) tc rgb ink_soft
do for [i = 1:shown] {
  _at = top + row_head + (i - 1 + (is_text ? 0.5 : row_middle)) * pitch
  _name = name_in(i, name_room, name_lines)
  set label _name at screen across(pad), down(_at - (lines_of(_name) - 1) * line_height(name_size) / 2) left \
      font font(name_size) tc rgb ink
  set label FIRST[i] at screen across(_first_end), down(_at) right font font(name_size) tc rgb ink
  set label SECOND[i] at screen across(_second_end), down(_at) right font font(name_size) tc rgb ink_soft
}
