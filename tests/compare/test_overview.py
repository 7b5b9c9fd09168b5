"""The time line against the dates that the documents state."""

from datetime import date

import pytest

from compare.questions.overview import COLUMN, VIEW, decimal_year, scope
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered
from wording.say import say


def test_says_first_how_many_documents_of_how_many_cities(tables: Tables, selection: Selection) -> None:
    assert answered(VIEW, tables, selection).finding.startswith("5份文件，4个城市")
    assert say(scope(tables), "zh").startswith("现有5份文件，来自4个城市")
    assert "威海2份" in answered(VIEW, tables, selection).finding.replace("威海市", "威海")


@pytest.mark.parametrize(("document", "begin", "end"), [
    ("weihai-2018-107", date(2018, 11, 27), date(2023, 4, 7)),
    ("weihai-2023-5", date(2023, 7, 13), date(2028, 7, 12)),
    ("nantong-2012-26", date(2012, 3, 19), None),
])
def test_lines_run_between_the_stated_days(tables: Tables, selection: Selection, document: str, begin: date, end: date | None) -> None:
    cell = answered(VIEW, tables, selection).cell(document, COLUMN)
    assert cell is not None
    assert (cell.mark, cell.unit) == ("exact", "year")
    assert cell.low == decimal_year(begin)
    assert cell.high == (decimal_year(end) if end else None)


def test_what_is_not_stated_is_marked(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    inferred, draft = comparison.cell("jinzhou-undated", COLUMN), comparison.cell("shanwei-2021-draft", COLUMN)
    assert inferred is not None and draft is not None
    assert (inferred.mark, inferred.low, inferred.high) == ("range", 2015.0, None)
    assert "2015年(推断)" in inferred.words and "未查到废止信息" in inferred.words
    assert draft.mark == "range" and draft.low == 2021 and draft.high is not None and int(draft.high) == 2021
    assert "草案" in draft.words


def test_status_follows_the_day(tables: Tables) -> None:
    before = answered(VIEW, tables, Selection(as_of=date(2023, 1, 1)))
    assert {row.key: row.status for row in before.chart.rows}["weihai-2018-107"] == "no_repeal_found"
    assert {row.key: row.status for row in before.chart.rows}["weihai-2023-5"] == "not_yet"
    after = answered(VIEW, tables, Selection(as_of=DAY))
    assert {row.key: row.status for row in after.chart.rows}["weihai-2018-107"] == "repealed"


def test_contradicting_filters_are_named(tables: Tables) -> None:
    empty = answered(VIEW, tables, Selection(as_of=DAY, cities=("nantong",), years=(2023,)))
    assert not empty.cells and not empty.finding
    assert "南通" in empty.empty_because and "2023" in empty.empty_because


def test_before_its_repeal_a_document_is_not_said_to_lack_one(tables: Tables) -> None:
    """Weihai 2018 was repealed on 2023-04-07; on 2022-01-01 that day lay ahead."""
    words = answered(VIEW, tables, Selection(as_of=date(2022, 1, 1))).cell("weihai-2018-107", COLUMN).words
    assert words.endswith("2023年4月7日废止；截至该日尚未废止")
