"""Beyond eight documents a question shows a few of them, by a rule that it states, and a list shows a page."""

from datetime import date

import pytest

from compare.questions.policy_clauses import VIEW as CLAUSES
from compare.registry import VIEWS
from compare.shared import around
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import MOST, SIDE_BY_SIDE, material
from loaders import known_documents, queries
from loaders.engine import Engine
from loaders.snapshot import Tables
from model.selection import Selection
from model.status import is_current, status_on
from wording.answer import answered

DAY = date(2026, 11, 21)
ASKED = Selection(as_of=DAY, part="side", force="all")


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_answers_for_a_few(many: Tables, name: str) -> None:
    said = answered(VIEWS[name], many, ASKED)
    assert said.cells and not said.empty_because
    assert len(said.documents) <= (ON_A_PAGE if name in ("document_list", "who_pays") else SIDE_BY_SIDE)
    if name not in ("documents", "what_changed", "city"):
        assert said.total == 120


def test_the_rule_is_said_and_keeps_one_of_each_place(many: Tables) -> None:
    view = VIEWS["incubator_rewards"]
    held = material(view, many, ASKED)
    cities = [row["city_id"] for row in held.documents.values()]
    assert len(held.documents) == SIDE_BY_SIDE == len(set(cities))
    assert all(is_current(status_on(row, DAY)) for row in held.documents.values())
    notes = [note.text for note in answered(view, many, ASKED).notes if note.kind == "shown"]
    assert len(notes) == 1 and notes[0].startswith("并排显示120份中的8份：列明事项最多的文件")


def test_the_own_city_comes_with_its_newest_valid_document(many: Tables) -> None:
    view = VIEWS["incubator_rewards"]
    own = next(row for row in queries.documents(many).values() if is_current(status_on(row, DAY)))["city_id"]
    held = material(view, many, ASKED.having(baseline=own))
    of_city = [key for key, row in queries.documents(many).items() if row["city_id"] == own and is_current(status_on(row, DAY))]
    assert of_city[-1] in held.documents and held.rule == "shown.pinned"
    assert held.documents[of_city[-1]]["is_draft"] is False


def test_chosen_columns_are_shown_and_no_more_than_fit_a_sheet(many: Tables) -> None:
    ids = tuple(queries.selected_ids(many, ASKED, 0, 20))
    held = material(VIEWS["targets"], many, ASKED.having(columns=ids[:3]))
    assert set(held.documents) == set(ids[:3]) and held.rule == "shown.chosen"
    assert len(material(VIEWS["targets"], many, ASKED.having(columns=ids)).documents) == MOST


def test_up_to_eight_documents_all_are_shown(many: Tables) -> None:
    ids = tuple(queries.selected_ids(many, ASKED, 0, 8))
    held = material(VIEWS["targets"], many, ASKED.having(documents=ids))
    assert set(held.documents) == set(ids) and held.rule == ""


def test_a_list_gives_pages_and_a_page_beyond_the_end_is_the_last(many: Tables) -> None:
    first, second = (answered(CLAUSES, many, ASKED.having(page=page)) for page in (1, 2))
    assert len(first.chart.rows) == len(second.chart.rows) == ON_A_PAGE < first.rows_total
    assert not {row.key for row in first.chart.rows} & {row.key for row in second.chart.rows}
    last = answered(CLAUSES, many, ASKED.having(page=900_000))
    assert 0 < len(last.chart.rows) <= ON_A_PAGE


def test_what_filters_leave_out_is_counted_not_listed(many: Tables) -> None:
    said = answered(VIEWS["targets"], many, ASKED.having(cities=(next(iter(queries.cities(many))),)))
    hidden = [note.text for note in said.notes if note.kind == "hidden"]
    assert hidden and all(len(words) < 60 for words in hidden)


def test_filters_of_province_and_level_count_documents_of_such_places(many: Tables) -> None:
    province = next(iter(queries.cities(many).values()))["division_code"][:2]
    wanted = {key for key, row in queries.documents(many).items() if queries.cities(many)[row["city_id"]]["division_code"].startswith(province)}
    assert set(queries.selected_ids(many, ASKED.having(provinces=(province,)))) == wanted
    levels = {row["level"] for row in queries.cities(many).values()}
    counts = [len(queries.selected_ids(many, ASKED.having(places=(level,)))) for level in levels]
    assert sum(counts) == 120


def test_a_link_that_names_many_documents_asks_no_question_for_each(many: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    """A snapshot too large to keep all documents reads those of a link together."""
    documents = queries.documents(many)
    named = tuple(sorted(documents))[:60]
    expected = [around.option_label(many, "documents", key) for key in named]
    monkeypatch.setattr(known_documents, "KEPT", 10)
    monkeypatch.setattr(documents, "_kept", {})
    asked: list[str] = []
    run = Engine.run
    monkeypatch.setattr(Engine, "run", lambda self, sql, values=(): asked.append(sql) or run(self, sql, values))
    assert around.option_labels(many, "documents", Selection(as_of=DAY, documents=named)) == expected
    assert len(asked) <= 2
