# clean --explain: every block with its verdict, the reason and the score, for people and for machines.
. "$CASES/lib.sh"
cat > page.txt <<'TEXT'
U.S. markets closed

  • Gold

  -4.30 (-0.22%)

  • Silver

  -0.16 (-0.66%)

The mayor opens a bridge

By Jane Austen

The mayor opened the new bridge on Tuesday, and several hundred people crossed it in the rain before noon.

“It is a good bridge,” she said, “and it was built by people who live on both sides of the river.”

Copyright © 2024 The Bridge. All rights reserved.
TEXT
try broadsheet clean --explain page.txt
try broadsheet clean --explain --format csv page.txt
