"""Policy clauses: every measure that passes the filters, and one of them in detail."""

from dataclasses import dataclass

import pandas as pd

from compare.shared import words as said
from compare.shared.view import View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import citation, money
from model.codes import label
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note, Source
from model.selection import Selection
from model.target_words import target_words
from model.texts import text

COLUMNS = ("document", "article", "categories", "figures", "departments")


@dataclass(frozen=True)
class Figure:
    """One figure of a clause: its words, what it is for, under which condition, and where it stands."""

    words: str
    subject: str
    condition: str
    note: str
    source: Source


@dataclass(frozen=True)
class Clause:
    """One measure with everything that is known of it, in the language of the selection."""

    title: str
    summary: str
    article: str
    categories: tuple[str, ...]
    lead_departments: tuple[str, ...]
    departments: tuple[str, ...]
    document: DocumentRef
    status_source: str
    awards: tuple[Figure, ...]
    targets: tuple[Figure, ...]
    source: Source


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are measures in the order of their documents, columns what a list of clauses shows; all cells are words."""
    lang = selection.lang
    honoured = view.honoured(selection)
    documents = queries.selected_documents(tables, honoured)
    order = {key: place for place, key in enumerate(documents)}
    measures = sorted(queries.records(queries.measures(tables, honoured)), key=lambda row: (order[row["document_id"]], row["article_order"]))
    figures = _figures_of(tables, honoured, lang)
    refs = said.document_refs(tables, {row["document_id"]: None for row in measures}, selection)
    names = {ref.document_id: ref.label for ref in refs}
    status = {ref.document_id: ref for ref in refs}
    rows = tuple(
        Heading(row["measure_id"], row[f"title_{lang}"], group=names[row["document_id"]], note=row[f"summary_{lang}"],
                status=status[row["document_id"]].status, is_tentative=status[row["document_id"]].is_draft)
        for row in measures
    )
    columns = tuple(Heading(name, text(f"clauses.column.{name}", lang)) for name in COLUMNS)
    cells = tuple(cell for row in measures for cell in _cells(row, names, figures, lang))
    return said.comparison(
        view, tables, selection, names, Chart("list", "", 1, "", rows, columns), cells, finding=_finding(measures, refs, lang),
        notes=[Note("method", text("note.absent", lang))], behind=measures,
    )


def clause(tables: Tables, measure_id: str, selection: Selection) -> Clause | None:
    """One measure in detail, or None if the snapshot does not hold it."""
    lang = selection.lang
    row = next((item for item in queries.records(tables["measures"]) if item["measure_id"] == measure_id), None)
    if row is None:
        return None
    everything = Selection(as_of=selection.as_of, lang=lang)
    awards = [item for item in _as_written(queries.awards(tables, everything)) if item["measure_id"] == measure_id]
    targets = [item for item in _as_written(queries.targets(tables, everything)) if item["measure_id"] == measure_id]
    document = queries.documents(tables)[row["document_id"]]
    return Clause(
        title=row[f"title_{lang}"], summary=row[f"summary_{lang}"], article=citation.article_place(row["article"], lang),
        categories=tuple(label("category", code, lang) for code in row["categories"]),
        lead_departments=tuple(row["lead_departments"]), departments=tuple(row["departments"]),
        document=said.document_refs(tables, [row["document_id"]], selection)[0],
        status_source=document[f"status_source_{lang}"] or "",
        awards=tuple(_award_figure(tables, item, lang) for item in awards),
        targets=tuple(_target_figure(tables, item, lang) for item in targets),
        source=said.sources(tables, [row], lang)[0],
    )


def _as_written(frame: pd.DataFrame) -> list[Row]:
    """Rows in the order in which their figures stand in the text."""
    return sorted(queries.records(frame), key=lambda row: (row["start"], row["end"]))


def _award_figure(tables: Tables, row: Row, lang: str) -> Figure:
    return Figure(money.words(row, lang), row[f"beneficiary_{lang}"], row[f"condition_{lang}"] or "", row[f"note_{lang}"] or "",
                  said.sources(tables, [row], lang)[0])


def _target_figure(tables: Tables, row: Row, lang: str) -> Figure:
    subject = label("indicator", row["indicator"], lang)
    return Figure(target_words(row, lang), subject, row[f"scope_{lang}"] or "", row[f"note_{lang}"] or "",
                  said.sources(tables, [row], lang)[0])


def _figures_of(tables: Tables, selection: Selection, lang: str) -> dict[str, list[str]]:
    """The figures of each measure in words: those of awards, then those of targets."""
    found: dict[str, list[str]] = {}
    documents = selection.having(designations=(), beneficiaries=(), levels=(), instruments=(), indicators=(), categories=())
    for row in _as_written(queries.awards(tables, documents)):
        found.setdefault(row["measure_id"], []).append(money.words(row, lang))
    for row in _as_written(queries.targets(tables, documents)):
        found.setdefault(row["measure_id"], []).append(
            text("documents.target", lang, indicator=label("indicator", row["indicator"], lang), figure=target_words(row, lang)))
    return found


def _cells(row: Row, names: dict[str, str], figures: dict[str, list[str]], lang: str) -> list[Cell]:
    clause_break = text("list.clause", lang)
    words = {
        "document": names[row["document_id"]],
        "article": citation.article_place(row["article"], lang),
        "categories": said.listed((label("category", code, lang) for code in row["categories"]), lang),
        "figures": clause_break.join(dict.fromkeys(figures.get(row["measure_id"], []))),
        "departments": said.join(dict.fromkeys([*row["lead_departments"], *row["departments"]]), lang),
    }
    return [Cell(row["measure_id"], name, "text", words[name], source_ids=(row["measure_id"],)) for name in COLUMNS]


def _finding(measures: list[Row], refs: tuple[DocumentRef, ...], lang: str) -> str:
    quantified = sum(bool(row["is_quantified"]) for row in measures)
    return text("clauses.finding", lang, documents=len(refs), count=len(measures), quantified=quantified)


VIEW = View(
    "policy_clauses",
    ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments", "indicators", "statuses",
     "quantified", "text"),
    build,
)
