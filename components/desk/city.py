"""The picker of a city or county: the divisions of today and those that are no more."""

import streamlit as st

from components.escape import Markdown
from curation.check.divisions import Division, divisions
from model.codes import read_csv
from wording.texts import text


def pick_city(chosen: str, lang: str, key: str, name: Markdown = "", help_words: Markdown = "") -> str:
    """A city or county of GB/T 2260, found by typing its name or code; a former one says until when it stood."""
    known = divisions()
    options = ["", *(code for code, division in known.items() if division.level != "province")]
    index = options.index(chosen) if chosen in options else 0
    return str(st.selectbox(name or text("curate.city", lang), options, index=index, key=f"city.{key}", help=help_words or text("curate.city_help", lang),
                            format_func=lambda code: _name(known[code], lang) if code else text("curate.empty", lang)))


def division_of(city_id: str) -> str:
    """The code under which a city of the list stands; empty for none."""
    return next((row["division_code"] for row in read_csv("cities") if row["city_id"] == city_id), "")


def _name(division: Division, lang: str) -> str:
    known = divisions()
    above = [known[held].name_zh for held in (division.code[:2] + "0000", division.parent) if held in known and held != division.code]
    name = f"{' '.join(dict.fromkeys(above))} {division.name_zh} {division.name_en} ({division.code})"
    return text("curate.city_until", lang, city=name, until=division.until) if division.until else name
