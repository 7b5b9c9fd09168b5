"""The coverage matrix against the curated states."""

from compare.questions.coverage import VIEW, legend
from loaders import queries
from loaders.snapshot import Tables
from model.codes import codes
from model.selection import Selection
from wording.answer import answered
from wording.say import say


def test_every_category_and_document_has_one_of_four_states(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    assert [row.key for row in comparison.chart.rows] == list(codes("category"))
    assert len(comparison.cells) == len(codes("category")) * len(queries.documents(tables))
    voucher = {cell.column: cell.words for cell in comparison.cells if cell.row == "voucher"}
    assert voucher["nantong-2012-26"] == "— 本文件未见"
    assert voucher["weihai-2018-107"] == "○ 有表述"
    assert voucher["shanwei-2021-draft"] == "● 有数字"


def test_the_states_are_told_apart_without_colour(selection: Selection) -> None:
    signs = [say(note.text, "zh")[0] for note in legend()]
    assert len(signs) == len(set(signs)) == len(codes("coverage_state"))


def test_a_category_filter_narrows_the_rows(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection.having(categories=("ip",), cities=("weihai",)))
    assert [row.key for row in comparison.chart.rows] == ["ip"]
    assert {cell.column for cell in comparison.cells} == {"weihai-2018-107", "weihai-2023-5"}
