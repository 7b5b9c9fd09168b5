"""What the data may be used for: statements, worked examples, agreement, ambiguous cases and tables."""

import pandas as pd
import streamlit as st

from compare.questions import data_changes, method
from components import paper
from components.escape import escape
from components.section import section
from loaders.snapshot import Tables
from model.guidance import agreement
from model.selection import Selection
from wording import formats
from wording.answer import in_words
from wording.contact import contact_lines
from wording.guidance import borderline_rules, statements
from wording.say import say
from wording.texts import text


def may_and_may_not(lang: str) -> None:
    """What may be concluded from the data and what may not, side by side."""
    for column, heading, prefix in zip(st.columns(2), ("method.may", "method.may_not"), ("method_may", "method_not"), strict=True):
        with column:
            st.header(text(heading, lang), anchor=False)
            st.markdown("\n".join(f"- {escape(words)}" for words in statements(prefix, lang)))


def worked_examples(tables: Tables, selection: Selection) -> None:
    """Each kind of figure on a real clause, with the most that one beneficiary can get."""
    lang = selection.lang
    section(text("method.forms", lang), ":material/calculate:", lambda: _examples(tables, lang), key="forms")


def _examples(tables: Tables, lang: str) -> None:
    heads = [text(f"method.forms.{name}", lang) for name in ("form", "figure", "payable")]
    rows = [[_lines(item.form, item.clause), escape(item.figure), _lines(item.payable, item.reason)] for item in in_words(method.examples(tables), lang)]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)


def borderline(lang: str) -> None:
    """How cases are decided that are easily taken for one another."""
    said = "\n".join(f"- **{escape(rule.title)}** {escape(rule.words)}" for rule in borderline_rules(lang))
    section(text("method.borderline", lang), ":material/rule:", lambda: st.markdown(said), key="borderline")


def quality(tables: Tables, lang: str) -> None:
    """The agreement of two readings by field, and every ambiguous case with its decision."""
    st.header(text("method.quality", lang), anchor=False)
    for words in (text("method.quality_intro", lang), text("method.quality_limit", lang), say(method.weakest(), lang)):
        st.markdown(escape(words))
    section(text("method.quality_fields", lang), ":material/percent:", lambda: _fields(lang), key="quality")
    section(text("method.ambiguous", lang), ":material/psychology_alt:", lambda: _cases(tables, lang), key="ambiguous")


def _fields(lang: str) -> None:
    heads = [text(f"method.quality.{name}", lang) for name in ("table", "field", "agreed", "total", "percent")]
    rows = [[say(method.table_label(item), lang), say(method.field_label(item), lang), str(item.agreed), str(item.total), formats.percent(item.percent)] for item in agreement()]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)
    st.caption(text("method.quality_found", lang))


def _cases(tables: Tables, lang: str) -> None:
    cases = in_words(method.cases(tables), lang)
    st.caption(text("method.ambiguous_intro", lang, count=len(cases), differed=sum(case.readings_differed for case in cases)))
    heads = [text(f"method.ambiguous.{name}", lang) for name in ("matter", "decision")]
    rows = [
        [_lines(case.matter, case.document, case.place), _lines(case.decision, case.reason, text("method.ambiguous.differed", lang) if case.readings_differed else "")]
        for case in cases
    ]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)


def _lines(first: str, *others: str) -> str:
    """Several facts in one cell, a line each and the first in bold: a table of many columns is too narrow on a telephone."""
    return "\n\n".join([f"**{escape(first)}**", *(escape(words) for words in others if words)])


def corrections(tables: Tables, lang: str) -> None:
    """What was corrected after publication, or that nothing was."""
    st.header(text("method.corrections", lang), anchor=False)
    made = in_words(method.corrections(tables), lang)
    if not made:
        st.caption(text("method.corrections_none", lang))
        return
    heads = [text(f"method.corrections.{name}", lang) for name in ("day", "what", "reason")]
    paper.table(pd.DataFrame([[escape(words) for words in (item.day, item.what, item.reason)] for item in made], columns=heads), hide_index=True)


def publications(tables: Tables, lang: str) -> None:
    """Which snapshot brought which documents, or that no log was kept; and when each of few documents was fetched and its status checked."""
    st.header(text("data_changes.title", lang), anchor=False)
    made = in_words(data_changes.publications(tables), lang)
    if not made:
        st.caption(text("data_changes.no_log", lang, snapshot=tables.snapshot))
        return
    st.caption(text("data_changes.intro", lang))
    heads = [text(f"data_changes.{name}", lang) for name in ("day", "snapshot", "added", "changed", "removed")]
    rows = [[_lines(item.day, item.action), escape(item.snapshot), *(escape(words) for words in (item.added, item.changed, item.removed))] for item in made]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)


def contact(lang: str) -> None:
    """Whom to ask and when the data were last reviewed, or how to set it."""
    st.header(text("contact.title", lang), anchor=False)
    st.markdown("\n".join(f"- {escape(words)}" for words in contact_lines(lang)))


def tables_held(tables: Tables, lang: str) -> None:
    """Every published table: what one row is, and how many there are."""
    st.header(text("method.tables", lang), anchor=False)
    heads = [text(f"method.tables.{name}", lang) for name in ("name", "row", "rows", "fields")]
    rows = [[escape(item.name), escape(item.row), str(item.rows), str(item.fields)] for item in in_words(method.summaries(tables), lang)]
    paper.table(pd.DataFrame(rows, columns=heads), hide_index=True)
    st.caption(escape(text("method.tables_intro", lang)))
