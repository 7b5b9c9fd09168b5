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
_WIDEST, _NARROWEST = 60, 8


class Book:
    """The workbook being written. Texts are always written as text, so that nothing becomes a formula or a link."""

    def __init__(self, report: Report) -> None:
        self.target = io.BytesIO()
        self.file = xlsxwriter.Workbook(self.target, SAFE)
        base = {"font_name": FACE, "font_size": 10, "valign": "top"}
        self.text = self.file.add_format({**base, "text_wrap": True})
        self.cell = self.file.add_format({**base, "text_wrap": True, "border": 1, "border_color": "#BFC7D1"})
        self.number = self.file.add_format({**base, "border": 1, "border_color": "#BFC7D1", "num_format": "#,##0.####"})
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

    def table(self, sheet: Any, top: int, head: tuple[str, ...], rows: tuple[tuple[str | float | None, ...], ...]) -> None:
        """Head and rows from line `top` on: widths after the content, numbers as numbers, missing as empty cells."""
        for column, words in enumerate(head):
            sheet.write_string(top, column, words, self.head)
            longest = max([width(words), *(width(str(row[column])) for row in rows[:500] if row[column] is not None)])
            sheet.set_column(column, column, min(max(longest + 2, _NARROWEST), _WIDEST))
        for place, row in enumerate(rows, top + 1):
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
