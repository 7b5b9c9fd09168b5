"""The text of a workbook (.xlsx, .xlsm): every visible sheet as one table, with what Excel shows in its cells."""

import re
from collections import Counter
from typing import Any

from curation.read.limits import Limits, within
from curation.read.package import Package, attribute, local
from curation.read.reading import ReadError, Reading, counted
from curation.read.sheet_values import Formats, cell_words, formats_of, text_of_item
from curation.read.table_text import Cell, table_lines
from curation.read.word_styles import child, is_on

_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_UNNAMED = re.compile(r"(?:Sheet|工作表)\s*\d*", re.IGNORECASE)


def read_sheet(data: bytes, name: str, limits: Limits) -> Reading:
    """All visible sheets in order. Raises ReadError for a file that is damaged, locked, or has more cells than are read."""
    package = Package(data, name, limits)
    main = next((target for kind, target in package.related("").values() if kind == "officeDocument"), "xl/workbook.xml")
    book, related = package.xml(main), package.related(main)
    if local(book) != "workbook":
        raise ReadError("read.damaged", name=name, kind=".xlsx", detail=local(book)[:20])
    parts = {kind: package.xml(target) for kind, target in related.values() if kind in ("sharedStrings", "styles") and package.has(target)}
    properties = child(book, "workbookPr")
    strings = [text_of_item(item) for item in parts.get("sharedStrings", ()) if local(item) == "si"]
    formats = formats_of(parts.get("styles"), properties is not None and is_on(properties, "date1904"))
    left_out: Counter[str] = Counter()
    lines: list[str] = []
    shown = [sheet for sheet in child(book, "sheets") if _is_shown(sheet, left_out)] if child(book, "sheets") is not None else []
    for sheet in shown:
        _, part = related.get(_relation(sheet), ("", ""))
        if not package.has(part):
            continue
        own = _sheet(package, part, strings, formats, left_out, limits)
        title = attribute(sheet, "name")
        lines += ([title] if own and len(shown) > 1 and not _UNNAMED.fullmatch(title) else []) + own
    return Reading("".join(f"{line}\n" for line in lines), "sheet", counted(left_out))


def _is_shown(sheet: Any, left_out: Counter[str]) -> bool:
    is_shown = attribute(sheet, "state") in ("", "visible")
    left_out["hidden"] += not is_shown
    return is_shown


def _relation(sheet: Any) -> str:
    return next((str(value) for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _sheet(package: Package, part: str, strings: list[str], formats: Formats, left_out: Counter[str], limits: Limits) -> list[str]:
    data = package.read(part)
    within(len(re.findall(rb"<(?:\w+:)?c[ />]", data)), limits.cells, "cells", package.name)
    root = package.xml_of(data)
    cells: dict[int, dict[int, str]] = {}
    hidden = _hidden_columns(root)
    for row in (held for held in root.iter() if local(held) == "row"):
        if is_on(row, "hidden"):
            left_out["hidden"] += len(row) > 0
            continue
        for cell in (held for held in row if local(held) == "c"):
            place = _PLACE.fullmatch(attribute(cell, "r").replace("$", ""))
            number, column = (int(place[2]), _column(place[1])) if place else (len(cells) + 1, len(cells.get(len(cells) + 1, {})) + 1)
            words, is_unknown = cell_words(cell, strings, formats)
            left_out["formula"] += is_unknown
            if any(first <= column <= last for first, last in hidden):
                left_out["hidden"] += bool(words)
            elif words.strip():
                cells.setdefault(number, {})[column] = words
    spans = _spans(root, limits, package.name)
    lines = table_lines(_rows(cells, spans, limits, package.name), package.name, limits) if cells else []
    return lines + _drawn(package, part, left_out)


def _rows(cells: dict[int, dict[int, str]], spans: dict[tuple[int, int], tuple[int, int]], limits: Limits, name: str) -> list[list[Cell]]:
    """The used rows and columns as a table; a merged range spans those of its rows and columns that are used."""
    numbers, columns = sorted(cells), sorted({column for row in cells.values() for column in row})
    within(len(numbers) * len(columns), 4 * limits.cells, "cells", name)
    covered: set[tuple[int, int]] = set()
    rows: list[list[Cell]] = []
    for place, number in enumerate(numbers):
        row: list[Cell] = []
        for at, column in enumerate(columns):
            if (place, at) in covered:
                continue
            last_row, last_column = spans.get((number, column), (number, column))
            down = sum(number <= held <= last_row for held in numbers[place : place + 2000])
            across = sum(column <= held <= last_column for held in columns[at:])
            covered |= {(place + below, at + right) for below in range(down) for right in range(across)} if down * across > 1 else set()
            row.append(Cell((cells[number].get(column, ""),), (), across, down))
        rows.append(row)
    return rows


def _spans(root: Any, limits: Limits, name: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Merged ranges by their first cell."""
    found = {}
    held = child(root, "mergeCells")
    within(len(held) if held is not None else 0, limits.cells, "cells", name)
    for item in held if held is not None else ():
        first, _, last = attribute(item, "ref").partition(":")
        start, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if start and end:
            found[int(start[2]), _column(start[1])] = (int(end[2]), _column(end[1]))
    return found


def _hidden_columns(root: Any) -> list[tuple[int, int]]:
    held = child(root, "cols")
    return [(int(attribute(item, "min")), int(attribute(item, "max"))) for item in (held if held is not None else ())
            if is_on(item, "hidden") and attribute(item, "min").isdecimal() and attribute(item, "max").isdecimal()]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _drawn(package: Package, part: str, left_out: Counter[str]) -> list[str]:
    """The words of text boxes on a sheet; its pictures, charts and comments are counted."""
    lines: list[str] = []
    for kind, target in package.related(part).values():
        if kind == "comments" and package.has(target):
            left_out["comment"] += sum(local(held) == "comment" for held in package.xml(target).iter())
        elif kind == "drawing" and package.has(target):
            root = package.xml(target)
            left_out["picture"] += sum(local(held) == "pic" for held in root.iter())
            left_out["chart"] += sum(local(held) == "graphicFrame" for held in root.iter())
            words = ("".join(held.text or "" for held in paragraph.iter() if local(held) == "t") for paragraph in root.iter() if local(paragraph) == "p")
            lines += [line for line in words if line.strip()]
    return lines
