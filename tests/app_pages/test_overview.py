"""The way in: what there is, a search for titles, and the questions as links."""

import pytest

from model.codes import read_csv
from tests.app_pages.conftest import Open, words


def links(at: object) -> list[tuple[str, str, str]]:
    """Label, page and parameters of every link of the page, without the menu."""
    return [(item.proto.label.replace("\\", ""), item.proto.page, item.proto.query_string) for item in at.main.get("page_link")]  # type: ignore[attr-defined]


def test_the_material_is_said_first(open_page: Open) -> None:
    said = words(open_page("overview"))
    assert "5份文件，4个城市" in said
    assert "● 有数字" in said and "本文件未见" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ten_questions_are_one_click_away(open_page: Open, lang: str) -> None:
    shown = links(open_page("overview", lang=lang))
    for row in read_csv("questions"):
        found = [item for item in shown if item[0] == row[lang]]
        assert len(found) == 1, row[lang]
        assert found[0][1] == row["view"] or row["view"] in found[0][1]
        for parameter in filter(None, row["parameters"].split("&")):
            assert parameter in found[0][2], row["code"]


@pytest.mark.parametrize(("lang", "title", "add"), [("zh", "尚未收录", "make curate"), ("en", "Not yet collected", "make curate")])
def test_what_is_not_there_is_as_visible_as_what_is(open_page: Open, lang: str, title: str, add: str) -> None:
    said = words(open_page("overview", lang=lang))
    assert title in said and add in said
