"""`python -m curation add --folder DIR`: every file of a folder, with progress and a list of what is uncertain."""

from pathlib import Path

from curation.check.frames import document_files
from curation.desk.folder import Added, add_file, files_of, uncertain
from curation.face.words import asked, column_name, doubt_line
from model.paths import LIBRARY
from wording.texts import text


def add_folder(folder: Path, division: str, lang: str, library: Path = LIBRARY, curated: list[Path] | None = None) -> int:
    """Take every file in; with a division's code begin a draft for each paper that is not curated yet.

    Returns 0, or 1 if a file could not be read or no draft of it could be begun; the others are taken in all the same.
    """
    documents = document_files() if curated is None else curated
    paths, added = files_of(folder), []
    for number, path in enumerate(paths, start=1):
        for item in add_file(path, documents, library, division):
            print(text("command.folder_file", lang, number=number, total=len(paths), name=item.name, said=_said(item, lang)), flush=True)
            added.append(item)
    listed = uncertain(added)
    print(text("command.folder_done", lang, count=len(added), read=sum(item.error is None for item in added), uncertain=len(listed)))
    for item in listed:
        print(text("command.folder_uncertain", lang, name=item.name))
        for line in why(item, lang):
            print(f"    {line}")
    return 1 if any(item.error or item.unbegun for item in added) else 0


def why(item: Added, lang: str) -> list[str]:
    """Why a file is uncertain: its error, its doubts, and what its text does not say."""
    if item.error:
        return [item.error.said(lang)]
    if item.face is None:
        return []
    lacking = text("list.separator", lang).join(column_name(name, lang) for name in asked(item.face))
    failed = [item.unbegun.said(lang)] if item.unbegun else []
    return [*failed, *(doubt_line(one, lang) for one in item.face.doubts), *([text("face.asked", lang, columns=lacking)] if lacking else [])]


def _said(item: Added, lang: str) -> str:
    if item.error or item.face is None:
        return text("command.folder_unread", lang)
    if item.tie:
        return text("command.folder_known", lang, document=item.tie.document_id)
    title = item.face.value("title_zh") or text("command.folder_untitled", lang)
    if item.unbegun:
        return text("command.folder_unbegun", lang, title=title)
    return text("command.folder_begun", lang, title=title, document=item.begun) if item.begun else title
