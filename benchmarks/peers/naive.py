"""A naive Streamlit app: reads the parquet files with pandas on every run. POLICY_TABLES names the folder of one snapshot."""

import os
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from benchmarks.peers.question import LEVELS

folder = Path(os.environ["PEER_TABLES"])
st.title("Naive")
level = st.radio("Level", LEVELS, horizontal=True)
awards = pd.read_parquet(folder / "awards.parquet", dtype_backend="numpy_nullable")
documents = pd.read_parquet(folder / "documents.parquet", columns=["document_id", "city_id", "policy_year"])
cities = pd.read_parquet(folder / "cities.parquet", columns=["city_id", "division_code"])
awards["high"] = awards["sum_max_cny"].fillna(awards["sum_cny"])
held = awards[(awards["form"] == "sum") & (awards["recognition_level"] == level)].merge(documents, on="document_id").merge(cities, on="city_id")
held = held[held["policy_year"].between(2012, 2024)]
shown = held.groupby(held["division_code"].str[:2])["high"].agg(["median", "max"]).reset_index()
st.plotly_chart(go.Figure([go.Bar(x=shown["division_code"], y=shown["median"]), go.Bar(x=shown["division_code"], y=shown["max"])], layout={"title": {"text": f"Chart {level}"}}), key="chart")
