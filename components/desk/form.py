"""Forms made from the schema: one widget for each column, by its type and code list.

What is typed is kept when it changes (`Keep`), before the page runs: a click on another step, clause or language takes a
widget off the page together with what it held.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from components.escape import Markdown, escape
from components.filters import typed
from curation.desk import draft_file
from curation.desk.draft import Draft
from model.codes import codes
from model.fields import FIELDS, Field
from model.schema import FORM_RULES, MONEY_COLUMNS
from wording.texts import label, text

# Takes the name of a column and what was typed into it.
Keep = Callable[[str, Any], None]

_SPLIT = "、"
_UNITS = ("CNY", "%", "months")
_LONG = ("summary_zh", "summary_en", "condition_zh", "condition_en", "note_zh", "note_en", "caveat_zh", "caveat_en", "year_note_zh", "year_note_en",
         "what_zh", "what_en", "reason_zh", "reason_en")

AWARD_MAIN = ("beneficiary", "beneficiary_zh", "beneficiary_en", "designation", "recognition_level", "level_or_above", "form", "bound")
AWARD_MORE = ("trigger", "selection", "instrument", "instrument_term_zh", "categories", "frequency", "payers", "commitment", "has_local_condition",
              "condition_zh", "condition_en")
AWARD_RARE = ("variant_zh", "variant_en", "per_zh", "per_en", "payer_note_zh", "payer_note_en", "relation", "related_award_id", "external_parent_zh",
              "external_parent_en", "note_zh", "note_en", "beyond_phrase")
RULE_MAIN = ("rule_kind", "rule_scope", "says_zh", "says_en", "term_zh", "applies_to", "note_zh", "note_en")
TARGET_MAIN = ("indicator", "verb", "comparator", "value", "value_max", "unit", "basis", "target_year", "target_year_basis")
TARGET_RARE = ("period_start", "horizon_years", "recognition_level", "level_or_above", "scope_zh", "scope_en", "restates", "specifies", "note_zh", "note_en", "beyond_phrase")


def keeping(draft: Draft, change: Callable[[Draft, str, Any], Draft]) -> Keep:
    """Keep what is typed in the draft on disk, which another click may have changed since the page was shown."""
    def keep(name: str, value: Any) -> None:
        draft_file.update_draft(draft, lambda held: change(held, name, value))

    return keep


def row_form(kind: str, row: Mapping[str, Any], lang: str, key: str, keep: Keep) -> dict[str, Any]:
    """An award, target or rule to be mended; returns its columns as text, money columns only as far as its form allows."""
    if kind == "rule":
        return fields(RULE_MAIN, row, lang, key, 2, keep)
    if kind == "target":
        found = fields(TARGET_MAIN, row, lang, key, 3, keep)
        return found | _rare(TARGET_RARE, row, lang, key, keep)
    found = fields(AWARD_MAIN, row, lang, key, 2, keep)
    rule = FORM_RULES.get(found["form"])
    money = [column for column in MONEY_COLUMNS if rule and column in rule.allowed]
    used = [column for column in money if rule and (column in (rule.main, *rule.needs) or row.get(column) not in (None, "", []))]
    found |= fields(used, row, lang, f"{key}.{'.'.join(used)}", 3, keep)
    if unused := [column for column in money if column not in used]:
        with st.expander(text("curate.more_money", lang)):
            found |= fields(unused, row, lang, f"{key}.{'.'.join(used)}", 3, keep)
    found |= fields(AWARD_MORE, row, lang, key, 2, keep)
    return found | _rare(AWARD_RARE, row, lang, key, keep)


def _rare(names: tuple[str, ...], row: Mapping[str, Any], lang: str, key: str, keep: Keep) -> dict[str, Any]:
    """Columns that few rows fill, folded away unless one of them holds something that must be seen."""
    shown = any(row.get(name) not in (None, "", "none", "false") for name in names)
    with st.expander(text("curate.more", lang), expanded=shown):
        return fields(names, row, lang, key, 2, keep)


def fields(names: Iterable[str], row: Mapping[str, Any], lang: str, key: str, columns: int = 2, keep: Keep | None = None,
           notes: Mapping[str, Markdown] | None = None) -> dict[str, Any]:
    """Widgets for some columns side by side, each with its note below it; a column without a value gives an empty text or list."""
    found = {}
    listed = list(names)
    for start in range(0, len(listed), columns):  # row by row, so that a narrow window keeps the order
        for place, name in zip(st.columns(columns), listed[start : start + columns], strict=False):
            with place:
                found[name] = _value(FIELDS[name], _widget(FIELDS[name], row.get(name), lang, f"{key}.{name}.{lang}", keep))
                if notes and name in notes:
                    st.caption(notes[name])
    return found


def _widget(field: Field, value: Any, lang: str, key: str, keep: Keep | None) -> Any:
    words, help_words = escape(column_words(field, lang)), escape(getattr(field, f"describe_{lang}"))
    taken: dict[str, Any] = {"on_change": _take, "args": (field, key, keep)} if keep else {}
    if field.type == "list" and field.codes:
        held = list(value or [])
        known = list(dict.fromkeys([*codes(field.codes), *held]))  # a code that the list does not hold is for the check to name
        return st.multiselect(words, known, default=held, key=key, help=help_words, format_func=lambda code: label(field.codes, code, lang),
                              placeholder=text("curate.choose", lang), select_all=False, **taken)
    if field.type == "list":
        return st.text_input(words, _SPLIT.join(value or []), key=key, help=text("curate.list_help", lang), **taken)
    if field.codes or field.type == "flag":
        options = list(dict.fromkeys(["", *(codes(field.codes) if field.codes else ("true", "false")), value or ""]))
        return st.selectbox(words, options, index=options.index(value or ""), key=key, help=help_words, format_func=lambda code: _option(field, code, lang), **taken)
    if field.name in _LONG:
        return st.text_area(words, value or "", key=key, help=help_words, height=68, **taken)
    return st.text_input(words, value or "", key=key, help=help_words, **taken)


def column_words(field: Field, lang: str) -> str:
    """The name of a column with the unit in which it is written."""
    unit = text(f"curate.unit.{field.unit}", lang) if field.unit in _UNITS else ""
    return f"{getattr(field, lang)} ({unit})" if unit else str(getattr(field, lang))


def _take(field: Field, key: str, keep: Keep) -> None:
    keep(field.name, _value(field, typed(key)))


def _value(field: Field, held: Any) -> Any:
    """What a widget holds, as it stands in the file: one line of text, or a list."""
    if isinstance(held, list):
        return held
    if field.type == "list":
        return [item for part in (held or "").replace(",", _SPLIT).replace("，", _SPLIT).split(_SPLIT) if (item := one_line(part))]
    return one_line(held or "")


def _option(field: Field, code: str, lang: str) -> str:
    if not code:
        return text("curate.empty", lang)
    return label(field.codes, code, lang) if field.codes else text(f"publish.{code}", lang) if code in ("true", "false") else code


def one_line(words: str) -> str:
    """What was typed without line ends and spaces at both ends."""
    return " ".join(words.split())
