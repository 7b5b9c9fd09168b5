"""What the page on method says against the data and the code lists."""

from compare.questions.method import cases, corrections, examples, summaries, weakest
from loaders.snapshot import Tables
from model.guidance import ambiguous_cases, worked_examples
from model.schema import TABLES
from wording.answer import in_words
from wording.say import say


def test_worked_examples_stand_on_rows_of_the_snapshot(all_tables: Tables) -> None:
    shown = in_words(examples(all_tables), "zh")
    assert len(shown) == len(worked_examples()), "an example has lost its row"
    loan = next(item for item in shown if item.form == "贷款额度上限")
    assert (loan.clause, loan.payable) == ("威海2023 第24条", "未定")
    capped = next(item for item in shown if item.clause == "威海2023 第27条")
    assert capped.payable == "30万元"  # 1 % of a balance of at most 30 million


def test_all_tables_and_cases_are_listed(all_tables: Tables) -> None:
    assert [item.name for item in summaries(all_tables)] == list(TABLES)
    assert len(cases(all_tables)) == len(ambiguous_cases())
    assert corrections(all_tables) is not None


def test_the_weakest_fields_are_named(tables: Tables) -> None:
    assert "74.8%" in say(weakest(), "zh") and "78%" in say(weakest(), "en")
