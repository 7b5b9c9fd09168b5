"""Workbooks: what Excel shows, sheet by sheet, as one table each."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from curation.extract import extract
from curation.read.limits import LIMITS
from curation.read.reading import ReadError, Reading
from curation.read.sheet import read_sheet
from curation.read.sheet_values import Formats


def read(book: Any) -> Reading:
    held = io.BytesIO()
    book.save(held)
    return read_sheet(held.getvalue(), "a.xlsx", LIMITS)


def book(*rows: tuple[Any, ...]) -> Any:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return made


def test_a_sheet_is_a_table_with_spanning_cells_filled() -> None:
    made = book(("苇湖市创新载体奖励标准",), ("载体", "级别", "奖励标准"), ("科技企业孵化器", "国家级", "200万元"), (None, "省级", "100万元"), ("众创空间", "市级", "10万元"))
    made.active.merge_cells("A1:C1")
    made.active.merge_cells("A3:A4")
    reading = read(made)
    assert reading.text.splitlines() == ["苇湖市创新载体奖励标准", "载体\t级别\t奖励标准", "科技企业孵化器\t国家级\t200万元", "科技企业孵化器\t省级\t100万元", "众创空间\t市级\t10万元"]
    assert [(item.get("recognition_level"), item.get("sum_cny")) for item in extract(reading.text)] == [("national", 2_000_000), ("provincial", 1_000_000), ("municipal", 100_000)]


@pytest.mark.parametrize(("value", "pattern", "right"), [
    (0.35, "0%", "35%"), (0.0325, "0.00%", "3.25%"), (0.035, "0.0#%", "3.5%"), (200, '0"万元"', "200万元"), (200, "General", "200"), (0.1, "General", "0.1"), (1234567.5, "#,##0.00", "1234567.50"), (12345, '0!.0,"万"', "1.2万"),
    (2_000_000, '0,"千元"', "2000千元"), (1.005, "0.00", "1.01"), (-5, "0;(0)", "(5)"), (date(2025, 12, 18), "yyyy-mm-dd", "2025-12-18"), (date(2025, 12, 18), 'yyyy"年"m"月"d"日"', "2025-12-18"), ("省级", "@", "省级"), (True, "General", "TRUE"),
    (1e21, "General", "1000000000000000000000"), (0, "0%", "0%"), (3, '"不超过"0"家"', "不超过3家"),
])
def test_numbers_are_read_as_shown(value: Any, pattern: str, right: str) -> None:
    made = book(("甲", value))
    made.active["B1"].number_format = pattern
    assert read(made).text == f"甲\t{right}\n"


def test_dates_from_1904_and_days_that_never_were() -> None:
    assert Formats(((14, ""),), True).shown("44547", 0) == "2025-12-18"
    assert Formats(((14, ""),)).shown("60", 0) == "60" and Formats(((14, ""),)).shown("99999999999", 0) == "99999999999"


def test_hidden_parts_are_left_out_and_counted() -> None:
    made = book(("国家级", "备注", "200万元"), ("省级", "密", "100万元"), ("市级", "密", "10万元"))
    made.active.column_dimensions["B"].hidden = True
    made.active.row_dimensions[3].hidden = True
    made.create_sheet("旧标准")["A1"] = "国家级999万元"
    made["旧标准"].sheet_state = "hidden"
    reading = read(made)
    assert reading.text == "国家级\t200万元\n省级\t100万元\n"
    assert [(item.kind, item.count) for item in reading.left_out] == [("hidden", 4)]


def test_several_sheets_keep_their_names() -> None:
    made = book(("国家级", "200万元"))
    made.active.title = "奖励标准"
    made.create_sheet("Sheet2").append(("说明", "按年度发放"))
    assert read(made).text.splitlines() == ["奖励标准", "国家级\t200万元", "说明\t按年度发放"]


def test_formulas_without_results_are_counted() -> None:
    reading = read(book(("国家级", "=100+100")))
    assert reading.text == "国家级\n" and [(item.kind, item.count) for item in reading.left_out] == [("formula", 1)]


def test_far_cells_and_wide_ranges_cost_nothing() -> None:
    made = book(("国家级", "200万元"))
    made.active["XFD1048576"] = "末"
    held = io.BytesIO()
    made.save(held)
    source = zipfile.ZipFile(held)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>')
            archive.writestr(name, content)
    assert read_sheet(data.getvalue(), "a.xlsx", LIMITS).text.splitlines() == ["国家级", "\t\t末"]


@pytest.mark.parametrize("data", [b"PK\x03\x04nonsense", b""])
def test_damaged_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_sheet(data, "a.xlsx", LIMITS)
