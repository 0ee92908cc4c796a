# Languages of the system, which write numbers and order letters in other ways, change no byte.
. "$CASES/lib.sh"
command -v localedef > /dev/null || skip "localedef is missing"
export LOCPATH="$PWD/locales"
mkdir locales
for name in de_DE tr_TR; do
  localedef -i $name -f UTF-8 "locales/$name.UTF-8" 2> errors || skip "localedef cannot make $name: $(head -1 errors)"
done
[ "$(LC_ALL=de_DE.UTF-8 bash -c 'printf "%.1f" 1,5' 2>&1)" = 1,5 ] || skip "the locale that was made does not work"
tiny_corpus
mkdir -p "papers/İstanbul Iğdır" "papers/Öl"
printf 'ISPARTA and IĞDIR are in the title. I like it, said İnci in ISTANBUL.\n' > "papers/İstanbul Iğdır/ı.txt"
printf 'Ärger über 1,5 Liter Öl. It cost 1,234.5 dollars.\n' > papers/Öl/ä.txt
for locale in C de_DE.UTF-8 tr_TR.UTF-8; do
  export LC_ALL=$locale
  mkdir $locale; cd $locale; ln -s ../papers papers
  broadsheet analyze papers/ -q --any-length -o store.db || echo "$locale: $?"
  export_all store.db tables
  for command in "report store.db" "report store.db --format csv" "words store.db" "measures" "score papers/Öl/ä.txt" \
      "score papers/Öl/ä.txt --format json" "explain ari words=100 sentences=7 letters=450" "segment --words papers/Öl/ä.txt" \
      "nothing" "analyze nowhere -o x.db" "report store.db --format docx" "--help" "report --help"; do
    broadsheet $command 2>&1
  done > shown
  rm store.db papers; cd ..
  diff -r C $locale && echo "$locale: the same"
done
