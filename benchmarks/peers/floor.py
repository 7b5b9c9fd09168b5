"""The floor: a radio and a bar chart of twenty fixed bars, and nothing else. Run by `benchmarks.clicks`."""

import plotly.graph_objects as go
import streamlit as st

st.title("Floor")
chosen = st.radio("Choice", ["A", "B"], horizontal=True)
heights = [(number * 7 + len(chosen) + ord(chosen)) % 20 + 1 for number in range(20)]
st.plotly_chart(go.Figure(go.Bar(x=list(range(20)), y=heights), layout={"title": {"text": f"Chart {chosen}"}}), key="chart")
