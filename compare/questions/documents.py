"""Documents: one document in its own order, with what is known of it, its clauses and its figures."""

from dataclasses import dataclass

from compare.questions.responsibilities import department_name
from compare.shared import words as said
from compare.shared.grid import pinned
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import citation, formats, money
from model.codes import label
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.fields import FIELDS
from model.selection import Selection
from model.status import status_on
from model.target_words import target_words
from model.texts import text

COLUMNS = ("summary", "figures", "categories", "departments")

_FACTS = ("document_number", "issuer", "kind", "issued_on", "policy_year", "published_on", "effective_from", "expires_on", "repealed_on",
          "release_attribute", "source_kind", "source_url", "retrieved_on", "status_checked_on", "status_source", "script", "text_chars", "text_sha256")
_BASES = {"issuer": "issuer_basis", "policy_year": "year_basis"}


@dataclass(frozen=True)
class Fact:
    """One thing known of a document; a value that the copy does not give says so."""

    name: str
    label: str
    value: str
    is_known: bool


@dataclass(frozen=True)
class Mention:
    """One numeral of the document: what stands there, its role and, for an award or target, the row it belongs to."""

    phrase: str
    role: str
    row_id: str
    start: int


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are the clauses of the chosen document in its own order, columns what each says; all cells are words."""
    lang = selection.lang
    honoured = view.honoured(selection)
    document_id = chosen(tables, honoured)
    only = honoured.having(documents=(document_id,) if document_id else ())
    measures = sorted(queries.records(queries.measures(tables, only)), key=lambda row: row["article_order"]) if document_id else []
    figures = _figures(tables, document_id, selection)
    rows = tuple(_heading(row, lang) for row in measures)
    columns = tuple(Heading(name, text(f"documents.column.{name}", lang)) for name in COLUMNS)
    cells = tuple(cell for row in measures for cell in _cells(row, figures.get(row["measure_id"], []), lang))
    refs = said.document_refs(tables, [document_id] if document_id else [], selection)
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot,
        title=text("documents.title", lang, document=refs[0].label) if refs else text("view.documents.title", lang),
        finding=_finding(measures, refs[0].title, selection) if refs else "",
        chart=Chart("list", "", 1, "", rows, columns), cells=cells,
        notes=(Note("method", text("documents.note_own_words", lang)), *said.proposal_notes((), selection), *said.caveats(refs, selection)),
        sources=said.sources(tables, measures, lang), documents=refs,
        filters=said.filter_words(tables, view, selection),
        empty_because="" if rows else said.empty_because(tables, view, selection, has_documents=bool(document_id)),
    )


def chosen(tables: Tables, selection: Selection) -> str:
    """The document that is shown: the first chosen one, else the baseline, else the newest; empty if none passes."""
    passing = queries.selected_documents(tables, selection)
    if selection.documents and passing:
        return next(iter(passing))
    return pinned(passing, selection) or next(reversed(passing), "")


def facts(tables: Tables, document_id: str, selection: Selection) -> tuple[Fact, ...]:
    """Number, issuer, dates, status and source of a document, in a fixed order, in the language of the selection."""
    lang = selection.lang
    document = queries.documents(tables)[document_id]
    found = [_fact(document, name, lang) for name in _FACTS]
    status = label("status", status_on(document, selection.as_of), lang)
    words = text("documents.status_on", lang, status=status, day=formats.day(selection.as_of, lang))
    return (Fact("status", text("documents.status", lang), words, True), *found)


def quotations(tables: Tables, document_id: str, lang: str) -> tuple[str, str]:
    """How officials cite the document in a sentence, and its entry in a bibliography after GB/T 7714."""
    document, city = said.document_and_city(tables, document_id)
    return citation.inline(document, city, "", lang), citation.reference(document, lang)


def ledger(tables: Tables, document_id: str, lang: str) -> tuple[Mention, ...]:
    """Every numeral of the document in the order of its text, with its role."""
    return tuple(
        Mention(row["phrase"], label("figure_role", row["role"], lang), row["row_id"] or "", row["start"])
        for row in sorted(queries.records(queries.figures(tables, document_id)), key=lambda row: (row["start"], row["end"]))
    )


def _fact(document: Row, name: str, lang: str) -> Fact:
    column = name if name in document else f"{name}_{lang}"
    field, value = FIELDS[column], document[column]
    shown_name = FIELDS[f"{name}_zh"].zh if column != name and lang == "zh" else getattr(field, lang)
    if value is None:
        return Fact(name, shown_name, text(f"documents.none.{name}" if name in ("retrieved_on", "status_checked_on") else "documents.none", lang), False)
    if field.type == "date":
        shown = formats.day(value, lang)
    elif field.codes:
        shown = label(field.codes, value, lang)
    else:
        shown = str(value)
    return Fact(name, shown_name, shown + _basis(document, name, lang), True)


def _basis(document: Row, name: str, lang: str) -> str:
    """What is added to a value that the text does not state itself."""
    basis = document[_BASES[name]] if name in _BASES else None
    if basis in (None, "stated"):
        return ""
    note = document[f"year_note_{lang}"] if name == "policy_year" else None
    words = label(_BASES[name], str(basis), lang)
    return text("documents.basis_note" if note else "documents.basis", lang, basis=words, note=note or "")


def _figures(tables: Tables, document_id: str, selection: Selection) -> dict[str, list[str]]:
    """The figures of each measure of one document in words: awards with beneficiary, then targets with indicator."""
    lang = selection.lang
    found: dict[str, list[str]] = {}
    everything = Selection(as_of=selection.as_of, lang=lang, documents=(document_id,))
    for row in _as_written(queries.records(queries.awards(tables, everything))):
        words = text("documents.award", lang, beneficiary=row[f"beneficiary_{lang}"], figure=money.words(row, lang))
        found.setdefault(row["measure_id"], []).append(words)
    for row in _as_written(queries.records(queries.targets(tables, everything))):
        words = text("documents.target", lang, indicator=label("indicator", row["indicator"], lang), figure=target_words(row, lang))
        found.setdefault(row["measure_id"], []).append(words)
    return found


def _as_written(rows: list[Row]) -> list[Row]:
    """Rows in the order in which their figures stand in the text."""
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _heading(row: Row, lang: str) -> Heading:
    words = text("documents.row", lang, article=citation.article_place(row["article"], lang), title=row[f"title_{lang}"])
    return Heading(row["measure_id"], words, note=row[f"title_{lang}"])


def _cells(row: Row, figures: list[str], lang: str) -> list[Cell]:
    words = {
        "summary": row[f"summary_{lang}"],
        "figures": text("list.clause", lang).join(dict.fromkeys(figures)),
        "categories": said.listed((label("category", code, lang) for code in row["categories"]), lang),
        "departments": _departments(row, lang),
    }
    return [Cell(row["measure_id"], name, "text", words[name], source_ids=(row["measure_id"],)) for name in COLUMNS]


def _departments(row: Row, lang: str) -> str:
    leading = [text("documents.leads", lang, department=department_name(name, lang)) for name in row["lead_departments"]]
    others = [department_name(name, lang) for name in row["departments"] if name not in row["lead_departments"]]
    return said.join([*leading, *others], lang)


def _finding(measures: list[Row], title: str, selection: Selection) -> str:
    quantified = sum(bool(row["is_quantified"]) for row in measures)
    return text("documents.finding", selection.lang, title=title, count=len(measures), quantified=quantified)


VIEW = View("documents", (*DOCUMENT_FILTERS, "categories", "quantified", "text"), build)
