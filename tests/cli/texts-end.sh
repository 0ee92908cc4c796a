# Who reads texts in several threads ends when its reader does or when nothing more can be written, and holds no more than
# a few of them, however slowly they are taken.
. "$CASES/lib.sh"
many=("$SAMPLE" "$SAMPLE" "$SAMPLE" "$SAMPLE" "$SAMPLE")
for words in 'score -f csv' 'score' 'clean' 'clean -f jsonl' 'clean --explain' 'segment --words' 'segment -x -f csv' sentences; do
  printf '== %s\n' "$words"
  timeout 60 broadsheet $words "${many[@]}" -j 4 2> /dev/null | head -c 1 > /dev/null
  echo "status ${PIPESTATUS[0]}"
  timeout 60 broadsheet $words "${many[@]}" -j 4 2>&1 > /dev/full | tail -n 1
done
for i in 1 2 3; do cat "$SAMPLE"/*/*.txt; done > one.txt
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do cat one.txt; done > text.txt
python3 - <<'PYTHON'
import os
import subprocess
import time


def megabytes(copies):
    child = subprocess.Popen(["broadsheet", "segment", "-x", "-w", "-f", "csv", "-j", "4"] + ["text.txt"] * copies,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    time.sleep(1.5)
    while child.stdout.read(1 << 20):
        pass
    return os.wait4(child.pid, 0)[2].ru_maxrss / 1024


most = megabytes(16) # each makes some 45 megabytes of rows
checked = {"ASAN_OPTIONS", "TSAN_OPTIONS"} & set(os.environ) # those keep what is freed
print("sixteen texts wait one by one" if most < 320 or checked else f"{most:.0f} MB")
PYTHON
