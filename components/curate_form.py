"""Forms made from the schema: one widget for each column, by its type and code list."""

from collections.abc import Iterable, Mapping
from typing import Any

import streamlit as st

from model.codes import codes, label
from model.fields import FIELDS, Field
from model.schema import FORM_RULES, MONEY_COLUMNS
from model.texts import text

_SPLIT = "、"
_LONG = ("summary_zh", "summary_en", "condition_zh", "condition_en", "note_zh", "note_en", "caveat_zh", "caveat_en", "year_note_zh", "year_note_en",
         "what_zh", "what_en", "reason_zh", "reason_en")

AWARD_MAIN = ("beneficiary", "beneficiary_zh", "beneficiary_en", "designation", "recognition_level", "level_or_above", "form", "bound")
AWARD_MORE = ("trigger", "selection", "instrument", "instrument_term_zh", "categories", "frequency", "payers", "commitment", "has_local_condition",
              "condition_zh", "condition_en")
AWARD_RARE = ("variant_zh", "variant_en", "per_zh", "per_en", "payer_note_zh", "payer_note_en", "relation", "related_award_id", "external_parent_zh",
              "external_parent_en", "note_zh", "note_en")
TARGET_MAIN = ("indicator", "verb", "comparator", "value", "value_max", "unit", "basis", "target_year", "target_year_basis")
TARGET_RARE = ("period_start", "horizon_years", "recognition_level", "level_or_above", "scope_zh", "scope_en", "restates", "specifies", "note_zh", "note_en")


def row_form(kind: str, row: Mapping[str, Any], lang: str, key: str) -> dict[str, Any]:
    """An award or target to be mended; returns its columns as text, money columns only as far as its form allows."""
    if kind == "target":
        found = fields(TARGET_MAIN, row, lang, key, 3)
        return found | _rare(TARGET_RARE, row, lang, key)
    found = fields(AWARD_MAIN, row, lang, key, 2)
    rule = FORM_RULES.get(found["form"])
    money = tuple(column for column in MONEY_COLUMNS if rule and column in rule.allowed)
    found |= fields(money, row, lang, key, 3)
    found |= fields(AWARD_MORE, row, lang, key, 2)
    return found | _rare(AWARD_RARE, row, lang, key)


def _rare(names: tuple[str, ...], row: Mapping[str, Any], lang: str, key: str) -> dict[str, Any]:
    """Columns that few rows fill, folded away unless one of them holds something that must be seen."""
    shown = any(row.get(name) not in (None, "", "none", "false") for name in names)
    with st.expander(text("curate.more", lang), expanded=shown):
        return fields(names, row, lang, key)


def fields(names: Iterable[str], row: Mapping[str, Any], lang: str, key: str, columns: int = 2) -> dict[str, Any]:
    """Widgets for some columns side by side; a column without a value gives an empty text or list."""
    places = st.columns(columns)
    found = {}
    for number, name in enumerate(names):
        with places[number % columns]:
            found[name] = _widget(FIELDS[name], row.get(name), lang, f"{key}.{name}.{lang}")
    return found


def _widget(field: Field, value: Any, lang: str, key: str) -> Any:
    words, help_words = getattr(field, lang), getattr(field, f"describe_{lang}")
    if field.unit in ("CNY", "%"):
        words = f"{words} ({text('curate.yuan', lang) if field.unit == 'CNY' else field.unit})"
    if field.type == "list" and field.codes:
        known = codes(field.codes)
        held = [code for code in value or [] if code in known]
        # Accepting a row may fill the list; the key changes with it, so that an older choice does not undo that.
        return st.multiselect(words, known, default=held, key=f"{key}.{'.'.join(held)}", help=help_words,
                              format_func=lambda code: label(field.codes, code, lang), placeholder=text("curate.choose", lang))
    if field.type == "list":
        written = st.text_input(words, _SPLIT.join(value or []), key=key, help=text("curate.list_help", lang))
        return [item for part in written.replace(",", _SPLIT).replace("，", _SPLIT).split(_SPLIT) if (item := one_line(part))]
    if field.codes or field.type == "flag":
        options = ["", *(codes(field.codes) if field.codes else ("true", "false"))]
        return st.selectbox(words, options, index=options.index(value) if value in options else 0, key=key, help=help_words,
                            format_func=lambda code: _option(field, code, lang))
    if field.name in _LONG:
        return one_line(st.text_area(words, value or "", key=key, help=help_words, height=68))
    return one_line(st.text_input(words, value or "", key=key, help=help_words))


def _option(field: Field, code: str, lang: str) -> str:
    if not code:
        return text("curate.empty", lang)
    return label(field.codes, code, lang) if field.codes else text(f"publish.{code}", lang)


def one_line(words: str) -> str:
    """What was typed without line ends and spaces at both ends."""
    return " ".join(words.split())
