"""Documents: one document in its own order, with what is known of it, its clauses and its figures."""

from dataclasses import dataclass

from compare.shared import around as said
from compare.shared.clauses import document_and_city, sources
from compare.shared.departments import departments_of
from compare.shared.material import pinned_id
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import lookups, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.fields import FIELDS
from model.saying import (
    Own,
    Words,
    cited,
    day_of,
    figure_of,
    goal_of,
    joined,
    label,
    listed,
    listing,
    own,
    place_of,
    reference,
    text,
)
from model.selection import Selection
from model.status import status_on

COLUMNS = ("summary", "figures", "categories", "departments")

_FACTS = ("document_number", "issuer", "kind", "issued_on", "policy_year", "published_on", "effective_from", "expires_on", "repealed_on",
          "release_attribute", "source_kind", "source_url", "retrieved_on", "status_checked_on", "status_source", "script", "text_chars", "text_sha256")
_BASES = {"issuer": "issuer_basis", "policy_year": "year_basis"}


@dataclass(frozen=True)
class Fact:
    """One thing known of a document; a value that the copy does not give says so."""

    name: str
    label: Words
    value: Words
    is_known: bool


@dataclass(frozen=True)
class Mention:
    """One numeral of the document: what stands there, its role and, for an award or target, the row it belongs to."""

    phrase: str
    role: Words
    row_id: str
    start: int


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are the clauses of the chosen document in its own order, columns what each says; all cells are words."""
    honoured = view.honoured(selection)
    document_id = chosen(tables, honoured)
    only = honoured.having(documents=(document_id,) if document_id else ())
    measures = sorted(queries.records(queries.measures(tables, only)), key=lambda row: row["article_order"]) if document_id else []
    figures = _figures(tables, document_id, selection)
    rows = tuple(_heading(row) for row in measures)
    columns = tuple(Heading(name, text(f"documents.column.{name}")) for name in COLUMNS)
    cells = tuple(cell for row in measures for cell in _cells(row, figures.get(row["measure_id"], [])))
    refs = said.document_refs(tables, [document_id] if document_id else [], selection)
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot,
        title=text("documents.title", document=refs[0].label) if refs else text("view.documents.title"),
        finding=_finding(measures, refs[0].title, selection) if refs else "",
        chart=Chart("list", "", 1, "", rows, columns), cells=cells,
        notes=(Note("method", text("documents.note_own_words")), *said.proposal_notes((), selection), *said.caveats(refs, selection)),
        sources=sources(tables, measures), documents=refs,
        filters=said.filter_words(tables, view, selection),
        empty_because="" if rows else said.empty_because(tables, view, selection, has_documents=bool(document_id)),
    )


def chosen(tables: Tables, selection: Selection) -> str:
    """The document that is shown: the first chosen one, else the baseline, else the newest; empty if none passes."""
    if selection.documents:
        return next(iter(queries.selected_ids(tables, selection, 0, 1)), "")
    total = lookups.count_documents(tables, selection)
    return pinned_id(tables, selection) or next(iter(queries.selected_ids(tables, selection, max(0, total - 1), 1)), "")


def facts(tables: Tables, document_id: str, selection: Selection) -> tuple[Fact, ...]:
    """Number, issuer, dates, status and source of a document, in a fixed order, in the language of the selection."""
    document = queries.documents(tables)[document_id]
    found = [_fact(document, name) for name in _FACTS]
    status = label("status", status_on(document, selection.as_of))
    words = text("documents.status_on", status=status, day=day_of(selection.as_of))
    return (Fact("status", text("documents.status"), words, True), *found)


def quotations(tables: Tables, document_id: str) -> tuple[Words, Words]:
    """How officials cite the document in a sentence, and its entry in a bibliography after GB/T 7714."""
    document, city = document_and_city(tables, document_id)
    return cited(document, city, ""), reference(document)


def ledger(tables: Tables, document_id: str) -> tuple[Mention, ...]:
    """Every numeral of the document in the order of its text, with its role."""
    return tuple(
        Mention(row["phrase"], label("figure_role", row["role"]), row["row_id"] or "", row["start"])
        for row in sorted(queries.records(queries.figures(tables, document_id)), key=lambda row: (row["start"], row["end"]))
    )


def _fact(document: Row, name: str) -> Fact:
    column = name if name in document else f"{name}_zh"
    field, value = FIELDS[column], document[column]
    shown_name = Own(field.zh, FIELDS[f"{name}_en"].en if column != name else field.en)
    if value is None:
        return Fact(name, shown_name, text(f"documents.none.{name}" if name in ("retrieved_on", "status_checked_on") else "documents.none"), False)
    if field.type == "date":
        shown = day_of(value)
    elif field.codes:
        shown = label(field.codes, value)
    else:
        shown = str(value) if column == name else own(document, name)
    return Fact(name, shown_name, joined("", [part for part in (shown, _basis(document, name)) if part]), True)


def _basis(document: Row, name: str) -> Words:
    """What is added to a value that the text does not state itself."""
    basis = document[_BASES[name]] if name in _BASES else None
    if basis in (None, "stated"):
        return ""
    note = own(document, "year_note") if name == "policy_year" else None
    words = label(_BASES[name], str(basis))
    return text("documents.basis_note" if note else "documents.basis", basis=words, note=note or "")


def _figures(tables: Tables, document_id: str, selection: Selection) -> dict[str, list[Words]]:
    """The figures of each measure of one document in words: awards with beneficiary, then targets with indicator."""
    found: dict[str, list[Words]] = {}
    everything = Selection(as_of=selection.as_of, documents=(document_id,))
    for row in _as_written(queries.records(queries.awards(tables, everything))):
        words = text("documents.award", beneficiary=own(row, "beneficiary"), figure=figure_of(row))
        found.setdefault(row["measure_id"], []).append(words)
    for row in _as_written(queries.records(queries.targets(tables, everything))):
        words = text("documents.target", indicator=label("indicator", row["indicator"]), figure=goal_of(row))
        found.setdefault(row["measure_id"], []).append(words)
    return found


def _as_written(rows: list[Row]) -> list[Row]:
    """Rows in the order in which their figures stand in the text."""
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _heading(row: Row) -> Heading:
    words = text("documents.row", article=place_of(row["article"]), title=own(row, "title"))
    return Heading(row["measure_id"], words, note=own(row, "title"))


def _cells(row: Row, figures: list[Words]) -> list[Cell]:
    words = {
        "summary": own(row, "summary"),
        "figures": joined("list.clause", figures, once=True),
        "categories": listed(label("category", code) for code in row["categories"]),
        "departments": listing(departments_of(row)),
    }
    return [Cell(row["measure_id"], name, "text", words[name], source_ids=(row["measure_id"],)) for name in COLUMNS]


def _finding(measures: list[Row], title: Words, selection: Selection) -> Words:
    quantified = sum(bool(row["is_quantified"]) for row in measures)
    return text("documents.finding", title=title, count=len(measures), quantified=quantified)


VIEW = View("documents", (*DOCUMENT_FILTERS, "categories", "quantified", "text"), build, subject=("documents",), is_record=True)
