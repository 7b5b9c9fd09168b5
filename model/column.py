"""One column of a published table, and the kinds of column.

`type` is one of text, integer, number, flag, date, list. Yuan are integers; percentages are numbers (5‰ is 0.5).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """One column. `codes` names the code list its values come from, `unit` what a number counts."""

    name: str
    type: str
    zh: str
    en: str
    describe_zh: str
    describe_en: str
    unit: str = ""
    codes: str = ""
    required: bool = False


def text_field(name: str, zh: str, en: str, dzh: str, den: str, codes: str = "", required: bool = False) -> Field:
    """A column of words or of a code."""
    return Field(name, "text", zh, en, dzh, den, codes=codes, required=required)


def list_field(name: str, zh: str, en: str, dzh: str, den: str, codes: str = "", required: bool = False) -> Field:
    """A column that holds several words or codes."""
    return Field(name, "list", zh, en, dzh, den, codes=codes, required=required)


def yuan_field(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    """A column of whole yuan."""
    return Field(name, "integer", zh, en, dzh, den, unit="CNY")


def percent_field(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    """A column of percentages."""
    return Field(name, "number", zh, en, dzh, den, unit="%")


def date_field(name: str, zh: str, en: str, dzh: str, den: str) -> Field:
    """A column of days."""
    return Field(name, "date", zh, en, dzh, den)


def flag_field(name: str, zh: str, en: str, dzh: str, den: str, required: bool = False) -> Field:
    """A column that is true or false."""
    return Field(name, "flag", zh, en, dzh, den, required=required)


def count_field(name: str, zh: str, en: str, dzh: str, den: str, unit: str, required: bool = False) -> Field:
    """A column of whole numbers of `unit`."""
    return Field(name, "integer", zh, en, dzh, den, unit=unit, required=required)
