"""Two lists that grew apart: nothing that only one of them added is lost, nothing that one removed comes back."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from model.merging import merged

LISTS = st.lists(st.sampled_from("abcdef"), max_size=6)


def test_by_hand() -> None:
    assert merged("", "", "ab") == ("a", "b"), "a new window takes what there is"
    assert merged("ab", "abc", "abd") == ("a", "b", "d", "c"), "both added one"
    assert merged("ab", "b", "abd") == ("b", "d"), "I removed a, they added d"
    assert merged("ab", "abc", "b") == ("b", "c"), "they removed a, I added c"
    assert merged("ab", "ba", "ab") == ("b", "a"), "I alone changed the order"
    assert merged("ab", "ab", "ba") == ("b", "a"), "they alone changed the order"
    assert merged("a", "aa", "ab") == ("a", "b", "a"), "the same comparison twice"
    assert merged("ab", "", "") == () and merged("", "x", "x") == ("x",)


@given(LISTS, LISTS, LISTS)
def test_nothing_is_lost_and_nothing_comes_back(base: list[str], mine: list[str], theirs: list[str]) -> None:
    found = Counter(merged(base, mine, theirs))
    for item in "abcdef":
        was, i_have, they_have = base.count(item), mine.count(item), theirs.count(item)
        mine_added, theirs_added = max(0, i_have - was), max(0, they_have - was)
        removed = max(was - i_have, was - they_have, 0)
        assert found[item] >= was + max(mine_added, theirs_added) - (max(0, was - i_have) + max(0, was - they_have)), item
        if removed and not mine_added and not theirs_added:
            assert found[item] <= was - removed


@given(LISTS, LISTS)
def test_what_only_one_changed_is_as_that_one_left_it(base: list[str], changed: list[str]) -> None:
    assert merged(base, changed, base) == tuple(changed)
    assert merged(base, base, changed) == tuple(changed)
