"""The extractor on the five documents that its rules were made on; their texts are kept outside the project."""

from pathlib import Path

import pytest

from curation.extract.report import curated_scores, report
from curation.extract.score import Score
from tests.first_five import PLACE


@pytest.fixture(scope="module")
def scores():
    found = list(curated_scores(PLACE / "curated"))
    if not found:
        pytest.skip("the texts of the curated documents are not here (../shared/sources or data/library)")
    return found


def test_figures_are_found_and_right(scores):
    total = Score()
    for _, _, item in scores:
        total.add(item)
    assert total.found >= 0.99 * total.rows, [row["phrase"] for row in total.missed]
    assert total.right >= 0.97 * total.rows, [(row["phrase"], faults) for row, _, faults in total.wrong]
    assert total.extra <= 0.02 * total.rows


@pytest.mark.parametrize("aspect", ["form", "bound", "ceiling", "level"])
def test_columns_of_what_is_found(scores, aspect):
    for name, kind, item in scores:
        assert item.share(aspect) >= 0.9, (name, kind)


def test_the_report_names_every_document(scores):
    text = report(scores)
    assert all(name in text for name, _, _ in scores)
    assert text.splitlines()[-1].startswith("all")


def test_an_empty_folder_gives_an_empty_report(tmp_path: Path):
    assert list(curated_scores(tmp_path)) == []
    assert "found" in report([])
