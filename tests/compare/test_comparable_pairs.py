"""Aligned items of two documents against the documents themselves."""

from itertools import permutations

from compare.questions.comparable_pairs import VIEW, comparable, pair_items
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered, in_words
from wording.say import say


def items(tables: Tables, selection: Selection, a: str, b: str) -> dict[str, str]:
    found = in_words(pair_items(tables, selection, queries.documents(tables))[a, b], "zh")
    return {item.label: item.verdict.code for item in found}


def test_weihai_then_and_now(tables: Tables, selection: Selection) -> None:
    shared = items(tables, selection, "weihai-2018-107", "weihai-2023-5")
    assert shared["国家级科技企业孵化器"] == "conditional"  # 2,000,000 exact against at most 1,000,000
    assert shared["山东省品牌科技企业孵化器"] == "not_comparable"  # a 1:1 match against 100,000
    assert not [label for label in shared if "重点实验室" in label]  # 2018 names none
    assert shared["普惠性创新券"] == "not_comparable"  # the editors' link: 2018 leaves the rate open


def test_a_document_of_goals_shares_no_support(tables: Tables, selection: Selection) -> None:
    assert items(tables, selection, "nantong-2012-26", "weihai-2023-5") == {}  # 2023 sets no goals, 2012 no sums
    assert items(tables, selection, "jinzhou-undated", "weihai-2018-107")["研发经费投入占GDP比重"] == "conditional"  # 2020 against 2022


def test_the_table_is_symmetric_and_zero_is_a_number_here(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    for a, b in permutations(queries.documents(tables), 2):
        one, other = comparison.cell(a, b), comparison.cell(b, a)
        assert one is not None and other is not None
        assert (one.words, one.low, one.high) == (other.words, other.low, other.high)
    nothing = comparison.cell("nantong-2012-26", "weihai-2023-5")
    assert nothing is not None and (nothing.low, nothing.words) == (0, "没有对应的内容")
    assert comparison.cell("weihai-2023-5", "weihai-2023-5") is None


def test_verdicts_and_counts_agree(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    for (a, b), found in pair_items(tables, selection, queries.documents(tables)).items():
        cell = comparison.cell(a, b)
        assert cell is not None and cell.high == len(comparable(found))
        assert all(item.verdict.reasons for item in found if item.verdict.code != "direct")


def test_sums_without_a_title_align_with_nothing(tables: Tables, selection: Selection) -> None:
    shared = pair_items(tables, selection, queries.documents(tables))["jinzhou-undated", "weihai-2023-5"]
    assert {say(item.label, "zh") for item in shared} == {"科技企业孵化器 · 国家级", "高新技术企业"}, "3,000 a patent is no matter of article 15"


def test_one_document_has_no_pair(tables: Tables, selection: Selection) -> None:
    single = answered(VIEW, tables, selection.having(documents=("weihai-2023-5",)))
    assert "没有可以配对的文件" in single.empty_because and not single.cells
