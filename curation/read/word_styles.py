"""What the styles of a Word file say of its paragraphs and runs: hidden text, and the list that a paragraph belongs to."""

from dataclasses import dataclass, field
from typing import Any

from curation.read.package import attribute, local

_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20


@dataclass(frozen=True)
class Styles:
    """Every style by id: its parent, whether it hides text (None: it does not say), and its list as (id, level)."""

    parents: dict[str, str] = field(default_factory=dict)
    hides: dict[str, bool] = field(default_factory=dict)
    lists: dict[str, tuple[str, str]] = field(default_factory=dict)
    usual: str = ""

    def is_hidden(self, style: str) -> bool:
        """Whether text in this style is hidden."""
        return next((self.hides[held] for held in self._chain(style) if held in self.hides), False)

    def list_of(self, style: str) -> tuple[str, str, str]:
        """The list that a paragraph style belongs to: its id, its level, and the style that says so."""
        return next(((*self.lists[held], held) for held in self._chain(style or self.usual) if held in self.lists), ("", "", ""))

    def _chain(self, style: str) -> list[str]:
        found: list[str] = []
        while style and style not in found and len(found) < _DEEPEST:
            found.append(style)
            style = self.parents.get(style, "")
        return found


def styles_of(root: Any) -> Styles:
    """The styles of word/styles.xml."""
    found = Styles()
    usual = ""
    for style in root:
        if local(style) != "style":
            continue
        name = attribute(style, "styleId")
        if attribute(style, "type") == "paragraph" and is_on(style, "default"):
            usual = name
        for part in style:
            _note(found, name, part)
    return Styles(found.parents, found.hides, found.lists, usual)


def _note(found: Styles, name: str, part: Any) -> None:
    kind = local(part)
    if kind == "basedOn":
        found.parents[name] = attribute(part, "val")
    elif kind == "rPr":
        hidden = hides(part)
        if hidden is not None:
            found.hides[name] = hidden
    elif kind == "pPr":
        held = list_of(part)
        if held:
            found.lists[name] = held


def child(element: Any, name: str) -> Any:
    """The first child of this name, or None."""
    return next((held for held in element if local(held) == name), None)


def is_on(element: Any, name: str) -> bool:
    """Whether an on-off attribute is set."""
    value = attribute(element, name)
    return bool(value) and value.lower() not in _OFF


def hides(properties: Any) -> bool | None:
    """Whether run properties hide their text, or None if they do not say."""
    vanish = child(properties, "vanish")
    return None if vanish is None else attribute(vanish, "val").lower() not in _OFF


def is_raised(run: Any) -> bool:
    """Whether the properties of a run set it as superscript."""
    properties = child(run, "rPr")
    held = child(properties, "vertAlign") if properties is not None else None
    return held is not None and attribute(held, "val") == "superscript"


def list_of(properties: Any) -> tuple[str, str] | None:
    """The list of paragraph properties as (id, level); the level may be empty."""
    held = child(properties, "numPr")
    if held is None:
        return None
    number, level = child(held, "numId"), child(held, "ilvl")
    return (attribute(number, "val") if number is not None else "", attribute(level, "val") if level is not None else "")


def style_of(properties: Any, name: str) -> str:
    """The style that paragraph or run properties name."""
    held = child(properties, name) if properties is not None else None
    return attribute(held, "val") if held is not None else ""
