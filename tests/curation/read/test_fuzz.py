"""Damaged files of every format: a text or a clear refusal, each within seconds, and the reader lives on. The seed is fixed."""

import io
import multiprocessing
import os
import random
import sys
import time
import zipfile
from collections import Counter
from typing import Any

import openpyxl
import pytest

from curation.read.processes import limit_myself
from curation.read.read_text import read_here
from curation.read.reading import ReadError
from tests.curation.read.ofd_files import grid, ofd, text
from tests.curation.read.pdf_files import Sheet, pdf
from tests.curation.read.word_files import BY, level, listed, lists, par, run, table, word

FILES = int(os.environ.get("FUZZ_FILES", "2000"))
SEED, SECONDS, MEMORY = 20261127, 10, 500 * 2**20


def samples() -> dict[str, bytes]:
    """A small good file of each format."""
    book: Any = openpyxl.Workbook()
    for row in (("载体", "奖励"), ("国家级", 0.35), ("省级", "100万元")):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    workbook = io.BytesIO()
    book.save(workbook)
    page = "<html><head><meta charset=utf-8><style>.a{display:none}</style></head><body><div class=a>x</div><ol><li>第一条 给予200万元</li></ol><table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></body></html>"
    return {
        "a.docx": word(par(run("第一条 给予") + f"<w:ins {BY}>{run('200万元')}</w:ins>"), listed("甲"), listed("乙", 1), table(["国家级", "50万元"], ["市级", "10万元"]),
                       numbering=lists(level(0, "chineseCounting", "第%1条"), level(1, "decimal", "%1.%2")), footnotes=f'<w:footnote w:id="2">{par("注")}</w:footnote>'),
        "a.html": page.encode(), "a.mht": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode() + b"\r\n--b--\r\n",
        "a.pdf": pdf(Sheet().text(["第一条 给予200万元。"]).grid([80, 200, 300], [200, 240, 280])), "a.ofd": ofd(text("第一条 给予200万元。") + grid([20, 60, 100], [100, 110, 120]), text("第二条")), "a.xlsx": workbook.getvalue(), "a.txt": "第一条 给予200万元。\n".encode("gb18030"),
    }


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with bytes flipped, cut, doubled or exchanged, for a zip inside one of its parts as well."""
    if data.startswith(b"PK") and chance.random() < 0.7:
        return _damaged_part(data, chance)
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 40))):
        if not held:
            break
        place = chance.randrange(len(held))
        kind = chance.randrange(5)
        if kind == 0:
            held[place] = chance.randrange(256)
        elif kind == 1:
            del held[place : place + chance.choice((1, 3, 30, 300))]
        elif kind == 2:
            held[place:place] = held[place : place + chance.choice((1, 20, 200))] * chance.choice((1, 2, 20))
        elif kind == 3:
            held[place : place + 1] = chance.choice((b"<", b">", b"\x00", b"&", b'"', b"99999999999", b"-1", b"\xff\xfe", b"</", b"]]>", b"1e308"))
        elif chance.random() < 0.2:
            held = held[:place]
    return bytes(held)


def _damaged_part(data: bytes, chance: random.Random) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(data))
    chosen = chance.choice(source.namelist())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = source.read(name)
            archive.writestr(name, damaged(content, chance) if name == chosen else content)
    return out.getvalue()


def _worker(first: int, last: int, answers: Any) -> None:
    """Read the damaged files of a stretch of numbers; what is not text or a refusal, or takes long, is told."""
    limit_myself(10 * (last - first), MEMORY)
    held = list(samples().items())
    for number in range(first, last):
        chance = random.Random(SEED + number)
        name, data = held[number % len(held)]
        content = damaged(data, chance)
        begun = time.process_time()
        try:
            read_here(content, name)
            outcome = "read"
        except ReadError as error:
            outcome = "refused" if error.said("zh") and len(error.said("en")) < 400 else "wordless"
        except MemoryError:
            outcome = "memory"
        took = time.process_time() - begun
        answers.put((number, outcome if took < SECONDS else "slow", name, took))
    answers.put((last, "end", "", 0.0))


@pytest.mark.slow
def test_damaged_files_give_text_or_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that dies tells by its silence which file killed it; the next goes on behind that file."""
    # A run of the dashboard in this process leaves its script as __main__, which every worker would run again.
    monkeypatch.setitem(sys.modules, "__main__", sys.modules[__name__])
    context = multiprocessing.get_context("spawn")
    outcomes: Counter[str] = Counter()
    bad: list[tuple[int, str, str]] = []
    first = 0
    while first < FILES:
        answers = context.Queue()
        worker = context.Process(target=_worker, args=(first, FILES, answers))
        worker.start()
        reached = first
        while worker.is_alive() or not answers.empty():
            try:
                number, outcome, name, _ = answers.get(timeout=2 * SECONDS)
            except Exception:
                if worker.is_alive():
                    worker.kill()
                    break
                continue
            if outcome == "end":
                reached = FILES
                break
            reached = number + 1
            outcomes[outcome] += 1
            if outcome not in ("read", "refused"):
                bad.append((number, outcome, name))
        worker.join(5)
        if reached < FILES:
            bad.append((reached, "died", ""))
            reached += 1
        first = reached
    assert not bad, f"{bad[:10]} of {FILES}: {dict(outcomes)}"
    assert outcomes["read"] > 0.1 * FILES and outcomes["refused"] > 0.1 * FILES
