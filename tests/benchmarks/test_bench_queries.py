"""The benchmark asks questions that there are: every one has an answer on a small made-up snapshot."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.bench_queries import NEW_QUESTIONS, QUESTIONS, chosen_of
from benchmarks.synthesize import synthesize
from loaders import finding, lookups, paging, queries, snapshot, titles
from model.selection import Selection


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("asked")
    synthesize(place, 8)
    return place


@pytest.mark.parametrize("name", [*QUESTIONS, *NEW_QUESTIONS])
def test_a_question_has_an_answer(name: str, folder: Path) -> None:
    six, three, award = chosen_of(folder)
    names = {"q": queries, "lookups": lookups, "paging": paging, "titles": titles, "finding": finding, "t": snapshot.cached(snapshot.current(folder), folder),
             "six": tuple(six), "three": tuple(three), "award": award, "s": lambda **chosen: Selection(as_of=date(2026, 11, 21), **chosen)}
    assert eval((QUESTIONS | NEW_QUESTIONS)[name], names) is not None
