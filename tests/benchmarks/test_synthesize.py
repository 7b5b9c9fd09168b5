"""A made-up snapshot keeps the rules of a published one, holds what is prepared of its rows, and is the same for the same seed."""

from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from benchmarks.synthesize import synthesize
from benchmarks.synthetic import written
from curation.check.alignments import validate_alignments
from curation.check.validate import validate
from curation.publish.build import arrow_table
from loaders import queries, snapshot
from loaders.snapshot import Tables
from model.codes import codes, read_csv
from model.manifest import is_whole
from model.prepared import PREPARED, prepared
from model.schema import TABLES
from model.status import status_on
from tests.conftest import DAY


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    folder = tmp_path_factory.mktemp("made")
    return snapshot.load(synthesize(folder, 120, seed=3), folder)


@pytest.fixture(scope="module")
def rows(made: Tables) -> dict[str, list[dict[str, object]]]:
    return {name: queries.records(made[name]) for name in TABLES}


def test_no_row_breaks_a_rule_of_curating(rows: dict[str, list[dict[str, object]]]) -> None:
    assert validate(rows, {}) == []
    pairs = defaultdict(list)
    for row in rows["alignments"]:
        pairs[row["from_document_id"], row["to_document_id"]].append(row)
    assert pairs
    for links in pairs.values():
        assert validate_alignments({**rows, "alignments": links}, "links") == []


def test_prepared_tables_follow_from_the_rows(made: Tables, rows: dict[str, list[dict[str, object]]]) -> None:
    for name, expected in prepared(rows).items():
        assert made.engine.rows(f'SELECT * FROM "{name}"') == expected, name


@pytest.mark.parametrize("name", list(TABLES))
def test_rows_stand_in_the_order_of_their_keys(made: Tables, rows: dict[str, list[dict[str, object]]], name: str) -> None:
    assert arrow_table(name, rows[name]).to_pylist() == rows[name]


def test_it_holds_what_a_corpus_holds(rows: dict[str, list[dict[str, object]]]) -> None:
    documents = rows["documents"]
    assert len(documents) == 120
    assert {row["form"] for row in rows["awards"]} == set(codes("form"))
    assert {row["state"] for row in rows["coverage"]} == set(codes("coverage_state"))
    assert {"draft", "expired", "in_force", "no_repeal_found"} <= {status_on(row, DAY) for row in documents}
    assert any(row["policy_year"] is None for row in documents) and any(row["repealed_on"] for row in documents)
    by_city = defaultdict(int)
    for row in documents:
        by_city[row["city_id"]] += 1
    assert max(by_city.values()) >= 3 and set(by_city) == {row["city_id"] for row in rows["cities"]}
    divisions = {row["code"]: row for row in read_csv("divisions")}
    upper = {row["division_code"] for row in rows["cities"] if row["level"] != "county"}
    assert any(divisions[row["division_code"]]["parent"] in upper for row in rows["cities"] if row["level"] == "county")


def test_the_same_seed_gives_the_same_bytes_and_another_another(tmp_path: Path) -> None:
    first, second, other = synthesize(tmp_path / "a", 20, 5), synthesize(tmp_path / "b", 20, 5), synthesize(tmp_path / "c", 20, 6)
    assert first == second != other
    assert is_whole(tmp_path / "a" / first) and snapshot.current(tmp_path / "a") == first


def test_written_in_pieces_or_at_once_the_rows_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = synthesize(tmp_path / "whole", 30, 5)
    monkeypatch.setattr(written, "PIECE", 7)
    pieces = synthesize(tmp_path / "pieces", 30, 5)
    for name in (*TABLES, *PREPARED):
        at_once, in_pieces = (pq.read_table(tmp_path / folder / found / f"{name}.parquet") for folder, found in (("whole", whole), ("pieces", pieces)))
        assert at_once.equals(in_pieces), name


@pytest.mark.parametrize("documents", [1, 2, 5])
def test_very_small_ones_too(tmp_path: Path, documents: int) -> None:
    tables = snapshot.load(synthesize(tmp_path, documents), tmp_path)
    assert len(queries.documents(tables)) == documents
