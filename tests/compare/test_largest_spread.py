"""The most that each of many documents pays, by kind of beneficiary; what a filter hides is not silent; the list of supports begins with what is valid."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.synthesize import synthesize
from compare.registry import VIEWS
from loaders import lookups, queries, snapshot
from loaders.snapshot import Tables
from model import money
from model.selection import Selection
from model.status import BY_FORCE, status_on
from wording.answer import answered

DAY = date(2026, 11, 21)
ASKED = Selection(as_of=DAY)
LARGEST, SUPPORT = VIEWS["largest_sums"], VIEWS["support_list"]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A made-up snapshot of sixty documents."""
    place: Path = tmp_path_factory.mktemp("many")
    return snapshot.load(synthesize(place, 60, seed=5), place)


def highest(many: Tables, beneficiary: str, selection: Selection) -> dict[str, tuple[int, bool]]:
    """The most that each document pays to such a beneficiary, and whether it is fixed, read award by award."""
    found: dict[str, tuple[int, bool]] = {}
    asked = LARGEST.honoured(LARGEST.in_force(many, selection))
    for award in queries.records(queries.awards(many, asked)):
        most, why = money.payable_max(award)
        if most is not None and beneficiary in (award["beneficiary"], *award["beneficiaries_also"]):
            found[award["document_id"]] = max(found.get(award["document_id"], (-1, False)), (most, why == "exact"))
    return found


@pytest.mark.parametrize("changes", [{}, {"instruments": ("subsidy",)}, {"force": "all"}])
def test_a_strip_holds_the_highest_sum_of_each_document(many: Tables, changes: dict[str, object]) -> None:
    said = answered(LARGEST, many, ASKED.having(**changes))
    assert said.part == "spread" and said.chart.rows
    for row in said.chart.rows:
        drawn = {one.document_id: (int(one.value), one.mark == "exact") for one in said.points if one.row == row.key}
        assert drawn == highest(many, row.key.split(":")[0], ASKED.having(**changes)) != {}


def test_every_document_is_counted_once_whatever_is_filtered(many: Tables) -> None:
    for changes in ({}, {"instruments": ("subsidy",)}):
        said = answered(LARGEST, many, ASKED.having(**changes))
        for row in said.chart.rows:
            counts = {name: int(said.cell(row.key, name).words) for name in ("stated", "promised", "silent", "not_reviewed")}  # type: ignore[union-attr]
            assert sum(counts.values()) == said.total and counts["stated"] == len(highest(many, row.key.split(":")[0], ASKED))


def test_the_list_of_a_strip_begins_with_the_highest_sum(many: Tables) -> None:
    key = answered(LARGEST, many, ASKED).chart.rows[0].key
    said = answered(LARGEST, many, ASKED.having(part="list", row=key))
    values = [cell.value for row in said.chart.rows if (cell := said.cell(row.key, "payable")) and cell.value is not None]
    assert values == sorted(values, reverse=True) and values[0] == max(most for most, _ in highest(many, key.split(":")[0], ASKED).values())


def test_the_list_of_supports_begins_with_what_is_in_force(many: Tables) -> None:
    said = [answered(SUPPORT, many, ASKED.having(force="all", page=page)) for page in (1, 2, 400)]
    assert all(page.part == "list" and len(page.chart.rows) <= 25 for page in said)
    documents = queries.documents(many)
    held = [row["document_id"] for page in said for row in lookups.by_id(many, "awards", [one.key for one in page.chart.rows]).values()]
    ranks = [BY_FORCE.index(status_on(documents[key], DAY)) for key in held]
    assert ranks == sorted(ranks) and len(set(ranks)) > 1
    assert all("status" in [column.key for column in page.chart.columns] for page in said)


def test_what_a_filter_hides_is_not_called_silent(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 pays teams (art. 15); with the instruments of loans alone nothing of that is left, and the document is no less clear."""
    whole = answered(LARGEST, tables, selection)
    narrowed = answered(LARGEST, tables, selection.having(instruments=("loan_facility",)))
    for cell in narrowed.cells:
        before = whole.cell(cell.row, cell.column)
        if before is not None and before.mark != "absent" and cell.words.startswith("有规定"):
            assert cell.mark == "text" and cell.value is None
        assert cell.mark != "absent" or before is None or before.mark == "absent"
    assert any(cell.words == "有规定，被本页筛选隐藏" for cell in narrowed.cells)


def test_no_two_rows_of_a_document_read_the_same(tables: Tables, selection: Selection) -> None:
    """Art. 8 of Jinzhou pays platforms 1,000,000 (national) and 200,000 (provincial)."""
    said = answered(SUPPORT, tables, selection)
    rows = [(row.group, row.label) for row in said.chart.rows]
    assert len(rows) == len(set(rows))
    platforms = [row.label for row in said.chart.rows if row.key.startswith("jinzhou-undated.8.")]
    assert any("国家级" in words for words in platforms) and any("省级" in words for words in platforms)


def test_the_document_in_force_stands_first_with_its_status(tables: Tables, selection: Selection) -> None:
    rows = answered(SUPPORT, tables, selection).chart.rows
    groups = list(dict.fromkeys(row.group for row in rows))
    assert groups[0].endswith("(现行有效)") and "威海2023" in groups[0]
    statuses = [BY_FORCE.index(row.status) for row in rows]
    assert statuses == sorted(statuses)
