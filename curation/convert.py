"""Curated text to typed values, column by column, after the schema."""

import math
import re
import unicodedata
from datetime import date
from typing import Any

from model.codes import codes
from model.fields import FIELDS, Field

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")
_FLAGS = {"true": True, "false": False}
# Control, invisible, private and broken characters: none has a place in one line of text for people.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class ConversionError(ValueError):
    """A value does not fit its column. `problem` says what is wrong, `mend` what to write instead."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(f"{problem}; {mend}")
        self.problem, self.mend = problem, mend


def convert(name: str, value: Any) -> Any:
    """The typed value of one column, or None for an empty one. Raises ConversionError."""
    field = FIELDS[name]
    if value in (None, "", []):
        return [] if field.type == "list" else None
    if field.type == "list":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConversionError(f"{value!r} is not a list", "write it as [a, b]")
        if len(set(value)) != len(value):
            raise ConversionError(f"{value!r} names something twice", "remove the repeat")
        return [_checked(field, item) for item in value]
    if not isinstance(value, str):
        raise ConversionError(f"{value!r} is not one value", "write a single text")
    return _SCALARS[field.type](field, value)


def _checked(field: Field, value: str) -> str:
    if any(unicodedata.category(character) in _UNSEEN for character in value):
        raise ConversionError(f"{value!r} holds a line end or an invisible character", "write it on one line without it")
    if not value:
        raise ConversionError("an entry of the list is empty", "remove it")
    if value != value.strip():
        raise ConversionError(f"{value!r} begins or ends with a space", "remove the space")
    if field.codes and value not in codes(field.codes):
        raise ConversionError(f"{value!r} is not a code of {field.codes}", f"use one of {', '.join(codes(field.codes))}")
    return value


def _integer(field: Field, value: str) -> int:
    if not _INTEGER.fullmatch(value):
        raise ConversionError(f"{value!r} is not a whole number", f"write digits only ({field.unit})")
    return int(value)


def _number(field: Field, value: str) -> float:
    if not _NUMBER.fullmatch(value) or not math.isfinite(float(value)):
        raise ConversionError(f"{value!r} is not a number", "write digits with at most one point")
    return float(value)


def _flag(field: Field, value: str) -> bool:
    if value not in _FLAGS:
        raise ConversionError(f"{value!r} is not a flag", "write true or false")
    return _FLAGS[value]


def _date(field: Field, value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ConversionError(f"{value!r} is not a date", "write it as 2023-07-13")
    return day


_SCALARS = {"text": _checked, "integer": _integer, "number": _number, "flag": _flag, "date": _date}
