"""One curated file on its own: its typed rows, and every fault that can be told without looking at another file."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from curation.check import curated
from curation.check.fault import Fault, Value, fault
from curation.check.frames import Rows, rows_of_document
from curation.check.guarded_yaml import RefusedYAMLError
from curation.check.validate import validate_document
from model.schema import TABLES


@dataclass(frozen=True)
class DocumentRows:
    """The rows of one document by table, none if its file cannot be used, and its faults."""

    file: str
    document_id: str = ""
    rows: Rows = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def as_record(self) -> dict[str, Any]:
        """The same as JSON values: dates in ISO 8601."""
        rows = {name: [{column: _plain(value) for column, value in row.items()} for row in items] for name, items in self.rows.items()}
        faults = [[item.file, item.record, item.field, item.code, item.values] for item in self.faults]
        return {"file": self.file, "document_id": self.document_id, "rows": rows, "faults": faults}


def from_record(record: dict[str, Any]) -> DocumentRows:
    """What `as_record` wrote, after JSON too."""
    rows = {name: [_typed(name, row) for row in items] for name, items in record["rows"].items()}
    return DocumentRows(record["file"], record["document_id"], rows, tuple(_fault(*item) for item in record["faults"]))


def read_rows(path: Path) -> DocumentRows:
    """Read, convert and check one curated file."""
    content, problems = read_curated(path)
    if not content:
        return DocumentRows(path.name, faults=tuple(problems or [fault(path.name, "file", "document", "empty_file")]))
    document = content.get("document")
    document_id = str(document.get("document_id", "")) if isinstance(document, dict) else ""
    rows, found = rows_of_document(content, path.name)
    return DocumentRows(path.name, document_id, rows, (*problems, *found, *validate_document(rows, path.name)))


def read_curated(path: Path) -> tuple[curated.Record, list[Fault]]:
    """The content of a curated file, or the fault that makes it unreadable."""
    try:
        content = curated.read(path)
    except UnicodeDecodeError:
        return {}, [fault(path.name, "file", "encoding", "encoding")]
    except RefusedYAMLError as error:
        return {}, [fault(path.name, "file", "YAML", error.code, **dict(error.values))]
    except (OSError, yaml.YAMLError) as error:
        return {}, [fault(path.name, "file", "YAML", "yaml", detail=" ".join(str(error).split()))]
    return content, []


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _typed(name: str, row: dict[str, Any]) -> dict[str, Any]:
    dates = {item.name for item in TABLES[name].fields if item.type == "date"}
    return {column: date.fromisoformat(value) if column in dates and value else value for column, value in row.items()}


def _fault(file: str, record: str, column: str, code: str, values: list[tuple[str, Value | list[str]]]) -> Fault:
    return Fault(file, record, column, code, tuple((name, tuple(value) if isinstance(value, list) else value) for name, value in values))
