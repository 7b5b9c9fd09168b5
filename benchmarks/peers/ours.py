"""The same question through the project's own engine, in a Streamlit page: what its way of asking the tables costs by itself."""

import os
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from benchmarks.peers.question import LEVELS, QUESTION
from loaders import in_use

tables = in_use.opened(Path(os.environ["PEER_ROOT"])).tables
st.title("Ours")
level = st.radio("Level", LEVELS, horizontal=True)
rows = tables.engine.run(QUESTION.replace("read_parquet('{tables}/awards.parquet')", "awards").replace("read_parquet('{tables}/documents.parquet')", "documents")
                         .replace("read_parquet('{tables}/cities.parquet')", "cities").format(level=level), [])[1]
bars = [go.Bar(x=[row[0] for row in rows], y=[row[place] for row in rows]) for place in (1, 2)]
st.plotly_chart(go.Figure(bars, layout={"title": {"text": f"Chart {level}"}}), key="chart")
