"""Which targets share a row, and which rows stand side by side because their definitions are close but not the same.

A row is one definition: indicator, unit, kind of figure and level. Targets that only restate another one of their document
do not make a figure of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.queries import Row
from model.codes import codes, relation, relations
from model.money import WAN, YI
from model.saying import Words, definition, joined, label, own, small, text
from model.target import COVERAGE

FIRST = "rd_gdp_share"
SCALES = {"cny": YI, "square_metre": WAN}  # what the values of a unit are divided by on an axis
_MARKS = {">=": "floor", ">": "floor", "=": "exact", "~": "exact", "<=": "ceiling", "range": "range"}
GROUPS = ("first", "shared", "near", "single", "words")


@dataclass
class Line:
    """One row: the targets of each document that share its definition, and the rows it is close to with the reasons."""

    key: str
    first: Row
    stated: dict[str, list[Row]] = field(default_factory=dict)
    near: dict[str, Words] = field(default_factory=dict)

    @property
    def group(self) -> str:
        """One of first | shared | near | single | words: R&D intensity, then what several documents aim at, and so on."""
        if self.first["comparator"] in COVERAGE:
            return "words"
        if self.first["indicator"] == FIRST:
            return "first"
        if self.near:
            return "near"
        return "shared" if len(self.stated) > 1 else "single"


def lines_of(targets: list[Row]) -> list[Line]:
    """The rows of these targets in reading order; close ones next to each other."""
    said = [target for target in targets if not is_restated(target, targets)]
    split = _split_by_verb(said)
    found: dict[str, Line] = {}
    for target in said:
        key = _key(target, split)
        found.setdefault(key, Line(key, target)).stated.setdefault(target["document_id"], []).append(target)
    for line in found.values():
        line.near = {other.key: reason for other in found.values() if other is not line and (reason := _near(line.first, other.first))}
    return sorted(found.values(), key=lambda line: (GROUPS.index(line.group), _cluster(line, found), codes("indicator").index(line.first["indicator"]), line.key))


def is_restated(target: Row, targets: Iterable[Row]) -> bool:
    """Whether a target only says again what another one of these says."""
    return target["restates"] is not None and any(other["target_id"] == target["restates"] for other in targets)


def restating(target: Row, targets: Iterable[Row]) -> list[Row]:
    """The targets that say this one again, to be cited with it."""
    return [other for other in targets if other["restates"] == target["target_id"]]


def row_label(line: Line) -> Words:
    """What a row is about: 技术创新平台 · 省级以上; 高技术服务业企业(引进)."""
    target = line.first
    name = label("indicator", target["indicator"])
    if target["recognition_level"] != "none":
        above = "row.level_or_above" if target["level_or_above"] else "row.level"
        name = text("row.title_level", title=name, level=text(above, level=small(label("recognition_level", target["recognition_level"]))))
    parts = [small(label("verb", target["verb"]))] if line.key.endswith(f":{target['verb']}") else []
    if any(other.split(":")[0] == target["indicator"] for other in line.near):
        parts.append(small(label("target_basis", target["basis"])))
    return text("row.variant", row=name, variant=joined("list.separator", parts)) if parts else name


def row_note(line: Line, earlier: dict[str, Words]) -> Words:
    """What to know before reading the row: how it differs from the close rows above it, or else the definition.

    `earlier` gives the labels of the rows above; a definition stands only where several documents share it.
    """
    if line.group == "near":
        return joined("list.space", [text("targets.near_row", other=small(earlier[key]), reason=reason) for key, reason in line.near.items() if key in earlier])
    return definition("indicator", line.first["indicator"]) if line.group in ("first", "shared") else ""


def definition_key(target: Row) -> str:
    """What a goal must share with another to be of one definition, whatever the verb: indicator, kind of figure and level."""
    return _key(target, set())


def _key(target: Row, split: set[str]) -> str:
    kind = "words" if target["comparator"] in COVERAGE else f"{target['unit']}:{target['basis']}"
    key = f"{target['indicator']}:{kind}:{target['recognition_level']}"
    return f"{key}:{target['verb']}" if key in split else key


def _split_by_verb(targets: list[Row]) -> set[str]:
    """Keys under which one document has two goals that differ in the verb: 5 firms fostered and 3 brought in are not one goal."""
    verbs: dict[tuple[str, str], set[str]] = {}
    for target in targets:
        verbs.setdefault((definition_key(target), target["document_id"]), set()).add(target["verb"])
    return {key for (key, _), held in verbs.items() if len(held) > 1}


def _near(a: Row, b: Row) -> Words:
    """Why two rows are close but not the same; empty if they are not close."""
    if a["indicator"] == b["indicator"]:
        if (a["unit"], a["basis"]) == (b["unit"], b["basis"]):
            return ""
        return text("targets.other_basis", a=small(label("target_basis", a["basis"])), b=small(label("target_basis", b["basis"])))
    if relation("indicator_relations", a["indicator"], b["indicator"]) != "close":
        return ""
    return own(relations("indicator_relations")[frozenset((a["indicator"], b["indicator"]))], "reason")


def _cluster(line: Line, lines: dict[str, Line]) -> int:
    """The place of the first indicator of all that hang together with this row, so that they stand side by side."""
    if line.group != "near":
        return 0
    reached, waiting = {line.key}, [line]
    while waiting:
        for key in waiting.pop().near:
            if key not in reached:
                reached.add(key)
                waiting.append(lines[key])
    order = codes("indicator")
    return min(order.index(lines[key].first["indicator"]) for key in reached)


def span(target: Row) -> tuple[str, float | None, float | None]:
    """The mark of a goal, and the lower and upper end of its value; an open end is None."""
    if target["comparator"] in COVERAGE:
        return "text", None, None
    mark, value = _MARKS[target["comparator"]], target["value"]
    ends = {"floor": (value, None), "exact": (value, value), "ceiling": (None, value), "range": (value, target["value_max"])}
    return (mark, *ends[mark])
