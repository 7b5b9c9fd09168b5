"""The data package: the tables behind a selection as CSV and parquet, described after Data Package 2.0.

Documents whose release attribute is not public are left out unless the person confirms.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from compare.registry import VIEWS
from loaders import lookups, queries
from loaders.snapshot import Tables
from model.arrow import ARROW
from model.codes import codes
from model.fields import FIELDS, Field
from model.schema import TABLES, Table
from reports import wording
from reports.clean import guarded
from reports.errors import ReportError
from reports.packer import packed
from wording import citation, formats
from wording.answer import Answer, answered
from wording.texts import text

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_LIST_MARK = "|"
_GAPS = ["", "nan"]  # of parquet: a reader through pandas, as frictionless is, hands a gap among numbers on as not-a-number
_TYPES = {"text": "string", "integer": "integer", "number": "number", "flag": "boolean", "date": "date", "list": "list"}


@dataclass(frozen=True)
class Chosen:
    """The rows of a package by table, and the documents that were left out because they are not marked public."""

    rows: dict[str, list[dict[str, Any]]]
    left_out: tuple[str, ...]


def render(tables: Tables, comparison: Answer, *, is_confirmed: bool = False) -> bytes:
    """The zip file. Raises ReportError if nothing may be passed on without confirmation."""
    chosen = choose(tables, comparison, is_confirmed=is_confirmed)
    lang = comparison.selection.lang
    if chosen.left_out and comparison.view in VIEWS:  # so that the notes do not speak of what is left out
        held = tuple(row["document_id"] for row in chosen.rows["documents"])
        comparison = _narrowed(comparison, answered(VIEWS[comparison.view], tables, comparison.selection.having(documents=held)))
    entries: dict[str, bytes] = {}
    resources = []
    for name, rows in chosen.rows.items():
        for content, path, resource in (_csv(name, rows, lang), _parquet(name, rows, lang)):
            entries[path] = content
            resources.append({**resource, "path": path, **_measured(content, resource["format"])})
    descriptor = _descriptor(comparison, resources)
    entries["datapackage.json"] = (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode()
    entries["README.md"] = _readme(tables, comparison, chosen).encode()
    entries["codebook.csv"] = _codebook(lang)
    entries["SHA256SUMS"] = "".join(f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(entries.items())).encode()
    return packed(entries)


def _measured(content: bytes, name: str) -> dict[str, Any]:
    """Checksum and size of a resource. A parquet file has no size: frictionless never counts it and calls every one wrong."""
    return {**({"bytes": len(content)} if name == "csv" else {}), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _narrowed(asked: Answer, held: Answer) -> Answer:
    """The comparison of the documents that may be passed on, with the filters that were asked: the others are left out for
    their release attribute, which the README says, and not by a filter.
    """
    hidden = tuple(note for note in asked.notes if note.kind == "hidden")
    return replace(held, selection=asked.selection, filters=asked.filters, notes=(*(note for note in held.notes if note.kind != "hidden"), *hidden))


def refusal(comparison: Answer) -> ReportError | None:
    """Why nothing may be passed on without a confirmation, or None."""
    left_out = not_public(comparison)
    if len(left_out) < len(comparison.documents):
        return None
    return ReportError("reports.error.not_public", documents=text("list.separator", comparison.selection.lang).join(left_out))


def not_public(comparison: Answer) -> tuple[str, ...]:
    """The documents of a comparison that need a confirmation before they are passed on, by label."""
    return tuple(document.label for document in comparison.documents if not document.is_public)


def choose(tables: Tables, comparison: Answer, *, is_confirmed: bool) -> Chosen:
    """The rows that the filters of the comparison leave, for the documents that may be passed on."""
    documents = [document for document in comparison.documents if document.is_public or is_confirmed]
    left_out = () if is_confirmed else not_public(comparison)
    if not is_confirmed and (error := refusal(comparison)):
        raise error
    ids = tuple(document.document_id for document in documents)
    honoured = VIEWS[comparison.view].honoured(comparison.selection) if comparison.view in VIEWS else comparison.selection
    selection = honoured.having(documents=ids)
    rows = {name: lookups.published_rows(tables, name, ids) for name in TABLES}
    rows["awards"] = lookups.with_related(tables, list(queries.awards(tables, selection)["award_id"]))
    rows["targets"] = _published(rows["targets"], "target_id", queries.targets(tables, selection)["target_id"])
    needed = {*(row["measure_id"] for name in ("awards", "targets") for row in rows[name]), *queries.measures(tables, selection)["measure_id"]}
    rows["measures"] = list(lookups.by_id(tables, "measures", sorted(needed)).values())
    rows["coverage"] = queries.records(queries.coverage(tables, selection))
    rows["cities"] = _published(rows["cities"], "city_id", {row["city_id"] for row in rows["documents"]})
    return Chosen(rows, left_out)


def _published(rows: list[dict[str, Any]], column: str, wanted: Iterable[str]) -> list[dict[str, Any]]:
    known = set(wanted)
    return [row for row in rows if row[column] in known]


def _csv(name: str, rows: list[dict[str, Any]], lang: str) -> tuple[bytes, str, dict[str, Any]]:
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    columns = TABLES[name].columns
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_text(row[column], FIELDS[column]) for column in columns])
    resource = {"name": name, "title": _title(TABLES[name], lang), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema(TABLES[name], lang)}
    return target.getvalue().encode("utf-8-sig"), f"data/{name}.csv", resource


def _parquet(name: str, rows: list[dict[str, Any]], lang: str) -> tuple[bytes, str, dict[str, Any]]:
    table = TABLES[name]
    arrow = pa.schema([pa.field(field.name, pa.string() if field.type == "list" else ARROW[field.type]) for field in table.fields])
    target = io.BytesIO()
    content = [{column: _plain(_native(row[column])) for column in table.columns} for row in rows]
    pq.write_table(pa.Table.from_pylist(content, schema=arrow), target, compression="zstd", store_schema=False)
    resource = {"name": f"{name}-parquet", "title": _title(table, lang), "format": "parquet", "mediatype": "application/vnd.apache.parquet", "schema": {**schema(table, lang, "-parquet"), "missingValues": _GAPS}}
    return target.getvalue(), f"data/{name}.parquet", resource


def schema(table: Table, lang: str, suffix: str = "") -> dict[str, Any]:
    """The Table Schema of one published table, from the one declaration of its fields; it refers to resources with the suffix."""
    keys = [{"fields": [column], "reference": {"resource": target + suffix, "fields": [TABLES[target].key[0]]}} for column, target in table.references if FIELDS[column].type != "list"]
    described: dict[str, Any] = {"fields": [_field(field, table, lang) for field in table.fields], "primaryKey": list(table.key), "missingValues": [""]}
    return {**described, "foreignKeys": keys} if keys else described


def _field(field: Field, table: Table, lang: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name, "title": field.en if lang == "en" else field.zh, "description": field.describe_en if lang == "en" else field.describe_zh, "type": _TYPES[field.type],
    }
    if field.unit:
        described["unit"] = field.unit
    if field.type == "list":
        described |= {"delimiter": _LIST_MARK, "itemType": "string"}
    constraints: dict[str, Any] = {"required": True} if table.is_required(field.name) and field.type != "list" else {}
    if field.codes and field.type == "text":
        constraints["enum"] = list(codes(field.codes))
    return described | ({"constraints": constraints} if constraints else {})


def _descriptor(comparison: Answer, resources: list[dict[str, Any]]) -> dict[str, Any]:
    lang = comparison.selection.lang
    return {
        "$schema": PROFILE, "name": "city-innovation-policy", "id": comparison.snapshot, "title": comparison.title,
        "description": f"{wording.filters(comparison)} {wording.snapshot(comparison)}", "version": comparison.snapshot,
        "sources": [{"title": document.reference} for document in comparison.documents],
        "contributors": [{"title": text("reports.author", lang), "roles": ["compiler"]}], "resources": resources,
    }


def _readme(tables: Tables, comparison: Answer, chosen: Chosen) -> str:
    lang = comparison.selection.lang
    held = {row["document_id"] for row in chosen.rows["documents"]}
    documents = queries.documents(tables)
    references = [citation.reference(documents[key], lang) for key in documents if key in held]
    caveats = [note.text for note in wording.ordered_notes(comparison)]
    parts = [
        f"# {comparison.title}", *wording.origin(comparison),
        text("reports.package.citation", lang, author=text("reports.author", lang), title=comparison.title, snapshot=comparison.snapshot, day=formats.day(comparison.selection.as_of, lang)),
        f"## {text('reports.package.contents', lang)}", *(f"- `data/{name}.csv`, `data/{name}.parquet`: {_title(TABLES[name], lang)} ({len(rows)})" for name, rows in chosen.rows.items()),
        text("reports.package.scope", lang), text("reports.package.reading", lang, mark=_LIST_MARK),
        f"## {text('reports.package.opening', lang)}", *(f"- {text(f'reports.package.open_{name}', lang)}" for name in ("sheet", "duckdb", "frames", "checked")),
        f"## {text('reports.package.documents', lang)}", *(f"- {words}" for words in references),
    ]
    if chosen.left_out:
        parts += ["", text("reports.package.left_out", lang, documents=text("list.separator", lang).join(chosen.left_out))]
    parts += [f"## {text('reports.package.caveats', lang)}", *(f"- {words}" for words in caveats)]
    return "\n".join(f"\n{part}\n" if part.startswith("#") else part for part in parts) + "\n"


def _codebook(lang: str) -> bytes:
    """Every column of every table in words, for those who do not read JSON."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(["table", "column", "title", "description", "type", "unit", "codes", "required"])
    for table in TABLES.values():
        for field in table.fields:
            said = (field.en, field.describe_en) if lang == "en" else (field.zh, field.describe_zh)
            writer.writerow([table.name, field.name, *said, field.type, field.unit, field.codes, table.is_required(field.name)])
    return target.getvalue().encode("utf-8-sig")


def _title(table: Table, lang: str) -> str:
    return table.row_en if lang == "en" else table.row_zh


def _text(value: Any, field: Field) -> str:
    value = _plain(_native(value))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if field.type == "number":
        return repr(float(value)).removesuffix(".0")
    return guarded(str(value)) if field.type in ("text", "list") and not field.codes else str(value)


def _plain(value: Any) -> Any:
    """A list as one text, in parquet as in CSV: what a reader through pandas makes of a list, other tools cannot judge."""
    return _LIST_MARK.join(value) if isinstance(value, list) else value


def _native(value: Any) -> Any:
    """A plain Python value: lists stay lists, missing is None."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Iterable):
        return [str(item) for item in value]
    return None if value != value else value
