"""Axes count money as the language does: in 万元 and in millions of yuan, and the labels with them."""

import pytest

from charts.marks import groups
from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered


@pytest.mark.parametrize(("lang", "axis", "label"), [("zh", "万元", "≤100"), ("en", "CNY million", "≤1")])
def test_the_axis_of_incubator_rewards(tables: Tables, lang: str, axis: str, label: str) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, lang=lang))
    assert made.chart.axis == axis
    national = next(group for group in groups(made) if group.row.key == "tech_incubator:national")
    assert label in [bar.label for bar in national.bars]
