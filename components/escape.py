"""Text from data or a link, shown as text and never read as Markdown."""

import re

_JOINER, _HELD = "\u2060", 6
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|$~:&])")


def escape(words: str) -> str:
    """The words with every character that Markdown gives a meaning escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))


def held(words: str) -> str:
    """A row name that breaks at most every six characters.

    A browser may break Chinese anywhere, and a table shrinks its first column to one character beside long cells.
    """
    if words.isascii():
        return words
    return "".join(_JOINER.join(words[start:start + _HELD]) for start in range(0, len(words), _HELD))
