"""Find a phrase in a document's text by its words and context.

A row is tied to its text by phrase and context (after the text quote selector of the W3C Web Annotation model), so
that another copy of the same document anchors too: script, width of characters, spaces and line breaks may differ.
Offsets are code points of the text as it is, newlines untouched.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from model.characters import always_simplified, unified

CONTEXT = 16

# Characters that copies of one text write differently, after NFKC has unified their width. Each maps to one
# character, so that offsets are kept.
_ALIKE = str.maketrans({"∶": ":", "︰": ":", "—": "-", "–": "-", "―": "-", "─": "-", "‐": "-", "‑": "-", "−": "-", "~": "-", "〜": "-",
                        "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "『": '"', "』": '"', "‘": "'", "’": "'",
                        "〔": "[", "〕": "]", "【": "[", "】": "]", "·": "·", "•": "·", "・": "·", "‧": "·", "劵": "券"})
# Marks that a copy may carry without anyone seeing them: zero-width spaces, soft hyphens, byte order marks.
_INVISIBLE = ("Cf", "Cc")


@dataclass(frozen=True)
class Folded:
    """A text reduced to what all copies share, and where each remaining character stood."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """Drop white space, unify script, width and punctuation; remember each character's place."""
    kept, places = [], []
    for place, character in enumerate(always_simplified(unified(text))):
        if character.isspace() or unicodedata.category(character) in _INVISIBLE:
            continue
        narrow = unicodedata.normalize("NFKC", character)
        kept.append((narrow if len(narrow) == 1 else character).translate(_ALIKE))
        places.append(place)
    return Folded("".join(kept), tuple(places))


@lru_cache(maxsize=16384)
def _folded(part: str) -> str:
    return fold(part).text


def find(folded: Folded, phrase: str, prefix: str = "", suffix: str = "") -> list[tuple[int, int]]:
    """All places (start, end) of a phrase between its prefix and suffix, in the unfolded text."""
    before, body, after = (_folded(part) for part in (prefix, phrase, suffix))
    needle = before + body + after
    if not body:
        return []
    found, at = [], folded.text.find(needle)
    while at >= 0:
        first = at + len(before)
        found.append((folded.places[first], folded.places[first + len(body) - 1] + 1))
        at = folded.text.find(needle, at + 1)
    return found


# How much context another copy must share, tried from strict to lenient: (characters before, characters behind).
_LENIENT = ((CONTEXT, CONTEXT), (8, 8), (4, 4), (8, 0), (0, 8))


def locate(folded: Folded, row: Mapping[str, Any]) -> tuple[int, int] | None:
    """Where a row of a document stands in another copy of its text, or None if no place or more than one fits.

    Copies differ by a comma or a gloss, so the context is shortened step by step; it never falls below eight characters.
    """
    before, after = str(row.get("prefix") or ""), str(row.get("suffix") or "")
    for left, right in _LENIENT:
        places = find(folded, str(row.get("phrase") or ""), before[-left:] if left else "", after[:right])
        if len(places) == 1 and len(before[-left:] if left else "") + len(after[:right]) >= min(8, len(before) + len(after)):
            return places[0]
    return None


def one_line(text: str) -> str:
    """The text without white space and unseen marks, as phrases and contexts are kept."""
    return "".join(character for character in text if not character.isspace() and unicodedata.category(character) not in _INVISIBLE)
