"""What every view says around its cells: the filters in words, what they hid, caveats and sources."""

from collections.abc import Iterable, Sequence
from typing import Any

from compare.shared.grid import pinned
from compare.shared.view import FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import citation, formats, money
from model.codes import codes, label
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note, Source
from model.proposal import PROPOSAL
from model.selection import Selection
from model.status import status_on
from model.target_words import COVERAGE, target_words
from model.texts import text

_CODE_LISTS = {"categories": "category", "designations": "designation", "beneficiaries": "beneficiary", "levels": "recognition_level",
               "instruments": "instrument", "indicators": "indicator", "statuses": "status"}


def join(items: Iterable[str], lang: str) -> str:
    """A list of names in a sentence."""
    return text("list.separator", lang).join(items)


def listed(labels: Iterable[str], lang: str) -> str:
    """A list of labels of codes: the first as it stands alone, the others as inside a sentence."""
    first, *others = [*labels, ""]
    return join([first, *(money.in_sentence(label) for label in others if label)], lang)


def filter_words(tables: Tables, view: View, selection: Selection) -> tuple[str, ...]:
    """The as-of date, every filter that is set and those that the view ignores, one phrase each."""
    lang = selection.lang
    said = [text("filter.as_of", lang, day=formats.day(selection.as_of, lang))]
    for name in selection.restricts():
        if name in view.uses:
            values = join(option_labels(tables, name, selection), lang)
            said.append(text("filter.set", lang, name=text(f"filter.{name}", lang), values=values))
    ignored = [text(f"filter.{name}", lang) for name in selection.restricts() if name in FILTERS and name not in view.uses]
    if ignored:
        said.append(text("filter.ignored", lang, names=join(ignored, lang)))
    return tuple(said)


def shown_filters(tables: Tables, view: View, selection: Selection, chart: Chart, cells: Iterable[Cell]) -> tuple[str, ...]:
    """The filters in words with what else shapes the page: a pinned baseline of judged cells, and a proposal among the columns."""
    lang, held = selection.lang, {column.key: column.label for column in chart.columns}
    said = list(filter_words(tables, view, selection))
    chosen = pinned(queries.selected_documents(tables, view.honoured(selection)), selection)
    if chosen in held and chart.question != "change" and any(cell.comparability for cell in cells):
        said.append(text("filter.set", lang, name=text("filter.baseline", lang), values=held[chosen]))
    if PROPOSAL in held:
        said.append(text("filter.proposal", lang))
    return tuple(said)


def option_labels(tables: Tables, name: str, selection: Selection) -> list[str]:
    """The chosen values of one filter as a person reads them."""
    chosen: Any = getattr(selection, name)
    lang = selection.lang
    if name == "quantified":
        return [text("filter.yes", lang)]
    if name == "text":
        return [chosen]
    return [option_label(tables, name, value, lang) for value in chosen]


def option_label(tables: Tables, name: str, value: Any, lang: str) -> str:
    """One value of a filter as a person reads it."""
    if name == "cities":
        return str(queries.cities(tables)[value][f"name_{lang}"])
    if name == "documents":
        document = queries.documents(tables)[value]
        return citation.document_label(document, queries.cities(tables)[document["city_id"]], lang)
    if name == "years":
        return str(value)
    return label(_CODE_LISTS[name], value, lang)


def document_headings(tables: Tables, documents: dict[str, Row], selection: Selection) -> tuple[Heading, ...]:
    """One column per document: city and year, number and status below, drafts marked as tentative."""
    cities = queries.cities(tables)
    headings = []
    for key, document in documents.items():
        status = status_on(document, selection.as_of)
        number = document["document_number"] or ""
        headings.append(Heading(
            key, citation.document_short(document, cities[document["city_id"]], selection.lang),
            note=number, status=status, is_tentative=bool(document["is_draft"]),
        ))
    return tuple(headings)


def column_headings(tables: Tables, documents: dict[str, Row], selection: Selection, proposals: Sequence[Row]) -> tuple[Heading, ...]:
    """The documents, and last the reader's own proposals, marked as tentative, if there are any."""
    lang, columns = selection.lang, document_headings(tables, documents, selection)
    own = Heading(PROPOSAL, text("proposal.label", lang), note=text("proposal.note", lang), is_tentative=True)
    return (*columns, own) if proposals else columns


def no_proposal(row: str) -> Cell:
    """The cell of a row for which the reader proposes nothing: no words, since a proposal is no document that could be silent."""
    return Cell(row, PROPOSAL, "absent", "")


def document_refs(tables: Tables, documents: Iterable[str], selection: Selection) -> tuple[DocumentRef, ...]:
    """The documents that a comparison draws on, as notes and bibliographies name them."""
    known, cities = queries.documents(tables), queries.cities(tables)
    return tuple(citation.document_ref(known[key], cities[known[key]["city_id"]], selection) for key in documents)


def caveats(refs: Sequence[DocumentRef], selection: Selection) -> list[Note]:
    """Status and caveat of every document on screen."""
    lang, notes = selection.lang, []
    day = formats.day(selection.as_of, lang)
    for ref in refs:
        notes.append(Note("status", text("note.status", lang, document=ref.label, day=day, status=money.in_sentence(ref.status_words))))
        if ref.caveat:
            notes.append(Note("caveat", text("note.caveat", lang, document=ref.label, caveat=ref.caveat)))
    return notes


def hidden(tables: Tables, selection: Selection) -> list[Note]:
    """Which documents the filters left out, those hidden by status named on their own."""
    lang, cities = selection.lang, queries.cities(tables)
    by_status: list[str] = []
    by_other: list[str] = []
    for document in queries.documents(tables).values():
        names = queries.hidden_by(document, selection)
        if names:
            short = citation.document_label(document, cities[document["city_id"]], lang)
            (by_status if names == ("statuses",) else by_other).append(short)
    notes = []
    if by_status:
        notes.append(Note("hidden", text("note.hidden_status", lang, documents=join(by_status, lang))))
    if by_other:
        notes.append(Note("hidden", text("note.hidden_filter", lang, documents=join(by_other, lang))))
    return notes


def empty_because(tables: Tables, view: View, selection: Selection, *, has_documents: bool) -> str:
    """Why there is nothing to show, naming the filters that contradict each other."""
    if not has_documents and (by_status := _empty_by_status(tables, view.honoured(selection))):
        return by_status
    set_filters = filter_words(tables, view, selection)[1:]
    said = text("list.clause", selection.lang).join(set_filters) or text("list.no_filter", selection.lang)
    return text("empty.no_row" if has_documents else "empty.no_document", selection.lang, filters=said)


def _empty_by_status(tables: Tables, selection: Selection) -> str:
    """Where the status filter alone hides every document: the status of each on the day, the rule and the mend; else empty."""
    lang, cities = selection.lang, queries.cities(tables)
    held: dict[str, list[str]] = {}
    for document in queries.selected_documents(tables, selection.having(statuses=())).values():
        held.setdefault(status_on(document, selection.as_of), []).append(citation.document_short(document, cities[document["city_id"]], lang))
    if not selection.statuses or not held:
        return ""
    found = [
        text("empty.of_status", lang, status=money.in_sentence(label("status", code, lang)), documents=join(held[code], lang))
        for code in codes("status") if code in held
    ]
    is_unstated = "in_force" in selection.statuses and "no_repeal_found" in held
    return text(
        "empty.no_validity" if is_unstated else "empty.no_status", lang, day=formats.day(selection.as_of, lang),
        chosen=join(option_labels(tables, "statuses", selection), lang), found=text("list.clause", lang).join(found),
        more=label("status", "no_repeal_found", lang),
    )


def award_source(row: Row, document: Row, city: Row, lang: str) -> Source:
    """The clause behind an award with a sentence ready to be copied."""
    place = citation.inline(document, city, str(row["article"]), lang)
    condition = _condition(row, lang)
    key = "citation.award_sentence_condition" if condition else "citation.award_sentence"
    sentence = text(key, lang, citation=place, beneficiary=row[f"beneficiary_{lang}"], condition=money.in_sentence(condition), figure=money.words(row, lang))
    return citation.source(row, str(row["award_id"]), place, sentence)


def _condition(row: Row, lang: str) -> str:
    """The condition of an award, empty where the words of the beneficiary have said it all."""
    condition, beneficiary = row[f"condition_{lang}"] or "", row[f"beneficiary_{lang}"] or ""
    if lang == "zh":
        return "" if set(condition) <= set(beneficiary) else condition
    return "" if set(condition.casefold().split()) <= set(beneficiary.casefold().split()) else condition


def target_source(row: Row, document: Row, city: Row, lang: str) -> Source:
    """The clause behind a target with a sentence ready to be copied."""
    place = citation.inline(document, city, str(row["article"]), lang)
    key = "citation.target_coverage" if row["comparator"] in COVERAGE else "citation.target"
    goal = text(key, lang, indicator=label("indicator", row["indicator"], lang), figure=target_words(row, lang))
    return citation.source(row, str(row["target_id"]), place, text("citation.target_sentence", lang, citation=place, target=goal))


def measure_source(row: Row, document: Row, city: Row, lang: str) -> Source:
    """The clause behind a measure, with its summary as a sentence ready to be copied."""
    place = citation.inline(document, city, str(row["article"]), lang)
    sentence = text("citation.measure_sentence", lang, citation=place, summary=row[f"summary_{lang}"])
    return citation.source(row, row["measure_id"], place, sentence)


def sources(tables: Tables, rows: Iterable[Row], lang: str) -> tuple[Source, ...]:
    """The clauses behind awards, targets or measures, each row once and in the given order."""
    found: dict[str, Source] = {}
    for row in rows:
        key, write = next((key, write) for key, write in _WRITERS if key in row)
        if row[key] not in found:
            found[row[key]] = write(row, *document_and_city(tables, row["document_id"]), lang)
    return tuple(found.values())


_WRITERS = (("award_id", award_source), ("target_id", target_source), ("measure_id", measure_source))


def document_and_city(tables: Tables, document_id: str) -> tuple[Row, Row]:
    """A document and its city, as citations need them."""
    document = queries.documents(tables)[document_id]
    return document, queries.cities(tables)[document["city_id"]]


def comparison(
    view: View, tables: Tables, selection: Selection, documents: Iterable[str], chart: Chart, cells: tuple[Cell, ...], *,
    finding: str, notes: Iterable[Note] = (), behind: Iterable[Row] = (), title: str = "", because: str = "",
) -> Comparison:
    """A comparison with what every view says around its cells. `documents` are those on screen and `behind` the rows to
    cite; without cells it says why (`because`, or the filters), and whether it shows a proposal of the link.
    """
    lang, shown = selection.lang, tuple(documents)
    refs = document_refs(tables, shown, selection)
    remarks = [*notes, *hidden(tables, view.honoured(selection)), *proposal_notes(chart.columns, selection), *caveats(refs, selection)]
    because = "" if cells else because or empty_because(tables, view, selection, has_documents=bool(shown))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=title or text(f"view.{view.name}.title", lang), finding=finding if cells else "",
        chart=chart, cells=tuple(cell for cell in cells if cell.words or cell.column != PROPOSAL), notes=tuple(remarks), sources=sources(tables, behind, lang),
        documents=refs, filters=shown_filters(tables, view, selection, chart, cells), empty_because=because,
    )


def proposal_notes(columns: Iterable[Heading], selection: Selection) -> Iterable[Note]:
    """What a proposal on screen is, or that the link holds one which the columns do not show."""
    if any(column.key == PROPOSAL for column in columns):
        yield Note("method", text("note.proposal", selection.lang))
    elif selection.proposals:
        yield Note("hidden", text("note.proposal_hidden", selection.lang))
