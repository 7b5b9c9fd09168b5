"""The matrix: what each document says on each row, and one cell in detail."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from charts.marks import named
from components import filters, paper
from components import rows as rows_of
from components.badges import status_badge, verdict_badge
from components.escape import Markdown, escape, roomy
from components.report_error import report_error
from components.section import section
from model.comparison import SILENT_MARKS
from reports.tables import column_blocks
from wording.answer import Answer, Cell, Heading, Verdict
from wording.money import in_sentence
from wording.texts import text

OWN = "rgba(47, 110, 168, 0.13)"  # the ground of the own city, on white and on black
CHOSEN = "rgba(214, 158, 46, 0.20)"  # and of the chosen row
_NOTHING = tuple(mark for mark in SILENT_MARKS if mark != "unstated")  # no support is stated at all


def matrix(comparison: Answer, *, group: str = "") -> None:
    """The table of all cells: figure, trigger and article, with the verdict against the row's baseline, and the difference to the own city.

    `group` names the group whose rows these are, which leaves the
    legend to the last of them. On paper many columns are parted into blocks; on a telephone each row is a card, since a wide table would scroll its row names away.
    """
    lang = comparison.selection.lang
    chart = comparison.chart
    if is_telephone():
        _cards(comparison)
        return
    chosen, name = comparison.selection.row, rows_of.name(comparison, group)
    rows = pd.Index([_bold(named(row, lang), row.key == chosen) for row in chart.rows], name=roomy(text("show.row", lang)))
    for columns in column_blocks(comparison, paper.COLUMNS) if paper.is_on() else [chart.columns]:
        content = [[_cell(comparison, row, column) for column in columns] for row in chart.rows]
        tints = [[CHOSEN if row.key == chosen else OWN if row.is_own or column.is_own else "" for column in columns] for row in chart.rows]
        heads = [column_head(column, lang) + _sort_sign(comparison, column.key) for column in columns]
        paper.table(pd.DataFrame(content, index=rows, columns=heads), tints=tints, name=name)
    if not group:
        legend(comparison)


def _bold(name: str, is_chosen: bool) -> Markdown:
    """The name of a row, of the chosen one in bold."""
    return f"**{escape(name)}**" if is_chosen else escape(name)


def _sort_sign(comparison: Answer, column: str) -> Markdown:
    """An arrow behind the head of the column that the rows are sorted by."""
    return {f"-{column}": " ↓", column: " ↑"}.get(comparison.selection.sort, "")


def legend(comparison: Answer) -> None:
    """What the signs of a table mean, of those that it has: the dash, the baseline that differs from row to row, and the difference to the own city."""
    lang, chart, pin = comparison.selection.lang, comparison.chart, comparison.selection.baseline
    shown = [cell for row in chart.rows for column in chart.columns if (cell := comparison.cell(row.key, column.key))]
    said = [text("show.dash", lang, words=escape(text("money.absent", lang)))] if any(_is_dash(cell, lang) for cell in shown) else []
    is_pinned = any(heading.is_own and (not heading.is_tentative or heading.key == pin) for heading in (*chart.rows, *chart.columns))
    if any(cell.comparability for cell in shown):
        said += [text("own.difference_note" if any(cell.difference for cell in shown) else "own.no_difference", lang)] if is_pinned else [text("show.baseline_note", lang)]
        said += [] if is_pinned or pin else [text("show.baseline_pin", lang)]
    if said:
        st.caption("  \n".join(said))


def is_telephone() -> bool:
    """Whether the browser says that it runs on a telephone, as all of them do with this word; paper is no telephone."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "") and not paper.is_on()


def _cards(comparison: Answer) -> None:
    """The same cells row by row; documents that say the same share a line."""
    lang, chart = comparison.selection.lang, comparison.chart
    st.markdown("  \n".join(column_head(column, lang).replace("\n\n", " ") for column in chart.columns))
    for row in chart.rows:
        said: dict[str, list[str]] = {}
        for column in chart.columns:
            words = _cell(comparison, row, column)
            if words:
                said.setdefault(words.replace("\n\n", " "), []).append(column.label)
        card(named(row, lang), [(escape(text("list.separator", lang).join(labels)), words) for words, labels in said.items()], lang)


def card(name: str, lines: Iterable[tuple[Markdown, Markdown]], lang: str) -> None:
    """One row of a table under its name: each line says whose words they are."""
    said = [text("show.card", lang, documents=whose, words=words) for whose, words in lines]
    with st.container(border=True):
        st.markdown("\n\n".join([f"**{escape(name)}**", *said]))


def cell_detail(comparison: Answer, chosen_row: str = "") -> None:
    """The chosen row (`chosen_row` where the page has its own choice): every document's clause, the verdict with each reason, and what can
    be compared instead; it opens on a click.
    """
    lang = comparison.selection.lang
    rows = {row.key: row.label for row in comparison.chart.rows}
    is_open = not chosen_row and comparison.selection.row in rows
    section(text("show.cell", lang), ":material/format_quote:", lambda: _row(comparison, rows, chosen_row), key="row", expanded=is_open)


def _row(comparison: Answer, rows: dict[str, str], chosen_row: str) -> None:
    row = chosen_row or filters.choose_row(text("show.cell_pick", comparison.selection.lang), list(rows), rows, comparison.selection)
    shown: set[str] = set()
    for column in comparison.chart.columns:
        cell = comparison.cell(row, column.key)
        if cell is not None and cell.mark != "absent" and (not cell.source_ids or set(cell.source_ids) - shown):
            _detail(comparison, column, cell, shown)
            shown |= set(cell.source_ids)


def column_head(column: Heading, lang: str) -> Markdown:
    """City and year with number and status below; of a proposal that it is not published."""
    parts = [f"**{escape(column.label)}**"]
    if column.note:
        parts.append(f":gray[{escape(column.note)}]")
    if column.status:
        parts.append(status_badge(column.status, lang))
    return "\n\n".join(parts)


def _cell(comparison: Answer, row: Heading, column: Heading) -> Markdown:
    cell = comparison.cell(row.key, column.key)
    if cell is None or not cell.words:
        return ""
    lang = comparison.selection.lang
    if _is_dash(cell, lang):
        return ":gray[—]"
    if cell.mark in _NOTHING:
        return f":gray[{escape(cell.words)}]"
    words = _folded(cell, lang)
    if cell.comparability is None or _is_one_sided(cell.comparability):
        named = cell.comparability is None and _is_baseline(comparison, cell) and _is_compared(comparison, row)
        return f"{words}\n\n:blue-badge[{text('show.baseline', comparison.selection.lang)}]" if named else words
    judged = f"{words}\n\n{verdict_badge(cell.comparability)}"
    return f"{judged}\n\n{escape(cell.difference)}" if cell.difference else judged


def _is_one_sided(verdict: Verdict) -> bool:
    """Whether there is nothing to set a figure against, which the dash of the baseline already says."""
    return any(reason.code == "value_absent" for reason in verdict.reasons)


def _is_dash(cell: Cell, lang: str) -> bool:
    """Whether a cell says only that its document was read and has nothing: a quiet dash with a legend, but on a telephone, where rows are sentences."""
    return cell.mark == "absent" and cell.words == text("money.absent", lang) and not is_telephone()


def _folded(cell: Cell, lang: str) -> Markdown:
    """The figure in bold with its words; of several supports the first and how many more there are, which the chosen row shows. Paper shows all."""
    shown = cell.cases[0] if cell.cases and not paper.is_on() else cell.words
    head = cell.figure if cell.figure and shown.startswith(cell.figure) else ""
    rest = shown[len(head):]
    space = " " if rest.startswith(" ") else ""
    words = f"**{escape(head)}**{space}{escape(rest.strip())}" if head else escape(shown)
    return f"{words}\n\n:gray[{text('show.further', lang, count=len(cell.cases) - 1)}]" if shown != cell.words else words


def _is_baseline(comparison: Answer, cell: Cell) -> bool:
    """Whether an unjudged cell is what others are judged against: words that only point to other rows are not, nor supports of a wider
    title, which are said without a figure of their own, beside a figure.
    """
    if cell.mark == "text" and not cell.figure:
        beside = (other for other in comparison.cells if other.row == cell.row and other.comparability is None)
        return bool(cell.source_ids) and not any(other.figure for other in beside)
    return True


def _is_compared(comparison: Answer, row: Heading) -> bool:
    """Whether another document has a provision that was judged on the row, so that its baseline is worth naming."""
    cells = [cell for column in comparison.chart.columns if (cell := comparison.cell(row.key, column.key)) is not None]
    return sum(cell.mark not in _NOTHING for cell in cells) > 1 and any(cell.comparability for cell in cells)


def _detail(comparison: Answer, column: Heading, cell: Cell, shown: set[str]) -> None:
    """A cell with its clauses, but for those that stand above already, where one support states several columns."""
    lang = comparison.selection.lang
    status = status_badge(column.status, lang) if column.status else ""
    is_judged = any(other.comparability for other in comparison.cells if other.row == cell.row)
    baseline = f":blue-badge[{text('show.baseline', lang)}]" if is_judged and _is_baseline(comparison, cell) else ""
    verdict = verdict_badge(cell.comparability) if cell.comparability else baseline
    st.markdown(f"**{escape(column.label)}** {status} {verdict}")
    if not cell.source_ids:
        st.markdown(escape(cell.words))
    for row_id in cell.source_ids:
        source = comparison.source(row_id)
        if source is not None and row_id not in shown:
            st.markdown(escape(source.sentence))
            report_error(source, comparison.snapshot, lang, "cell")
    if cell.comparability is not None and cell.comparability.reasons:
        st.caption(escape(_because(cell.comparability, lang)))


def _because(verdict: Verdict, lang: str) -> str:
    """All reasons and what can be compared instead, in one line."""
    reasons = text("list.separator", lang).join(in_sentence(reason.words) for reason in verdict.reasons)
    instead = text("list.separator", lang).join(dict.fromkeys(in_sentence(reason.instead) for reason in verdict.reasons[:2]))
    return text("show.because", lang, reasons=reasons, instead=instead)
