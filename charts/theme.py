"""Colours, fonts and the frame that all charts share, on light and on dark backgrounds.

Colour is never the only carrier: every bar is named and labelled, and ceilings, floors and drafts differ by fill.
"""

from typing import Any

import plotly.graph_objects as go

# Blue, vermilion, teal, magenta, ochre, brown, green, violet: apart for colour-blind readers, and each with a
# contrast of at least 3:1 on white as well as on the dark page, so that one palette serves both.
PALETTE = ("#2F7ABF", "#C85A17", "#138A72", "#B5508F", "#8F7A12", "#9A6548", "#4E8F2F", "#8A6CC4")
# Whose money it is, the same in every picture; not stated is a grey of its own, lighter than any budget.
_PAYERS = {
    "national": "#B5508F", "provincial": "#2F7ABF", "municipal": "#C85A17", "county": "#138A72", "zone": "#8F7A12", "shared": "#8A6CC4", "matching": "#9A6548",
    "unstated": "#9AA1A9",
}
_PALE_PART = _PAYERS["unstated"]
# The first stands only where something is printed, with its characters inside (`reports/face.py`).
PRINT_FACE = "Policy Print"
FONTS = f"{PRINT_FACE}, Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, Source Han Sans SC, SimHei, Arial, sans-serif"
# What is no longer in force: an edge and a pale fill, on both grounds; no column has a grey of its own.
OUTDATED, OUTDATED_FILL = "#878E96", "rgba(135,142,150,0.3)"
_INK = {"light": "#1F2933", "dark": "#E6E9ED"}
_MUTED = {"light": "#5B6570", "dark": "#A9B1BB"}
_GRID = {"light": "rgba(31,41,51,0.14)", "dark": "rgba(230,233,237,0.18)"}
_CLEAR = "rgba(0,0,0,0)"
_BUTTON = {"light": _CLEAR, "dark": "#c3ccd6"}  # Plotly paints the pressed one almost white in any theme, so words on buttons are dark in both


def ink(theme: str) -> str:
    """The colour of text."""
    return _INK[theme]


def muted(theme: str) -> str:
    """The colour of remarks beside the figures."""
    return _MUTED[theme]


def colour(place: int) -> str:
    """The colour of the column at a place; colours repeat after eight, names do not."""
    return PALETTE[place % len(PALETTE)]


def part_colour(key: str, place: int) -> str:
    """The colour of a part of a whole: that of its budget where the key of its row ends with one, else that of its place."""
    return _PAYERS.get(key.rsplit(":", 1)[-1], colour(place))


def ink_on(hue: str) -> str:
    """The colour of a figure inside a filled part."""
    return _INK["light"] if hue == _PALE_PART else "#FFFFFF"


def framed(figure: go.Figure, theme: str, height: float, **layout: Any) -> go.Figure:
    """The figure with the shared fonts, a transparent ground and its legend above the plot."""
    figure.update_layout(
        height=round(height), font={"family": FONTS, "size": 13, "color": ink(theme)},
        paper_bgcolor=_CLEAR, plot_bgcolor=_CLEAR, dragmode=False, hoverlabel={"align": "left", "font": {"family": FONTS}},
        legend={"orientation": "h", "x": 0, "xanchor": "left", "xref": "container", "y": 1, "yanchor": "top", "yref": "container", "itemclick": False, "itemdoubleclick": False},
    )
    figure.update_xaxes(
        gridcolor=_GRID[theme], zeroline=False, fixedrange=True, automargin=True, title_standoff=8, title_font_size=13, tickformat=",~f",
        ticks="outside", ticklen=5, tickcolor=_GRID[theme],
    )
    figure.update_yaxes(showgrid=False, zeroline=False, fixedrange=True, automargin=False, ticks="outside", ticklen=6, tickcolor=_CLEAR)
    return figure.update_layout(**layout)


def switch(buttons: list[dict[str, Any]], active: int, theme: str) -> dict[str, Any]:
    """Buttons of a chart, at its upper right corner, that change it in the browser alone."""
    return {
        "type": "buttons", "direction": "right", "buttons": buttons, "active": active, "showactive": True, "x": 1, "xanchor": "right", "y": 1, "yanchor": "bottom",
        "pad": {"b": 6, "t": 0}, "bgcolor": _BUTTON[theme], "bordercolor": _GRID[theme], "borderwidth": 1, "font": {"size": 12, "color": ink("light")},
    }
