"""The ten questions of officials: each link answers on one page with the figures worked out by hand from the documents."""

import pytest

from compare.registry import VIEWS
from compare.signposts import questions
from loaders import queries
from loaders.snapshot import Tables
from model.comparison import Comparison
from model.selection import Selection, parse
from tests.conftest import DAY

N, J, W18, S, W23 = "nantong-2012-26", "jinzhou-undated", "weihai-2018-107", "shanwei-2021-draft", "weihai-2023-5"

# By question: what must stand in some cell of a document's column.
ANSWERS: dict[str, list[tuple[str, str]]] = {
    "national_incubator": [(N, "本文件未见规定"), (J, "50万元"), (W18, "200万元"), (S, "本文件未见规定"), (W23, "最高100万元")],
    "weihai_carriers": [(W18, "200万元"), (W23, "最高100万元"), (W18, "1:1配套"), (W23, "10万元")],
    "voucher_terms": [(J, "500万元"), (S, "5%"), (S, "50万元"), (W23, "40%"), (W23, "20%"), (W23, "省级财政"), (W23, "市级财政")],
    "who_pays": [(W23, "仪器使用费的40%"), (W18, "1000万元"), (J, "第7条"), (S, "未写明由哪级财政出资")],
    "rd_intensity": [(W18, "3%"), (W18, "2022"), (J, "2%"), (J, "2020")],
    "technology_innovation_center": [(W18, "1000万元"), (W18, "500万元"), (W18, "200万元"), (W23, "500万元"), (W23, "最高100万元"), (W23, "最高50万元")],
    "high_tech_enterprise": [(J, "15%"), (J, "5万元"), (W23, "5万元"), (W23, "保费的50%")],
    "new_rd_institution": [(W18, "最高200万元"), (S, "设备投资的20%，最高200万元"), (S, "设备投资的20%，最高100万元"), (W23, "最高50万元")],
    "largest_sum": [(J, "300万元"), (W18, "1000万元"), (S, "最高200万元"), (W23, "1000万元"), (N, "本文件未见规定")],
}


def answered(tables: Tables, code: str) -> Comparison:
    """The comparison that the link of a question opens."""
    post = next(item for item in questions(Selection(as_of=DAY), VIEWS) if item.code == code)
    selection, dropped = parse(post.link, queries.vocabulary(tables), DAY)
    assert not dropped
    return VIEWS[post.view].build(tables, selection)


@pytest.mark.parametrize("code", ANSWERS)
def test_each_document_answers_with_its_figures(tables: Tables, code: str) -> None:
    comparison = answered(tables, code)
    said = {column.key: " | ".join(cell.words for cell in comparison.cells if cell.column == column.key) for column in comparison.chart.columns}
    missing = [(document, words) for document, words in ANSWERS[code] if words not in said.get(document, "")]
    assert not missing, said


def test_finance_costs_name_rate_ceiling_payer_and_bureau(tables: Tables) -> None:
    comparison = answered(tables, "finance_costs")
    lines = [" ".join(cell.words for cell in comparison.cells if cell.row == row.key) for row in comparison.chart.rows]
    wanted = [
        ("贷款市场报价利率的20%，每年最高20万元", "市市场监管局、市财政局"), ("评估费的30%，最高5万元", "市市场监管局、市财政局"),
        ("保费的20%，最高2万元", "市市场监管局、市财政局"), ("保费的50%，最高20万元", "市科技局"), ("贷款余额的1%以内", "市地方金融监管局、市财政局"),
    ]
    for figure, bureau in wanted:
        assert any(figure in line and bureau in line for line in lines), figure
    assert not [line for line in lines if "0.6%" in line], "a bank is no firm that bears the cost"


def test_after_the_validity_of_the_document_nothing_is_promised(tables: Tables) -> None:
    later = answered(tables, "finance_costs").selection.having(as_of=DAY.replace(year=2029))
    assert VIEWS["support_list"].build(tables, later).empty_because
