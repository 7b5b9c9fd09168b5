"""What a bill brings, from the few columns that a case reads: the same as from whole awards, for every document."""

from collections import Counter

import pytest

from compare.registry import VIEWS
from compare.shared import voucher_grid
from loaders import bills, queries
from loaders.snapshot import Tables
from model.bills import CATEGORY, buys_service
from model.case import READS, cases, result
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answer

ASKED = Selection(as_of=DAY)


def by_document(tables: Tables) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for award in queries.records(queries.awards(tables, ASKED)):
        found.setdefault(award["document_id"], []).append(award)
    return found


@pytest.mark.parametrize("name", ["all_tables", "many"])
def test_a_case_reads_no_other_column_of_an_award(name: str, request: pytest.FixtureRequest) -> None:
    held = by_document(request.getfixturevalue(name))
    for case in cases().values():
        for awards in held.values():
            whole, narrow = result(case, awards, ()), result(case, [{column: award[column] for column in READS} for award in awards], ())
            assert whole.amount == narrow.amount and [part.outcome for part in whole.parts] == [part.outcome for part in narrow.parts]


@pytest.mark.parametrize("name", ["all_tables", "many"])
def test_documents_of_one_kind_come_to_the_same(name: str, request: pytest.FixtureRequest) -> None:
    tables: Tables = request.getfixturevalue(name)
    held = {key: [award for award in awards if CATEGORY in award["categories"] and buys_service(award)] for key, awards in by_document(tables).items()}
    buyers = bills.buyers(tables, ASKED)
    assert {one.document_id for one in buyers} == {key for key, awards in held.items() if awards}
    ages = {key: place for place, key in enumerate(queries.documents(tables))}
    assert [one.document_id for one in buyers] == sorted((one.document_id for one in buyers), key=lambda key: -ages[key])
    read = bills.awards_of(tables, [one.document_id for one in buyers])
    amounts: dict[str, set] = {}
    for one in buyers:
        assert [award["award_id"] for award in read[one.document_id]] == [award["award_id"] for award in sorted(held[one.document_id], key=lambda row: (row["start"], row["end"], row["award_id"]))]
        for inputs in ((), ("fee_small:7000",), ("fee_small:900000",)):
            found = result(cases()["services_small"], held[one.document_id], inputs)
            amounts.setdefault(f"{one.kind} {inputs}", set()).add(found.amount)
    assert all(len(different) == 1 for different in amounts.values())


def test_too_many_bills_are_counted_together_and_none_is_lost(many: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    view = VIEWS["vouchers"]
    asked = view.asked(many, ASKED.having(force="all")).selection
    whole = [one for one in answer(view.builder(view, many, asked), "zh").points if one.row == voucher_grid.BILL]
    assert len(whole) > 3
    named = asked.having(columns=(whole[0].document_id,))
    monkeypatch.setattr(voucher_grid, "LIMIT", 2)
    found = [one for one in answer(view.builder(view, many, named), "zh").points if one.row == voucher_grid.BILL]
    assert [one.document_id for one in found if one.document_id] == [whole[0].document_id] and found[0].count == 1
    assert Counter((one.low, one.high, one.mark, one.status) for one in found for _ in range(one.count)) == Counter((one.low, one.high, one.mark, one.status) for one in whole)
