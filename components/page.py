"""The page of a comparison: what stands above and below its table, the same everywhere."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from compare.registry import VIEWS
from compare.shared.ordered import sortable
from compare.shared.parts import CITIES
from components import frame, paper, parts, reader, show
from components.columns import columns, pager
from components.export_menu import export_menu
from components.matrix import cell_detail, matrix
from components.rows import chosen_by_click
from loaders.payers import PARTS
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import Answer

Ask = Callable[[Tables, Selection], None]
Table = Callable[[Answer], None]


@dataclass(frozen=True)
class Page:
    """What a page works on: the snapshot and its comparison, which has cells."""

    tables: Tables
    comparison: Answer

    @property
    def lang(self) -> str:
        """The language of the reader."""
        return self.comparison.selection.lang


def opened(name: str, ask: Ask | None = None) -> Page:
    """Title, filter bar and the page's own questions (`ask`); a comparison without cells says why and ends the page."""
    view = VIEWS[name]
    tables, selection = frame.open_page(view)
    if ask and not paper.is_on():
        ask(tables, selection)
    comparison = frame.build(view, tables, selection)
    if comparison.empty_because:
        frame.empty(comparison)
        st.stop()
    return Page(tables, comparison)


def standard(page: Page, table: Table = matrix, chart_note: str = "", *, chart_first: bool = False) -> None:
    """Table, clauses of a row and chart between what every page shows; of many documents the part that the reader chose."""
    top(page)
    if not parts.shown(VIEWS[page.comparison.view], page.tables, page.comparison):
        if chart_first:
            show.chart(page.comparison, chart_note)
        table(page.comparison)
        pager(page.comparison)
        clauses(page)
        if not chart_first:
            show.chart(page.comparison, chart_note)
    bottom(page)


def top(page: Page) -> None:
    """The finding and the export menu."""
    show.heading(page.comparison)
    parts.switch(page.comparison)
    columns(page.tables, page.comparison)
    export_menu(page.tables, page.comparison)


def clauses(page: Page) -> None:
    """One row in detail, and its clauses in the text; on paper all rows stand at the end."""
    if paper.is_on():
        return
    chosen_by_click(page.comparison, sorted_by(page.comparison))
    cell_detail(page.comparison)
    reader.row_in_context(page.tables, page.comparison)


def sorted_by(comparison: Answer) -> tuple[str, ...]:
    """The columns whose heads sort: sums of documents side by side, the levels of a title, the shares of budgets; empty for a head that does not."""
    columns = tuple(column.key for column in comparison.chart.columns)
    if comparison.part == CITIES:
        return columns
    return tuple(key if key in PARTS else "" for key in columns) if comparison.chart.question == "shares" else sortable(comparison)


def bottom(page: Page) -> None:
    """Notes, sources and the footer."""
    show.notes(page.comparison)
    show.sources(page.comparison)
    frame.footer(page.tables, page.lang)
