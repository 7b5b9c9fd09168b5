"""Tables of support: a head row with levels, ranks or 标准/额度, then rows whose sums may carry no unit of their own.

One candidate for each sum; a rate beside a column of ceilings is one candidate with that ceiling.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from curation.extract import bases, context
from curation.extract.candidates import Candidate, Columns, Reason
from curation.extract.drafts import MAIN_COLUMNS, number
from curation.extract.levels import find_levels
from curation.extract.normalise import Normal, plain_width
from curation.extract.tables import Cell, is_goal_head, table_lines
from curation.extract.titles import BENEFICIARIES, find_titles

_SUPPORT = re.compile(r"奖|补|资助|扶持|支持|配套|贴息")
_CLASS = re.compile(r"(?:国家|省|市|区|县)级|[特一二三]等奖?|优秀|良好|合格|[A-E][类级档]|[一二三]类|首次认定|重新认定|第[一二三]名")
_SUM_HEAD = re.compile(
    r"(?:最高|单个|单项|年度|一次性)*(?:奖励|补助|资助|补贴|扶持|支持|奖补|配套)?(?:比例|标准|额度|金额|资金|上限|限额|奖励|补助|资助|补贴)(?:上限|限额|标准)?(?:\([^()]{1,12}\))?"
)
_MOST = re.compile(r"最高|上限|限额|不超过|封顶")
_UNIT = re.compile(r"万元|元|%")
_VALUE = re.compile(
    r"(?P<bound>不超过|最高(?:不超过)?|≤|<=|至多|不低于|≥|>=)?(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4})?)(?:[-~至](?P<upper>\d{1,9}(?:\.\d{1,4})?))?"
    r"(?: ?(?P<unit>亿元|万元|万|元|%))?(?P<tail>以内|以下|封顶)?(?:/[^\d,;。]{1,6})?"
)
# 首次通过10,复评通过3: cases with their sums, the unit said in the head or above the table
_CASE = re.compile(r"(?P<words>[^\d,;、。]{1,14}?)(?:奖励?|补助?|补贴|资助|:)?(?P<number>\d{1,6}(?:\.\d{1,4})?)(?:[,;、。]|$)")
_RATE = re.compile(r"[^\d%]{1,20}(?P<number>\d{1,3}(?:\.\d{1,2})?)%[^\d%]{0,8}")
_SCALES = {"亿元": 100_000_000, "万元": 10_000, "万": 10_000, "元": 1, "%": 1}


@dataclass(frozen=True)
class _Head:
    """The head row: how many cells, the columns with sums and their words, and the caption above the table."""

    cells: int
    sums: dict[int, str]
    caption: str


@dataclass(frozen=True)
class _Sum:
    """One cell with a value: [start, end) in the original text; `upper` is None unless it is a range."""

    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: str
    head: str


def find_table_awards(normal: Normal) -> Iterator[Candidate]:
    """The awards of all tables of support in text order; linear in the length of the text."""
    head: _Head | None = None
    caption = ""
    for offset, line, cells in table_lines(normal):
        if len(cells) < 2:
            head = None if line.strip() else head
            caption = (caption[-40:] + line.strip()[-80:])[-80:]
        elif (found := _head(cells, plain_width(caption))) is not None:
            head = found
        elif head is not None:
            yield from _row(normal, cells, head, offset)


def _head(cells: list[Cell], caption: str) -> _Head | None:
    names = [words for _, words in cells]
    if is_goal_head(cells) or any(re.search(r"\d{2}", name) for name in names):
        return None
    classes = {i: name for i, name in enumerate(names) if _CLASS.match(name) and len(name) <= 12}
    sums = {i: name for i, name in enumerate(names) if _SUM_HEAD.fullmatch(name)}
    if len(classes) >= 2 and _SUPPORT.search(caption + "".join(names)):
        return _Head(len(cells), classes, caption)
    supported = sums and _SUPPORT.search(caption + "".join(sums.values()))
    return _Head(len(cells), sums, caption) if supported else None


def _row(normal: Normal, cells: list[Cell], head: _Head, offset: int) -> Iterator[Candidate]:
    """The awards of one row; a row whose first cell is merged with the one above counts its cells from the end."""
    shift = len(cells) - head.cells
    if abs(shift) > 1:
        return
    columns = [(cells[i + shift], name) for i, name in head.sums.items() if 1 <= i + shift < len(cells)]
    found = [item for cell, name in columns for item in _cell(cell, name, head.caption, offset)]
    first = min(i + shift for i in head.sums)
    words = "".join(name for _, name in cells[: max(first, 1)] if re.search(r"[一-龥]{2}", name))
    ceilings = [item for item in found if item.unit != "%" and _MOST.search(item.head)]
    if ceilings and not any(item.unit == "%" for item in found):
        found += [item for cell, name in columns for item in _rate_in_words(cell, name, offset)]
    rates = [item for item in found if item.unit == "%"]
    if len(rates) == 1 and len(ceilings) == 1 and words:
        ceiling: Columns = {"ceiling_cny": int(ceilings[0].value), "ceiling_per": "beneficiary", "ceiling_period": "unstated"}
        yield _candidate(normal, rates[0], words, head, ceiling, (_reason(normal, ceilings[0]),))
    elif words:
        for item in found:
            yield _candidate(normal, item, words, head, {})


def _cell(cell: Cell, head: str, caption: str, offset: int) -> list[_Sum]:
    """The value of a cell, or the values of its cases."""
    whole = _sum(cell, head, caption, offset)
    if whole is not None:
        return [whole]
    at, words = cell
    unit = _unit_of(head, caption)
    cases = list(_CASE.finditer(words))
    if not unit or "".join(case.group() for case in cases) != words:
        return []
    return [
        _Sum(offset + at + case.start("number"), offset + at + case.end("number"), Decimal(case["number"]) * _SCALES[unit], None, unit, "at_most" if _MOST.search(case["words"]) else "exact", case["words"])
        for case in cases
    ]


def _rate_in_words(cell: Cell, head: str, offset: int) -> list[_Sum]:
    """增量的8%: the one rate of a cell beside a column of ceilings."""
    at, words = cell
    match = _RATE.fullmatch(words)
    if match is None:
        return []
    start, end = offset + at + match.start("number"), offset + at + match.end("number") + 1
    return [_Sum(start, end, Decimal(match["number"]), None, "%", "at_most" if _MOST.search(words) else "exact", head)]


def _unit_of(head: str, caption: str) -> str:
    """The unit that the head of a column or the caption of a table names, empty if none."""
    named = _UNIT.search(head) or re.search(r"单位:(万元|元|%)", caption)
    return named.group().removeprefix("单位:") if named else ""


def _sum(cell: Cell, head: str, caption: str, offset: int) -> _Sum | None:
    at, words = cell
    match = _VALUE.fullmatch(words)
    unit = (match["unit"] or _unit_of(head, caption)) if match else ""
    if match is None or not unit:
        return None
    least = match["bound"] in ("不低于", "≥", ">=")
    most = (match["bound"] and not least) or match["tail"] or _MOST.search(head)
    bound = "range" if match["upper"] else "at_least" if least else "at_most" if most else "exact"
    value, upper = (Decimal(text.replace(",", "")) * _SCALES[unit] if text else None for text in (match["number"], match["upper"]))
    start, end = offset + at + match.start("number"), offset + at + (match.end("unit") if match["unit"] else max(match.end("number"), match.end("upper")))
    return _Sum(start, end, value, upper, unit, bound, head) if value is not None else None


def _reason(normal: Normal, ceiling: _Sum) -> Reason:
    return Reason("ceiling", ceiling.start, ceiling.end, normal.simplified[ceiling.start : ceiling.end])


def _candidate(normal: Normal, item: _Sum, words: str, head: _Head, ceiling: Columns, reasons: tuple[Reason, ...] = ()) -> Candidate:
    form = "rate" if item.unit == "%" else "sum"
    main, top = MAIN_COLUMNS[form]
    levels = find_levels(item.head) or find_levels(words)
    titles = find_titles(words)
    code = titles[-1].code if titles else ""
    kind, _ = context.beneficiary_of(words, BENEFICIARIES.get(code, ""), head.caption)
    columns: Columns = {
        "form": form, "bound": item.bound, main: number(item.value), "beneficiary": kind, "beneficiary_zh": words[-40:],
        "trigger": context.trigger_of(words, head.caption, bool(titles and levels)), "selection": "unstated", "instrument": "subsidy", "frequency": "unspecified",
        "payers": ["unstated"], "categories": context.categories_of(words, head.caption), "has_local_condition": False,
        "recognition_level": levels[-1].code if levels else "none", "level_or_above": bool(levels and levels[-1].above), **ceiling,
    }
    if item.upper is not None:
        columns[top] = number(item.upper)
    if form == "rate":
        columns["rate_basis"] = bases.rate_basis_of(words, "", head.caption)
    if code:
        columns["designation"] = code
    if not levels and _CLASS.match(item.head):
        columns["variant_zh"] = item.head
    return Candidate("award", item.start, item.end, normal.simplified[item.start : item.end], 0.6, "cell of a table of support", columns, reasons)
