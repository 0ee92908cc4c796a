# A command that does not exist is named, and the nearest one with it.
. "$CASES/lib.sh"
try broadsheet analyse
try broadsheet expl
try broadsheet reprot x
try broadsheet x
try broadsheet ''
try broadsheet --nothing
try broadsheet help nothing
try broadsheet $'\033[31m$(touch PWNED)\n'
try broadsheet "$(printf '\xff')"
