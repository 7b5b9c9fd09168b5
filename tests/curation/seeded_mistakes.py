"""Mistakes put into curated documents at random: one wrong digit, unit, level, bound, article, or two rows exchanged.

Each function changes a document's content in place and says what it did, or returns "" where it finds nothing to change.
What they change is chosen without looking at the rules that are to find it.
"""

import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from curation.check.curated import Record, records
from model.codes import codes
from model.schema import FORM_RULES

Row = dict[str, Any]

_MONEY = ("ceiling_cny", "base_ceiling_cny", "also_ceiling_cny", "cap_pct", "term_max_months", "units_max", "bracket_from_cny", "bracket_below_cny")
_GOAL = ("value", "value_max", "target_year", "period_start", "horizon_years")
_WHO = ("beneficiary", "beneficiary_zh", "beneficiary_en", "designation", "recognition_level", "level_or_above", "variant_zh", "variant_en", "condition_zh", "condition_en")
_EVIDENCE = ("phrase", "prefix", "suffix", "start", "end")
_UNITS = {"万元": ("元", "亿元"), "亿元": ("万元", "元"), "元": ("万元",), "万": ("亿",), "家": ("人", "万元"), "件": ("家",), "%": ("万元", "‰"), "平方米": ("家",), "㎡": ("家",), "户": ("人",), "名": ("家",), "个": ("名",), "年": ("个月",)}


def digit(content: Record, rng: random.Random) -> str:
    """One digit of a figure, or of the phrase that it stands on, is another one."""
    row, column = rng.choice([(row, column) for row in _rows(content) for column in (*_figures(row), "phrase") if any(map(str.isdigit, str(row.get(column, ""))))])
    text = str(row[column])
    place = rng.choice([place for place, character in enumerate(text) if character.isdigit()])
    new = rng.choice([number for number in "123456789" if number != text[place]])
    row[column] = text[:place] + new + text[place + 1 :]
    return f"{_name(row)} {column}: {text} -> {row[column]}"


def unit(content: Record, rng: random.Random) -> str:
    """A figure is ten to ten thousand times too large or small, or its printed or counted unit is another one."""
    way = rng.choice(("factor", "factor", "printed", "counted"))
    if way == "factor":
        row, column = rng.choice([(row, column) for row in _rows(content) for column in _figures(row) if column not in ("target_year", "period_start", "horizon_years")])
        factor, old = rng.choice((10, 100, 1000, 10_000)), float(row[column])
        new = old * factor if rng.random() < 0.5 or (old / factor) % 1 else old / factor
        row[column] = f"{new:.0f}" if new % 1 == 0 else f"{new:.4f}".rstrip("0")
        return f"{_name(row)} {column}: {old:g} -> {row[column]}"
    if way == "counted":
        goals = [row for row in _rows(content) if "target_id" in row and row.get("value")]
        if not goals:
            return ""
        row = rng.choice(goals)
        old, row["unit"] = row["unit"], rng.choice([code for code in codes("unit") if code not in (row["unit"], "none")])
        return f"{_name(row)} unit: {old} -> {row['unit']}"
    row, mark = rng.choice([(row, mark) for row in _rows(content) for mark in [next((m for m in _UNITS if row["phrase"].endswith(m)), "")] if mark and _figures(row)])
    old, row["phrase"] = row["phrase"], row["phrase"].removesuffix(mark) + rng.choice(_UNITS[mark])
    return f"{_name(row)} phrase: {old} -> {row['phrase']}"


def level(content: Record, rng: random.Random) -> str:
    """The level of a recognition is another one, or “or above” is turned round."""
    rows = [row for row in _rows(content) if row.get("recognition_level", "none") != "none"]
    if not rows:
        return ""
    row = rng.choice(rows)
    if rng.random() < 0.2:
        row["level_or_above"] = "false" if row["level_or_above"] == "true" else "true"
        return f"{_name(row)} level_or_above -> {row['level_or_above']}"
    old, row["recognition_level"] = row["recognition_level"], rng.choice([code for code in codes("recognition_level") if code != row["recognition_level"]])
    return f"{_name(row)} level: {old} -> {row['recognition_level']}"


def bound(content: Record, rng: random.Random) -> str:
    """Exactly, at most and at least are mistaken for each other, also in goals."""
    row = rng.choice([row for row in _rows(content) if row.get("bound", "open") != "open" or (row.get("comparator") and row.get("value"))])
    column, others = ("bound", ("exact", "at_most", "at_least")) if "bound" in row else ("comparator", (">=", ">", "=", "~", "<="))
    old, row[column] = row[column], rng.choice([code for code in others if code != row[column]])
    return f"{_name(row)} {column}: {old} -> {row[column]}"


def article(content: Record, rng: random.Random) -> str:
    """A measure has the number of another article, or a row stands under another measure or at another place."""
    measures = records(content["measures"])
    way = rng.choice(("number", "measure", "place"))
    if way == "number":
        one, other = rng.sample(measures, 2)
        old, one["article"] = one["article"], other["article"]
        return f"{one['measure_id']} article: {old} -> {one['article']}"
    one = rng.choice([measure for measure in measures if measure.get("awards") or measure.get("targets")])
    section = rng.choice([name for name in ("awards", "targets") if one.get(name)])
    row = rng.choice(one[section])
    if way == "place":
        shift = rng.choice((-2000, -500, 500, 2000))
        row["start"], row["end"] = (str(max(0, int(row[column]) + shift)) for column in ("start", "end"))
        return f"{_name(row)} moved by {shift}" if int(row["start"]) else ""
    other = rng.choice([measure for measure in measures if measure is not one])
    one[section] = [item for item in one[section] if item is not row]
    key, letter = ("award_id", "a") if section == "awards" else ("target_id", "t")
    old, row[key] = row[key], f"{other['measure_id']}.{letter}99"
    for figure in content["figures"]:
        figure.update({"row_id": row[key]} if figure.get("row_id") == old else {})
    other.setdefault(section, []).append(row)
    return f"{old} -> {row[key]}"


def swapped(content: Record, rng: random.Random) -> str:
    """Two rows of one measure exchange their figures, their evidence, or whom they are for."""
    pairs = [(one, other) for measure in records(content["measures"]) for section in ("awards", "targets") for rows in [measure.get(section) or []]
             for place, one in enumerate(rows) for other in rows[place + 1 :] if _figures(one) and _figures(other)]
    if not pairs:
        return ""
    one, other = rng.choice(pairs)
    if one["start"] == other["start"]:
        return ""  # one figure for two titles: it makes no difference which row is which
    columns = rng.choice((tuple({*_figures(one), *_figures(other)} - {"target_year", "period_start"}), _EVIDENCE, _WHO if "award_id" in one else ("value", "unit", "indicator")))
    old = deepcopy(one)
    _take(one, other, columns)
    _take(other, old, columns)
    if _same(one, old) or _same(one, {**other, **{key: old[key] for key in ("award_id", "target_id") if key in old}}):
        return ""
    return f"{_name(one)} <-> {_name(other)}: {', '.join(sorted(columns))}"


KINDS: dict[str, Callable[[Record, random.Random], str]] = {"digit": digit, "unit": unit, "level": level, "bound": bound, "article": article, "swapped": swapped}


def mistakes(documents: list[Record], count: int, seed: int) -> Iterator[tuple[str, str, Record]]:
    """`count` documents with one mistake each, by turns of every kind: the kind, what was done, and the content."""
    rng, made = random.Random(seed), 0
    while made < count:
        kind = list(KINDS)[made % len(KINDS)]
        content = deepcopy(rng.choice(documents))
        done = KINDS[kind](content, rng)
        if done:
            made += 1
            yield kind, done, content


def _rows(content: Record) -> list[Row]:
    """Awards, targets, and the entries of the ledger that hold a figure of an award."""
    found = [row for measure in records(content["measures"]) for section in ("awards", "targets") for row in records(measure.get(section))]
    return found + [row for row in records(content["figures"]) if row.get("column")]


def _figures(row: Row) -> tuple[str, ...]:
    """The columns of a row that hold a figure."""
    if "award_id" not in row:
        return tuple(column for column in _GOAL if row.get(column))
    rule = FORM_RULES[row["form"]]
    return tuple(column for column in (rule.main, rule.upper, *_MONEY) if column and row.get(column))


def _name(row: Row) -> str:
    return str(row.get("award_id") or row.get("target_id") or f"figure of {row.get('row_id')}")


def _take(row: Row, other: Row, columns: tuple[str, ...]) -> None:
    for column in columns:
        row.pop(column, None)
        if column in other:
            row[column] = other[column]


def _same(one: Row, other: Row) -> bool:
    return {key: value for key, value in one.items() if key != "note_zh"} == {key: value for key, value in other.items() if key != "note_zh"}
