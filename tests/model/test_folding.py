"""What is on screen can be typed: terms by hand, and that folding is one and the same on both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.folding import folded, holds, pinyin, terms

NUMBER = "澄政发〔2031〕7号"


@pytest.mark.parametrize("typed", [
    "澄政发〔2031〕7号", "澄政发[2031]7号", "澄政发【2031】7号", "澄政发（2031）7号", "澄政发(2031) 7 号", "澄政发［2031］第7号", "〔2031〕7号", "[2031]", "2031", "2031 7", "2031 7号", "2031年7号",
    "2031-7", "澄政发2031 7", "澄政发 7号", "澄政發〔2031〕7號",
])
def test_a_document_number_is_found_however_its_year_is_set_off(typed: str) -> None:
    assert holds(folded(f"见{NUMBER}文件"), typed)


@pytest.mark.parametrize("typed", ["2031 17", "17号", "〔2031〕71号", "2030 7", "203", "1号"])
def test_another_number_is_not(typed: str) -> None:
    assert not holds(folded(NUMBER), typed)


@pytest.mark.parametrize(("text", "typed"), [
    ("第29条", "第 29 条"), ("第29条", "第二十九条"), ("第105条", "第一百零五条"), ("第十条", "第10条"), ("第二〇条", "第20条"),
    ("最高100万元", "100 万元"), ("最高100 万元", "100万元"), ("1,250,000元", "1250000"), ("1250000", "1,250,000"), ("比例为3.5%", "3.5 ％"),
    ("市科学技术局", "科技局"), ("市科技局", "市科学技术局"), ("市发展和改革委员会", "发改委"), ("市发改委", "发展改革委"), ("市人力资源和社会保障局", "人社局"),
    ("創新劵", "创新券"), ("Ｒ＆Ｄ投入", "R&D"), ("an incubator", "Incubators"), ("科技企业孵化器认定", "孵化器 认定"), ("上海市科技局", "上海市科技局"),
])
def test_other_ways_to_write_the_same(text: str, typed: str) -> None:
    assert holds(folded(text), typed)


@pytest.mark.parametrize(("text", "typed"), [
    ("最高1100万元", "100万元"), ("比例为15%", "5%"), ("科学技术奖", "科技局"), ("which", "wh"), ("第129条", "第29条"), ("2018年支持20家", "2018 家奖"), ("孵化器", "***"),
])
def test_what_only_looks_alike_is_not_found(text: str, typed: str) -> None:
    assert not holds(folded(text), typed)


def test_a_place_before_other_words_is_a_word_of_its_own() -> None:
    assert terms("威海市科技局") == ("威海市", "科技局") and terms("威海孵化器") == ("威海", "孵化器") and terms("威海") == ("威海",)


def test_two_years_are_no_document_number() -> None:
    assert terms("2018 2023") == (" 2018,", " 2023,")


def test_pinyin_and_its_initials() -> None:
    assert pinyin("威海市") == "weihaishi whs" and pinyin("重庆") == "chongqing cq" and pinyin("R&D") == ""


def test_no_words_find_everything_and_mere_marks_nothing() -> None:
    assert terms("  ") == () and holds(folded("任何"), "") and not holds(folded("( )"), "(")


@given(st.text(max_size=60))
def test_what_is_written_is_found_by_typing_it(words: str) -> None:
    line = " ".join(words.split())
    found = terms(line)
    assert found == ("\0",) or all(term.strip(" ") for term in found)
    if found and found != ("\0",):
        assert holds(folded(line), line.split()[0]) or terms(line.split()[0]) == ("\0",)


@given(st.text(max_size=200))
def test_folding_keeps_lines_apart(words: str) -> None:
    assert all(line.startswith(" ") and line.endswith(" ") for line in folded(words).splitlines() if line)
