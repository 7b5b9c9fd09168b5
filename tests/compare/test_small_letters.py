"""English sentences: a label of a code list inside a sentence begins with a small letter."""

import re

import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.codes import code_list
from model.selection import Selection
from wording.answer import answered

LISTS = ("recognition_level", "trigger", "instrument", "beneficiary", "selection_mode", "verdict", "target_basis", "verb")
LABELS = sorted({row["en"] for name in LISTS for row in code_list(name).values()} - {"R&D institution"}, key=len, reverse=True)
INSIDE = re.compile(r"(?:[,;·] |\()(?:" + "|".join(map(re.escape, LABELS)) + r")\b")


@pytest.mark.parametrize("name", ["by_title", "largest_sums", "who_pays", "comparable_pairs", "responsibilities", "what_changed", "coverage"])
def test_labels_inside_findings_are_small(tables: Tables, selection: Selection, name: str) -> None:
    finding = answered(VIEWS[name], tables, selection.having(lang="en")).finding
    assert finding and not INSIDE.findall(finding)


@pytest.mark.parametrize("title", list(code_list("designation")))
def test_labels_inside_the_sentence_on_a_title_are_small(tables: Tables, selection: Selection, title: str) -> None:
    assert not INSIDE.findall(answered(VIEWS["by_title"], tables, selection.having(lang="en", designations=(title,))).finding)


@pytest.mark.parametrize(("name", "kinds"), [("standard_cases", ("arithmetic", "arithmetic_other")), ("comparable_pairs", ("comparability",))])
def test_labels_inside_notes_are_small(tables: Tables, selection: Selection, name: str, kinds: tuple[str, ...]) -> None:
    found = answered(VIEWS[name], tables, selection.having(lang="en"))
    notes = [note.text for note in found.notes if note.kind in kinds]
    assert notes and [INSIDE.findall(note) for note in notes] == [[] for _ in notes]
