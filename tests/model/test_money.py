"""Figures in words and what one beneficiary can get, worked out by hand from the documents."""

import pytest

from loaders import queries
from loaders.snapshot import Tables
from model import money
from model.comparison import MONEY_MARKS
from model.selection import Selection
from tests.conftest import DAY
from wording.money import in_sentence
from wording.money import words as words_of


@pytest.fixture(scope="module")
def awards(tables: Tables) -> dict[str, dict[str, object]]:
    return {row["award_id"]: row for row in queries.records(queries.awards(tables, Selection(as_of=DAY)))}


# (award, mark, words, most that one beneficiary can get, why)
CASES = [
    ("weihai-2023-5.29.a1", "ceiling", "最高100万元", 1_000_000, "ceiling"),
    ("weihai-2023-5.29.a5", "exact", "一次性10万元", 100_000, "exact"),
    ("weihai-2018-107.2-4-2.a6", "exact", "每升级1家高新技术企业10万元，每年最高100万元", 1_000_000, "ceiling"),
    ("weihai-2018-107.2-4-2.a3", "match", "按省拨资金1:1配套", None, "base_unknown"),
    ("weihai-2023-5.9.a1", "rate", "研发投入增量的5%以内，每年最高100万元", 1_000_000, "ceiling"),
    ("weihai-2023-5.14.a1", "rate", "合同金额的5%以内，每年最高30万元", 300_000, "ceiling"),
    ("shanwei-2021-draft.4-3.a1", "rate", "服务费用的5%，最高50万元", 500_000, "ceiling"),
    ("shanwei-2021-draft.4-1.a1", "match", "按省拨资金的30%配套，最高50万元", 500_000, "ceiling"),
    ("weihai-2023-5.30.a2", "rate", "再加仪器使用费的20%", None, "base_unknown"),
    ("weihai-2023-5.23.a1", "not_payment", "纳入补偿的贷款余额最高2000万元(非支付)", None, "not_payment"),
    ("weihai-2023-5.26.a1", "not_payment", "保额不低于1000万元(非支付)", None, "not_payment"),
    ("weihai-2023-5.27.a1", "rate", "贷款余额的1%以内，基数不超过3000万元，期限不超过5年", 300_000, "rate_of_base"),
    ("jinzhou-undated.7.a1", "pool", "资金总量500万元", None, "programme"),
    ("jinzhou-undated.18.a1", "floor", "不低于30万元", None, "no_upper_end"),
    ("jinzhou-undated.17.a1", "not_payment", "收益的50%至90%", None, "not_payment"),
    ("jinzhou-undated.13.a1", "exact", "一次性300万元", 3_000_000, "exact"),
]


@pytest.mark.parametrize(("award_id", "mark", "words", "most", "why"), CASES)
def test_by_hand(awards: dict[str, dict[str, object]], award_id: str, mark: str, words: str, most: int | None, why: str) -> None:
    award = awards[award_id]
    assert (money.mark_of(award), words_of(award, "zh"), money.payable_max(award)) == (mark, words, (most, why))


@pytest.mark.parametrize(("words", "inside"), [
    ("Provincial", "provincial"), ("R&D increment", "R&D increment"), ("IP service agencies", "IP service agencies"), ("Quoted on the NEEQ", "quoted on the NEEQ"),
    ("Shandong brand incubator", "Shandong brand incubator"), ("Weihai", "Weihai"), ("A firm", "A firm"), ("省级", "省级"), ("", ""), ("not yet", "not yet"),
])
def test_a_label_inside_a_sentence(words: str, inside: str) -> None:
    assert in_sentence(words) == inside


def test_missing_is_never_zero(awards: dict[str, dict[str, object]]) -> None:
    for award in awards.values():
        low, high = money.span(award)
        assert low != 0 and high != 0
        assert money.payable_max(award)[0] != 0
        if award["form"] == "unstated":
            assert (low, high) == (None, None)


def test_no_loan_cover_or_share_is_ever_drawn_as_money(awards: dict[str, dict[str, object]]) -> None:
    drawn = {award["form"] for award in awards.values() if money.mark_of(award) in MONEY_MARKS}
    assert drawn == {"sum"}


def test_words_exist_for_every_award_in_both_languages(awards: dict[str, dict[str, object]]) -> None:
    for award in awards.values():
        assert words_of(award, "zh") and words_of(award, "en")
        assert "None" not in words_of(award, "zh") + words_of(award, "en")
