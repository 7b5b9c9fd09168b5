"""Curated files to an immutable snapshot of parquet tables.

`data/tables/<content hash>/` holds the tables and a manifest; `data/tables/CURRENT` names the snapshot in use and is
swapped in one step, so that a reader sees the old snapshot or the new one and never a half. The same input gives the
same bytes: rows are sorted by key, the Arrow schema is explicit, and no time enters a file.
"""

import hashlib
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from curation.check.alignments import alignment_rows, validate_alignments
from curation.check.corrections import correction_rows
from curation.check.document import DocumentRows, from_record, read_curated
from curation.check.evidence import library_faults
from curation.check.fault import CurationError, Fault
from curation.check.frames import CORRECTIONS, Rows, city_rows, code_rows, published_lists
from curation.check.frames import document_files as document_files
from curation.check.validate import validate_together
from curation.engine.local import LoopEngine
from curation.engine.outcome import Engine, Item
from curation.read.document_library import text_path
from model import arrow, manifest
from model.files import is_left_over, own_name, sync_folder, write_whole
from model.manifest import is_whole as is_whole
from model.paths import CODEBOOK, CURATED, TABLES
from model.prepared import prepared
from model.schema import TABLES as SCHEMA

HERE = LoopEngine()


class BuildError(CurationError):
    """Nothing was published. `faults` says why, all of them together."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("build", count=str(len(faults)))
        self.faults = faults


def collect(files: list[Path], alignments: list[Path], corrections: tuple[Path, ...] = (), engine: Engine = HERE) -> tuple[Rows, list[Fault]]:
    """The rows of all tables from curated documents, alignments and corrections, and every fault found.

    Each document is read and checked by `engine`; what needs all documents together is checked here.
    """
    rows: Rows = {name: [] for name in SCHEMA}
    faults: list[Fault] = []
    file_of: dict[str, str] = {}
    rows["cities"] = city_rows()
    rows["codes"] = code_rows()
    for path, outcome in zip(files, engine.each("curated", (Item(path.name, path) for path in files)), strict=True):
        if outcome.result is None:
            faults.append(Fault(outcome.name, "file", "document", outcome.fault, outcome.values))
            continue
        document = from_record(outcome.result)
        faults += document.faults
        faults += _against_library(document, path)
        if document.rows:
            file_of[document.document_id] = document.file
        for name, items in document.rows.items():
            rows[name] += items
    faults += _alignments(alignments, rows)
    for path in corrections:
        content, problems = read_curated(path)
        rows["corrections"], more = correction_rows(content, path.name)
        faults += problems + more
    return rows, faults + validate_together(rows, file_of)


def collect_folder(folder: Path = CURATED, engine: Engine = HERE) -> tuple[Rows, list[Fault]]:
    """The rows of everything that is curated under `folder`, and every fault found."""
    listed = folder / CORRECTIONS
    return collect(document_files(folder), sorted((folder / "alignments").glob("*.yaml")), (listed,) if listed.exists() else (), engine)


def build(tables: Path = TABLES, folder: Path = CURATED) -> str:
    """Validate everything under `folder`, publish a snapshot under `tables` and return its id.

    Raises BuildError with all faults; then, as after an interruption, the snapshot in use is untouched.
    """
    snapshot = prepare(tables, folder)
    point_to(tables, snapshot)
    return snapshot


def prepare(tables: Path = TABLES, folder: Path = CURATED, engine: Engine = HERE) -> str:
    """Write the snapshot of everything under `folder` without putting it into use. Raises BuildError with all faults."""
    rows, faults = collect_folder(folder, engine)
    if faults:
        raise BuildError(sorted(set(faults)))
    tables.mkdir(parents=True, exist_ok=True)
    _sweep(tables)
    draft = tables / own_name("build")
    draft.mkdir()
    try:
        snapshot = write_tables(rows, draft, inputs(folder))
        sync_folder(draft, files=True)
        _put(draft, tables / snapshot)
        sync_folder(tables)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return snapshot


def point_to(tables: Path, snapshot: str) -> None:
    """Make `snapshot` the one in use; a reader sees the old name or the new one."""
    write_whole(tables / "CURRENT", f"{snapshot}\n".encode())


def _put(draft: Path, place: Path) -> None:
    """Move a finished draft to its place. The same content may be there already, whole or damaged by other hands."""
    if place.exists() and not is_whole(place):
        shutil.rmtree(place)
    try:
        draft.rename(place)
    except OSError:
        if not is_whole(place):
            raise


def _sweep(tables: Path) -> None:
    """Remove what was left behind when a build or a swap was ended from outside."""
    for path in (path for path in tables.glob(".*") if is_left_over(path)):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def inputs(folder: Path = CURATED) -> dict[str, str]:
    """SHA-256 of every file that a snapshot is made of, by its name."""
    lists = [CODEBOOK / f"{name}.csv" for name in sorted(["cities", *published_lists()])]
    files = [*sorted(folder.glob("*.yaml")), *sorted((folder / "alignments").glob("*.yaml")), *lists]
    return {f"{path.parent.name}/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def write_tables(rows: Rows, place: Path, sources: dict[str, str]) -> str:
    """Write all tables, published and prepared, and the manifest into `place`; return the name that the snapshot must have."""
    tables = {name: arrow_table(name, rows[name]) for name in SCHEMA}
    tables |= {name: pa.Table.from_pylist(held, schema=arrow.schema(name)) for name, held in prepared(rows).items()}
    outputs: dict[str, dict[str, Any]] = {}
    for name, table in tables.items():
        path = place / f"{name}.parquet"
        pq.write_table(table, path, compression="zstd", store_schema=False, row_group_size=arrow.GROUP_ROWS)
        outputs[name] = {"rows": table.num_rows, "sha256": manifest.digest(path)}
    text, name = manifest.written({"schema_version": arrow.VERSION, "pyarrow": pa.__version__, "inputs": sources, "tables": outputs})
    (place / manifest.FILE).write_text(text, encoding="utf-8")
    return name


def arrow_table(name: str, rows: list[dict[str, Any]]) -> pa.Table:
    """One table with its explicit schema, rows sorted by key (`codes` keep their published order)."""
    table = SCHEMA[name]
    if name != "codes":
        rows = sorted(rows, key=lambda row: tuple(_sortable(row[column]) for column in table.key))
    return pa.Table.from_pylist([{column: row.get(column) for column in table.columns} for row in rows], schema=arrow.schema(name))


def _sortable(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if value is not None else "")




def _against_library(document: DocumentRows, path: Path) -> list[Fault]:
    """Faults against the document's own text. The library stands beside this process and not beside an engine's workers."""
    if any(text_path(str(row["text_sha256"] or "")) for row in document.rows.get("documents", [])):
        return list(library_faults(read_curated(path)[0], path.name))
    return []


def _alignments(files: list[Path], rows: Rows) -> list[Fault]:
    """Add the links of all files to `rows` and return their faults."""
    faults: list[Fault] = []
    for path in files:
        content, problems = read_curated(path)
        typed, more = alignment_rows(content, path.name)
        faults += problems + more
        if not more:
            faults += validate_alignments({**rows, "alignments": typed}, path.name)
        rows["alignments"] += typed
    return faults
