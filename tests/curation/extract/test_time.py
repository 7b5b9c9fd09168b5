"""How long reading takes grows with the length of the text; the seconds themselves are measured by `benchmarks/bench_extract.py`."""

from pathlib import Path
from time import process_time

import pytest
from docx import Document

from benchmarks.bench_extract import text_of
from curation.extract import extract
from curation.read.read_text import read_document
from tests.curation.extract.corpus import CORPUS, DOCUMENTS

_PAGE = 750  # characters of a page of an official document: 22 lines of 28, and headings
_RUNS = 3  # the least of so many counts: what else the machine does only adds
_SLACK = 1.8  # a time that grows with the square of the length would double once more


def _least(path: Path) -> float:
    """Processor seconds from file to proposals."""
    spent = []
    for _ in range(_RUNS):
        started = process_time()
        extract(read_document(path))
        spent.append(process_time() - started)
    return min(spent)


def _paper(path: Path, lines: list[str]) -> Path:
    paper = Document()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(str(path))
    return path


def test_from_file_to_proposals_time_grows_with_the_pages(tmp_path: Path):
    words = "".join((CORPUS / f"{name}.txt").read_text(encoding="utf-8") + "\n" for name in ("shuoyang", "shenghai", "sining", "danxi", "longchuan", "yanhu"))
    assert len(words) > 20 * _PAGE
    twenty = _paper(tmp_path / "twenty.docx", words.splitlines())
    eighty = _paper(tmp_path / "eighty.docx", words.splitlines() * 4)
    assert len(extract(read_document(twenty))) > 200  # what is loaded once is no part of a document's time
    assert _least(eighty) < 4 * _SLACK * _least(twenty)


@pytest.mark.slow
def test_a_megabyte_in_linear_time(tmp_path: Path):
    files = [CORPUS / f"{name}.txt" for name in DOCUMENTS]
    spent = []
    for size in (250_000, 1_000_000):
        path = tmp_path / f"{size}.txt"
        path.write_text(text_of(size, files), encoding="utf-8")
        spent.append(_least(path))
    assert spent[1] < 4 * _SLACK * spent[0]
