# diverging.gp: colours for numbers on two sides of 0, blue below and orange above, pale between. gnuplot 5.4 or later.
#
# The script that loads it has loaded page.gp. It leaves: shade(t), the colour of t from -1 to 1 (beyond is held);
# on_shade(t), the colour of a letter on it; where scale_title was set, the scale itself at scale_left and scale_top
# (pixels), scale_wide across, two lines of notes and 16 pixels high, with scale_ends[1] to [3] under its left end,
# middle and right end.
# Colour is never the only carrier: whoever loads this writes numbers or signs as well.

_held(t) = t < -1 ? -1 : t > 1 ? 1 : t
_strong(t) = abs(_held(t)) ** 0.85
_between(a, b, t) = int(a + (b - a) * t + 0.5)
_part(t, low, middle, high) = _between(middle, t < 0 ? low : high, _strong(t))
_red(t) = dark ? _part(t, 86, 38, 240) : _part(t, 0, 245, 213)
_green(t) = dark ? _part(t, 180, 44, 160) : _part(t, 100, 245, 94)
_blue(t) = dark ? _part(t, 233, 50, 40) : _part(t, 170, 245, 0)
shade(t) = _red(t) * 65536 + _green(t) * 256 + _blue(t)

# The letter with the greater contrast, by the luminance of the web's guidelines (WCAG 2.2).
_linear(c) = c / 255.0 <= 0.04045 ? c / 255.0 / 12.92 : ((c / 255.0 + 0.055) / 1.055) ** 2.4
_light(t) = 0.2126 * _linear(_red(t)) + 0.7152 * _linear(_green(t)) + 0.0722 * _linear(_blue(t))
on_shade(t) = _light(t) > 0.18 ? "#1a1a1a" : "#ffffff"

if (exists("scale_title") && !is_text) {
  scale_steps = 40
  set label scale_title at screen across(scale_left), down(scale_top + line_height(note_size) / 2) left \
      font font(note_size) tc rgb ink_soft
  _bar = scale_top + line_height(note_size) + 3
  do for [_s = 0:scale_steps - 1] {
    # each to the end of the bar, the next one over it: no seams
    set object rectangle from screen across(scale_left + _s * scale_wide / (scale_steps * 1.0)), down(_bar + 10) \
        to screen across(scale_left + scale_wide), down(_bar) \
        fillcolor rgb shade(2 * (_s + 0.5) / scale_steps - 1) fillstyle solid noborder
  }
  _ends_at = down(_bar + 13 + line_height(note_size) / 2)
  set label scale_ends[1] at screen across(scale_left), _ends_at left font font(note_size - 1) tc rgb ink_soft
  set label scale_ends[2] at screen across(scale_left + scale_wide / 2.0), _ends_at center \
      font font(note_size - 1) tc rgb ink_soft
  set label scale_ends[3] at screen across(scale_left + scale_wide), _ends_at right \
      font font(note_size - 1) tc rgb ink_soft
}
