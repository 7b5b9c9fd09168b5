"""Which few of many documents a question sets side by side: as plain counting of all its rows chooses them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.synthesize import synthesize
from loaders import chosen, conditions, lookups, paging, parts, snapshot
from loaders.engine import Row
from loaders.paging import Rows
from loaders.snapshot import Tables
from model.prepared import age
from model.selection import Selection
from model.status import CURRENT, status_on
from tests.conftest import DAY
from tests.loaders import pandas_oracle as oracle

DOCUMENTS = 60
TABLES = ("awards", "targets", "measures")


@pytest.fixture(scope="module", params=["in memory", "on disk"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Made-up documents, several of a city, held as a small snapshot and read from files as a large one."""
    place = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "on disk":
            patch.setattr(parts, "HELD_BYTES", 0)
        return snapshot.load(synthesize(place, DOCUMENTS, seed=21), place)


KEYS: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "awards": lambda row: (row["designation"] or row["beneficiary"] or "", row["recognition_level"], row["form"]),
    "targets": lambda row: (row["indicator"], row["recognition_level"], row["unit"]),
    "measures": lambda row: (row["categories"][0],),
}


def ranked(tables: Tables, counts: dict[str, int], day: date, limit: int) -> tuple[str, ...]:
    """Documents by being valid, then the first of each city, then by count, then the newest."""
    documents = oracle.documents(tables)

    def best(document_id: str) -> tuple[bool, int, str, str]:
        row = documents[document_id]
        return (status_on(row, day) in CURRENT, counts[document_id], age(row), document_id)

    turns: dict[str, int] = {}
    seen: dict[str, int] = {}
    for document_id in sorted(counts, key=best, reverse=True):
        city = documents[document_id]["city_id"]
        turns[document_id] = seen[city] = seen.get(city, 0) + 1
    order = sorted(counts, key=best, reverse=True)
    order.sort(key=lambda one: (not best(one)[0], turns[one]))
    return tuple(order[:limit])


def passing(tables: Tables, rows: Rows) -> list[Row]:
    """The rows of a question by plain pandas."""
    found = oracle.records(getattr(oracle, rows.table)(tables, rows.selection))
    words = rows.selection.text
    return [row for row in found if not words or row["measure_id"] in oracle.matching(tables, words)]


def counted(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows each document has."""
    found: dict[str, int] = {}
    for row in rows:
        found[row["document_id"]] = found.get(row["document_id"], 0) + 1
    return found


def check(tables: Tables, rows: Rows) -> None:
    """The choice and the number of rows are those of plain counting, and so are those that share most with any document."""
    held, day = passing(tables, rows), rows.selection.as_of
    assert paging.count(tables, rows) == len(held)
    assert chosen.stating_most(tables, rows, 8) == ranked(tables, counted(held), day, 8)
    for pinned in [*oracle.documents(tables)][::17]:
        everywhere = rows.selection.having(documents=(pinned,), cities=(), years=(), statuses=())
        own = {KEYS[rows.table](row) for row in passing(tables, Rows(rows.table, everywhere))}
        shared: dict[str, set[tuple[object, ...]]] = {}
        for row in held:
            if row["document_id"] != pinned and KEYS[rows.table](row) in own:
                shared.setdefault(row["document_id"], set()).add(KEYS[rows.table](row))
        expected = ranked(tables, {document: len(keys) for document, keys in shared.items()}, day, 7)
        assert chosen.sharing_most(tables, rows, pinned, 7) == expected


@pytest.mark.parametrize("table", TABLES)
def test_without_a_filter(made: Tables, table: str) -> None:
    check(made, Rows(table, Selection(as_of=DAY)))


LISTS = ("cities", "years", "categories", "designations", "beneficiaries", "levels", "instruments", "indicators", "statuses")


def selections(tables: Tables) -> st.SearchStrategy[Selection]:
    known = oracle.vocabulary(tables)
    lists = {name: st.lists(st.sampled_from(sorted(known[name])), max_size=4).map(tuple) for name in LISTS}
    days = st.sampled_from([DAY, date(2016, 5, 1), date(2030, 1, 1)])
    return st.fixed_dictionaries({"as_of": days, "quantified": st.booleans(), "text": st.sampled_from(["", "", "", "孵化器", "认定 奖"]), **lists}).map(lambda made: Selection(**made))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_filter(made: Tables, data: st.DataObject) -> None:
    check(made, Rows(data.draw(st.sampled_from(TABLES)), data.draw(selections(made))))


def test_each_filter_alone(made: Tables) -> None:
    for name in LISTS:
        value = sorted(oracle.vocabulary(made)[name])[-1]
        for table in TABLES:
            check(made, Rows(table, Selection(as_of=DAY, **{name: (value,)})))


def test_kinds_tell_of_codes_and_not_of_words_or_other_rows() -> None:
    """What kinds do not tell is counted row by row."""
    plain = Selection(as_of=DAY)
    for table in TABLES:
        assert conditions.of_kinds(table, plain) is not None
        assert conditions.of_kinds(table, plain.having(text="孵化器")) is None
    assert conditions.of_kinds("documents", plain) is None
    assert conditions.of_kinds("measures", plain.having(designations=("incubator",))) is None
    assert conditions.of_kinds("awards", plain.having(designations=("incubator",))) is not None


def test_rows_by_id_over_many_documents(made: Tables) -> None:
    for name in TABLES:
        key = paging.TABLES[name].key[0]
        rows = oracle.records(getattr(oracle, name)(made, Selection(as_of=DAY)))[::7]
        assert list(lookups.by_id(made, name, [row[key] for row in rows]).values()) == rows


def test_files_are_kept_in_groups_of_rows(tmp_path: Path) -> None:
    """A document is found in its part of a file of many rows, in one that was published as in one made up."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from curation.publish.build import write_tables
    from model import arrow
    from model.prepared import PREPARED
    from model.schema import TABLES as SCHEMA

    rows: dict[str, list[Row]] = {name: [] for name in SCHEMA}
    rows["codes"] = [{"list": "x", "code": str(number), "zh": "码", "en": "code"} for number in range(2 * arrow.GROUP_ROWS + 1)]
    write_tables(rows, tmp_path, {})
    assert pq.ParquetFile(tmp_path / "codes.parquet").num_row_groups == 3
    assert pq.read_table(tmp_path / "codes.parquet")["code"].combine_chunks() == pa.array([str(number) for number in range(2 * arrow.GROUP_ROWS + 1)])
    assert set(PREPARED) < {path.stem for path in tmp_path.glob("*.parquet")}
