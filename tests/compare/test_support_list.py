"""Support item by item against the clauses."""

from compare import support_list
from loaders.snapshot import Tables
from model.selection import Selection


def test_finance_costs_of_a_weihai_firm(tables: Tables, selection: Selection) -> None:
    chosen = selection.having(cities=("weihai",), categories=("fintech",), beneficiaries=("enterprise",), statuses=("in_force",))
    comparison = support_list.VIEW.build(tables, chosen)
    interest, premium = comparison.cell("weihai-2023-5.25.a1", "figure"), comparison.cell("weihai-2023-5.25.a3", "figure")
    assert interest is not None and interest.words == "贷款市场报价利率的20%，每年最高20万元"
    assert premium is not None and premium.words == "保费的20%，最高2万元"
    bureau = comparison.cell("weihai-2023-5.25.a1", "departments")
    assert bureau is not None and bureau.words == "市市场监管局、市财政局"
    assert {source.document_id for source in comparison.sources} == {"weihai-2023-5"}
