# Every command refuses an option that it does not know, and says where help is.
. "$CASES/lib.sh"
for command in $(commands); do
  try broadsheet "$command" --no-such-option
done
try broadsheet score --format
try broadsheet words x --number many
try broadsheet score $'--\033[31mred'
