"""A snippet stands around what was searched for and is never cut inside a word."""

from hypothesis import given
from hypothesis import strategies as st

from wording.snippet import MOST, cut, snippet

LONG = "鼓励各区建设平台，完善服务体系；" * 8 + "对新认定的国家级孵化器给予一次性奖励，最高100万元。" + "其他事项另行规定，按年度计划执行；" * 8


def test_it_stands_around_the_words_from_mark_to_mark() -> None:
    said = snippet(("", LONG), "孵化器 奖励")
    assert "国家级孵化器" in said and said.startswith("…") and said.endswith("…") and len(said) <= MOST + 2
    assert said[1:].split("；")[0] in LONG and LONG[LONG.index(said[1:-1]) - 1] in "，；。"


def test_words_that_stand_in_a_later_part_are_shown_there() -> None:
    assert snippet(("摘要没有这个词", "市科学技术局、市财政局"), "科技局") == "市科学技术局、市财政局"
    assert snippet(("开头", "其余"), "没有") == "开头" and snippet(("", ""), "没有") == ""


def test_english_is_cut_at_spaces() -> None:
    line = "The city supports incubators and pays for services " * 6
    said = cut(line, line.index("pays", 100)).strip("…")
    assert all(word in line.split() for word in said.split())


@given(st.text(alphabet="甲乙丙丁，。； ab1", max_size=400), st.integers(0, 399))
def test_whatever_is_cut_stands_in_the_text(line: str, place: int) -> None:
    at = min(place, max(0, len(line) - 1))
    said = cut(line, at)
    assert said.strip("…") in line and len(said) <= max(MOST + 2, len(line) if len(line) <= MOST else 0)
