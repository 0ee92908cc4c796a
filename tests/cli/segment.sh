# Sentences, words and syllables, as lines and as tables, and where they stand.
. "$CASES/lib.sh"
printf 'The cat sat. "Is it so?" he said.\n\nA naïve man paid $3.5 million.\n' > text.txt
try broadsheet segment text.txt
try broadsheet segment --sentences --offsets text.txt
try broadsheet segment --words --offsets text.txt
try broadsheet segment --syllables text.txt
try broadsheet segment --sentences text.txt --format csv
try broadsheet segment --words text.txt --format jsonl | head -3
try broadsheet segment --syllables text.txt --format tsv | head -3
try broadsheet segment --syllables --offsets < text.txt | tail -2
printf 'Share on Facebook\n\nThe cat sat on the mat, and it was glad.\n' | try broadsheet segment --clean
# offsets are those of the text that is shown
broadsheet segment --words --offsets text.txt | python3 -c '
import sys
text = open("text.txt", "rb").read()
for line in sys.stdin.buffer:
    start, end, word = line.rstrip(b"\n").split(b"\t")
    assert text[int(start):int(end)] == word, line
print("every word stands where it should")'
