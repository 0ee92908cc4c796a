"""The pieces a program gave (sentences, words) laid over the text they are from, in ink (see gold/document.py)."""

from gold.document import ink


def spans(pieces, text):
    """Pairs (start, end) of ink of the pieces that could be placed, and how many could not.

    Pieces come in the order of the text. Each is placed at its first occurrence that begins no earlier than the piece
    before ended, so text that a program lost is passed over, and a piece that is nowhere is not placed. `text` is ink.
    A piece without ink is no piece.
    """
    found, unplaced, place = [], 0, 0
    for piece in pieces:
        wanted = ink(piece)
        if not wanted:
            continue
        start = place if text.startswith(wanted, place) else text.find(wanted, place)
        if start < 0:
            unplaced += 1
            continue
        place = start + len(wanted)
        found.append((start, place))
    return found, unplaced
