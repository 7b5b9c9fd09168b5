"""Work on files from outside is ended when it takes too long or too much, and says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from curation import bounded as child
from curation.extract import extract
from curation.extract.bounded import SHORT, extract_within
from curation.read.limits import LIMITS
from curation.read.read_text import read
from curation.read.reading import ReadError
from tests.curation.read.word_files import par, table, word

TEXT = "第一条 对新认定的国家级科技企业孵化器，给予200万元一次性奖励。\n第二条 到2027年，高新技术企业达到800家。\n"


def test_candidates_come_back_as_they_were() -> None:
    long = TEXT * (SHORT // len(TEXT) + 1)
    assert extract_within(TEXT) == extract(TEXT) and len(extract(TEXT)) == 2
    assert extract_within(long) == extract(long)


def test_a_text_that_takes_the_extractor_too_long() -> None:
    with pytest.raises(ReadError, match="within 0 seconds"):
        extract_within(TEXT * (SHORT // len(TEXT) + 1), "a.txt", replace(LIMITS, seconds=0))


def test_a_file_that_takes_too_long(tmp_path: Path) -> None:
    place = tmp_path / "a.docx"
    place.write_bytes(word(par(TEXT)))
    with pytest.raises(ReadError, match="within 0 seconds"):
        read(place, replace(LIMITS, seconds=0))


def test_a_file_that_takes_too_much_memory(tmp_path: Path) -> None:
    place = tmp_path / "a.docx"
    place.write_bytes(word(*(table([str(number), "国家级", "10万元"]) for number in range(9000))))
    with pytest.raises(ReadError, match="memory"):
        read(place, replace(LIMITS, memory_bytes=40 * 2**20))


def test_an_answer_that_is_none_is_a_refusal() -> None:
    for code in (-6, -9, 1):
        with pytest.raises(ReadError, match="memory"):
            child._answer(b"", code, "a.docx", LIMITS)
    with pytest.raises(ReadError, match="seconds"):
        child._answer(b"", -24, "a.docx", LIMITS)
