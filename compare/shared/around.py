"""What every view says around its cells: the filters in words, what they hid, caveats and sources."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from compare.shared.clauses import sources
from compare.shared.grid import pinned
from compare.shared.view import FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note
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
    reference,
    small,
    text,
)
from model.selection import Selection
from model.status import status_on

_CODE_LISTS = {"categories": "category", "designations": "designation", "beneficiaries": "beneficiary", "levels": "recognition_level",
               "instruments": "instrument", "indicators": "indicator", "statuses": "status"}


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


def shown_filters(tables: Tables, view: View, selection: Selection, chart: Chart, cells: Iterable[Cell]) -> tuple[Words, ...]:
    """The filters in words with what else shapes the page: a pinned baseline of judged cells, and a proposal among the columns."""
    held = {column.key: column.label for column in chart.columns}
    said = list(filter_words(tables, view, selection))
    chosen = pinned(queries.selected_documents(tables, view.honoured(selection)), selection)
    if chosen in held and chart.question != "change" and any(cell.comparability for cell in cells):
        said.append(text("filter.set", name=text("filter.baseline"), values=held[chosen]))
    if PROPOSAL in held:
        said.append(text("filter.proposal"))
    return tuple(said)


def option_labels(tables: Tables, name: str, selection: Selection) -> list[Words]:
    """The chosen values of one filter as a person reads them."""
    chosen: Any = getattr(selection, name)
    if name == "quantified":
        return [text("filter.yes")]
    if name == "text":
        return [chosen]
    return [option_label(tables, name, value) for value in chosen]


def option_label(tables: Tables, name: str, value: Any) -> Words:
    """One value of a filter as a person reads it."""
    if name == "cities":
        return own(queries.cities(tables)[value], "name")
    if name == "documents":
        document = queries.documents(tables)[value]
        return document_label(document, queries.cities(tables)[document["city_id"]])
    if name == "years":
        return str(value)
    return label(_CODE_LISTS[name], value)


def document_headings(tables: Tables, documents: dict[str, Row], selection: Selection) -> tuple[Heading, ...]:
    """One column per document: city and year, number and status below, drafts marked as tentative."""
    cities = queries.cities(tables)
    headings = []
    for key, document in documents.items():
        status = status_on(document, selection.as_of)
        number = document["document_number"] or ""
        headings.append(Heading(
            key, document_short(document, cities[document["city_id"]]),
            note=number, status=status, is_tentative=bool(document["is_draft"]),
        ))
    return tuple(headings)


def column_headings(tables: Tables, documents: dict[str, Row], selection: Selection, proposals: Sequence[Row]) -> tuple[Heading, ...]:
    """The documents, and last the reader's own proposals, marked as tentative, if there are any."""
    columns = document_headings(tables, documents, selection)
    proposed = Heading(PROPOSAL, text("proposal.label"), note=text("proposal.note"), is_tentative=True)
    return (*columns, proposed) if proposals else columns


def no_proposal(row: str) -> Cell:
    """The cell of a row for which the reader proposes nothing: no words, since a proposal is no document that could be silent."""
    return Cell(row, PROPOSAL, "absent", "")


def document_refs(tables: Tables, documents: Iterable[str], selection: Selection) -> tuple[DocumentRef, ...]:
    """The documents that a comparison draws on, as notes and bibliographies name them."""
    known, cities = queries.documents(tables), queries.cities(tables)
    return tuple(document_ref(known[key], cities[known[key]["city_id"]], selection.as_of) for key in documents)


def document_ref(document: Row, city: Row, as_of: date) -> DocumentRef:
    """A document as notes and bibliographies name it, with its status on the as-of date."""
    status = status_on(document, as_of)
    return DocumentRef(
        document_id=str(document["document_id"]), label=document_label(document, city), title=own(document, "title"),
        number=str(document["document_number"] or ""), reference=reference(document), status=status, status_words=label("status", status),
        is_draft=bool(document["is_draft"]), is_public=document["release_attribute"] == "public", caveat=own(document, "caveat"),
    )


def caveats(refs: Sequence[DocumentRef], selection: Selection) -> list[Note]:
    """Status and caveat of every document on screen."""
    notes = []
    on = day_of(selection.as_of)
    for ref in refs:
        notes.append(Note("status", text("note.status", document=ref.label, day=on, status=small(ref.status_words))))
        if ref.caveat:
            notes.append(Note("caveat", text("note.caveat", document=ref.label, caveat=ref.caveat)))
    return notes


def hidden(tables: Tables, selection: Selection) -> list[Note]:
    """Which documents the filters left out, those hidden by status named on their own."""
    cities = queries.cities(tables)
    by_status: list[Words] = []
    by_other: list[Words] = []
    for document in queries.documents(tables).values():
        names = queries.hidden_by(document, selection)
        if names:
            short = document_label(document, cities[document["city_id"]])
            (by_status if names == ("statuses",) else by_other).append(short)
    notes = []
    if by_status:
        notes.append(Note("hidden", text("note.hidden_status", documents=listing(by_status))))
    if by_other:
        notes.append(Note("hidden", text("note.hidden_filter", documents=listing(by_other))))
    return notes


def empty_because(tables: Tables, view: View, selection: Selection, *, has_documents: bool) -> Words:
    """Why there is nothing to show, naming the filters that contradict each other."""
    if not has_documents and (by_status := _empty_by_status(tables, view.honoured(selection))):
        return by_status
    set_filters = filter_words(tables, view, selection)[1:]
    said = joined("list.clause", set_filters) or text("list.no_filter")
    return text("empty.no_row" if has_documents else "empty.no_document", filters=said)


def _empty_by_status(tables: Tables, selection: Selection) -> Words:
    """Where the status filter alone hides every document: the status of each on the day, the rule and the mend; else empty."""
    cities = queries.cities(tables)
    held: dict[str, list[Words]] = {}
    for document in queries.selected_documents(tables, selection.having(statuses=())).values():
        held.setdefault(status_on(document, selection.as_of), []).append(document_short(document, cities[document["city_id"]]))
    if not selection.statuses or not held:
        return ""
    found = [
        text("empty.of_status", status=small(label("status", code)), documents=listing(held[code]))
        for code in codes("status") if code in held
    ]
    is_unstated = "in_force" in selection.statuses and "no_repeal_found" in held
    return text(
        "empty.no_validity" if is_unstated else "empty.no_status", day=day_of(selection.as_of),
        chosen=listing(option_labels(tables, "statuses", selection)), found=joined("list.clause", found),
        more=label("status", "no_repeal_found"))


def comparison(
    view: View, tables: Tables, selection: Selection, documents: Iterable[str], chart: Chart, cells: tuple[Cell, ...], *,
    finding: Words, notes: Iterable[Note] = (), behind: Iterable[Row] = (), title: Words = "", because: Words = "",
) -> Comparison:
    """A comparison with what every view says around its cells. `documents` are those on screen and `behind` the rows to
    cite; without cells it says why (`because`, or the filters), and whether it shows a proposal of the link.
    """
    shown = tuple(documents)
    refs = document_refs(tables, shown, selection)
    remarks = [*notes, *hidden(tables, view.honoured(selection)), *proposal_notes(chart.columns, selection), *caveats(refs, selection)]
    because = "" if cells else because or empty_because(tables, view, selection, has_documents=bool(shown))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=title or text(f"view.{view.name}.title"), finding=finding if cells else "",
        chart=chart, cells=tuple(cell for cell in cells if cell.words or cell.column != PROPOSAL), notes=tuple(remarks), sources=sources(tables, behind),
        documents=refs, filters=shown_filters(tables, view, selection, chart, cells), empty_because=because,
    )


def proposal_notes(columns: Iterable[Heading], selection: Selection) -> Iterable[Note]:
    """What a proposal on screen is, or that the link holds one which the columns do not show."""
    if any(column.key == PROPOSAL for column in columns):
        yield Note("method", text("note.proposal"))
    elif selection.proposals:
        yield Note("hidden", text("note.proposal_hidden"))
