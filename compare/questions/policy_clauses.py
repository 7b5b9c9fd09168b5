"""Policy clauses: every measure that passes the filters, and one of them in detail."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic

from compare.shared import around as said
from compare.shared.clauses import sources
from compare.shared.listed import rows_shown
from compare.shared.material import Material
from compare.shared.view import View
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.comparison import Cell, Chart, Comparison, DocumentRef, Heading, Note, Source, W
from model.saying import Words, figure_of, goal_of, joined, label, listed, listing, own, place_of, text
from model.selection import Selection
from model.status import CURRENT, status_on

COLUMNS = ("document", "article", "categories", "figures", "departments")


@dataclass(frozen=True)
class Figure(Generic[W]):
    """One figure of a clause: its words, what it is for, under which condition, and where it stands."""

    words: W
    subject: W
    condition: W
    note: W
    source: Source[W]


@dataclass(frozen=True)
class Clause(Generic[W]):
    """One measure with everything that is known of it, in the language of the selection."""

    title: W
    summary: W
    article: W
    categories: tuple[W, ...]
    lead_departments: tuple[str, ...]
    departments: tuple[str, ...]
    document: DocumentRef[W]
    status_source: W
    awards: tuple[Figure[W], ...]
    targets: tuple[Figure[W], ...]
    source: Source[W]


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are measures in the order of their documents, columns what a list of clauses shows; all cells are words.

    Where words are searched for, the document in force comes first, then those without a repeal found, the newest first of each.
    """
    held, found, total = rows_shown(view, tables, selection)
    order = _in_force_first(held, selection) if selection.text else {key: place for place, key in enumerate(held.documents)}
    measures = sorted(found, key=lambda row: (order[row["document_id"]], row["article_order"]))
    figures = _figures_of(tables, held.documents)
    refs = said.document_refs(tables, {row["document_id"]: None for row in measures}, selection)
    names = {ref.document_id: ref.label for ref in refs}
    status = {ref.document_id: ref for ref in refs}
    rows = tuple(
        Heading(row["measure_id"], own(row, "title"), group=names[row["document_id"]], note=own(row, "summary"),
                status=status[row["document_id"]].status, is_tentative=status[row["document_id"]].is_draft)
        for row in measures
    )
    columns = tuple(Heading(name, text(f"clauses.column.{name}")) for name in COLUMNS)
    cells = tuple(cell for row in measures for cell in _cells(row, names, figures))
    return said.comparison(
        view, held, selection, Chart("list", "", 1, "", rows, columns), cells, finding=_finding(measures, refs),
        notes=[Note("method", text("note.absent"))], behind=measures, documents=names, rows_total=total,
    )


def _in_force_first(held: Material, selection: Selection) -> dict[str, int]:
    """The place of each document: by its status on the day, then the newest first."""
    rank = {status: place for place, status in enumerate(CURRENT)}
    placed = [(rank.get(status_on(row, selection.as_of), len(rank)), -age, key) for age, (key, row) in enumerate(held.documents.items())]
    return {key: place for place, (*_, key) in enumerate(sorted(placed))}


def clause(tables: Tables, measure_id: str, selection: Selection) -> Clause | None:
    """One measure in detail, or None if the snapshot does not hold it."""
    row = lookups.by_id(tables, "measures", [measure_id]).get(measure_id)
    if row is None:
        return None
    awards, targets = (lookups.of_measure(tables, name, measure_id) for name in ("awards", "targets"))
    document = queries.documents(tables)[row["document_id"]]
    return Clause(
        title=own(row, "title"), summary=own(row, "summary"), article=place_of(row["article"]),
        categories=tuple(label("category", code) for code in row["categories"]),
        lead_departments=tuple(row["lead_departments"]), departments=tuple(row["departments"]),
        document=said.document_refs(tables, [row["document_id"]], selection)[0],
        status_source=own(document, "status_source"),
        awards=tuple(_award_figure(tables, item) for item in awards),
        targets=tuple(_target_figure(tables, item) for item in targets),
        source=sources(tables, [row])[0],
    )


def _award_figure(tables: Tables, row: Row) -> Figure:
    return Figure(figure_of(row), own(row, "beneficiary"), own(row, "condition"), own(row, "note"),
                  sources(tables, [row])[0])


def _target_figure(tables: Tables, row: Row) -> Figure:
    subject = label("indicator", row["indicator"])
    return Figure(goal_of(row), subject, own(row, "scope"), own(row, "note"),
                  sources(tables, [row])[0])


def _figures_of(tables: Tables, documents: Iterable[str]) -> dict[str, list[Words]]:
    """The figures of each measure in words: those of awards, then those of targets."""
    found: dict[str, list[Words]] = {}
    held = tuple(documents)
    for row in lookups.of_documents(tables, "awards", held):
        found.setdefault(row["measure_id"], []).append(figure_of(row))
    for row in lookups.of_documents(tables, "targets", held):
        found.setdefault(row["measure_id"], []).append(
            text("documents.target", indicator=label("indicator", row["indicator"]), figure=goal_of(row)))
    return found


def _cells(row: Row, names: dict[str, Words], figures: dict[str, list[Words]]) -> list[Cell]:
    words = {
        "document": names[row["document_id"]],
        "article": place_of(row["article"]),
        "categories": listed(label("category", code) for code in row["categories"]),
        "figures": joined("list.clause", figures.get(row["measure_id"], []), once=True),
        "departments": listing([*row["lead_departments"], *row["departments"]], once=True),
    }
    return [Cell(row["measure_id"], name, "text", words[name], source_ids=(row["measure_id"],)) for name in COLUMNS]


def _finding(measures: list[Row], refs: tuple[DocumentRef, ...]) -> Words:
    quantified = sum(bool(row["is_quantified"]) for row in measures)
    return text("clauses.finding", documents=len(refs), count=len(measures), quantified=quantified)


VIEW = View(
    "policy_clauses",
    ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments", "indicators", "statuses",
     "quantified", "text", "provinces", "places"),
    build, lambda tables, selection: Rows("measures", selection),
)
