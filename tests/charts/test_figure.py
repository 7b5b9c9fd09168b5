"""Charts of real and of hostile comparisons: numbers, labels, fills, and words instead of missing bars."""

import dataclasses
from typing import Any

import numpy as np
import pytest

from charts.figure import figure, has_figure
from charts.theme import OUTDATED, OUTDATED_FILL, PALETTE
from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from tests.samples import comparison, hostile, mixed
from wording.answer import Answer, answered


def bars(made: Answer) -> list[tuple[list[str], float, str]]:
    """customdata, length and label of every drawn bar that carries a label."""
    drawn = figure(made)
    assert drawn is not None
    found = []
    for trace in drawn.data:
        if trace.type == "bar" and trace.customdata is not None:
            found += [(list(key), float(value), label) for key, value, label in zip(trace.customdata, trace.x, trace.text, strict=True) if label]
    return found


def test_each_bar_has_the_number_of_its_cell(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection)
    drawn = bars(made)
    assert drawn
    for (row, column), value, label in drawn:
        one = made.cell(row, column)
        assert one is not None and one.value == value * 10_000
        assert label.startswith("≤") == (one.mark == "ceiling")
    lengths = {tuple(key): value for key, value, _ in drawn}
    assert lengths["tech_incubator:national", "jinzhou-undated"] == 50
    assert lengths["tech_incubator:national", "weihai-2018-107"] == 200
    assert lengths["tech_incubator:national", "weihai-2023-5"] == 100
    assert ("tech_incubator:national", "nantong-2012-26") not in lengths


def test_fills_tell_shapes_and_drafts_apart_without_colour() -> None:
    drawn = figure(mixed())
    assert drawn is not None
    looks: dict[tuple[str, str], Any] = {}
    for trace in drawn.data:
        for key in trace.customdata if trace.customdata is not None and trace.text is not None else ():
            looks[tuple(key)] = (trace.marker.pattern.shape, trace.marker.color, trace.marker.line.width)
    assert looks["r0", "c0"][0] == "" and looks["r0", "c0"][1] != "rgba(0,0,0,0)"
    assert [looks["r0", column][0] for column in ("c1", "c2", "c3")] == ["/", ".", "x"]
    assert looks["r1", "c1"][:2] == ("", "rgba(0,0,0,0)"), "the draft's fixed figure is hollow"
    names = {trace.name for trace in drawn.data if trace.x is not None and list(trace.x) == [None]}
    assert "上限(草案或自拟)" in names and "定额" in names


def test_the_chart_says_what_it_cannot_draw_and_its_unit() -> None:
    drawn = figure(mixed())
    assert drawn is not None
    said = " ".join(note.text for note in drawn.layout.annotations)
    assert "match r1" in said and "unstated r1" in said and "第2项" in said
    assert drawn.layout.xaxis.title.text == "万元"
    assert drawn.layout.yaxis.range[0] > 0, "the axis counts lines from the top"


@pytest.mark.parametrize("kinds", [[["absent", "absent"]], [["unstated"]], [["rate"]]])
def test_nothing_to_draw_is_no_chart(kinds: list[list[str]]) -> None:
    made = comparison(kinds)
    assert figure(made) is None and not has_figure(made)


@pytest.mark.parametrize("question", ["magnitude", "stack", "change"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_one_value_many_series_and_hostile_words_draw(question: str, theme: str) -> None:
    wide = comparison([["exact", "ceiling"] * 20], question=question)
    for made in (comparison([["exact"]], question=question), wide, dataclasses.replace(hostile(), chart=dataclasses.replace(hostile().chart, question=question))):
        drawn = figure(made, theme)
        assert drawn is not None and has_figure(made)
        said = drawn.to_json().replace("\\u003c", "<").replace("\\u003e", ">")
        assert "\\u0000" not in said and "<b>&amp;</b>" not in said


def test_a_very_long_chart_says_how_many_rows_it_leaves_out() -> None:
    drawn = figure(comparison([["exact"]] * 300))
    assert drawn is not None and drawn.layout.height < 10_000
    assert any("60" in note.text and "300" in note.text for note in drawn.layout.annotations)


def test_stacked_parts_stand_on_each_other(tables: Tables, selection: Selection) -> None:
    """Weihai 2023 pays 40 % from the province and a further 20 % from the city: the second part begins where the first ends."""
    made = answered(VIEWS["vouchers"], tables, selection.having(row="rate"))
    drawn = figure(made)
    assert drawn is not None
    parts = sorted((float(trace.base[0]), float(trace.x[0])) for trace in drawn.data if trace.customdata is not None)
    assert parts == [(0, 40), (40, 20)]


def test_every_view_draws_or_says_that_it_does_not(tables: Tables, selection: Selection) -> None:
    for lang in ("zh", "en"):
        for view in VIEWS.values():
            made = answered(view, tables, selection.having(lang=lang))
            assert has_figure(made) == (figure(made) is not None), view.name


def _luminance(colour: str) -> float:
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("ground", ["#FFFFFF", "#0E1117"])
def test_every_colour_stands_out_on_light_and_on_dark(ground: str) -> None:
    """WCAG 1.4.11 asks 3:1 of what is needed to understand a chart."""
    for colour in PALETTE:
        light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3, colour


def with_status(made: Answer, **statuses: str) -> Answer:
    """The comparison with other statuses of some columns."""
    columns = tuple(dataclasses.replace(column, status=statuses.get(column.key, column.status)) for column in made.chart.columns)
    return dataclasses.replace(made, chart=dataclasses.replace(made.chart, columns=columns))


@pytest.mark.parametrize(("status", "said"), [("repealed", "甲市2010(已废止)"), ("expired", "甲市2010(已失效)")])
@pytest.mark.parametrize("question", ["magnitude", "change", "stack", "timeline"])
def test_what_is_no_longer_in_force_is_named_and_grey_in_every_chart(question: str, status: str, said: str) -> None:
    made = with_status(comparison([["exact", "ceiling"], ["exact", "exact"]], question=question), c0=status)
    if question == "timeline":
        cells = tuple(dataclasses.replace(cell, low=2015.0, high=2020.0, unit="year") for cell in made.cells)
        made = dataclasses.replace(made, cells=cells, chart=dataclasses.replace(made.chart, unit="year", scale=1))
    drawn = figure(made)
    assert drawn is not None
    words = str(drawn.to_plotly_json())
    assert said in words and "甲市2011(" not in words
    if question != "stack":
        mine = [trace for trace in drawn.data if trace.customdata is not None and all(key[1] == "c0" for key in trace.customdata)]
        assert mine and all(OUTDATED in str(trace.to_plotly_json()) and PALETTE[0] not in str(trace.to_plotly_json()) for trace in mine)


def test_a_repealed_sum_has_an_entry_of_its_own_in_the_legend_and_a_pale_fill() -> None:
    drawn = figure(with_status(comparison([["exact", "exact", "ceiling"]]), c0="repealed"))
    assert drawn is not None
    looks = {trace.customdata[0][1]: trace.marker for trace in drawn.data if trace.customdata is not None}
    assert looks["c0"].color == OUTDATED_FILL and looks["c1"].color == PALETTE[1] and looks["c2"].line.width > looks["c0"].line.width
    names = [trace.name for trace in drawn.data if trace.x is not None and list(trace.x) == [None]]
    assert names == ["定额", "上限", "定额(已失效或已废止)"]
