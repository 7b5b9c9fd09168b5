"""Fields and drawings of a Word file: which marks belong to a field that ends, what a field is told to do, what a drawing holds."""

from typing import Any

from curation.read.package import attribute, local


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
