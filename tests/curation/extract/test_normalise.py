"""How printed lines become running text: page numbers, wrapped lines, spoilt digits."""

import pytest

from curation.extract import extract
from curation.extract.normalise import mend_number, normalise


@pytest.mark.parametrize("footer", ["— 3 —", "- 12 -", "第3页 共12页", "第 3 页（共 12 页）"])
def test_a_page_number_between_two_lines_is_no_part_of_a_sum(footer: str):
    text = f"第六条 对新认定的国家级孵化器，一次性给予\n{footer}\n100万元奖励，其他机构不再重复享受。"
    assert [(item.phrase, item.get("bound")) for item in extract(text) if item.kind == "award"] == [("100万元", "exact")]


def test_a_bare_page_number_behind_a_full_line():
    assert normalise("到2025年末，全市高新技术企业的总数达到\n5\n500家。").compact.endswith("总数达到500家。")


def test_a_number_broken_over_two_lines_is_joined():
    assert normalise("对新备案的市级众创空间给予补助5\n0万元。").compact == "对新备案的市级众创空间给予补助50万元。"


@pytest.mark.parametrize(("word", "digits"), [("3OO", "300"), ("l5O", "150"), ("lO", "10"), ("1.5", "1.5"), ("Ol", "Ol"), ("I", "I"), ("A1", "A1")])
def test_a_cell_that_is_a_spoilt_number(word: str, digits: str):
    assert mend_number(word) == digits


def test_a_spoilt_ratio_of_a_match():
    found = extract("入选国家、省人才工程的，分别按上级资助额1：l、1：O.5的比例给予配套资助。")
    assert [(item.phrase, item.get("match_pct")) for item in found] == [("1：l", 100), ("1：O.5", 50)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_any_system_mean_the_same(end: str):
    lines = ["（一）对新备案的市级众创空间和新认定的", "市级孵化器，分别给予20万元、", "50万元补助。", "（二）其他机构不再享受。"]
    assert normalise(end.join(lines)).compact == normalise("\n".join(lines)).compact
