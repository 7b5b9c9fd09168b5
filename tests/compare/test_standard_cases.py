"""Standard cases, each result worked out by hand from the clause."""

from datetime import date

import pytest

from compare.questions import vouchers
from compare.questions.standard_cases import VIEW
from loaders import queries
from model.case import cases, values_of
from model.comparison import MONEY_MARKS
from model.selection import Selection
from wording.answer import answered
from wording.citation import article_place

W18, W23, SW, NT, JZ = "weihai-2018-107", "weihai-2023-5", "shanwei-2021-draft", "nantong-2012-26", "jinzhou-undated"


@pytest.fixture(scope="module")
def comparison(tables):
    return answered(VIEW, tables, Selection(as_of=date(2026, 11, 21)))


@pytest.fixture
def cell(comparison):
    return lambda case, document: comparison.cell(f"case.{case}", document)


# case, document -> mark, low, high in yuan
EXPECTED = {
    ("national_incubator", W18): ("exact", 2_000_000, 2_000_000),
    ("national_incubator", W23): ("ceiling", None, 1_000_000),
    ("national_incubator", JZ): ("exact", 500_000, 500_000),
    ("provincial_incubator", JZ): ("exact", 200_000, 200_000),
    ("provincial_incubator", W18): ("unstated", None, None),  # tax relief only, set by other rules
    ("brand_incubator", W18): ("unstated", None, None),  # 1:1 of a provincial grant that the text does not give
    ("brand_incubator", W23): ("exact", 100_000, 100_000),
    ("carrier_upgrades", W18): ("exact", 1_000_000, 1_000_000),  # 12 x 10万 = 120万, at most 100万 a year
    ("carrier_upgrades", W23): ("absent", None, None),
    ("services_small", W23): ("exact", 60_000, 60_000),  # 40 % + 20 %
    ("services_medium", W23): ("exact", 600_000, 600_000),
    ("services_large", W23): ("exact", 12_000_000, 12_000_000),
    ("services_small", SW): ("exact", 5_000, 5_000),  # 5 %
    ("services_medium", SW): ("exact", 50_000, 50_000),
    ("services_large", SW): ("exact", 500_000, 500_000),  # 100万 cut to 50万
    ("services_large", JZ): ("unstated", None, None),  # a budget of 500万 is not one firm's
    ("rd_growth", W23): ("ceiling", None, 150_000),  # at most 5 % of 300万
    ("high_tech_certified", W18): ("exact", 200_000, 200_000),
    ("high_tech_certified", W23): ("ceiling", None, 50_000),
    ("high_tech_certified", JZ): ("exact", 50_000, 50_000),
    ("pledge_loan", W23): ("exact", 53_000, 53_000),  # 500万 x 3 % x 20 % + 5万 x 30 % + 4万 x 20 %
    ("rd_equipment", SW): ("range", 1_000_000, 1_600_000),  # 160万, the enterprise type cut to 100万
    ("rd_equipment", W18): ("ceiling", None, 2_000_000),
    ("rd_equipment", W23): ("ceiling", None, 500_000),
    ("national_incubator", NT): ("mentioned", None, None),  # 二(三) supports incubators without a figure
    ("pledge_loan", W18): ("mentioned", None, None),  # 二(一)5 wants more pledge loans and states no subsidy
    ("pledge_loan", JZ): ("absent", None, None),
    ("listing_steps", JZ): ("exact", 3_000_000, 3_000_000),  # 50万 filled up to 300万, not 350万
}


@pytest.mark.parametrize(("key", "expected"), EXPECTED.items(), ids=map("-".join, EXPECTED))
def test_results_by_hand(cell, key, expected):
    found = cell(*key)
    assert (found.mark, found.low, found.high) == expected


def test_nantong_gives_no_money_in_any_case(comparison):
    assert {comparison.cell(f"case.{code}", NT).mark for code in cases()} <= {"absent", "mentioned"}


@pytest.mark.parametrize(
    ("case", "document", "words"),
    [
        ("national_incubator", W23, "0至100万元"),
        ("carrier_upgrades", W18, "按标准计120万元，以上限为准"),
        ("services_small", W23, "省级财政4万元、市级财政2万元"),
        ("services_large", W23, "本文件未写明金额上限"),
        ("high_tech_certified", W23, "0或5万元，按评价结果"),
        ("high_tech_certified", W18, "科技服务机构"),
        ("rd_equipment", SW, "公益类160万元、企业类100万元"),
        ("rd_equipment", W18, "0至200万元，择优"),
        ("listing_steps", JZ, "先得50万元、后补足250万元，不相加"),
        ("provincial_incubator", W18, "未写明金额"),
    ],
)
def test_words_of_a_result(cell, case, document, words):
    assert words in cell(case, document).words


def test_an_unknown_is_never_drawn_or_zero(comparison):
    for cell in comparison.cells:
        assert cell.low != 0 and cell.high != 0
        assert (cell.value is not None) == (cell.mark in MONEY_MARKS)


def test_the_disclaimer_is_in_the_picture_and_the_notes(tables, selection):
    for lang, words in (("zh", "不构成兑现依据"), ("en", "no entitlement")):
        said = answered(VIEW, tables, selection.having(lang=lang))
        assert words in said.chart.axis
        assert any(note.kind == "disclaimer" and words in note.text for note in said.notes)


def test_the_arithmetic_names_the_clause_of_every_row_and_no_code(comparison):
    said = " ".join(note.text for note in comparison.notes if note.kind.startswith("arithmetic"))
    for cell in comparison.cells:
        assert all(comparison.source(row_id) for row_id in cell.source_ids)
        assert cell.mark == "mentioned" or all(article_place(comparison.source(row_id).article, "zh") in said for row_id in cell.source_ids)
    assert ".a1" not in said
    assert "12×10万元=120万元，120万元超过年度上限100万元，按100万元计" in said
    assert "研发投入增量300万元×5%=15万元" in said
    assert "两项不相加" in said


def test_the_chosen_case_is_drawn_and_worked_out(tables, selection):
    said = answered(VIEW, tables, selection.having(row="case.services_medium"))
    assert said.chart.drawn == ("case.services_medium",)
    worked = [note.text for note in said.notes if note.kind == "arithmetic"]
    assert len(worked) == 4 and any("服务费用100万元×5%=5万元" in words for words in worked)
    assert answered(VIEW, tables, selection.having(row="case.nonsense")).chart.drawn == ("case.national_incubator",)


@pytest.mark.parametrize(
    ("inputs", "case", "document", "high", "words"),
    [
        (("provincial_grant:500000",), "brand_incubator", W18, 500_000, "省拨资金"),
        (("tenants:3",), "carrier_upgrades", W18, 300_000, "30万元"),
        (("rd_after:12000000",), "rd_growth", W23, 100_000, "0至10万元"),
        (("rd_after:40000000",), "rd_growth", W23, 1_000_000, "以上限为准"),
        (("rd_after:10500000",), "rd_growth", W23, None, "不符合条件"),  # 5 % growth
        (("rd_after:11000000",), "rd_growth", W23, None, "增量超过100万元"),  # 10 %, but not above 100万
        (("loan:50000000",), "pledge_loan", W23, 223_000, "22.3万元"),  # interest cut to 20万
        (("equipment:20000000",), "rd_equipment", SW, 2_000_000, "100万元至200万元"),
    ],
)
def test_inputs_change_the_result(tables, selection, inputs, case, document, high, words):
    found = answered(VIEW, tables, selection.having(inputs=inputs)).cell(f"case.{case}", document)
    assert found.high == high and words in found.words


@pytest.mark.parametrize("pinned", ["weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "lucheng-industry", "lucheng-talent", "nansha-2017-science"])
def test_a_pair_of_vouchers_has_one_verdict_on_both_pages(all_tables, selection, pinned):
    """The rates of two documents are judged by what they are, also where a bill makes sums of them."""
    asked = selection.having(baseline=pinned, force="all", part="side", columns=tuple(queries.documents(all_tables)))
    cases_page, voucher_page = (answered(view, all_tables, asked) for view in (VIEW, vouchers.VIEW))
    for column in cases_page.chart.columns:
        computed, rate = cases_page.cell("case.services_small", column.key), voucher_page.cell("rate", column.key)
        if computed and rate and computed.comparability and rate.comparability and computed.value is not None and rate.mark in ("rate", "text"):
            assert computed.comparability.code == rate.comparability.code, column.key
            if cases_page.cell("case.services_small", pinned).value is not None:
                assert computed.comparability == rate.comparability, column.key


def test_two_rates_on_different_bases_are_not_compared_as_sums(all_tables, selection):
    """Lucheng pays a share of fees for services, Weihai 2023 one of fees for instruments; a bill of 100,000 makes 52,500 at most of one and 60,000 of the other."""
    asked = selection.having(baseline="weihai-2023-5", force="all", part="side", columns=("lucheng-industry", "weihai-2023-5"))
    made = answered(VIEW, all_tables, asked)
    industry, weihai = (made.cell("case.services_small", key) for key in ("lucheng-industry", "weihai-2023-5"))
    assert weihai.value == 60_000 and industry.value is not None
    assert industry.comparability.code == "not_comparable"
    assert "basis_differs" in {reason.code for reason in industry.comparability.reasons}


def test_no_tenant_is_a_computed_zero_and_no_ceiling(tables, selection):
    found = answered(VIEW, tables, selection.having(inputs=("tenants:0",))).cell("case.carrier_upgrades", W18)
    assert (found.mark, found.low, found.high, found.words) == ("exact", 0, 0, "0元")


def test_an_input_of_no_case_is_named(tables, selection):
    said = answered(VIEW, tables, selection.having(inputs=("profit:1",)))
    assert any("profit:1" in note.text for note in said.notes if note.kind == "hidden")


def test_every_case_is_documented_and_its_inputs_belong_to_it():
    for code, case in cases().items():
        assert all(case.row[name] for name in ("zh", "en", "definition_zh", "definition_en", "topic", "category"))
        assert values_of(code, ("nonsense:5",)).keys() <= set(values_of(code, ()))


def test_filters_leave_nothing(tables, selection):
    assert answered(VIEW, tables, selection.having(years=(2012,), cities=("weihai",))).empty_because
