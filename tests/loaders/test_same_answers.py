"""The engine answers every question as plain pandas over whole tables does, with tables in memory and with tables on disk."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.synthesize import synthesize
from loaders import lookups, parts, queries, snapshot, titles
from loaders.engine import Engine
from loaders.snapshot import Tables
from model.codes import codes
from model.selection import Selection
from tests.conftest import DAY
from tests.loaders import pandas_oracle as oracle

LISTS = ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments", "indicators", "statuses")
WORDS = ("", "孵化器", "孵化器 认定", "GDP", "创新劵", "ＧＤＰ", "技術", "%", "'", "研发 100", "没有这样的词")
DAYS = (DAY, date(2012, 3, 18), date(2012, 3, 19), date(2015, 1, 1), date(2018, 11, 27), date(2023, 4, 7), date(2023, 7, 12), date(2028, 7, 13), date.min, date.max)


@pytest.fixture(scope="module", params=["in memory", "on disk"])
def held(request: pytest.FixtureRequest) -> Iterator[Tables]:
    """The committed snapshot as a small one, and read from its files as a large one is."""
    patch = pytest.MonkeyPatch()
    if request.param == "on disk":
        patch.setattr(parts, "HELD_BYTES", 0)
    yield snapshot.load(snapshot.current())
    patch.undo()


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """A made-up snapshot of forty documents, with districts, drafts, repeals and all forms."""
    place = tmp_path_factory.mktemp("generated")
    return snapshot.load(synthesize(place, 40, seed=11), place)


def same(found: pd.DataFrame, expected: pd.DataFrame) -> None:
    """Equal columns and rows, and equal kinds of values: no numpy number, no nan."""
    assert list(found.columns) == list(expected.columns)
    for one, other in zip(queries.records(found), queries.records(expected), strict=True):
        assert one == other
        assert [type(value) for value in one.values()] == [type(value) for value in other.values()]


def asked(tables: Tables, selection: Selection) -> None:
    """Every question that takes a Selection."""
    for name in ("awards", "targets", "measures", "coverage"):
        same(getattr(queries, name)(tables, selection), getattr(oracle, name)(tables, selection))
    assert list(queries.selected_documents(tables, selection).items()) == list(oracle.selected_documents(tables, selection).items())
    assert lookups.count_documents(tables, selection) == len(oracle.selected_documents(tables, selection))


@pytest.mark.parametrize("name", LISTS)
def test_each_filter_alone(held: Tables, name: str) -> None:
    for value in {**oracle.vocabulary(held)}[name]:
        asked(held, Selection(as_of=DAY, **{name: (value,)}))


@pytest.mark.parametrize("words", WORDS)
def test_search(held: Tables, words: str) -> None:
    assert queries.matching(held, words) == oracle.matching(held, words)
    asked(held, Selection(as_of=DAY, text=words))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_status_on_every_day_of_change(held: Tables, day: date) -> None:
    for status in codes("status"):
        asked(held, Selection(as_of=day, statuses=(status,)))


def selections(tables: Tables) -> st.SearchStrategy[Selection]:
    known = {name: [*values][:40] for name, values in oracle.vocabulary(tables).items()}

    def made(chosen: dict[str, Any]) -> Selection:
        return Selection(**{name: tuple(value) if isinstance(value, list) else value for name, value in chosen.items()})

    lists = {name: st.lists(st.sampled_from(known[name]), max_size=3) if name in ("cities", "documents", "categories") else
             st.one_of(st.just([]), st.lists(st.sampled_from(known[name]), max_size=6)) for name in LISTS}
    return st.fixed_dictionaries({"as_of": st.sampled_from(DAYS), "text": st.sampled_from(WORDS), "quantified": st.booleans(), **lists}).map(made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_selection(held: Tables, data: st.DataObject) -> None:
    asked(held, data.draw(selections(held)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_selection_of_generated_data(generated: Tables, data: st.DataObject) -> None:
    asked(generated, data.draw(selections(generated)))


@pytest.mark.parametrize("name", LISTS)
def test_each_filter_alone_on_generated_data(generated: Tables, name: str) -> None:
    for value in [*{**oracle.vocabulary(generated)}[name]][:12]:
        asked(generated, Selection(as_of=DAY, **{name: (value,)}))


def test_titles_options_and_alignments_of_generated_data(generated: Tables) -> None:
    documents = list(oracle.documents(generated))
    assert {name: tuple(values) for name, values in queries.vocabulary(generated).items()} == oracle.vocabulary(generated)
    named = titles.named_in(generated, documents)
    for title in codes("designation")[:12]:
        assert [measure for _, found, measure in named if found == title] == [row["measure_id"] for row in oracle.naming(generated, [title])]
    assert titles.read_for_titles(generated, documents) == oracle.read_for_titles(generated)
    for document in documents[:5]:
        same(queries.figures(generated, document), oracle.figures(generated, document))


def test_options_and_vocabulary(held: Tables) -> None:
    for made, expected in ((queries.options(held), oracle.options(held)), (queries.vocabulary(held), oracle.vocabulary(held))):
        assert {name: tuple(values) for name, values in made.items()} == expected


def test_documents_stand_in_order_and_answer_as_a_mapping(held: Tables) -> None:
    expected = oracle.documents(held)
    found = queries.documents(held)
    assert list(found) == list(expected) and dict(found) == expected and list(found.items()) == list(expected.items())
    assert [*found.values()] == [*expected.values()] and len(found) == len(expected)
    assert "weihai" not in found and None not in found and "weihai-2023-5" in found
    with pytest.raises(KeyError):
        found["weihai"]
    assert queries.cities(held) == oracle.cities(held)


def test_ledgers_and_links(held: Tables) -> None:
    documents = list(oracle.documents(held))
    for document in documents:
        same(queries.figures(held, document), oracle.figures(held, document))
        for other in documents:
            same(queries.alignments(held, document, other), oracle.alignments(held, document, other))
    linked = {(row["from_document_id"], row["to_document_id"]) for row in oracle.records(held["alignments"])}
    assert lookups.pairs_linked(held, documents) == linked


def test_rows_by_id(held: Tables) -> None:
    everything = Selection(as_of=DAY)
    for name, key in (("awards", "award_id"), ("targets", "target_id"), ("measures", "measure_id")):
        expected = {row[key]: row for row in oracle.records(getattr(oracle, name)(held, everything))}
        assert lookups.by_id(held, name, [*reversed(expected), "unknown"]) == expected
        assert list(lookups.by_id(held, name, [*reversed(expected)])) == [*reversed(expected)]
        assert lookups.by_id(held, name, []) == {}
        assert lookups.row_counts(held)[name] == len(expected)
        for row_id, row in expected.items():
            assert lookups.measure_of(held, row_id) == row["measure_id"]
    assert lookups.measure_of(held, "unknown") == ""


def test_rows_of_measures_and_documents(held: Tables) -> None:
    everything = Selection(as_of=DAY)
    for name in ("awards", "targets"):
        rows = sorted(oracle.records(getattr(oracle, name)(held, everything)), key=lambda row: (row["document_id"], row["start"], row["end"]))
        for measure in {row["measure_id"] for row in rows}:
            assert lookups.of_measure(held, name, measure) == [row for row in rows if row["measure_id"] == measure]
        wanted = ["weihai-2023-5", "nantong-2012-26"]
        assert lookups.of_documents(held, name, wanted) == [row for row in rows if row["document_id"] in wanted]
    measures = [row for row in oracle.clauses(held) if row["document_id"] == "weihai-2018-107"]
    assert lookups.of_documents(held, "measures", ["weihai-2018-107"]) == measures


@pytest.mark.parametrize("name", snapshot.SCHEMA)
def test_published_rows(held: Tables, name: str) -> None:
    wanted = ["weihai-2018-107", "weihai-2023-5", "shanwei-2021-draft"]
    rows = oracle.records(held[name])
    columns = [column for column in ("document_id", "from_document_id", "to_document_id") if column in held[name].columns]
    assert lookups.published_rows(held, name, wanted) == [row for row in rows if all(row[column] in wanted for column in columns)]


def test_coverage_and_counts(held: Tables) -> None:
    documents = list(oracle.documents(held))
    expected = {(row["document_id"], row["category"]): row["state"] for row in oracle.records(held["coverage"])}
    assert lookups.coverage_states(held, documents) == expected
    assert lookups.coverage_states(held, documents[:1]) == {key: state for key, state in expected.items() if key[0] == documents[0]}
    assert lookups.coverage_states(held, []) == {}


def test_titles(held: Tables) -> None:
    documents = list(oracle.documents(held))
    named = titles.named_in(held, documents)
    for title in codes("designation"):
        assert [measure for _, found, measure in named if found == title] == [row["measure_id"] for row in oracle.naming(held, [title])]
    assert titles.named_in(held, documents[:2]) == [item for item in named if item[0] in documents[:2]]
    assert titles.read_for_titles(held, documents) == oracle.read_for_titles(held)
    supported = oracle.supported(held)
    assert titles.supported(held, documents) == {document: supported.get(document, set()) for document in documents}
    assert titles.held(held) == frozenset().union(*supported.values())
    own = {(row["designation"], row["document_id"]) for row in oracle.records(held["awards"]) if row["designation"]}
    assert titles.documents_by_title(held) == {title: sum(one == title for one, _ in own) for title in {title for title, _ in own}}


def test_first_awards_of_variants(held: Tables) -> None:
    expected = {key: award for key, award in oracle.variants(held).items() if key[2]}
    assert titles.first_of_variants(held, [*expected, ("incubator", "none", "没有")]) == expected
    assert titles.first_of_variants(held, []) == {}


def test_documents_by_city_and_status(held: Tables) -> None:
    for day in DAYS:
        selection = Selection(as_of=day)
        passing = [*oracle.documents(held).values()]
        assert lookups.documents_by_city(held, selection) == {city: sum(row["city_id"] == city for row in passing) for city in dict.fromkeys(row["city_id"] for row in passing)}
        assert list(lookups.documents_by_city(held, selection)) == list(dict.fromkeys(row["city_id"] for row in passing))
        statuses = [oracle.status_on(row, day) for row in passing]
        assert lookups.documents_by_status(held, selection) == {status: statuses.count(status) for status in set(statuses)}


def test_the_whole_tables_are_the_files(held: Tables) -> None:
    place = snapshot.TABLES / held.snapshot
    for name in snapshot.SCHEMA:
        assert oracle.records(held[name]) == pq.read_table(place / f"{name}.parquet").to_pylist()


def test_tables_made_of_frames_answer_as_those_of_a_snapshot(tables: Tables) -> None:
    copied = Tables("copied", dict(tables.frames))
    asked(copied, Selection(as_of=DAY, designations=("tech_incubator",), text="孵化"))
    assert isinstance(copied.engine, Engine)


def test_an_engine_opens_no_file_that_it_was_not_given(tables: Tables, tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text("a\n1\n", encoding="utf-8")
    for hostile in (f"SELECT * FROM '{tmp_path}/secret.csv'", "INSTALL httpfs", "SET enable_external_access = true", f"COPY cities TO '{tmp_path}/out.csv'"):
        with pytest.raises(Exception, match=r"disabled|locked|not allowed|configuration"):
            tables.engine.rows(hostile)
