"""`python -m curation add --folder DIR`: every file of a folder, with progress and a list of what is uncertain."""

from pathlib import Path

from curation.check.frames import document_files
from curation.desk import draft as desk
from curation.desk.cities import city_of
from curation.desk.draft_file import drafts, save_draft
from curation.desk.folder import Added, add_file, files_of, free_id, uncertain
from curation.desk.skeleton import skeleton
from curation.face.paper import ABOUT
from curation.face.words import asked, column_name, doubt_line
from model.paths import LIBRARY
from wording.texts import text


def add_folder(folder: Path, division: str, lang: str, library: Path = LIBRARY, curated: list[Path] | None = None) -> int:
    """Take every file in; with a division's code begin a draft for each paper that is not curated yet.

    Returns 0, or 1 if a file could not be read.
    """
    documents = document_files() if curated is None else curated
    paths, added = files_of(folder), []
    for number, path in enumerate(paths, start=1):
        for item in add_file(path, documents, library):
            begun = _begin(item, division, documents, library) if division else ""
            print(text("command.folder_file", lang, number=number, total=len(paths), name=item.name, said=_said(item, begun, lang)), flush=True)
            added.append(item)
    listed = uncertain(added)
    print(text("command.folder_done", lang, count=len(added), read=sum(item.error is None for item in added), uncertain=len(listed)))
    for item in listed:
        print(text("command.folder_uncertain", lang, name=item.name))
        for line in why(item, lang):
            print(f"    {line}")
    return 1 if any(item.error for item in added) else 0


def why(item: Added, lang: str) -> list[str]:
    """Why a file is uncertain: its error, its doubts, and what its text does not say."""
    if item.error:
        return [item.error.said(lang)]
    if item.face is None:
        return []
    lacking = text("list.separator", lang).join(column_name(name, lang) for name in asked(item.face))
    return [*(doubt_line(one, lang) for one in item.face.doubts), *([text("face.asked", lang, columns=lacking)] if lacking else [])]


def _said(item: Added, begun: str, lang: str) -> str:
    if item.error or item.face is None:
        return text("command.folder_unread", lang)
    if item.tie:
        return text("command.folder_known", lang, document=item.tie.document_id)
    title = item.face.value("title_zh") or text("command.folder_untitled", lang)
    return text("command.folder_begun", lang, title=title, document=begun) if begun else title


def _begin(item: Added, division: str, documents: list[Path], library: Path) -> str:
    """The id of the draft that was begun; empty for what is known, unread, or no paper itself."""
    if item.reading is None or item.place is None or item.face is None or item.tie or item.face.paper.kind in ABOUT:
        return ""
    city = city_of(division)
    name = free_id(city["city_id"], item.face, [*(path.stem for path in documents), *drafts(library)])
    save_draft(desk.begin(skeleton(name, "", item.place, item.reading), item.reading.text, division), library)
    return name
