"""Facts come first: a comparison has no language, is worked out once for both, and is told apart by what a view uses."""

from dataclasses import replace

import pytest

from compare.registry import VIEWS
from compare.shared import view as module
from loaders.snapshot import Tables
from model.saying import Saying
from model.selection import Selection
from wording.answer import Answer, answer, answered


def test_one_comparison_serves_both_languages(tables: Tables, selection: Selection, monkeypatch: pytest.MonkeyPatch) -> None:
    view, built = VIEWS["incubator_rewards"], []

    def builder(view: module.View, tables: Tables, selection: Selection) -> Answer:
        built.append(selection.lang)
        return VIEWS["incubator_rewards"].builder(view, tables, selection)

    counted = replace(view, builder=builder)
    chinese, english = (answered(counted, tables, selection.having(lang=lang)) for lang in ("zh", "en"))
    assert len(built) == 1
    assert (chinese.selection.lang, english.selection.lang) == ("zh", "en") and chinese.finding != english.finding
    assert [cell.source_ids for cell in chinese.cells] == [cell.source_ids for cell in english.cells]


def test_a_filter_that_is_not_used_asks_the_same_but_is_said(tables: Tables, selection: Selection) -> None:
    view = VIEWS["overview"]
    plain, ignored = (answered(view, tables, asked) for asked in (selection, selection.having(indicators=("rd_gdp_share",))))
    assert plain.cells == ignored.cells and len(ignored.filters) == len(plain.filters) + 1
    assert view.asked(tables, selection.having(lang="en")) == view.asked(tables, selection)
    assert view.asked(tables, selection.having(cities=("weihai",))) != view.asked(tables, selection)


@pytest.mark.parametrize("name", VIEWS)
def test_no_saying_is_left_in_an_answer(tables: Tables, selection: Selection, name: str) -> None:
    facts = VIEWS[name].build(tables, selection)
    said = answer(facts, "en")
    texts = [said.title, said.finding, said.chart.axis, *said.filters, said.empty_because, *(note.text for note in said.notes)]
    texts += [words for row in (*said.chart.rows, *said.chart.columns) for words in (row.label, row.group, row.note)]
    texts += [cell.words for cell in said.cells] + [words for source in said.sources for words in (source.citation, source.sentence)]
    assert all(isinstance(words, str) for words in texts)
    assert isinstance(facts.title, Saying) and isinstance(facts.finding, (Saying, str))


def test_a_saying_is_no_text() -> None:
    with pytest.raises(TypeError, match="before wording"):
        str(VIEWS["targets"].title())
