"""Plain text: the decoded file, exactly."""

import re

from curation.read.limits import Limits, within
from curation.read.reading import ReadError, Reading


def read_plain(data: bytes, name: str, limits: Limits) -> Reading:
    """The text of a .txt file, newlines untouched."""
    text = decode(data, name)
    within(len(text), limits.characters, "characters", name)
    return Reading(text, "plain")


def decode(data: bytes, name: str, charset: str = "") -> str:
    """Bytes to text as UTF-8, UTF-16 with its mark, the encoding that the file names, or GB18030, whichever the bytes allow.

    A byte order mark is dropped. Raises ReadError for bytes that are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        candidates = _utf16_guess(data)
    else:
        candidates = tuple(filter(None, ("utf-8-sig", charset, "gb18030")))
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return text
    raise ReadError("read.no_text", name=name)


def _utf16_guess(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark: line ends and spaces show which byte comes first."""
    little, big = data.count(b"\n\x00") + data.count(b" \x00"), data.count(b"\x00\n") + data.count(b"\x00 ")
    return ("utf-16-le",) if little > big else ("utf-16-be",) if big > little else ()


def _is_text(text: str) -> bool:
    sample = text[:200_000]
    strange = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]|[\ud800-\udfff]", sample))
    return strange <= len(sample) * 0.02
