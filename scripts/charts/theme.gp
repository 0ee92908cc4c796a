# theme.gp: how every chart looks. Change it here and all of them change. gnuplot 5.4 or later.
#
# Each value is a default: what is already set stands, so one run can differ without touching a file:
#   gnuplot -d -e "page_width = 1200; mode = 'dark'" -c measure.gp table.tsv chart.png
# Lengths are pixels of a page that is page_width wide; a PNG has png_scale pixels for each of them, a PDF is
# pdf_inches wide. In a terminal (dumb) one character is text_cell_x by text_cell_y of them.

if (!exists("page_width"))   page_width = 800
if (!exists("page_tall"))    page_tall = 1100       # rows shrink before a chart of rows grows taller than this
if (!exists("most_outlets")) most_outlets = 40      # further ones are left out, and the caption says so
if (!exists("name_columns")) name_columns = 26      # a longer name takes a second line, and is cut after that
if (!exists("mode"))         mode = "light"
if (!exists("png_scale"))    png_scale = 2
if (!exists("pdf_inches"))   pdf_inches = 7.2
if (!exists("text_columns")) text_columns = 100
if (!exists("font_family"))  font_family = "Liberation Sans"
if (!exists("svg_family"))   svg_family = "sans-serif"

title_size = 20
lead_size = 15
base_size = 14
note_size = 12
pad = 20
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
grid_columns(n) = n < 3 ? n : n < 5 ? 2 : n < 10 ? 3 : n < 21 ? 4 : 5
