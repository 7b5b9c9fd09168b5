"""The dashboard: page set-up, language, menu, and the chosen page."""

import streamlit as st

from components import basket, filters, frame, keep, menu, own, paper, saved, search, takeover, window
from model.paths import ROOT
from service import metrics
from wording.texts import text

st.set_page_config(page_title=f"{text('app.title', 'zh')} {text('app.title', 'en')}", page_icon=str(ROOT / "components" / "icon.png"), layout="centered" if paper.is_on() else "wide")

held = takeover.hold()
tables = frame.open_tables()
selection = filters.read(tables)
groups = menu.pages(selection.lang)
page = st.navigation(groups, position="hidden")
st.set_page_config(page_title=text("window.title", selection.lang, page=page.title, product=text("app.title", selection.lang)))
if paper.is_on():
    paper.face()
    window.told(selection.lang)
else:
    with st.sidebar:
        st.markdown(f"**{text('app.title', selection.lang)}**")
        filters.language_switch(selection.lang)
        search.field(selection, "side", is_results=page.url_path == search.PAGE)
        own.own_side(tables, selection)
        keep.keep(basket.kept(tables), saved.kept())
        menu.show_menu(groups, page.url_path, selection)
        window.told(selection.lang)

search.follow(groups, selection)
with takeover.given_back(held), metrics.click(page.url_path):
    page.run()
