# Every command explains itself: help by both ways, its line of the overview, each option once, no line too long.
. "$CASES/lib.sh"
[ "$(commands | wc -l)" -ge 10 ] || echo "the overview lists too few commands"
for command in $(commands); do
  broadsheet "$command" --help > long 2> errors || echo "$command --help: $?"
  broadsheet "$command" -h > short || echo "$command -h: $?"
  broadsheet help "$command" > other || echo "help $command: $?"
  cmp long short; cmp long other
  [ ! -s errors ] || cat errors
  grep -q "^  broadsheet $command \[OPTION…\]" long || echo "$command: no usage line"
  grep -q "^Examples\{0,1\}:$" long || echo "$command: no example"
  grep -q "^  broadsheet $command\|| broadsheet $command" long || echo "$command: its example shows another command"
  sed -n '/^Options:$/,$p' long | sed -n 's/^  \(-[a-zA-Z], \)\{0,1\}\(--[a-z-]*\).*/\2/p' | sort | uniq -d | sed "s/^/$command has twice: /"
  sed -n '/^Options:$/,$p' long | grep -o '^  -[a-zA-Z]' | sort | uniq -d | sed "s/^/$command has twice: /"
  sed -n '/^Options:$/,$p' long | grep '^ ' | grep -v '^  \(-[a-zA-Z], \)\{0,1\}--[a-z-]*\(=[A-Z]*\)\{0,1\} *[A-Z]' | sed "s/^/$command: /"
  python3 -c 'import sys
for line in open("long", encoding="utf-8"):
    if len(line) > 101:
        print(sys.argv[1] + ": too long:", line, end="")' "$command"
  echo "$command: $(sed -n "s/^  $command  *//p" <(broadsheet --help))"
done
# every option of an example exists
for command in $(commands); do
  broadsheet "$command" --help > long
  sed -n '/^Examples\{0,1\}:$/,/^Options:$/p' long | grep "broadsheet $command" | grep -o -e ' --[a-z-]*' | sort -u | while read -r option; do
    sed -n '/^Options:$/,$p' long | grep -q -e "$option\b" || echo "$command: its example has an unknown option $option"
  done
done
