"""The dashboard: page set-up, language, menu, and the chosen page."""

import streamlit as st

from components import filters, frame, menu
from model.paths import ROOT
from model.texts import text

st.set_page_config(page_title=text("app.title", "zh"), page_icon=str(ROOT / "components" / "icon.png"), layout="wide")

selection = filters.read(frame.open_tables())
with st.sidebar:
    st.markdown(f"**{text('app.title', selection.lang)}**")
    filters.language_switch(selection.lang)

page = st.navigation(menu.pages(selection.lang), position="sidebar")
page.run()
