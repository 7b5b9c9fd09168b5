"""Linking two documents on the desk: two rows side by side, what became of the matter, and why."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import streamlit as st

from components.desk.conflict import Ways, conflict
from components.desk.finish import fault_table, tell
from components.desk.form import fields, one_line
from components.escape import escape, highlighted
from components.reader import in_context
from curation.check import curated
from curation.check.curated import Record
from curation.check.frames import Rows
from curation.desk import links
from curation.desk.conflict import fingerprint
from curation.desk.links import Links
from curation.desk.saving import ChangedOnDiskError
from curation.publish.build import collect, document_files
from curation.publish.changes import row_words
from loaders.snapshot import Tables
from model.selection import Selection
from wording.texts import text

_WORDS = ("topic", "changes", "title_zh", "title_en", "reason_zh", "reason_en")


def link_desk(tables: Tables, selection: Selection) -> None:
    """Choose two documents and go through their links; every step is kept on disk."""
    lang = selection.lang
    rows = collect(document_files(), alignments=[])[0]
    st.caption(text("curate.links_intro", lang))
    pair = _pair(rows, lang)
    if pair is None:
        st.info(text("curate.links_two", lang))
        return
    held = links.load_links(pair)
    held = links.completed(held, rows) if held else links.begin(rows, pair)
    after = _link(held, rows, tables, selection)
    if after is held:
        after = _about(held, lang)
    if after is not held:
        links.save_links(after)
        st.rerun()
    _finish(held, rows, lang)


def _pair(rows: Rows, lang: str) -> tuple[str, str] | None:
    """Two documents, the earlier first; those of one city are offered first."""
    known = {str(row["document_id"]): row for row in rows["documents"]}
    order = sorted(known, key=lambda name: (known[name]["policy_year"] or 0, name))
    pairs = [(a, b) for a, b in permutations(order, 2) if (known[a]["policy_year"] or 0) <= (known[b]["policy_year"] or 9999)]
    pairs.sort(key=lambda pair: known[pair[0]]["city_id"] != known[pair[1]]["city_id"])
    return st.selectbox(text("curate.links_pair", lang), pairs, key="links.pair", format_func=lambda pair: text("curate.links_pair_words", lang, earlier=pair[0], later=pair[1])) if pairs else None


def _link(held: Links, rows: Rows, tables: Tables, selection: Selection) -> Links:
    """One link: both sides with their phrases, then the decision."""
    lang = selection.lang
    open_links = [number for number, link in enumerate(held.links) if not links.is_confirmed(link)]
    done = len(held.links) - len(open_links)
    st.progress(done / max(1, len(held.links)), text("curate.links_progress", lang, done=done, all=len(held.links)))
    known = {links.row_id(row): row for document in held.pair for row in links.of_document(rows, document)}
    first = open_links[0] if open_links else 0
    number = st.selectbox(text("curate.links_link", lang), range(len(held.links)), index=first, key=f"links.{held.pair}.{first}.{len(held.links)}",
                          format_func=lambda place: _name(held.links[place], known, lang))
    if number is None:
        return held
    link = held.links[number]
    for column, side, document in zip(st.columns(2), ("from_ids", "to_ids"), held.pair, strict=True):
        with column, st.container(border=True):
            _side(document, [known[name] for name in link.get(side) or [] if name in known], rows, lang)
    in_context(tables, [*(link.get("from_ids") or []), *(link.get("to_ids") or [])], selection)
    return _decide(held, number, known, rows, lang)


def _side(document: str, shown: list[Record], rows: Rows, lang: str) -> None:
    """The rows of one document: its clause, what the row says, and the phrase in its place."""
    st.markdown(f"**{escape(document)}**")
    measures = {row["measure_id"]: row for row in rows["measures"]}
    for row in shown:
        measure = measures[row["measure_id"]]
        phrase = f"{escape(row['prefix'] or '')}{highlighted(row['phrase'] or '')}{escape(row['suffix'] or '')}"
        st.markdown(f"{escape(str(measure['article']))} {escape(str(measure[f'title_{lang}']))}  \n{escape(row_words(row, lang))}  \n:gray[…]{phrase}:gray[…]")
    if not shown:
        st.caption(text("curate.links_nothing", lang))


def _decide(held: Links, number: int, known: dict[str, Record], rows: Rows, lang: str) -> Links:
    link = held.links[number]
    key = f"link.{link['alignment_id']}.{'+'.join([*(link.get('from_ids') or []), *(link.get('to_ids') or [])])}"
    decided: Record = {"alignment_id": link["alignment_id"]}
    for column, side, document in zip(st.columns(2), ("from_ids", "to_ids"), held.pair, strict=True):
        options = [name for name, row in known.items() if row["document_id"] == document]
        decided[side] = column.multiselect(text(f"curate.links_{side}", lang), options, default=[name for name in link.get(side) or [] if name in options], key=f"{key}.{side}.{lang}",
                                           format_func=lambda name: f"{name} {row_words(known[name], lang)}", placeholder=text("curate.choose", lang), select_all=False)
    name = str(link["alignment_id"])

    def keep(column: str, value: Any) -> None:
        links.update_links(held, lambda found: links.type_into(found, name, {column: value}))

    decided |= fields(_WORDS, {**link, **held.typed.get(name, {})}, lang, key, 2, keep)
    confirm, reject = st.columns(2)
    ready = links.is_confirmed(decided) and bool(decided["from_ids"] or decided["to_ids"])
    if confirm.button(text("curate.links_confirm", lang), key=f"{key}.confirm", type="primary", icon=":material/check:", help=text("curate.links_confirm_help", lang)):
        if ready:
            return links.confirm(held, number, decided, rows)
        st.warning(text("curate.links_open", lang), icon=":material/rule:")
    both = link.get("from_ids") and link.get("to_ids")
    if both and reject.button(text("curate.links_reject", lang), key=f"{key}.reject", icon=":material/link_off:", help=text("curate.links_reject_help", lang)):
        return links.reject(held, number, rows)
    return held


def _about(held: Links, lang: str) -> Links:
    with st.expander(text("curate.links_note", lang), icon=":material/edit:"):
        written = [one_line(st.text_area(text(f"curate.links_note_{code}", lang), held.content.get(f"note_{code}", ""), key=f"links.note.{held.pair}.{code}.{lang}")) for code in ("zh", "en")]
        if st.button(text("curate.links_note_save", lang), key=f"links.note.{held.pair}"):
            return links.describe(held, *written)
    return held


def _finish(held: Links, rows: Rows, lang: str) -> None:
    """What is still wrong, saving and publishing."""
    st.header(text("curate.links_finish", lang), anchor=False)
    if links.has_changed(held):
        conflict(links.place(held.pair), held.content, _ways(held, rows), lang)
        return
    found = [fault for fault in links.faults(held, rows) if fault.record not in {link["alignment_id"] for link in held.links if not links.is_confirmed(link)}]
    waiting = sum(not links.is_confirmed(link) for link in held.links)
    if waiting:
        st.info(text("curate.links_waiting", lang, count=waiting), icon=":material/pending_actions:")
    if found:
        st.warning(text("curate.faults", lang, count=len(found)), icon=":material/rule:")
        fault_table(found[:100], lang)
    save, publish = st.columns(2)
    blocked = bool(waiting or found)
    if save.button(text("curate.links_save", lang), disabled=blocked, type="primary", icon=":material/save:") and _saved(held, lang):
        st.success(text("curate.saved", lang, file=escape(f"alignments/{links.place(held.pair).name}")))
    if publish.button(text("curate.publish", lang), disabled=blocked, icon=":material/publish:", key="links.publish") and _saved(held, lang):
        tell(lang, publishing=True)


def _saved(held: Links, lang: str) -> bool:
    try:
        base = links.save(held).base
        links.update_links(held, lambda found: replace(found, base=base))
    except ChangedOnDiskError as error:
        st.error(escape(error.said(lang)))
        return False
    return True


def _ways(held: Links, rows: Rows) -> Ways:
    path = links.place(held.pair)

    def reopen() -> None:
        links.save_links(links.completed(Links(curated.read(path), fingerprint(path)), rows) if path.exists() else replace(held, base=""))

    def overwrite() -> None:
        links.save_links(replace(held, base=fingerprint(path)))

    return Ways(reopen, overwrite)


def _name(link: Record, known: dict[str, Record], lang: str) -> str:
    rows = [known[name] for name in [*(link.get("from_ids") or []), *(link.get("to_ids") or [])] if name in known]
    words = link.get(f"title_{lang}") or (row_words(rows[0], lang) if rows else "")
    arrow = f"{'、'.join(link.get('from_ids') or []) or '—'} → {'、'.join(link.get('to_ids') or []) or '—'}"
    return f"{'●' if links.is_confirmed(link) else '○'} {words} ({arrow})"
