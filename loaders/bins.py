"""Figures counted together where there are too many to be read one by one: only counts leave the tables."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from loaders.engine import Row
from loaders.snapshot import Tables

# Significant digits by which figures are held to be equal, from exact on, until few enough different ones are left.
_DIGITS = (None, 2, 1)


def counted_together(tables: Tables, figures: str, values: Sequence[Any], limit: int, further: tuple[str, ...] = ()) -> list[Row]:
    """The rows of `figures` (line, mark, low, high, status and further columns) with their `count`, lowest first.

    Equal figures are one row. Where a line has more than `limit` different ones, those that agree in two significant digits, else in one, are one
    row from the lowest to the highest of them. No figure is left out.
    """
    columns = ", ".join(("line", *further, "mark", "status"))
    found: list[Row] = []
    for digits in _DIGITS:
        found = tables.engine.rows(f"""{figures} SELECT {columns}, min(low) AS low, max(high) AS high, count(*) AS count FROM figures
            GROUP BY {columns}, {_place(digits)} ORDER BY line, coalesce(max(high), min(low)), {columns}""", values)
        if max(Counter(row["line"] for row in found).values(), default=0) <= limit:
            break
    return found


def _place(digits: int | None) -> str:
    """What figures share that are counted together."""
    if digits is None:
        return "low, high"
    value = "coalesce(high, low)"
    tens = f"floor(log10(greatest(abs({value}), 1e-9)))"
    return f"{tens}, floor({value} / power(10, {tens} - {digits - 1}))"
