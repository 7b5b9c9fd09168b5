"""Work on files from outside is ended when it takes too long or too much, and says so."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from curation.child import Child, EndedError, bounded
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


HOSTILE = "tests.curation.hostile_tasks"


@pytest.mark.parametrize(("function", "is_late"), [("answer_task", False), ("sleeps", True)])
def test_a_child_that_ended_is_told_apart_from_one_that_is_late_and_starts_again(function: str, is_late: bool) -> None:
    with closing(Child(HOSTILE, 2**30)) as child:
        with pytest.raises(EndedError) as raised:
            child.ask(function, {}, 0.5 if is_late else 60)
        assert raised.value.is_late is is_late
        assert child.ask("swallows", {"bytes": 5}, 60) == 5


def test_processor_time_that_is_over_is_a_lack_of_time() -> None:
    with closing(Child(HOSTILE, 2**30, cpu_seconds=1)) as child, pytest.raises(EndedError) as raised:
        child.ask("spins", {}, 120)
    assert raised.value.is_late


def test_what_ends_a_child_is_a_refusal_in_words() -> None:
    with pytest.raises(ReadError, match="memory"):
        bounded(HOSTILE, "answer_task", {}, "a.docx")
    with pytest.raises(ReadError, match="memory"):
        bounded(HOSTILE, "swallows", {"bytes": LIMITS.memory_bytes * 2}, "a.docx")
    assert bounded(HOSTILE, "swallows", {"bytes": LIMITS.memory_bytes // 4}, "a.docx") == LIMITS.memory_bytes // 4


def test_one_child_answers_again_and_again_and_what_is_printed_is_no_answer() -> None:
    with closing(Child(HOSTILE, 2**30)) as child:
        assert child.ask("prints", {}, 60) == child.ask("prints", {}, 60)
