"""The list of many documents as a table: one row per award, its figures as numbers in columns of their own."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from benchmarks.synthesize import synthesize
from compare.registry import VIEWS
from loaders import lookups, snapshot
from loaders.snapshot import Tables
from model import money
from model.selection import Selection
from reports.content import Item, Report
from reports.plain import csv_file
from reports.sheet.render import render
from reports.tables import long_table
from wording.answer import Answer, answered

ASKED = Selection(as_of=date(2026, 11, 21), part="list")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    place: Path = tmp_path_factory.mktemp("many")
    return snapshot.load(synthesize(place, 40, seed=9), place)


@pytest.fixture(scope="module", params=["largest_sums", "support_list"])
def listed(request: pytest.FixtureRequest, many: Tables) -> Answer:
    return answered(VIEWS[request.param], many, ASKED)


def test_one_row_per_award_with_its_numbers(many: Tables, listed: Answer) -> None:
    table = long_table(listed)
    heads = [column.heading for column in table.columns]
    assert len(set(heads)) == len(heads) and all(len(row) == len(heads) for row in table.rows)
    assert [row[-1] for row in table.rows] == [row.key for row in listed.chart.rows]
    awards = lookups.by_id(many, "awards", [row.key for row in listed.chart.rows])
    for row in table.rows:
        held = dict(zip(heads, row, strict=True))
        low, high = money.span(awards[str(held[heads[-1]])])
        name = "支持标准：{end}(万元)" if money.unit_of(awards[str(row[-1])]) == "cny" else "支持标准：{end}(%)"
        scale = 10_000 if "万元" in name else 1
        for end, value in (("下端", low), ("上端", high)):
            found = held.get(name.format(end=end))
            assert found == (None if value is None else value / scale), (row, end)


def test_numbers_stay_numbers_in_csv_and_excel(listed: Answer) -> None:
    table = long_table(listed)
    numbers = [place for place, column in enumerate(table.columns) if column.is_number]
    assert numbers and any(row[place] is not None for row in table.rows for place in numbers)
    report = Report((Item(listed, listed.title),))
    lines = list(csv.reader(io.StringIO(csv_file(report).decode("utf-8-sig"))))
    assert len(lines) == 1 + len(table.rows)
    for line, row in zip(lines[1:], table.rows, strict=True):
        assert [float(line[place]) if line[place] else None for place in numbers] == [row[place] for place in numbers]
    sheet = load_workbook(io.BytesIO(render(report)))["数据"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=len(table.columns))]
    assert len(rows) == 1 + len(table.rows)
    for shown, row in zip(rows[1:], table.rows, strict=True):
        assert [shown[place] for place in numbers] == [row[place] for place in numbers]
