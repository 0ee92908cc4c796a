# A gnuplot that is missing, old, unknown, breaks off, or warns: a message, status 4, and no file.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q --any-length -o store.db
here=$(command -v broadsheet)
mkdir bin
for tool in bash sh rm; do ln -s "$(command -v $tool)" bin/; done
draw () { PATH=$PWD/bin "$here" plot zipf store.db -o out/chart.svg 2>&1 | sed "s|$PWD|HERE|"; echo "[${PIPESTATUS[0]}] $(ls out)"; }
fake () { printf '#!/bin/sh\nif [ "$1" = --version ]; then echo "%s"; exit; fi\n%s\n' "$1" "$2" > bin/gnuplot; chmod +x bin/gnuplot; }
mkdir out
draw
fake 'gnuplot 4.6 patchlevel 6' 'echo x > chart.svg'; draw
fake 'gnuplot 5.2 patchlevel 8' 'echo x > chart.svg'; draw
fake 'something else' 'echo x > chart.svg'; draw
fake 'gnuplot 5.4 patchlevel 4' 'echo "<svg" > chart.svg; exit 1'; draw
fake 'gnuplot 5.4 patchlevel 4' 'echo "<svg" > chart.svg; kill -9 $$'; draw
fake 'gnuplot 5.4 patchlevel 4' 'echo "<svg/>" > chart.svg; echo "warning: no points" >&2'; draw
fake 'gnuplot 5.4 patchlevel 4' ': > chart.svg'; draw
fake 'gnuplot 5.4 patchlevel 4' 'echo "<svg><path d=" > chart.svg'; draw | sed "s/files, .*/files, …/"
fake 'gnuplot 6.0 patchlevel 0' 'echo "<svg></svg>" > chart.svg'; draw
