"""What every view says around its cells: the filters in words, what they hid, caveats and sources."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from compare.shared.clauses import sources
from compare.shared.grid import own_document, pinned
from compare.shared.material import Material
from compare.shared.names import short_names
from compare.shared.view import FILTERS, View
from loaders import chosen, lookups, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note, Point
from model.proposal import PROPOSAL
from model.saying import (
    Words,
    day_of,
    document_label,
    document_short,
    joined,
    label,
    listing,
    own,
    place_name,
    reference,
    small,
    text,
)
from model.selection import Selection
from model.status import OUTDATED, is_current, status_on

NAMED = 8  # more documents than this are counted, not named

_CODE_LISTS = {"categories": "category", "designations": "designation", "beneficiaries": "beneficiary", "levels": "recognition_level",
               "instruments": "instrument", "indicators": "indicator", "statuses": "status", "places": "city_level"}


def filter_words(tables: Tables, view: View, selection: Selection) -> tuple[Words, ...]:
    """The as-of date, every filter that is set and those that the view ignores, one phrase each."""
    said = [text("filter.as_of", day=day_of(selection.as_of))]
    for name in selection.restricts():
        if name in view.uses:
            values = listing(option_labels(tables, name, selection))
            said.append(text("filter.set", name=text(f"filter.{name}"), values=values))
    ignored = [text(f"filter.{name}") for name in selection.restricts() if name in FILTERS and name not in view.uses]
    if ignored:
        said.append(text("filter.ignored", names=listing(ignored)))
    return tuple(said)


def shown_filters(material: Material, view: View, selection: Selection, chart: Chart, cells: Iterable[Cell]) -> tuple[Words, ...]:
    """The filters in words with what else shapes the page: a pinned baseline of judged cells, and a proposal among the columns."""
    held = {column.key: column.label for column in chart.columns}
    said = list(filter_words(material.tables, view, selection))
    own = pinned(material.documents, selection)
    if own in held and chart.question != "change" and any(cell.comparability for cell in cells):
        said.append(text("filter.set", name=text("filter.baseline"), values=held[own]))
    if PROPOSAL in held:
        said.append(text("filter.proposal"))
    return tuple(said)


def option_labels(tables: Tables, name: str, selection: Selection) -> list[Words]:
    """The chosen values of one filter as a person reads them."""
    values: Any = getattr(selection, name)
    if name == "quantified":
        return [text("filter.yes")]
    if name == "text":
        return [values]
    if name == "documents":  # a link may name thousands: they are read together
        cities = queries.cities(tables)
        return [document_label(row, cities[row["city_id"]]) for row in lookups.documents_by_id(tables, values).values()]
    return [option_label(tables, name, value) for value in values]


def option_label(tables: Tables, name: str, value: Any) -> Words:
    """One value of a filter as a person reads it."""
    if name == "cities":
        return place_name(queries.cities(tables)[value])
    if name == "documents":
        document = queries.documents(tables)[value]
        return document_label(document, queries.cities(tables)[document["city_id"]])
    if name == "years":
        return str(value)
    if name == "provinces":
        return own(next(city for city in queries.cities(tables).values() if city["division_code"].startswith(value)), "province")
    return label(_CODE_LISTS[name], value)


def document_headings(material: Material, selection: Selection, *, by_date: bool = False) -> tuple[Heading, ...]:
    """One column per document: place and year, number (of a district its level) and status below, drafts marked as tentative.

    That of the own city stands first, unless the columns are a course of time (`by_date`), in which no document is set against others.
    """
    cities, own_id = queries.cities(material.tables), "" if by_date else own_document(material.documents, selection)
    names = short_names(material.documents, cities)
    headings = []
    for key, document in material.documents.items():
        is_short, is_own = names[key] == document_short(document, cities[document["city_id"]]), key == own_id
        headings.append(Heading(
            key, named_own(names[key], selection, cities) if is_own else names[key], note=_below(document, has_number=is_short),
            status=status_on(document, selection.as_of), is_tentative=bool(document["is_draft"]), is_own=is_own, city_id=document["city_id"],
        ))
    return tuple(sorted(headings, key=lambda heading: not heading.is_own))


def spoken(heading: Heading) -> Words:
    """The name of a column inside a sentence: one that was in force and is not any more says so."""
    return text("reports.with_status", document=heading.label, status=small(label("status", heading.status))) if heading.status in OUTDATED else heading.label


def named_own(name: Words, selection: Selection, cities: Mapping[str, Row]) -> Words:
    """The name of the own document: 威海2023(我市); one that a link pins by itself is nobody's own."""
    return text("own.label", document=name) if selection.baseline in cities else name


def _below(document: Row, *, has_number: bool) -> Words:
    """What stands below the name of a column: the number, unless the name has it, and of a district its level."""
    number = str(document["document_number"] or "") if has_number else ""
    if document["place_level"] != "county":
        return number
    return joined("list.clause", [label("city_level", "county"), number]) if number else label("city_level", "county")


def column_headings(material: Material, selection: Selection, proposals: Sequence[Row], *, by_date: bool = False) -> tuple[Heading, ...]:
    """The documents, and last the reader's own proposals, marked as tentative, if there are any."""
    columns = document_headings(material, selection, by_date=by_date)
    proposed = Heading(PROPOSAL, text("proposal.label"), note=text("proposal.note"), is_tentative=True)
    return (*columns, proposed) if proposals else columns


def no_proposal(row: str) -> Cell:
    """The cell of a row for which the reader proposes nothing: no words, since a proposal is no document that could be silent."""
    return Cell(row, PROPOSAL, "absent", "")


def document_refs(tables: Tables, documents: Iterable[str], selection: Selection) -> tuple[DocumentRef, ...]:
    """The documents that a comparison draws on, as notes and bibliographies name them."""
    cities = queries.cities(tables)
    return tuple(document_ref(row, cities[row["city_id"]], selection.as_of) for row in lookups.documents_by_id(tables, documents).values())


def document_ref(document: Row, city: Row, as_of: date) -> DocumentRef:
    """A document as notes and bibliographies name it, with its status on the as-of date."""
    status = status_on(document, as_of)
    return DocumentRef(
        document_id=str(document["document_id"]), label=document_label(document, city), title=own(document, "title"),
        number=str(document["document_number"] or ""), reference=reference(document), status=status, status_words=label("status", status),
        is_draft=bool(document["is_draft"]), is_public=document["release_attribute"] == "public", caveat=own(document, "caveat"),
        source="" if document["source_kind"] == "official_site" else label("source_kind", document["source_kind"]),
    )


def caveats(refs: Sequence[DocumentRef], selection: Selection) -> list[Note]:
    """Status of every document on screen, and its caveat with the kind of copy that was read where that is no official one."""
    notes = []
    on = day_of(selection.as_of)
    for ref in refs:
        notes.append(Note("status", text("note.status", document=ref.label, day=on, status=small(ref.status_words))))
        if ref.caveat or ref.source:
            key = "note.caveat" if not ref.source else "note.caveat_copy" if ref.caveat else "note.copy"
            notes.append(Note("caveat", text(key, document=ref.label, caveat=ref.caveat, source=small(ref.source))))
    return notes


def hidden(tables: Tables, selection: Selection) -> list[Note]:
    """Which documents the filters left out, those hidden by status on their own; beyond a few only their number."""
    notes = []
    for key, left in zip(("status", "filter"), chosen.left_out(tables, selection, NAMED), strict=True):
        if left.count > NAMED:
            notes.append(Note("hidden", text(f"note.hidden_{key}_many", count=left.count)))
        elif left.count:
            rows = lookups.documents_by_id(tables, left.ids)
            names = [document_label(row, queries.cities(tables)[row["city_id"]]) for row in rows.values()]
            notes.append(Note("hidden", text(f"note.hidden_{key}", documents=listing(names))))
    return notes


def own_note(material: Material, columns: Iterable[Heading], selection: Selection) -> Iterable[Note]:
    """That the own city has no valid document among the columns, and what stands for it instead; nothing where it has one."""
    city = queries.cities(material.tables).get(selection.baseline)
    if city is None or not any(column.key in material.documents for column in columns):
        return
    own_id = own_document(material.documents, selection)
    if not own_id:
        yield Note("hidden", _not_shown(material.tables, city, selection))
        return
    document = material.documents[own_id]
    status, name = status_on(document, selection.as_of), document_short(document, city)
    if document["is_draft"]:
        yield Note("hidden", text("own.only_draft", document=name))
    elif not is_current(status):
        yield Note("hidden", text("own.not_valid", document=name, status=small(label("status", status))))


def _not_shown(tables: Tables, city: Row, selection: Selection) -> Words:
    of_city = Selection(as_of=selection.as_of, cities=(city["city_id"],))
    count, place = lookups.count_documents(tables, of_city), place_name(city)
    if not count:
        return text("own.no_document", place=place)
    if count > NAMED:
        return text("own.not_shown_many", place=place, count=count)
    return text("own.not_shown", place=place, count=count, documents=_named(tables, of_city))


def _named(tables: Tables, selection: Selection) -> Words:
    cities = queries.cities(tables)
    return listing([document_short(row, cities[row["city_id"]]) for row in queries.selected_documents(tables, selection).values()])


def shown_note(material: Material) -> Iterable[Note]:
    """How many of the documents are set side by side, and by which rule."""
    if material.rule:
        yield Note("shown", text("note.shown", shown=len(material.documents), total=material.total, rule=text(material.rule)))


def empty_because(tables: Tables, view: View, selection: Selection, *, has_documents: bool) -> Words:
    """Why there is nothing to show, naming the filters that contradict each other."""
    if not has_documents and (by_status := _empty_by_status(tables, view.honoured(selection))):
        return by_status
    set_filters = filter_words(tables, view, selection)[1:]
    said = joined("list.clause", set_filters) or text("list.no_filter")
    return text("empty.no_row" if has_documents else "empty.no_document", filters=said)


def _empty_by_status(tables: Tables, selection: Selection) -> Words:
    """Where the status filter alone hides every document: the status of each on the day, the rule and the mend; else empty."""
    whatever = selection.having(statuses=())
    held = lookups.documents_by_status(tables, whatever) if selection.statuses else {}
    if not held:
        return ""
    found = [
        text("empty.of_status", status=small(label("status", code)), documents=_of_status(tables, whatever.having(statuses=(code,)), held[code]))
        for code in codes("status") if code in held
    ]
    is_unstated = "in_force" in selection.statuses and "no_repeal_found" in held
    return text(
        "empty.no_validity" if is_unstated else "empty.no_status", day=day_of(selection.as_of),
        chosen=listing(option_labels(tables, "statuses", selection)), found=joined("list.clause", found),
        more=label("status", "no_repeal_found"))


def _of_status(tables: Tables, selection: Selection, count: int) -> Words:
    """The documents of one status by name, beyond a few only their number."""
    if count > NAMED:
        return text("empty.many", count=count)
    return _named(tables, selection)


def comparison(
    view: View, material: Material, selection: Selection, chart: Chart, cells: tuple[Cell, ...], *, documents: Iterable[str] | None = None, rows_total: int = 0,
    points: tuple[Point, ...] = (), finding: Words, notes: Iterable[Note] = (), behind: Iterable[Row] = (), title: Words = "", because: Words = "",
) -> Comparison:
    """A comparison with what every view says around its cells. `documents` are those on screen, if not all of the material,
    and `behind` the rows to cite; without cells it says why (`because`, or the filters), and whether it shows a proposal of the link.
    """
    tables, shown = material.tables, tuple(material.documents if documents is None else documents)
    refs = document_refs(tables, shown, selection)
    remarks = [*shown_note(material), *notes, *hidden(tables, view.honoured(selection)), *own_note(material, chart.columns, selection), *proposal_notes(chart.columns, selection),
               *caveats(refs, selection)]
    because = "" if cells else because or empty_because(tables, view, selection, has_documents=bool(shown))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=title or text(f"view.{view.name}.title"), finding=finding if cells else "",
        chart=chart, cells=tuple(cell for cell in cells if cell.words or cell.column != PROPOSAL), notes=tuple(remarks), sources=sources(tables, behind),
        documents=refs, filters=shown_filters(material, view, selection, chart, cells), total=material.total, rows_total=rows_total, points=points, empty_because=because,
    )


def proposal_notes(columns: Iterable[Heading], selection: Selection) -> Iterable[Note]:
    """What a proposal on screen is, or that the link holds one which the columns do not show."""
    if any(column.key == PROPOSAL for column in columns):
        yield Note("method", text("note.proposal"))
    elif selection.proposals:
        yield Note("hidden", text("note.proposal_hidden"))
