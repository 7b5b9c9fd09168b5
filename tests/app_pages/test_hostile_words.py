"""No word from a link, a file or curated data is read as Markdown: every page is opened with hostile ones, and every string
that the browser would render is read."""

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from components.escape import escape, linked
from components.menu import MENU
from loaders import in_use
from model.paths import ROOT
from tests.conftest import DAY
from tests.hostile import CURATED, HOST, LINKED, RAW, write_hostile

PAGES = [name for entries in MENU.values() for name, _ in entries]
OPENED = in_use.opened
# Fields that the browser shows as they are (options, values, placeholders, code) or never shows; cells of tables are read apart.
LITERAL = {
    "options", "placeholder", "default", "value", "raw_value", "raw_values", "code_text", "id", "element_id", "form_id", "spec", "config", "json", "query_string", "url", "url_path", "page",
    "data", "arrow_data", "arrow", "alt", "bidi_component", "mixed", "page_script_hash", "formatted_options", "default_value", "accessible_label", "file_name",
}


def read_as_markdown(message: Message) -> Iterator[str]:
    """Every string of an element that is not shown as it is."""
    for field, value in message.ListFields():
        if field.name in LITERAL:
            continue
        for item in value if field.is_repeated else [value]:
            if isinstance(item, Message):
                yield from read_as_markdown(item)
            elif isinstance(item, str):
                yield item


def cells(frame: pd.DataFrame) -> Iterator[str]:
    yield from map(str, [*frame.index, *frame.columns, *frame.to_numpy().ravel().tolist(), frame.index.name])


def rendered(at: AppTest) -> list[str]:
    """All words of a page that Streamlit reads as Markdown: elements, blocks and the cells of tables."""
    found = [words for node in at._tree for words in _of(node)]
    return found + [words for table in at.table for words in cells(table.value)]


def _of(node: Any) -> Iterator[str]:
    if isinstance(getattr(node, "proto", None), Message):
        yield from read_as_markdown(node.proto)


@pytest.fixture(scope="module")
def hostile_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_hostile(folder)
    return folder


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_nothing_from_outside_is_markdown(hostile_tables: Path, monkeypatch: pytest.MonkeyPatch, page: str, lang: str) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, hostile_tables))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in {"as_of": DAY.isoformat(), "lang": lang, "documents": "weihai-2023-5", "text": "weihai", "cities": LINKED}.items():
        at.query_params[name] = value
    at.switch_page(f"app_pages/{page}.py")
    at.run()
    assert not at.exception and at.title
    found = rendered(at)
    assert any("qx" in words for words in found), "the hostile words are on the page"
    assert [words for words in found if RAW.search(words) and f"<{HOST}/source>" not in words] == []


@pytest.mark.parametrize("page", PAGES)
def test_no_part_of_a_link_is_markdown(page: str) -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name in ("cities", "text", "row", "documents", "baseline", "inputs", "proposals", "columns", "lang", "as_of", "order", LINKED):
        at.query_params[name] = LINKED
    at.switch_page(f"app_pages/{page}.py")
    at.run()
    assert not at.exception
    found = rendered(at)
    assert any("qx" in words for words in found)
    assert [words for words in found if RAW.search(words)] == []


def test_an_empty_page_and_its_button_say_the_search_words_as_they_are() -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["text"] = LINKED
    at.switch_page("app_pages/policy_clauses.py")
    at.run()
    assert any(escape(LINKED) in info.value for info in at.info)
    assert any(escape(LINKED) in button.label for button in at.button)


def test_the_check_sees_words_that_were_not_escaped() -> None:
    def page() -> None:
        import streamlit as st

        from tests.hostile import CURATED, LINKED

        st.expander(LINKED)
        st.table({"a": [CURATED]})
        st.button("x", help=CURATED)
        st.selectbox("y", [CURATED])

    assert sum(bool(RAW.search(words)) for words in rendered(AppTest.from_function(page).run())) == 3
    assert RAW.search(CURATED) and not RAW.search(escape(CURATED))


@pytest.mark.parametrize(("words", "shown"), [
    ("a -> b", "a \\-\u2060\\> b"), ("2023. 年", "2023\\. 年"), (":material/home:", "\\:\u2060material/home\\:"), ("甲\u202e乙\x00丙", "甲乙丙"), ("3.5%", "3.5%"), ("1:1", "1\\:1"),
    ("a\n b", "a b"), ("万元(2023)", "万元(2023)"), ("x@y.cn", "x\u2060@y.cn"), ("WWW.a.cn", "WWW\u2060.a.cn"), ("https://a.cn", "https\\:\u2060//a.cn"),
])
def test_each_kind_of_mark(words: str, shown: str) -> None:
    assert escape(words) == shown


def test_an_address_is_a_link_and_anything_else_is_words() -> None:
    assert linked("https://a.example/b_c") == f"[{escape('https://a.example/b_c')}](<https://a.example/b_c>)"
    for words in ("javascript:alert(1)", "https://a.example/> x", "ftp://a.example"):
        assert linked(words) == escape(words)
