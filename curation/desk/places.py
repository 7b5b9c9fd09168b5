"""Places are those of a document's year: what must be said where the chosen division is of another time."""

from curation.check.divisions import Division, divisions, former, named
from curation.face import Face
from curation.face.found import Doubt, doubt

_LONGEST_NAME = 12


def place_doubts(code: str, year: str) -> list[Doubt]:
    """What to check of a document of this year (empty: unknown) that is tied to the division with this code."""
    division = divisions().get(code)
    if division is None:
        return []
    if division.until:
        return [_ended(division, year)] if year and year > division.until else []
    before = [item for item in former() if code in item.successors and item.level == division.level and year and year < item.until]
    return [doubt("place_before", "city_id", year=year, until=item.until, former=described(item)) for item in before]


def guessed(face: Face) -> str:
    """The code of the division whose full name the issuer or the title begins with, if there is one and no more; else empty."""
    for column in ("issuer_zh", "title_zh"):
        words = face.value(column).removeprefix("中共")
        names = [words[:length] for length in range(_LONGEST_NAME, 2, -1) if len(words) >= length]
        found = next((item for name in names if (item := named(name))), [])
        if len(found) == 1 and found[0].level != "province":
            return found[0].code
    return ""


def described(division: Division) -> str:
    """A division by name and code."""
    return f"{division.name_zh} {division.code}"


def successors(division: Division) -> str:
    """What stands in the place of a division today."""
    known = divisions()
    return "、".join(described(known[code]) for code in division.successors)


def _ended(division: Division, year: str) -> Doubt:
    return doubt("place_ended", "city_id", year=year, until=division.until, successors=successors(division))
