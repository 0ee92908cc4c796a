# What is missing or cannot be is named.
. "$CASES/lib.sh"
try broadsheet explain
try broadsheet explain flesh_en
try broadsheet explain ARI
try broadsheet explain xyzzy
try broadsheet explain mattr_0
try broadsheet explain mattr_99999999999
try broadsheet explain ari words=100
try broadsheet explain ari words=0 sentences=0 letters=0
try broadsheet explain ari words=100 sentences=0 letters=450
try broadsheet explain ari words=-1
try broadsheet explain ari words=1e999
try broadsheet explain ari words=many
try broadsheet explain ari words
try broadsheet explain ari '=3'
try broadsheet explain ari 'wrds=3'
try broadsheet explain ari words=1 --text cat.txt
try broadsheet explain ari --text cat.txt
try broadsheet explain ari --format xml
printf 'One text.\n' > one.txt; mkdir folder; cp one.txt folder/a.txt; cp one.txt folder/b.txt
try broadsheet explain ari --text folder
