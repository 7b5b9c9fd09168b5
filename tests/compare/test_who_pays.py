"""Payers against what the documents say."""

from compare.questions import who_pays
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered


def test_province_and_city_share_the_instrument_voucher(tables: Tables, selection: Selection) -> None:
    comparison = answered(who_pays.VIEW, tables, selection)
    province, city = comparison.cell("provincial", "weihai-2023-5"), comparison.cell("municipal", "weihai-2023-5")
    assert province is not None and "仪器使用费的40%" in province.words
    assert city is not None and "再加仪器使用费的20%" in city.words
    assert "南通2012没有支持数字" in comparison.finding
    assert "汕尾2021(草案)未写明资金来源" in comparison.finding


def test_a_document_without_support_is_not_said_to_leave_its_payer_open(tables: Tables, selection: Selection) -> None:
    words = {cell.words for cell in answered(who_pays.VIEW, tables, selection).cells if cell.column == "nantong-2012-26"}
    assert words == {"本文件未见支持规定"}
    filtered = answered(who_pays.VIEW, tables, selection.having(categories=("fintech",)))
    assert {cell.words for cell in filtered.cells if cell.column == "nantong-2012-26"} == {"没有符合查询条件的支持"}


def test_a_budget_that_is_the_base_of_a_match_is_not_called_unnamed(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 art. 16: the city gives no more than the county gives, whose sum is not stated."""
    cell = answered(who_pays.VIEW, tables, selection).cell("county", "weihai-2023-5")
    assert cell is not None and cell.words == "第16条：以该级资金为配套基数，未写其金额" and cell.source_ids == ("weihai-2023-5.16.a1",)
