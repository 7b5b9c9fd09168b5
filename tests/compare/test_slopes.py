"""Two papers of one place on a strip are joined from the older to the newer. Values by hand: Weihai 2018 gives 2 million for a national
incubator, Weihai 2023 at most 1 million."""

from dataclasses import replace
from datetime import date

import pytest

from charts.figure import figure
from charts.spread import slopes
from charts.strips import strips
from compare.registry import VIEWS
from compare.shared.spread import earlier_figures
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import Answer, answered

ASKED = Selection(as_of=DAY, force="all", row="tech_incubator:national:payment")
SPREAD = VIEWS["incubator_rewards"]


def pairs(made: Answer, *, own: bool) -> list[tuple[str, float, str, float]]:
    placed = [one for strip in strips(made) for one in strip.points]
    return [(old.point.label, old.x, new.point.label, new.x) for old, new in slopes(placed, own=own) if old.point.row == ASKED.row]


def test_the_own_city_s_papers_are_joined_and_named(all_tables: Tables) -> None:
    made = answered(SPREAD, all_tables, replace(ASKED, baseline="weihai"))
    assert pairs(made, own=True) == [("威海2018(已废止)", 200, "威海2023(我市)", 100)] and pairs(made, own=False) == []


def test_of_few_documents_all_are_joined_without_an_own_city(all_tables: Tables) -> None:
    assert pairs(answered(SPREAD, all_tables, ASKED), own=False) == [("威海2018(已废止)", 200, "威海2023", 100)]


def test_another_own_city_leaves_them_alone(all_tables: Tables) -> None:
    made = answered(SPREAD, all_tables, replace(ASKED, baseline="jinzhou"))
    assert pairs(made, own=True) == pairs(made, own=False) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_legend_says_what_the_line_is(all_tables: Tables, lang: str) -> None:
    drawn = figure(answered(SPREAD, all_tables, replace(ASKED, baseline="weihai", lang=lang)))
    assert drawn is not None
    named = {"zh": "同一城市由旧文件到新文件", "en": "One city: older and newer document"}[lang]
    assert [trace.name for trace in drawn.data if trace.name == named and trace.showlegend] == [named]


def paper(key: str, city: str, day: date | None, **other: object) -> dict[str, object]:
    return {"document_id": key, "city_id": city, "issued_on": day, "published_on": None, "effective_from": None, "policy_year": 2020, "is_draft": False, "short_zh": None, **other}


def test_the_newest_and_the_one_before_are_joined_and_drafts_and_other_matters_are_not() -> None:
    documents = {row["document_id"]: row for row in (
        paper("c", "a_city", date(2023, 1, 1)), paper("a", "a_city", date(2015, 1, 1)), paper("b", "a_city", date(2019, 1, 1)),
        paper("draft", "a_city", date(2024, 1, 1), is_draft=True), paper("talent", "a_city", date(2021, 1, 1), short_zh="人才"), paper("z", "b_city", None))}
    found = [{"document_id": key, "award_id": f"{key}.{number}"} for number in (1, 2) for key in documents]
    assert earlier_figures(found, documents, ()) == {"c.2": "b.2"}
    assert earlier_figures(found, documents, ("z",)) == {}
    assert earlier_figures(found, documents, ("c",)) == {"c.2": "b.2"}
