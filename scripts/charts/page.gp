# page.gp: opens the output and sets what stands around the plots: title, subtitle, notes. gnuplot 5.4 or later.
#
# The script that loads it has loaded theme.gp and read.gp, and frame.gp if it wants to know how much room there is, and
# set body: the height in pixels of what it will draw.
# It leaves: across(px) and down(px), which turn pixels from the page's left and top edge into screen coordinates (in
# a terminal, where a screen ends at the middle of its last line of characters, the middle of a line is met exactly);
# top and bottom, the pixels between which the plots belong; font(size) and bold(size); dot(ps), a point's size.
# The terminal follows from the output's ending, here and nowhere else.

if (!exists("framed")) { load HERE . "frame.gp" }
if (nothing) { body = is_text ? 3 * text_cell_y : 120 }
bottom = top + body
_notes_top = bottom + (NOTES eq "" ? 0 : _gap(8))
page_height = bottom + _notes_high + pad * 0.8
across(px) = px / (page_width * 1.0)
down(px) = is_text ? 1 - (px / text_cell_y - 0.5) / (page_height / text_cell_y - 1.0) : 1 - px / (page_height * 1.0)

if (is_text) { set terminal dumb noenhanced size text_columns, int(page_height / text_cell_y + 0.5) }
if (ending eq ".svg") {
  font_family = svg_family
  set terminal svg noenhanced size page_width, page_height font sprintf("%s,%g", font_family, base_size) \
      linewidth stroke background paper
}
if (ending eq ".png") {
  set terminal pngcairo noenhanced size page_width * png_scale, page_height * png_scale fontscale png_scale * 0.75 \
      linewidth png_scale * stroke pointscale png_scale * stroke font sprintf("%s,%g", font_family, base_size) background paper
}
if (ending eq ".pdf") {
  set terminal pdfcairo noenhanced size pdf_inches, pdf_inches * page_height / page_width \
      font sprintf("%s,%g", font_family, base_size) fontscale pdf_inches * 54.0 / page_width \
      linewidth stroke pointscale stroke background paper
}
if (OUT ne "-") { set output OUT }
dot(ps) = ending eq ".svg" ? ps * stroke : ps # a terminal for SVG does not take one for all
font(size) = sprintf("%s,%g", font_family, size)
# An SVG's family is written into an attribute as it is, ":Bold" and all: so the weight's attribute goes along with it.
bold(size) = sprintf(ending eq ".svg" ? '%s" font-weight="bold,%g' : "%s:Bold,%g", font_family, size)

set label 1001 _title at screen across(pad), down(_title_top + line_height(title_size) / 2) left \
    font bold(title_size) textcolor rgb ink
set label 1002 _lead at screen across(pad), down(_lead_top + line_height(lead_size) / 2) left \
    font font(lead_size) textcolor rgb ink_soft
set label 1003 _notes at screen across(pad), down(_notes_top + line_height(note_size) / 2) left \
    font font(note_size) textcolor rgb ink_soft

unset key
set border 0
tic_font = font(note_size)
set tics nomirror scale 0 textcolor rgb ink_soft font tic_font
set xtics offset 0, (is_text ? 0 : 0.3)
set format "%g"
if (!is_text) { set grid xtics lt 1 lc rgb rule lw 0.7 }
set style fill solid 1 noborder
if (nothing) {
  set label "No data" at screen 0.5, down(top + body / 2) center font font(lead_size) textcolor rgb ink_soft
  unset tics
  unset grid
  plot [0:1] [0:1] NaN
  unset output
  exit gnuplot
}
