"""Payers against what the documents say."""

from compare import who_pays
from loaders.snapshot import Tables
from model.selection import Selection


def test_province_and_city_share_the_instrument_voucher(tables: Tables, selection: Selection) -> None:
    comparison = who_pays.VIEW.build(tables, selection)
    province, city = comparison.cell("provincial", "weihai-2023-5"), comparison.cell("municipal", "weihai-2023-5")
    assert province is not None and "仪器使用费的40%" in province.words
    assert city is not None and "再加仪器使用费的20%" in city.words
    assert "南通2012没有支持数字" in comparison.finding
    assert "汕尾2021(草案)未写明出资方" in comparison.finding


def test_a_document_without_support_is_not_said_to_leave_its_payer_open(tables: Tables, selection: Selection) -> None:
    words = {cell.words for cell in who_pays.VIEW.build(tables, selection).cells if cell.column == "nantong-2012-26"}
    assert words == {"本文件未见支持规定"}
    filtered = who_pays.VIEW.build(tables, selection.having(categories=("fintech",)))
    assert {cell.words for cell in filtered.cells if cell.column == "nantong-2012-26"} == {"没有符合筛选条件的支持"}
