"""Side by side: two documents' texts at the same matter."""

import streamlit as st

from compare.questions import side_by_side
from compare.shared.change_links import pair_of
from components import frame, reader
from wording.texts import text

view = side_by_side.VIEW
tables, selection = frame.open_page(view)
pair = pair_of(tables, view.honoured(selection))

if pair is None:
    st.info(text("side.empty", selection.lang), icon=":material/search_off:")
    st.caption(text("side.two", selection.lang))
else:
    reader.side_by_side(tables, pair, selection)
frame.footer(tables, selection.lang)
