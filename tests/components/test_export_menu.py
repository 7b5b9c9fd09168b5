"""The export menu and the basket page as a reader meets them, without a browser."""

import pytest
from streamlit.testing.v1 import AppTest

from components.basket import _STATE
from model.paths import ROOT
from reports.basket import Basket, Entry


def opened(page: str, lang: str = "zh") -> AppTest:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["lang"] = lang
    at.query_params["as_of"] = "2026-11-21"
    at.switch_page(f"app_pages/{page}.py")
    return at.run()


@pytest.mark.parametrize("page", ["incubator_rewards", "vouchers", "targets", "what_changed", "who_pays", "policy_clauses", "support_list"])
def test_every_comparison_can_be_exported_and_collected(page: str) -> None:
    at = opened(page)
    assert not at.exception
    assert [button.label for button in at.button].count("加入材料篮") == 1


def test_a_comparison_goes_into_the_basket_with_its_filters() -> None:
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["cities"] = "weihai"
    at.query_params["as_of"] = "2026-11-21"
    at.switch_page("app_pages/incubator_rewards.py")
    at.run()
    next(button for button in at.button if button.label == "加入材料篮").click().run()
    (entry,) = at.session_state[_STATE].entries
    assert entry.view == "incubator_rewards" and dict(entry.query)["cities"] == "weihai"
    assert "材料篮（1）" in [link.proto.label for link in at.get("page_link")], "the menu says how full it is, at once"


def test_an_empty_basket_says_how_to_fill_it() -> None:
    at = opened("basket")
    assert not at.exception and "加入材料篮" in at.info[0].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_entries_can_be_renamed_moved_and_removed(lang: str) -> None:
    at = opened("basket", lang)
    day = (("as_of", "2026-11-21"),)
    at.session_state[_STATE] = Basket("", (Entry("vouchers", day), Entry("targets", day)))
    at.run()
    assert not at.exception and not at.error
    next(field for field in at.text_input if field.key == f"basket.w.title.1.{lang}").set_value("目标").run()
    next(button for button in at.button if button.key == f"basket.up.1.{lang}").click().run()
    assert [(entry.view, entry.title) for entry in at.session_state[_STATE].entries] == [("targets", "目标"), ("vouchers", "")]
    next(button for button in at.button if button.key == f"basket.remove.0.{lang}").click().run()
    assert [entry.view for entry in at.session_state[_STATE].entries] == ["vouchers"]


def test_an_entry_without_anything_to_export_says_why_before_the_click() -> None:
    at = opened("basket")
    at.session_state[_STATE] = Basket("", (Entry("incubator_rewards", (("as_of", "2026-11-21"), ("cities", "nantong"), ("years", "2018"))),))
    at.run()
    assert "第1项" in at.error[0].value
    assert all(button.proto.disabled for button in at.get("download_button")[:4])
