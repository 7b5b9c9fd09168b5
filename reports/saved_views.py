"""Saved views: links with a name of the reader's own, kept as a small JSON file. It holds no figures, only page and query, as a link does.

Every change returns a new list.
"""

import json
from dataclasses import dataclass, replace
from typing import Any

from reports.clean import clean
from reports.errors import ReportError

KIND, VERSION = "policy-views", 1
MOST, NAME_MOST, BYTES_MOST = 100, 80, 200_000
_VALUE_MOST = 4000


@dataclass(frozen=True)
class SavedView:
    """One page with its link parameters under a name; no two of a list have the same name."""

    name: str
    page: str
    query: tuple[tuple[str, str], ...]


Views = tuple[SavedView, ...]


def added(views: Views, view: SavedView) -> Views:
    """The list with one more at its end, numbered if its name is taken. Raises ReportError for a full list or an empty name."""
    if len(views) >= MOST:
        raise ReportError("saved.error.full", most=MOST)
    return (*views, replace(view, name=_free(views, _name(view.name))))


def renamed(views: Views, place: int, name: str) -> Views:
    """The list with another name at a place. Raises ReportError for an empty name."""
    others = (*views[:place], *views[place + 1 :])
    return (*views[:place], replace(views[place], name=_free(others, _name(name))), *views[place + 1 :])


def removed(views: Views, place: int) -> Views:
    """The list without the one at a place."""
    return (*views[:place], *views[place + 1 :])


def together(views: Views, more: Views) -> Views:
    """One list behind the other, without what stands in the first already."""
    held = views
    for view in more:
        if view not in held:
            held = added(held, view)
    return held


def dumps(views: Views) -> bytes:
    """The list as its JSON file."""
    content = {"kind": KIND, "version": VERSION, "views": [{"name": view.name, "page": view.page, "query": dict(view.query)} for view in views]}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def loads(content: bytes, pages: frozenset[str]) -> tuple[Views, tuple[ReportError, ...]]:
    """The list of a file, and why single views were refused. Raises ReportError if the file as a whole is no list of views, too large or of another version."""
    if len(content) > BYTES_MOST:
        raise ReportError("saved.error.large", most=BYTES_MOST // 1000)
    try:
        read: Any = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ReportError("saved.error.kind") from error
    if not isinstance(read, dict) or read.get("kind") != KIND or not isinstance(read.get("views"), list):
        raise ReportError("saved.error.kind")
    if read.get("version") != VERSION:
        raise ReportError("saved.error.version", version=clean(str(read.get("version")))[:20], known=VERSION)
    views: Views = ()
    refused: list[ReportError] = []
    for place, raw in enumerate(read["views"], 1):
        try:
            views = added(views, _view(raw, place, pages))
        except ReportError as error:
            refused.append(error)
            if len(views) >= MOST:
                break
    return views, tuple(refused)


def _view(raw: Any, place: int, pages: frozenset[str]) -> SavedView:
    is_sound = isinstance(raw, dict) and isinstance(raw.get("name"), str) and isinstance(raw.get("query"), dict) and str(raw.get("page")) in pages
    if not is_sound or not all(isinstance(value, str) and len(value) <= _VALUE_MOST for value in raw["query"].values()):
        raise ReportError("saved.error.shape", place=place)
    return SavedView(raw["name"], raw["page"], tuple(sorted(raw["query"].items())))


def _name(name: str) -> str:
    short = " ".join(clean(name).split())[:NAME_MOST].strip()
    if not short:
        raise ReportError("saved.error.name")
    return short


def _free(views: Views, name: str) -> str:
    taken = {view.name for view in views}
    return next(free for number in range(1, len(views) + 2) if (free := name if number == 1 else f"{name} ({number})") not in taken)
