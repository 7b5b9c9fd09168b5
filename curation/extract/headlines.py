"""Drop a sum that a headline only announces: the clause below says it again with its conditions."""

from bisect import bisect_right

from curation.extract.candidates import Candidate
from curation.extract.document import Document
from curation.extract.score import main_value

_LONGEST = 45
_REACH = 700


def without_headlines(document: Document, awards: list[Candidate]) -> list[Candidate]:
    """The awards without those of a headline whose value stands again in the running text below it."""
    starts = [document.normal.places[paragraph.start] for paragraph in document.paragraphs]
    in_headline = [_is_headline(document, bisect_right(starts, item.start) - 1) for item in awards]
    kept = []
    for place, item in enumerate(awards):
        if in_headline[place] and _is_repeated(item, awards[place + 1 : place + 40], in_headline[place + 1 : place + 40]):
            continue
        kept.append(item)
    return kept


def _is_headline(document: Document, index: int) -> bool:
    paragraph = document.paragraphs[index]
    line = document.normal.compact[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST + 1)]
    return len(line) <= _LONGEST and not any(mark in line for mark in "。;") and line[-1] not in ":,、"


def _is_repeated(item: Candidate, later: list[Candidate], headline: list[bool]) -> bool:
    value = main_value(item.columns, "award")
    return any(
        not head and other.start - item.end <= _REACH and value is not None and main_value(other.columns, "award") == value
        for other, head in zip(later, headline, strict=True)
    )
