# The same chart is the same bytes again: another folder, home, time zone, locale, umask and folder for temporary files.
. "$CASES/lib.sh"
command -v gnuplot > /dev/null || skip gnuplot is not here
broadsheet analyze -q "$SAMPLE/sample.manifest" -o store.db
endings=".svg .png .txt .pdf"
python3 "$CASES/draw-all.py" store.db $endings | sort | uniq -c | sed 's/^ *1 //' | grep -v ': drawn$'
mkdir first; mv drawn/* first/
mkdir -p "elsewhere/über all" home tmp
cp store.db "elsewhere/über all/"
cd "elsewhere/über all"
umask 077
HOME=$OLDPWD/home TMPDIR=$OLDPWD/tmp LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 TZ=Pacific/Auckland GNUTERM=x11 COLUMNS=40 \
  SOURCE_DATE_EPOCH=1 XDG_CACHE_HOME=$OLDPWD/home/cache python3 "$CASES/draw-all.py" store.db $endings > /dev/null
cd "$OLDPWD"
n=$(ls first | grep -c -v caption)
# from cairo 1.18 on, the time at which a PDF is made is packed, and stays in it
grep -aq '/Producer (cairo 1.1[0-7]' first/measure.pdf || rm -f {first,elsewhere/*/drawn}/*.pdf
diff -r first "elsewhere/über all/drawn" && echo "the same $n pictures"
ls -A home tmp
