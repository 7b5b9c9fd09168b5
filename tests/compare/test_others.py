"""A place without a rule: the others and the silence, instead of an empty page. Nantong 2012 speaks of carriers without a figure and of no
voucher; the district Nansha sets no goals; Shanwei's draft names no high-tech enterprise."""

from dataclasses import replace

import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.comparison import SILENT_MARKS
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered

NT, SW, W23, JZ = "nantong-2012-26", "shanwei-2021-draft", "weihai-2023-5", "jinzhou-undated"
ASKED = Selection(as_of=DAY)


@pytest.mark.parametrize(("view", "city", "begins"), [
    ("incubator_rewards", "nantong", "南通2012对本页事项只有表述，未写明支持标准；以下是其他文件的规定。"),
    ("incubator_rewards", "shanwei", "汕尾2021(草案)未见本页事项的规定；以下是其他文件的规定。"),
    ("by_title", "shanwei", "汕尾2021(草案)未见本页事项的规定；"),
    ("by_title", "nantong", "南通2012对本页事项只有表述，未写明支持标准；"),
    ("vouchers", "nantong", "南通2012未见本页事项的规定；"),
    ("targets", "nansha", "广州市南沙区2017 科技创新未见本页事项的规定；"),
    ("largest_sums", "nantong", "南通2012未见本页事项的规定；"),
    ("responsibilities", "jinzhou", "锦州2015(推断)未见本页事项的规定；"),
])
def test_a_place_without_a_rule_stands_silent_beside_the_others(all_tables: Tables, view: str, city: str, begins: str) -> None:
    made = answered(VIEWS[view], all_tables, replace(ASKED, cities=(city,)))
    assert made.finding.startswith(begins) and not made.empty_because
    first, *others = made.chart.columns
    assert first.is_own and others and "我市" not in first.label, "it is set apart, but nobody's own city"
    assert {cell.mark for cell in made.cells if cell.column == first.key and cell.row != "mentions"} <= {*SILENT_MARKS}
    assert any(cell.value is not None or cell.mark == "text" for cell in made.cells if cell.column != first.key)
    assert made.filters == ("效力截至日期：2026年11月21日", f"城市：{made.filters[1].removeprefix('城市：')}"), "the filter stays said"


def test_the_others_are_in_force(all_tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], all_tables, replace(ASKED, cities=("nantong",)))
    assert [column.status for column in made.chart.columns] == ["no_repeal_found", "no_repeal_found", "no_repeal_found", "in_force"]


def test_a_filter_of_rows_makes_no_silence(all_tables: Tables) -> None:
    """Jinzhou gives to national and provincial incubators; asked for its municipal ones the page says that nothing matches."""
    made = answered(VIEWS["incubator_rewards"], all_tables, replace(ASKED, cities=("jinzhou",), levels=("municipal",)))
    assert made.empty_because and not made.cells
    whole = answered(VIEWS["incubator_rewards"], all_tables, replace(ASKED, cities=("jinzhou",)))
    assert [column.key for column in whole.chart.columns] == [JZ]


def test_a_list_says_how_many_others_state_what_it_does_not(all_tables: Tables) -> None:
    made = answered(VIEWS["support_list"], all_tables, replace(ASKED, cities=("nantong",)))
    assert made.empty_because == "南通2012没有符合查询条件的支持；收录的其他文件中，有9份写明此类支持。"
