"""Colour is never the only carrier: with every colour the same grey, each entry of a legend is still told from the others, on screen and in Office."""

import re
from typing import Any

import pytest

from charts.figure import figure
from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.native import native_charts
from tests.samples import DAY, comparison, distribution, mixed
from wording.answer import Answer, answered
from wording.texts import label, text

SIGN = re.compile(r"^[\u2460-\u2473]")
MADE = {
    "mixed": mixed(), "spread": distribution(), "goals": distribution("zh", "goals"), "stack": comparison([["exact", "ceiling"], ["floor", "exact"]], question="stack"),
    "change": comparison([["exact", "ceiling"], ["floor", "exact"], ["exact", "exact"]], question="change"),
}


def is_clear(hue: Any) -> bool:
    """Whether a fill lets the page through."""
    return isinstance(hue, str) and hue.replace(" ", "").endswith((",0)", ",0.3)"))


def look(trace: Any) -> tuple[Any, ...]:
    """What a black and white print shows of a trace: symbol, size, hatching, whether it is filled, how strong its edge is, and the number in its name."""
    mark = trace.marker.to_plotly_json() if trace.marker else {}
    pattern = mark.get("pattern", {}).get("shape", "")
    size = "by number" if isinstance(mark.get("size"), (list, tuple)) and len(set(mark["size"])) > 1 else ""
    edge = mark.get("line", {}).get("width") if trace.type == "bar" else None
    found = SIGN.match(trace.name or "")
    return trace.type, mark.get("symbol"), size, pattern, is_clear(mark.get("color")) if trace.type == "bar" else None, edge, found[0] if found else ""


def check(made: Answer) -> int:
    drawn = figure(made)
    if drawn is None:
        return 0
    entries = [trace for trace in drawn.data if trace.name and trace.showlegend is not False]
    looks = [look(trace) for trace in entries]
    assert len(set(looks)) == len(looks), [(trace.name, one) for trace, one in zip(entries, looks, strict=True)]
    said = "".join(str(words) for trace in drawn.data if trace.text is not None for words in (trace.text if isinstance(trace.text, (list, tuple)) else [trace.text]))
    bars = [trace for trace in drawn.data if trace.type == "bar" and trace.showlegend is False]
    whole = max((sum(x for trace in bars for y, x in zip(trace.y, trace.x, strict=True) if y == at) for at in {y for trace in bars for y in trace.y}), default=0)
    wide = {trace.name for trace in bars if any(x >= whole * 0.021 for x in trace.x)}
    for trace in entries:
        number = SIGN.match(trace.name)
        if number and (not bars or SIGN.sub("", trace.name).strip() in wide):
            assert number[0] in said, f"{trace.name}: the number of the legend stands at the marks"
    return len(entries)


@pytest.mark.parametrize("name", MADE)
def test_made_up_charts(name: str) -> None:
    assert check(MADE[name]) > 1


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_chart_of_the_documents(all_tables: Tables, view: str, lang: str) -> None:
    check(answered(VIEWS[view], all_tables, Selection(as_of=DAY, lang=lang)))


def test_distributions_of_many(many: Tables) -> None:
    for view in ("incubator_rewards", "targets", "vouchers", "largest_sums", "province_coverage"):
        assert check(answered(VIEWS[view], many, Selection(as_of=DAY))) >= 1


@pytest.mark.parametrize("name", ["mixed", "stack", "change"])
def test_series_of_office_differ_by_fill_edge_or_number(name: str) -> None:
    for native in native_charts(MADE[name], 40, 6):
        lower = text("reports.range_low", "zh", mark=label("mark", "range", "zh"))
        looks = [(one.shape, one.is_tentative, one.is_outdated, SIGN.match(one.name)[0] if SIGN.match(one.name) else "") for one in native.series if one.name != lower]  # which stands within the upper end of its range
        assert len(set(looks)) == len(looks), [one.name for one in native.series]
        for series in native.series:
            if found := SIGN.match(series.name):
                assert found[0] in series.number_format
