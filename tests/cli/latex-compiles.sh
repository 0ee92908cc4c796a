# pdflatex takes tables and pages of hostile names, wide, long and empty ones, and runs nothing of them.
. "$CASES/lib.sh"
command -v pdflatex > /dev/null || skip pdflatex is not here
record '\input{/etc/passwd} & $a_b^c$ #1 %% ~ <b>|x| "q" `bq` '"''" '[a]' 'The king is dead. Long live the king!' > corpus.jsonl
record '{[unbalanced' '*' 'The king is dead. Long live the king!' >> corpus.jsonl
record '\\[3cm] \write18{touch PWNED} é' '^^41^^M' 'The king is dead. Long live the king! One more.' >> corpus.jsonl
for n in $(seq 45); do record 'caf'$'\u0065\u0301'' “x” … €' "$n -- ,, << ?\` * \\end{longtable}" "Rain number $n fell."; done >> corpus.jsonl
broadsheet analyze corpus.jsonl -q --any-length -o store.db
printf "It rains in 100 %% & more_.\n" > text.txt
n=0
while read -r command; do
  n=$((n + 1))
  broadsheet $command --format latex > table$n.tex || echo "$command: $?"
  {
    printf '\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{array,booktabs,longtable}\n'
    printf '\\begin{document}\n\\input{table%d}\n\\end{document}\n' $n
  } > paper$n.tex
  HOME=$PWD pdflatex -interaction=nonstopmode -halt-on-error -draftmode paper$n.tex > log 2>&1 || { echo "$command"; grep -A 3 '^!' log; }
done <<'COMMANDS'
report store.db
report store.db --articles
report store.db --articles -m ari --outlet-only {[unbalanced
compare -q store.db -m ari --least 2
keyness store.db
words store.db -n 3
measures
explain fog
score text.txt
COMMANDS
echo "$n papers"
