"""Breaking of labels: nothing lost, nothing too wide, no mark at the wrong end."""

from hypothesis import given
from hypothesis import strategies as st

from charts.wrap import balanced, escaped, lines, width

WORDS = st.text(st.sampled_from("市孵化器2023〔〕，。；、()（）《》ab -%"), max_size=80)


@given(WORDS, st.integers(6, 60))
def test_no_character_is_lost_and_no_line_too_wide(words: str, limit: int) -> None:
    for broken in (lines(words, limit), balanced(words, limit)):
        assert "".join(broken).replace(" ", "") == words.replace(" ", "")
        assert all(width(line) <= limit + 4 for line in broken), "only two closing marks may hang over"


def test_a_closing_mark_begins_no_line_and_an_opening_one_ends_none() -> None:
    for limit in range(8, 40):
        for line in lines("大学科技园(房产税、增值税等减免)，国家级《办法》第29条。", limit)[1:]:
            assert line[0] not in "，。、)》；"
        for line in lines("Own (draft) proposals (not published) of 2023 (inferred)", limit):
            assert not line.endswith("(")


def test_names_in_a_list_stay_whole_where_they_fit() -> None:
    assert balanced("南通2012、锦州2015(推断)、汕尾2021(草案)：本文件未见规定", 44) == ["南通2012、锦州2015(推断)、汕尾2021(草案)：", "本文件未见规定"]


def test_tags_are_shown_and_not_read() -> None:
    assert escaped('<a href="x">&\n') == '&lt;a href="x"&gt;&amp; '
