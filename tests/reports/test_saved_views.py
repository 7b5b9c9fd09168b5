"""Saved views: names stay apart, a file comes back as it was, what is no list of views is refused with the mend."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.errors import ReportError
from reports.saved_views import MOST, NAME_MOST, SavedView, Views, added, dumps, loads, removed, renamed, together
from tests.samples import HOSTILE

PAGES = frozenset({"vouchers", "targets"})
ONE = SavedView("威海", "vouchers", (("as_of", "2026-11-21"), ("cities", "weihai")))


def several(*names: str) -> Views:
    held: Views = ()
    for name in names:
        held = added(held, SavedView(name, "vouchers", ()))
    return held


def test_names_stay_apart() -> None:
    held = several("甲", "甲", " 甲\n", "乙")
    assert [view.name for view in held] == ["甲", "甲 (2)", "甲 (3)", "乙"]
    assert [view.name for view in renamed(held, 3, "甲")] == ["甲", "甲 (2)", "甲 (3)", "甲 (4)"]
    assert renamed(held, 0, "甲")[0].name == "甲", "its own name is free for it"
    assert [view.name for view in removed(held, 1)] == ["甲", "甲 (3)", "乙"]
    assert together(held, held) == held and len(together(held, (ONE,))) == 5


def test_an_empty_name_and_a_full_list_are_refused() -> None:
    for name in ("", "  ", "\x00\u200b"[:1]):
        with pytest.raises(ReportError):
            added((), SavedView(name, "vouchers", ()))
    full = several(*map(str, range(MOST)))
    with pytest.raises(ReportError, match=str(MOST)):
        added(full, ONE)


@given(st.lists(st.tuples(st.text(min_size=1), st.sampled_from(sorted(PAGES)), st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3)), max_size=6))
def test_a_file_comes_back_as_it_was(raw: list[tuple[str, str, dict[str, str]]]) -> None:
    held: Views = ()
    for name, page, query in raw:
        try:
            held = added(held, SavedView(name, page, tuple(sorted(query.items()))))
        except ReportError:
            continue
    assert loads(dumps(held), PAGES) == (held, ())


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b'{"kind": "policy-basket", "version": 1, "views": []}', b'{"kind": "policy-views", "version": 2, "views": []}', b"[" * 100_000, b"x" * 200_001])
def test_what_is_no_list_of_views_is_refused_with_the_mend(content: bytes) -> None:
    with pytest.raises(ReportError) as raised:
        loads(content, PAGES)
    assert "请" in raised.value.words("zh")


@pytest.mark.parametrize("raw", [None, [], {}, {"name": "甲", "page": "curate", "query": {}}, {"name": "甲", "page": ["vouchers"], "query": {}}, {"name": 1, "page": "vouchers", "query": {}},
                                 {"name": "甲", "page": "vouchers", "query": {"a": 1}}, {"name": " ", "page": "vouchers", "query": {}}, {"name": "甲", "page": "vouchers", "query": {"a": "x" * 5000}}])
def test_a_single_unsound_view_is_left_out_and_named(raw: object) -> None:
    good = {"name": "乙", "page": "targets", "query": {"as_of": "2026-11-21"}}
    views, refused = loads(json.dumps({"kind": "policy-views", "version": 1, "views": [raw, good]}).encode(), PAGES)
    assert [view.name for view in views] == ["乙"] and len(refused) == 1


def test_hostile_names_are_cleaned_and_cut() -> None:
    for name in HOSTILE:
        (view,) = added((), SavedView(name, "vouchers", ()))
        assert len(view.name) <= NAME_MOST and not any(ord(letter) < 32 for letter in view.name)
