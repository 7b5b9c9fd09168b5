"""A city: its documents, and what the newest valid one states, by category, each figure with its condition and place."""

from dataclasses import dataclass
from datetime import date
from typing import Generic

from compare.shared import around as said
from compare.shared.listed_awards import AWARDS
from compare.shared.listed_targets import TARGETS
from compare.shared.listing import Entry, Kind
from compare.shared.material import Material
from compare.shared.view import View
from loaders import chosen, lookups, news, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note, W
from model.saying import Words, day_of, document_short, label, own, place_name, place_of, small, text
from model.selection import Selection
from model.status import is_current, status_on

COLUMNS = ("figure", "condition", "article")
NEWS = 6


@dataclass(frozen=True)
class Item(Generic[W]):
    """A document that is new, ends or was repealed: its name, the day, and its city for the link."""

    document_id: str
    city_id: str
    label: W
    day: W


@dataclass(frozen=True)
class News(Generic[W]):
    """What is new, what ends within a year and what was repealed within one."""

    newest: tuple[Item[W], ...]
    ending: tuple[Item[W], ...]
    repealed: tuple[Item[W], ...]


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are the awards and goals of the city's newest valid document, grouped by category in the order of the codebook."""
    city_id = city_of(tables, selection)
    document_id = chosen.newest_of_city(tables, city_id, Selection(as_of=selection.as_of)) if city_id else ""
    shown = lookups.documents_by_id(tables, [document_id] if document_id else [])
    held = Material(tables, Selection(as_of=selection.as_of, documents=tuple(shown) or ("-",)), shown, len(shown))
    found = [(AWARDS, row) for row in lookups.of_documents(tables, "awards", shown)] + [(TARGETS, row) for row in lookups.of_documents(tables, "targets", shown) if not row["restates"]]
    city = queries.cities(tables).get(city_id)
    entries = [(kind, Entry(row, shown[row["document_id"]], city, None, selection.as_of)) for kind, row in found] if city else []
    entries.sort(key=lambda item: codes("category").index(item[1].row["categories"][0]) if item[1].row["categories"] else len(codes("category")))
    rows = tuple(_heading(kind, entry) for kind, entry in entries)
    cells = tuple(cell for kind, entry in entries for cell in _cells(kind, entry))
    chart = Chart("list", "cny", 10_000, "", rows, tuple(Heading(name, text(f"city.{name}")) for name in COLUMNS))
    return said.comparison(
        view, held, selection, chart, cells, documents=shown, finding=_finding(tables, city, shown, selection) if city else "", behind=[row for _, row in found],
        notes=[Note("method", text("city.note")), Note("method", text("note.ceiling"))], title=text("city.title", city=place_name(city)) if city else "")


def city_of(tables: Tables, selection: Selection) -> str:
    """The city of the page: the one chosen city, else the own one, else that of the newest document; empty without documents."""
    if len(selection.cities) == 1:
        return selection.cities[0]
    if selection.baseline in queries.cities(tables):
        return selection.baseline
    newest = news.newest(tables, Selection(as_of=selection.as_of), 1)
    return str(newest[0]["city_id"]) if newest else next(iter(lookups.documents_by_city(tables, Selection(as_of=selection.as_of))), "")


def news_of(tables: Tables, selection: Selection) -> News:
    """The latest documents, those that end soon and those repealed of late, a few each, of the cities that pass."""
    asked = Selection(as_of=selection.as_of, cities=selection.cities, provinces=selection.provinces, places=selection.places)
    return News(
        tuple(_item(tables, row, row["issued_on"] or row["published_on"] or row["effective_from"]) for row in news.newest(tables, asked, NEWS)),
        tuple(_item(tables, row, row["expires_on"]) for row in news.ending(tables, asked, NEWS)),
        tuple(_item(tables, row, row["repealed_on"]) for row in news.repealed(tables, asked, NEWS)))


def _item(tables: Tables, row: Row, day: date | None) -> Item:
    return Item(row["document_id"], row["city_id"], document_short(row, queries.cities(tables)[row["city_id"]]), day_of(day))


def _heading(kind: Kind, entry: Entry) -> Heading:
    row = entry.row
    key = row.get("award_id") or row["target_id"]
    group = label("category", row["categories"][0]) if row["categories"] else text("city.no_category")
    name = kind.fields["title"](entry) if row.get("designation") or "target_id" in row else own(row, "beneficiary")
    return Heading(key, text("row.variant", row=name, variant=own(row, "variant")) if row.get("variant_zh") else name, group=group)


def _cells(kind: Kind, entry: Entry) -> tuple[Cell, ...]:
    row = entry.row
    key = row.get("award_id") or row["target_id"]
    mark, words, low, high, unit = kind.figure(row)
    condition: Words = label("trigger", row["trigger"]) if "trigger" in row else label("target_basis", row["basis"])
    return (
        Cell(key, "figure", mark, words, low, high, unit, (key,)),
        Cell(key, "condition", "text", condition), Cell(key, "article", "text", place_of(str(row["article"]))),
    )


def _finding(tables: Tables, city: Row, shown: dict[str, Row], selection: Selection) -> Words:
    """Which document is shown, with its status, and how many the city has."""
    count = lookups.documents_by_city(tables, Selection(as_of=selection.as_of, cities=(city["city_id"],))).get(city["city_id"], 0)
    document = next(iter(shown.values()))
    status = status_on(document, selection.as_of)
    key = "city.finding" if is_current(status) else "city.finding_draft" if status == "draft" else "city.finding_not_valid"
    return text(key, city=place_name(city), count=count, document=document_short(document, city), title=own(document, "title"), status=small(label("status", status)))


VIEW = View("city", ("cities",), build, subject=("cities",), is_record=True)
