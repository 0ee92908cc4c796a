# A file that may not grow (ulimit -f) is told like a full disk, and the same command goes on when it may.
. "$CASES/lib.sh"
mkdir papers
for n in 1 2 3; do echo "The cat sat on the mat. The dog ran to the town $n." > papers/$n.txt; done
limited () { sh -c 'ulimit -f "$0"; exec "$@"' "$@" 2>&1; echo "[$?]"; }
limited 16 broadsheet analyze papers -q -o store.db | sed 's/: File too large$/: disk I\/O error/'
ls store.db* 2> /dev/null
limited 40 broadsheet analyze papers -q -o store.db | sed 's/: File too large$/: disk I\/O error/' # a newer SQLite says what
broadsheet analyze papers -q -o store.db; echo "[$?]"
limited 1 broadsheet report store.db --html page.html
limited 1 broadsheet words store.db -n 0 --format csv -o words.csv
ls
