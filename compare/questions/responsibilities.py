"""Responsibilities: which department leads or takes part in what, by measure category and document."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.shared import around as said
from compare.shared.brevity import first_of
from compare.shared.departments import department_name, departments
from compare.shared.material import material
from compare.shared.others import or_others
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import Saying, Words, joined, label, listing, text
from model.selection import Selection

_SPOKEN, _NAMED = 2, 3  # documents whose leading departments the sentence names, and how many of these
UNMAPPED = "unmapped"


@dataclass(frozen=True)
class Duty:
    """One department in one measure. `category` is the one the measure is listed under."""

    category: str
    function: str
    department: str
    leads: bool
    measure: Row


@dataclass(frozen=True)
class DutyList(Saying):
    """Departments with their clauses, as (leads, department, article).

    Two names of one bureau in Chinese may share their English one; then they are one entry.
    """

    entries: tuple[tuple[bool, Words, str], ...]


Found = dict[tuple[str, str, str], list[Duty]]  # by category, function and document


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are functions of government, grouped by measure category; columns are documents.

    A cell names the departments as the document writes them, who leads, and their clauses. Only a department that the
    text says leads is shown as leading.
    """
    held = material(view, tables, selection)
    honoured = held.asked
    measures = queries.records(queries.measures(tables, honoured))
    found: Found = {}
    for duty in duties(measures, honoured):
        found.setdefault((duty.category, duty.function, duty.measure["document_id"]), []).append(duty)
    known = {key[:2] for key in found}
    shown = [(category, function) for category in codes("category") for function in codes("department_function") if (category, function) in known]
    rows = tuple(
        Heading(f"{category}:{function}", label("department_function", function), group=label("category", category)) for category, function in shown
    )
    columns = said.document_headings(held, selection)
    cells = tuple(
        _cell(row.key, column.key, found.get((*key, column.key), [])) for key, row in zip(shown, rows, strict=True) for column in columns
    )
    used = {row_id for cell in cells for row_id in cell.source_ids}
    return said.comparison(
        view, held, selection, Chart("matrix", "", 1, "", rows, columns), cells, finding=_finding(found, columns),
        notes=_notes(found), behind=[row for row in measures if row["measure_id"] in used],
    )


def duties(measures: Iterable[Row], selection: Selection) -> Iterable[Duty]:
    """One duty per department and measure.

    A measure is listed under its main category or, where categories are chosen, under the first of them that it has,
    so that no clause stands twice.
    """
    for measure in measures:
        category = next((code for code in measure["categories"] if not selection.categories or code in selection.categories), "")
        for department in dict.fromkeys([*measure["lead_departments"], *measure["departments"]]):
            yield Duty(category, function_of(department), department, department in measure["lead_departments"], measure)


def function_of(department: str) -> str:
    """The function of government behind a name as a document writes it; `unmapped` for a name not yet in the list."""
    row = departments().get(department)
    return row["function"] if row else UNMAPPED


def _cell(row: str, column: str, found: list[Duty]) -> Cell:
    if not found:
        return Cell(row, column, "absent", text("responsibilities.none"))
    ordered = sorted(found, key=lambda duty: (not duty.leads, duty.measure["article_order"]))
    entries = tuple((duty.leads, department_name(duty.department), str(duty.measure["article"])) for duty in ordered)
    return Cell(row, column, "text", DutyList(entries), source_ids=tuple(dict.fromkeys(duty.measure["measure_id"] for duty in found)))


def _finding(found: Found, columns: tuple[Heading, ...]) -> Words:
    """Which documents say who leads, which only list departments, and which name none; who leads in them where there are two at most."""
    held: dict[str, list[Heading]] = {}
    leading: dict[str, list[Words]] = {}
    for column in columns:
        shown = [duty for (_, _, document_id), items in found.items() if document_id == column.key for duty in items]
        leading[column.key] = list(dict.fromkeys(department_name(duty.department) for duty in shown if duty.leads))
        held.setdefault("leads" if leading[column.key] else "no_lead" if shown else "none", []).append(column)
    parts = []
    for state in ("leads", "no_lead", "none"):
        named = held.get(state, [])
        if state == "leads" and len(named) <= _SPOKEN:
            parts += [text("responsibilities.finding_leads", document=said.spoken(column), departments=first_of(leading[column.key], _NAMED)) for column in named]
        elif named:
            parts.append(text("responsibilities.finding_some_lead" if state == "leads" else f"responsibilities.finding_{state}", document=listing(map(said.spoken, named))))
    return text("responsibilities.finding", said=joined("list.clause", parts))


def _notes(found: Found) -> Iterable[Note]:
    if not found:
        return
    for key in ("responsibilities.note_lead", "responsibilities.note_function", "responsibilities.note_category"):
        yield Note("method", text(key))
    unmapped = sorted({duty.department for (_, function, _), items in found.items() if function == UNMAPPED for duty in items})
    if unmapped:
        yield Note("caveat", text("responsibilities.note_unmapped", departments=listing(unmapped)))


VIEW = View("responsibilities", (*DOCUMENT_FILTERS, "categories", "text"), or_others(build))
