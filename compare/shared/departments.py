"""Departments by name: as a document writes them, in English their translation."""

from functools import cache

from loaders.queries import Row
from model.codes import Code, read_csv
from model.saying import Own, Words, text


@cache
def departments() -> dict[str, Code]:
    """The rows of `departments.csv` by the name that documents write."""
    return {row["name"]: row for row in read_csv("departments")}


def department_name(department: str) -> Words:
    """A department as the document writes it; in English its translation, the Chinese name where there is none."""
    row = departments().get(department)
    return Own(department, row["en"]) if row else department


def departments_of(row: Row) -> tuple[Words, ...]:
    """The departments of a measure, those that lead first and named so, each once."""
    leading = [text("documents.leads", department=department_name(name)) for name in row["lead_departments"]]
    return tuple(dict.fromkeys([*leading, *(department_name(name) for name in row["departments"] if name not in row["lead_departments"])]))
