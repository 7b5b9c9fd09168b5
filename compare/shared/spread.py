"""Distribution: where the figures of all documents that pass the filters stand, one strip for each title, level and kind of figure.

A table says for each strip how many documents state a figure, promise support without one, are silent or were not read, with median and
quartiles over what is directly comparable and nothing else. Places are never ranked.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from compare.shared import around as said
from compare.shared.material import Material, marked_ids, pinned_id
from compare.shared.names import short_names
from compare.shared.view import View
from loaders import lookups, queries, spread
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from loaders.spread import Line, Quartiles, Standing
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note, Point
from model.money import WAN
from model.points import point
from model.prepared import age
from model.proposal import PROPOSAL, proposed_awards
from model.saying import Words, figure_of, joined, label, percent, small, text, yuan
from model.selection import Selection
from model.status import OUTDATED

STRIPS = 12
SLOPES = 6  # places with several papers, up to which all have their line where none is named
DRAWN = 5  # as many strips as leave the table on the first screen
COLUMNS = ("stated", "comparable", "low", "median", "high", "promised", "silent", "not_reviewed")
PAYABLE_COLUMNS = ("stated", "promised", "silent", "not_reviewed")  # largest sums are for different matters and have no median
_NOTES = ("spread.note_alike", "spread.note_strips", "note.ceiling")
_PAYABLE_NOTES = ("largest.note_payments", "largest.note_single", "spread.note_strips", "note.ceiling")
_PERCENT_KINDS = ("rate", "match")


class Source(Protocol):
    """Where strips come from: `loaders.spread`, or `loaders.payable` for largest sums."""

    def lines(self, tables: Tables, rows: Rows, limit: int) -> tuple[Line, ...]:
        """The strips on which most documents stand."""

    def points(self, tables: Tables, rows: Rows, wanted: tuple[Line, ...], named: tuple[str, ...] = ()) -> Mapping[Line, Sequence[Row]]:
        """Their figures, lowest first."""

    def standing(self, tables: Tables, rows: Rows, wanted: tuple[Line, ...]) -> Mapping[Line, Standing]:
        """How all documents stand to them."""


@dataclass(frozen=True)
class Strip:
    """One line with its points, what is comparable in it (against the own figure if there is one, else the commonest kind) and how all documents stand to it."""

    line: Line
    heading: Heading
    points: tuple[Point, ...]
    own: Point | None
    own_row: Row | None
    quartiles: Quartiles | None
    standing: Standing


def spread_of(view: View, tables: Tables, selection: Selection, source: Source = spread) -> Comparison:
    """The distribution of a view's awards. `selection.row` is the strip that the sentence is about; the chart draws it first, then others of its kind."""
    rows = view.rows(tables, view.honoured(selection))
    total = lookups.count_documents(tables, rows.selection)
    named = source.lines(tables, rows, STRIPS)
    strips = _strips(view, tables, rows, source, named, selection)
    shown_columns = COLUMNS if any(not line.is_payable for line in named) else PAYABLE_COLUMNS
    held = Material(tables, rows.selection, lookups.documents_by_id(tables, _shown(strips)), total)
    chosen = next((strip for strip in strips if strip.line.key == selection.row), strips[0] if strips else None)
    unit, scale, axis = _axis(chosen.line.kind) if chosen else ("cny", WAN, "axis.wan")
    chart = Chart(
        "spread", unit, scale, text(axis), tuple(strip.heading for strip in strips), tuple(Heading(name, text(f"spread.{name}")) for name in shown_columns),
        _drawn(strips, chosen))
    cells = tuple(cell for strip in strips for cell in _cells(strip))
    behind = lookups.by_id(tables, "awards", dict.fromkeys(one.source_id for strip in strips for one in strip.points if one.is_marked and one.source_id))
    return said.comparison(
        view, held, selection, chart, cells, finding=_finding(tables, rows, chosen, total) if chosen else "",
        notes=[Note("method", text(key)) for key in (_PAYABLE_NOTES if shown_columns is PAYABLE_COLUMNS else _NOTES)], behind=behind.values(),
        points=tuple(one for strip in strips for one in strip.points))


def _strips(view: View, tables: Tables, rows: Rows, source: Source, named: tuple[Line, ...], selection: Selection) -> list[Strip]:
    """All strips of a page, each question to the tables asked once for all of them."""
    own_id, marked = pinned_id(tables, view.honoured(selection)), marked_ids(view, tables, selection)
    found = source.points(tables, rows, named, tuple(dict.fromkeys(key for key in (own_id, *marked) if key))) if named else {}
    standings = source.standing(tables, rows, named) if named else {}
    own = {line: row for line, held in found.items() for row in held if own_id and row["document_id"] == own_id}  # the highest comes last
    alike = tuple((line, (row["alike"], row["place_level"])) for line, row in own.items())
    plain = tuple(line for line in named if not line.is_payable)
    middle = spread.quartiles(tables, rows, plain, alike) if plain else {}
    documents = lookups.documents_by_id(tables, dict.fromkeys(row["document_id"] for held in found.values() for row in held if row["document_id"]))
    cities = queries.cities(tables)
    names = {key: said.named_own(name, selection, cities) if key == own_id else name for key, name in short_names(documents, cities).items()}
    return [_strip(line, found[line], documents, names, frozenset(marked), own.get(line), middle.get(line), standings[line], selection) for line in named]


def _strip(line: Line, found: Sequence[Row], documents: Mapping[str, Row], names: Mapping[str, Words], marked: frozenset[str], own_row: Row | None,
           middle: Quartiles | None, stands: Standing, selection: Selection) -> Strip:
    older = earlier_figures(found, {row["document_id"]: documents[row["document_id"]] for row in found if row["document_id"]}, marked)
    named = highest_of(found, marked) | {*older, *older.values()}
    points = [_point(line, row, names, named, older, own_row) for row in found]
    proposed = [_proposed(line, row) for row in proposed_awards(selection.proposals, [{"designation": line.title, "beneficiary": ""}]) if _is_on(line, row)]
    own = next((one for one in points if one.is_own), None)
    return Strip(line, _heading(line), (*points, *proposed), own, own_row, middle, stands)


def highest_of(found: Iterable[Row], documents: Collection[str]) -> set[str]:
    """The award of each of these documents with the highest figure on a line; `found` are its figures, lowest first."""
    return {*{row["document_id"]: row["award_id"] for row in found if row["document_id"] in documents}.values()}


def earlier_figures(found: Sequence[Row], documents: Mapping[str, Row], marked: Collection[str]) -> dict[str, str]:
    """For the figure in a place's newest paper: its award and that of the paper before, each the highest of its paper. Drafts are no papers here.

    Of the places of the named documents; where none is named, of all places if they are few.
    """
    of_place: dict[tuple[str, str | None], list[str]] = {}  # papers of one place that bear names of their own are for different matters
    for key in sorted(documents, key=lambda key: (age(documents[key]), key)):
        if not documents[key]["is_draft"]:
            of_place.setdefault((documents[key]["city_id"], documents[key]["short_zh"]), []).append(key)
    wanted = {documents[key]["city_id"] for key in marked if key in documents}
    series = [papers for (place, _), papers in of_place.items() if len(papers) > 1 and (not marked or place in wanted)]
    if not wanted and len(series) > SLOPES:
        return {}
    best = {row["document_id"]: row["award_id"] for row in found}
    return {best[newer]: best[older] for *_, older, newer in series}


def _point(line: Line, row: Row, names: Mapping[str, Words], named: Collection[str], older: Mapping[str, str], own_row: Row | None) -> Point:
    return Point(
        line.key, row["mark"], row["low"], row["high"], words=_sum(line.kind, row["mark"], row["low"], row["high"]),
        label=_named(names[row["document_id"]], row["status"]) if row["document_id"] else text("spread.several", count=row["count"]), document_id=row["document_id"],
        source_id=row["award_id"], status=row["status"], count=row["count"], is_tentative=row["status"] == "draft",
        before=older.get(row["award_id"], ""), is_marked=row["award_id"] in named, is_own=row is own_row)


def _named(name: Words, status: str) -> Words:
    """The name of a document beside its point: one that was in force and is not any more says so."""
    return text("reports.with_status", document=name, status=small(label("status", status))) if status in OUTDATED else name


def _proposed(line: Line, award: Row) -> Point:
    placed = point(award)
    return Point(line.key, placed["mark"], placed["low"], placed["high"], words=figure_of(award), label=text("proposal.label"), document_id=PROPOSAL,
                 is_tentative=True, is_marked=True)


def _is_on(line: Line, award: Row) -> bool:
    placed = point(award)
    return (placed["title"], placed["recognition_level"], placed["kind"]) == (line.title, line.level, line.kind)


def _heading(line: Line) -> Heading:
    """The words of a strip: title and level, and what kind of figure where it is no plain payment."""
    title = label("designation", line.title) if line.title in codes("designation") else label("beneficiary", line.title)
    if line.level != "none":
        title = text("row.title_level", title=title, level=text("row.level", level=small(label("recognition_level", line.level))))
    if line.kind.startswith("per_"):
        title = text("row.variant", row=title, variant=text("row.per", per=label("per_unit", line.kind.removeprefix("per_"))))
    elif line.kind not in ("payment", spread.PAYABLE):
        title = text("row.variant", row=title, variant=small(label("mark", line.kind)))
    return Heading(line.key, title)


def _axis(kind: str) -> tuple[str, float, str]:
    """Unit, scale and title of the axis for a kind of figure."""
    if kind in _PERCENT_KINDS:
        return "percent", 1, "axis.percent"
    return ("cny", 1, "axis.yuan") if kind.startswith("per_") else ("cny", WAN, "axis.wan")


def _value(kind: str, value: float) -> Words:
    return percent(value) if kind in _PERCENT_KINDS else yuan(value)


def _sum(kind: str, mark: str, low: float | None, high: float | None) -> Words:
    """A figure with its bound in words."""
    if low is not None and high is not None:
        return _value(kind, low) if low == high else text("money.range", low=_value(kind, low), high=_value(kind, high))
    if high is not None:
        return text("money.at_most", sum=_value(kind, high))
    return text("money.at_least", sum=_value(kind, low or 0))


def _cells(strip: Strip) -> Iterable[Cell]:
    """Counts as words, quartiles as figures; what cannot be said is left out."""
    key, found, kind = strip.heading.key, strip.standing, strip.line.kind
    counts = {"stated": found.stated, "promised": found.promised, "silent": found.silent, "not_reviewed": found.not_reviewed,
              "comparable": strip.quartiles.count if strip.quartiles else 0}
    for name in PAYABLE_COLUMNS if strip.line.is_payable else COLUMNS:
        if name in counts:
            yield Cell(key, name, "text", str(counts[name]))
        elif strip.quartiles and strip.quartiles.count >= MEDIAN_FROM:
            value = getattr(strip.quartiles, name)
            yield Cell(key, name, "exact", _value(kind, value), value, value, "percent" if kind in _PERCENT_KINDS else "cny")


MEDIAN_FROM = 5  # below so many comparable documents the figures themselves say more than a quartile


def _finding(tables: Tables, rows: Rows, strip: Strip, total: int) -> Words:
    """One sentence on the chosen strip: how many state a figure, the median of what is comparable, and where the own figure stands."""
    parts = [text("spread.finding_stated", total=total, stated=strip.standing.stated)]
    if strip.own and strip.line.is_payable:
        parts.append(text("spread.finding_own_sum", document=strip.own.label, figure=strip.own.words))
    elif strip.own and strip.own_row and strip.quartiles:
        count, below = spread.not_above(tables, rows, strip.line, (strip.own_row["alike"], strip.own_row["place_level"]), strip.own.value, strip.own.document_id)
        parts.append(text("spread.finding_own", document=strip.own.label, figure=strip.own.words, count=count, below=below) if count else
                     text("spread.finding_alone", document=strip.own.label, figure=strip.own.words))
    if strip.quartiles and strip.quartiles.count >= MEDIAN_FROM:
        parts.append(text("spread.finding_median", count=strip.quartiles.count, median=_value(strip.line.kind, strip.quartiles.median)))
    return text("finding.row", row=strip.heading.label, said=joined("list.clause", parts))


def _drawn(strips: Sequence[Strip], chosen: Strip | None) -> tuple[str, ...]:
    """The chosen strip with the first others that may share its axis; the rest stand in the table."""
    alike = [strip.line.key for strip in strips if chosen and strip.line.kind == chosen.line.kind and strip is not chosen]
    return (chosen.line.key, *alike[: DRAWN - 1]) if chosen else ()


def _shown(strips: Sequence[Strip]) -> tuple[str, ...]:
    """The documents that are named: the marked ones."""
    return tuple(dict.fromkeys(one.document_id for strip in strips for one in strip.points if one.is_marked and one.document_id != PROPOSAL))
