"""Choose a code by the words of a text: the nearest to its end, or the first of the list."""

import re
from functools import lru_cache

NEAR = 64  # so many pieces of text back a list, its heading and its classes are asked about again

Choices = tuple[tuple[str, re.Pattern[str]], ...]


def nearest(patterns: Choices, text: str) -> str:
    """The code whose word ends nearest to the end of the text; the earlier in the list on a tie."""
    best, place = "", -1
    for code, pattern in patterns:
        for match in pattern.finditer(text):
            if match.end() > place:
                best, place = code, match.end()
    return best


@lru_cache(NEAR)
def first(patterns: Choices, text: str) -> str:
    """The first code of the list whose word stands in the text, empty if none does."""
    return next((code for code, pattern in patterns if pattern.search(text)), "")
