"""The value of a numeral as the text prints it, for sums in Arabic digits."""

import re
import unicodedata

_SUM = re.compile(r"(\d+(?:\.\d+)?)(亿|千万|百万|万|千)?元?")
_SCALE = {"": 1, "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000}


def yuan(words: str) -> int | None:
    """The sum in yuan of words like 50万元 or ５０ 万元; None for anything else."""
    match = _SUM.fullmatch("".join(unicodedata.normalize("NFKC", words).split()))
    return round(float(match[1]) * _SCALE[match[2] or ""]) if match else None
