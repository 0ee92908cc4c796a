# theme.gp: how every chart looks. Change it here and all of them change. gnuplot 5.4 or later.
#
# Each value is a default: what is already set stands, so one run can differ without touching a file:
#   gnuplot -d -e "page_width = 1200; mode = 'dark'" -c measure.gp table.tsv chart.png
# Lengths are pixels of a page that is page_width wide; a PNG has png_scale pixels for each of them, a PDF is
# pdf_inches wide. In a terminal (dumb) one character is text_cell_x by text_cell_y of them.

if (!exists("size"))         size = "page"          # or "slide", or "column": how large letters are beside the page
if (!exists("mode"))         mode = "light"         # or "dark"
slide = (size eq "slide"); column_wide = (size eq "column")
if (!exists("page_width"))   page_width = slide ? 1280 : column_wide ? 420 : 800
if (!exists("page_tall"))    page_tall = slide ? 720 : column_wide ? 900 : 1100 # rows shrink before a chart of rows grows taller
if (!exists("most_outlets")) most_outlets = 40      # further ones are left out, and the caption says so
if (!exists("name_columns")) name_columns = column_wide ? 16 : 26 # a longer name takes a second line, and is cut after that
if (!exists("png_scale"))    png_scale = slide ? 1.5 : column_wide ? 2.5 : 2
if (!exists("pdf_inches"))   pdf_inches = slide ? 13.33 : column_wide ? 3.5 : 7.2
if (!exists("text_columns")) text_columns = 100
if (!exists("font_family"))  font_family = "Liberation Sans"
if (!exists("svg_family"))   svg_family = "sans-serif"

title_size = slide ? 30 : column_wide ? 14 : 20
lead_size = slide ? 20 : column_wide ? 11 : 15
base_size = slide ? 19 : column_wide ? 11 : 14
note_size = slide ? 15 : column_wide ? 9.5 : 12
least_size = slide ? 13 : column_wide ? 8.5 : 9     # no letter is smaller
stroke = slide ? 1.4 : column_wide ? 0.9 : 1         # how much heavier lines and points are
letters(size) = size < least_size ? least_size : size
em = base_size / 14.0                               # lengths beside letters: what is 1 on a page
pad = slide ? 28 : column_wide ? 12 : 20
text_cell_x = 8
text_cell_y = 18
line_height(size) = is_text ? text_cell_y : size * (ending eq ".svg" ? 1.5 : 1.3) # as each terminal has it

dark = (mode eq "dark")
paper    = dark ? "#16191d" : "#ffffff"
ink      = dark ? "#f0f0f0" : "#1a1a1a"
ink_soft = dark ? "#a9b0b8" : "#666666"
rule     = dark ? "#3a4047" : "#dddddd"
accent      = dark ? "#56b4e9" : "#0072b2"
accent_pale = dark ? "#274b62" : "#b3d5ea"
faint       = dark ? "#4a525a" : "#c9c9c9"
see_through = dark ? 0xa056b4e9 : 0xa00072b2        # the accent, for points that lie on one another

# Okabe and Ito's colours, told apart by every common colour vision, each with a point shape of its own so that they
# survive a black and white printer. Seven and no more: beyond that a chart has one colour and names what it shows.
set linetype 1 lc rgb "#0072b2" pt 7  ps 0.7 lw 1.5
set linetype 2 lc rgb "#d55e00" pt 5  ps 0.65 lw 1.5
set linetype 3 lc rgb "#009e73" pt 9  ps 0.8 lw 1.5
set linetype 4 lc rgb "#cc79a7" pt 13 ps 0.9 lw 1.5
set linetype 5 lc rgb "#e69f00" pt 11 ps 0.8 lw 1.5
set linetype 6 lc rgb "#56b4e9" pt 6  ps 0.7 lw 1.5
set linetype 7 lc rgb (dark ? "#f0f0f0" : "#000000") pt 4 ps 0.65 lw 1.5

# Charts of panels, one an outlet: how many stand side by side.
_page_grid(n) = n < 3 ? n : n < 5 ? 2 : n < 10 ? 3 : n < 21 ? 4 : 5
_slide_grid(n) = n < 4 ? n : n == 4 ? 2 : n < 7 ? 3 : n < 13 ? 4 : n < 21 ? 5 : n < 31 ? 6 : 8
_column_grid(n) = n < 2 ? n : n < 7 ? 2 : n < 16 ? 3 : 4
grid_columns(n) = slide ? _slide_grid(n) : column_wide ? _column_grid(n) : _page_grid(n)

# nice_step(span, n): a step of 1, 2 or 5 times a power of ten that parts span into at most n.
_nice(x, p) = x <= p * 1.0001 ? p : x <= 2.0002 * p ? 2 * p : x <= 5.0005 * p ? 5 * p : 10 * p
nice_step(span, n) = span > 0 ? _nice(span / n, 10.0 ** floor(log10(span / n))) : 1.0
# tick_step(from, to, n): such a step that at least two ticks stand between from and to.
_ticked(a, b, s) = floor(b / s) - ceil(a / s) >= 1 ? s : _ticked(a, b, s / 2)
tick_step(a, b, n) = b > a ? _ticked(a, b, nice_step(b - a, n)) : 1.0
# value_form(span, largest): the format of values, for a range of them and the largest, so that they can be told apart.
value_form(span, largest) = largest >= 1e6 || (largest > 0 && largest < 0.01) || (span > 0 && span < 0.01) ? "%.4g" \
    : span >= 1000 ? "%.0f" : span >= 10 ? "%.1f" : span >= 1 ? "%.2f" : "%.3f"
