"""Long lists a page at a time, and places by any of their names: against plain sorting and searching of all rows."""

import pytest

from loaders import lookups, queries
from loaders.engine import Row
from loaders.finding import places
from loaders.paging import Rows, count, documents_with, page_of
from loaders.snapshot import Tables
from model.folding import terms
from model.schema import TABLES
from model.search import document_text
from model.selection import Selection
from tests.conftest import DAY
from tests.loaders import pandas_oracle as oracle

KEYS = {name: TABLES[name].key[0] for name in ("awards", "targets", "measures", "documents")}


def everything(tables: Tables, name: str, selection: Selection) -> list[Row]:
    """All rows of a list, by the oracle."""
    if name == "documents":
        found = [*oracle.selected_documents(tables, selection).values()]
        texts = {row["document_id"]: document_text(row, oracle.cities(tables)[row["city_id"]]) for row in found}
        named = {row["document_id"] for row in oracle.records(tables["measures"]) if row["measure_id"] in oracle.matching(tables, selection.text)}
        return [row for row in found if row["document_id"] in named or all(term in texts[row["document_id"]] for term in terms(selection.text))]
    rows = oracle.records(getattr(oracle, name)(tables, selection))
    if selection.text and name != "measures":
        rows = [row for row in rows if row["measure_id"] in oracle.matching(tables, selection.text)]
    return rows


@pytest.mark.parametrize("name", list(KEYS))
@pytest.mark.parametrize("filters", [{}, {"text": "孵化器"}, {"cities": ("weihai",), "text": "认定 奖"}, {"categories": ("incubation",)}, {"text": "山东"}, {"text": "没有这样的词"}])
def test_pages_together_are_the_whole_list_in_order(tables: Tables, name: str, filters: dict[str, object]) -> None:
    rows = Rows(name, Selection(as_of=DAY, **filters))
    expected = everything(tables, name, rows.selection)
    assert count(tables, rows) == len(expected)
    for column in ("document_id", *(column for column in ("sum_cny", "issued_on", "value", "article_order") if column in TABLES[name].columns)):
        for is_down in (False, True):
            pages = [page_of(tables, rows, ((column, is_down),), offset, 7) for offset in range(0, len(expected) + 1, 7)]
            found = [row for page in pages for row in page.rows]
            assert all(page.total == len(expected) for page in pages)
            assert {row[KEYS[name]]: row for row in found} == {row[KEYS[name]]: row for row in expected} and len(found) == len(expected)
            held = [row[column] for row in found if row[column] is not None]
            assert [row[column] for row in found] == sorted(held, reverse=is_down) + [None] * (len(found) - len(held))


def test_without_an_order_documents_stand_by_age_and_clauses_as_written(tables: Tables) -> None:
    page = page_of(tables, Rows("documents", Selection(as_of=DAY)))
    assert [row["document_id"] for row in page.rows] == list(oracle.documents(tables))
    page = page_of(tables, Rows("measures", Selection(as_of=DAY, documents=("weihai-2023-5",))), limit=500)
    assert [row["article_order"] for row in page.rows] == sorted(row["article_order"] for row in page.rows)


@pytest.mark.parametrize(("offset", "limit", "rows"), [(-5, 3, 3), (4, 0, 1), (5, 10, 0), (10**12, 10, 0), (0, 10**9, 5)])
def test_odd_pages_are_read_as_far_as_they_go(tables: Tables, offset: int, limit: int, rows: int) -> None:
    assert len(page_of(tables, Rows("documents", Selection(as_of=DAY)), (), offset, limit).rows) == rows


@pytest.mark.parametrize("column", ["", "nothing", 'sum_cny"; DROP TABLE awards; --', "title_zh"])
def test_a_column_that_is_not_there_is_refused(tables: Tables, column: str) -> None:
    with pytest.raises(ValueError, match="no column"):
        page_of(tables, Rows("awards", Selection(as_of=DAY)), ((column, False),))


def test_documents_that_have_such_a_row(tables: Tables) -> None:
    rows = Rows("awards", Selection(as_of=DAY, designations=("tech_incubator",)))
    held = {row["document_id"] for row in oracle.records(oracle.awards(tables, rows.selection))}
    expected = [document for document in oracle.documents(tables) if document in held]
    assert documents_with(tables, rows) == expected
    assert documents_with(tables, rows, 1, 1) == expected[1:2]
    assert lookups.documents_of(tables, [row["award_id"] for row in queries.records(queries.awards(tables, rows.selection))]) == tuple(sorted(held))


@pytest.mark.parametrize(("words", "expected"), [
    ("威海", ["weihai"]), ("weihai", ["weihai"]), ("Wei Hai", ["weihai"]), ("ＷＥＩ", ["weihai", "shanwei"]), ("371000", ["weihai"]), ("3710", ["weihai"]), ("山东", ["weihai"]), ("錦州", ["jinzhou"]),
    ("nowhere", []), ("%", []), ("州", ["jinzhou", "lucheng", "nansha"]),
])
def test_a_place_by_name_pinyin_code_and_province(tables: Tables, words: str, expected: list[str]) -> None:
    assert [place.city["city_id"] for place in places(tables, words)] == expected


def test_places_count_their_documents(tables: Tables) -> None:
    held = [row["city_id"] for row in oracle.documents(tables).values()]
    found = places(tables, "")
    assert {place.city["city_id"]: place.documents for place in found} == {city: held.count(city) for city in oracle.cities(tables)}
    assert len(places(tables, "", 2)) == 2


def test_related_awards_come_with_the_rows_that_point_at_them(tables: Tables) -> None:
    rows = {row["award_id"]: row for row in oracle.records(tables["awards"])}
    pointing = [row for row in rows.values() if row["related_award_id"]]
    assert pointing
    for row in pointing:
        chain, at = set(), row["award_id"]
        while at and at not in chain:
            chain.add(at)
            at = rows[at]["related_award_id"]
        assert lookups.with_related(tables, [row["award_id"]]) == [rows[key] for key in sorted(chain)]
    assert lookups.with_related(tables, []) == []


def test_different_values_of_columns(tables: Tables) -> None:
    rows = oracle.records(tables["awards"])
    vouchers = [row for row in rows if "voucher" in row["categories"]]
    assert set(lookups.distinct(tables, "awards", ("form", "rate_basis"), ("voucher",))) == {(row["form"], row["rate_basis"]) for row in vouchers}
    assert set(lookups.distinct(tables, "targets", ("indicator",))) == {(row["indicator"],) for row in oracle.records(tables["targets"])}


def test_neighbours_in_a_city(tables: Tables) -> None:
    assert lookups.in_city_of(tables, "weihai-2023-5") == ("weihai-2018-107", "weihai-2023-5")
    assert lookups.in_city_of(tables, "unknown") == ()
