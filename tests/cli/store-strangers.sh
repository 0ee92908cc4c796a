# A store of a stranger cannot run anything, lead its reader in circles, or have files made or deleted.
. "$CASES/lib.sh"
broadsheet analyze "$SAMPLE" -q -o good.db
for name in view-endless view-of-others-endless view-with-all-columns trigger index-of-expression generated-column \
    table-is-virtual table-lacks same-root same-object-twice write-ahead-log journal-of-another pages-bomb pages-circle \
    rows-shared rows-too-long outlet-null; do
  mkdir $name
  cp good.db $name/store.db
  (cd $name && python3 -c "import sys; sys.path.insert(0, '$CASES/../hostile-store'); import stores
stores.MAKERS['$name']('store.db')" && ls -A > ../before && md5sum store.db > ../sum
   echo "== $name"
   timeout 20 broadsheet export outlets store.db 2>&1 | sed 's/page [0-9]*/page N/' | head -1
   timeout 20 broadsheet analyze "$SAMPLE" -q -o store.db > said 2>&1 || { echo "[$?]"; md5sum -c --quiet ../sum; }
   rm said; ls -A | diff ../before -)
done
