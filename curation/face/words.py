"""What a face says, in the curator's language: each value with basis and place, each doubt, each link to another paper."""

from collections.abc import Sequence

from curation.face.found import Doubt, Found, Value
from curation.face.reader import Face
from curation.face.series import Link
from model.characters import as_read
from model.fields import FIELDS
from wording.texts import label
from wording.texts import text as words

# What a curator must look up where the text does not say it.
ASKED = ("title_zh", "kind", "issuer_zh", "document_number", "issued_on", "policy_year", "effective_from", "expires_on", "is_draft")
_LONGEST = 40


def found_line(found: Found, content: str, lang: str) -> str:
    """One value with its basis, and the line at which it was read."""
    said = {"column": column_name(found.column, lang), "value": shown_value(found, lang), "basis": words(f"face.basis.{found.basis}", lang), "place": place_name(found, lang)}
    if found.start < 0:
        return words("face.line", lang, **said)
    return words("face.line_at", lang, **said, line=line_number(content, found.start), words=quoted(content, found.start, found.end))


def doubt_line(doubt: Doubt, lang: str) -> str:
    """What must be checked, with the column that it concerns."""
    said = doubt_said(doubt, lang)
    return words("face.doubt_of", lang, column=column_name(doubt.column, lang), said=said) if doubt.column else words("face.doubt", lang, said=said)


def doubt_named(doubt: Doubt, lang: str) -> str:
    """A doubt behind the name of its column."""
    return words("face.doubt_named", lang, column=column_name(doubt.column, lang), said=doubt_said(doubt, lang)) if doubt.column else doubt_said(doubt, lang)


def doubt_said(doubt: Doubt, lang: str) -> str:
    """What must be checked, without its column."""
    return words(f"face.doubt.{doubt.code}", lang, **{name: _value(name, value, lang) for name, value in doubt.values})


def link_line(link: Link, lang: str) -> str:
    """What the text says of another paper."""
    return words("face.series", lang, said=link_said(link, lang))


def link_said(link: Link, lang: str) -> str:
    """The relation to another paper, without the words that lead to it."""
    return words(f"face.series.{link.relation}", lang, title=link.title, number=link.number).strip()


def asked(face: Face) -> list[str]:
    """The columns that a text leaves open and a curator must look up; none of them for what is no paper itself."""
    return [column for column in ASKED if face.get(column) is None]


def lines(face: Face, content: str, lang: str) -> list[str]:
    """The whole face, a line for each thing: values, doubts, links, and what is asked."""
    said = [found_line(item, content, lang) for item in face.found]
    said += [doubt_line(item, lang) for item in face.doubts]
    said += [link_line(item, lang) for item in face.series]
    if open_columns := asked(face):
        said.append(words("face.asked", lang, columns=words("list.separator", lang).join(column_name(name, lang) for name in open_columns)))
    return said


def column_name(column: str, lang: str) -> str:
    """The label of a column."""
    return str(getattr(FIELDS[column], lang))


def place_name(found: Found, lang: str) -> str:
    """Where a value was read, in words."""
    return words(f"face.place.{found.place}", lang)


def shown_value(found: Found, lang: str) -> str:
    """A value; a code as its label."""
    field = FIELDS[found.column]
    if field.codes:
        return label(field.codes, found.value, lang)
    return words(f"publish.{found.value}", lang) if field.type == "flag" else found.value


def line_number(content: str, start: int) -> int:
    """The line of the text, from 1, at which a place lies."""
    return content.count("\n", 0, start) + 1


def quoted(content: str, start: int, end: int) -> str:
    """The words at a place on one line, cut to a length that fits beside a value."""
    found = " ".join(as_read(content[start:end]).split())
    return found if len(found) <= _LONGEST else found[: _LONGEST - 1] + "…"


def _value(name: str, value: Value, lang: str) -> str:
    if isinstance(value, tuple):
        return words("list.separator", lang).join(value)
    if name == "place":
        return words(f"face.place.{value}", lang)
    return column_name(value, lang) if name == "than" else value


def doubts_of(face: Face, column: str) -> Sequence[Doubt]:
    """The doubts that concern one column."""
    return [item for item in face.doubts if item.column == column]
