"""Support item by item against the clauses."""

from compare.questions import support_list
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered


def test_finance_costs_of_a_weihai_firm(tables: Tables, selection: Selection) -> None:
    chosen = selection.having(cities=("weihai",), categories=("fintech",), beneficiaries=("enterprise",), statuses=("in_force",))
    comparison = answered(support_list.VIEW, tables, chosen)
    interest, premium = comparison.cell("weihai-2023-5.25.a1", "figure"), comparison.cell("weihai-2023-5.25.a3", "figure")
    assert interest is not None and interest.words == "贷款市场报价利率的20%，每年最高20万元"
    assert premium is not None and premium.words == "保费的20%，最高2万元"
    bureau = comparison.cell("weihai-2023-5.25.a1", "departments")
    assert bureau is not None and bureau.words == "市市场监管局、市财政局"
    assert {source.document_id for source in comparison.sources} == {"weihai-2023-5"}


def test_the_finding_says_who_pays_through_which_bureau_and_leaves_loans_out(tables: Tables, selection: Selection) -> None:
    chosen = selection.having(cities=("weihai",), categories=("fintech",), beneficiaries=("enterprise",), statuses=("in_force",))
    comparison = answered(support_list.VIEW, tables, chosen)
    assert "第25条(贷款贴息、补助、保费补贴)未写明由哪级财政出资，责任部门为市市场监管局、市财政局" in comparison.finding
    assert "第23条(贷款贴息)由省级财政出资" in comparison.finding
    groups = {row.key: "不是支付" in row.group for row in comparison.chart.rows}
    assert groups["weihai-2023-5.25.a1"] is False
    assert {key for key, apart in groups.items() if apart} == {
        cell.row for cell in comparison.cells if cell.column == "figure" and "非支付" in cell.words}


def test_a_long_list_has_no_endless_finding(tables: Tables, selection: Selection) -> None:
    assert len(answered(support_list.VIEW, tables, selection).finding) < 200
