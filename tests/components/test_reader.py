"""A text that is too long for one page is read part by part, and the part with the chosen figure is the one that opens."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from components import reader
from components.reader import spans_of
from loaders import document_library
from loaders.snapshot import Tables
from model.paths import ROOT


@given(st.text(alphabet="甲乙\n", max_size=200), st.integers(1, 30))
def test_the_parts_together_are_the_text(words: str, longest: int) -> None:
    spans = spans_of(words, longest)
    assert "".join(words[start:end] for start, end in spans) == words
    assert all(0 < end - start <= longest for start, end in spans)


def test_parts_end_behind_a_line_where_they_can() -> None:
    assert spans_of("甲乙丙\n丁戊\n己", 5) == [(0, 4), (4, 8)]
    assert spans_of("甲乙丙丁", 3) == [(0, 3), (3, 4)]


def test_the_part_with_the_chosen_figure_opens(tables: Tables, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_library, "LIBRARY", sources)
    monkeypatch.setattr(reader, "LONGEST", 3000)
    document = document_library.document_text(tables, "weihai-2023-5", sources)
    assert document is not None
    at = next(place.start for place in document.places if place.row_id == "weihai-2023-5.29.a1")
    wanted = next(number for number, (_, end) in enumerate(spans_of(document.text, 3000)) if at < end)
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app.query_params["documents"], app.query_params["row"] = "weihai-2023-5", "weihai-2023-5.29.a1"
    app.switch_page("app_pages/documents.py").run()
    box = next(box for box in app.selectbox if str(box.key).startswith("reader.part."))
    assert wanted > 0 and box.value == wanted and not app.exception
    box.set_value(0).run()
    assert not app.exception
