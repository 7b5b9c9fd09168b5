"""Levels in a piece of text: which words name one, where they end, and any text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.extract.definitions import find_definitions
from curation.extract.levels import find_levels

PIECES = (
    "国家", "省", "市", "区", "县", "级", "中", "、", "和", "或", "（", "）", "，", "以上", "科技部", "工信", "局", "厅", "部门", "认定", "备案", "评为", "入选", "东岭", "企业", "中心", "奖励",
    "给予", "分别", "财政", "按", "由", "新三板", "境外上市", "全国", "重点", "高校", "未享受", "基础上", "任职于", "员工", "“", "”", "称号",
)


def _named(text: str) -> list[tuple[str, str]]:
    return [(level.words, level.code) for level in find_levels(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("获评中、省、市级工坊的", [("中", "national"), ("省", "provincial"), ("市级", "municipal")]),
        ("经市市场监管局认定的", [("市", "municipal")]),
        ("经工业和信息化部认定的", [("工业和信息化部", "national")]),
        ("评为东岭区瞪羚企业的", [("东岭区", "county")]),
        ("工作站(国家)、基地(省)", [("国家", "national"), ("省", "provincial")]),
        ("列入市级和省级以上项目", [("市级", "municipal"), ("省级", "provincial")]),
    ],
)
def test_words_that_name_a_level(text: str, wanted: list[tuple[str, str]]):
    assert _named(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "由省、市财政承担", "按国家、省有关规定", "国家、省各渠道资金", "经市场监管部门认定", "评为先进县的", "获得国家高新区", "国家重点高校设立的", "全国首款产品", "形成区级财力500万元",
        "任职于国家级企业的", "未享受市级补助的", "在市级政策的基础上", "给予一次性区级奖励", "境内主板或境外上市", "面向全国引进的团队", "省市县", "城市、县城", "园区、县域",
    ],
)
def test_words_that_only_look_like_one(text: str):
    assert _named(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=60))
def test_levels_of_any_text_are_in_order_and_apart(text: str):
    found = find_levels(text)
    assert all(text[level.start : level.end] == level.words and level.words for level in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@given(st.lists(st.sampled_from((*PIECES, "本办法所称", "是指", "。")), max_size=40).map("".join))
def test_definitions_of_any_text_lead_to_words_of_it(text: str):
    for item in find_definitions(text):
        assert item.name in text and 0 <= item.start < item.end <= len(text)


def test_a_definition_without_one_level_carries_none():
    assert find_definitions("本办法所称平台,是指经省科技厅或市科技局认定的平台。") == ()
    assert find_definitions("本办法所称企业,是指经市科技局认定的企业。") == ()
    assert [(item.name, item.level) for item in find_definitions("本细则所称基地,是指经市科技局认定的基地。")] == [("基地", "municipal")]
