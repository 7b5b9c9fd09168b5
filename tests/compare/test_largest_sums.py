"""The most that one provision pays, against figures worked out by hand from the documents."""

import pytest

from compare.questions import largest_sums
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered


@pytest.mark.parametrize(("document", "mark", "yuan", "article"), [
    ("weihai-2018-107", "exact", 10_000_000, "二、(四)1"),  # a national technology innovation centre
    ("weihai-2023-5", "exact", 10_000_000, "第1条"),  # leading a national key laboratory; the loan of 50 million is no payment
    ("jinzhou-undated", "exact", 3_000_000, "第13条"),  # a listing
    ("shanwei-2021-draft", "ceiling", 2_000_000, "四、4"),  # 20 % of the equipment of a public-interest institution
])
def test_the_most_that_one_provision_pays(tables: Tables, selection: Selection, document: str, mark: str, yuan: int, article: str) -> None:
    cell = answered(largest_sums.VIEW, tables, selection).cell(largest_sums.ALL, document)
    assert cell is not None
    assert (cell.mark, cell.high) == (mark, yuan)
    assert article in cell.words


def test_silence_and_unfixed_sums_are_no_zero(tables: Tables, selection: Selection) -> None:
    comparison = answered(largest_sums.VIEW, tables, selection)
    goals_only, lender = comparison.cell(largest_sums.ALL, "nantong-2012-26"), comparison.cell("lender", "weihai-2023-5")
    assert goals_only is not None and (goals_only.mark, goals_only.value) == ("absent", None)
    assert lender is not None and (lender.mark, lender.value) == ("unstated", None)  # 0.6 % of a balance without a ceiling


def test_largest_sums_for_different_titles_are_not_to_be_compared(tables: Tables, selection: Selection) -> None:
    cell = answered(largest_sums.VIEW, tables, selection.having(baseline="weihai-2018-107")).cell(largest_sums.ALL, "weihai-2023-5")
    assert cell is not None and cell.comparability is not None
    assert cell.comparability.code == "not_comparable"


def test_a_pinned_document_without_a_payment_stays_the_baseline(tables: Tables, selection: Selection) -> None:
    found = answered(largest_sums.VIEW, tables, selection.having(baseline="nantong-2012-26"))
    judged = {column.key: found.cell("all", column.key).comparability for column in found.chart.columns}  # type: ignore[union-attr]
    assert judged["nantong-2012-26"] is None
    assert all(verdict and {reason.code for reason in verdict.reasons} == {"value_absent"} for key, verdict in judged.items() if key != "nantong-2012-26")


def test_a_document_without_a_payment_is_judged_too(tables: Tables, selection: Selection) -> None:
    judged = {key: answered(largest_sums.VIEW, tables, selection).cell("all", key).comparability for key in ("jinzhou-undated", "nantong-2012-26")}  # type: ignore[union-attr]
    assert judged["jinzhou-undated"] is None, "the earliest that states a sum"
    assert judged["nantong-2012-26"] and judged["nantong-2012-26"].code == "not_comparable"


def test_a_firm_or_team_is_paid_to_teams_too(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 art. 15 pays a firm or team up to 500,000; art. 18 pays consortia led by firms or R&D institutions up to 2 million."""
    found = answered(largest_sums.VIEW, tables, selection)
    assert found.cell("team", "weihai-2023-5").high == 500_000  # type: ignore[union-attr]
    assert found.cell("rd_institution", "weihai-2023-5").high == 2_000_000  # type: ignore[union-attr]
