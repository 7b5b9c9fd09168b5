"""A phrase is found where it stands, also in a copy with other script, width, spaces, marks and line breaks."""

import random
import unicodedata
from copy import deepcopy
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from curation.check import curated
from curation.check.anchor import anchor
from curation.check.evidence import own_text
from curation.check.frames import document_files
from model.anchoring import find, fold, locate
from model.characters import simplified
from tests.curation.sample import TEXT, content

SWAPS = {":": "：", "：": ":", ",": "，", "，": ",", "(": "（", ")": "）", "“": '"', "”": "」", "—": "－", "-": "–", "%": "％", ";": "；", "0": "０", "5": "５"}


def copy_of(text: str, seed: int) -> str:
    """The text as another site might carry it: traditional script, other widths, line breaks and unseen marks."""
    chance = random.Random(seed)
    out = []
    for character in OpenCC("s2t").convert(text) if seed % 2 else text:
        out.append(SWAPS.get(character, character) if chance.random() < 0.5 else character)
        if chance.random() < 0.03:
            out.append(chance.choice(["\n", " ", "\u3000", "\u200b", "\xad", "\r\n", "\t"]))
    return "".join(out)


def test_offsets_are_those_of_the_text_as_it_is() -> None:
    text = "一\n給予最高 １００ 萬元，\n再給予100萬元。"
    (first,) = find(fold(text), "100万元", "最高")
    assert text[slice(*first)] == "１００ 萬元"
    assert len(find(fold(text), "100万元")) == 2
    assert find(fold(text), "") == []
    assert find(fold(text), " \n") == []


@given(st.text(max_size=80))
def test_folding_keeps_one_place_for_each_character_that_remains(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.places) == len(set(folded.places))
    assert len(simplified(text)) == len(text)
    assert all(not unicodedata.category(character).startswith("Z") for character in folded.text)


def test_one_long_line_that_changes_length_does_not_spoil_the_rest() -> None:
    assert simplified("\0創新\n給予\ud800") == "\0创新\n给予\ud800"


def _pairs(sources: Path) -> list[tuple[Path, str]]:
    """Every curated file and the text that it was written from."""
    return [(path, own_text(curated.read(path))) for path in document_files()]


def test_anchoring_the_committed_files_changes_nothing(sources: Path) -> None:
    for path, text in _pairs(sources):
        held = curated.read(path)
        again = deepcopy(held)
        assert anchor(again, text, path.name) == []
        assert curated.canonical(again) == held


@pytest.mark.parametrize("seed", range(2))
def test_every_figure_is_found_in_an_altered_copy(sources: Path, seed: int) -> None:
    for path, text in _pairs(sources):
        altered = copy_of(text, seed)
        folded = fold(altered)
        for row in curated.evidence_rows(curated.read(path)):
            place = locate(folded, row)
            assert place is not None, f"{path.stem}: {row['phrase']}"
            assert fold(altered[slice(*place)]).text == fold(row["phrase"]).text


def test_a_copy_that_differs_by_a_comma_in_the_context_still_anchors_but_never_by_the_bare_phrase() -> None:
    row = {"phrase": "100万元", "prefix": "国家级科技企业孵化器,给予最高", "suffix": "一次性奖励。"}
    assert locate(fold(TEXT.replace("，给予", "的，给予")), row) is not None
    assert locate(fold("别的文件：罚款100万元。"), row) is None
    assert locate(fold(TEXT + TEXT), row) is None


def test_anchor_reports_what_is_missing_or_ambiguous_and_leaves_it_alone() -> None:
    held = content()
    held["measures"][0]["awards"][0].update(phrase="101万元")
    held["measures"][1]["targets"][0].update(phrase="家", prefix="", suffix="")
    before = deepcopy(held)
    faults = anchor(held, TEXT, "sample")
    assert [fault.record for fault in faults] == ["sample-2026-1.1.a1", "sample-2026-1.3.t1"]
    assert "is not in the text" in faults[0].problem("en") and "times" in faults[1].problem("en")
    assert held == before
