"""Lead, chart and order follow what the reader chose in the table."""

from dataclasses import replace

import pytest

from charts.marks import groups
from compare.registry import VIEWS
from compare.shared.ordered import sortable
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered

W18, W23 = "weihai-2018-107", "weihai-2023-5"
ASKED = Selection(as_of=DAY)


@pytest.mark.parametrize(("view", "row", "begins"), [
    ("incubator_rewards", "university_science_park:national", "大学科技园 · 国家级："),
    ("largest_sums", "incubator", "孵化器："),
    ("vouchers", "ceiling", "最高额："),
    ("targets", "", ""),  # a goal in words, which no chart draws
])
def test_the_lead_is_about_the_chosen_row(tables: Tables, view: str, row: str, begins: str) -> None:
    made = answered(VIEWS[view], tables, ASKED)
    chosen = next((one for one in made.chart.rows if one.key == row), made.chart.rows[-1])
    led = answered(VIEWS[view], tables, replace(ASKED, row=chosen.key))
    assert led.finding.startswith(f"{chosen.label}：") and led.finding != made.finding
    assert not begins or chosen.key == row


def test_the_chart_begins_with_the_chosen_row(tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, replace(ASKED, row="university_science_park:provincial"))
    drawn = [group.row.key for group in groups(made)]
    assert drawn[0] == "university_science_park:provincial" and drawn[1] == "tech_incubator:national"


def test_a_column_sorts_the_rows_by_its_sums_both_ways(tables: Tables) -> None:
    """Weihai 2018 gives 3, 2, 2, 1 and (a year, per firm) at most 1 million; a match of 1:1 and words are no sums and come last."""
    down = answered(VIEWS["incubator_rewards"], tables, replace(ASKED, sort=f"-{W18}"))
    values = [cell.value for row in down.chart.rows if (cell := down.cell(row.key, W18)) and cell.unit == "cny"]
    assert values == [3_000_000, 2_000_000, 2_000_000, 1_000_000, 1_000_000]
    assert down.chart.rows[0].key == "university_science_park:national" and down.chart.rows[5].key not in {cell.row for cell in down.cells if cell.column == W18 and cell.unit == "cny"}
    up = answered(VIEWS["incubator_rewards"], tables, replace(ASKED, sort=W18))
    assert [row.key for row in up.chart.rows][4] == "university_science_park:national" and {*up.chart.rows} == {*down.chart.rows}


def test_what_has_no_axis_of_money_is_not_sorted(tables: Tables) -> None:
    for name in ("targets", "what_changed", "who_pays"):
        plain, asked = (answered(VIEWS[name], tables, replace(ASKED, sort=sort)) for sort in ("", W23))
        assert plain.chart.rows == asked.chart.rows and sortable(asked) == ()
