"""The plain forms: CSV, a table for the clipboard, and one sentence with its sources."""

import csv
import io
from html import escape

from reports.clean import clean, cleaned, guarded
from reports.content import Report
from reports.tables import long_table, matrix
from reports.wording import citations, origin, sources_line
from wording.answer import Answer, Source
from wording.formats import number
from wording.texts import text

_CELL = ' style="border:1px solid #000;padding:2pt 4pt;vertical-align:top"'
_BELOW = ' style="font-size:9pt"'


def csv_file(report: Report) -> bytes:
    """One row per cell, of a list one per row, in UTF-8 with the mark that Excel needs to read Chinese; several comparisons one below the other
    would mix their columns, so a basket is no CSV.
    """
    table = long_table(report.items[0].comparison)
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([guarded(value) if isinstance(value, str) else "" if value is None else _plain(value) for value in row])
    return target.getvalue().encode("utf-8-sig")


def tab_separated(comparison: Answer) -> str:
    """The matrix as the clipboard of Word, Excel and WPS takes it."""
    grid = matrix(cleaned(comparison))
    return "\n".join("\t".join(guarded(clean(words)) for words in row) for row in (grid.head, *grid.rows))


def markdown(comparison: Answer) -> str:
    """The matrix as a Markdown table."""
    grid = matrix(cleaned(comparison))
    lines = [_line(grid.head), _line(("---",) * len(grid.head)), *(_line(row) for row in grid.rows)]
    return "\n".join(lines)


def sentence(comparison: Answer, row: str = "") -> str:
    """The finding with the clauses behind it, ready for a report; for a chosen row the sentences of its clauses."""
    comparison = cleaned(comparison)
    lang = comparison.selection.lang
    if row:
        said = [source.sentence for source in _of_row(comparison, row)]
        return text("reports.sentence_join", lang).join(said) or comparison.finding
    about = max((heading for heading in comparison.chart.rows if comparison.finding.startswith(heading.label)), key=lambda heading: len(heading.label), default=None)
    sources = _of_row(comparison, about.key) if about else list(comparison.sources)
    if not sources:
        return comparison.finding
    return text("reports.sentence", lang, finding=comparison.finding, sources=text("list.clause", lang).join(citations(comparison, sources)))


def _of_row(comparison: Answer, row: str) -> list[Source]:
    ids = dict.fromkeys(row_id for cell in comparison.cells if cell.row == row for row_id in cell.source_ids)
    return [source for row_id in ids if (source := comparison.source(row_id)) is not None]


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(words.replace('|', chr(92) + '|') for words in cells)} |"


def _plain(value: float) -> str:
    """A number without grouping, as programs read it."""
    return number(value, "en").replace(",", "")


def html_table(comparison: Answer) -> str:
    """The matrix as WPS and Word take it from the clipboard: a table under its title, with the sources below."""
    grid, lang = matrix(cleaned(comparison)), comparison.selection.lang
    head = "".join(f"<th{_CELL}>{escape(words)}</th>" for words in grid.head)
    rows = "".join(f"<tr>{''.join(f'<td{_CELL}>{escape(words)}</td>' for words in row)}</tr>" for row in grid.rows)
    below = "".join(f"<p{_BELOW}>{escape(words)}</p>" for words in (sources_line(comparison), *origin(comparison)))
    table = f'<table style="border-collapse:collapse;font-size:10.5pt"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f'<div lang="{"en" if lang == "en" else "zh-CN"}"><p><b>{escape(comparison.title)}</b></p>{table}{below}</div>'
