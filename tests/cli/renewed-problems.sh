# What was said of an article goes when it is analyzed anew, and what is said of it now stands alone, as in a new store.
. "$CASES/lib.sh"
mkdir -p papers/b
printf 'Le caf\xe9 est ferm\xe9. \x93Oui\x94 said the owner, and he went home at last in the rain.\n' > papers/b/0.txt
printf 'The caf\xe9 was shut. \x93Yes\x94 said the owner, and he went home at last in the rain.\n' > papers/b/1.txt
printf 'The caf\xe9 was open. \x93No\x94 said the owner, and he stayed there in the rain.\n' > papers/b/2.txt
broadsheet analyze papers -q -o store.db
try broadsheet export problems store.db
# in other bytes; with a word that is too long, which is said in their place; in UTF-8
python3 - <<'PYTHON'
import pathlib

russian = "Привет мир, сегодня хорошая погода и все идут домой по улице.\n" * 3
pathlib.Path("papers/b/0.txt").write_bytes(russian.encode("cp1251"))
word = "w" * 3000
pathlib.Path("papers/b/1.txt").write_bytes(f"The café was shut. {word} said the owner, and went home.\n".encode("cp1252"))
pathlib.Path("papers/b/2.txt").write_text("The café was open. No, said the owner, and he stayed there.\n", "utf-8")
PYTHON
broadsheet analyze papers -q -o store.db
try broadsheet export problems store.db
broadsheet analyze papers -q -o fresh.db
export_all store.db stepped; export_all fresh.db whole
cmp stepped/problems.csv whole/problems.csv
# and stays where the article is what it was
broadsheet analyze papers -q -o store.db
broadsheet export problems store.db | cmp - whole/problems.csv
