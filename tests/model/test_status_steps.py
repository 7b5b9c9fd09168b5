"""The stretches of a status over all days are what the rule says on every single day."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from model.status import status_on, steps

DAYS = st.one_of(st.none(), st.dates(date(1999, 1, 1), date(2031, 12, 31)), st.just(date.max))
DOCUMENTS = st.fixed_dictionaries({
    "is_draft": st.sampled_from([False, False, True]), "policy_year": st.one_of(st.none(), st.integers(1999, 2031)),
    **dict.fromkeys(("effective_from", "issued_on", "published_on", "repealed_on", "expires_on"), DAYS),
})


@given(DOCUMENTS, st.one_of(st.dates(), st.dates(date(1998, 12, 1), date(2032, 1, 31))))
def test_one_stretch_holds_on_each_day_and_has_the_status_of_the_rule(document: dict[str, object], day: date) -> None:
    holding = [status for since, until, status in steps(document) if (since is None or since <= day) and (until is None or day < until)]
    assert holding == [status_on(document, day)]


@given(DOCUMENTS)
def test_stretches_follow_each_other_and_neighbours_differ(document: dict[str, object]) -> None:
    found = steps(document)
    assert found[0][0] is None and found[-1][1] is None
    for one, other in pairwise(found):
        assert one[1] == other[0] is not None and one[2] != other[2]


def test_by_hand() -> None:
    document = {"is_draft": False, "policy_year": 2020, "issued_on": date(2020, 3, 1), "published_on": None, "effective_from": date(2020, 4, 1),
                "expires_on": date(2025, 3, 31), "repealed_on": date(2023, 1, 1)}
    assert steps(document) == [(None, date(2020, 4, 1), "not_yet"), (date(2020, 4, 1), date(2023, 1, 1), "in_force"), (date(2023, 1, 1), None, "repealed")]
