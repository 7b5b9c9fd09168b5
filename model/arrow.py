"""The Arrow schema of every file of a snapshot, derived from the one declaration of its columns."""

import hashlib
import json

import pyarrow as pa

from model.fields import Field
from model.prepared import PREPARED
from model.schema import SCHEMA_VERSION, TABLES

ARROW = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_(), "date": pa.date32(), "list": pa.list_(pa.string())}

# Rows of one row group of a file: a document is read with its group, so a smaller one costs less; all groups of a hundred columns
# are listed in a footer that each reader holds, so many cost more.
GROUP_ROWS = 25_000


def schema(name: str) -> pa.Schema:
    """The schema of a published or a prepared table."""
    if name in PREPARED:
        return pa.schema([pa.field(column, ARROW[kind]) for column, kind in PREPARED[name].items()])
    table = TABLES[name]
    return pa.schema([_field(field, table.is_required(field.name)) for field in table.fields])


def _field(field: Field, required: bool) -> pa.Field:
    metadata = {"zh": field.zh, "en": field.en, "unit": field.unit}
    return pa.field(field.name, ARROW[field.type], nullable=not required, metadata={k: v for k, v in metadata.items() if v})


def version() -> str:
    """The version of the tables: that of their meaning, and a checksum of all columns, published and prepared, which changes with any of them."""
    columns = {name: [(field.name, str(field.type)) for field in schema(name)] for name in (*TABLES, *PREPARED)}
    return f"{SCHEMA_VERSION}.{hashlib.sha256(json.dumps(columns, sort_keys=True).encode()).hexdigest()[:8]}"


VERSION = version()
