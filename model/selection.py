"""What a reader has chosen: codes only, so that every view is a link and a link survives a change of language."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import parse_qsl

from model.codes import code_list
from model.proposal import is_proposal

LANGUAGES = ("zh", "en")
ORDERS = ("date", "value")
PARTS = ("", "cities", "side", "spread", "list", "other")  # the parts of a page with many documents; empty is the one it opens with
MOST_PAGES = 1_000_000
TEXT_LIMIT = 100
ITEM_LIMIT = 400
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)

_LISTS = ("cities", "documents", "years", "categories", "designations", "beneficiaries", "levels", "instruments",
          "indicators", "statuses", "provinces", "places", "proposals", "inputs", "columns", "peers", "fields")
FORCE = ("", "only", "all")  # empty: only what may be read as valid where many documents pass
PEERS = ("same_province", "same_level")
MOST_PEERS = 8
_CHOICES = {"lang": LANGUAGES, "order": ORDERS, "part": PARTS, "force": FORCE}
_FOREIGN = ("state",)  # what a log-in by a chat adds, though it looks like ours
_ALIKE = 0.72  # how like one of ours a name in a link must be to be taken for a misspelt one
_INPUT = re.compile(r"[a-z][a-z_0-9]*:\d{1,13}")
_ROW = re.compile(r"[\w.:-]{1,120}", re.ASCII)


@dataclass(frozen=True)
class Selection:
    """A choice of filters. Lists are sorted and without repeats; an empty one restricts nothing.

    `as_of` is the day on which status is judged; `baseline` the document, or the city, that cells are compared with
    (empty: the earliest on screen); `row` the chosen row; `provinces` are the first two digits of a division code and `places`
    levels of place; `columns` are the documents set side by side (empty: those that the rule of the view chooses), `part` the
    part of the page, `sort` the column of its list (with `-` downwards), `fields` the columns that the list shows and `page` its page from 1;
    `peers` are the cities that the own city is set against, by id or whole as those of its province or level; `force` says whether only what
    may be read as valid is shown; `question` is the code of the question whose link was followed; `proposals` are private rows that live only in the link (see `model.proposal`); `inputs` are numbers of a standard case, `name:value`; `quantified` keeps only measures with figures.
    """

    as_of: date
    lang: str = "zh"
    cities: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    categories: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quantified: bool = False
    text: str = ""
    baseline: str = ""
    row: str = ""
    order: str = "date"
    proposals: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    peers: tuple[str, ...] = ()
    force: str = ""
    fields: tuple[str, ...] = ()
    part: str = ""
    sort: str = ""
    page: int = 1
    question: str = ""

    def __post_init__(self) -> None:
        for name in _LISTS:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        object.__setattr__(self, "text", clean_text(self.text))

    def having(self, **changes: Any) -> "Selection":
        """A changed copy."""
        return replace(self, **changes)

    def fresh(self) -> "Selection":
        """A new choice on the same day, in the same language and from the same baseline."""
        return Selection(as_of=self.as_of, lang=self.lang, baseline=self.baseline, peers=self.peers, force=self.force)

    def leaving(self, subject: Collection[str] = ()) -> "Selection":
        """What goes along to another page: not the row, the search words and the place in a list, nor the page's own choice
        (`subject`), nor what the link of a question chose and the reader left as it was.
        """
        asked = parse_qsl(code_list("questions")[self.question]["parameters"]) if self.question else []
        ended = {name for name, value in asked if written(getattr(self, name)) == value} | {"row", "text", "page", "sort", "question", *subject}
        return self.having(**{field.name: field.default for field in fields(Selection) if field.name in ended})

    def unspoken(self) -> "Selection":
        """The same choice whatever the language it is shown in."""
        return self.having(lang=LANGUAGES[0])

    def restricts(self) -> tuple[str, ...]:
        """The filters that are set, by name; language, date, baseline, row and order are no filters."""
        names = (*_LISTS[:12], "quantified", "text")
        return tuple(name for name in names if getattr(self, name))


@dataclass(frozen=True)
class Dropped:
    """A value of a link that could not be used."""

    name: str
    value: str


FIELD_NAMES = tuple(field.name for field in fields(Selection))


def clean_text(text: str) -> str:
    """Search words in one normal form: composed, on one line, without control characters, at most 100 long."""
    plain = unicodedata.normalize("NFC", text)
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Zs") else c for c in plain if unicodedata.category(c) not in ("Cf", "Cs"))
    return " ".join(visible.split())[:TEXT_LIMIT].strip()


def query(selection: Selection) -> dict[str, str]:
    """The selection as link parameters: only what differs from the default, and always the as-of date."""
    parameters = {"as_of": selection.as_of.isoformat()}
    for field in fields(Selection):
        value = getattr(selection, field.name)
        if field.name == "as_of" or value == field.default:
            continue
        parameters[field.name] = written(value)
    return parameters


def written(value: Any) -> str:
    """A value as a link carries it."""
    if isinstance(value, bool):
        return "1"
    if isinstance(value, tuple):
        return ",".join(str(item) for item in value)
    return str(value)


def parse(
    parameters: Mapping[str, str | Iterable[str]], allowed: Mapping[str, Collection[Any]], today: date
) -> tuple[Selection, tuple[Dropped, ...]]:
    """The selection of a link and what of it could not be used.

    `allowed` gives the known codes of each list (a list it does not name admits none); `baseline` takes those of
    `cities` and `documents`. Unknown codes, impossible dates and overlong texts are dropped, never raised. A name that stands several
    times is one list. Names that others add to a link (a chat, a counter of visits) are passed over, unless they look like one of ours.
    """
    values: dict[str, Any] = {"as_of": today}
    dropped: list[Dropped] = []
    for name, raw in parameters.items():
        text = raw if isinstance(raw, str) else _one(name, [str(item) for item in raw])
        if name not in FIELD_NAMES:
            if _is_misspelt(name):
                dropped.append(Dropped(name[:40], text[:40]))
            continue
        value, bad = _read(name, text, allowed)
        dropped += [Dropped(name, item[:40]) for item in bad]
        if value is not None:
            values[name] = value
    return Selection(**values), tuple(dropped)


def _one(name: str, values: list[str]) -> str:
    """What a name says that stands several times in a link: lists join, of anything else the last counts."""
    return ",".join(values) if name in _LISTS else (values or [""])[-1]


def _is_misspelt(name: str) -> bool:
    """Whether a name that is not ours was meant to be: citys, colums."""
    return name not in _FOREIGN and any(SequenceMatcher(None, name[:40].casefold(), own).ratio() >= _ALIKE for own in FIELD_NAMES)


def _read(name: str, text: str, allowed: Mapping[str, Collection[Any]]) -> tuple[Any, list[str]]:
    if name in _LISTS:
        return _read_list(name, text, allowed)
    if name == "as_of":
        day = _date(text)
        return day, ([] if day else [text])
    if name == "text":
        clean = clean_text(text)
        return clean, ([] if clean or not text.strip() else [text])
    if name == "quantified":
        return (text == "1" or None), ([] if text in ("0", "1") else [text])
    if name == "page":
        place = int(text) if text.isascii() and text.isdigit() and 0 < int(text[:9]) <= MOST_PAGES else None
        return place, ([] if place else [text])
    if name == "lang":
        text = re.split(r"[-_]", text)[0].casefold()  # zh_CN, en-US
    good = _is_known(name, text, allowed)
    return (text if good else None), ([] if good or not text else [text])


def _is_known(name: str, text: str, allowed: Mapping[str, Collection[Any]]) -> bool:
    """Whether a name may say this: one of few, an id of the snapshot (looked up, not looked for), or the key of a row."""
    if name == "baseline":
        return any(text in allowed.get(of, ()) for of in ("cities", "documents"))
    if name == "question":
        return not text or text in code_list("questions")
    return text in _CHOICES[name] if name in _CHOICES else bool(_ROW.fullmatch(text))


def _read_list(name: str, text: str, allowed: Mapping[str, Collection[Any]]) -> tuple[tuple[Any, ...], list[str]]:
    items = [item for item in text.split(",") if item]
    good: list[Any] = []
    bad = [f"+{len(items) - ITEM_LIMIT}"] if len(items) > ITEM_LIMIT else []  # said as a number: a link may name thousands
    for item in items[:ITEM_LIMIT]:
        value = _item(name, item, allowed)
        if value is None:
            bad.append(item)
        else:
            good.append(value)
    return tuple(good), bad


def _item(name: str, item: str, allowed: Mapping[str, Collection[Any]]) -> Any:
    if name == "years":
        year = int(item) if item.isascii() and item.isdigit() and len(item) == 4 else None
        return year if year in allowed.get("years", ()) else None
    if name == "inputs":
        return item if _INPUT.fullmatch(item) else None
    if name == "columns":
        return item if item in allowed.get("documents", ()) else None
    if name == "peers":
        return item if item in PEERS or item in allowed.get("cities", ()) else None
    if name == "fields":
        return item if _ROW.fullmatch(item) else None
    if name == "proposals":
        return item if is_proposal(item, allowed) else None
    return item if item in allowed.get(name, ()) else None


def _date(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST and text == day.isoformat() else None
