# No file that is opened takes the place of a standard stream that is closed.
. "$CASES/lib.sh"
tiny_corpus
for command in score clean words "analyze -o none.db"; do
  try broadsheet $command - <&-
done
try broadsheet analyze papers - -o store.db <&-
broadsheet analyze papers -q --any-length -o quiet.db <&- >&- 2>&- || echo "[$?]"
broadsheet words quiet.db -n 1 >&- || echo "[$?]"
broadsheet words quiet.db -n 1 -o /dev/stdout >&- || echo "[$?]"
broadsheet words quiet.db -n 1 2>&- | head -2
# which files a run holds that waits for its corpus
mkfifo pipe
broadsheet analyze - -q -o waits.db < pipe >&- 2>&- &
exec 9> pipe
until [ -e waits.db ]; do sleep .05; done
for fd in 1 2; do echo "$fd: $(readlink /proc/$!/fd/$fd)"; done
exec 9>&-
wait $!; echo "[$?]"
