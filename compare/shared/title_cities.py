"""A recognised title in many documents: places are rows, levels of recognition columns, and the highest support of a place stands in its cell.

A cell holds every support of the place at that level, what may be read as valid first and of that the highest; each names its document
where the place has several, or where it is no longer in force.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from compare.shared import around as said
from compare.shared import difference, title_rows
from compare.shared.award_matrix import number_of
from compare.shared.grid import main_row
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import Material, own_id
from compare.shared.names import short_names
from compare.shared.title_rows import TitleRows
from compare.shared.view import View
from loaders import lookups, queries, title_cities
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparability import Side, compare_awards
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.money import WAN
from model.saying import Words, figure_of, joined, label, listing, place_name, small, text
from model.selection import Selection
from model.status import OUTDATED, is_current, status_on

SORT = "place"


@dataclass(frozen=True)
class Grid:
    """A page of places with their awards by (place, level), and what is needed to say and to judge them."""

    tables: Tables
    titles: TitleRows
    placed: Mapping[tuple[str, str], list[Row]]
    documents: Mapping[str, Row]
    own_city: str
    selection: Selection

    @cached_property
    def names(self) -> dict[str, Words]:
        """The documents by name."""
        return short_names(self.documents, queries.cities(self.tables))

    def is_single(self, city: str) -> bool:
        """Whether all that is said of a place stands in one document."""
        return len({award["document_id"] for (held, _), awards in self.placed.items() if held == city for award in awards}) == 1

    def status(self, award: Row) -> str:
        """The status of the document of an award on the day."""
        return status_on(self.documents[award["document_id"]], self.selection.as_of)


def build(view: View, tables: Tables, selection: Selection, titles: tuple[str, ...]) -> Comparison:
    """Rows are places that support one of the titles, the own city first, a page of them; columns the levels at which any does."""
    honoured = view.honoured(selection).having(designations=titles or ("-",))
    passing = honoured.having(text="")
    found, own_city = title_cities.cities(tables, honoured, sort_of(honoured)), _own_city(tables, passing)
    ordered = [*([own_city] if own_city else []), *(city for city in found if city != own_city)] if found else []
    last = max(0, (len(ordered) - 1) // ON_A_PAGE)
    first = min(selection.page - 1, last) * ON_A_PAGE
    shown = ordered[first:first + ON_A_PAGE]
    grid = _grid(tables, passing, {*shown, own_city}, titles, own_city)
    levels = [level for level in codes("recognition_level") if level in title_cities.levels(tables, passing)]
    columns = tuple(Heading(level, _level(level)) for level in levels)
    rows = tuple(_heading(tables, city, own_city) for city in shown)
    total = lookups.count_documents(tables, passing)
    held = Material(tables, passing, dict(grid.documents), total)
    return said.comparison(
        view, held, selection, Chart("matrix", "cny", WAN, "", rows, columns), tuple(_cell(grid, city, level) for city in shown for level in levels),
        finding=_finding(grid, total, levels), behind=[award for (city, _), awards in grid.placed.items() if city in shown for award in awards], rows_total=len(ordered),
        title=text("by_title.title", title=title_rows.called(titles)), because=text("by_title.nothing_found") if selection.text else "",
        notes=[Note("method", text(key)) for key in ("by_title.cities_note", "note.ceiling", "note.absent")])


def sort_of(selection: Selection) -> str:
    """What the places are sorted by, with `-` downwards: what the reader chose, else pinyin."""
    return selection.sort if selection.sort.removeprefix("-") in (*title_cities.SORTS, *codes("recognition_level")) else SORT


def _own_city(tables: Tables, passing: Selection) -> str:
    own = own_id(tables, passing)
    return str(queries.documents(tables)[own]["city_id"]) if own else ""


def _grid(tables: Tables, passing: Selection, places: set[str], titles: tuple[str, ...], own_city: str) -> Grid:
    awards = queries.records(queries.awards(tables, passing.having(cities=tuple(place for place in places if place) or ("-",))))
    documents = lookups.documents_by_id(tables, dict.fromkeys(award["document_id"] for award in awards))
    placed: dict[tuple[str, str], list[Row]] = {}
    by_worth = title_rows.highest_first(titles, awards)
    for award in sorted(by_worth, key=lambda award: not is_current(status_on(documents[award["document_id"]], passing.as_of))):
        placed.setdefault((documents[award["document_id"]]["city_id"], award["recognition_level"]), []).append(award)
    return Grid(tables, title_rows.rows_of(titles, awards), placed, documents, own_city, passing)


def _heading(tables: Tables, city: str, own_city: str) -> Heading:
    name, is_own = place_name(queries.cities(tables)[city]), city == own_city
    return Heading(city, text("own.label", document=name) if is_own else name, is_own=is_own)


def _cell(grid: Grid, city: str, level: str) -> Cell:
    awards = grid.placed.get((city, level), [])
    if not awards:
        elsewhere = _elsewhere(grid, city, level)
        return Cell(city, level, "text", elsewhere) if elsewhere else Cell(city, level, "absent", text("money.absent"))
    cases = tuple(dict.fromkeys(_words(grid, city, award) for award in awards))
    best, own = main_row(awards), grid.placed.get((grid.own_city, level), [])
    judged = compare_awards(_side(grid, main_row(own)), _side(grid, best), grid.selection.as_of) if own and city != grid.own_city else None
    ids = tuple(award["award_id"] for award in awards)
    return Cell(city, level, *number_of(best, joined("list.clause", cases, once=True)), ids, judged, figure_of(awards[0]), cases if len(cases) > 1 else (),
                difference.of_awards(judged, main_row(own), best, "own") if own else "")


def _side(grid: Grid, award: Row) -> Side:
    return Side(award, grid.documents[award["document_id"]])


def _words(grid: Grid, city: str, award: Row) -> Words:
    """One support in words, with its document where that does not go without saying."""
    words, name, status = grid.titles.words(award), grid.names[award["document_id"]], grid.status(award)
    if status in OUTDATED:
        return text("by_title.case", words=words, document=text("reports.with_status", document=name, status=small(label("status", status))))
    return words if grid.is_single(city) else text("by_title.case", words=words, document=name)


def _elsewhere(grid: Grid, city: str, level: str) -> Words:
    """Where a place provides for the level in another column: level by level, for a lower one and those above it, or without naming a level."""
    levels = codes("recognition_level")
    others = [(other, award) for (held, other), awards in grid.placed.items() if held == city for award in awards]
    above = [other for other, award in others if award["level_or_above"] and levels.index(other) > levels.index(level)]
    if level == "none":
        return text("by_title.by_level") if others else ""
    if above:
        return text("by_title.or_above", level=small(label("recognition_level", above[0])))
    return text("by_title.see_any_level") if any(other == "none" for other, _ in others) else ""


def _finding(grid: Grid, total: int, levels: Iterable[str]) -> Words:
    """How many places support the title, and what the own city gives at each level, or that it gives nothing."""
    places = lookups.documents_by_city(grid.tables, grid.selection.having(designations=()))
    held = title_cities.cities(grid.tables, grid.selection, SORT)
    parts = [text("by_title.cities_finding", total=total, places=len(places), held=len(held))]
    if grid.own_city:
        parts.append(_of_own(grid, levels))
    return text("finding.row", row=title_rows.called(grid.selection.designations), said=joined("list.clause", parts))


def _of_own(grid: Grid, levels: Iterable[str]) -> Words:
    name = text("own.label", document=place_name(queries.cities(grid.tables)[grid.own_city]))
    stated = [(level, grid.placed[grid.own_city, level]) for level in levels if (grid.own_city, level) in grid.placed]
    if not stated:
        return text("finding.value", document=name, figure=text("money.absent"))
    return text("finding.value", document=name, figure=listing(text("by_title.at_level", level=small(_level(level)), figure=_figure(grid, awards)) for level, awards in stated))


def _figure(grid: Grid, awards: list[Row]) -> Words:
    best = main_row(awards)
    status = grid.status(best)
    return text("reports.with_status", document=figure_of(best), status=small(label("status", status))) if status in OUTDATED else figure_of(best)


def _level(level: str) -> Words:
    return text("by_title.any_level") if level == "none" else label("recognition_level", level)
