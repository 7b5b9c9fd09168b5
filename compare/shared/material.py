"""What a question works on: the documents that it shows, and what is known of them beside their figures, read once for all of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from compare.shared.view import SIDE_BY_SIDE, View
from loaders import chosen, known_documents, lookups, queries, titles
from loaders.queries import Row
from loaders.snapshot import Tables
from model.codes import code_list, relations
from model.selection import PEERS, Selection

MOST = 12  # as many as fit a sheet of paper


@dataclass(frozen=True, eq=False)
class Material:
    """The documents that a question shows, oldest first, of `total` that pass the filters.

    `rule` is the text key that says how they were chosen, empty where all are shown; `asked` the selection that reads
    only their rows.
    """

    tables: Tables
    asked: Selection
    documents: dict[str, Row]
    total: int
    rule: str = ""

    @cached_property
    def states(self) -> Mapping[tuple[str, str], str]:
        """The state of every (document, category); what is missing was not reviewed."""
        return lookups.coverage_states(self.tables, self.documents)

    @cached_property
    def clauses(self) -> Mapping[str, list[Row]]:
        """The measures of each document in reading order."""
        found: dict[str, list[Row]] = {key: [] for key in self.documents}
        for row in lookups.of_documents(self.tables, "measures", self.documents) if self.documents else ():
            found[row["document_id"]].append(row)
        return found

    @cached_property
    def named(self) -> Mapping[tuple[str, str], list[Row]]:
        """The measures of a document that name a title, by (document, title): as registered by reading, else by the editors' words."""
        at = {row["measure_id"]: row for rows in self.clauses.values() for row in rows}
        found: dict[tuple[str, str], list[Row]] = {}
        for document_id, title, measure_id in titles.named_in(self.tables, self.documents):
            found.setdefault((document_id, title), []).append(at[measure_id])
        return found

    @cached_property
    def supported(self) -> Mapping[str, set[str]]:
        """The titles for which each document states some support, with a figure or without."""
        return titles.supported(self.tables, self.documents)

    @cached_property
    def read_for_titles(self) -> frozenset[str]:
        """The documents whose clauses were read for the titles that they name, so that silence about a title is a finding."""
        return titles.read_for_titles(self.tables, self.documents)

    def naming(self, wanted: Iterable[str]) -> list[Row]:
        """The measures that name one of the titles, document by document in reading order, each once."""
        held = {row["measure_id"]: row for document_id in sorted(self.documents) for title in wanted for row in self.named.get((document_id, title), ())}
        return sorted(held.values(), key=lambda row: (row["document_id"], row["article_order"]))

    def spoken_of(self, document_id: str, title: str) -> tuple[Row, ...]:
        """The measures that name a title for which their document states no support at all."""
        if narrowed(title) & self.supported.get(document_id, set()):
            return ()
        return tuple(self.named.get((document_id, title), ()))

    def supports_kind(self, document_id: str, wanted: Iterable[str]) -> bool:
        """Whether a document supports one of the titles that a word for several titles together stands for."""
        return any((narrowed(title) - {title}) & self.supported.get(document_id, set()) for title in wanted)

    def holding(self, document_id: str, terms: Iterable[str]) -> tuple[Row, ...]:
        """The measures of a document whose heading or summary holds one of the terms."""
        wanted = tuple(terms)
        return tuple(row for row in self.clauses.get(document_id, ()) if any(term in f"{row['title_zh']}\n{row['summary_zh']}" for term in wanted))


def material(view: View, tables: Tables, selection: Selection) -> Material:
    """The documents that pass the filters, all of them up to eight; beyond that those that the reader chose, else the pinned
    document (a pinned city's newest valid one) with those that share most rows with it, else those that state most rows.
    """
    honoured = view.honoured(selection)
    total = lookups.count_documents(tables, honoured)
    if total <= SIDE_BY_SIDE:
        return Material(tables, honoured, queries.selected_documents(tables, honoured), total)
    ids, rule = _chosen(view, tables, honoured)
    statuses = () if honoured.columns else honoured.statuses  # what the reader chose by name is shown whatever its status
    held = queries.selected_documents(tables, honoured.having(documents=tuple(ids), statuses=statuses))
    return Material(tables, honoured.having(documents=tuple(held) or ("-",), statuses=statuses), held, total, rule)


def whole(tables: Tables, honoured: Selection) -> Material:
    """All documents that pass, for what counts them: each of them up to eight, beyond that none by name."""
    total = lookups.count_documents(tables, honoured)
    return Material(tables, honoured, queries.selected_documents(tables, honoured) if total <= SIDE_BY_SIDE else {}, total)


def _chosen(view: View, tables: Tables, honoured: Selection) -> tuple[tuple[str, ...], str]:
    """The ids of the documents that are set side by side, and the text key of the rule."""
    if honoured.columns:
        return honoured.columns[:MOST], "shown.chosen"
    rows = view.rows(tables, honoured)
    own = own_id(tables, honoured)
    if own and honoured.peers:
        return (own, *peer_ids(view, tables, honoured, own)), "shown.peers"
    if own:
        return (own, *chosen.sharing_most(tables, rows, own, SIDE_BY_SIDE - 1)), "shown.pinned"
    ids = chosen.stating_most(tables, rows, SIDE_BY_SIDE)
    return ids or tuple(queries.selected_ids(tables, honoured, 0, SIDE_BY_SIDE)), "shown.most"


def peer_ids(view: View, tables: Tables, honoured: Selection, own: str) -> tuple[str, ...]:
    """The documents of the cities that the own one is set against: the newest valid one of each chosen city, or of a whole
    province or level those that share most rows with it.
    """
    city = queries.cities(tables)[queries.documents(tables)[own]["city_id"]]
    narrowed = {"same_province": {"provinces": (city["division_code"][:2],)}, "same_level": {"places": (city["level"],)}}
    whole = [change for name in PEERS if name in honoured.peers for change in [narrowed[name]]]
    if whole:
        rows = view.rows(tables, honoured.having(**{name: value for change in whole for name, value in change.items()}))
        return chosen.sharing_most(tables, rows, own, SIDE_BY_SIDE - 1)
    found = (chosen.newest_of_city(tables, city_id, honoured) for city_id in honoured.peers if city_id != city["city_id"])
    return tuple(key for key in found if key)[: MOST - 1]


def marked_ids(view: View, tables: Tables, selection: Selection) -> tuple[str, ...]:
    """The documents that a picture of many names: the pinned one, its peers, and those that the reader set side by side."""
    honoured = view.honoured(selection)
    own = own_id(tables, honoured)
    peers = peer_ids(view, tables, honoured, own) if own and honoured.peers else ()
    return tuple(dict.fromkeys(key for key in (own, *peers, *honoured.columns) if key))


def pinned_id(tables: Tables, selection: Selection) -> str:
    """The own document, of those that pass the filters, by which others are measured: never the mere draft of a pinned city; else empty."""
    own = own_id(tables, selection)
    return own if own and (own == selection.baseline or not queries.documents(tables)[own]["is_draft"]) else ""


def own_id(tables: Tables, selection: Selection) -> str:
    """The document that the reader pinned, or the newest valid one of the pinned city, of those that pass the filters; else empty."""
    if selection.baseline in queries.cities(tables):
        return chosen.newest_of_city(tables, selection.baseline, selection)
    is_held = selection.baseline and selection.baseline in known_documents.known(tables)
    return selection.baseline if is_held and queries.selected_ids(tables, selection.having(documents=(selection.baseline,))) else ""


@cache
def narrowed(title: str) -> frozenset[str]:
    """The title and, for a word that only names several titles together, those titles."""
    if code_list("designation")[title]["kind"] != "umbrella":
        return frozenset({title})
    pairs = (pair for pair, row in relations("designation_relations").items() if title in pair and row["relation"] == "broad")
    return frozenset({title}).union(*pairs)
