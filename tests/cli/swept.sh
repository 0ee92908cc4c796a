# Whatever ends a command, its temporary files go: beside the output and in the folder for them, which only its user reads.
. "$CASES/lib.sh"
tiny_corpus
broadsheet analyze papers -q -o store.db
# a program in gnuplot's place that waits, so that there is something to end
mkdir bin
printf '#!/bin/sh\n[ "$1" = --version ] && { echo gnuplot 5.4; exit; }\nls -ld "$PWD" | cut -c1-10 > "$HOME/mode"\necho $$ > "$HOME/pid"\nexec sleep 30\n' > bin/gnuplot
chmod +x bin/gnuplot
for signal in INT TERM HUP; do
  rm -f pid
  python3 - "$signal" <<'PYTHON'
import os
import signal
import subprocess
import sys
import time

end = getattr(signal, "SIG" + sys.argv[1])
program = subprocess.Popen(["broadsheet", "plot", "measure", "store.db", "-o", "chart.svg"], stderr=subprocess.DEVNULL,
                           preexec_fn=lambda: signal.signal(end, signal.SIG_DFL), # nohup has HUP ignored
                           env={**os.environ, "PATH": os.getcwd() + "/bin:" + os.environ["PATH"]})
for _ in range(600):
    if os.path.exists("pid") and os.path.getsize("pid"):
        break
    time.sleep(0.05)
drawing = int(open("pid").read())
program.send_signal(end)
print(sys.argv[1], program.wait(timeout=20) == -end)
for _ in range(100):
    try:
        os.kill(drawing, 0)
        with open(f"/proc/{drawing}/stat") as file:
            if file.read().split(") ")[1][0] == "Z":
                break
    except (ProcessLookupError, FileNotFoundError):
        break
    time.sleep(0.05)
else:
    print("what draws runs on")
PYTHON
  cat mode
  ls -A "$TMPDIR"
done
# an output in the middle of its writing
for n in $(seq 60); do
  cp papers/herald/king.txt papers/herald/king$n.txt
done
broadsheet analyze papers -q -o large.db
python3 - <<'PYTHON'
import glob
import signal
import subprocess
import time

met = 0
for wait in [0.002 * n for n in range(40)]:
    program = subprocess.Popen(["broadsheet", "export", "articles", "large.db", "-o", "articles.csv"])
    time.sleep(wait)
    program.send_signal(signal.SIGTERM)
    program.wait()
    met += program.returncode == -signal.SIGTERM
    assert not glob.glob("articles.csv.*"), glob.glob("articles.csv.*")
print("ended in the middle", met > 0)
PYTHON
# a reader that goes away
broadsheet report papers -q | head -1 > /dev/null
ls -A "$TMPDIR"
ls -A | grep -v -e papers -e store.db -e large.db -e articles.csv
