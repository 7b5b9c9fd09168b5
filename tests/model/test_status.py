"""Status on a day, worked out by hand from the dates that the documents state."""

from datetime import date

import pytest

from loaders import queries
from loaders.snapshot import Tables
from model.status import status_on

CASES = [
    ("weihai-2018-107", date(2018, 11, 26), "not_yet"),
    ("weihai-2018-107", date(2018, 11, 27), "no_repeal_found"),
    ("weihai-2018-107", date(2023, 4, 6), "no_repeal_found"),
    ("weihai-2018-107", date(2023, 4, 7), "repealed"),
    ("weihai-2023-5", date(2023, 7, 12), "not_yet"),
    ("weihai-2023-5", date(2023, 7, 13), "in_force"),
    ("weihai-2023-5", date(2028, 7, 12), "in_force"),
    ("weihai-2023-5", date(2028, 7, 13), "expired"),
    ("nantong-2012-26", date(2026, 11, 21), "no_repeal_found"),
    ("jinzhou-undated", date(2026, 11, 21), "no_repeal_found"),
    ("jinzhou-undated", date(2014, 12, 31), "not_yet"),
    ("jinzhou-undated", date(2015, 1, 1), "no_repeal_found"),
    ("shanwei-2021-draft", date(2026, 11, 21), "draft"),
    ("shanwei-2021-draft", date(2012, 1, 1), "draft"),
]


@pytest.mark.parametrize(("document_id", "day", "expected"), CASES)
def test_status_by_hand(tables: Tables, document_id: str, day: date, expected: str) -> None:
    assert status_on(queries.documents(tables)[document_id], day) == expected
