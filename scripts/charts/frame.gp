# frame.gp: how much room a page's title, subtitle and notes take, and what they leave for the plots. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and read.gp and added its notes. It may set, to have outlets left out where
# they do not fit: least_row, the pixels that an outlet needs at least, or a row of across_page outlets where it draws
# panels; and row_frame, the pixels of the body that are not rows.
# It leaves: shown, perhaps fewer, and body_room, the pixels that a body may be high. page.gp loads it for a script that
# does not.

framed = 1
if (!exists("least_row")) { least_row = 0 }
if (!exists("row_frame")) { row_frame = 0 }
_abreast = exists("across_page") ? (across_page > 0 ? across_page : 1) : 1
_gap(px) = is_text ? text_cell_y : px

_given = NOTES
set encoding iso_8859_1
_title_wide = wide_in(TITLE)
_lead_wide = wide_in(LEAD)
set encoding utf8
_folded(s, n, wide) = fold(s, int(n * (strlen(s) + 1) / (strlen(s) + 1 + wide)), 4)
_title = _folded(TITLE, _fits(title_size * 1.06), _title_wide)
_lead = _folded(LEAD, _fits(lead_size), _lead_wide)
_title_top = pad * 0.8
_lead_top = _title_top + (TITLE eq "" ? 0 : lines_of(_title) * line_height(title_size) + (is_text ? 0 : 3))
top = _lead_top + (LEAD eq "" ? 0 : lines_of(_lead) * line_height(lead_size)) + _gap(12)

# Once to see how many outlets fit; again if some do not, with the note that says so.
do for [_pass = 1:2] {
  NOTES = _given
  if (shown < LINES[1]) {
    NOTES = with_note(sprintf("Drawn are the first %d of the table's %d %ss.", shown, LINES[1], row_word))
  }
  _notes = ""
  _apart = slide ? " " : "\n" # a slide is wide: there notes follow one another
  _rest = NOTES
  do for [_i = 1:(NOTES eq "" ? 0 : lines_of(NOTES))] {
    _stop = strstrt(_rest, "\n") > 0 ? strstrt(_rest, "\n") : strlen(_rest) + 1
    _notes = _notes . (_i > 1 ? _apart : "") . (slide ? _rest[1:_stop - 1] : fold(_rest[1:_stop - 1], _fits(note_size), 12))
    _rest = _rest[_stop + 1:*]
  }
  if (slide) { _notes = fold(_notes, _fits(note_size), 12) }
  _notes_high = NOTES eq "" ? 0 : _gap(8) + lines_of(_notes) * line_height(note_size)
  body_room = page_tall - top - _notes_high - pad * 0.8
  _most = is_text || least_row <= 0 ? shown : floor((body_room - row_frame) / least_row) * _abreast
  if (_most < 1) { _most = 1 }
  if (shown > _most) { shown = int(_most) }
}
