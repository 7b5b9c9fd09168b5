"""Panel with DuckDB: a bound function behind a radio group. Served by `panel serve`; needs panel, which only benchmarks use."""

import os

import duckdb
import panel as pn
import plotly.graph_objects as go

from benchmarks.peers.question import LEVELS, QUESTION

pn.extension("plotly")
connection = duckdb.connect()
level = pn.widgets.RadioButtonGroup(options=list(LEVELS), name="level")


def drawn(chosen: str) -> go.Figure:
    """The chart of a level."""
    rows = connection.cursor().execute(QUESTION.format(tables=os.environ["PEER_TABLES"], level=chosen)).fetchall()
    bars = [go.Bar(x=[row[0] for row in rows], y=[row[place] for row in rows]) for place in (1, 2)]
    return go.Figure(bars, layout={"title": {"text": f"Chart {chosen}"}})


pn.Column("# Panel", level, pn.pane.Plotly(pn.bind(drawn, level))).servable()
