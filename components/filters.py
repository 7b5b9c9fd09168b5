"""The one place of session state: the Selection, the widgets that choose parts of it, and the link.

The Selection is the truth. Widgets are seeded from it under a key per language, so that a change of language keeps
every choice, and write back through their callback. The link carries codes and is read when it is not the one that
was written last (a fresh link, Back).
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from compare.shared.around import option_label
from components import paper
from components.escape import Markdown, escape
from loaders import finding, lookups, queries
from loaders.snapshot import Tables
from model.codes import codes
from model.saying import document_label
from model.selection import LANGUAGES, ORDERS, PEERS, Dropped, Selection, clean_text, parse, query
from wording.say import say
from wording.texts import text

_STATE, _WRITTEN, _DROPPED, _SOUGHT = "selection", "written_link", "dropped", "sought"
Known = dict[str, tuple[Any, ...]]  # the values that the snapshot has, by filter
OFFERED = 200  # documents in one list at most; beyond that a city or a province is chosen first


def today() -> date:
    """The day on which a link without a date judges status."""
    return date.today()


def read(tables: Tables) -> Selection:
    """The selection of this run: from the link if it is new, else from the session; the day is today unless said."""
    state = st.session_state
    link = {name: st.query_params.get_all(name) for name in st.query_params if name != paper.PARAMETER}
    if _STATE not in state or (link and link != state.get(_WRITTEN)):
        selection, dropped = parse(link, queries.vocabulary(tables), today())
        if _STATE in state and not {"lang", "as_of"} & set(link):  # a bare address; a link of ours without a language is Chinese
            selection = selection.having(lang=state[_STATE].lang)
        state[_STATE], state[_DROPPED] = selection, dropped
    return _selection()


def write() -> None:
    """Put the selection into the address bar, if it is not there yet; the print view keeps its own link."""
    if paper.is_on():
        return
    parameters = query(_selection())
    if st.query_params.to_dict() != parameters:
        st.query_params.from_dict(parameters)
    st.session_state[_WRITTEN] = {name: [value] for name, value in parameters.items()}


def change(**changes: Any) -> None:
    """Replace parts of the selection; for callbacks of widgets."""
    st.session_state[_STATE] = _selection().having(**changes)


def without(selection: Selection, names: Sequence[str]) -> Selection:
    """The selection without some of its filters."""
    return selection.having(**{name: getattr(selection.fresh(), name) for name in names})


def clear(names: Sequence[str]) -> None:
    """Take some filters away; for callbacks."""
    st.session_state[_STATE] = without(_selection(), names)


def current() -> Selection:
    """The selection as it stands, with what a click of this run changed."""
    return _selection()


def section_key(name: str, lang: str) -> str:
    """The key of a part of a page that opens on a click; a change of language leaves it as it stands."""
    state, key = st.session_state, f"section.{name}.{lang}"
    for other in (f"section.{name}.{code}" for code in LANGUAGES):
        if key not in state and other in state:
            state[key] = state[other]
    return key


def language() -> str:
    """The language of the reader."""
    return _selection().lang


def dropped() -> tuple[Dropped, ...]:
    """What of the last link could not be used."""
    return tuple(st.session_state.get(_DROPPED, ()))


def language_switch(lang: str) -> None:
    """The choice of language, in both languages at once."""
    st.segmented_control(
        text("language.label", lang), LANGUAGES, key=_seed("lang", "", lang), required=True, label_visibility="collapsed",
        format_func=lambda code: text(f"language.{code}", lang), on_change=_take, args=("lang", ""),
    )


def choose_quantified(label: Markdown, selection: Selection) -> None:
    """Whether only rules with a figure are shown."""
    st.toggle(label, key=_seed("quantified", selection.lang, selection.quantified), on_change=_take, args=("quantified", selection.lang))


def reset_button(label: Markdown, lang: str) -> None:
    """Takes every filter away; own proposals stay."""
    st.button(label, on_click=_reset, icon=":material/filter_alt_off:", key=f"reset.{lang}")


def choose_own(tables: Tables, label: Markdown, options: Sequence[str], names: dict[str, str], selection: Selection) -> None:
    """The own city, which stands for its newest valid document; or the document that a link names as what others are compared with."""
    lang = selection.lang
    st.selectbox(label, list(options), key=_seed("baseline", lang, selection.baseline), format_func=lambda value: names[value],
                 help=text("own.city_help", lang), accept_new_options=True, on_change=_take_called, args=("baseline", lang, tables))


def choose_peers(tables: Tables, label: Markdown, options: Sequence[str], names: dict[str, str], most: int, selection: Selection) -> None:
    """The cities that the own one is set against: whole groups, or some by name."""
    lang = selection.lang
    st.multiselect(label, list(options), key=_seed("peers", lang, list(selection.peers)), format_func=lambda value: names[value], max_selections=most,
                   placeholder=text("own.peers_none", lang), help=text("own.peers_help", lang), select_all=False, accept_new_options=True,
                   on_change=_take_called, args=("peers", lang, tables))


def choose_day(selection: Selection, first: date, last: date) -> None:
    """The day on which status is judged."""
    lang = selection.lang
    st.date_input(text("filters.as_of", lang), key=_seed("as_of", lang, selection.as_of), format="YYYY-MM-DD", min_value=first, max_value=last,
                  help=text("filters.as_of_help", lang), on_change=_take, args=("as_of", lang))


def choose_force(selection: Selection, *, is_many: bool) -> None:
    """Whether only what may be read as valid on the day is shown; so unless said otherwise where there are many documents."""
    lang, is_on = selection.lang, selection.force == "only" or (is_many and not selection.force)
    st.toggle(text("filters.in_force", lang), key=_seed("force", lang, is_on), on_change=_take_force, args=(lang,), help=text("filters.in_force_help", lang))


def _take_force(lang: str) -> None:
    change(force="only" if st.session_state[f"w.force.{lang}"] else "all", page=1)


def order_switch(selection: Selection) -> None:
    """Bars by date of the document or by value; the latter is the reader's visible choice."""
    lang = selection.lang
    st.segmented_control(text("order.label", lang), ORDERS, key=_seed("order", lang, selection.order), required=True,
                         format_func=lambda code: text(f"order.{code}", lang), on_change=_take, args=("order", lang))


def search_box(selection: Selection, hint_key: str, label_key: str = "filters.text") -> None:
    """The search words of a page that searches clauses, titles or departments."""
    lang = selection.lang
    st.text_input(text(label_key, lang), key=_seed("text", lang, selection.text), placeholder=text(hint_key, lang),
                  max_chars=100, on_change=_take, args=("text", lang))


def search_field(label: Markdown, hint: str, words: str, place: str, lang: str) -> None:
    """A field whose words lead to the page of results from any page; `words` are those of the results on screen."""
    st.text_input(label, key=_seed(f"sought.{place}", lang, words), placeholder=hint, type="search", icon=":material/search:",
                  on_change=_take_sought, args=(place, lang))


def _take_sought(place: str, lang: str) -> None:
    st.session_state[_SOUGHT] = st.session_state[f"w.sought.{place}.{lang}"]


def sought() -> str:
    """The words that were just typed into a search field, once; else empty."""
    return clean_text(st.session_state.pop(_SOUGHT, ""))


def choose_row(label: Markdown, options: list[str], words: dict[str, str], selection: Selection) -> str:
    """A row chosen among the rows on screen; kept in the link. Paper only names it."""
    lang = selection.lang
    current = selection.row if selection.row in options else options[0]
    if paper.is_on():
        st.markdown(f"**{escape(words[current])}**")
        return current
    st.selectbox(label, options, key=_seed("row", lang, current), format_func=lambda key: words[key], on_change=_take, args=("row", lang))
    return current


def choose_part(label: Markdown, parts: Sequence[str], current: str, lang: str) -> None:
    """The part of a page with many documents; kept in the link."""
    st.segmented_control(label, list(parts), key=_seed("part", lang, current), required=True, label_visibility="collapsed",
                         format_func=lambda name: text(f"part.{name}", lang), on_change=_take, args=("part", lang))


def list_choices(selection: Selection, sort: str, sorts: Sequence[str], offered: Sequence[str], shown: Sequence[str]) -> None:
    """What a list is sorted by (`sort`), and which columns it shows; a new order begins on the first page."""
    lang = selection.lang
    order, columns = st.columns([3, 4], vertical_alignment="bottom")
    with order:
        sort_choice(selection, sort, {code: text("list.sort_place" if code == "place" else f"list.{code}", lang) for code in sorts})
    columns.multiselect(text("list.columns", lang), list(offered), key=_seed("fields", lang, [code for code in offered if code in shown]),
                        format_func=lambda code: text(f"list.{code}", lang), on_change=_take, args=("fields", lang), select_all=False,
                        placeholder=text("filters.all", lang))


def sort_choice(selection: Selection, sort: str, names: dict[str, str]) -> None:
    """What a list is sorted by (`sort`, with `-` downwards), of the columns that `names` calls; a new order begins on the first page."""
    lang = selection.lang
    by, down = st.columns([2, 1], vertical_alignment="bottom")
    by.selectbox(text("list.sort", lang), list(names), key=_seed("sort_by", lang, sort.removeprefix("-")), on_change=_take_sort, args=(lang,), format_func=lambda code: names[code])
    down.toggle(text("list.down", lang), key=_seed("sort_down", lang, sort.startswith("-")), on_change=_take_sort, args=(lang,))


def sort_by(column: str) -> None:
    """Sort by a column downwards, at the next click upwards, at the third as it was; for callbacks."""
    held = _selection().sort
    change(sort={f"-{column}": column, column: ""}.get(held, f"-{column}"), page=1)


def _take_sort(lang: str) -> None:
    name, down = (st.session_state[f"w.{key}.{lang}"] for key in ("sort_by", "sort_down"))
    if name is not None:
        change(sort=f"-{name}" if down else name, page=1)


def choose_many(tables: Tables, selection: Selection, name: str, known: Known, *, is_bare: bool = False) -> None:
    """Any number of the values of one filter; a bare one stands on the page with its name in place of the choice."""
    lang = selection.lang
    chosen = list(getattr(selection, name))
    options = documents_offered(tables, selection, chosen) if name == "documents" else _ordered(tables, name, known)
    st.multiselect(
        text(f"filter.{name}", lang), list(dict.fromkeys([*options, *chosen])), key=_seed(name, lang, chosen),
        format_func=lambda value: option_words(tables, name, value, lang), placeholder=text(f"filter.{name}" if is_bare else "filters.all", lang), select_all=False,
        help=None if is_bare else text("picker.help", lang), label_visibility="collapsed" if is_bare else "visible",
        accept_new_options=True, on_change=_take_called, args=(name, lang, tables),
    )


def choose_one(tables: Tables, name: str, label: Markdown, options: list[str], words: dict[str, str], current: str, lang: str) -> None:
    """One code of a list of the selection, as the one title of a page; choosing replaces the list."""
    st.selectbox(label, options, key=_seed(f"one.{name}", lang, current), format_func=lambda code: words[code], accept_new_options=True,
                 on_change=_take_one, args=(name, lang, tables))


def choose_city_of_pair(label: Markdown, options: list[str], words: dict[str, str], current: str, lang: str) -> None:
    """The city whose older and newer document are compared; choosing replaces cities and documents."""
    st.selectbox(label, options, key=_seed("pair_city", lang, current), format_func=lambda code: words[code], on_change=_take_pair, args=(lang,))


def _take_pair(lang: str) -> None:
    change(cities=(st.session_state[f"w.pair_city.{lang}"],), documents=(), row="")


def choose_document(label: Markdown, tables: Tables, current: str, selection: Selection) -> None:
    """One document chosen for a page that shows one at a time; it replaces the document filters in the link."""
    lang = selection.lang
    st.selectbox(label, [current, *documents_offered(tables, selection, [current])], key=_seed("one_document", lang, current), accept_new_options=True, on_change=_take_document,
                 args=(lang, tables), format_func=lambda value: option_words(tables, "documents", value, lang))


def documents_offered(tables: Tables, selection: Selection, shown: Sequence[str]) -> list[str]:
    """The documents of a list to choose from, without those shown already, oldest first.

    Of more documents than a list can hold those of the chosen places, else the newest.
    """
    known = queries.documents(tables)
    if len(known) <= OFFERED:
        ids = list(known)
    else:
        of_place = Selection(as_of=selection.as_of, cities=selection.cities, provinces=selection.provinces, places=selection.places, years=selection.years)
        total = lookups.count_documents(tables, of_place)
        ids = queries.selected_ids(tables, of_place, max(0, total - OFFERED), OFFERED)
        lookups.documents_by_id(tables, ids)  # read together and kept: each is named in a list
    return [key for key in ids if key not in set(shown)]


def document_names(tables: Tables, ids: Sequence[str], lang: str) -> dict[str, str]:
    """What documents are called in a list, read together."""
    cities = queries.cities(tables)
    return {key: say(document_label(row, cities[row["city_id"]]), lang) for key, row in lookups.documents_by_id(tables, ids).items()}


def choose_columns(tables: Tables, label: Markdown, options: list[str], names: dict[str, str], shown: list[str], most: int, lang: str) -> None:
    """The documents that stand side by side, at most so many; kept in the link."""
    st.multiselect(label, options, key=_seed("columns", lang, shown), format_func=lambda key: names[key], max_selections=most, select_all=False,
                   accept_new_options=True, on_change=_take_called, args=("columns", lang, tables))


def _take_document(lang: str, tables: Tables) -> None:
    found = _called(tables, "documents", [st.session_state[f"w.one_document.{lang}"]])
    if found:
        change(documents=tuple(found), cities=(), years=(), statuses=(), row="")


def typed(key: str) -> Any:
    """What a widget holds, for its own callback.

    Not `session_state[key]`: that is where Streamlit ends a run for the click that follows, and what was typed would be lost.
    """
    return st.session_state.to_dict()[key]


def _selection() -> Selection:
    selection: Selection = st.session_state[_STATE]
    return selection


def _seed(name: str, lang: str, value: Any) -> str:
    """The key of a widget, holding the value that the selection has."""
    key = f"w.{name}.{lang}"
    st.session_state[key] = value
    return key


def _take(name: str, lang: str) -> None:
    value = st.session_state[f"w.{name}.{lang}"]
    value = tuple(value) if isinstance(value, list) else value
    if value is not None:
        change(**{name: value})


def _take_one(name: str, lang: str, tables: Tables) -> None:
    value = st.session_state[f"w.one.{name}.{lang}"]
    found = _called(tables, name, [value]) if value is not None else []
    if found:
        change(**{name: tuple(found)})


def _take_called(name: str, lang: str, tables: Tables) -> None:
    """A list, or one value, of which some may have been typed by another name than that on screen."""
    value = st.session_state[f"w.{name}.{lang}"]
    if isinstance(value, list):
        change(**{name: tuple(_called(tables, name, value))})
    elif value is not None and (found := _called(tables, name, [value])):
        change(**{name: found[0]})


def _called(tables: Tables, name: str, values: Sequence[Any]) -> list[Any]:
    """The values themselves where the list has them, else what answers best to what was typed; what answers to nothing is said and left out."""
    known = {"baseline": ("", *queries.cities(tables)), "peers": (*PEERS, *queries.cities(tables))}.get(name) or queries.vocabulary(tables).get(name, ())
    found = []
    for value in values:
        if value in known or (name in ("baseline", "columns", "documents") and value in queries.documents(tables)):
            found.append(value)
        elif answers := finding.options_called(tables, name, str(value), _selection().as_of):
            found.append(answers[0])
        else:
            st.toast(text("picker.unknown", _selection().lang, words=escape(str(value))), icon=":material/search_off:")
    return found


def _reset() -> None:
    kept = _selection()
    st.session_state[_STATE] = kept.fresh().having(proposals=kept.proposals)


def option_words(tables: Tables, name: str, value: Any, lang: str) -> str:
    """What one value of a filter is called."""
    return said_once(tables, lang, (name, value), lambda: say(option_label(tables, name, value), lang))


def said_once(tables: Tables, lang: str, key: tuple[str, Any], make: Callable[[], str]) -> str:
    """Words of a list's entry, made once for a snapshot: every run names all entries, of which there may be thousands."""
    kept = _said(tables, lang)
    if key not in kept:
        kept[key] = make()
    return kept[key]


@lru_cache(maxsize=4)  # two languages of the snapshot in use and the one before
def _said(tables: Tables, lang: str) -> dict[tuple[str, Any], str]:
    return {}


_LISTS = {"categories": "category", "designations": "designation", "beneficiaries": "beneficiary", "levels": "recognition_level",
          "instruments": "instrument", "indicators": "indicator", "places": "city_level"}


def _ordered(tables: Tables, name: str, known: Known) -> list[Any]:
    """Options in the order of the codebook, places by pinyin, documents and years in their own order."""
    if name == "statuses":
        return list(codes("status"))
    if name == "cities":
        return [city for city in queries.cities(tables) if city in set(known[name])]
    if name not in _LISTS:
        return list(known[name])
    held = set(known[name])
    return [code for code in codes(_LISTS[name]) if code in held]
