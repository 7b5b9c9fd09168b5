"""Text from data or a link, shown as text and never read as Markdown."""

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+\-!|$~:&])")


def escape(words: str) -> str:
    """The words with every character that Markdown gives a meaning escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(words.split()))
