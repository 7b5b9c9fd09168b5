"""Whether the places of a document's rows agree with each other, with the numbers of its articles and with its text."""

import re
from collections.abc import Iterator
from typing import Any

from curation.check.curated import Record, evidence_rows, row_name
from curation.check.fault import Fault, fault
from curation.check.named_titles import spans
from curation.check.pictures import as_read_there
from model.anchoring import fold, one_line
from model.characters import always_simplified

Row = dict[str, Any]

_NUMERALS = re.compile(r"[零〇一二三四五六七八九十百]+|\d+")
_DIGIT = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0}
# White space within a phrase widens its place; more than this is another place.
_SLACK = 40


def place_faults(rows: list[Row], file: str) -> Iterator[Fault]:
    """`rows` are the entries of one document's ledger: phrases that do not fit their places, or another row's phrase at the same place."""
    held: dict[tuple[int, int], Row] = {}
    for row in rows:
        if row["start"] is None or row["end"] is None or not row["phrase"]:
            continue
        name, place = row["row_id"] or f"“{row['phrase']}” ({row['start']})", (row["start"], row["end"])
        if not len(row["phrase"]) <= row["end"] - row["start"] <= 2 * len(row["phrase"]) + _SLACK:
            yield fault(file, name, "end", "phrase_other_length", phrase=row["phrase"], start=str(row["start"]), end=str(row["end"]))
        other = held.setdefault(place, row)
        if any(row[column] != other[column] for column in ("phrase", "prefix", "suffix")):
            yield fault(file, name, "phrase", "two_phrases_one_place", phrase=row["phrase"], other=other["phrase"], start=str(row["start"]))


def article_faults(measure: Row, file: str) -> Iterator[Fault]:
    """An article whose numbers are not those of the measure's id: 二、(四)2 belongs to ….2-4-2, 附则3 to ….closing-3, 结尾 to ….closing."""
    key = re.sub(r"-x\d+(?=[a-z]?$)", "", str(measure["measure_id"] or "").rpartition(".")[2])
    if not key or not measure["article"]:
        return
    numbers = [int(number) for number in re.findall(r"\d+", key)]
    wanted = numbers[1:] if numbers[:1] == [0] else numbers
    if [_number(words) for words in _NUMERALS.findall(measure["article"])] != wanted:
        yield fault(file, measure["measure_id"], "article", "article_not_of_id", value=measure["article"])


def text_faults(content: Record, text: str, file: str) -> Iterator[Fault]:
    """Against the document's own text: phrases that do not stand at their places, rows that stand in another article."""
    plain = always_simplified(text)
    for row in evidence_rows(content):
        start, end = str(row.get("start", "")), str(row.get("end", ""))
        if start.isdecimal() and end.isdecimal() and not _stands(plain, int(start), int(end), as_read_there(content, row)):
            yield fault(file, row_name(row), "phrase", "not_at_its_place", phrase=repr(row.get("phrase", "")), start=start, end=end)
    within = spans(content, text)
    for measure in content.get("measures") or ():
        first, last = within.get(measure.get("measure_id", ""), (0, len(plain)))
        for row in [*(measure.get("awards") or ()), *(measure.get("targets") or ())]:
            start = str(row.get("start", ""))
            if start.isdecimal() and not first <= int(start) < last:
                yield fault(file, row_name(row), "start", "other_article", article=str(measure.get("article", "")), start=start)


def _stands(plain: str, start: int, end: int, row: Record) -> bool:
    """Phrase, prefix and suffix against the text around the place."""
    parts = (plain[max(0, start - _SLACK) : start], plain[start:end], plain[end : end + _SLACK])
    before, phrase, after = (fold(one_line(part)).text for part in parts)
    wanted = [fold(str(row.get(column) or "")).text for column in ("prefix", "phrase", "suffix")]
    return before.endswith(wanted[0]) and phrase == wanted[1] and after.startswith(wanted[2])


def _number(words: str) -> int:
    if words.isdecimal():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    return (_DIGIT.get(tens[-1:], 1) * 10 if ten else 0) + _DIGIT.get(ones[-1:], 0)
