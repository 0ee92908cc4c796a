# A disk that is full half way: a message, and neither a file nor half of one, nor anything for a time.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
unshare --mount --map-root-user true 2> /dev/null || unshare --mount true 2> /dev/null || skip this user may mount nothing
root=; unshare --mount true 2> /dev/null || root=--map-root-user
python3 "$CASES/plot-stores.py"
broadsheet analyze -q two-outlets.jsonl -o store.db
rm -f *.jsonl
charts=$(broadsheet plot --list | sed -n '3,$s/^\([a-z][a-z-]*\) .*/\1/p')
number=$(echo "$charts" | wc -l)
export charts
mkdir small
cat > full.sh <<'SCRIPT'
# full.sh WHICH SIZE: the charts' place, or the folder for temporary files, has room for so much: at 28 kB for the table,
# and not for a picture of 1800 pixels
mount -t tmpfs -o size=$2 none small || exit 77
[ "$1" = place ] || export TMPDIR=$PWD/small
for chart in $charts; do
  if [ "$1" = place ]; then out=small/x.svg; else out=x.png; fi
  broadsheet plot $chart store.db --word harbour -o $out > said 2>&1
  echo "[$?] $(sed -E 's/broadsheet-(chart-)?[A-Za-z0-9]{6}/broadsheet-XXXXXX/g; s/[.][A-Z0-9]{6}”/.XXXXXX”/; s,^(.*)'"$PWD"',\1.,' said)"
  ls -A small x.* 2> /dev/null | grep -v -e '^small:$' -e '^$'
done
SCRIPT
for which in "place 4k" "temporary 4k" "temporary 28k"; do
  echo "== $which"
  unshare $root --mount bash full.sh $which | sort | uniq -c | sed -E "s/^ *$number /every /; s/^ *([0-9]+) \\[/\\1 of them [/"
done
ls -A
