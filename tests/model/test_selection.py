"""A selection survives its link, and no link can break a page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.codes import codes
from model.selection import ITEM_LIMIT, Dropped, Selection, clean_text, parse, query
from tests.conftest import DAY

ALLOWED = {
    "cities": ("weihai", "jinzhou", "nantong"), "documents": ("weihai-2018-107", "weihai-2023-5"), "years": (2012, 2018, 2023),
    "categories": codes("category"), "designations": codes("designation"), "beneficiaries": codes("beneficiary"),
    "levels": codes("recognition_level"), "instruments": codes("instrument"), "indicators": codes("indicator"), "statuses": codes("status"),
}


def some(name: str) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(ALLOWED[name]), max_size=4).map(tuple)


proposals = st.builds(
    lambda title, level, bound, yuan: f"{title}.{level}.{bound}.{yuan}",
    st.sampled_from(ALLOWED["designations"]), st.sampled_from(ALLOWED["levels"]), st.sampled_from(("exact", "at_most")), st.integers(1, 10**12),
)
selections = st.builds(
    Selection,
    as_of=st.dates(date(1990, 1, 1), date(2100, 12, 31)), lang=st.sampled_from(("zh", "en")), order=st.sampled_from(("date", "value")),
    **{name: some(name) for name in ALLOWED}, quantified=st.booleans(), text=st.text(max_size=120),
    baseline=st.sampled_from(("", *ALLOWED["cities"], *ALLOWED["documents"])), row=st.from_regex(r"[a-z0-9_.:-]{0,60}", fullmatch=True),
    proposals=st.lists(proposals, max_size=3).map(tuple), inputs=st.lists(st.from_regex(r"[a-z]{1,8}:[0-9]{1,9}", fullmatch=True), max_size=3).map(tuple),
)


@given(selections)
def test_a_link_gives_back_its_selection(selection: Selection) -> None:
    assert parse(query(selection), ALLOWED, DAY) == (selection, ())


@given(st.dictionaries(st.sampled_from(["as_of", "lang", "cities", "years", "text", "row", "proposals", "inputs", "quantified", "baseline", "x"]) | st.text(max_size=8), st.text(max_size=200)))
def test_any_link_gives_a_selection_that_survives(parameters: dict[str, str]) -> None:
    selection, _ = parse(parameters, ALLOWED, DAY)
    assert parse(query(selection), ALLOWED, DAY) == (selection, ())


def test_what_cannot_be_used_is_named() -> None:
    selection, dropped = parse({"cities": "weihai,atlantis", "as_of": "2023-02-30", "citys": "weihai", "years": "2018,1"}, ALLOWED, DAY)
    assert selection == Selection(as_of=DAY, cities=("weihai",), years=(2018,))
    assert {(item.name, item.value) for item in dropped} == {("cities", "atlantis"), ("as_of", "2023-02-30"), ("citys", "weihai"), ("years", "1")}


def test_order_and_repeats_do_not_matter() -> None:
    assert Selection(as_of=DAY, cities=("weihai", "jinzhou", "weihai")) == Selection(as_of=DAY, cities=("jinzhou", "weihai"))


@given(st.text())
def test_search_words_are_clean(words: str) -> None:
    clean = clean_text(words)
    assert clean == clean_text(clean)
    assert len(clean) <= 100
    assert not set(clean) & set("\n\r\t\x00\u202e\u200b")


def test_a_link_that_names_thousands_keeps_what_a_list_holds_and_says_how_many_it_dropped() -> None:
    ids = [f"d{place}" for place in range(3000)]
    selection, dropped = parse({"documents": ",".join(ids)}, {"documents": ids}, date(2026, 11, 21))
    assert len(selection.documents) == ITEM_LIMIT
    assert dropped == (Dropped("documents", f"+{3000 - ITEM_LIMIT}"),)


@pytest.mark.parametrize("name", [
    "utm_source", "utm_medium", "utm_campaign", "from", "isappinstalled", "scene", "clicktime", "enterid", "spm", "fbclid", "gclid", "msclkid", "share_token", "nsukey", "sessionid",
    "wxwork_userid", "timestamp", "t", "_", "colour", "state", "key", "weixin_openid", "srcid", "chksm", "mpshare", "embed",
])
def test_what_a_chat_adds_to_a_link_is_passed_over_in_silence(name: str) -> None:
    assert parse({"cities": "weihai", name: "1"}, ALLOWED, DAY) == (Selection(as_of=DAY, cities=("weihai",)), ())


@pytest.mark.parametrize("name", ["citys", "Cities", "document", "colums", "categorys", "quantifed"])
def test_a_name_that_was_meant_to_be_ours_is_said(name: str) -> None:
    assert parse({name: "1"}, ALLOWED, DAY)[1] == (Dropped(name, "1"),)


def test_a_name_that_stands_several_times_is_one_list() -> None:
    selection, dropped = parse({"cities": ["weihai", "jinzhou,nantong", "weihai"], "order": ["date", "value"], "as_of": ["2020-01-01", "2026-11-21"]}, ALLOWED, DAY)
    assert selection == Selection(as_of=date(2026, 11, 21), cities=("jinzhou", "nantong", "weihai"), order="value") and not dropped


def test_a_language_with_its_country_is_the_language() -> None:
    assert parse({"lang": "en-US"}, ALLOWED, DAY)[0].lang == "en" and parse({"lang": "zh_CN"}, ALLOWED, DAY) == (Selection(as_of=DAY), ())
    assert parse({"lang": "fr"}, ALLOWED, DAY)[1] == (Dropped("lang", "fr"),)


def test_what_a_question_chose_ends_with_its_page_and_what_the_reader_chose_goes_along() -> None:
    asked = Selection(as_of=DAY, question="national_incubator", designations=("tech_incubator",), levels=("national",), baseline="weihai")
    assert asked.leaving() == Selection(as_of=DAY, baseline="weihai")
    assert asked.having(levels=("provincial",), cities=("weihai",)).leaving() == Selection(as_of=DAY, baseline="weihai", levels=("provincial",), cities=("weihai",))


def test_search_words_row_and_place_in_a_list_end_with_the_page() -> None:
    chosen = Selection(as_of=DAY, text="孵化器", row="x", page=3, sort="-sum", categories=("incubation",), designations=("tech_incubator",))
    assert chosen.leaving() == Selection(as_of=DAY, categories=("incubation",), designations=("tech_incubator",))
    assert chosen.leaving(("designations",)) == Selection(as_of=DAY, categories=("incubation",))
