"""Kept answers: the latest stay within a bound, equal questions only, and nobody changes what another reads."""

from datetime import date

from loaders import answers, queries
from loaders.answers import Answers
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY

ANSWER = (("a", "b"), tuple((place, str(place)) for place in range(100)))  # 220 values


def test_the_same_question_is_answered_from_what_is_kept() -> None:
    held = Answers()
    assert held.get(held.key("q", [1])) is None
    held.keep(held.key("q", [1]), ANSWER)
    assert held.get(held.key("q", [1])) is ANSWER
    for other in (held.key("q", ["1"]), held.key("q", [1, 1]), held.key("Q", [1]), held.key("q", [date(2020, 1, 1)])):
        assert held.get(other) is None
    held.forget()
    assert held.get(held.key("q", [1])) is None


def test_what_was_not_asked_for_longest_goes_first() -> None:
    held, many = Answers(), answers.KEPT_VALUES // 220
    for number in range(many):
        held.keep(str(number), ANSWER)
    assert held.get("0") is ANSWER
    for number in range(many, many + 10):
        held.keep(str(number), ANSWER)
    assert held.get("0") is ANSWER and held.get("1") is None and held.get(str(many + 9)) is ANSWER
    held.keep("0", ANSWER)
    assert held._values <= answers.KEPT_VALUES and len(held._held) == many


def test_a_very_long_answer_is_not_kept() -> None:
    held = Answers()
    held.keep("long", (("a",), tuple((place,) for place in range(answers.KEPT_OF_ONE + 1))))
    assert held.get("long") is None


def test_a_changed_frame_changes_no_later_answer(tables: Tables) -> None:
    selection = Selection(as_of=DAY, cities=("weihai",))
    first = queries.awards(tables, selection)
    first["sum_cny"] = 7
    for row in queries.records(queries.awards(tables, selection)):
        assert row["sum_cny"] != 7
        row["form"] = "changed"
    assert "changed" not in set(queries.awards(tables, selection)["form"])
