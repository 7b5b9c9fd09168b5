"""Vouchers of many documents: a document a row, and what a bill brings, worked out by hand from the clauses."""

from datetime import date

import pytest

from charts.figure import figure
from compare.registry import VIEWS
from compare.shared.voucher_rows import service_code
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered

ASKED = Selection(as_of=date(2026, 11, 21), force="all", baseline="weihai")
VIEW = VIEWS["vouchers"]


def test_a_document_a_row_the_own_city_first_and_no_document_without_vouchers(all_tables: Tables) -> None:
    said = answered(VIEW, all_tables, ASKED)
    assert said.part == "spread" and said.rows_total == len(said.chart.rows) == 6
    assert said.chart.rows[0].key == "weihai-2023-5"
    assert {row.key for row in said.chart.rows} == {row["document_id"] for row in queries.records(queries.awards(all_tables, Selection(as_of=ASKED.as_of, categories=("voucher",))))}


@pytest.mark.parametrize(("bill", "expected"), [
    # 40 % of the province and 20 % of the city; 5 %; whole up to 5,000 and half above it, at most 50,000 a year
    (100_000, {"weihai-2023-5": 60_000, "shanwei-2021-draft": 5_000, "lucheng-industry": 50_000}),
    (4_000, {"weihai-2023-5": 2_400, "shanwei-2021-draft": 200, "lucheng-industry": 4_000}),
    (15_000, {"weihai-2023-5": 9_000, "shanwei-2021-draft": 750, "lucheng-industry": 10_000}),
])
def test_what_a_bill_brings(all_tables: Tables, bill: int, expected: dict[str, int]) -> None:
    said = answered(VIEW, all_tables, ASKED.having(inputs=(f"fee_small:{bill}",)))
    assert {one.document_id: one.high for one in said.points} == expected
    assert {row.key: cell.high for row in said.chart.rows if (cell := said.cell(row.key, "bill")) and cell.high is not None} == expected
    assert said.cell("weihai-2018-107", "bill").mark == "unstated"
    drawn = figure(said)
    assert drawn is not None and sorted(x for trace in drawn.data if trace.mode == "markers" for x in trace.x) == sorted(expected.values())


def test_services_are_words_of_the_document_that_the_list_knows(all_tables: Tables) -> None:
    words = {word for row in queries.records(queries.measures(all_tables, Selection(as_of=ASKED.as_of))) for word in row["eligible_services"]}
    assert {word for word in words if service_code(word) == "other"} == set()
    assert not [word for word in words if word.isascii()]


def test_other_matters_have_a_part_of_their_own_that_counts_only_them(all_tables: Tables) -> None:
    awards = queries.records(queries.awards(all_tables, Selection(as_of=ASKED.as_of, categories=("voucher",))))
    wanted = {award["award_id"] for award in awards if award["trigger"] != "service_purchase"}
    said = answered(VIEW, all_tables, ASKED.having(part="other"))
    assert said.part == "other" and said.rows_total == len(wanted) > 0
    assert {row.key for row in said.chart.rows} == wanted
    every = answered(VIEW, all_tables, ASKED.having(part="list"))
    assert every.rows_total == len(awards)


def test_a_cell_of_the_grid_names_two_statements_and_how_many_more(all_tables: Tables) -> None:
    said = answered(VIEW, all_tables, ASKED)
    ceiling = said.cell("lucheng-talent", "ceiling")
    assert ceiling and ceiling.words == "最高200万元(未写明期限)、最高100万元(未写明期限)等5项" and len(ceiling.source_ids) == 5
