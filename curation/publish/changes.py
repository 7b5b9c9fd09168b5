"""What differs between two snapshots, row by row, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from model.fields import FIELDS
from model.schema import CEILINGS, TABLES, Table, place_of
from wording.formats import money, number
from wording.money import words
from wording.texts import label, text

Row = dict[str, Any]

# A place in the text and its context move whenever anything before them does; they say nothing about the figures.
_PLACES = ("start", "end", "prefix", "suffix", "article_order", *(column for name in CEILINGS for column in place_of(name)[1:]))
# Rows without an id of their own are only counted.
_COUNTED = ("figures",)


@dataclass(frozen=True)
class Change:
    """One row added or removed, or one column of a row changed.

    `before` and `after` are the row or the value; for counted tables numbers of rows.
    """

    table: str
    kind: str
    row: str
    column: str = ""
    before: Any = None
    after: Any = None


def changes(old: Path | None, new: Path) -> list[Change]:
    """Every change from one snapshot's folder to another's, table by table; all rows are new without an old one."""
    found: list[Change] = []
    for name, table in TABLES.items():
        before, after = (_rows(place, name) if place else [] for place in (old, new))
        found += _counted(name, before, after) if name in _COUNTED else _compared(table, before, after)
    return found


def changed_documents(found: Iterable[Change]) -> set[str]:
    """The ids of the documents that a row of the changes is of; an id of a row begins with that of its document."""
    return {change.row.split(" ")[0].split(".")[0] for change in found if change.row and "document_id" in TABLES[change.table].columns}


def change_words(change: Change, lang: str) -> str:
    """One change as a line to read."""
    table = text(f"publish.table.{change.table}", lang)
    if change.kind == "changed":
        column = getattr(FIELDS[change.column], lang)
        before, after = (_value(change.column, value, lang) for value in (change.before, change.after))
        return text("publish.changed", lang, table=table, row=change.row, column=column, before=before, after=after)
    if change.kind == "counted":
        return text("publish.counted", lang, table=table, before=change.before, after=change.after)
    said = _about(change.table, change.before or change.after, lang)
    return text(f"publish.{change.kind}", lang, table=table, row=change.row) + (f" {said}" if said else "")


def row_words(row: Row, lang: str) -> str:
    """What an award or target says in a few words."""
    if row.get("award_id"):
        return f"{row[f'beneficiary_{lang}']} {words(row, lang)}"
    return f"{label('indicator', row['indicator'], lang)} {row['phrase']}"


def _about(table: str, row: Row, lang: str) -> str:
    """What a row says, so that the reader of the list need not look it up."""
    if table in ("awards", "targets"):
        return row_words(row, lang)
    if table == "coverage":
        return text("list.fact", lang, name=label("category", row["category"], lang), value=label("coverage_state", row["state"], lang))
    return str(row.get(f"title_{lang}") or row.get(f"name_{lang}") or row.get(lang) or "")


def _rows(place: Path, name: str) -> list[Row]:
    """The rows of a table; none where a snapshot is older than the table."""
    path = place / f"{name}.parquet"
    rows: list[Row] = pq.read_table(path).to_pylist() if path.exists() else []
    return rows


def _counted(name: str, before: list[Row], after: list[Row]) -> list[Change]:
    kept = [column for column in TABLES[name].columns if column not in _PLACES]
    same = sorted(str([row.get(column) for column in kept]) for row in before) == sorted(str([row.get(column) for column in kept]) for row in after)
    return [] if same else [Change(name, "counted", "", before=len(before), after=len(after))]


def _compared(table: Table, before: list[Row], after: list[Row]) -> list[Change]:
    old, new = ({" ".join(str(row[column]) for column in table.key): row for row in rows} for rows in (before, after))
    found = [Change(table.name, "removed", key, before=row) for key, row in old.items() if key not in new]
    found += [Change(table.name, "added", key, after=row) for key, row in new.items() if key not in old]
    for key, row in new.items():
        for column in table.columns:
            if key in old and column in old[key] and column not in _PLACES and old[key][column] != row[column]:
                found.append(Change(table.name, "changed", key, column, old[key][column], row[column]))
    return found


def _value(column: str, value: Any, lang: str) -> str:
    if value is None or value == []:
        return text("publish.nothing", lang)
    if isinstance(value, list):
        return text("list.separator", lang).join(_value(column, item, lang) for item in value)
    if isinstance(value, bool):
        return text(f"publish.{str(value).lower()}", lang)
    if isinstance(value, date):
        return value.isoformat()
    field = FIELDS[column]
    if field.codes:
        return label(field.codes, value, lang)
    if isinstance(value, int | float):
        return money(value, lang) if field.unit == "CNY" else f"{number(value, lang)}{'%' if field.unit == '%' else ''}"
    return str(value)
