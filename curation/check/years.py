"""Whether the years of a goal are the ones that its text names: before the figure, in the ledger's dates, or in the title."""

import re
from collections.abc import Iterator
from typing import Any

from curation.check.fault import Fault, fault

Row = dict[str, Any]

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?:-(20\d\d))?(?=年|-|$)|十([一二三四五])五")
_AHEAD = re.compile(r"([一二两三四五六七八九十\d]{1,2})年")
_NUMBER = {character: number for number, character in enumerate("零一二三四五六七八九十")} | {"两": 2}
_PLAN = {"一": 2006, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
_PERIOD = 4  # years from the first to the last of a five-year plan


def year_faults(target: Row, ledger: list[Row], document: Row, file: str) -> Iterator[Fault]:
    """Each of `target_year`, `period_start` and `horizon_years` that no word names; `ledger` are the document's entries in text order."""
    reasons, record = target["beyond_phrase"], target["target_id"] or "target"
    wanted = {column: target[column] for column in ("target_year", "period_start", "horizon_years") if target[column] is not None}
    if not wanted or target["target_year_basis"] == "inferred":
        return
    named = _named(target, ledger, document)
    wrong = [column for column, value in wanted.items() if value not in named[column]]
    if "year_elsewhere" not in reasons:
        for column in wrong:
            yield fault(file, record, column, "year_not_named", column=column, value=str(wanted[column]))
    elif not wrong:
        yield fault(file, record, "beyond_phrase", "reason_not_needed", reason=("year_elsewhere",))


def _named(target: Row, ledger: list[Row], document: Row) -> dict[str, set[int]]:
    """For each column the years that the nearest words name."""
    prefix = str(target["prefix"] or "") + str(target["phrase"] or "")
    before = [str(row["phrase"]) for row in ledger if row["start"] is not None and row["start"] <= (target["start"] or 0) and row["role"] in ("date", "term")]
    title = [str(document["title_zh"] or "")] if target["target_year_basis"] == "title" else []
    firsts, lasts = _nearest([*title, *([] if title else before), prefix])
    ahead = next((found for words in (prefix, *reversed(before)) if (found := _AHEAD.findall(words))), [])
    horizon = {_NUMBER[number] if number in _NUMBER else int(number) for number in ahead[-1:] if number in _NUMBER or number.isdecimal()}
    return {"target_year": lasts, "period_start": firsts, "horizon_years": horizon}


def _nearest(pieces: list[str]) -> tuple[set[int], set[int]]:
    """First and last year of the last piece that names one."""
    for words in reversed(pieces):
        found = list(_YEAR.finditer(words))
        if found:
            match = found[-1]
            if match[3]:
                return {_PLAN[match[3]]}, {_PLAN[match[3]] + _PERIOD}
            return {int(match[1])}, {int(match[2] or match[1])}
    return set(), set()
