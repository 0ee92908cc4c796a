"""Which short segments of a page stand in the text that was found: the metric of trafilatura.

`hits` are segments of the article that are there, `missed` those that are not, `extra` segments of something else that
are there. Blanks of any kind and number are one. Counts are over all pages together.
"""

from scoring.matches import Matches


def compare(found, wanted, unwanted):
    found = " ".join(found.split())
    hits, extra = (sum(" ".join(segment.split()) in found for segment in segments) for segments in (wanted, unwanted))
    return Matches(hits, extra, len(wanted) - hits)


def figures(matches):
    total = sum(matches, Matches())
    return {"segment_precision": total.precision, "segment_recall": total.recall, "segment_f1": total.f1}
