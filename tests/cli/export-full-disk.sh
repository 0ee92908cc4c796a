# A list that is longer than memory is sorted in temporary files: where there is no room for them, that is said, and nothing
# is left; where there is, memory does not grow with the list.
. "$CASES/lib.sh"
unshare --mount --map-root-user true 2> /dev/null || unshare --mount true 2> /dev/null || skip this user may mount nothing
root=; unshare --mount true 2> /dev/null || root=--map-root-user
python3 - > papers.jsonl <<'PYTHON'
import json
import random

draw = random.Random(1)
words = ["".join(draw.choices("abcdefghiklmnoprstuvw", k=9)) for _ in range(30000)]
for i in range(1200):
    print(json.dumps({"outlet": f"paper {i}", "id": "1", "text": " ".join(draw.sample(words, 600)) + "."}))
PYTHON
broadsheet analyze papers.jsonl --as-is -q -o store.db
rm papers.jsonl
mkdir small
cat > full.sh <<'SCRIPT'
mount -t tmpfs -o size=256k none small || exit 77
TMPDIR=$PWD/small broadsheet export vocabulary store.db -o list.csv 2>&1 | sed "s:$PWD/::"
ls small list.csv 2>&1 | grep -v '^small:$'
SCRIPT
unshare --mount $root sh full.sh
broadsheet export vocabulary store.db -o list.csv
wc -l < list.csv
python3 - <<'PYTHON'
import os
import subprocess


def megabytes(table):
    child = subprocess.Popen(["broadsheet", "export", table, "store.db", "-o", "list.csv"])
    return os.wait4(child.pid, 0)[2].ru_maxrss / 1024


more = megabytes("vocabulary") - megabytes("outlets")
checked = {"ASAN_OPTIONS", "TSAN_OPTIONS"} & set(os.environ) # those keep what is freed
print("in little memory" if more < 40 or checked else f"in {more:.0f} MB more")
PYTHON
