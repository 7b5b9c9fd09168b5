"""The start page carries language, title and the message for a reader who gets no further; nothing else of it is changed."""

from pathlib import Path

import pytest
import streamlit

from service.start_page import in_words

PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


def test_only_these_parts_are_changed() -> None:
    made = in_words(PAGE, "en", "A & B", "C < D")
    assert "<title>A &amp; B</title>" in made and "C &lt; D" in made
    kept = [line for line in PAGE.splitlines() if not any(part in line for part in ("<html", "<title", 'id="root"'))]
    assert all(line in made for line in kept)


def test_another_start_page_is_refused() -> None:
    with pytest.raises(ValueError, match=r"service/start_page\.py"):
        in_words(PAGE.replace("<title>", "<title id=x>"), "en", "A", "B")
