# clean: the article of a text, of several, as records, and without some of the steps.
. "$CASES/lib.sh"
mkdir -p papers/harbour papers/hill
cat > papers/harbour/ferry.txt <<'TEXT'
Home | News | Sport

  Shares

  +1.25 (+0.4%)

  Oil

  -0.75 (-0.9%)

Ferry returns to the old harbour

HARBOURTON (AP) — The ferry returned to the old harbour on Monday, three years after the storm took the pier away.

What it costs

A crossing costs four crowns, the captain said, and children travel free until the end of the summer.

Sign up for our newsletter to get the best stories of the week.

This article originally appeared in The Island Gazette.

Copyright © 2024 The Island Gazette. All rights reserved.
TEXT
printf 'The hill was quiet on Sunday evening, and nobody had seen the shepherd since the morning.\n' > papers/hill/quiet.txt
try broadsheet clean papers/harbour/ferry.txt
try broadsheet clean --counted papers
try broadsheet clean --format jsonl papers
try broadsheet clean --without credits papers/harbour/ferry.txt
try broadsheet clean --without furniture,moats papers
printf '\0\1\2\3\4\5\6\7' > binary.txt
try broadsheet clean binary.txt
