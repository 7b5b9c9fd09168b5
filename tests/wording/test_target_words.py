"""Targets in words: comparator, kind and year as the documents put them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import queries
from loaders.snapshot import Tables
from model.codes import codes
from wording.target_words import target_words

# Worked out by hand from the five documents.
EXPECTED = {
    "weihai-2018-107.2-1-1.t1": ("2022年达到3%以上", "≥3% by 2022"),
    "jinzhou-undated.0-2.t1": ("2020年达到2%", "≥2% by 2020"),
    "jinzhou-undated.0-2.t10": ("2020年超过20%", ">20% by 2020"),
    "jinzhou-undated.0-2.t7": ("到2020年每年1200件以上", "≥1,200 every year by 2020"),
    "jinzhou-undated.5.t2": ("未来3年培育100家(未写起始年份)", "cultivate 100 in the next 3 years (no start given)"),
    "jinzhou-undated.19.t1": ("每个县(市、区)建设不少于1个(未写目标年份)", "build ≥1 in every county or district (no target year given)"),
    "nantong-2012-26.1-2.t5": ("2011—2015年新增超过500万平方米", ">5,000,000 m² more, 2011–2015"),
    "nantong-2012-26.1-2.t8": ("2015年超过150亿元", ">CNY 15,000 million by 2015"),
    "nantong-2012-26.1-2.t3": ("2011—2015年普遍覆盖", "general coverage (普遍), 2011–2015"),
    "weihai-2018-107.1-3.t1": ("到2022年培育约50家", "cultivate about 50 by 2022"),
    "weihai-2018-107.1-3.t2": ("到2022年建设2至3处", "build 2 to 3 by 2022"),
    "weihai-2018-107.1-3.t4": ("到2022年年均增长10%以上", "≥10% a year on average by 2022"),
    "weihai-2018-107.2-1-4.t2": ("2022年达到每万人15件", "≥15 per 10,000 people by 2022"),
    "shanwei-2021-draft.2.t3": ("2021年培育5家", "cultivate 5 in 2021"),
}


@pytest.mark.parametrize("target_id", EXPECTED)
def test_words_of_known_goals(tables: Tables, target_id: str) -> None:
    row = next(row for row in queries.records(tables["targets"]) if row["target_id"] == target_id)
    assert (target_words(row, "zh"), target_words(row, "en")) == EXPECTED[target_id]


def test_every_goal_of_the_snapshot_has_words(tables: Tables) -> None:
    for row in queries.records(tables["targets"]):
        for lang in ("zh", "en"):
            said = target_words(row, lang)
            assert "None" not in said and "{" not in said
            assert row["target_year"] is None or str(row["target_year"]) in said


@given(
    comparator=st.sampled_from(codes("comparator")), basis=st.sampled_from(codes("target_basis")), verb=st.sampled_from(codes("verb")),
    unit=st.sampled_from([unit for unit in codes("unit") if unit != "none"]), value=st.integers(1, 10**11), year=st.none() | st.integers(2010, 2035),
    start=st.none() | st.integers(2005, 2030), lang=st.sampled_from(("zh", "en")),
)
def test_any_goal_can_be_said(
    comparator: str, basis: str, verb: str, unit: str, value: int, year: int | None, start: int | None, lang: str
) -> None:
    row = {
        "comparator": comparator, "basis": basis, "verb": verb, "unit": unit, "value": float(value), "value_max": value * 2.0 if comparator == "range" else None,
        "target_year": year, "period_start": start, "horizon_years": None, "target_year_basis": "heading" if year else "none",
    }
    said = target_words(row, lang)
    assert said and "None" not in said and "{" not in said
    assert year is not None or ("未写" in said if lang == "zh" else "no " in said)


@pytest.mark.parametrize(
    ("unit", "comparator", "value", "suffix", "zh", "en"),
    [
        ("rank", "<=", 8, "", "2030年前8位", "rank 8 or better by 2030"), ("rank", "=", 25, "", "2030年第25位", "rank 25 by 2030"),
        ("index", ">=", 82.5, "以上", "2030年达到82.5以上", "≥82.5 by 2030"), ("ratio", ">=", 4, "", "2030年达到1:4", "≥1:4 by 2030"),
    ],
)
def test_indices_ranks_and_ratios(unit: str, comparator: str, value: float, suffix: str, zh: str, en: str) -> None:
    row = {
        "comparator": comparator, "basis": "level", "verb": "reach", "unit": unit, "value": float(value), "value_max": None, "prefix": "", "suffix": suffix,
        "target_year": 2030, "period_start": None, "horizon_years": None, "target_year_basis": "clause",
    }
    assert (target_words(row, "zh"), target_words(row, "en")) == (zh, en)
