"""Hatching as plain lines: Chromium writes a pattern into a PDF anew for every bar, clipped, tile by tile, in up to nine megabytes."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_FILL = re.compile(r"""fill: url\(["']?#([^"')]+)["']?\);""")
_STEPS = re.compile(r"([MHV])(-?[\d.]+)(?:,(-?[\d.]+))?")
_NUMBER = re.compile(r"-?[\d.]+")

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Pattern:
    """How Plotly fills: lines rising to the right, both ways crossed, or dots, at a step along the axis in pixels."""

    kind: str
    step: float
    hue: str
    opacity: str
    width: float


def drawn(svg: bytes) -> bytes:
    """The picture with every patterned rectangle filled white and its lines or dots drawn as one path."""
    root = etree.fromstring(svg)
    patterns = {node.get("id"): _pattern(node) for node in root.iter(f"{_SVG}pattern")}
    for path in list(root.iter(f"{_SVG}path")):
        found = _FILL.search(path.get("style", ""))
        if found:
            path.set("style", _FILL.sub("fill: white;", path.get("style")))
            path.addnext(_strokes(path, patterns[found.group(1)]))
    return bytes(etree.tostring(root))


def _pattern(node: Any) -> Pattern:
    scale = _NUMBER.search(node.get("patternTransform") or "")
    factor = float(scale.group()) if scale else 1.0
    step = float(node.get("width").removesuffix("px")) * factor
    mark = node[-1]
    if mark.tag == f"{_SVG}circle":
        return Pattern("dots", step, mark.get("fill"), mark.get("opacity", "1"), 2 * float(mark.get("r")) * factor)
    kind = "crossed" if "M0,0L" in mark.get("d") else "rising"
    return Pattern(kind, step, mark.get("stroke"), mark.get("opacity", "1"), float(mark.get("stroke-width").removesuffix("px")) * factor)


def _strokes(path: Any, pattern: Pattern) -> Any:
    lines = "".join(_of(pattern, _box(path.get("d"))))
    look = f"fill: none; stroke: {pattern.hue}; stroke-opacity: {pattern.opacity}; stroke-width: {pattern.width:.2f}px;"
    ends = " stroke-linecap: round;" if pattern.kind == "dots" else ""
    stroke = etree.Element(f"{_SVG}path", d=lines or "M0,0", style=look + ends)
    for name in ("clip-path", "transform"):
        if path.get(name):
            stroke.set(name, path.get(name))
    return stroke


def _box(steps: str) -> Box:
    """The rectangle of a path of straight lines: M0,10V30H120V10Z."""
    across: list[float] = []
    down: list[float] = []
    for command, first, second in _STEPS.findall(steps):
        if command in "MH":
            across.append(float(first))
        if command == "V" or second:
            down.append(float(second or first))
    return min(across), min(down), max(across), max(down)


def _of(pattern: Pattern, box: Box) -> Iterator[str]:
    if pattern.kind == "dots":
        yield from _dots(box, pattern.step)
        return
    yield from _rising(box, pattern.step)
    if pattern.kind == "crossed":
        left, top, right, bottom = box
        for x0, y0, x1, y1 in _segments((left, -bottom, right, -top), pattern.step):
            yield _line(x0, -y0, x1, -y1)


def _rising(box: Box, step: float) -> Iterator[str]:
    yield from (_line(*segment) for segment in _segments(box, step))


def _segments(box: Box, step: float) -> Iterator[Box]:
    """The lines x + y = k steps inside the box."""
    left, top, right, bottom = box
    for at in range(math.ceil((left + top) / step), math.floor((right + bottom) / step) + 1):
        total = at * step
        x0, x1 = max(left, total - bottom), min(right, total - top)
        if x1 > x0:
            yield x0, total - x0, x1, total - x1


def _dots(box: Box, step: float) -> Iterator[str]:
    """Dots a step apart that lie whole inside the box, as strokes without length."""
    left, top, right, bottom = box
    for row in range(max(1, int((bottom - top) / step))):
        for column in range(max(1, int((right - left) / step))):
            yield f"M{left + (column + 0.5) * step:.1f},{top + (row + 0.5) * step:.1f}h0"


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"M{x0:.1f},{y0:.1f}L{x1:.1f},{y1:.1f}"
