"""The numbers that Word computes for paragraphs of lists (第一条, （一）, 1.), as it would print them."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from curation.read.numerals import numbered
from curation.read.package import attribute, local
from curation.read.word_styles import child, is_on

_LEVELS = 9
_BULLET = "• "
# An abstract list may point to the list of a style and that to another one.
_LINKS = 5


@dataclass(frozen=True)
class Level:
    """One level of a list: first number, format, pattern (第%1条), what follows, and the level that restarts it."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    behind: str = " "
    restart: int | None = None
    legal: bool = False


@dataclass
class Numbering:
    """The lists of word/numbering.xml and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by abstract list
    owners: dict[str, dict[str, int]] = field(default_factory=dict)  # abstract list: style -> level
    abstracts: dict[str, str] = field(default_factory=dict)  # list -> abstract list
    overrides: dict[str, dict[int, Level | int]] = field(default_factory=dict)  # list: level -> a level or a first number
    _counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def number(self, list_id: str, level: str, style: str) -> str:
        """The words before the next paragraph of a list, with what follows them; nothing for no list."""
        abstract = self.abstracts.get(list_id)
        if abstract is None or list_id == "0":
            return ""
        place = int(level) if level.isdecimal() else self.owners.get(abstract, {}).get(style, 0)
        if not 0 <= place < _LEVELS:
            return ""
        self._count(list_id, abstract, place)
        held = self._level(list_id, abstract, place)
        if held.style == "bullet":
            return _BULLET
        words = re.sub(r"%([1-9])", lambda match: self._printed(list_id, abstract, int(match[1]) - 1, held.legal), held.pattern)
        return words + held.behind if words else ""

    def _level(self, list_id: str, abstract: str, place: int) -> Level:
        override = self.overrides.get(list_id, {}).get(place)
        return override if isinstance(override, Level) else self.levels.get(abstract, {}).get(place, Level())

    def _count(self, list_id: str, abstract: str, place: int) -> None:
        counts = self._counts[abstract]
        override = self.overrides.get(list_id, {}).get(place)
        if override is not None and (list_id, place) not in self._begun:
            counts[place] = override if isinstance(override, int) else override.start
        else:
            counts[place] = counts[place] + 1 if place in counts else self._level(list_id, abstract, place).start
        self._begun.add((list_id, place))
        for deeper in [held for held in counts if held > place]:
            restart = self._level(list_id, abstract, deeper).restart
            if restart is None or (restart and place < restart):
                del counts[deeper]

    def _printed(self, list_id: str, abstract: str, place: int, legal: bool) -> str:
        held = self._level(list_id, abstract, place)
        return numbered("decimal" if legal else held.style, self._counts[abstract].get(place, held.start))


def numbering_of(root: Any) -> Numbering:
    """The lists of word/numbering.xml."""
    found = Numbering()
    named: dict[str, str] = {}  # style of a list -> abstract list
    links: dict[str, str] = {}  # abstract list -> style of a list
    for item in root:
        if local(item) == "abstractNum":
            name = attribute(item, "abstractNumId")
            found.levels[name] = dict(map(_level, _children(item, "lvl")))
            found.owners[name] = {style: place for place, style in map(_owner, _children(item, "lvl")) if style}
            for link in _children(item, "styleLink"):
                named[attribute(link, "val")] = name
            for link in _children(item, "numStyleLink"):
                links[name] = attribute(link, "val")
        elif local(item) == "num":
            _add_list(found, item)
    for list_id, abstract in found.abstracts.items():
        for _ in range(_LINKS):
            abstract = named.get(links.get(abstract, ""), abstract)
        found.abstracts[list_id] = abstract
    return found


def _children(element: Any, name: str) -> list[Any]:
    return [held for held in element if local(held) == name]


def _value(element: Any, name: str, default: str) -> str:
    held = child(element, name)
    return attribute(held, "val") if held is not None else default


def _number(words: str, default: int) -> int:
    return int(words) if re.fullmatch(r"-?\d{1,6}", words) else default


def _level(item: Any) -> tuple[int, Level]:
    style = child(item, "numFmt")
    # a format of a newer Word stands beside an older one
    inner = next((held for held in item.iter() if local(held) == "numFmt"), None) if style is None else style
    legal = child(item, "isLgl")
    behind = {"nothing": "", "space": " ", "tab": " "}.get(_value(item, "suff", "tab"), " ")
    restart = child(item, "lvlRestart")
    return _number(attribute(item, "ilvl"), 0), Level(
        _number(_value(item, "start", "0"), 0), attribute(inner, "val") if inner is not None else "decimal", _value(item, "lvlText", ""), behind,
        _number(attribute(restart, "val"), 0) if restart is not None else None, legal is not None and (not attribute(legal, "val") or is_on(legal, "val")),
    )


def _owner(item: Any) -> tuple[int, str]:
    return _number(attribute(item, "ilvl"), 0), _value(item, "pStyle", "")


def _add_list(found: Numbering, item: Any) -> None:
    name = attribute(item, "numId")
    found.abstracts[name] = _value(item, "abstractNumId", "")
    for override in _children(item, "lvlOverride"):
        place = _number(attribute(override, "ilvl"), 0)
        level, start = child(override, "lvl"), child(override, "startOverride")
        if level is not None:
            found.overrides.setdefault(name, {})[place] = _level(level)[1]
        elif start is not None:
            found.overrides.setdefault(name, {})[place] = _number(attribute(start, "val"), 1)
