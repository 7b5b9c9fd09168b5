"""A Comparison in the words of one language: the shape of `model.comparison` with words in place of Sayings.

Charts, files and pages take only these.
"""

from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any

import wording.questions
import wording.standard_cases  # noqa: F401 - both register the Sayings of their questions
from compare.shared.view import KEPT, Asked, View
from loaders.snapshot import Tables
from model import comparison
from model.saying import Saying
from model.selection import Selection
from wording import formats
from wording.say import say

Answer = comparison.Comparison[str]
Cell = comparison.Cell[str]
Chart = comparison.Chart[str]
DocumentRef = comparison.DocumentRef[str]
Heading = comparison.Heading[str]
Note = comparison.Note[str]
Point = comparison.Point[str]
Reason = comparison.Reason[str]
Source = comparison.Source[str]
Verdict = comparison.Verdict[str]


def answer(facts: comparison.Comparison, lang: str) -> Answer:
    """The comparison in the words of a language, which its selection then names."""
    said: Answer = in_words(replace(facts, selection=facts.selection.having(lang=lang)), lang)
    return replace(said, chart=replace(said.chart, scale=formats.axis_scale(said.chart.unit, said.chart.scale, lang)))


def answered(view: View, tables: Tables, selection: Selection) -> Answer:
    """What a view answers to a selection, in the language of the selection."""
    return replace(_said(view, tables, view.asked(tables, selection), selection.lang), selection=selection)


@lru_cache(maxsize=KEPT)
def _said(view: View, tables: Tables, asked: Asked, lang: str) -> Answer:
    return answer(view.build(tables, asked.selection), lang)


def in_words(value: Any, lang: str) -> Any:
    """A value of any shape with every Saying in it put into words; the same shape otherwise."""
    if isinstance(value, Saying):
        return say(value, lang)
    if isinstance(value, tuple):
        return tuple(in_words(item, lang) for item in value)
    if isinstance(value, list):
        return [in_words(item, lang) for item in value]
    if isinstance(value, dict):
        return {key: in_words(item, lang) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{name: in_words(getattr(value, name), lang) for name in _shown(type(value))})


@cache
def _shown(kind: type[Any]) -> tuple[str, ...]:
    """The fields of a class that may hold Sayings."""
    plain = {"str", "int", "float", "bool", "float | None", "int | None", "Selection", "tuple[str, ...]"}
    return tuple(field.name for field in fields(kind) if field.init and str(getattr(field.type, "__name__", field.type)) not in plain)
