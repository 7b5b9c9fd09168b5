"""Payers against what the documents say: shares counted by hand, each figure in one column, and many documents a page at a time."""

from collections import Counter

import pytest

from charts.figure import figure
from compare.questions import who_pays
from loaders import payers, queries
from loaders.snapshot import Tables
from model.money import NOT_PAYMENTS
from model.selection import Selection
from reports.native import native_charts
from wording.answer import Answer, answered

W23, W18, N, S, J = "weihai-2023-5", "weihai-2018-107", "nantong-2012-26", "shanwei-2021-draft", "jinzhou-undated"
LUCHENG = "lucheng-talent"


def shares(made: Answer, document: str) -> dict[str, float | None]:
    """The drawn shares of a document by column."""
    return {cell.column: cell.value for cell in made.cells if cell.row == document and cell.value is not None}


def test_shares_counted_by_hand(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 has 58 payments with a figure: 2 of the province (23, 30), 2 of the city (7, 30), 2 that match others' money (16, 22), 52 open."""
    made = answered(who_pays.VIEW, tables, selection)
    assert shares(made, W23) == {"provincial": 3.4, "municipal": 3.4, "matching": 3.4, "unstated": 89.7}
    assert shares(made, J) == {"municipal": 5.0, "zone": 5.0, "shared": 5.0, "unstated": 85.0}  # 1, 1, 1 and 17 of 20
    assert shares(made, W18) == {"municipal": 8.0, "unstated": 92.0}  # 2 and 23 of 25
    assert shares(made, S) == {"unstated": 100.0} and not shares(made, N)
    base = {row: cell.words for row in (W23, J, W18, N) if (cell := made.cell(row, "base"))}
    assert base == {W23: "支持数字58个", J: "支持数字20个", W18: "支持数字25个", N: "本文件未见支持规定"}


def test_clauses_stand_in_the_cell_and_open_with_it(tables: Tables, selection: Selection) -> None:
    made = answered(who_pays.VIEW, tables, selection)
    city = made.cell(W23, "municipal")
    assert city is not None and city.words == "3.4%(第7、30条)" and city.source_ids[-1] == "weihai-2023-5.30.a2"
    said = [source.sentence for row_id in city.source_ids if (source := made.source(row_id))]
    assert any("再加仪器使用费的20%" in sentence for sentence in said)
    zone = made.cell(J, "zone")
    assert zone is not None and len(zone.source_ids) == 2, "a promise without a figure is behind the cell, but has no share"


def test_a_match_of_another_budget_is_told_from_money_of_ones_own(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 art. 16: the city gives no more than the county gives. Where nobody is named, nothing is known."""
    made = answered(who_pays.VIEW, tables, selection)
    matching, unstated = made.cell(W23, "matching"), made.cell(W18, "unstated")
    assert matching is not None and "weihai-2023-5.16.a1" in matching.source_ids
    assert unstated is not None and "weihai-2018-107.2-4-2.a3" in unstated.source_ids  # 1:1 of the provincial grant, payer not stated


def test_the_finding_names_what_most_figures_say_and_no_count_of_measures(tables: Tables, selection: Selection) -> None:
    made = answered(who_pays.VIEW, tables, selection)
    assert made.finding == "威海2023、汕尾2021(草案)、威海2018(已废止)、锦州2015(推断)半数以上的支持数字未写明资金来源；南通2012没有支持数字。"
    assert "不是占资金的比重" in made.chart.axis and any("不是资金之比" in note.text for note in made.notes)


def test_a_filter_is_no_silence_of_the_document(tables: Tables, selection: Selection) -> None:
    made = answered(who_pays.VIEW, tables, selection.having(categories=("fintech",)))
    cell = made.cell(N, "base")
    assert cell is not None and cell.words == "没有符合查询条件的支持"


def test_every_payment_with_a_figure_stands_in_one_column(all_tables: Tables, selection: Selection) -> None:
    """Against the awards themselves: counted without SQL, each document's parts are all its figures and no other."""
    awards = queries.records(queries.awards(all_tables, selection))
    wanted = Counter(award["document_id"] for award in awards if award["form"] not in ("unstated", *NOT_PAYMENTS))
    found = payers.payments(all_tables, selection)
    assert Counter(row["document_id"] for row in found if row["is_figure"]) == wanted
    for row in found:
        assert row["part"] in payers.PARTS
        assert (row["part"] == "unstated") == (row["payers"] == ["unstated"])
        assert row["part"] != "shared" or len(row["payers"]) > 1
        assert row["part"] != "matching" or (row["form"] == "match" and row["match_basis"] not in ("rd_spending", "own_funds", "other"))


def test_bars_on_screen_and_in_office_are_the_same_shares(tables: Tables, selection: Selection) -> None:
    made = answered(who_pays.VIEW, tables, selection)
    drawn = figure(made)
    assert drawn is not None
    ends = [round(base + value, 6) for trace in drawn.data if trace.base is not None for base, value in zip(trace.base, trace.x, strict=True)]
    assert max(ends) == pytest.approx(100, abs=0.2)
    assert any("南通2012" in annotation.text and "未见支持规定" in annotation.text for annotation in drawn.layout.annotations)
    (native,) = native_charts(made, 20, 6)
    assert native.is_stacked and native.categories[:2] == ("威海2023", "汕尾2021(草案)") and "威海2018(已废止)" in native.categories
    totals = [sum(series.values[place] or 0 for series in native.series) for place in range(len(native.categories))]
    assert totals == pytest.approx([100] * len(totals), abs=0.2)
    assert {series.number_format[:5] for series in native.series} == {"[>=7]"}, "a narrow part has no room for its figure"
    assert native.lines > len(native.categories), "the legend needs room too"


def test_the_lead_begins_with_a_capital_letter(tables: Tables, selection: Selection) -> None:
    assert answered(who_pays.VIEW, tables, selection.having(lang="en")).finding.startswith("More than half")


def test_many_documents_are_a_page_with_the_own_one_first(all_tables: Tables, selection: Selection) -> None:
    every = selection.having(force="all")
    made = answered(who_pays.VIEW, all_tables, every)
    assert made.total == 10 and made.rows_total == 9, "Nantong 2012 has no support"
    assert made.finding == "10份文件中，半数以上的支持数字由县级财政出资的5份、未写明资金来源的4份。"
    assert made.chart.rows[0].key == W23
    assert answered(who_pays.VIEW, all_tables, every.having(baseline=J)).chart.rows[0].key == J


@pytest.mark.parametrize(("sort", "first"), [("-county", "lucheng"), ("-municipal", W18), ("-shared", LUCHENG), ("document", J), ("place", J), ("-place", W23), ("-nonsense", W23)])
def test_sorted_by_the_share_of_one_payer(all_tables: Tables, selection: Selection, sort: str, first: str) -> None:
    assert answered(who_pays.VIEW, all_tables, selection.having(force="all", sort=sort)).chart.rows[0].key.startswith(first)


def test_searched_by_place_keeps_the_shares_of_the_whole_document(all_tables: Tables, selection: Selection) -> None:
    every = selection.having(force="all")
    found = answered(who_pays.VIEW, all_tables, every.having(text="weihai"))
    assert {row.key for row in found.chart.rows} == {W23, W18}
    assert shares(found, W18) == {"municipal": 8.0, "unstated": 92.0}
    nothing = answered(who_pays.VIEW, all_tables, every.having(text="zzzz"))
    assert not nothing.cells and "请改用其他词语" in nothing.empty_because


def test_an_unknown_order_is_refused(all_tables: Tables, selection: Selection) -> None:
    with pytest.raises(ValueError, match="no share of"):
        payers.documents_paying(all_tables, selection, "-money")
