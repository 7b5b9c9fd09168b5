"""Values of single columns: what is taken, and that every other text is a ConversionError."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.check.convert import ConversionError, convert
from model.fields import FIELDS


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("sum_cny", "1000000", 1_000_000), ("rate_pct", "0.5", 0.5), ("rate_pct", "100", 100.0), ("is_draft", "true", True),
        ("issued_on", "2023-07-13", date(2023, 7, 13)), ("phrase", "1:1", "1:1"), ("categories", ["rnd", "ip"], ["rnd", "ip"]),
        ("sum_cny", "", None), ("categories", [], []), ("categories", None, []), ("note_zh", None, None),
    ],
)
def test_good_values(column: str, text: object, value: object) -> None:
    assert convert(column, text) == value


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("sum_cny", "100万"), ("sum_cny", "1e6"), ("sum_cny", "1,000"), ("sum_cny", "1000000.0"), ("sum_cny", "０５"), ("sum_cny", "٣"),
        ("sum_cny", "007"), ("sum_cny", "1" * 19), ("sum_cny", " 5"), ("sum_cny", "5\n"), ("sum_cny", ["5"]), ("sum_cny", {"a": "b"}),
        ("rate_pct", "5%"), ("rate_pct", "nan"), ("rate_pct", "inf"), ("rate_pct", ".5"), ("rate_pct", "1.2.3"), ("rate_pct", "１.5"),
        ("is_draft", "yes"), ("is_draft", "True"), ("issued_on", "20230713"), ("issued_on", "2023-W28-4"), ("issued_on", "2023-02-30"),
        ("form", "SUM"), ("form", "sums"), ("categories", "rnd"), ("categories", ["rnd", "rnd"]), ("categories", ["nope"]),
        ("departments", [""]), ("departments", ["市科技局", ["x"]]), ("title_zh", "a\nb"), ("title_zh", "a\u200bb"), ("title_zh", "a\u202eb"),
        ("title_zh", "\ud800"), ("title_zh", "\ufeffa"), ("title_zh", "a\u2028b"), ("title_zh", "\ue000"), ("title_zh", " a"),
    ],
)
def test_bad_values_say_what_mends_them(column: str, text: object) -> None:
    with pytest.raises(ConversionError) as error:
        convert(column, text)
    assert "; " in error.value.said("en") and "；" in error.value.said("zh")


@given(st.sampled_from(sorted(FIELDS)), st.one_of(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=3), st.none()))
def test_any_text_is_a_value_or_a_conversion_error(column: str, text: object) -> None:
    try:
        value = convert(column, text)
    except ConversionError:
        return
    if isinstance(value, str):
        value.encode("utf-8")
