"""Labels inside a sentence."""

from functools import cache

from model.codes import read_csv


def in_sentence(words: str) -> str:
    """A label inside a sentence: its first letter small, unless the word is an abbreviation such as R&D or the name of a place."""
    is_kept = not words[1:2].islower() or words.split(maxsplit=1)[0] in _places()
    return words if is_kept else words[:1].lower() + words[1:]


@cache
def _places() -> frozenset[str]:
    """The English names of cities and provinces in the data."""
    return frozenset(city[column] for city in read_csv("cities") for column in ("name_en", "province_en"))
