"""Which numerals have no row yet."""

import pytest

from curation.check.ledger import unresolved
from tests.curation.sample import TEXT, content, place


def words(held: dict, text: str = TEXT) -> list[str]:
    """The open numerals in the order of the text."""
    return [found for _, _, found in unresolved(held, text)]


def test_only_what_no_row_covers_is_open() -> None:
    assert words(content()) == ["5%", "20万元", "2027年"]
    held = content()
    held["figures"] = [{"role": "date", **place("2027年")}]
    assert words(held) == ["5%", "20万元"]


@pytest.mark.parametrize("text", ["给予二十万元奖励", "按百分之五给予", "５％", "实现翻一番", "一百五十多万元", "1：1配套", "提高3个百分点", "廿五万元", "叁拾万圆", "50W元", "万分之三"])
def test_kinds_of_figures_that_must_be_seen(text: str) -> None:
    assert len(words({}, text)) == 1


@pytest.mark.parametrize("text", ["一批企业", "一个平台", "第十条", "三、(二)", "一是加强"])
def test_words_that_are_no_figures(text: str) -> None:
    assert words({}, text) == []


def test_damaged_offsets_cover_nothing_and_raise_nothing() -> None:
    held = {"figures": [{"start": "x", "end": "9"}, {"start": "5", "end": "2"}, {"start": "0", "end": "99999"}, {"start": ["1"], "end": "2"}]}
    assert words(held, "奖励20万元") == ["20万元"]
