# Empty, binary and broken texts are named; the others are read.
. "$CASES/lib.sh"
mkdir -p corpus/paper
cd corpus/paper
printf 'The cat sat.\n' > good.txt
: > empty.txt
printf ' \n\t\n' > blank.txt
printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0\1\0\0\0\0\0\0' > binary.txt
printf 'A caf\xe9 with \xff\xfe broken \xe2\x82 bytes and \xc0\xaf more, na\xc3\xafve as it is.\n' > broken.txt
printf 'A\0B\0C\0 in the text\n' > nuls.txt
printf '\xff\xfeT\0h\0e\0 \0c\0a\0t\0 \0s\0a\0t\0.\0\n\0' > utf16.txt
printf '\xef\xbb\xbfThe cat sat.\r\n' > mark.txt
printf 'x' > picture.png
ln -s nowhere.txt dangling.txt
ln -s / root
ln -s . loop
mkfifo pipe.txt
cd ../..
printf 'beside\n' > corpus/beside.txt
try timeout 20 broadsheet analyze corpus -q -o store.db
broadsheet export problems store.db
broadsheet export articles store.db | cut -d, -f2 | tail -n +2
