"""The basket: every change, the file and back, and clear refusals."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.basket import Basket, Entry, comparison_of, dumps, loads, report
from reports.errors import ReportError
from tests.conftest import DAY
from wording.answer import answered


def filled(tables: Tables, selection: Selection) -> Basket:
    basket = Basket("材料")
    for view in ("incubator_rewards", "vouchers", "targets"):
        basket = basket.added(answered(VIEWS[view], tables, selection.having(cities=("weihai", "jinzhou"))))
    return basket


def test_what_is_saved_is_what_is_loaded(tables: Tables, selection: Selection) -> None:
    basket = filled(tables, selection).changed(1, title="券", remark="供\n座谈会")
    again, refused = loads(dumps(basket), tables, DAY)
    assert again == basket and not refused
    assert comparison_of(again.entries[0], tables, "zh", DAY) == answered(VIEWS["incubator_rewards"], tables, selection.having(cities=("weihai", "jinzhou")))


def test_entries_move_are_renamed_and_removed(tables: Tables, selection: Selection) -> None:
    basket = filled(tables, selection)
    views = [entry.view for entry in basket.moved(2, 0).entries]
    assert views == ["targets", "incubator_rewards", "vouchers"]
    assert [entry.view for entry in basket.removed(1).entries] == ["incubator_rewards", "targets"]
    assert basket.changed(0, title="甲").entries[0].title == "甲"
    assert basket.named(" 名 ").title == "名"


@given(place=st.integers(0, 2), to=st.integers(-5, 9))
def test_moving_keeps_every_entry(place: int, to: int) -> None:
    basket = Basket("", tuple(Entry("vouchers", (), str(at)) for at in range(3)))
    assert sorted(entry.title for entry in basket.moved(place, to).entries) == ["0", "1", "2"]


def test_the_report_is_in_the_language_asked_for(tables: Tables, selection: Selection) -> None:
    made = report(filled(tables, selection), tables, "en", DAY)
    assert made.lang == "en" and made.items[1].title.isascii() and made.title == "材料"
    with pytest.raises(ReportError):
        report(Basket(), tables, "zh", DAY)


SOUND: dict[str, Any] = {"kind": "policy-basket", "version": 1, "title": "", "entries": []}


@pytest.mark.parametrize(("content", "key"), [
    (b"\xff\xfe", "reports.error.basket_json"), (b"{", "reports.error.basket_json"), (b"[" * 100_000, "reports.error.basket_json"), (b"[]", "reports.error.basket_kind"),
    (b"{}", "reports.error.basket_kind"), (json.dumps({**SOUND, "version": 2}).encode(), "reports.error.basket_version"),
    (json.dumps({**SOUND, "entries": "x"}).encode(), "reports.error.basket_kind"), (json.dumps({**SOUND, "entries": [{}] * 61}).encode(), "reports.error.too_many_items"),
    (b" " * 300_000, "reports.error.basket_large"),
])
def test_a_file_that_is_no_basket_is_refused_as_a_whole(tables: Tables, content: bytes, key: str) -> None:
    with pytest.raises(ReportError) as raised:
        loads(content, tables, DAY)
    assert raised.value.key == key
    assert raised.value.words("zh") and raised.value.words("en")


@pytest.mark.parametrize(("entry", "key"), [
    (7, "entry_shape"), ({"view": "vouchers"}, "entry_shape"), ({"view": "vouchers", "query": {"cities": 1}}, "entry_shape"), ({"view": "vouchers", "query": {}, "title": 5}, "entry_shape"),
    ({"view": "rankings", "query": {}}, "entry_view"), ({"view": "vouchers", "query": {"cities": "beijing"}}, "entry_query"), ({"view": "vouchers", "query": {"citys": "weihai"}}, "entry_query"),
    ({"view": "vouchers", "query": {"as_of": "2026-02-30"}}, "entry_query"), ({"view": "vouchers", "query": {"lang": "fr"}}, "entry_query"),
])
def test_a_broken_entry_is_refused_by_its_number_and_the_others_are_kept(tables: Tables, entry: Any, key: str) -> None:
    good = {"view": "targets", "query": {"as_of": "2026-11-21"}, "title": "", "remark": ""}
    basket, refused = loads(json.dumps({**SOUND, "entries": [good, entry]}).encode(), tables, DAY)
    assert [one.view for one in basket.entries] == ["targets"]
    assert [error.key for error in refused] == [f"reports.error.{key}"]
    assert "2" in refused[0].words("zh")


def test_a_full_basket_says_so(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["vouchers"], tables, selection)
    basket = Basket("", tuple(Entry("vouchers", ()) for _ in range(60)))
    with pytest.raises(ReportError):
        basket.added(made)


def test_an_entry_with_nothing_to_show_stops_the_report_with_its_reason(tables: Tables) -> None:
    basket = Basket("", (Entry("incubator_rewards", (("cities", "nantong"), ("years", "2018"))),))
    with pytest.raises(ReportError) as raised:
        report(basket, tables, "zh", DAY)
    assert raised.value.key == "reports.error.empty"
