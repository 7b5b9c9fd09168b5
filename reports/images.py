"""The chart as a picture on white, with title, finding, filters and sources inside, so that it can be passed on alone."""

import re
from typing import Any

import plotly.graph_objects as go

from charts.figure import figure, has_figure
from charts.theme import ink, muted
from charts.wrap import escaped, lines
from reports import browser, wording
from reports.content import Report
from reports.errors import ReportError
from wording.answer import Answer

WIDTH, EDGE, _SCALE = 1000, 16, 2.0
_ID = re.compile(rb'id="([^"]+)"')
_HEX = re.compile(rb"[0-9a-f]{6}")
_SAID_IN_PICTURES = ("disclaimer", "method", "hidden")


def png(report: Report) -> bytes:
    """A PNG at twice the size on screen, sharp at the width of a page."""
    return _picture(report, "png", _SCALE)


def svg(report: Report) -> bytes:
    """An SVG; its text stays text and needs a Chinese font where it is opened."""
    content = _picture(report, "svg", 1)
    uids = dict.fromkeys(uid for name in _ID.findall(content) for uid in _HEX.findall(name))
    for place, uid in enumerate(uids):  # Plotly draws these by lot
        content = content.replace(uid, b"%06x" % place)
    return content


def refusal(comparison: Answer) -> ReportError | None:
    """Why there can be no picture, or None."""
    if browser.find() is None:
        return ReportError("reports.error.no_browser")
    return None if has_figure(comparison) else ReportError("reports.error.no_chart")


def _picture(report: Report, file_format: str, scale: float) -> bytes:
    comparison = report.items[0].comparison
    drawn = on_paper(comparison, report.items[0].title)
    if drawn is None:
        raise ReportError("reports.error.no_chart")
    return browser.picture(drawn.to_plotly_json(), file_format, WIDTH, int(drawn.layout.height), scale)


def on_paper(comparison: Answer, title: str) -> go.Figure | None:
    """The chart on white between its title and finding above and its notes and sources below."""
    drawn = figure(comparison, "light")
    if drawn is None:
        return None
    above = [(f"<b>{escaped(line)}</b>", 19) for line in lines(title, 88)] + [(escaped(line), 14) for line in lines(comparison.finding, 130)]
    head = round(sum(size * 1.5 for _, size in above)) + 14
    below = [line for words in foot(comparison) for line in lines(words, 156)]
    low = 17 * len(below) + 18
    layout = drawn.layout
    height, left, top, bottom = layout.height + head + low, layout.margin.l, layout.margin.t + head, layout.margin.b + low
    drawn.update_layout(
        width=WIDTH, height=height, paper_bgcolor="white", plot_bgcolor="white", title=None,
        margin={"l": left + EDGE, "r": layout.margin.r + EDGE, "t": top, "b": bottom}, legend={"x": EDGE / WIDTH, "y": 1 - head / height},
    )
    drawn.update_traces(marker_pattern_bgcolor="white", selector={"type": "bar"})
    at = top - 10
    for words, size in above:
        _text(drawn, words, size, left, y=1, yanchor="top", yshift=at, colour=ink("light"))
        at -= round(size * 1.5)
    _text(drawn, "<br>".join(escaped(line) for line in below), 11, left, y=0, yanchor="bottom", yshift=-(bottom - 8), colour=muted("light"))
    return drawn


def _text(drawn: go.Figure, words: str, size: int, left: float, colour: str, **place: Any) -> None:
    drawn.add_annotation(x=0, xref="paper", xanchor="left", xshift=4 - left, yref="paper", text=words, showarrow=False, align="left", font={"size": size, "color": colour}, **place)


def foot(comparison: Answer) -> list[str]:
    """What stands below a chart that is passed on alone: notes, filters, sources, snapshot."""
    said = [note.text for note in wording.ordered_notes(comparison) if note.kind in _SAID_IN_PICTURES]
    drawn = comparison.chart.drawn
    return [*said, wording.filters(comparison), wording.sources_line(comparison, drawn), *wording.copies(comparison, drawn), wording.snapshot(comparison)]
