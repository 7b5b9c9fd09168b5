"""The offline page: complete, escaped, and without anything that loads or sends."""

import re

from lxml import html

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.content import Item, several, single
from reports.page import render
from reports.tables import cell_words
from tests.samples import comparison, hostile, mixed
from wording.answer import answered


def test_the_page_holds_chart_table_notes_and_sources(tables: Tables, selection: Selection) -> None:
    for lang in ("zh", "en"):
        made = answered(VIEWS["incubator_rewards"], tables, selection.having(lang=lang))
        content = render(single(made))
        assert content == render(single(made))
        page = html.fromstring(content.decode())
        assert page.get("lang") == ("en" if lang == "en" else "zh-CN")
        cells = [cell.text_content() for cell in page.findall(".//td")]
        assert sorted(cells) == sorted(cell_words(cell, made.selection.lang) for cell in made.cells)
        said = page.text_content()
        assert made.finding in said and made.snapshot in said and all(document.reference in said for document in made.documents)
        assert b"Plotly.newPlot" in content


def test_nothing_is_loaded_and_nothing_can_be_sent() -> None:
    content = render(single(mixed())).decode()
    page = html.fromstring(content)
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']").get("content")
    assert policy.startswith("default-src 'none'") and "connect-src" not in policy
    assert not page.xpath("//script/@src | //link/@href | //img/@src | //form | //iframe")
    config = re.findall(r'"showSendToCloud":\s*(\w+)', content[content.rindex("Plotly.newPlot") :])
    assert config == ["false"]


def test_hostile_words_are_shown_as_words() -> None:
    content = render(several("<script>alert(1)</script>", (Item(hostile(), "<b>"), Item(comparison([["absent"]]), "二"))))
    page = html.fromstring(content.decode())
    assert "<script>alert(1)</script>" in page.text_content()
    assert not any("alert(1)" in (script.text or "") for script in page.iter("script"))
    assert b"\x00" not in content


def test_a_page_without_a_chart_carries_no_chart_library() -> None:
    assert len(render(single(comparison([["absent"]])))) < 20_000
