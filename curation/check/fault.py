"""Faults in curated data and in files, said in the curator's language so that they can be mended.

A fault holds a code and the values that belong to it; the words stand in data/codebook/texts/faults.csv, what is wrong
under `fault.<code>` and what mends it under `fault.<code>.mend`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.fields import FIELDS
from wording.texts import label, text, texts

Value = str | tuple[str, ...]

# A list of faults is for a person to read: so many lines, and so many characters of one value.
SHOWN, LONGEST = 200, 300

# Values that are codes: a reader sees their label, and the code that the file needs behind it.
_LISTS = {"form": "form", "bound": "bound", "comparator": "comparator", "state": "coverage_state", "kinds": "change_kind",
          "said_bound": "bound", "said_comparator": "comparator", "counted": "unit", "said_counted": "unit", "level": "recognition_level",
          "levels": "recognition_level", "reason": "beyond_phrase", "indicators": "indicator"}


@dataclass(frozen=True, order=True)
class Fault:
    """Where a fault is (file, record, field), and as a code with its values what is wrong and what mends it."""

    file: str
    record: str
    field: str
    code: str
    values: tuple[tuple[str, Value], ...] = ()

    def problem(self, lang: str) -> str:
        """What is wrong."""
        return _words(f"fault.{self.code}", self.values, lang)

    def said(self, lang: str) -> str:
        """What is wrong and what mends it."""
        return said(self.code, self.values, lang)

    def place(self, lang: str) -> str:
        """The record as a reader knows it: its id or phrase, or words for a record that has none."""
        key = f"fault.record.{self.record}"
        return text(key, lang) if key in texts() else self.record

    def line(self, lang: str) -> str:
        """The whole fault on one line, with the names that the file itself uses."""
        return text("fault.line", lang, file=self.file, record=self.record, field=self.field, said=self.said(lang))

    def __str__(self) -> str:
        return self.line("en")


class CurationError(Exception):
    """What a person can mend, as a code with its values; `said` gives the words."""

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code)
        self.code, self.values = code, tuple(values.items())

    def said(self, lang: str) -> str:
        """What is wrong and what mends it."""
        return said(self.code, self.values, lang)

    def __str__(self) -> str:
        return self.said("en")


def fault_lines(faults: Sequence[Fault], lang: str) -> list[str]:
    """One line for each fault, at most `SHOWN` of them, then how many there are besides."""
    lines = [fault.line(lang) for fault in faults[:SHOWN]]
    more = len(faults) - len(lines)
    return [*lines, text("fault.more", lang, count=f"{more:,}")] if more else lines


def fault(file: str, record: str, field: str, code: str, **values: Value) -> Fault:
    """A fault with its values by name."""
    return Fault(file, record, field, code, tuple(values.items()))


def said(code: str, values: tuple[tuple[str, Value], ...], lang: str) -> str:
    """What is wrong and, where the texts say so, what mends it."""
    mend = f"fault.{code}.mend"
    parts = [f"fault.{code}", mend] if mend in texts() else [f"fault.{code}"]
    return text("fault.separator", lang).join(_words(key, values, lang) for key in parts)


def _words(key: str, values: tuple[tuple[str, Value], ...], lang: str) -> str:
    return text(key, lang, **{name: _shown(name, value, lang) for name, value in values})


def _shown(name: str, value: Value, lang: str) -> str:
    if isinstance(value, tuple):
        return text("list.separator", lang).join(_shown(name, item, lang) for item in value)
    if len(value) > LONGEST:
        value = value[: LONGEST - 1] + "…"
    known = label(_LISTS[name], value, lang) if name in _LISTS else value
    if name == "column" and value in FIELDS:
        known = getattr(FIELDS[value], lang)
    return text("fault.named", lang, label=known, name=value) if known != value else value
