"""The rows of a question that is a list: all of them for a few documents, a page of them, sorted by the tables, for many."""

from compare.shared.material import Material, material
from compare.shared.view import View
from loaders import lookups, paging
from loaders.queries import Row
from loaders.snapshot import Tables
from model.schema import TABLES
from model.selection import Selection

ON_A_PAGE = 25


def rows_shown(view: View, tables: Tables, selection: Selection) -> tuple[Material, list[Row], int]:
    """The documents of the rows that are shown, these rows, and how many rows the whole list has.

    A page beyond the end is the last one.
    """
    held = material(view, tables, selection)
    if not held.rule:
        whole = paging.page_of(tables, view.rows(tables, held.asked), _order(view, tables, held.asked), 0, paging.LIMIT)
        if whole.total <= paging.LIMIT:
            return held, list(whole.rows), whole.total
    rows = view.rows(tables, view.honoured(selection))
    total = paging.count(tables, rows)
    last = max(0, (total - 1) // ON_A_PAGE)
    page = paging.page_of(tables, rows, _order(view, tables, rows.selection), min(selection.page - 1, last) * ON_A_PAGE, ON_A_PAGE)
    documents = lookups.documents_by_id(tables, dict.fromkeys(row["document_id"] for row in page.rows))
    return Material(tables, rows.selection, documents, held.total), list(page.rows), total


def _order(view: View, tables: Tables, selection: Selection) -> tuple[tuple[str, bool], ...]:
    """The column that the reader sorts by, if the table has it."""
    column = selection.sort.removeprefix("-")
    return ((column, selection.sort.startswith("-")),) if column in TABLES[view.rows(tables, selection).table].columns else ()
