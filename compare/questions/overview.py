"""Overview: which documents there are, and when each holds, from issue to repeal or expiry."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from compare.shared import around as said
from compare.shared.material import material
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Words, day_of, document_short, joined, label, listing, place_name, small, text
from model.selection import Selection
from model.status import status_on

COLUMN = "validity"


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are documents, oldest first; the one column holds the time from begin to end in decimal years.

    A cell of mark `exact` begins on a stated day, one of mark `range` somewhere in the year of its document. No `high`
    means that no end is stated or known. A draft never held: its cell spans the year it names.
    """
    held = material(view, tables, selection)
    documents = held.documents
    refs = said.document_refs(tables, documents, selection)
    rows = tuple(
        Heading(ref.document_id, ref.label, status=ref.status, is_tentative=ref.is_draft) for ref in refs
    )
    columns = (Heading(COLUMN, text("overview.validity")),)
    cells = tuple(_cell(document, selection) for document in documents.values())
    drawn = tuple(cell.row for cell in cells if cell.value is not None)
    return said.comparison(
        view, held, selection, Chart("timeline", "year", 1, text("axis.year"), rows, columns, drawn), cells,
        finding=finding(view, tables, selection), notes=[Note("method", text("overview.note_time"))],
    )


def finding(view: View, tables: Tables, selection: Selection) -> Words:
    """How many documents of how many cities there are, by city unless there are many, and their status on the as-of date."""
    cities, honoured = queries.cities(tables), view.honoured(selection)
    by_city = lookups.documents_by_city(tables, honoured)
    by_status = lookups.documents_by_status(tables, honoured)
    named = by_city if len(by_city) <= said.NAMED else {}
    listed = listing((text("overview.count", name=place_name(cities[city]), count=count) for city, count in named.items()))
    states = listing(text("overview.count", name=small(label("status", code)), count=by_status[code]) for code in codes("status") if code in by_status)
    day = day_of(selection.as_of)
    return text("overview.finding" if named else "overview.finding_many", documents=sum(by_city.values()), places=places(cities, by_city), listed=listed, day=day, states=states)


def scope(tables: Tables) -> Words:
    """What material there is, in one sentence that stands before everything else."""
    counts, cities = lookups.documents_by_city(tables, Selection(as_of=date.max)), queries.cities(tables)
    total = sum(counts.values())
    if total > said.NAMED:
        return text("overview.scope_many", documents=total, places=places(cities, counts))
    names = [document_short(document, cities[document["city_id"]]) for document in queries.documents(tables).values()]
    return text("overview.scope", documents=total, places=places(cities, counts), names=listing(names))


def places(cities: Mapping[str, Row], held: Iterable[str]) -> Words:
    """How many of the places are cities and how many districts: 4个城市、2个区县."""
    levels = Counter("county" if cities[city]["level"] == "county" else "city" for city in held)
    return listing(text(f"overview.places.{level}", count=levels[level]) for level in ("city", "county") if levels[level])


def _cell(document: Row, selection: Selection) -> Cell:
    begin, end = beginning(document), ending(document)
    words = _words(document, selection)
    if begin is None and document["policy_year"] is None:
        return Cell(document["document_id"], COLUMN, "text", words)
    if document["is_draft"] and begin is None:
        year = int(document["policy_year"])
        return Cell(document["document_id"], COLUMN, "range", words, year, decimal_year(date(year, 12, 31)), "year")
    low = decimal_year(begin) if begin else float(document["policy_year"])
    high = decimal_year(end) if end else None
    return Cell(document["document_id"], COLUMN, "exact" if begin else "range", words, low, high, "year")


def beginning(document: Row) -> date | None:
    """The stated day from which a document counts: its first day in force, else issue, else publication."""
    day: date | None = document["effective_from"] or document["issued_on"] or document["published_on"]
    return day


def ending(document: Row) -> date | None:
    """The stated last day: repeal or expiry, whichever comes first."""
    days = [day for day in (document["repealed_on"], document["expires_on"]) if day is not None]
    return min(days) if days else None


def decimal_year(day: date) -> float:
    """A day on an axis of years: 1 July 2023 is about 2023.5."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _words(document: Row, selection: Selection) -> Words:
    """Begin, end and status of one document in words."""
    parts = [_begin_words(document)]
    for name in ("repealed_on", "expires_on"):
        if document[name] is not None:
            parts.append(text(f"overview.{name}", day=day_of(document[name])))
    if ending(document) is None and not document["is_draft"]:
        parts.append(text("overview.no_end"))
    status = status_on(document, selection.as_of)
    if status == "no_repeal_found" and document["repealed_on"] is not None:  # a repeal is known, but of a later day
        parts.append(text("overview.not_repealed"))
    elif status != "repealed":  # the day of repeal has just been said
        parts.append(small(label("status", status)))
    return joined("overview.separator", parts)


def _begin_words(document: Row) -> Words:
    for name in ("effective_from", "issued_on", "published_on"):
        if document[name] is not None:
            return text(f"overview.{name}", day=day_of(document[name]))
    if document["policy_year"] is None:
        return text("overview.no_date")
    key = "overview.inferred" if document["year_basis"] == "inferred" else "overview.year_only"
    return text(key, year=document["policy_year"])


VIEW = View("overview", DOCUMENT_FILTERS, build, lambda tables, selection: Rows("measures", selection), is_record=True)
