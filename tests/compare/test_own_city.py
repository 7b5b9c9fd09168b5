"""The own city: first, named, and the measure of others only where two figures are directly comparable. Values by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.registry import VIEWS
from compare.shared import difference
from compare.shared.grid import own_document, pinned
from loaders import lookups
from loaders.snapshot import Tables
from model.comparison import Comparison, Verdict
from model.selection import Selection
from reports.tables import long_table, matrix
from tests.conftest import DAY
from wording.answer import answered, in_words
from wording.say import say

W18, W23, JZ, NT, SW = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"
DIRECT, CONDITIONAL = Verdict("direct", ""), Verdict("conditional", "")
BY_DOCUMENT = ("incubator_rewards", "by_title", "vouchers", "targets", "largest_sums", "standard_cases", "responsibilities", "coverage")


@pytest.mark.parametrize("name", BY_DOCUMENT)
def test_the_own_city_is_the_first_column_on_every_page_and_named(tables: Tables, name: str) -> None:
    made = answered(VIEWS[name], tables, Selection(as_of=DAY, baseline="weihai"))
    assert [column.is_own for column in made.chart.columns] == [True, *[False] * (len(made.chart.columns) - 1)]
    assert (made.chart.columns[0].key, made.chart.columns[0].label) == (W23, "威海2023(我市)")
    assert all(not column.is_own for column in answered(VIEWS[name], tables, Selection(as_of=DAY)).chart.columns)


def test_where_documents_are_rows_the_own_one_is_the_first(tables: Tables) -> None:
    made = answered(VIEWS["who_pays"], tables, Selection(as_of=DAY, baseline="weihai"))
    assert [(row.key, row.is_own) for row in made.chart.rows][:2] == [(W23, True), (SW, False)]


def test_old_and_new_of_one_city_stay_in_the_order_of_time(tables: Tables) -> None:
    made = answered(VIEWS["what_changed"], tables, Selection(as_of=DAY, baseline="weihai"))
    assert [column.label for column in made.chart.columns] == ["威海2018", "威海2023"]


def test_the_lead_begins_with_the_own_city(tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline="weihai"))
    assert made.finding.startswith("科技企业孵化器 · 国家级：威海2023(我市) 最高100万元；")


def test_a_city_whose_papers_are_over_says_which_one_stands_for_it(tables: Tables) -> None:
    before = date(2019, 1, 1)
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=before, baseline="weihai"))
    assert made.chart.columns[0].key == W18, "the newest of the day, not the one still to come"
    on = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline="weihai", documents=(W18, JZ)))
    assert "我市没有可视为有效的文件，以最近的威海2018(已废止)为准。" in [note.text for note in on.notes]


def test_an_own_city_without_a_column_is_said(tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline="shanwei", documents=(W18, JZ)))
    assert [note.text for note in made.notes if "我市" in note.text] == ["我市(汕尾市)没有文件列入此表：现有1份(汕尾2021(草案))，被效力状态、筛选或所选列排除。"]


def _incubator(sum_cny: int, **other: object) -> dict[str, object]:
    return {"form": "sum", "bound": "exact", "sum_cny": sum_cny, "sum_max_cny": None, **other}


@pytest.mark.parametrize(("own", "other", "verdict", "said"), [
    ((300_000, 300_000), (500_000, 500_000), DIRECT, "较我市多20万元"),
    ((500_000, 500_000), (300_000, 300_000), DIRECT, "较我市少20万元"),
    ((None, 500_000), (None, 500_000), DIRECT, "与我市相同"),
    ((300_000, 300_000), (500_000, 500_000), CONDITIONAL, ""),
    ((300_000, 300_000), (500_000, 500_000), None, ""),
    ((300_000, 300_000), (None, 500_000), DIRECT, ""),  # a fixed sum against a ceiling has no difference
    ((100_000, 300_000), (200_000, 500_000), DIRECT, ""),  # ranges whose ends are apart by different sums
    ((100_000, 300_000), (200_000, 400_000), DIRECT, "较我市多10万元"),
    ((None, None), (None, 500_000), DIRECT, ""),
])
def test_a_difference_only_where_one_number_is_directly_comparable(own: difference.Ends, other: difference.Ends, verdict: Verdict | None, said: str) -> None:
    assert say(difference.of_ends(verdict, own, other, "cny", "own"), "zh") == said


def test_shares_differ_by_percentage_points_and_goals_by_their_unit() -> None:
    assert say(difference.of_ends(DIRECT, (40, 40), (20, 20), "percent", "own"), "zh") == "较我市少20个百分点"
    assert say(difference.of_ends(DIRECT, (40, 40), (42.5, 42.5), "percent", "own"), "en") == "2.5 percentage points more than own city"
    assert say(difference.of_ends(DIRECT, (40, 40), (20, 20), "percent", ""), "zh") == "", "nothing is pinned"
    assert say(difference.of_ends(DIRECT, (15, None), (20, None), "square_metre", "own"), "en") == "5 m² more than own city"


@pytest.mark.parametrize("limit", ["ceiling_cny", "base_ceiling_cny", "units_max", "term_max_months"])
def test_sums_with_different_limits_have_no_one_difference(limit: str) -> None:
    own, other = _incubator(200_000, **{limit: 10}), _incubator(300_000, **{limit: 20})
    assert say(difference.of_awards(DIRECT, own, other, "own"), "zh") == ""
    assert say(difference.of_awards(DIRECT, own, other | {limit: 10}, "own"), "zh") == "较我市多10万元"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_the_difference_turns_round_with_the_sides(a: int, b: int) -> None:
    there, back = (say(difference.of_ends(DIRECT, (x, x), (y, y), "cny", "list"), "zh") for x, y in ((a, b), (b, a)))
    assert there.replace("多", "#").replace("少", "多").replace("#", "少") == back


def test_the_difference_goes_into_table_and_file(tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline=W23, proposals=("tech_incubator.national.at_most.1500000",)))
    cell = made.cell("tech_incubator:national", "proposal")
    assert cell is not None and (cell.comparability.code, cell.difference) == ("direct", "较基准多50万元")  # at most 1.5 million against at most 1 million
    grid = matrix(made)
    assert grid.own == 1 and any("[可直接比较；较基准多50万元]" in words for row in grid.rows for words in row)
    table = long_table(made)
    place = [column.heading for column in table.columns].index("与我市之差")
    assert [row[place] for row in table.rows if row[place]] == ["较基准多50万元"]


def test_only_what_is_directly_comparable_has_a_difference(tables: Tables) -> None:
    for name, view in VIEWS.items():
        for own in ("weihai", "jinzhou", "shanwei"):
            made: Comparison = view.build(tables, Selection(as_of=DAY, baseline=own))
            for cell in made.cells:
                if cell.difference:
                    assert cell.comparability and cell.comparability.code == "direct", (name, own, cell)


def test_the_newest_valid_paper_is_never_a_draft(tables: Tables) -> None:
    documents = lookups.documents_by_id(tables, [W18, W23])
    draft = documents[W23] | {"document_id": "later", "is_draft": True}
    held, own = {**documents, "later": draft}, Selection(as_of=DAY, baseline="weihai")
    assert own_document(held, own) == pinned(held, own) == W23
    assert pinned(held, replace(own, baseline="later")) == "later", "one that is named itself"
    only = {"later": draft}
    assert (own_document(only, own), pinned(only, own)) == ("later", "")
    assert in_words(own_document({}, own), "zh") == ""


def test_the_own_city_is_the_first_row_of_the_vouchers_also_without_one(all_tables: Tables) -> None:
    silent, paying = (answered(VIEWS["vouchers"], all_tables, Selection(as_of=DAY, force="all", baseline=city)) for city in ("nansha", "weihai"))
    assert silent.part == paying.part == "spread"
    assert silent.chart.rows[0].is_own and silent.finding.endswith("广州市南沙区2017 科技创新(我市)(已失效) 未见购买服务的创新券")
    assert {cell.words for cell in silent.cells if cell.row == silent.chart.rows[0].key} == {"—"}
    assert (paying.chart.rows[0].key, paying.chart.rows[0].label) == (W23, "威海2023(我市)") and paying.finding.endswith("威海2023(我市) 6万元")
