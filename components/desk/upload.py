"""Taking texts into the library from the browser: files or a whole folder, with progress and what is uncertain."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import streamlit as st

from components.desk.city import pick_city
from components.escape import escape
from curation.check.frames import document_files
from curation.desk import added_list
from curation.desk.added_list import Entry
from curation.desk.folder import Added, add_file
from curation.face.words import column_name, doubt_named
from curation.read import document_library
from curation.read.formats import SUFFIXES
from model.paths import LIBRARY
from wording.texts import text


def upload(lang: str, held: int) -> None:
    """Take files into the library and say what each belongs to; `held` texts are there already."""
    with st.expander(text("curate.upload", lang), icon=":material/upload_file:", expanded=not held):
        is_folder = st.toggle(text("curate.upload_folder", lang), key="curate.upload_folder")
        division = pick_city("", lang, "upload", text("curate.upload_city", lang), text("curate.upload_city_help", lang)) if is_folder else ""
        # The key changes with the library, so that a file that was taken in is not offered again.
        given: Any = st.file_uploader(text("curate.upload_file", lang), type=list(SUFFIXES), help=text("curate.upload_help", lang),
                                      accept_multiple_files="directory" if is_folder else True, key=f"curate.upload.{held}.{is_folder}")
        if given and st.button(text("curate.upload_do", lang), type="primary"):
            _report(list(_added(given, division, lang)), lang)
    _list(added_list.kept(LIBRARY), lang)


def _added(given: list[Any], division: str, lang: str) -> Iterator[Added]:
    """Each file as it was taken in, with a bar that shows how far it is."""
    bar, documents = st.progress(0.0), document_files()
    for number, file in enumerate(given, start=1):
        bar.progress(number / len(given), text("curate.upload_progress", lang, number=number, total=len(given), name=escape(file.name)))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / document_library.safe_name(file.name)
            path.write_bytes(file.getvalue())
            yield from add_file(path, documents, LIBRARY, division)
    bar.empty()


def _report(added: list[Added], lang: str) -> None:
    """What is said once: how each was read, what it belongs to; the list of what is uncertain stays."""
    added_list.keep(added, LIBRARY)
    for item in added:
        if item.reading and (said := item.reading.said(lang)):
            st.info(f"{escape(item.name)}\n" + "\n".join(f"- {escape(line)}" for line in said))
        if item.tie:
            st.info(text("curate.uploaded_known", lang, document=escape(item.tie.document_id), found=int(item.tie.found), total=int(item.tie.total)))
    new = [item.place.name for item in added if item.place and not item.tie]
    if new:
        st.success(text("curate.uploaded", lang, name=escape(new[0])) if len(new) == 1 else text("curate.uploaded_many", lang, count=len(new)))


def _list(entries: list[Entry], lang: str) -> None:
    """The files that were added last: those that were refused with the mend, those to be looked at as a table; until it is put away."""
    listed = [item for item in entries if item.uncertainty]
    if not listed or (len(entries) == 1 and not entries[0].error):  # what one text says of itself is shown where it is begun
        return
    with st.expander(text("curate.added", lang, count=len(listed)), icon=":material/rule:", expanded=added_list.is_fresh(LIBRARY)):
        for item in listed:
            if item.error:
                st.error(text("curate.added_kept" if item.is_in else "curate.added_refused", lang, name=escape(item.name), said=escape(item.error_said(lang))), icon=":material/error:")
        rows = [_row(item, lang) for item in listed if item.doubts or item.asked]
        if rows:
            st.markdown(text("curate.uncertain", lang))
            st.table({name: [row[name] for row in rows] for name in rows[0] if any(row[name] for row in rows)}, hide_index=True)
        if st.button(text("curate.added_away", lang), icon=":material/playlist_remove:"):
            added_list.put_away(LIBRARY)
            st.rerun()


def _row(item: Entry, lang: str) -> dict[str, str]:
    """One uncertain file: its name, its draft, what must be checked, and what its text does not say."""
    separator = text("list.separator", lang)
    return {
        text("curate.uncertain_file", lang): escape(item.name),
        text("curate.uncertain_draft", lang): escape(item.document_id),
        text("curate.uncertain_check", lang): escape(text("list.clause", lang).join(doubt_named(one, lang) for one in item.doubts)),
        text("curate.uncertain_asked", lang): separator.join(column_name(name, lang) for name in item.asked),
    }
