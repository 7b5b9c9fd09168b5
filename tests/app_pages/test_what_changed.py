"""What changed, on the page: topics with both figures, the pair's remark, and the case without confirmed links."""

from tests.app_pages.conftest import Open, words


def test_weihai_carriers_in_one_look(open_page: Open) -> None:
    at = open_page("what_changed")
    said = words(at)
    assert "一次性200万元" in said and "最高100万元" in said and "由定额改为限额，标准下调" in said
    assert "没有点名2018年文件" in at.info[0].value
    assert any("发展目标" in box.label for box in at.expander)
    assert "威海2023未再规定" in said


def test_a_pair_of_two_cities_is_marked_as_unconfirmed(open_page: Open) -> None:
    at = open_page("what_changed", documents="jinzhou-undated,weihai-2023-5")
    assert "还没有经人工确认的对照" in at.info[0].value
    assert "自动匹配，未经确认" in words(at) and "标准由" not in words(at)


def test_no_pair_is_explained(open_page: Open) -> None:
    assert "任选两份" in open_page("what_changed", cities="nantong").info[0].value


def test_in_english(open_page: Open) -> None:
    said = words(open_page("what_changed", lang="en"))
    assert "one-off CNY 2 million" in said and "Fixed amount became a ceiling, standard lowered" in said and "no longer provided for in Weihai 2023" in said
