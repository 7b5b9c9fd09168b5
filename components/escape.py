"""Words from data, a link or a file, shown as they are and never read as Markdown.

Every label, caption, tooltip, table cell and message that holds such words goes through `escape`; tests open every page with
hostile words and read every string that Streamlit would render (tests/app_pages/test_hostile_words.py), and the
source is read for words that did not (tests/components/test_words_from_outside.py).
"""

import re
import unicodedata
from typing import TypeAlias

# Words that may be read as Markdown: texts of the project, and words from outside after `escape`.
Markdown: TypeAlias = str

_JOINER, _ROOM = "\u2060", 20
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|$~:&])")
# What Streamlit looks for after Markdown is read, where a backslash no longer helps: icons and emoji by name, addresses, arrows.
_NAMED = re.compile(r":(?=material/|[\w+-]+:|//)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?=@)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_ARROW = re.compile(r"(?<!\S)(?:<->|<-|->|--|>=|<=|~=)(?!\S)")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
# Marks that turn the direction of what follows could make a figure read backwards.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def escape(words: str) -> Markdown:
    """The words on one line, with nothing that Streamlit's Markdown would give a meaning."""
    plain = " ".join("".join(character for character in words if _is_shown(character)).split())
    for pattern in (_NAMED, _ADDRESS):
        plain = pattern.sub(lambda match: match.group() + _JOINER, plain)
    plain = _ARROW.sub(lambda match: match.group()[0] + _JOINER + match.group()[1:], plain)
    return _NUMBERED.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain))


def highlighted(words: str) -> Markdown:
    """The words of a text on a coloured ground. Two asterisks would not do: Markdown does not close them between % and a Chinese character."""
    return f":blue-background[{escape(words)}]"


def linked(address: str) -> Markdown:
    """A document's source address, which the check of curated files allows only as http or https, as a link."""
    return f"[{escape(address)}](<{address}>)" if re.fullmatch(r"https?://[^\s<>\\]+", address) else escape(address)


def roomy(heading: str) -> str:
    """The head of a column of Chinese names, as wide as eight characters by spaces that do not break: 事 项.

    A browser may break Chinese anywhere, and a table shrinks its first column to one character beside long cells. The names
    themselves carry nothing that would be copied with them.
    """
    return heading if heading.isascii() else "\u00a0".join(heading) + "\u00a0" * _ROOM


def _is_shown(character: str) -> bool:
    return character.isspace() or (unicodedata.category(character) != "Cc" and character not in _TURNING)
