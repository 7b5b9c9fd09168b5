"""What is true of every page in both languages: it opens, says its name, and takes any link."""

import re

import pytest

from components.escape import escape
from components.menu import MENU
from tests.app_pages.conftest import Open, words
from wording.texts import text

PAGES = [name for entries in MENU.values() for name, _ in entries]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_opens_and_says_its_name(open_page: Open, page: str, lang: str) -> None:
    at = open_page(page, lang=lang)
    assert at.title[0].value == escape(text(f"view.{page}", lang))
    assert not at.error
    if lang == "en" and page != "glossary":  # which gives every term in both languages
        assert "本文件未见规定" not in words(at)


@pytest.mark.parametrize("page", PAGES)
def test_hostile_links_are_said_and_survived(open_page: Open, page: str) -> None:
    at = open_page(page, cities="atlantis", as_of="0000-99-99", row="<script>", documents="../../etc/passwd", text="' OR 1=1 --", years="99999999")
    assert any("atlantis" in warning.value for warning in at.warning)
    assert not at.error


@pytest.mark.parametrize("page", PAGES)
def test_contradicting_filters_are_explained(open_page: Open, page: str) -> None:
    at = open_page(page, cities="nantong", documents="weihai-2023-5")
    assert not at.error
    assert not re.search(r"Traceback|KeyError|None\b", words(at))
