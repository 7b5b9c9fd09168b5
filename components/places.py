"""Ways to a city: provinces as tiles that filter, the cities of the chosen ones as links, and what is new of them."""


import streamlit as st

from compare.questions.city import Item, news_of
from compare.shared.around import option_label
from compare.shared.change_links import pair_of
from components import filters, paper
from components.escape import Markdown, escape
from loaders import chosen, lookups, news, queries
from loaders.snapshot import Tables
from model.selection import Selection, query
from wording.answer import in_words
from wording.say import say
from wording.texts import text

_ACROSS = 6  # tiles in a line
_LISTED = 48  # cities that are listed at most; beyond, a province is chosen first


def choose_city(tables: Tables, selection: Selection, current: str) -> None:
    """The city of the page; kept in the link."""
    held = [city for city in queries.cities(tables) if city in set(queries.options(tables)["cities"])]
    names = {city: say(option_label(tables, "cities", city), selection.lang) for city in held}
    filters.choose_one(tables, "cities", text("city.pick", selection.lang), held, names, current, selection.lang)


def choose_pair(tables: Tables, selection: Selection) -> None:
    """The city whose documents are set against each other: one with two documents or more; a pair that a link names stays."""
    held = list(chosen.cities_with_pairs(tables))
    pair = pair_of(tables, selection)
    current = pair[1]["city_id"] if pair else ""
    if current not in held or len(held) < 2:
        return
    names = {city: say(option_label(tables, "cities", city), selection.lang) for city in held}
    filters.choose_city_of_pair(text("city.pick", selection.lang), held, names, current, selection.lang)


def tiles(tables: Tables, selection: Selection) -> None:
    """Every province with the number of its documents; a click filters, another takes the filter away."""
    counts, lang = news.by_province(tables, Selection(as_of=selection.as_of)), selection.lang
    if len(counts) < 2 or paper.is_on():
        return
    st.caption(text("places.tiles", lang))
    codes = list(counts)
    for first in range(0, len(codes), _ACROSS):
        for place, code in zip(st.columns(_ACROSS), codes[first:first + _ACROSS], strict=False):
            is_on = selection.provinces == (code,)
            name = text("places.tile", lang, province=escape(say(option_label(tables, "provinces", code), lang)), count=int(counts[code]))
            place.button(name, key=f"tile.{code}.{lang}", type="primary" if is_on else "secondary", width="stretch", on_click=filters.change,
                         kwargs={"provinces": () if is_on else (code,)})


def cities(tables: Tables, selection: Selection) -> None:
    """The cities of the chosen provinces, each a link to its page, by pinyin."""
    lang = selection.lang
    counts = lookups.documents_by_city(tables, Selection(as_of=selection.as_of, provinces=selection.provinces, places=selection.places))
    held = sorted(counts)
    if len(held) > _LISTED:
        st.caption(text("places.too_many", lang, count=len(held)))
        return
    for place, column in enumerate(st.columns(3)):
        with column:
            for city in held[place::3]:
                _city_link(city, selection, text("places.city", lang, city=escape(say(option_label(tables, "cities", city), lang)), count=int(counts[city])))


def latest(tables: Tables, selection: Selection) -> None:
    """What is new, what ends within a year, what was repealed within one: each document a link to its city."""
    lang = selection.lang
    found = in_words(news_of(tables, selection), lang)
    lists = (("newest", found.newest), ("ending", found.ending), ("repealed", found.repealed))
    widths = [2 if items else 1 for _, items in lists]  # a link is one line, and what does not fit is cut off
    for column, (name, items) in zip(st.columns(widths), lists, strict=True):
        with column:
            st.markdown(f"**{text(f'places.{name}', lang)}**")
            if not items:
                st.caption(text("places.none", lang))
            for item in items:
                _news_link(item, selection)


def _news_link(item: Item[str], selection: Selection) -> None:
    _city_link(item.city_id, selection, text("places.item", selection.lang, document=escape(item.label), day=escape(item.day)))


def _city_link(city: str, selection: Selection, label: Markdown) -> None:
    st.page_link("app_pages/city.py", label=label, icon=":material/location_city:", query_params=query(selection.fresh().having(cities=(city,))))
