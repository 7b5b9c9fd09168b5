"""An own proposal on every page whose rows it fits: beside the documents, compared, never a source, never in the tables."""

import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.proposal import PROPOSAL
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered

SUM, GOAL, RATE = "tech_incubator.national.at_most.1500000", "rd_gdp_share.none.at_least.3_5.2028", "voucher.instrument_fee.exact.30.200000"

# view, proposal, row, mark, low, high
PLACES = [
    ("incubator_rewards", SUM, "tech_incubator:national", "ceiling", None, 1_500_000),
    ("by_title", SUM, "tech_incubator:national", "ceiling", None, 1_500_000),
    ("standard_cases", SUM, "case.national_incubator", "ceiling", None, 1_500_000),
    ("largest_sums", SUM, "incubator", "ceiling", None, 1_500_000),
    ("targets", GOAL, "rd_gdp_share:percent:ratio:none", "floor", 3.5, None),
    ("vouchers", RATE, "rate:instrument_fee:unstated", "rate", 30, 30),
    ("vouchers", RATE, "ceiling", "ceiling", None, 200_000),
]


@pytest.mark.parametrize(("view", "item", "row", "mark", "low", "high"), PLACES)
def test_a_proposal_stands_beside_the_documents(tables: Tables, view: str, item: str, row: str, mark: str, low: float | None, high: float | None) -> None:
    made = answered(VIEWS[view], tables, Selection(as_of=DAY, proposals=(item,)))
    cell = made.cell(row, PROPOSAL)
    assert cell is not None and (cell.mark, cell.low, cell.high) == (mark, low, high)
    assert made.chart.columns[-1].key == PROPOSAL and made.chart.columns[-1].is_tentative
    assert not cell.source_ids and all(source.document_id != PROPOSAL for source in made.sources)
    assert all(document.document_id != PROPOSAL for document in made.documents)
    assert any("未发布" in note.text for note in made.notes)


@pytest.mark.parametrize(("view", "item"), [(view, item) for view, item, *_ in PLACES])
def test_the_documents_say_the_same_without_it(tables: Tables, view: str, item: str) -> None:
    plain, made = (answered(VIEWS[view], tables, Selection(as_of=DAY, proposals=items)) for items in ((), (item,)))
    said = {(cell.row, cell.column): cell.words for cell in made.cells if cell.column != PROPOSAL}
    assert {(cell.row, cell.column): cell.words for cell in plain.cells}.items() <= said.items()


def test_what_changed_judges_it_against_the_later_document(tables: Tables) -> None:
    """Weihai 2023 pays at most 1 million for the national incubator; a ceiling of 1.5 million compares directly."""
    made = answered(VIEWS["what_changed"], tables, Selection(as_of=DAY, proposals=(SUM,)))
    own = [cell for cell in made.cells if cell.column == PROPOSAL and cell.words]
    assert [(cell.words, cell.high) for cell in own] == [("最高150万元", 1_500_000)]
    assert own[0].row in made.chart.drawn
    assert own[0].comparability.code == "direct"


def test_it_stands_in_the_sentence_on_top(tables: Tables) -> None:
    for view, item in (("incubator_rewards", SUM), ("by_title", SUM), ("targets", GOAL), ("vouchers", RATE), ("standard_cases", SUM), ("largest_sums", SUM)):
        finding = answered(VIEWS[view], tables, Selection(as_of=DAY, proposals=(item,))).finding
        assert finding.count("拟定标准(自拟) ") == 1, view


def test_a_yearly_ceiling_binds_a_proposed_voucher(tables: Tables) -> None:
    """30 % of fees of 100,000, 1,000,000 and 20,000,000 yuan; from the second on the yearly ceiling of 200,000 binds."""
    made = answered(VIEWS["standard_cases"], tables, Selection(as_of=DAY, proposals=("voucher.instrument_fee.exact.30.200000",)))
    cells = {cell.row: cell for cell in made.cells if cell.column == PROPOSAL and cell.words}
    assert {row: (cell.low, cell.high) for row, cell in cells.items()} == {
        "case.services_small": (30_000, 30_000), "case.services_medium": (200_000, 200_000), "case.services_large": (200_000, 200_000),
    }


def test_a_page_without_own_proposals_says_so(tables: Tables) -> None:
    found = answered(VIEWS["who_pays"], tables, Selection(as_of=DAY, proposals=(SUM,)))
    assert all(column.key != PROPOSAL for column in found.chart.columns)
    assert [note.text for note in found.notes if "拟定标准" in note.text] == ["本页不显示拟定标准。"]


def test_the_filters_name_baseline_and_proposal_and_no_cell_is_a_silent_document(tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, baseline="weihai", proposals=(SUM,)))
    assert made.filters[1:] == ("比较基准：威海2023(我市)", "含使用者拟定标准(未发布)")
    assert all(cell.words != "本文件未见规定" and cell.mark != "absent" for cell in made.cells if cell.column == PROPOSAL)
    assert "比较基准" not in "".join(answered(VIEWS["who_pays"], tables, Selection(as_of=DAY, baseline="weihai")).filters), "nothing is judged there"
