"""Every picker takes what is typed by any name, in both languages."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app_pages.conftest import Open


def typed(at: AppTest, key: str, *values: object) -> AppTest:
    """The page after these values stand in a picker, the last of them typed."""
    return next(box for box in at.multiselect if box.key == key).set_value(list(values)).run()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("page", "name", "words", "expected"), [
    ("incubator_rewards", "cities", "wh", "weihai"), ("incubator_rewards", "cities", "锦州", "jinzhou"), ("incubator_rewards", "documents", "[2023] 5号", "weihai-2023-5"),
    ("policy_clauses", "designations", "gaoqi", "high_tech_enterprise"), ("policy_clauses", "categories", "cxq", "voucher"), ("policy_clauses", "provinces", "shandong", "37"),
    ("policy_clauses", "years", "2018", "2018"), ("policy_clauses", "statuses", "yfz", "repealed"), ("policy_clauses", "levels", "National", "national"),
])
def test_a_filter(open_page: Open, lang: str, page: str, name: str, words: str, expected: str) -> None:
    at = typed(open_page(page, ("filters",), lang=lang), f"w.{name}.{lang}", words)
    assert at.query_params[name] in (expected, [expected])


def test_what_is_chosen_already_stays(open_page: Open) -> None:
    at = typed(open_page("incubator_rewards", ("filters",), cities="jinzhou"), "w.cities.zh", "jinzhou", "weihai")
    assert at.query_params["cities"] in ("jinzhou,weihai", ["jinzhou,weihai"])


def test_the_cities_that_the_own_one_is_set_against(open_page: Open) -> None:
    assert typed(open_page("incubator_rewards", baseline="weihai"), "w.peers.zh", "nt").query_params["peers"] in ("nantong", ["nantong"])


def test_what_answers_to_nothing_is_said_and_changes_nothing(open_page: Open) -> None:
    at = typed(open_page("incubator_rewards", ("filters",), cities="jinzhou"), "w.cities.zh", "jinzhou", "亚特兰蒂斯")
    assert at.query_params["cities"] in ("jinzhou", ["jinzhou"]) and "亚特兰蒂斯" in at.toast[0].value
