"""Slices are one award with two lists; brackets say for which size of a sum each rate is."""

import pytest

from curation.extract import extract


def brackets(text: str) -> list[tuple[object, ...]]:
    return [tuple(item.get(name) for name in ("rate_pct", "bracket_basis", "bracket_from_cny", "bracket_below_cny")) for item in extract(text) if item.get("form") == "rate"]


def test_what_is_paid_whole_up_to_a_sum_and_in_part_above_is_one_award():
    [item] = extract("企业购买检测服务，一年内不满6000元的服务可全额抵用，超出6000元部分抵用40%，一年合计不超过6万元。")
    assert (item.get("bound"), item.get("rate_pct"), item.get("rate_max_pct"), item.get("ceiling_cny")) == ("range", 40, 100, 60_000)
    assert (item.get("slice_from_cny"), item.get("slice_rate_pct")) == (["0", "6000"], ["100", "40"])


def test_two_sums_that_differ_are_no_slices():
    found = extract("全年低于5000元的服务可全额抵用，超过8000元部分抵用50%。")
    assert all(item.get("slice_from_cny") is None for item in found)


@pytest.mark.parametrize(("text", "wanted"), [
    (
        "对单个项目设备投资在80万元以上至200万元以下、200万元以上至500万元以下、500万元以上的，分别按设备实际投资额的6%、8%、9%给予补助。",
        [(6, "equipment", 800_000, 2_000_000), (8, "equipment", 2_000_000, 5_000_000), (9, "equipment", 5_000_000, None)],
    ),
    (
        "营业收入5000万元以下、5000万元至2亿元、2亿元以上的，分别按研发费用的3%、5%、7%补助。",
        [(3, "other", None, 50_000_000), (5, "other", 50_000_000, 200_000_000), (7, "other", 200_000_000, None)],
    ),
    ("对国家级、省级平台分别按投入的20%、10%补助。", [(20, None, None, None), (10, None, None, None)]),
    ("注册资本1000万元以上的企业，第一年、第二年分别按租金的50%、30%补助。", [(50, None, None, None), (30, None, None, None)]),
    ("投资100万元以上、300万元以上的，分别按6%、8%补助，利润200万元以上的，按9%补助。", [(6, "cost", 1_000_000, None), (8, "cost", 3_000_000, None), (9, None, None, None)]),
])
def test_each_rate_has_its_bracket_or_none(text: str, wanted: list[tuple[object, ...]]):
    assert brackets(text) == wanted


def test_a_second_ceiling_and_a_share_of_a_cost_have_columns_of_their_own():
    [item] = extract("对技术合同按成交额的2%奖励，单个项目最高20万元，每家企业每年最高100万元。")
    assert [item.get(f"{name}_{part}") for name in ("ceiling", "also_ceiling") for part in ("cny", "per", "period")] == [200_000, "project", "unstated", 1_000_000, "beneficiary", "year"]
    [item] = extract("对创建成功的基地，每家奖励50万元，不高于其示范点建设投入资金的50%。")
    assert (item.get("sum_cny"), item.get("cap_pct")) == (500_000, 50)


def test_the_unit_of_a_sum_is_a_code():
    units = {extract(text)[0].get("per") for text in ("对租用厂房的企业，按每平方米每月3元给予补助。",)}
    assert units == {"square_metre_month"}
    assert extract("获得国内发明专利授权的，每件资助8000元。")[0].get("per") == "patent"
    assert extract("对参展企业每个展位补助6000元。")[0].get("per") == "item"
