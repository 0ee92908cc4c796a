# lib.sh: what the cases share. A case begins with: . "$CASES/lib.sh"
set -u

# Shows a command, what it prints but for how long it took, and its status where that is not 0.
try () {
  local line="$*" status
  printf '$ %s\n' "${line//[[:cntrl:]]/?}"
  "$@" 2>&1 | LC_ALL=C sed -E 's/ words in [0-9.]+ s$/ words in N s/'
  status=${PIPESTATUS[0]}
  [ "$status" -eq 0 ] || printf '[%d]\n' "$status"
}

# Ends the case as skipped.
skip () {
  printf '%s\n' "$*"
  exit 77
}

# Two papers of two articles each, of words of one syllable.
tiny_corpus () {
  mkdir -p papers/gazette/2024 papers/herald
  printf 'The cat sat on the mat. The dog ran.\n' > papers/gazette/2024/cat.txt
  printf 'The sun is up.\n\nThe moon is not.\n' > papers/gazette/2024/sun.txt
  printf 'A man came to town and sold the old red boat that he had made.\n' > papers/herald/boat.txt
  printf 'The king is dead. Long live the king!\n' > papers/herald/king.txt
}

# A record of JSONL, its strings escaped: record outlet id text
record () {
  python3 -c 'import json, sys; print(json.dumps(dict(zip(("outlet", "id", "text"), sys.argv[1:]))))' "$@"
}

# Writes every table but the record of runs into a folder: export_all STORE FOLDER
export_all () {
  local table
  mkdir -p "$2"
  for table in $(broadsheet export --list --format csv | tail -n +2 | cut -d, -f1); do
    [ "$table" = runs ] || broadsheet export "$table" "$1" -o "$2/$table.csv" || echo "$table failed"
  done
}

# The same without the columns that tell where an article came from.
export_numbers () {
  export_all "$1" "$2"
  rm -f "$2/problems.csv"
  python3 - "$2/articles.csv" <<'PYTHON'
import csv
import sys

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file))
kept = [i for i, name in enumerate(rows[0]) if not name.startswith("source_")]
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    csv.writer(file).writerows([row[i] for i in kept] for row in rows)
PYTHON
}

# The commands, as the overview lists them.
commands () {
  broadsheet --help | sed -n '/^A corpus:$/,/^$/s/^  \([a-z]*\) .*/\1/p'
}
