"""What looks wrong about rows that keep every rule: doubts for a reader to settle, never a reason to refuse.

Two rows of one measure whose words fit each other's text better than their own; a higher level that gets less; two rows
that nothing tells apart; a place behind a later article; a date that the ledger does not have; and, where the text is at
hand, a level or an indicator that the extractor reads otherwise, and a title, number or day that the text states otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

from curation.check.fault import Fault, fault
from curation.check.frames import Rows
from curation.check.named_levels import levels_in
from curation.check.own_face import face_doubts
from curation.extract import extract
from curation.extract.candidates import Candidate
from model.characters import always_simplified
from model.fields import FIELDS
from model.schema import FORM_RULES
from wording.texts import label

Row = dict[str, Any]
# How well the words of one row fit the place of another (or its own).
Fit = Callable[[Row, Row], int]
Readings = Mapping[int, list[Candidate]]

_RANK = {level: rank for rank, level in enumerate(("county", "municipal", "provincial", "national"))}
_WHO = ("beneficiary_zh", "variant_zh", "condition_zh", "scope_zh")
_CODED = ("designation", "recognition_level", "indicator")
_READ = ("designation", "recognition_level", "level_or_above", "beneficiary", "indicator", "variant_zh", "trigger")
_TELLING = ("beneficiary_zh", "designation", "recognition_level", "level_or_above", "variant_zh", "condition_zh", "trigger", "instrument", "form", "per_zh", "payers")
_CLAUSE_END = re.compile("[。；;]")
# Between two figures of one list stand only other figures and the marks that join them.
_ONE_LIST = re.compile(r"[\s\d.,、，和及与至%％十百千万亿元]*")
_DATES = ("issued_on", "published_on", "effective_from", "expires_on", "repealed_on")
_DATE = re.compile(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})日?")
_NUMBER_YEAR = re.compile(r"[〔\[(（](\d{4})[〕\])）]")


# Reasons by which a curator has settled what the level is.
_SETTLED = {"level_elsewhere", "level_of_another"}


def doubts(rows: Rows, file_of: dict[str, str], texts: Mapping[str, str] | None = None) -> list[Fault]:
    """Every doubt about the rows of all documents; `texts` are the documents' own texts by id, as far as they are at hand."""
    found: list[Fault] = []
    for document in rows.get("documents", []):
        name = str(document["document_id"] or "")
        own = {table: [row for row in rows.get(table, []) if row["document_id"] == document["document_id"]] for table in ("measures", "awards", "targets", "figures")}
        text = always_simplified((texts or {}).get(name, ""))
        readings = _readings(text)
        for key, items in (("award_id", own["awards"]), ("target_id", own["targets"])):
            found += _swapped(items, key, readings, file_of.get(name, ""))
            found += _read_otherwise(items, key, readings, file_of.get(name, ""))
            found += _level_elsewhere(items, key, text, file_of.get(name, ""))
            found += _listed(items, key, text, file_of.get(name, ""))
        found += _told_apart(own["awards"], file_of.get(name, ""))
        found += _vouchers(own["awards"], file_of.get(name, ""))
        found += _order(own, file_of.get(name, ""))
        found += _dates(document, own["figures"], file_of.get(name, ""))
        found += face_doubts(document, text, file_of.get(name, "")) if text else []
    return found


def _readings(text: str) -> Readings:
    """What the extractor reads in a text, by the place where it starts."""
    found: defaultdict[int, list[Candidate]] = defaultdict(list)
    for candidate in extract(text) if text else ():
        found[candidate.start].append(candidate)
    return found


def _pairs(rows: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Every two rows of one measure that stand at different places."""
    measures: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["start"] is not None:
            measures[row["measure_id"]].append(row)
    return (pair for held in measures.values() for pair in combinations(held, 2) if pair[0]["start"] != pair[1]["start"])


def _swapped(rows: list[Row], key: str, readings: Readings, file: str) -> Iterator[Fault]:
    fits: tuple[Fit, ...] = (_shared, lambda row, other: _agreement(row, readings.get(other["start"], [])))
    for one, other in _pairs(rows):
        if any(fit(one, other) > fit(one, one) and fit(other, one) > fit(other, other) for fit in fits):
            yield fault(file, one[key], "phrase", "looks_swapped", other=other[key])


def _shared(row: Row, other: Row) -> int:
    """The longest run of characters that the words of a row share with the text before and in the phrase of another."""
    place = f"{other['prefix'] or ''}\n{other['phrase'] or ''}"
    words = [str(row[column]) for column in _WHO if row.get(column)]
    words += [label(FIELDS[column].codes, row[column], "zh") for column in _CODED if row.get(column) not in (None, "none")]
    return max((SequenceMatcher(None, word, place, autojunk=False).find_longest_match().size for word in words), default=0)


def _agreement(row: Row, candidates: list[Candidate]) -> int:
    """In how many columns the best candidate at a place agrees with a row."""
    return max((sum(row.get(column) is not None and candidate.get(column) == row[column] for column in _READ) for candidate in candidates), default=0)


def _read_otherwise(rows: list[Row], key: str, readings: Readings, file: str) -> Iterator[Fault]:
    for row in rows:
        for column, code in (("recognition_level", "level_read_otherwise"), ("indicator", "indicator_read_otherwise")):
            read = {str(found) for candidate in readings.get(row["start"], []) if (found := candidate.get(column)) not in (None, "none")}
            if row.get(column) not in (None, "none") and read and row[column] not in read and not _SETTLED & {*row["beyond_phrase"]}:
                yield fault(file, row[key], column, code, **{"levels" if column == "recognition_level" else "indicators": tuple(sorted(read))})


def _level_elsewhere(rows: list[Row], key: str, text: str, file: str) -> Iterator[Fault]:
    """A level that is said to stand further away stands at least in the sentence, or in the one before."""
    for row in rows:
        if text and "level_elsewhere" in row["beyond_phrase"] and row["start"] is not None:
            before, after = text[: row["start"]].split("。")[-2:], text[row["start"] :].split("。", 1)[0]
            named = levels_in("".join(before) + after)
            if row["recognition_level"] not in named:
                yield fault(file, row[key], "recognition_level", "level_not_named", level=row["recognition_level"], levels=tuple(sorted(named)))


def _listed(rows: list[Row], key: str, text: str, file: str) -> Iterator[Fault]:
    """In 国家级、省级的分别给予50万元、20万元 the kinds stand in the order of their figures."""
    for one, other in _pairs(rows) if text else ():
        first, second = sorted((one, other), key=lambda row: int(row["start"]))
        listed = _CLAUSE_END.split(text[: first["start"]])[-1]
        if "分别" not in listed or not _ONE_LIST.fullmatch(text[first["end"] : second["start"]]):
            continue
        places = [listed.rfind(words) if words else -1 for words in _telling(first, second)]
        if 0 <= places[1] < places[0]:
            yield fault(file, first[key], "variant_zh", "looks_swapped", other=second[key])


def _telling(one: Row, other: Row) -> tuple[str, str]:
    """The words that tell two rows apart, without what they share at either end: 出口5000万美元 and 出口1亿美元 give 5000万美元 and 1亿美元."""
    for column in ("variant_zh", "recognition_level", "beneficiary_zh"):
        words = [_in_words(column, row.get(column)) for row in (one, other)]
        if words[0] != words[1]:
            cut = re.compile(r"\d[\d.,]*|.")
            pieces = [cut.findall(word) for word in words]
            shared = next((place for place, (left, right) in enumerate(zip(*pieces, strict=False)) if left != right), min(map(len, pieces)))
            return "".join(pieces[0][shared:]), "".join(pieces[1][shared:])
    return "", ""


def _in_words(column: str, value: Any) -> str:
    return label("recognition_level", value, "zh") if column == "recognition_level" and value else str(value or "")


def _told_apart(rows: list[Row], file: str) -> Iterator[Fault]:
    for one, other in _pairs(rows):
        if all(one[column] == other[column] for column in _TELLING):
            yield fault(file, one["award_id"], "recognition_level", "same_row_twice", other=other["award_id"])
        main = FORM_RULES[one["form"]].main if one["form"] in FORM_RULES else None
        alike = all(one[column] == other[column] for column in ("designation", "form", "trigger", "variant_zh", "beneficiary"))
        if not alike or not main or None in (one[main], other[main]) or not {one["recognition_level"], other["recognition_level"]} <= set(_RANK):
            continue
        high, low = sorted((one, other), key=lambda row: -_RANK[row["recognition_level"]])
        if _RANK[high["recognition_level"]] > _RANK[low["recognition_level"]] and high[main] < low[main]:
            yield fault(file, high["award_id"], main, "level_gets_less", other=low["award_id"])


def _vouchers(rows: list[Row], file: str) -> Iterator[Fault]:
    """A voucher of a technology transaction is shown with none that buys services; that is rarely meant."""
    for row in rows:
        if row["instrument"] == "voucher" and row["trigger"] == "transaction":
            yield fault(file, row["award_id"], "trigger", "voucher_of_transaction")


def _order(own: Rows, file: str) -> Iterator[Fault]:
    """Articles stand in the text in their order, so a row is behind those of the articles before and before those behind."""
    order = {row["measure_id"]: row["article_order"] for row in own["measures"]}
    placed = [(order.get(row["measure_id"], 0), row) for name in ("awards", "targets") for row in own[name] if row["start"] is not None]
    for place, row in placed:
        other = next((held for at, held in placed if (at < place and held["start"] > row["start"]) or (at > place and held["start"] < row["start"])), None)
        if other is not None:
            yield fault(file, row.get("award_id") or row["target_id"], "start", "order_of_articles", other=other["measure_id"])


def _dates(document: Row, ledger: list[Row], file: str) -> Iterator[Fault]:
    """The document's own dates against those of its text, and the year in its number."""
    known = {found for row in ledger if row["role"] == "date" for found in (_date(row["phrase"] or ""),) if found}
    for column in _DATES:
        if document[column] and known and document[column] not in known:
            yield fault(file, document["document_id"], column, "date_not_in_ledger", value=document[column].isoformat())
    number = _NUMBER_YEAR.search(document["document_number"] or "")
    years = {document["issued_on"].year if document["issued_on"] else None, document["policy_year"]} - {None}
    if number and years and years != {int(number[1])}:
        yield fault(file, document["document_id"], "document_number", "number_other_year")


def _date(words: str) -> date | None:
    match = _DATE.fullmatch(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
