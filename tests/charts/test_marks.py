"""What is drawn and how it is labelled, worked out by hand."""

import dataclasses

import pytest

from charts.figure import figure
from charts.marks import groups, hue_places, shape, value_label
from charts.theme import PALETTE
from model.comparison import SILENT_MARKS
from reports.native import native_charts
from reports.tables import long_table
from tests.samples import cell, comparison, mixed
from wording.texts import label


@pytest.mark.parametrize(("kind", "said"), [("exact", "200"), ("ceiling", "≤100"), ("floor", "≥30"), ("range", "10–50")])
def test_every_bound_has_its_own_label(kind: str, said: str) -> None:
    one = cell("r", "c", kind)
    assert shape(one) == kind
    assert value_label(one, 10_000, "zh") == said == value_label(one, 10_000, "en")


def test_silent_and_incomparable_cells_are_words_and_never_bars() -> None:
    found = {group.row.key: group for group in groups(mixed())}
    assert [bar.value for bar in found["r0"].bars] == [200, 100, 30, 50]
    assert [bar.column.key for bar in found["r1"].bars] == ["c1"]
    assert {remark.mark for remark in found["r1"].remarks} == {"absent", "match", "unstated"}
    assert "r2" not in found


@pytest.mark.parametrize("mark", SILENT_MARKS)
def test_what_is_silent_is_words_in_every_kind_of_chart_and_file(mark: str) -> None:
    """Even if a number slipped into such a cell: no bar on screen, none in Office, no number in the data."""
    made = comparison([["exact", mark]])
    made = dataclasses.replace(made, cells=(made.cells[0], dataclasses.replace(made.cells[1], high=5_000_000.0, unit="cny")))
    for question in ("magnitude", "change", "stack"):
        asked = dataclasses.replace(made, chart=dataclasses.replace(made.chart, question=question))
        (group,) = groups(asked)
        assert [bar.column.key for bar in group.bars] == ["c0"] and [remark.mark for remark in group.remarks] == [mark]
        (native,) = native_charts(asked, 20, 6)
        assert [value for series in native.series for value in series.values if value is not None] == [200]
    assert label("mark", mark, "zh") in "".join(native_charts(made, 20, 6)[0].categories)
    table = long_table(made)
    assert [value for at, value in enumerate(table.rows[1]) if table.columns[at].is_number] == [None, None]


def test_cells_that_say_the_same_share_one_remark() -> None:
    made = comparison([["exact", "absent", "absent"]])
    (group,) = groups(made)
    assert [column.key for column in group.remarks[0].columns] == ["c1", "c2"]


def test_a_rate_never_stands_on_an_axis_of_payments_even_in_the_same_unit() -> None:
    made = comparison([["exact", "exact"]])
    pool = dataclasses.replace(made.cells[1], mark="pool")
    (group,) = groups(dataclasses.replace(made, cells=(made.cells[0], pool)))
    assert [bar.column.key for bar in group.bars] == ["c0"]
    assert group.remarks[0].mark == "pool"


def test_the_chosen_order_is_that_of_the_bars() -> None:
    by_value = groups(comparison([["floor", "exact", "ceiling"]], order="value"))[0]
    assert [bar.value for bar in by_value.bars] == [200, 100, 30]
    by_date = groups(comparison([["floor", "exact", "ceiling"]]))[0]
    assert [bar.value for bar in by_date.bars] == [30, 200, 100]


def test_two_papers_of_one_city_share_a_hue() -> None:
    made = comparison([["exact", "exact", "exact"]])
    cities = ("weihai", "jinzhou", "weihai")
    columns = tuple(dataclasses.replace(column, city_id=city) for column, city in zip(made.chart.columns, cities, strict=True))
    assert list(hue_places(columns).values()) == [0, 1, 0]
    assert list(hue_places(made.chart.columns).values()) == [0, 1, 2], "what has no city has a hue of its own"
    drawn = figure(dataclasses.replace(made, chart=dataclasses.replace(made.chart, columns=columns)))
    assert drawn is not None
    hues = {key[1]: trace.marker.color for trace in drawn.data if trace.customdata is not None for key in trace.customdata}
    assert hues == {"c0": PALETTE[0], "c1": PALETTE[1], "c2": PALETTE[0]}


def test_a_name_of_two_lines_has_room_of_its_own() -> None:
    made = comparison([["exact", "exact"]])
    first, second = made.chart.columns
    long = dataclasses.replace(first, label="很长的城市与区县名称2019(推断) 工业与信息化政策")
    heights = []
    for columns in ((first, second), (long, second)):
        drawn = figure(dataclasses.replace(made, chart=dataclasses.replace(made.chart, columns=columns)))
        assert drawn is not None
        top, below = drawn.layout.yaxis.tickvals
        heights.append((round(top - drawn.layout.annotations[0].y, 2), round(below - top, 2)))
    assert heights[1][0] > heights[0][0] and heights[1][1] > heights[0][1]


def test_words_instead_of_a_bar_are_said_and_not_called_words() -> None:
    made = comparison([["exact", "text"]])
    made = dataclasses.replace(made, cells=(made.cells[0], dataclasses.replace(made.cells[1], words="未区分级别，见不带级别的行")))
    said = "".join(native_charts(made, 20, 6)[0].categories)
    assert "未区分级别" in said and label("mark", "text", "zh") not in said
