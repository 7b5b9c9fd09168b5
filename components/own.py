"""What a reader sets once for all pages, in the side bar: the own city, whom it is set against, the day, and whether only what is in force counts."""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from compare.shared.around import option_label
from compare.shared.view import SIDE_BY_SIDE
from components import filters
from loaders import lookups, queries
from loaders.snapshot import Tables
from model.selection import EARLIEST, LATEST, MOST_PEERS, PEERS, Selection
from wording.say import say
from wording.texts import text


def own_side(tables: Tables, selection: Selection) -> None:
    """The choices, each kept in the link."""
    lang, cities = selection.lang, queries.cities(tables)
    with_documents = set(queries.options(tables)["cities"])
    held = [city for city in cities if city in with_documents]
    pinned = [selection.baseline] if selection.baseline and selection.baseline not in held else []
    filters.choose_own(tables, text("own.city", lang), ["", *held, *pinned], _names(tables, ("", *held, *pinned), lang), selection)
    if selection.baseline in cities:
        others = [city for city in held if city != selection.baseline]
        filters.choose_peers(tables, text("own.peers", lang), [*PEERS, *others], _names(tables, (*PEERS, *others), lang), MOST_PEERS, selection)
    is_many = lookups.count_documents(tables, Selection(as_of=selection.as_of)) > SIDE_BY_SIDE
    filters.choose_day(selection, EARLIEST, LATEST)
    filters.choose_force(selection, is_many=is_many)
    st.divider()


def _names(tables: Tables, values: Iterable[str], lang: str) -> dict[str, str]:
    """What each choice is called."""
    return {value: filters.said_once(tables, lang, ("own", value), partial(_name, tables, value, lang)) for value in values}


def _name(tables: Tables, value: str, lang: str) -> str:
    if not value:
        return text("own.none", lang)
    if value in PEERS:
        return text(f"own.{value}", lang)
    if value in queries.cities(tables):
        city = queries.cities(tables)[value]
        return text("own.place", lang, place=say(option_label(tables, "cities", value), lang), province=city[f"province_{lang}"])
    return say(option_label(tables, "documents", value), lang)
