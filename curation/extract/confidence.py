"""How sure a proposal is: the share of right ones among those of its rule on texts that were kept apart.

`confidence.csv` counts them by rule and by what the proposal names (a level, a title without a level, neither); it is written by
`python -m benchmarks.calibrate_extract`. Where few were seen, the rule's share counts, and there the number that its author gave it.
"""

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path

from curation.extract.candidates import Candidate

TABLE = Path(__file__).with_name("confidence.csv")
COLUMNS = ("rule", "names", "seen", "right")
_AUTHOR = 4  # what the author of a rule expects weighs as so many proposals
_RULE = 12  # and the share of the whole rule as so many of one kind

Counts = dict[tuple[str, str], tuple[int, int]]


def with_share(item: Candidate) -> Candidate:
    """The candidate with its share of right ones as its confidence."""
    return replace(item, confidence=_known(item.why, names(item), item.confidence))


@cache
def _known(rule: str, named: str, author: float) -> float:
    return round(share(rule, named, author, counts()), 2)


def share(rule: str, named: str, author: float, table: Counts) -> float:
    """Share of right ones, in (0, 1), among proposals of a rule that name this; `author` is what the rule's author expects."""
    seen, right = (sum(count[place] for (one, _), count in table.items() if one == rule) for place in (0, 1))
    of_rule = (right + _AUTHOR * author) / (seen + _AUTHOR)
    seen, right = table.get((rule, named), (0, 0))
    return (right + _RULE * of_rule) / (seen + _RULE)


def names(item: Candidate) -> str:
    """What a proposal names: level, title (without a level) or nothing."""
    if item.get("recognition_level") not in (None, "none"):
        return "level"
    return "title" if item.get("designation") else "nothing"


@cache
def counts() -> Counts:
    """(seen, right) by rule and what is named."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["rule"], row["names"]): (int(row["seen"]), int(row["right"])) for row in csv.DictReader(file)}
