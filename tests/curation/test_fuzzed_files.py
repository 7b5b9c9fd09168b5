"""Curated files broken at random: every one is read and checked, or refused in words, in bounded time and without a crash."""

import random
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from curation.check.document import DocumentRows, read_rows
from curation.check.doubts import doubts
from curation.check.fault import SHOWN, fault_lines
from curation.check.frames import document_files
from model.fields import FIELDS

SOURCES = [path.read_text(encoding="utf-8").splitlines(keepends=True) for path in document_files()]
ODD = ["", "null", "[]", "{}", "[a, [b]]", "{a: b}", "-1", "1e9", "9" * 40, "1.5", "true", "2023-02-30", "全额", "“", "'", '"', "&a x", "*a", "!!int 3", "|", ">", "\t", "\u202e", "\x00", "- a", "a: b: c", "字" * 300, "%", "@", "`"]
COLUMNS = sorted(FIELDS)
QUICK, FULL, SECONDS, MEGABYTES = 150, 10_000, 10.0, 500


def broken(count: int, seed: int) -> Iterator[str]:
    """So many texts: a curated file, or a piece of one, with one to six lines lost, doubled, moved, shifted, added or filled with something odd."""
    rng = random.Random(seed)
    for _ in range(count):
        lines = list(rng.choice(SOURCES))
        if rng.random() < 0.8:  # mostly a piece, so that many fit into the time
            start = rng.randrange(len(lines))
            lines = [*lines[: rng.randrange(1, 30)], "measures:\n", *lines[start : start + rng.randrange(5, 150)]]
        for _ in range(rng.randrange(1, 7)):
            place = rng.randrange(len(lines))
            way = rng.randrange(6)
            if way == 0:
                del lines[place]
            elif way == 1:
                lines.insert(place, lines[rng.randrange(len(lines))])
            elif way == 2:
                lines[place] = " " * rng.randrange(9) + lines[place].lstrip(" ")
            elif way == 3:
                lines[place] = lines[place].split(":")[0] + ": " + rng.choice(ODD) + "\n"
            elif way == 4:
                lines[place] = rng.choice(ODD) + "\n"
            else:
                indent = len(lines[place]) - len(lines[place].lstrip(" -"))
                lines.insert(place + 1, " " * indent + f"{rng.choice(COLUMNS)}: {rng.choice(ODD)}\n")
            lines = lines or ["\n"]
        yield "".join(lines)


def check(text: str, path: Path) -> DocumentRows:
    """As the command does: read, convert, check, doubt, and say it."""
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    found = read_rows(path)
    said = [*found.faults, *(doubts(found.rows, {found.document_id: path.name}) if found.rows else ())]
    for lang in ("zh", "en"):
        lines = fault_lines(said, lang)
        assert len(lines) <= SHOWN + 1 and all(len(line) < 20_000 for line in lines)
    return found


def run(count: int, seed: int, folder: Path) -> tuple[int, float]:
    """How many of the files had a fault, and the longest time that one took."""
    faulty, longest = 0, 0.0
    for text in broken(count, seed):
        started = time.perf_counter()
        try:
            found = check(text, folder / "a.yaml")
        except Exception:
            (folder / "broken.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
            raise
        faulty += bool(found.faults)
        longest = max(longest, time.perf_counter() - started)
    return faulty, longest


def test_broken_files_are_refused_in_words(tmp_path: Path) -> None:
    faulty, longest = run(QUICK, 1, tmp_path)
    assert faulty > QUICK * 0.9 and longest < SECONDS


@pytest.mark.slow
def test_ten_thousand_broken_files(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    faulty, longest = run(FULL, 2, tmp_path)
    print(f"{faulty} of {FULL} had a fault, the slowest took {longest:.2f} s")
    assert faulty > FULL * 0.9 and longest < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MEGABYTES
