"""The fields of a page as columns: only values that are what their column needs; everything else is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from curation.face.dates import days
from curation.face.found import Doubt, Found, doubt
from curation.face.layout import Layout
from curation.face.lines import Line, tight
from curation.face.numbers import NUMBER, written
from curation.face.page_fields import Field, enough, meaning, page_fields
from curation.face.release import release_of
from curation.face.signs import spaced, split_offices
from model.characters import as_read

_DAYS = {"issued": "issued_on", "published": "published_on", "effective": "effective_from", "expires": "expires_on", "repealed": "repealed_on"}
_ENDED = re.compile(r"废止|失效|无效|终止|停止执行")
_AT_END = 25  # pages put a table of fields below the text as well


@dataclass(frozen=True)
class Given:
    """What the page states, by column, and what it states that no column holds.

    At the offsets in `places` values of fields begin among the lines of the text; such a line is no part of a title.
    """

    fields: tuple[Field, ...] = ()
    found: tuple[Found, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    places: frozenset[int] = frozenset()

    def first(self, meaning_of: str) -> Field | None:
        """The first field with this meaning."""
        return next((item for item in self.fields if item.meaning == meaning_of), None)

    def all(self, column: str) -> list[Found]:
        """Everything stated for a column."""
        return [item for item in self.found if item.column == column]

    def one(self, column: str) -> Found | None:
        """The first statement for a column."""
        return next(iter(self.all(column)), None)


def given_fields(held: Layout, pairs: Sequence[tuple[str, str]]) -> Given:
    """The fields of the page: the pairs that its reader found, else those among the lines of the head and below the text."""
    fields = [_located(held, item) for name, value in pairs for item in _within(name, as_read(value).strip())]
    known = {item.meaning for item in fields}
    top, bottom = page_fields(held.head), page_fields(held.lines[max(held.body, len(held.lines) - _AT_END) :])
    in_text = [*(top if enough([*fields, *top]) else []), *(bottom if len({item.meaning for item in bottom}) >= 3 and enough(bottom) else [])]
    fields += [item for item in in_text if item.meaning not in known]
    found = tuple(item for one in fields if (item := _column(one)))
    return Given(tuple(fields), found, tuple(_doubts(fields, found)), frozenset(item.start for item in in_text if item.meaning != "title"))


def _within(name: str, value: str) -> list[Field]:
    """A pair of the page; a value that runs on into further fields (来源: 某局发布日期: …) gives those, too."""
    return page_fields([Line(f"{name}:{value}", 0, len(name) + 1 + len(value))]) or ([Field(meaning(name), name, value, -1, -1)] if meaning(name) else [])


def _located(held: Layout, given: Field) -> Field:
    """A field with its place in the text, where its value stands there once and no more."""
    is_one = bool(given.value) and held.plain.count(given.value) == 1
    place = held.plain.find(given.value) if is_one else -1
    return replace(given, start=place, end=place + len(given.value) if is_one else -1)


def _column(given: Field) -> Found | None:
    column, value = "", ""
    if given.meaning in _DAYS:
        found = days(spaced(given.value))
        column, value = _DAYS[given.meaning], found[0].iso if len(found) == 1 else ""
        given = replace(given, end=given.start + found[0].end) if value and given.start >= 0 else given
    elif given.meaning == "number":
        match = NUMBER.fullmatch(given.value.strip("()"))
        column, value = "document_number", written(match) if match else ""
    elif given.meaning == "issuer":
        column, value = "issuer_zh", "、".join(split_offices(given.value)) or _whole(given.value)
    elif given.meaning == "release":
        column, value = "release_attribute", release_of(given.value)
    return Found(column, value, "stated", "page_field", given.start, given.end) if value else None


def _whole(words: str) -> str:
    return tight(words) if re.fullmatch(r"[\u4e00-\u9fff()、\s]{3,60}", words) else ""


def _doubts(fields: Sequence[Field], found: Sequence[Found]) -> list[Doubt]:
    """A page that calls the paper void, and values that are not what their field needs."""
    doubts = []
    for item in fields:
        if item.meaning == "validity" and _ENDED.search(item.value) and not re.match(r"(?:未|否|不)", item.value):
            if not any(one.column in ("repealed_on", "expires_on") for one in found):
                doubts.append(doubt("ended", "repealed_on", item.start, item.end, value=item.value))
        elif item.meaning in (*_DAYS, "number") and not any(one.start == item.start and one.column == _DAYS.get(item.meaning, "document_number") for one in found):
            column = _DAYS.get(item.meaning, "document_number")
            doubts.append(doubt("not_a_value", column, item.start, item.end, name=item.name, value=item.value))
    return doubts
