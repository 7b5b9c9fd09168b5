"""The distribution and the list of goals over many documents."""

from datetime import date
from statistics import median_low

import pytest

from charts.figure import figure
from compare.registry import VIEWS
from loaders import goals, queries
from loaders.snapshot import Tables
from model.selection import Selection
from model.status import is_current, status_on
from reports.scatter import scatter
from wording.answer import answer, answered

DAY = date(2026, 11, 21)
ASKED = Selection(as_of=DAY)
VIEW = VIEWS["targets"]


def goals_of(many: Tables, key: str) -> list[dict]:
    """The goals of a definition in documents that may be read as valid, by going through all of them."""
    documents = queries.documents(many)
    rows = queries.records(queries.targets(many, Selection(as_of=DAY)))
    return [row for row in rows if ":".join((row["indicator"], row["unit"], row["basis"], row["recognition_level"])) == key
            and row["value"] == row["value"] and row["value"] is not None and not row["restates"] and is_current(status_on(documents[row["document_id"]], DAY))]


def test_the_points_are_the_goals_of_the_chosen_definition(many: Tables) -> None:
    first = answered(VIEW, many, ASKED)
    assert first.part == "spread" and first.chart.question == "goals" and first.chart.rows[0].key.startswith("rd_gdp_share")
    for row in first.chart.rows[:4]:
        said = answered(VIEW, many, ASKED.having(row=row.key))
        assert {(one.source_id, one.at) for one in said.points} == {(goal["target_id"], goal["target_year"]) for goal in goals_of(many, row.key)}
        assert said.cell(row.key, "stated").words == str(len({goal["document_id"] for goal in goals_of(many, row.key)}))


def test_the_median_is_over_goals_of_one_year_word_scope_and_level(many: Tables) -> None:
    documents, cities = queries.documents(many), queries.cities(many)
    said = answered(VIEW, many, ASKED)
    checked = 0
    for row in said.chart.rows:
        cell = said.cell(row.key, "median")
        if cell is None:
            continue
        groups: dict[tuple, dict[str, float]] = {}
        for goal in goals_of(many, row.key):
            document = documents[goal["document_id"]]
            if document["year_basis"] != "inferred":
                held = groups.setdefault((goal["target_year"], goal["comparator"], goal["scope_zh"], goal["level_or_above"], cities[document["city_id"]]["level"]), {})
                value = goal["value_max"] if goal["value_max"] == goal["value_max"] and goal["value_max"] is not None else goal["value"]
                held[goal["document_id"]] = max(held.get(goal["document_id"], 0), value)
        most = max(len(held) for held in groups.values())
        assert said.cell(row.key, "comparable").words == str(most) and most >= 5
        assert cell.value in [median_low(held.values()) for held in groups.values() if len(held) == most]
        checked += 1
    assert checked


def test_the_picture_shows_each_goal_with_a_year_once(many: Tables) -> None:
    for lang in ("zh", "en"):
        said = answered(VIEW, many, ASKED.having(lang=lang))
        drawn = figure(said)
        assert drawn is not None
        assert sum(len(trace.x) for trace in drawn.data if trace.mode == "markers") == sum(one.at is not None for one in said.points)


def test_the_list_shows_the_goals_of_the_chosen_definition_only(many: Tables) -> None:
    key = answered(VIEW, many, ASKED).chart.rows[0].key
    said = answered(VIEW, many, ASKED.having(part="list", row=key, sort="-year"))
    years = [said.cell(row.key, "year").words for row in said.chart.rows]
    assert years == sorted(years, reverse=True) and said.rows_total >= len(said.chart.rows) > 1
    assert "title" not in [column.key for column in said.chart.columns]


def test_goals_that_are_too_many_are_drawn_counted_together_on_screen_and_in_office(many: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    view_rows = VIEW.rows(many, VIEW.honoured(VIEW.in_force(many, ASKED)))
    line = max((line for line, _ in goals.lines(many, view_rows, 12)), key=lambda line: line.goals)
    monkeypatch.setattr(goals, "LIMIT", 3)
    goals.points.cache_clear()
    for lang in ("zh", "en"):
        asked = VIEW.asked(many, ASKED.having(row=line.key, lang=lang)).selection
        said = answer(VIEW.builder(VIEW, many, asked), lang)
        assert sum(one.count for one in said.points) == line.goals > len(said.points) and any(one.count > 1 for one in said.points)
        drawn = figure(said)
        assert drawn is not None and sum(len(trace.x) for trace in drawn.data if trace.mode == "markers") == sum(one.at is not None for one in said.points)
        assert scatter(said) is not None
    goals.points.cache_clear()
