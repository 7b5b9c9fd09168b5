"""Signposts: the questions that officials ask and the titles and topics they look for, each as a link made of codes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic
from urllib.parse import parse_qsl

from loaders import finding, queries
from loaders.snapshot import Tables
from model.codes import code_list, read_csv
from model.comparison import W
from model.saying import Words, own, text
from model.search import code_names
from model.selection import Selection, query

_SHORTEST = 2  # a single character is in nearly every name


@dataclass(frozen=True)
class Signpost(Generic[W]):
    """A view with the choices that answer a question, as a link made of codes."""

    code: str
    label: W
    view: str
    link: dict[str, str]


def questions(selection: Selection, views: Iterable[str]) -> tuple[Signpost, ...]:
    """The questions of `questions.csv` that one of `views` answers, in their order."""
    known = set(views)
    return tuple(
        Signpost(row["code"], own(row), row["view"], _link(selection, row["parameters"]) | {"question": row["code"]})
        for row in read_csv("questions") if row["view"] in known
    )


def find(tables: Tables, words: str, selection: Selection, views: Iterable[str]) -> tuple[Signpost, ...]:
    """Topics, recognised titles, indicators and categories whose name or alias holds the words, or is held by them.

    Any name counts that `model.search` knows: both languages and scripts, pinyin and its initials, codes. Names that are the
    words come first. What no row of the tables stands for is found too and says so, so that silence is said instead of left out.
    """
    if len(finding.squeezed(words)) < _SHORTEST:
        return ()
    known = set(views)
    ranked = []
    for place, (names, post) in enumerate(named(tables, selection)):
        rank = _rank(words, names)
        if rank is not None and post.view in known:
            ranked.append((rank, place, post))
    return tuple(post for _, _, post in sorted(ranked, key=lambda item: item[:2]))


def _rank(words: str, names: tuple[str, ...]) -> int | None:
    """0 for the same name, 1 and 2 for a name that begins with or holds the words, 3 for one that stands in them; None for no match."""
    found = finding.rank(words, names)
    if found is not None:
        return found
    wanted = finding.squeezed(words)
    return 3 if any(len(name) >= _SHORTEST and not name.isascii() and name in wanted for name in map(finding.squeezed, names)) else None


def named(tables: Tables, selection: Selection) -> Iterable[tuple[tuple[str, ...], Signpost]]:
    """Every topic, title, indicator and category with all that it is called and the page it leads to."""
    held = queries.options(tables)
    for row in read_csv("topics"):
        yield code_names("topics", row["code"]), Signpost(row["code"], _label(row, "topic"), row["view"], _link(selection, row["parameters"]))
    for name, kind, view, option in (("designation", "title", "by_title", "designations"), ("indicator", "indicator", "targets", "indicators"),
                                     ("category", "category", "policy_clauses", "categories")):
        for code, row in code_list(name).items():
            shown = _label(row, kind)
            if code not in held[option]:
                shown = text("overview.no_row", name=shown)
            yield code_names(name, code), Signpost(code, shown, view, _link(selection, f"{option}={code}"))


def _label(row: dict[str, str], kind: str) -> Words:
    return text("overview.topic", name=own(row), kind=text(f"overview.topic_{kind}"))


def _link(selection: Selection, parameters: str) -> dict[str, str]:
    """The link of a fresh selection with the given parameters; language, day and baseline stay as they are."""
    return query(selection.fresh()) | dict(parse_qsl(parameters))
