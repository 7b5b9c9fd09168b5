"""Questions put to the tables: filters, search and joins on the committed snapshot."""

from datetime import date

import pytest

from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY


def ids(tables: Tables, **filters: object) -> set[str]:
    return {row["measure_id"] for row in queries.records(queries.measures(tables, Selection(as_of=DAY, **filters)))}


def test_documents_stand_by_age(tables: Tables) -> None:
    assert list(queries.documents(tables)) == ["nantong-2012-26", "jinzhou-undated", "weihai-2018-107", "shanwei-2021-draft", "weihai-2023-5"]


def test_status_filter_follows_the_day(tables: Tables) -> None:
    def current(day: date) -> set[str]:
        return set(queries.selected_documents(tables, Selection(as_of=day, statuses=("in_force",))))

    assert current(DAY) == {"weihai-2023-5"}
    assert current(date(2028, 7, 13)) == set()
    assert current(date(2023, 7, 12)) == set()


def test_every_filter_only_narrows(tables: Tables) -> None:
    everything = ids(tables)
    for name, values in queries.options(tables).items():
        for value in values:
            assert ids(tables, **{name: (value,)}) <= everything, (name, value)


def test_two_values_of_one_filter_are_either(tables: Tables) -> None:
    assert ids(tables, cities=("weihai", "jinzhou")) == ids(tables, cities=("weihai",)) | ids(tables, cities=("jinzhou",))


@pytest.mark.parametrize("words", ["孵化器", "孵化器 认定", "GDP", "incubator"])
def test_search_finds_what_it_says(tables: Tables, words: str) -> None:
    assert ids(tables, text=words)


def test_search_takes_words_as_words(tables: Tables) -> None:
    for hostile in (".*", "' OR 1=1 --", "(", "\\", "%"):
        assert len(ids(tables, text=hostile)) < len(ids(tables))


def test_missing_is_none_and_never_nan(tables: Tables) -> None:
    for name in ("awards", "targets"):
        for row in queries.records(getattr(queries, name)(tables, Selection(as_of=DAY))):
            assert all(value == value for value in row.values())
            assert row["article"] and row["categories"]


def test_options_are_not_narrowed_by_what_is_chosen(tables: Tables) -> None:
    assert set(queries.options(tables)["documents"]) == set(queries.documents(tables))


def test_frames_are_not_changed_by_questions(tables: Tables) -> None:
    before = {name: frame.copy(deep=True) for name, frame in tables.frames.items()}
    queries.awards(tables, Selection(as_of=DAY, categories=("incubation",)))
    queries.measures(tables, Selection(as_of=DAY, text="孵化器"))
    for name, frame in tables.frames.items():
        assert frame.equals(before[name])


def test_search_finds_every_clause_that_names_a_title_by_any_of_its_names(tables: Tables) -> None:
    found = queries.matching(tables, "技术创新中心")
    assert found == {"weihai-2018-107.2-4-1", "weihai-2023-5.1", "weihai-2023-5.28"}
    assert queries.matching(tables, "高企") >= {"weihai-2018-107.2-4-3", "nantong-2012-26.1-2"}, "the text says 高企 here and 高新技术企业 there"
