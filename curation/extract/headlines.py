"""Drop a sum that a headline only announces: the clause below says it again with its conditions."""

import re
from bisect import bisect_right

from curation.extract.candidates import Candidate
from curation.extract.document import Document
from curation.extract.score import main_value

_LONGEST = 45
_REACH = 700
_UNNUMBERED = 9
_CONDITION = re.compile(r"的,|(?:国家|[省市区县])级(?:奖励|补助|资助)")  # an item of a list, not the headline of a clause


def without_headlines(document: Document, awards: list[Candidate]) -> list[Candidate]:
    """The awards without those of a headline whose value stands again in the running text below it."""
    starts = [document.normal.places[paragraph.start] for paragraph in document.paragraphs]
    places = [bisect_right(starts, item.start) - 1 for item in awards]
    in_headline = [_is_headline(document, place) for place in places]
    kept = []
    for number, item in enumerate(awards):
        later = [(awards[other], places[other]) for other in range(number + 1, min(number + 40, len(awards))) if not in_headline[other]]
        if not (in_headline[number] and any(_repeats(document, item, places[number], *other) for other in later)):
            kept.append(item)
    return kept


def _is_headline(document: Document, index: int) -> bool:
    if document.is_row(index):
        return False
    paragraph = document.paragraphs[index]
    line = document.normal.compact[paragraph.start : min(paragraph.end, paragraph.start + _LONGEST + 1)]
    return len(line) <= _LONGEST and not any(mark in line for mark in "。;") and line[-1] not in ":,、" and not _CONDITION.search(line)


def _repeats(document: Document, item: Candidate, place: int, other: Candidate, below: int) -> bool:
    """Whether the other award has the same value and stands below the headline of the first, not beside it in a list.

    Equal sums of unlike levels are no repetition.
    """
    value = main_value(item.columns, "award")
    if value is None or main_value(other.columns, "award") != value or other.start - item.end > _REACH:
        return False
    levels = {item.get("recognition_level"), other.get("recognition_level")} - {"none"}
    rank = document.paragraphs[place].rank
    between = document.paragraphs[place + 1 : below + 1]
    return len(levels) < 2 and (rank == _UNNUMBERED or all(paragraph.rank > rank for paragraph in between))
