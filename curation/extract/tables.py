"""Goals in tables of indicators: a head row with a year or 目标, then rows whose numbers carry no unit of their own.

The running text is read without white space, so tables are read from the lines as printed. Cells are parted by tabs,
bars or two and more spaces.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from curation.extract.candidates import Candidate, Columns
from curation.extract.drafts import number
from curation.extract.figures import Figure
from curation.extract.indicators import code_of, unit_of
from curation.extract.levels import find_levels
from curation.extract.normalise import Normal, mend_number, plain_width

Cell = tuple[int, str]  # offset in its line, words

_CELL = re.compile(r"[^\t|\r\n]+?(?=\t|\||[ \u3000]{2,}|[ \u3000]*(?:[\r\n]|$))")
_PARTED = re.compile(r"[\t|]|[ \u3000]{2}")
_GOAL_CELL = re.compile(r"(?:20\d\d年?)?(?:预期)?(?:目标|规划)值?(?:\(?20\d\d年?\)?)?|20\d\d年(?:末|底)?")
_GROWTH_CELL = re.compile(r"年均|累计|\[累计|增速")
_EMPTY = re.compile(r"[-—–/]+")
_YEAR = re.compile(r"20\d\d")
_VALUE = re.compile(r"(?P<bound>≥|>=|>|≤|<=|<|约|不低于|超过|达到)?(?P<number>\d{1,3}(?:,\d{3})+|\d{1,12}(?:\.\d{1,4})?)(?P<unit>%|‰|亿元|万元|家|个|件|项|人|名|平方米|万平方米)?(?P<tail>以上|左右|以内)?")
_UNIT = re.compile(r"\((?P<scale>万|亿|千)?(?P<unit>%|元|家|户|个|件|项|人|名|人年|平方米|件/万人|人年/万人)\)|^(?P<alone>%|亿元|万元|家|户|个|件|项|人|名|万平方米|平方米|人年)$")
_COMPARE = {"≥": ">=", ">=": ">=", ">": ">", "≤": "<=", "<=": "<=", "<": "<=", "约": "~", "不低于": ">=", "超过": ">", "达到": ">=", "以上": ">=", "左右": "~", "以内": "<="}
_SCALES = {"千": 1_000, "万": 10_000, "亿": 100_000_000}
_LONGEST_LINE = 300


@dataclass(frozen=True)
class _Head:
    """The head row of a table: how many cells, which of them holds the goal, its year, and which holds the growth a year."""

    cells: int
    goal: int
    year: int | None
    growth: int | None


def find_table_targets(normal: Normal) -> Iterator[Candidate]:
    """One target for each row of a table of indicators; linear in the length of the text."""
    head: _Head | None = None
    for offset, line, cells in table_lines(normal):
        if len(cells) < 2:
            head = None if line.strip() else head
        elif (found := _head(cells)) is not None:
            head = found
        elif head is not None:
            yield from _row(normal, cells, head, offset)


def table_lines(normal: Normal) -> Iterator[tuple[int, str, list[Cell]]]:
    """Each line with its offset and its cells; a line without marks of cells, or a very long one, has fewer than two."""
    offset = 0
    for line in normal.simplified.splitlines(keepends=True):
        yield offset, line, _cells(line) if len(line) <= _LONGEST_LINE and _PARTED.search(line) else []
        offset += len(line)


def _cells(line: str) -> list[Cell]:
    """Offset in the line and words of each cell."""
    found = []
    for match in _CELL.finditer(line):
        words = match.group().strip()
        if words:
            found.append((match.start() + match.group().index(words[0]), mend_number(plain_width(words))))
    return found


def is_goal_head(cells: list[Cell]) -> bool:
    """Whether a row of cells is the head of a table of goals."""
    return _head(cells) is not None


def _head(cells: list[Cell]) -> _Head | None:
    goals = [i for i, (_, words) in enumerate(cells) if _GOAL_CELL.fullmatch(words)]
    if not goals or not any(re.search(r"指标|名称|项目|内容", words) for _, words in cells):
        return None
    year = _YEAR.search(cells[goals[-1]][1])
    growth = next((i for i, (_, words) in enumerate(cells) if _GROWTH_CELL.match(words)), None)
    return _Head(len(cells), goals[-1], int(year.group()) if year else None, growth)


def _goal_cell(cells: list[Cell], head: _Head, shift: int) -> int:
    """The cell of the goal; where it is empty, that of the growth (研发投入增长: —, 10.5)."""
    place = head.goal + shift
    if head.growth is not None and 0 <= head.growth + shift < len(cells) and 0 <= place < len(cells) and _EMPTY.fullmatch(cells[place][1]):
        return head.growth + shift
    return place


def _row(normal: Normal, cells: list[Cell], head: _Head, offset: int) -> Iterator[Candidate]:
    """The goal of one row; a row whose first cell is merged with the one above counts its cells from the end."""
    place = _goal_cell(cells, head, len(cells) - head.cells)
    if not 1 <= place < len(cells) or abs(len(cells) - head.cells) > 1:
        return
    at, words = cells[place]
    match = _VALUE.fullmatch(words)
    names = [name for _, name in cells[:place] if re.search(r"[一-龥]{3}", name)]
    if match is None or not names or len(words) > 16:
        return
    name = names[-1]
    figure, unit_words = _figure(match, [name, *(cell for _, cell in cells[1:])])
    if figure is None:
        return
    unit, value = unit_of(figure, name + unit_words)
    levels = find_levels(name) if figure.kind not in ("rank", "index") else []
    columns: Columns = {
        "verb": "reach", "comparator": _COMPARE.get(match["bound"] or match["tail"] or "", "="), "value": number(value), "unit": unit, "indicator_zh": name[:30],
        "basis": "annual_growth" if re.search(r"年均|增速|增长率", name) else "ratio" if unit == "percent" else "level",
        "recognition_level": levels[-1].code if levels else "none", "level_or_above": bool(levels and levels[-1].above),
    }
    if code := code_of(name):
        columns["indicator"] = code
    if head.year:
        columns["target_year"] = head.year
    columns["target_year_basis"] = "heading" if head.year else "none"
    start, end = offset + at + match.start("number"), offset + at + match.end("unit" if match["unit"] else "number")
    yield Candidate("target", start, end, normal.simplified[start:end], 0.6, "row of a table of indicators", columns)


def _figure(match: re.Match[str], cells: list[str]) -> tuple[Figure | None, str]:
    """The figure with the unit of its own cell, of a cell for units or of the brackets behind the name; a rank or an index has none."""
    words = match["unit"] or ""
    standing = re.search(r"(?P<rank>排名|位次|名次)|指数|得分|评分", cells[0]) if not words else None
    if standing:
        return Figure("rank" if standing["rank"] else "index", 0, 0, Decimal(match["number"].replace(",", "")), ""), ""
    for cell in cells:
        found = None if words else _UNIT.search(cell)
        if found:
            words = found["alone"] or (found["scale"] or "") + found["unit"]
    if not words:
        return None, ""
    value = Decimal(match["number"].replace(",", "")) * _SCALES.get(words[0], 1)
    unit = words.lstrip("万亿千")
    kind = "money" if unit == "元" else "percent" if unit in "%‰" else "area" if unit == "平方米" else "count"
    return Figure(kind, 0, 0, value / 10 if unit == "‰" else value, unit.split("/")[0]), "每万人" if "/万人" in words else ""
