"""Tables of indicators: numbers without a unit of their own, parted by tabs, bars or spaces."""

import pytest

from curation.extract import extract

HEAD = "专栏 主要指标\n"


def _goals(text: str) -> list[tuple[object, ...]]:
    return [(item.phrase, item.get("value"), item.get("unit"), item.get("comparator"), item.get("target_year")) for item in extract(text) if item.kind == "target"]


@pytest.mark.parametrize("gap", ["\t", "|", "   "])
def test_the_goal_is_in_the_last_column_with_a_year(gap: str):
    rows = [["指标", "2020年", "2025年"], ["研发经费投入强度(%)", "2.1", "2.8"], ["高新技术企业数(家)", "412", "1,850"]]
    text = HEAD + "\n".join(gap.join(row) for row in rows) + "\n"
    assert _goals(text) == [("2.8", 2.8, "percent", "=", 2025), ("1,850", 1850, "household", "=", 2025)]


def test_units_in_a_column_of_their_own_and_signs():
    text = HEAD + "序号\t指标名称\t单位\t2027年目标值\n1\t技术合同成交额\t亿元\t≥60\n2\t孵化面积\t万平方米\t150以上\n3\t在孵企业\t户\t约900\n"
    assert _goals(text) == [("60", 6_000_000_000, "cny", ">=", 2027), ("150", 1_500_000, "square_metre", ">=", 2027), ("900", 900, "household", "~", 2027)]


def test_a_row_without_a_unit_and_text_behind_the_table_are_left_alone():
    text = HEAD + "指标\t2025年\n企业活跃程度\t80\n\n本表由市科技局解释。\n甲\t乙\n企业数(家)\t30\n"
    assert _goals(text) == []


def test_an_index_and_a_rank_have_no_unit():
    text = HEAD + "指标\t单位\t2027年\n创新能力综合指数\t—\t82.5\n创新能力全省排名\t位\t6\n"
    assert _goals(text) == [("82.5", 82.5, "index", "=", 2027), ("6", 6, "rank", "=", 2027)]


def test_offsets_lead_to_the_printed_number_in_full_width():
    text = HEAD + "指标\t２０２５年\n科技企业孵化器（家）\t４０\n"
    (goal,) = [item for item in extract(text) if item.kind == "target"]
    assert text[goal.start : goal.end] == "４０"
    assert goal.get("value") == 40


def test_a_table_of_sums_of_support_gives_awards_not_goals():
    text = "附件：绩效奖补标准\n类别\t优秀\t良好\n市级孵化器\t60万元\t30万元\n"
    assert [(item.kind, item.get("sum_cny")) for item in extract(text)] == [("award", 600_000), ("award", 300_000)]


def _awards(text: str) -> list[tuple[object, ...]]:
    found = [item for item in extract(text) if item.kind == "award"]
    return [(item.phrase, item.get("form"), item.get("bound"), item.get("sum_cny") or item.get("rate_pct"), item.get("ceiling_cny"), item.get("recognition_level")) for item in found]


@pytest.mark.parametrize("gap", ["\t", "|", "   "])
def test_a_column_for_each_level(gap: str):
    rows = [["序号", "奖励项目", "国家级", "省级"], ["1", "工业设计中心", "80万元", "40万元"], ["2", "绿色工厂", "60万元", "-"]]
    text = "附件1 资金奖励标准\n" + "\n".join(gap.join(row) for row in rows) + "\n"
    assert _awards(text) == [("80万元", "sum", "exact", 800_000, None, "national"), ("40万元", "sum", "exact", 400_000, None, "provincial"), ("60万元", "sum", "exact", 600_000, None, "national")]


def test_the_unit_of_money_stands_in_the_head_and_a_column_holds_the_ceilings():
    text = "单位：万元\n类别\t补助比例\t最高额度\n设备购置\t30%\t200\n检测费用\t50%\t10\n"
    assert _awards(text) == [("30%", "rate", "exact", 30, 2_000_000, "none"), ("50%", "rate", "exact", 50, 100_000, "none")]


def test_bounds_and_ranges_in_cells():
    text = "项目资助一览\n项目类别\t资助额度（万元）\t方式\n重大专项\t不超过500\t前补助\n面上项目\t10-20\t后补助\n"
    assert _awards(text) == [("500", "sum", "at_most", 5_000_000, None, "none"), ("10-20", "sum", "range", 100_000, None, "none")]
