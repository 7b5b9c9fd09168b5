"""The status filter on a past day: nothing is called in force without a stated validity, and the empty case says so."""

from datetime import date

import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from wording.answer import answered

PAST = date(2022, 1, 1)


@pytest.mark.parametrize("name", ["incubator_rewards", "by_title", "vouchers", "targets", "largest_sums", "who_pays"])
def test_nothing_in_force_on_a_past_day_names_the_mend(tables: Tables, selection: Selection, name: str) -> None:
    said = answered(VIEWS[name], tables, selection.having(as_of=PAST, statuses=("in_force",))).empty_because
    assert said.startswith("2022年1月1日没有文件的状态是“现行有效”")
    assert "南通2012、锦州2015(推断)、威海2018 未查到废止信息" in said and "威海2023 尚未施行" in said
    assert "不判断为现行有效" in said and "加选“未查到废止信息”" in said
    mended = answered(VIEWS[name], tables, selection.having(as_of=PAST, statuses=("in_force", "no_repeal_found")))
    assert not mended.empty_because


def test_without_such_a_document_only_the_statuses_are_said(tables: Tables, selection: Selection) -> None:
    weihai = selection.having(cities=("weihai",), as_of=date(2026, 11, 21), statuses=("draft",), lang="en")
    assert answered(VIEWS["who_pays"], tables, weihai).empty_because == (
        "No document has the status “Draft” on 21 November 2026. Status on that day: Weihai 2023: in force; Weihai 2018: repealed. "
        "Add one of these under “Document status” in the filter bar, or clear that filter."
    )


def test_another_filter_that_hides_all_is_named_as_before(tables: Tables, selection: Selection) -> None:
    said = answered(VIEWS["who_pays"], tables, selection.having(years=(2012,), cities=("weihai",), statuses=("in_force",))).empty_because
    assert "2012" in said and "威海" in said and "请减少其中一项" in said
