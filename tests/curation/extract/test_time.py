"""How long reading takes: a document of twenty pages under a second, a megabyte in a time that grows with its length."""

import time
from pathlib import Path

import pytest
from docx import Document

from benchmarks.bench_extract import text_of
from curation.extract import extract
from curation.read.read_text import read_document
from tests.curation.extract.corpus import CORPUS, DOCUMENTS

_PAGE = 750  # characters of a page of an official document: 22 lines of 28, and headings


def test_a_document_of_twenty_pages_from_file_to_proposals_within_a_second(tmp_path: Path):
    words = "".join((CORPUS / f"{name}.txt").read_text(encoding="utf-8") + "\n" for name in ("shuoyang", "shenghai", "sining", "danxi", "longchuan", "yanhu"))
    assert len(words) > 20 * _PAGE
    paper = Document()
    for line in words.splitlines():
        paper.add_paragraph(line)
    path = tmp_path / "policy.docx"
    paper.save(str(path))
    extract(read_document(path)[:200])  # what is loaded once is no part of a document's time
    started = time.process_time()
    found = extract(read_document(path))
    assert time.process_time() - started < 1
    assert len(found) > 200


@pytest.mark.slow
def test_a_megabyte_in_linear_time():
    files = [CORPUS / f"{name}.txt" for name in DOCUMENTS]
    spent = []
    for size in (500_000, 1_000_000):
        text = text_of(size, files)
        started = time.process_time()
        extract(text)
        spent.append(time.process_time() - started)
    assert spent[1] < 4, "two seconds are wanted on a machine that does nothing else"
    assert spent[1] < 2.8 * spent[0]
