# Who may not write gets a message and changes nothing; who may read can read.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
mkdir papers/closed; printf 'Not for all.\n' > papers/closed/a.txt; printf 'Nor this.\n' > papers/herald/closed.txt
user=()
if [ "$(id -u)" -eq 0 ]; then
  command -v setpriv > /dev/null || skip "this user may read and write everything, and setpriv is missing"
  user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  "${user[@]}" test -x "$BROADSHEET" && "${user[@]}" test -r "$CASES" || skip "another user cannot reach the program"
  chmod o+rx "$(dirname "$PWD")" .
  "${user[@]}" ls . > /dev/null 2>&1 || skip "another user cannot reach this folder"
fi
chmod 0 papers/closed papers/herald/closed.txt
chmod 444 store.db; chmod 555 .
as_user () {
  "${user[@]}" env TMPDIR=/tmp broadsheet "$@"
}
try as_user report store.db -m ari --whole --format csv
try as_user analyze papers -q -o store.db
try as_user analyze papers -q -o new.db
try as_user merge store.db -o new.db
try as_user report store.db -o out.txt
chmod 755 .
try as_user export problems papers -q --format csv
chmod -R u+rwX .
ls
