"""A filter of rows never makes a silence: what it hides is said as hidden. Values by hand: Weihai 2018 sets R&D at 3 % of GDP under research,
Jinzhou gives to national and provincial incubators, the talent paper of Lucheng to makerspaces together with incubators."""

from dataclasses import replace

import pytest

from compare.registry import VIEWS
from compare.shared.view import AWARD_FILTERS
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered

W18, JZ, LUCHENG = "weihai-2018-107", "jinzhou-undated", "lucheng-talent"
RD = "rd_gdp_share:percent:ratio:none"
HIDDEN = "有规定，被本页筛选隐藏"
PAPERS = ("jinzhou-undated", "lucheng-talent", "nansha-2017-science", "nantong-2012-26", "shanwei-2021-draft", "weihai-2018-107", "weihai-2023-5")


def test_a_category_hides_a_goal_and_does_not_deny_it(all_tables: Tables) -> None:
    made = answered(VIEWS["targets"], all_tables, Selection(as_of=DAY, documents=PAPERS, categories=("incubation",), row=RD))
    cell = made.cell(RD, W18)
    assert cell is None or cell.words == HIDDEN
    shown = answered(VIEWS["targets"], all_tables, Selection(as_of=DAY, documents=PAPERS, categories=("enterprise",)))
    assert shown.cell(RD, W18).words == HIDDEN and shown.cell(RD, JZ).words.startswith("2020年达到2%")
    assert "威海2018" not in shown.finding, "what is hidden is not said to be missing"


def test_a_level_hides_an_award_and_does_not_deny_it(all_tables: Tables) -> None:
    made = answered(VIEWS["incubator_rewards"], all_tables, Selection(as_of=DAY, documents=PAPERS, designations=("makerspace",)))
    assert made.cell("makerspace:none", LUCHENG).words == HIDDEN, "provided for together with incubators, whose row is filtered out"


@pytest.mark.parametrize("name", ["incubator_rewards", "by_title", "largest_sums", "targets"])
def test_no_filter_makes_a_silence(all_tables: Tables, name: str) -> None:
    view, asked, options = VIEWS[name], Selection(as_of=DAY, documents=PAPERS), queries.options(all_tables)
    if name == "by_title":
        asked = replace(asked, designations=("high_tech_enterprise",))
    silent = ("absent", "mentioned", "not_reviewed")
    stated = {(cell.row, cell.column) for cell in answered(view, all_tables, asked).cells if cell.mark not in silent}
    for filter_name in (*AWARD_FILTERS, "indicators"):
        for value in options[filter_name] if filter_name in view.uses and not (name == "by_title" and filter_name == "designations") else ():
            made = answered(view, all_tables, replace(asked, **{filter_name: (value,)}))
            wrong = [(cell.row, cell.column) for cell in made.cells if cell.mark in silent and (cell.row, cell.column) in stated]
            assert not wrong, (filter_name, value)
