"""Coverage: whether each document speaks of each measure category, in four states."""

from compare.shared import around as said
from compare.shared.material import material
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import lookups, queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import code_list, codes
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Words, definition, label, text
from model.selection import Selection

_MARKS = {"quantified": "text", "mentioned": "text", "absent": "absent", "not_reviewed": "not_reviewed"}


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are measure categories, columns documents; a cell says its state in words and leads to the clauses."""
    held = material(view, tables, selection)
    documents, honoured = held.documents, held.asked
    states = held.states
    shown = [code for code in codes("category") if not honoured.categories or code in honoured.categories]
    rows = tuple(_heading(code) for code in shown) if documents else ()
    columns = said.document_headings(held, selection)
    clauses = _clauses(tables, honoured)
    cells = tuple(
        _cell(row.key, column.key, states.get((column.key, row.key), "not_reviewed"), clauses) for row in rows for column in columns
    )
    used = {row_id for cell in cells for row_id in cell.source_ids}
    measures = lookups.by_id(tables, "measures", sorted(used)).values()
    return said.comparison(
        view, held, selection, Chart("matrix", "", 1, "", rows, columns), cells, behind=measures,
        finding=text("coverage.finding", documents=len(documents), categories=len(rows)),
        notes=(*legend(), Note("method", text("note.absent"))),
    )


def state_words(state: str) -> Words:
    """A state with its sign, so that it is told apart in black and white: ● 有数字."""
    return text("coverage.state", sign=text(f"coverage.sign.{state}"), words=label("coverage_state", state))


def legend() -> tuple[Note, ...]:
    """What each state means, one note per state."""
    return tuple(
        Note("definition", text("coverage.legend", state=state_words(state), definition=definition("coverage_state", state)))
        for state in codes("coverage_state")
    )


def _heading(code: str) -> Heading:
    is_area = bool(code_list("category")[code]["order_note"])
    group = text("coverage.areas" if is_area else "coverage.further")
    return Heading(code, label("category", code), group=group, note=definition("category", code))


def _clauses(tables: Tables, selection: Selection) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in queries.records(queries.measures(tables, selection.having(categories=()))):
        for category in row["categories"]:
            found.setdefault((category, row["document_id"]), []).append(row)
    return found


def _cell(category: str, document_id: str, state: str, clauses: dict[tuple[str, str], list[Row]]) -> Cell:
    ids = tuple(row["measure_id"] for row in clauses.get((category, document_id), ()))
    return Cell(category, document_id, _MARKS[state], state_words(state), source_ids=ids)


VIEW = View("coverage", (*DOCUMENT_FILTERS, "categories"), build, lambda tables, selection: Rows("measures", selection), is_record=True)
