"""The one place that runs SQL: DuckDB over the tables of one snapshot, small ones held in memory, large ones left on disk.

DuckDB's own connection must not be shared by threads, so every question has a cursor of its own. No extension is
fetched, nothing is written, and once the tables are known no further file can be opened.
"""

import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from loaders.answers import Answer, Answers

Row = dict[str, Any]

# What one question may take before DuckDB works through it in pieces; a dashboard shares its machine.
MEMORY = "512MB"


class Engine:
    """The tables of one snapshot, asked in SQL. `check` is called before and after each question and raises if a file changed."""

    def __init__(self, held: Mapping[str, pa.Table | Path], on_disk: Mapping[str, Path], check: Callable[[], None] = lambda: None) -> None:
        folders = sorted({str(path.resolve().parent) for path in on_disk.values()})
        self._connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
        self.check = check
        self.answers = Answers()
        self._lock = threading.Lock()
        self._connection.execute("SET GLOBAL parquet_metadata_cache = true")  # without GLOBAL no cursor would see it
        for name, source in held.items():
            self._hold(name, source)
        for name, path in on_disk.items():
            self._connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {_file(path)}')
        if not on_disk:  # so little work is done sooner by one thread than shared out, and others have theirs
            self._connection.execute("SET threads = 1")
        # What outgrows the memory goes to the system's folder for such things, never into the project's own.
        self._connection.execute("SET temp_directory = ?", [str(Path(tempfile.gettempdir()) / "policy-tables")])
        self._connection.execute(f"SET memory_limit = '{MEMORY}'")
        self._connection.execute("SET allocator_background_threads = true")  # what a question has used is given back to the system
        self._connection.execute("SET allowed_directories = ?", [folders])
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def _hold(self, name: str, source: pa.Table | Path) -> None:
        if isinstance(source, Path):
            self._connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM {_file(source)}')
        else:
            self._connection.register("arriving", source)
            self._connection.execute(f'CREATE TABLE "{name}" AS SELECT * FROM arriving')
            self._connection.unregister("arriving")

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            return self._connection.cursor()

    def run(self, sql: str, values: Sequence[Any] = ()) -> Answer:
        """The columns and rows of an answer; a missing value is None, a list a list, a date a date."""
        self.check()
        key = self.answers.key(sql, values)
        held = self.answers.get(key)
        if held is not None:
            return held
        cursor = self._cursor()
        try:
            cursor.execute(sql, list(values))
            answer = tuple(column[0] for column in cursor.description or ()), tuple(cursor.fetchall())
        finally:
            cursor.close()
        self.check()
        self.answers.keep(key, answer)
        return answer

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """An answer as mappings."""
        names, rows = self.run(sql, values)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def frame(self, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
        """An answer as a small frame of plain objects: never a numpy number, never nan."""
        names, rows = self.run(sql, values)
        return pd.DataFrame(list(rows), columns=list(names), dtype=object)

    def column(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """The first column of an answer."""
        return [row[0] for row in self.run(sql, values)[1]]

    def arrow(self, sql: str, values: Sequence[Any] = ()) -> pa.Table:
        """A long answer in columns."""
        self.check()
        cursor = self._cursor()
        try:
            found = cursor.sql(sql, params=list(values)).to_arrow_table()
        finally:
            cursor.close()
        self.check()
        return found


def _file(path: Path) -> str:
    return "read_parquet('{}')".format(str(path.resolve()).replace("'", "''"))


class Where:
    """Conditions on the rows of one table, all of which must hold, with the values of their places."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[Any] = []

    def add(self, condition: str, *values: Any) -> "Where":
        """One more condition with its values."""
        self.conditions.append(condition)
        self.values += values
        return self

    def among(self, column: str, chosen: Iterable[Any]) -> "Where":
        """The column holds one of the values: codes, years, or ids of which there are few."""
        wanted = list(chosen)
        return self.add(f"{column} IN ({', '.join('?' * len(wanted))})", *wanted) if wanted else self.add("false")

    def one_of(self, column: str, ids: Iterable[str]) -> "Where":
        """The column holds one of the ids, however many: a join, for which DuckDB passes over the parts of a file without them."""
        wanted = list(ids)
        return self.add(f"{column} = ?", *wanted) if len(wanted) == 1 else self.add(f"{column} IN (SELECT unnest(?::VARCHAR[]))", wanted)

    def holding(self, column: str, chosen: Iterable[str]) -> "Where":
        """The list in the column holds one of the values."""
        return self.add(f"list_has_any({column}, ?)", list(chosen))

    def both(self, other: "Where") -> "Where":
        """The other conditions hold too."""
        self.conditions += other.conditions
        self.values += other.values
        return self

    def either(self, *others: "Where") -> "Where":
        """One of several sets of conditions holds."""
        return self.add("(" + " OR ".join(f"({other.text})" for other in others) + ")", *(value for other in others for value in other.values))

    @property
    def text(self) -> str:
        """The conditions as SQL; true if there are none."""
        return " AND ".join(self.conditions) or "true"
