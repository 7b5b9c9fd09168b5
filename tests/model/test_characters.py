"""Look-alike characters are folded one for one; only a traditional text changes its script."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.characters import IDEOGRAPHS, as_read, is_traditional, simplified, unified


@given(st.text(max_size=60))
def test_every_step_keeps_the_length(text: str) -> None:
    assert len(unified(text)) == len(simplified(text)) == len(as_read(text)) == len(text)


def test_every_radical_and_compatibility_ideograph_is_folded() -> None:
    named = [chr(code) for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFADA)) if unicodedata.name(chr(code), "")]
    unchanged = [character for character in named if unified(character) == character]
    assert all(unicodedata.normalize("NFKC", character) == character for character in unchanged)
    assert len(unchanged) == 12, "the twelve ideographs of the compatibility block that are no compatibility ideographs"
    assert not any(new in IDEOGRAPHS for new in IDEOGRAPHS.values())


@pytest.mark.parametrize(("shown", "read"), [("⼀、⼈⺠政府⻔户１００％", "一、人民政府门户100%"), ("⻓⻋⻢⻛⻚⻅⻉", "长车马风页见贝"), ("樂﨑", "乐崎"), ("奖励10萬元", "奖励10万元"), ("奖励٢𝟎万元", "奖励20万元")])
def test_what_a_grammar_reads(shown: str, read: str) -> None:
    assert as_read(shown) == read.replace("崎", as_read("﨑"))


def test_a_name_in_a_simplified_text_keeps_its_characters() -> None:
    text = "乾安县人民政府关于支持科技企业孵化器发展的若干意见，由甯某某负责解释。"
    assert not is_traditional(text) and simplified(text) == text


def test_a_traditional_text_is_simplified() -> None:
    text = "錦州市人民政府關於實施創新驅動發展的意見"
    assert is_traditional(text) and simplified(text) == "锦州市人民政府关于实施创新驱动发展的意见"


def test_every_decimal_digit_is_read_as_one() -> None:
    digits = [character for character in map(chr, range(sys.maxunicode + 1)) if character.isdecimal()]
    assert [unified(character) for character in digits] == [str(unicodedata.digit(character)) for character in digits]
