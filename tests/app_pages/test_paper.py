"""The print view: the same words without menu and controls, in tables that fit a sheet."""

import pandas as pd
import pytest

from components.menu import MENU
from components.paper import _PIECE, _heights, _parts
from tests.app_pages.conftest import Open, words

PAGES = [name for pages in MENU.values() for name, _ in pages if name not in ("basket", "side_by_side")]
CONTROLS = ("selectbox", "multiselect", "text_input", "number_input", "button", "toggle", "checkbox", "date_input", "expander")


@pytest.mark.parametrize("name", PAGES)
def test_no_control_is_printed(open_page: Open, name: str) -> None:
    at = open_page(name, paper="1", lang="zh")
    assert not [kind for kind in CONTROLS if at.get(kind)]
    assert at.title[0].value
    assert at.query_params["paper"] == "1", "the print view keeps its link"


def test_paper_says_what_the_screen_says(open_page: Open) -> None:
    screen, paper = (open_page("incubator_rewards", **more) for more in ({}, {"paper": "1"}))
    cells = [sorted(str(cell) for table in at.table for row in table.value.to_numpy().tolist() for cell in row) for at in (screen, paper)]
    assert cells[0] == cells[1]
    assert "比较基准：每行以最早作出规定的文件为准" in words(paper)


def test_paper_has_every_clause_a_line_below_its_document(open_page: Open) -> None:
    """A table with the document in every row filled thirty sheets."""
    screen, paper = (open_page("who_pays", ("rows",), **more) for more in ({}, {"paper": "1"}))
    sentences = [str(row["可复制的句子"]).replace("\\", "") for table in screen.table if "可复制的句子" in table.value for _, row in table.value.iterrows()]
    printed = words(paper)
    assert len(sentences) > 50
    assert all(sentence.split("规定：")[-1] in printed for sentence in sentences)
    assert printed.count("关于强化科技创新引领的实施意见") < len(sentences) / 4


def test_the_screen_leads_to_the_print_view(open_page: Open) -> None:
    at = open_page("incubator_rewards", cities="weihai")
    (button,) = [item for item in at.get("link_button") if item.proto.label == "打印版"]
    assert button.proto.url.startswith("?") and "cities=weihai" in button.proto.url and button.proto.url.endswith("&paper=1")


def test_no_piece_is_higher_than_half_a_sheet_unless_one_row_is() -> None:
    frame = pd.DataFrame({"a": ["字" * length for length in (3, 40, 400, 2000, 5, 5, 90)], "b": "x"})
    heights = _heights(frame, hide_index=True)
    assert heights[0] < heights[1] < heights[2] < heights[3]
    parts = list(_parts(heights))
    assert [row for first, last in parts for row in range(first, last)] == list(range(len(frame)))
    assert all(sum(heights[first:last]) <= _PIECE or last - first == 1 for first, last in parts)
