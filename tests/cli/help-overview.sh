# The overview says what there is, in one screen, and is asked for in three ways.
. "$CASES/lib.sh"
broadsheet --help
broadsheet --help > one; broadsheet -h > two; broadsheet help > three
cmp one two && cmp one three && echo "--help, -h and help say the same"
awk 'length > 120' one
broadsheet --version
broadsheet > none 2> usage; echo "without arguments: $?"
cmp one usage && [ ! -s none ] && echo "the same, on standard error"
