"""Distribution of goals: one indicator by target year and value, with how many documents set it; what is alike gives the median."""

from compare.shared import around as said
from compare.shared.listed_targets import title
from compare.shared.material import Material, marked_ids, pinned_id
from compare.shared.target_rows import FIRST, SCALES, span
from compare.shared.view import View
from loaders import goals, lookups, queries
from loaders.goals import Line, Middle
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Cell, Chart, Comparison, Heading, Note, Point
from model.saying import Words, document_short, joined, label, quantity, small, text
from model.selection import Selection

LINES = 12
COLUMNS = ("stated", "year", "comparable", "low", "median", "high")
MEDIAN_FROM = 5  # below so many comparable documents the values themselves say more than a quartile


def goal_spread(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are the definitions that most documents share, R&D intensity first; the points are the goals of the chosen one."""
    rows = view.rows(tables, view.honoured(selection))
    total = lookups.count_documents(tables, rows.selection)
    found = sorted(goals.lines(tables, rows, LINES), key=lambda item: item[0].indicator != FIRST)
    chosen = next((line for line, _ in found if line.key == selection.row), found[0][0] if found else None)
    points = _points(view, tables, rows, chosen, selection) if chosen else ()
    headings = tuple(Heading(line.key, _name(line)) for line, _ in found)
    middles = goals.middles(tables, rows, tuple(line for line, _ in found)) if found else {}
    cells = tuple(cell for line, count in found for cell in _cells(line, middles.get(line), count))
    named = tuple(dict.fromkeys(one.document_id for one in points if one.is_marked))
    held = Material(tables, rows.selection, lookups.documents_by_id(tables, named), total)
    unit = chosen.unit if chosen else "percent"
    axis = text("goals.axis", indicator=_name(chosen), unit=text(f"targets.unit_{unit}") if unit in SCALES else label("unit", unit)) if chosen else ""
    chart = Chart("goals", unit, SCALES.get(unit, 1), axis, headings, tuple(Heading(name, text(f"goals.{name}")) for name in COLUMNS), (chosen.key,) if chosen else ())
    behind = lookups.by_id(tables, "targets", [one.source_id for one in points if one.is_marked])
    finding = _finding(chosen, middles.get(chosen), dict(found)[chosen], total, points) if chosen else ""
    return said.comparison(
        view, held, selection, chart, cells, finding=finding, notes=[Note("method", text(key)) for key in ("goals.note_alike", "targets.rule_words")], behind=behind.values(), points=points)


def _name(line: Line) -> Words:
    return text("row.variant", row=title(line), variant=small(label("target_basis", line.basis))) if line.basis not in ("level", "ratio") else title(line)


def _points(view: View, tables: Tables, rows: Rows, line: Line, selection: Selection) -> tuple[Point, ...]:
    marked, own = marked_ids(view, tables, selection), pinned_id(tables, rows.selection)
    found = goals.points(tables, rows, line, tuple(dict.fromkeys(key for key in (own, *marked) if key)))
    documents = lookups.documents_by_id(tables, [row["document_id"] for row in found if row["document_id"]])
    return tuple(_point(tables, line, row, documents.get(row["document_id"]), frozenset(marked), own) for row in found)


def _point(tables: Tables, line: Line, row: Row, document: Row | None, marked: frozenset[str], own: str) -> Point:
    mark, low, high = span(row)
    key = row["document_id"]
    return Point(
        line.key, mark, low, high, words=text(f"goals.words_{mark}", value=quantity(row["value"], line.unit), year=row["target_year"] or text("targets.no_year")),
        label=document_short(document, queries.cities(tables)[row["city_id"]]) if document else text("spread.several", count=row["count"]), document_id=key,
        source_id=row["target_id"], status=row["status"], count=row["count"], at=row["target_year"], is_tentative=row["status"] == "draft",
        is_marked=key in marked, is_own=bool(key) and key == own)


def _cells(line: Line, middle: Middle | None, count: int) -> list[Cell]:
    counts = {"stated": count, "comparable": middle.count if middle else 0, "year": (middle.year if middle else None) or "—"}
    cells: list[Cell] = [Cell(line.key, name, "text", str(value)) for name, value in counts.items()]
    if middle and middle.count >= MEDIAN_FROM:
        cells += [Cell(line.key, name, "exact", quantity(value, line.unit), value, value, line.unit)
                  for name, value in (("low", middle.low), ("median", middle.median), ("high", middle.high))]
    return cells


def _finding(line: Line, middle: Middle | None, stated: int, total: int, points: tuple[Point, ...]) -> Words:
    """One sentence: how many documents set the goal, the own one, and the median of what is comparable."""
    parts = [text("goals.finding_stated", total=total, stated=stated)]
    parts += [text("finding.value", document=one.label, figure=one.words) for one in points if one.is_own][:1]
    if middle and middle.count >= MEDIAN_FROM:
        of_year = text("goals.of_year", year=middle.year) if middle.year else text("goals.of_no_year")
        parts.append(text("goals.finding_median", of_year=of_year, count=middle.count, median=quantity(middle.median, line.unit)))
    return text("finding.row", row=_name(line), said=joined("list.clause", parts))
