"""Two documents item by item: both figures, the verdict with every reason, and what can be compared instead."""

import pandas as pd
import streamlit as st

from compare.questions.comparable_pairs import VIEW, Item, comparable, pair_items
from components import filters, paper
from components.badges import verdict_badge
from components.escape import escape
from loaders import lookups
from loaders.snapshot import Tables
from wording.answer import Answer, in_words
from wording.texts import text


def pair_detail(tables: Tables, comparison: Answer) -> None:
    """Choose a pair that has aligned items and see each of them; the choice is kept in the link."""
    selection, lang = comparison.selection, comparison.selection.lang
    documents = lookups.documents_by_id(tables, [column.key for column in comparison.chart.columns])
    honoured = VIEW.honoured(selection).having(documents=tuple(documents) or ("-",))
    found = {f"{a}:{b}": items for (a, b), items in pair_items(tables, honoured, documents).items() if items}
    if not found:
        return
    found = dict(sorted(found.items(), key=lambda pair: -len(comparable(pair[1]))))  # pairs that compare at all come first
    names = {column.key: column.label for column in comparison.chart.columns}
    words = {key: text("pairs.pair", lang, a=names[key.split(":")[0]], b=names[key.split(":")[1]]) for key in found}
    with st.container(border=True):
        chosen = filters.choose_row(text("pairs.pick", lang), list(found), words, selection)
        first, second = (escape(names[key]) for key in chosen.split(":"))
        heads = [text("pairs.column.judged", lang), first, second]
        paper.table(pd.DataFrame([_row(item, lang) for item in in_words(found[chosen], lang)], columns=heads), hide_index=True)


def _row(item: Item[str], lang: str) -> list[str]:
    """Item with its verdict, reasons and what compares instead in one cell: five columns are too narrow on a telephone."""
    reasons = item.verdict.reasons
    instead = dict.fromkeys(reason.instead for reason in reasons if reason.instead)
    lines = [f"**{escape(item.label)}**", verdict_badge(item.verdict), *(escape(reason.words) for reason in reasons)]
    if instead:
        lines.append(f":gray[{escape(text('pairs.instead', lang, instead=text('list.separator', lang).join(instead)))}]")
    return ["\n\n".join(lines), *(escape(words) for words in item.figures)]
