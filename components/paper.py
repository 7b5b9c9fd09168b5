"""The print view of a page: no menu, no controls, every section open, as wide as a sheet of A4.

A browser prints what is on screen, with the menu beside it and wide tables cut. The print view is the same page under the
same link with one more parameter, opened in a tab of its own.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from charts.wrap import width
from model.selection import Selection, query
from reports import face as print_face
from wording.texts import text

PARAMETER = "paper"
COLUMNS = 5  # documents that stand side by side on a sheet

# A sheet of A4 at the size of type on screen: half-width units across, and pixels of a line, a row's padding and
# half a sheet: smaller pieces leave less of a sheet empty than whole ones.
_ACROSS, _LINE, _PADDING, _PIECE = 96, 21, 18, 460
_LONG, _TALL = 1400, 760  # pixels of a table, reckoned as on paper, above which it scrolls on screen; and the room that it then has


def is_on() -> bool:
    """Whether this run draws the print view."""
    return bool(st.query_params.get(PARAMETER) == "1")


def link(selection: Selection) -> None:
    """The button that opens the print view of the page on screen."""
    address = "?" + urlencode({**query(selection), PARAMETER: "1"})
    st.link_button(text("paper.open", selection.lang), address, icon=":material/print:", help=text("paper.hint", selection.lang))


def face() -> None:
    """Set the print view in a face whose characters a reader of the printed PDF finds again (`reports/face.py`)."""
    st.html(f"<style>{print_face.common()}</style>")


def table(frame: pd.DataFrame, *, hide_index: bool = False, hide_header: bool = False, tints: Sequence[Sequence[str]] = (), name: str = "") -> None:
    """A table of Markdown. On paper it is parted into pieces that fit a sheet, since a browser never breaks one inside.

    `tints` gives the ground of each cell row by row, as a colour or empty; `name` is what the table is called for those who cannot see it. On
    screen a long table scrolls within itself and keeps its head.
    """
    heights = _heights(frame, hide_index)
    room: Any = _TALL if not is_on() and sum(heights) > _LONG else "content"
    for first, last in _parts(heights) if is_on() else [(0, len(frame))]:
        st.table(_tinted(frame.iloc[first:last], tints[first:last]), hide_index=hide_index, hide_header=hide_header, height=room, alt=name or None)


def _tinted(frame: pd.DataFrame, tints: Sequence[Sequence[str]]) -> Any:
    """The table with its grounds; pandas paints none where two rows or two columns bear one name."""
    if not any(any(row) for row in tints) or not (frame.index.is_unique and frame.columns.is_unique):
        return frame
    looks = [[f"background-color: {colour}" if colour else "" for colour in row] for row in tints]
    return frame.style.apply(lambda _: pd.DataFrame(looks, index=frame.index, columns=frame.columns), axis=None)


def _heights(frame: pd.DataFrame, hide_index: bool) -> list[int]:
    """About how high each row stands in pixels, from its longest cell; columns are taken as equally wide."""
    names = [[]] * len(frame) if hide_index else [[str(name)] for name in frame.index]
    rows = [[*name, *map(str, cells)] for name, cells in zip(names, frame.to_numpy().tolist(), strict=True)]
    return [max(_lines(cell, _ACROSS // len(row)) for cell in row) * _LINE + _PADDING for row in rows]


def _lines(cell: str, across: int) -> int:
    return sum(1 + width(line) // max(across, 1) for line in cell.split("\n\n"))


def _parts(heights: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of rows, from and to, that together fill half a sheet at most; one row at least."""
    first, filled = 0, 0
    for place, height in enumerate(heights):
        if filled + height > _PIECE and place > first:
            yield first, place
            first, filled = place, 0
        filled += height
    yield first, len(heights)
