"""What is to be said, before it is said in a language.

A Saying is a value made of text keys, codes, numbers and rows. Everything up to `compare` builds Sayings; `wording.say`
alone turns them into words. A bare string among Words has no language: an id, a number of a document, a name as written.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Row = Mapping[str, Any]


class Saying:
    """The base of everything that `wording.say` can put into words. It has no words of its own, so it refuses to be one."""

    def __str__(self) -> str:
        raise TypeError(f"{type(self).__name__} has no words before wording.say")


Words = Saying | str


@dataclass(frozen=True)
class Text(Saying):
    """A text of data/codebook/texts with what fills its places; a value is Words, a number or a date."""

    key: str
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Label(Saying):
    """What a code of a list is called."""

    list: str
    code: str


@dataclass(frozen=True)
class Definition(Saying):
    """What a code of a list means."""

    list: str
    code: str


@dataclass(frozen=True)
class Own(Saying):
    """Words that the data hold in both languages, written by the editors."""

    zh: str
    en: str


@dataclass(frozen=True)
class Small(Saying):
    """A label inside a sentence."""

    of: Saying


@dataclass(frozen=True)
class Capital(Saying):
    """Words at the beginning of a line."""

    of: Saying


@dataclass(frozen=True)
class Joined(Saying):
    """Parts one after the other, set apart by the text `separator`; `once` drops a part that says the same as an earlier one."""

    separator: str
    parts: tuple[Words, ...]
    once: bool = False


@dataclass(frozen=True)
class Listed(Saying):
    """Labels in a row: the first as it stands alone, the others as inside a sentence."""

    parts: tuple[Words, ...]


@dataclass(frozen=True)
class WithLevel(Saying):
    """A name with its level of recognition, which is left out where the name says it."""

    name: Words
    level: Words


@dataclass(frozen=True)
class Figure(Saying):
    """The figure of an award, a row of `awards`."""

    award: Row = field(hash=False)


@dataclass(frozen=True)
class Goal(Saying):
    """What a target asks for, with its year; a row of `targets`."""

    target: Row = field(hash=False)


@dataclass(frozen=True)
class Place(Saying):
    """A clause by the number that its document gives it."""

    article: str


@dataclass(frozen=True)
class Day(Saying):
    """A date."""

    value: date


@dataclass(frozen=True)
class Yuan(Saying):
    """A sum of money in yuan."""

    value: float


@dataclass(frozen=True)
class Percent(Saying):
    """A percentage."""

    value: float


@dataclass(frozen=True)
class Quantity(Saying):
    """A number in its unit, a code of the list `unit`."""

    value: float
    unit: str


@dataclass(frozen=True)
class DocumentName(Saying):
    """A document by city and year, with its number unless `short`."""

    document: Row = field(hash=False)
    city: Row = field(hash=False)
    short: bool = False


@dataclass(frozen=True)
class PlaceName(Saying):
    """A city or district as officials name it."""

    city: Row = field(repr=False, compare=False)


@dataclass(frozen=True)
class Cited(Saying):
    """A clause, or without an article a document, as officials cite it in a sentence."""

    document: Row = field(hash=False)
    city: Row = field(hash=False)
    article: str = ""


@dataclass(frozen=True)
class Reference(Saying):
    """A document as an entry of a bibliography."""

    document: Row = field(hash=False)


def text(key: str, **values: Any) -> Words:
    """The text of a key with its places filled."""
    return Text(key, tuple(values.items()))


def label(list_name: str, code: str) -> Words:
    """What a code is called; nothing for no code."""
    return Label(list_name, code) if code else ""


def definition(list_name: str, code: str) -> Words:
    """What a code means."""
    return Definition(list_name, code)


def own(row: Row, name: str = "") -> Words:
    """The editors' words in the columns `<name>_zh` and `<name>_en`, of a code list `zh` and `en`; empty where there are none."""
    stem = f"{name}_" if name else ""
    zh, en = row[f"{stem}zh"], row[f"{stem}en"]
    return Own(zh, en) if zh else ""


def small(words: Words) -> Words:
    """Words as they stand inside a sentence."""
    return Small(words) if isinstance(words, Saying) else words


def capital(words: Words) -> Words:
    """Words as they stand at the beginning of a line."""
    return Capital(words) if isinstance(words, Saying) else words


def joined(separator: str, parts: Iterable[Words], *, once: bool = False) -> Words:
    """Parts set apart by the text of a key; a single one stands alone, and none is nothing."""
    held = tuple(parts)
    return Joined(separator, held, once) if len(held) > 1 else next(iter(held), "")


def listing(parts: Iterable[Words], *, once: bool = False) -> Words:
    """Names in a sentence."""
    return joined("list.separator", parts, once=once)


def listed(parts: Iterable[Words]) -> Words:
    """Labels of codes in a row."""
    held = tuple(parts)
    return Listed(held) if held else ""


def figure_of(award: Row) -> Words:
    """The figure of an award."""
    return Figure(award)


def goal_of(target: Row) -> Words:
    """The goal of a target."""
    return Goal(target)


def place_of(article: str) -> Words:
    """A clause by its number."""
    return Place(str(article)) if article else ""


def day_of(value: date | None) -> Words:
    """A date, empty for none."""
    return Day(value) if value is not None else ""


def yuan(value: float) -> Words:
    """A sum of money."""
    return Yuan(value)


def percent(value: float) -> Words:
    """A percentage."""
    return Percent(value)


def quantity(value: float, unit: str) -> Words:
    """A number in its unit."""
    return Quantity(value, unit)


def document_label(document: Row, city: Row) -> Words:
    """City, year and number of a document."""
    return DocumentName(document, city)


def document_short(document: Row, city: Row) -> Words:
    """City and year of a document, for narrow places."""
    return DocumentName(document, city, short=True)


def place_name(city: Row) -> Words:
    """A city, or a district with its city."""
    return PlaceName(city)


def cited(document: Row, city: Row, article: str = "") -> Words:
    """A clause, or a whole document, as officials cite it."""
    return Cited(document, city, str(article))


def reference(document: Row) -> Words:
    """A document in a bibliography."""
    return Reference(document)
