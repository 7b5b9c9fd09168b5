"""Curated text to typed values, column by column, after the schema."""

import math
import re
import unicodedata
from datetime import date
from typing import Any

from curation.check.fault import CurationError
from model.codes import codes
from model.fields import FIELDS, Field

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?")
_FLAGS = {"true": True, "false": False}
# Control, invisible, private and broken characters: none has a place in one line of text for people.
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


class ConversionError(CurationError):
    """A value does not fit its column."""


def convert(name: str, value: Any) -> Any:
    """The typed value of one column, or None for an empty one. Raises ConversionError."""
    field = FIELDS[name]
    if value in (None, "", []):
        return nothing(name)
    if field.type == "list":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConversionError("not_a_list", value=repr(value))
        if len(set(value)) != len(value):
            raise ConversionError("named_twice", value=repr(value))
        return [_checked(field, item) for item in value]
    if not isinstance(value, str):
        raise ConversionError("not_one_value", value=repr(value))
    return _SCALARS[field.type](field, value)


def nothing(name: str) -> Any:
    """What an empty column holds, also one whose value did not fit: a list without entries, or None."""
    return [] if FIELDS[name].type == "list" else None


def _checked(field: Field, value: str) -> str:
    if any(unicodedata.category(character) in _UNSEEN for character in value):
        raise ConversionError("unseen_character", value=repr(value))
    if not value:
        raise ConversionError("empty_entry")
    if value != value.strip():
        raise ConversionError("outer_space", value=repr(value))
    if field.codes and value not in codes(field.codes):
        raise ConversionError("not_a_code", value=repr(value), list=field.codes, codes=codes(field.codes))
    return value


def _integer(field: Field, value: str) -> int:
    if not _INTEGER.fullmatch(value):
        raise ConversionError("not_whole", value=repr(value), unit=f" ({field.unit})" if field.unit else "")
    return int(value)


def _number(field: Field, value: str) -> float:
    if not _NUMBER.fullmatch(value) or not math.isfinite(float(value)):
        raise ConversionError("not_a_number", value=repr(value))
    return float(value)


def _flag(field: Field, value: str) -> bool:
    if value not in _FLAGS:
        raise ConversionError("not_a_flag", value=repr(value))
    return _FLAGS[value]


def _date(field: Field, value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        day = None
    if day is None or day.isoformat() != value:
        raise ConversionError("not_a_date", value=repr(value))
    return day


_SCALARS = {"text": _checked, "integer": _integer, "number": _number, "flag": _flag, "date": _date}
