"""The report basket: comparisons with their filters, collected in an order, kept as a small JSON file.

The file holds no figures, only what to ask again: view, query, title, remark. Every change returns a new basket.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from compare.registry import VIEWS
from loaders import queries
from loaders.snapshot import Tables
from model.selection import LANGUAGES, Dropped, parse, query
from reports.clauses import clauses_of
from reports.clean import clean
from reports.content import Item, Report, several
from reports.errors import ReportError
from wording.answer import Answer, answered
from wording.texts import text

KIND, VERSION = "policy-basket", 1
ENTRIES_MOST, TITLE_MOST, REMARK_MOST, BYTES_MOST = 60, 120, 2000, 200_000


@dataclass(frozen=True)
class Entry:
    """One comparison to ask again. `query` holds link parameters; an empty title stands for that of the view."""

    view: str
    query: tuple[tuple[str, str], ...]
    title: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Basket:
    """Entries in the order of the report."""

    title: str = ""
    entries: tuple[Entry, ...] = ()

    def added(self, comparison: Answer) -> "Basket":
        """The basket with a comparison at its end. Raises ReportError if it is full."""
        if len(self.entries) >= ENTRIES_MOST:
            raise ReportError("reports.error.too_many_items", items=len(self.entries) + 1, most=ENTRIES_MOST)
        entry = Entry(comparison.view, tuple(sorted(query(comparison.selection).items())))
        return replace(self, entries=(*self.entries, entry))

    def moved(self, place: int, to: int) -> "Basket":
        """The entry at `place` moved to `to`; a target beyond the ends means the end."""
        entries = list(self.entries)
        entry = entries.pop(place)
        entries.insert(max(0, min(to, len(entries))), entry)
        return replace(self, entries=tuple(entries))

    def changed(self, place: int, *, title: str | None = None, remark: str | None = None) -> "Basket":
        """The entry at `place` with a new title or remark."""
        old = self.entries[place]
        entry = replace(old, title=_short(title, TITLE_MOST, old.title), remark=_short(remark, REMARK_MOST, old.remark))
        return replace(self, entries=(*self.entries[:place], entry, *self.entries[place + 1 :]))

    def removed(self, place: int) -> "Basket":
        """The basket without the entry at `place`."""
        return replace(self, entries=(*self.entries[:place], *self.entries[place + 1 :]))

    def named(self, title: str) -> "Basket":
        """The basket with another title for its cover."""
        return replace(self, title=_short(title, TITLE_MOST, ""))


def dumps(basket: Basket) -> bytes:
    """The basket as its JSON file."""
    entries = [{"view": entry.view, "query": dict(entry.query), "title": entry.title, "remark": entry.remark} for entry in basket.entries]
    content = {"kind": KIND, "version": VERSION, "title": basket.title, "entries": entries}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def loads(content: bytes, tables: Tables, today: date) -> tuple[Basket, tuple[ReportError, ...]]:
    """The basket of a file, and why entries were refused: an unknown view, a filter that this snapshot does not know.

    Raises ReportError if the file as a whole is no basket, too large, or of another version.
    """
    if len(content) > BYTES_MOST:
        raise ReportError("reports.error.basket_large", most=BYTES_MOST // 1000)
    try:
        read: Any = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ReportError("reports.error.basket_json") from error
    if not isinstance(read, dict) or read.get("kind") != KIND or not isinstance(read.get("entries"), list):
        raise ReportError("reports.error.basket_kind")
    if read.get("version") != VERSION:
        raise ReportError("reports.error.basket_version", version=str(read.get("version"))[:20], known=VERSION)
    if len(read["entries"]) > ENTRIES_MOST:
        raise ReportError("reports.error.too_many_items", items=len(read["entries"]), most=ENTRIES_MOST)
    entries: list[Entry] = []
    refused: list[ReportError] = []
    for place, raw in enumerate(read["entries"], 1):
        try:
            entries.append(_entry(raw, place, tables, today))
        except ReportError as error:
            refused.append(error)
    title = read.get("title")
    return Basket(_short(title if isinstance(title, str) else "", TITLE_MOST, ""), tuple(entries)), tuple(refused)


def report(basket: Basket, tables: Tables, lang: str, today: date, *, footnotes: bool = False, details: bool = False) -> Report:
    """The report of a basket in one language. Raises ReportError naming the first entry that has nothing to show."""
    items = []
    for place, entry in enumerate(basket.entries, 1):
        _checked(entry, place, tables, today)
        comparison = comparison_of(entry, tables, lang, today)
        items.append(Item(comparison, entry.title or comparison.title, entry.remark))
    clauses = clauses_of(tables, [item.comparison for item in items])
    return several(basket.title or text("reports.basket_title", lang), tuple(items), clauses, footnotes=footnotes, details=details)


def comparison_of(entry: Entry, tables: Tables, lang: str, today: date) -> Answer:
    """The comparison that an entry asks for, on the current snapshot, in the language of the report."""
    selection, _ = parse(dict(entry.query), queries.vocabulary(tables), today)
    return answered(VIEWS[entry.view], tables, selection.having(lang=lang))


def _entry(raw: Any, place: int, tables: Tables, today: date) -> Entry:
    """One entry of a file. Raises ReportError for one that cannot be asked again."""
    is_sound = isinstance(raw, dict) and isinstance(raw.get("view"), str) and isinstance(raw.get("query"), dict)
    if not is_sound or not all(isinstance(raw.get(name, ""), str) for name in ("title", "remark")):
        raise ReportError("reports.error.entry_shape", place=place)
    if not all(isinstance(value, str) for value in raw["query"].values()):
        raise ReportError("reports.error.entry_shape", place=place)
    entry = Entry(raw["view"], tuple(sorted(raw["query"].items())), _short(raw.get("title", ""), TITLE_MOST, ""), _short(raw.get("remark", ""), REMARK_MOST, ""))
    _checked(entry, place, tables, today)
    return entry


def _checked(entry: Entry, place: int, tables: Tables, today: date) -> None:
    if entry.view not in VIEWS:
        raise ReportError("reports.error.entry_view", place=place, view=clean(entry.view)[:40], views=", ".join(VIEWS))
    if dict(entry.query).get("lang", "zh") not in LANGUAGES:
        raise ReportError("reports.error.entry_query", place=place, dropped="lang")
    dropped: tuple[Dropped, ...] = parse(dict(entry.query), queries.vocabulary(tables), today)[1]
    if dropped:
        raise ReportError("reports.error.entry_query", place=place, dropped=", ".join(clean(f"{item.name}={item.value}") for item in dropped[:5]))


def _short(words: str | None, most: int, otherwise: str) -> str:
    return otherwise if words is None else clean(words).strip()[:most]
