"""Fields and drawings of a Word file: which marks belong to a field that ends, what a field is told to do, what a drawing holds."""

import re
from typing import Any

from curation.read.package import attribute, local
from curation.read.raised import fraction


def closed_fields(root: Any) -> set[Any]:
    """The marks of all fields that end; a field that never ends hides nothing."""
    closed: set[Any] = set()
    stack: list[list[Any]] = []
    for mark in (held for held in root.iter() if local(held) == "fldChar"):
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            stack.append([mark])
        elif stack:
            stack[-1].append(mark)
            if kind == "end":
                closed.update(stack.pop())
    return closed


def instruction_of(mark: Any) -> str:
    """The instruction of the field whose middle this is: the words since its beginning."""
    words: list[str] = []
    run = mark.getparent()
    for held in run.itersiblings(preceding=True):
        kinds = [local(part) for part in held]
        words[:0] = [part.text or "" for part in held if local(part) == "instrText"]
        if "fldChar" in kinds:
            break
    return "".join(words)


def unread_kind(drawing: Any) -> str:
    """What kind of thing a drawing without words is; nothing for a mere shape."""
    names = {local(part) for part in drawing.iter()}
    kinds = (("OLEObject", "object"), ("chart", "chart"), ("relIds", "chart"), ("blip", "picture"), ("imagedata", "picture"))
    return next((kind for name, kind in kinds if name in names), "")


# EQ \* jc2 \* "Font:..." \* hps10: how it looks; then one function without another in it: its letter, its options, what it holds.
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)')
_INNERMOST = re.compile(r"\\(?P<name>[fosxFOSX])(?P<options>(?:\\[a-zA-Z]{1,2}\s*\d*)*)\((?P<held>[^()\\]*)\)")
_RINGS, _BOXES = "○〇oO", ("□√", "□✓")
_LONGEST = 500  # characters: what a person sets as a formula is shorter


def formula_of(instruction: str) -> str | None:
    r"""What a field EQ prints, which has no result but its instruction: \f(1,3) is 1/3, \o\ac(○,3) is ③, a character under its reading is the character.

    None for another field, and for one that is not understood.
    """
    words = _SWITCH.sub("", instruction).strip()
    if words[:2].upper() != "EQ" or not words[2:3].isspace():
        return None
    if len(words) > _LONGEST:
        return None
    words = re.sub(r"\s+(?=[\\(])", "", words[2:]).strip()
    while (inner := _INNERMOST.search(words)) is not None:
        held = [part.strip() for part in re.split("[,;]", inner["held"])]
        words = words[:inner.start()] + _printed(inner["name"].casefold(), inner["options"].casefold(), held) + words[inner.end():]
    return None if "\\" in words else words.strip()


def _printed(name: str, options: str, held: list[str]) -> str:
    if name == "f":
        return fraction(*held) if len(held) == 2 and "/" not in "".join(held) else "\\"
    if name == "s" and "up" in options:
        return ""  # set above: the reading of a character
    if name == "o" and len(held) == 2 and held[0] in _RINGS and held[1].isdecimal() and 1 <= int(held[1]) <= 20:
        return chr(ord("①") + int(held[1]) - 1)
    words = "".join(held)
    return "☑" if words in _BOXES else words
