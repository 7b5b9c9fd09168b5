"""Text that every format can hold: no control characters; in a spreadsheet nothing that starts a formula."""

import dataclasses
import re
from typing import Any, TypeVar

from model.selection import Selection

T = TypeVar("T")

# What XML 1.0 forbids, and line breaks and tabs, which no label needs.
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
# With their full-width forms, which some spreadsheets read in the same way.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# What a double click turns into a time, a date, a fraction or another number: 1:1, 2018/5, 3-4, 5月1日, 3.10, 007, 1E5. A plain whole number may be one.
_OTHERWISE_READ = re.compile(r"[\d０-９](?:[\d０-９:：/.\-－EeAPMapm ]|年|月|日|时|分|秒)*|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .\-]*\d[\d, ]*", re.ASCII)
_WHOLE = re.compile(r"(0|[1-9]\d{0,14})(\.\d*[1-9])?", re.ASCII)


def clean(words: str) -> str:
    """The words on one line, every run of control characters replaced by a space."""
    return _FORBIDDEN.sub(" ", words)


def guarded(words: str) -> str:
    """A text cell of a CSV file that no spreadsheet reads as a formula, a time or a date: a leading apostrophe keeps it text."""
    is_formula = words.lstrip().startswith(_FORMULA_STARTS) or words[:1] in ("\t", "\r", "\n")
    held = words.strip()
    is_other = bool(_OTHERWISE_READ.fullmatch(held)) and not _WHOLE.fullmatch(held)
    return f"'{words}" if is_formula or is_other else words


def cleaned(value: T) -> T:
    """A value with all its texts cleaned, through tuples and frozen dataclasses; what is clean stays the same object."""
    return _cleaned(value)  # type: ignore[no-any-return]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value) if _FORBIDDEN.search(value) else value
    if isinstance(value, tuple):
        items = tuple(_cleaned(item) for item in value)
        return items if any(new is not old for new, old in zip(items, value, strict=True)) else value
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Selection)):
        changes = {field.name: _cleaned(getattr(value, field.name)) for field in dataclasses.fields(value) if field.init}
        changed = {name: new for name, new in changes.items() if new is not getattr(value, name)}
        return dataclasses.replace(value, **changed) if changed else value
    return value
