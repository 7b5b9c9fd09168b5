"""Dash with DuckDB: one callback, one query. Run with the port as argument; needs dash, which only benchmarks use."""

import os
import sys

import duckdb
import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc, html

from benchmarks.peers.question import LEVELS, QUESTION

app = Dash(__name__)
app.layout = html.Div([html.H1("Dash"), dcc.RadioItems(list(LEVELS), LEVELS[0], id="level", inline=True), dcc.Graph(id="chart")])
connection = duckdb.connect()


@app.callback(Output("chart", "figure"), Input("level", "value"))
def drawn(level: str) -> go.Figure:
    """The chart of a level."""
    rows = connection.cursor().execute(QUESTION.format(tables=os.environ["PEER_TABLES"], level=level)).fetchall()
    bars = [go.Bar(x=[row[0] for row in rows], y=[row[place] for row in rows]) for place in (1, 2)]
    return go.Figure(bars, layout={"title": {"text": f"Chart {level}"}})


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]), debug=False)
