"""Curated YAML: read as text, written in one canonical way.

A YAML loader that guesses turns `1:1` into 61 and `no` into false; here every scalar is a string, and
`dumps(loads(text)) == text` for every file that the project wrote.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from curation.check.guarded_yaml import Loader
from model.codes import codes
from model.files import write_whole
from model.schema import TABLES, Table

Record = dict[str, Any]

SECTIONS = ("document", "measures", "figures", "coverage", "pictures", "looks")

# What a file has only if its text was recognised from pictures, with the order of the columns.
_FROM_PICTURES = {"pictures": ("page", "start", "end"), "looks": ("column", "start", "end", "read", "shows")}

# The lists of records that a measure holds.
NESTED = ("awards", "targets", "rules")


class _Dumper(Emitter, Serializer, SafeRepresenter, BaseResolver):  # type: ignore[misc]
    """Plain scalars wherever YAML allows them, since nothing is ever guessed on the way in."""

    def __init__(self, stream: Any, **options: Any) -> None:
        Emitter.__init__(self, stream, width=options["width"], allow_unicode=True)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_list(dumper: SafeRepresenter, data: list[Any]) -> Any:
    """Lists of codes stand on one line, lists of records one below the other."""
    flow = all(isinstance(item, str) for item in data)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flow)


_Dumper.add_representer(list, _represent_list)


def loads(text: str) -> Record:
    """The content of one curated file.

    Raises yaml.YAMLError for text that is not YAML, has a key twice, is no mapping, or is more than a curated file can be.
    """
    content = yaml.load(text, Loader=Loader)
    if content is None or content == "":
        return {}
    if not isinstance(content, dict):
        raise yaml.YAMLError("is not a mapping; begin with document:")
    return content


def dumps(content: Record) -> str:
    """The canonical text of one curated file, with a final newline."""
    return str(yaml.dump(content, Dumper=_Dumper, width=110, default_flow_style=False))


def ordered(content: Record) -> Record:
    """The canonical content of any curated file; alignments and corrections keep the order they have."""
    return canonical(content) if "document" in content or "measures" in content else content


def canonical(content: Record) -> Record:
    """The same content with sections and columns in the order of the schema and empty columns left out."""
    kept: Record = {"document": _columns(content.get("document") or {}, TABLES["documents"])}
    kept["measures"] = _each(content.get("measures"), _measure)
    kept["figures"] = _each(content.get("figures"), lambda row: _columns(row, TABLES["figures"]))
    kept["coverage"] = coverage = content.get("coverage") or {}
    if isinstance(coverage, dict):
        known = [category for category in codes("category") if category in coverage]
        kept["coverage"] = {key: coverage[key] for key in (*known, *(key for key in coverage if key not in known))}
    kept |= {section: _each(content[section], _in_order(names)) for section, names in _FROM_PICTURES.items() if content.get(section)}
    unknown = {key: value for key, value in content.items() if key not in SECTIONS}
    return {**kept, **unknown}


def _each(value: Any, order: Callable[[Record], Record]) -> Any:
    """Order every record of a list; what is no record stays as it is, for `check` to report."""
    return [order(item) if isinstance(item, dict) else item for item in value] if isinstance(value, list) else value or []


def _in_order(names: tuple[str, ...]) -> Callable[[Record], Record]:
    return lambda row: {name: row[name] for name in (*names, *(name for name in row if name not in names)) if name in row}


def _measure(row: Record) -> Record:
    kept = _columns({k: v for k, v in row.items() if k not in NESTED}, TABLES["measures"])
    for section in NESTED:
        if row.get(section):
            kept[section] = _each(row[section], lambda item, table=TABLES[section]: _columns(item, table))  # type: ignore[misc]
    return kept


def _columns(row: Record, table: Table) -> Record:
    if not isinstance(row, dict):
        return row
    known = (*table.columns, "prefix", "suffix")
    order = {name: place for place, name in enumerate(known)}
    names = sorted(row, key=lambda name: order.get(name, len(order)))
    return {name: row[name] for name in names if row[name] not in ("", [], None)}


def read(path: Path) -> Record:
    """The content of the curated file at `path`."""
    with path.open(encoding="utf-8", newline="") as file:
        return loads(file.read())


def write(path: Path, content: Record) -> None:
    """Write `content` canonically; the old file stays whole if anything fails before the end."""
    write_whole(path, dumps(ordered(content)).encode())


def evidence_rows(content: Record) -> Iterator[Record]:
    """Every record that points at a place in the text: awards, targets, rules and figures."""
    for measure in records(content.get("measures")):
        for section in NESTED:
            yield from records(measure.get(section))
    yield from records(content.get("figures"))


def records(value: Any) -> list[Record]:
    """The mappings of a list; whatever else stands there is a fault that `check` reports."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def row_name(row: Record) -> str:
    """How a message names a record: its id, or its phrase where it has none."""
    for key in ("award_id", "target_id", "rule_id", "measure_id", "document_id"):
        if row.get(key):
            return str(row[key])
    return f"“{row.get('phrase', '?')}”"
