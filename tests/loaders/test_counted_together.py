"""Where too many figures stand on a line only counts leave the tables: none is lost, the highest stays, and named documents stand alone."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.synthesize import synthesize
from loaders import goals, payable, queries, snapshot, spread
from loaders.bins import counted_together
from loaders.engine import Row
from loaders.placed import Rows
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY

AWARDS, TARGETS = (Rows(name, Selection(as_of=DAY)) for name in ("awards", "targets"))


@pytest.fixture
def fresh(tmp_path: Path) -> Tables:
    """A snapshot for which nothing is kept, so that another limit holds."""
    return snapshot.load(synthesize(tmp_path, 80, seed=11), tmp_path)


def value(row: Row) -> float:
    return max(end for end in (row["low"], row["high"]) if end is not None)


@pytest.mark.parametrize("source", [spread, payable])
@pytest.mark.parametrize("limit", [12, 3])
def test_no_figure_is_lost_and_named_documents_stand_alone(fresh: Tables, monkeypatch: pytest.MonkeyPatch, source: object, limit: int) -> None:
    lines = source.lines(fresh, AWARDS, 5)
    whole = source.points(fresh, AWARDS, lines)
    named = tuple(dict.fromkeys(row["document_id"] for row in whole[lines[0]]))[:2]
    for module in (spread, payable):
        monkeypatch.setattr(module, "LIMIT", limit)
    for cached in (source.lines, source.points, payable._counted):
        cached.cache_clear()
    for line, found in source.points(fresh, AWARDS, lines, named).items():
        held = whole[line]
        assert line.figures == len(held) > limit and sum(row["count"] for row in found) == len(held)
        assert max(map(value, found)) == max(map(value, held)) and min(map(value, found)) >= min(map(value, held))
        for key in ("mark", "status"):
            by_code: Counter[str] = Counter()
            for row in found:
                by_code[row[key]] += row["count"]
            assert by_code == Counter(row[key] for row in held)
        single = [row for row in found if row["document_id"]]
        assert {row["document_id"] for row in single} <= set(named) and single == [row for row in held if row["document_id"] in named]
        for row in found:
            among = [one for one in held if one["document_id"] not in named and (one["mark"], one["status"]) == (row["mark"], row["status"])]
            assert row["document_id"] or sum((row["low"] is None or one["low"] is None or row["low"] <= one["low"]) and (row["high"] is None or value(one) <= value(row)) for one in among) >= row["count"]


def test_goals_that_are_too_many_are_counted_by_year_and_word(fresh: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    line = max((line for line, _ in goals.lines(fresh, TARGETS, 5)), key=lambda line: line.goals)
    whole = goals.points(fresh, TARGETS, line)
    named = (whole[0]["document_id"],)
    monkeypatch.setattr(goals, "LIMIT", 4)
    goals.points.cache_clear()
    found = goals.points(fresh, TARGETS, line, named)
    assert line.goals == len(whole) == sum(row["count"] for row in found)
    assert [row for row in found if row["document_id"]] == [row for row in whole if row["document_id"] in named]
    by_year: Counter[int | None] = Counter()
    for row in found:
        by_year[row["target_year"]] += row["count"]
    assert by_year == Counter(row["target_year"] for row in whole)
    for row in found:
        held = [one["value"] for one in whole if one["target_year"] == row["target_year"]]
        ends = [row["value"], row["value_max"] or row["value"]]
        assert min(held) <= min(ends) and max(ends) <= max(one["value_max"] or one["value"] for one in whole)


FIGURES = "WITH figures AS (SELECT 1 AS line, m AS mark, l AS low, h AS high, 'in_force' AS status FROM (VALUES {}) v(m, l, h))"


@pytest.mark.parametrize(("figures", "limit", "expected"), [
    # equal ones are one; a floor has no upper end, a ceiling no lower one
    ("('exact', 5, 5), ('exact', 5, 5), ('ceiling', NULL, 5), ('floor', 5, NULL)", 9, [("ceiling", None, 5, 1), ("exact", 5, 5, 2), ("floor", 5, None, 1)]),
    # 121 and 124 agree in two digits, 121 and 1,210 do not; zero has a place of its own
    ("('exact', 0, 0), ('exact', 121, 121), ('exact', 124, 124), ('exact', 1210, 1210), ('exact', 130, 130)", 4,
     [("exact", 0, 0, 1), ("exact", 121, 124, 2), ("exact", 130, 130, 1), ("exact", 1210, 1210, 1)]),
    # two digits leave three, one leaves two
    ("('exact', 110, 110), ('exact', 120, 120), ('exact', 210, 210), ('exact', 211, 211)", 2, [("exact", 110, 120, 2), ("exact", 210, 211, 2)]),
])
def test_figures_counted_by_hand(tables: Tables, figures: str, limit: int, expected: list[tuple[object, ...]]) -> None:
    found = counted_together(tables, FIGURES.format(figures), (), limit)
    assert [(row["mark"], row["low"], row["high"], row["count"]) for row in found] == expected


def test_a_document_is_named_in_a_line_of_many_as_its_own(fresh: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """Quartiles of the kind of the own figure, and how many state no more, do not depend on how the picture is drawn."""
    lines = spread.lines(fresh, AWARDS, 5)
    documents = queries.documents(fresh)
    own = next(row for row in reversed(spread.points(fresh, AWARDS, lines)[lines[0]]) if documents[row["document_id"]]["year_basis"] != "inferred" and row["status"] in ("in_force", "no_repeal_found"))
    of = (own["alike"], own["place_level"])
    middle = spread.quartiles(fresh, AWARDS, lines, ((lines[0], of),))[lines[0]]
    assert (middle.alike, middle.place_level) == of and middle.count >= 1
    count, below = spread.not_above(fresh, AWARDS, lines[0], of, value(own), own["document_id"])
    assert count == middle.count - 1 and 0 <= below <= count
