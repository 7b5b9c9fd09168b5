"""The value of a numeral, and where a figure begins and ends. Values by hand; cn2an writes further numerals for comparison."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.extract import extract
from curation.extract.figures import find_figures
from curation.extract.normalise import normalise
from curation.extract.numerals import CHINESE, value_of

BY_HAND = {
    "200": 200, "1,000.5": "1000.5", "十": 10, "二十": 20, "廿": 20, "廿五": 25, "卅": 30, "卌二": 42, "一百廿": 120, "一百零五": 105, "一百五": 150, "二百五十": 250, "两千五": 2500,
    "一千零五十": 1050, "三〇": 30, "一五〇": 150, "二〇二七": 2027, "一万二": 12_000, "三万五": 35_000, "三万零五": 30_005, "3万5": 35_000, "1万5000": 15_000, "2万3千": 23_000,
    "3万零500": 30_500, "3千5百": 3_500, "1.5万": 15_000, "1.5万零200": 15_200, "10万5千": 105_000, "十二万": 120_000, "十二万六": 126_000, "12万3456": 123_456, "三〇万": 300_000,
    "一五〇万": 1_500_000, "2百50万": 2_500_000, "二百五十万": 2_500_000, "一百九十万零三千九百七十一": 1_903_971, "1,200,000": 1_200_000, "叁拾万": 300_000, "壹佰贰拾万": 1_200_000,
    "壹拾贰万伍仟": 125_000, "50W": 500_000, "百万": 1_000_000, "千万": 10_000_000, "三千五百万": 35_000_000, "三点五万": 35_000, "15000万": 150_000_000, "1亿2": 120_000_000,
    "一亿二": 120_000_000, "一点二亿": 120_000_000, "一亿二千五百万": 125_000_000, "3亿5000万": 350_000_000, "一亿零五万": 100_050_000, "1.2万亿": 1_200_000_000_000, "一万二千亿": 1_200_000_000_000,
    "三点五": "3.5", "零点五": "0.5", "零": 0,
}
BROKEN = ("", "1万50000", "1万0500", "1万05", "1.5万5000", "三万万", "一万二千万", "15百", "百百", "五百500", "一百二百", "三点", "一百零", "七八", "三五万", "二三十", "1万.5", "三千万千", "亿万")


@pytest.mark.parametrize(("numeral", "value"), BY_HAND.items())
def test_values_by_hand(numeral: str, value: int | str):
    assert value_of(numeral) == Decimal(str(value))


@pytest.mark.parametrize("numeral", BROKEN)
def test_a_broken_numeral_has_no_value(numeral: str):
    with pytest.raises(ValueError, match="numeral"):
        value_of(numeral)


@settings(max_examples=300)
@given(st.integers(min_value=1, max_value=10**12), st.sampled_from(["low", "up"]))
def test_numerals_as_another_library_writes_them(number: int, style: str):
    assert value_of(cn2an.an2cn(str(number), style)) == number


@settings(max_examples=200)
@given(st.text(alphabet=CHINESE + "万亿0123456789.,点W", max_size=12))
def test_any_run_has_one_value_or_none(run: str):
    try:
        value = value_of(run)
    except ValueError:
        return
    assert value >= 0


@settings(max_examples=200)
@given(st.integers(min_value=1, max_value=10**10), st.sampled_from(["low", "up", "digits"]))
def test_a_figure_starts_where_its_numeral_starts(number: int, style: str):
    numeral = str(number) if style == "digits" else cn2an.an2cn(str(number), style)
    text = f"对入选企业给予{numeral}元奖励。"
    found = [item for item in extract(text) if item.kind == "award"]
    assert [(item.phrase, item.get("sum_cny")) for item in found] == [(f"{numeral}元", number)]


@pytest.mark.parametrize("sums", ["50万元-20万元", "9-5万元", "三十万元至十万元", "2万元到8000元"])
def test_a_low_end_above_the_high_end_is_a_misreading(sums: str):
    assert find_figures(normalise(f"给予{sums}奖励。").compact) == []


@pytest.mark.parametrize(("sums", "low", "high"), [("5-9万元", 50_000, 90_000), ("3000-1万元", 3_000, 10_000), ("8000元至2万元", 8_000, 20_000), ("三十万元到五十万元", 300_000, 500_000)])
def test_ranges(sums: str, low: int, high: int):
    (figure,) = find_figures(normalise(f"给予{sums}奖励。").compact)
    assert (figure.value, figure.value_max) == (low, high)


@pytest.mark.parametrize("words", ["3万5元", "1万50000元", "三万万元", "七八万元", "二三十万元", "1.5万5000元", "数十万元", "几万元"])
def test_what_breaks_the_rules_is_no_figure(words: str):
    assert find_figures(normalise(f"给予{words}奖励。").compact) == []


@pytest.mark.parametrize("words", ["5千米", "3千瓦时", "2百米", "折价入股", "打折扣", "按8折算", "十二圆桌"])
def test_units_and_words_that_begin_like_a_scale(words: str):
    assert [figure for figure in find_figures(normalise(f"建设{words}的设施。").compact) if figure.kind in ("money", "percent")] == []
