"""Every number of a row against its own evidence: value, unit, bound, comparison and year.

The phrase with its sixteen characters before and behind is read by the extractor's own reader of numerals. What it
cannot give has a reason in the row's column `beyond_phrase`; a reason that is not needed is a fault too.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from curation.check.fault import Fault, fault
from curation.check.phrase import Phrase, phrase_of
from curation.extract.figures import Figure
from curation.extract.indicators import unit_of
from model.fields import FIELDS
from model.schema import FORM_RULES

Row = dict[str, Any]

_PERCENT = ("percent", "ratio")
_MONTHS = {"年": 12, "周年": 12, "年度": 12, "个月": 1, "月": 1}
# Words that are a figure: the share they mean in percent.
_WORDS = ((re.compile("全额|全部|等额|同等额|全免"), 100), (re.compile("减半|一半|半价"), 50), (re.compile("翻[一1]?番"), 100), (re.compile("翻[两二2]番"), 300))
_WORDY = {"full_coverage": "全覆盖|全部", "generally": "普遍", "basically": "基本"}
# Columns that hold a figure of their own beside the main one, each with its place in the ledger.
_OTHERS = ("ceiling_cny", "base_ceiling_cny", "also_ceiling_cny", "cap_pct", "term_max_months", "units_max")
# Limits that tell rows or parts of a sum apart; one numeral of the clause serves two neighbours (50万元以上至100万元以下).
_LIMITS = ("bracket_from_cny", "bracket_below_cny", "slice_from_cny", "slice_rate_pct")


def award_phrases(award: Row, ledger: list[Row], file: str) -> Iterator[Fault]:
    """Every figure of an award that its evidence does not give; `ledger` are the entries of the document that name the row."""
    rule = FORM_RULES.get(award["form"] or "")
    if rule is None or not award["phrase"]:
        return
    entries = {row["column"]: row for row in ledger if row["row_id"] == award["award_id"] and row["phrase"]}
    record, reading = award["award_id"] or "award", phrase_of(award)
    if rule.main and award[rule.main] is not None:
        yield from _value(rule.main, award[rule.main], reading, award, file, record)
        yield from _upper(rule.upper, award, reading, entries, file, record)
        yield from _bound(award, reading, file, record)
    yield from _others(award, entries, file, record)
    yield from _limits(award, [award, *(row for row in ledger if _belongs(row, award))], file, record)


def _others(award: Row, entries: dict[str | None, Row], file: str, record: str) -> Iterator[Fault]:
    """Ceilings, bases, terms and the like against their places in the ledger; a cap at the whole cost has no numeral."""
    missing = [column for column in _OTHERS if award[column] is not None and column not in entries and not (column == "cap_pct" and award[column] == 100)]
    for column in (column for column in _OTHERS if award[column] is not None and column in entries):
        yield from _value(column, award[column], phrase_of(entries[column]), entries[column] | {"beyond_phrase": []}, file, record)
    if "other_elsewhere" not in award["beyond_phrase"]:
        for column in missing:
            yield fault(file, record, column, "no_phrase_of_column", column=column)
    elif not missing:
        yield fault(file, record, "beyond_phrase", "reason_not_needed", reason=("other_elsewhere",))


def _limits(award: Row, evidence: list[Row], file: str, record: str) -> Iterator[Fault]:
    """Every limit of a bracket or a slice is a numeral of the measure; nothing and the whole need none."""
    for column in _LIMITS:
        for value in award[column] if isinstance(award[column], list) else [award[column]]:
            if value not in (None, "0", "100") and not any(_gives(column, value, phrase_of(row)) for row in evidence):
                yield fault(file, record, column, "no_phrase_of_limit", column=column, value=_plain(value))


def _gives(column: str, value: Any, phrase: Phrase) -> bool:
    number = Decimal(str(value))
    return any(number in (_as(column, figure, phrase), figure.value_max) for figure in phrase.figures)


def _belongs(row: Row, award: Row) -> bool:
    """Whether an entry of the ledger is of the award's measure."""
    return row["row_id"] is not None and (row["row_id"] == award["measure_id"] or str(row["row_id"]).startswith(f"{award['measure_id']}."))


def target_phrases(target: Row, file: str) -> Iterator[Fault]:
    """Every figure of a goal that its evidence does not give; its year is `years.year_faults`."""
    if not target["phrase"] or target["comparator"] is None:
        return
    record, reading, reasons = target["target_id"] or "target", phrase_of(target), target["beyond_phrase"]
    wordy = _WORDY.get(target["comparator"])
    if wordy:
        if not re.search(wordy, target["phrase"]):
            yield fault(file, record, "comparator", "phrase_other_comparator", comparator=target["comparator"], phrase=target["phrase"], said_comparator="")
        return
    if target["value"] is not None:
        yield from _value("value", target["value"], reading, target, file, record)
        if target["value_max"] is not None and (not reading.figures or reading.figures[0].value_max != Decimal(str(target["value_max"]))):
            yield fault(file, record, "value_max", "phrase_other_value", column="value_max", value=_plain(target["value_max"]), phrase=target["phrase"])
    if reading.figures and reading.comparator != target["comparator"]:
        if "bound_elsewhere" not in reasons:
            yield fault(file, record, "comparator", "phrase_other_comparator", comparator=target["comparator"], phrase=reading.words, said_comparator=reading.comparator)
    elif "bound_elsewhere" in reasons:
        yield fault(file, record, "beyond_phrase", "reason_not_needed", reason=("bound_elsewhere",))
    yield from _unit(target, reading, file, record)


def _unit(target: Row, reading: Phrase, file: str, record: str) -> Iterator[Fault]:
    if reading.view is None:
        return
    unit, _ = unit_of(reading.figures[0], reading.view.clause, reading.view.right_clause)
    if unit != target["unit"] and "unit_elsewhere" not in target["beyond_phrase"]:
        yield fault(file, record, "unit", "phrase_other_unit", counted=str(target["unit"]), phrase=reading.words, said_counted=unit)


def _value(column: str, value: Any, reading: Phrase, evidence: Row, file: str, record: str) -> Iterator[Fault]:
    """Whether the phrase gives `value`, in the unit of `column`, or the row says why it cannot."""
    said = [number for figure in reading.figures if (number := _as(column, figure, reading)) is not None]
    reasons = set(evidence["beyond_phrase"]) & {"by_reference", "in_words", "reckoned"}
    if not said and not reading.figures:
        said = [Decimal(share) for pattern, share in _WORDS if pattern.search(evidence["phrase"])]
    given = Decimal(str(value)) in said
    if given and reasons:
        yield fault(file, record, "beyond_phrase", "reason_not_needed", reason=tuple(sorted(reasons)))
    elif given or (reasons and _explained(reasons, value, evidence)):
        return
    elif not reading.figures:
        yield fault(file, record, column, "phrase_no_figure", column=column, value=_plain(value), phrase=evidence["phrase"])
    elif not said:
        yield fault(file, record, column, "phrase_other_kind", column=column, phrase=evidence["phrase"])
    else:
        yield fault(file, record, column, "phrase_other_value", column=column, value=_plain(value), phrase=evidence["phrase"])


def _explained(reasons: set[str], value: Any, evidence: Row) -> bool:
    """A share set by reference is the whole of what is referred to; a reckoned figure has its arithmetic in the note."""
    return bool(evidence["note_zh"]) and ("reckoned" in reasons or Decimal(str(value)) == 100)


def _as(column: str, figure: Figure, reading: Phrase) -> Decimal | None:
    """The figure in the unit of the column; None if it counts something else."""
    if column == "term_max_months":
        return figure.value * _MONTHS[figure.unit] if figure.kind == "term" and figure.unit in _MONTHS else None
    if column == "value":
        return unit_of(figure, reading.view.clause, reading.view.right_clause)[1] if reading.view else None
    if column == "units_max":
        return figure.value if figure.kind in ("count", "area") else None
    if column == "slice_rate_pct":
        return figure.value if figure.kind in _PERCENT else None
    if column == "slice_from_cny":
        return figure.value if figure.kind == "money" else None
    wanted = ("money",) if FIELDS[column].unit == "CNY" else (*_PERCENT, "points") if column == "rate_pct" else _PERCENT
    return figure.value if figure.kind in wanted else None


def _upper(upper: str | None, award: Row, reading: Phrase, entries: dict[str | None, Row], file: str, record: str) -> Iterator[Fault]:
    """The upper end of a range stands in the phrase, or in the ledger under its own column."""
    value = award[upper] if upper else None
    if upper is None or value is None:
        return
    if upper in entries:
        yield from _value(upper, value, phrase_of(entries[upper]), entries[upper] | {"beyond_phrase": []}, file, record)
    elif not reading.figures or reading.figures[0].value_max != Decimal(str(value)):
        yield fault(file, record, upper, "phrase_other_value", column=upper, value=_plain(value), phrase=award["phrase"])


def _bound(award: Row, reading: Phrase, file: str, record: str) -> Iterator[Fault]:
    """A bound of one end is what the words say; the two ends of a range may stand in two phrases."""
    said, held = reading.bound, award["bound"]
    if not reading.figures:
        said = "at_most" if re.search("不超过|不高于|最高", award["phrase"]) else "at_least" if re.search("不低于|不少于", award["phrase"]) else "exact"
    same = said == held or (held == "range" and said == "at_least")
    if same and "bound_elsewhere" in award["beyond_phrase"]:
        yield fault(file, record, "beyond_phrase", "reason_not_needed", reason=("bound_elsewhere",))
    if not same and "bound_elsewhere" not in award["beyond_phrase"]:
        yield fault(file, record, "bound", "phrase_other_bound", bound=str(held), phrase=reading.words, said_bound=said)


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
