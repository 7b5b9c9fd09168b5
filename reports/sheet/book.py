"""The workbook: formats, safe cells and print set-up that all its sheets share."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from charts.wrap import width
from reports.content import Report
from reports.office_chart import SAFE

FACE = "微软雅黑"
_CELL_MOST = 32_000  # Excel holds 32,767 characters in a cell
_WIDEST, _NARROWEST = 26, 9
_LINE_POINTS, _HIGHEST = 15.0, 400.0

Texts = tuple[str, ...]
Values = tuple[str | float | None, ...]


class Book:
    """The workbook being written. Texts are always written as text, so that nothing becomes a formula or a link."""

    def __init__(self, report: Report) -> None:
        self.target = io.BytesIO()
        self.file = xlsxwriter.Workbook(self.target, SAFE)
        base = {"font_name": FACE, "font_size": 10, "valign": "top"}
        self.text = self.file.add_format({**base, "text_wrap": True})
        self.cell = self.file.add_format({**base, "text_wrap": True, "border": 1, "border_color": "#BFC7D1"})
        self.number = self.file.add_format({**base, "border": 1, "border_color": "#BFC7D1", "num_format": "General"})
        self.head = self.file.add_format({**base, "bold": True, "text_wrap": True, "border": 1, "border_color": "#BFC7D1", "bg_color": "#E7ECF2", "valign": "vcenter"})
        self.title = self.file.add_format({**base, "bold": True, "font_size": 14})
        self.strong = self.file.add_format({**base, "bold": True, "text_wrap": True})
        self.day = datetime(report.as_of.year, report.as_of.month, report.as_of.day)

    def sheet(self, name: str, *, landscape: bool = True) -> Any:
        """A worksheet on A4, one page wide, with its page number at the foot."""
        sheet = self.file.add_worksheet(name)
        sheet.set_paper(9)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.set_footer("&C&P / &N")
        return sheet

    def table(self, sheet: Any, top: int, head: Texts, rows: tuple[Values, ...], widths: tuple[float, ...] = ()) -> None:
        """Head and rows from line `top` on; `widths` in letters, else after the content. Heights are set as well, since
        not every program fits them to wrapped text.
        """
        wide = widths or tuple(_fitting(words, [row[column] for row in rows[:500]]) for column, words in enumerate(head))
        for column, one in enumerate(wide):
            sheet.set_column(column, column, one)
        for column, words in enumerate(head):
            sheet.write_string(top, column, words, self.head)
        sheet.set_row(top, _height(head, wide))
        for place, row in enumerate(rows, top + 1):
            sheet.set_row(place, _height(row, wide))
            for column, value in enumerate(row):
                self.write(sheet, place, column, value)

    def write(self, sheet: Any, row: int, column: int, value: str | float | None) -> None:
        """One cell with the format of its kind."""
        if value is None or value == "":
            sheet.write_blank(row, column, None, self.cell)
        elif isinstance(value, str):
            sheet.write_string(row, column, value[:_CELL_MOST], self.cell)
        else:
            sheet.write_number(row, column, value, self.number)

    def saved(self, title: str, subject: str, author: str) -> bytes:
        """The bytes of the workbook."""
        self.file.set_properties({"title": title[:250], "subject": subject[:250], "author": author, "created": self.day})
        self.file.close()
        return self.target.getvalue()


def _fitting(head: str, values: list[str | float | None]) -> float:
    return min(max([width(head) + 3, *(width(str(value)) + 2 for value in values if value is not None), _NARROWEST]), _WIDEST)


def _height(row: Values, widths: tuple[float, ...]) -> float:
    """Points for the tallest cell of a row."""
    texts = [(words, wide) for words, wide in zip(row, widths, strict=True) if isinstance(words, str)]
    lines = max((-(-width(words) // max(int(wide) - 2, 1)) for words, wide in texts), default=1)
    return min(_LINE_POINTS * max(lines, 1) + 2, _HIGHEST)
