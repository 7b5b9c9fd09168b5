"""Comparable pairs: on how many aligned items two documents can be compared at all. Coverage, not a ranking."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, product
from typing import Generic

from compare.shared import around as said
from compare.shared.change_links import confirmed, link_verdict
from compare.shared.material import material
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import lookups, queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model.change import match_key
from model.codes import codes
from model.comparability import Side, compare_awards, compare_targets
from model.comparison import Cell, Chart, Comparison, Heading, Note, Verdict, W
from model.saying import Words, figure_of, goal_of, joined, label, listed, listing, small, text
from model.schema import TABLES
from model.selection import Selection

_SPOKEN = 3  # pairs that the sentence names; of more it says how many there are

Key = tuple[str, ...]
Compare = Callable[[Side | None, Side | None], Verdict]


@dataclass(frozen=True)
class Item(Generic[W]):
    """What two documents both speak of: a link of the editors, a title and level, the base of a rate, or an indicator.

    `verdict` is that of the link, else the most favourable one among the rows of the item; `row_ids` are the rows it was
    reached on and `figures` what they say, the earlier document first.
    """

    label: W
    verdict: Verdict[W]
    row_ids: tuple[str, ...]
    figures: tuple[W, W]


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows and columns are documents; a cell counts the aligned items of the two that can be compared, by verdict.

    `low` and `high` count the items that are directly comparable or comparable with conditions; zero means that the
    two share no such item, which is a finding about the pair and not a missing value.
    """
    held = material(view, tables, selection)
    documents, honoured = held.documents, held.asked
    headings = said.document_headings(held, selection) if len(documents) > 1 else ()
    items = pair_items(tables, honoured, documents)
    cells = tuple(cell for (a, b), found in items.items() for cell in (_cell(a, b, found), _cell(b, a, found)))
    return said.comparison(
        view, held, selection, Chart("matrix", "item", 1, "", headings, headings), cells, finding=_finding(items, headings),
        notes=_notes(items, headings), behind=_behind(tables, honoured, items), because=text("pairs.one_document") if len(documents) == 1 else "",
    )


def pair_items(tables: Tables, selection: Selection, documents: dict[str, Row]) -> dict[tuple[str, str], list[Item]]:
    """The aligned items of every pair of documents, the earlier document first."""
    awards = _by_key(queries.records(queries.awards(tables, selection)), _award_key)
    targets = _by_key(queries.records(queries.targets(tables, selection)), _target_key)

    def on_awards(a: Side | None, b: Side | None) -> Verdict:
        return compare_awards(a, b, selection.as_of)

    def on_targets(a: Side | None, b: Side | None) -> Verdict:
        return compare_targets(a, b, selection.as_of)

    shown = {row[name] for rows, name in ((awards, "award_id"), (targets, "target_id")) for keys in rows.values() for held in keys.values() for row in held}
    found: dict[tuple[str, str], list[Item]] = {}
    curated = lookups.pairs_linked(tables, documents)
    for a, b in combinations(documents, 2):
        pair = (documents[a], documents[b])
        found[a, b] = (list(_linked(tables, pair, shown, selection)) if (a, b) in curated else []) or [
            *_items(awards, pair, _AWARDS, on_awards), *_items(targets, pair, _TARGETS, on_targets),
        ]
    return found


def _linked(tables: Tables, pair: tuple[Row, Row], shown: set[str], selection: Selection) -> Iterable[Item]:
    """The links of the editors with both sides; an editor's judgement goes before any match by columns."""
    links, _ = confirmed(tables, pair, selection)
    for link in links:
        judged = link_verdict(link, pair, selection)
        ids = tuple(str(row.get("award_id") or row["target_id"]) for row in link.rows)
        if judged is not None and shown & set(ids):
            figures = [joined("list.clause", (_words(row) for row in side), once=True) for side in (link.before, link.after)]
            yield Item(link.title, judged, ids, (figures[0], figures[1]))


def _words(row: Row) -> Words:
    return goal_of(row) if "target_id" in row else figure_of(row)


def _award_key(row: Row) -> Key | None:
    """Title and level; without a title the base of a rate with its level and event. A sum without a title aligns with nothing."""
    return ("title", row["designation"], row["recognition_level"]) if row["designation"] else match_key(row)


def _target_key(row: Row) -> Key | None:
    return ("indicator", row["indicator"])


def _by_key(rows: Iterable[Row], key_of: Callable[[Row], Key | None]) -> dict[str, dict[Key, list[Row]]]:
    """Rows by document and key; a row without a key and a goal that only restates another are left out."""
    found: dict[str, dict[Key, list[Row]]] = {}
    for row in rows:
        key = key_of(row)
        if key is not None and not row.get("restates"):
            found.setdefault(row["document_id"], {}).setdefault(key, []).append(row)
    return found


def _items(
    rows: dict[str, dict[Key, list[Row]]], pair: tuple[Row, Row], kind: "_Kind", compare: Compare) -> Iterable[Item]:
    first, second = (rows.get(document["document_id"], {}) for document in pair)
    for key in first:
        if key in second:
            judged = [(compare(Side(a, pair[0]), Side(b, pair[1])), a, b) for a, b in product(first[key], second[key])]
            verdict, a, b = min(judged, key=lambda item: (codes("verdict").index(item[0].code), len(item[0].reasons)))
            yield Item(kind.label_of(a), verdict, (a[kind.id_column], b[kind.id_column]), (kind.words_of(a), kind.words_of(b)))


def _award_label(row: Row) -> Words:
    if row["designation"] is None:
        basis = label("rate_basis", row["rate_basis"]) if row["rate_basis"] else label("match_basis", row["match_basis"])
        return text("pairs.untitled", basis=basis, trigger=small(label("trigger", row["trigger"])))
    title = label("designation", row["designation"])
    if row["recognition_level"] == "none":
        return title
    return text("row.title_level", title=title, level=small(label("recognition_level", row["recognition_level"])))


def _target_label(row: Row) -> Words:
    return label("indicator", row["indicator"])


@dataclass(frozen=True)
class _Kind:
    """How rows of one table are named and worded."""

    id_column: str
    label_of: Callable[[Row], Words]
    words_of: Callable[[Row], Words]


_AWARDS = _Kind("award_id", _award_label, figure_of)
_TARGETS = _Kind("target_id", _target_label, goal_of)


def comparable(items: list[Item]) -> list[Item]:
    """The items that can be compared, directly or with conditions."""
    return [item for item in items if item.verdict.code != "not_comparable"]


def _cell(row: str, column: str, items: list[Item]) -> Cell:
    counted = Counter(item.verdict.code for item in items)
    number = len(comparable(items))
    counts = [text("pairs.count", verdict=label("verdict", code), count=counted[code]) for code in codes("verdict") if counted[code]]
    words = joined("list.clause", [*counts[:1], *map(small, counts[1:])]) if items else text("pairs.none")
    # The id of each row once, in the order of the items: two items may rest on one row.
    ids = tuple(dict.fromkeys(row_id for item in items for row_id in item.row_ids))
    return Cell(row, column, "text", words, number, number, "item", ids)


def _finding(items: dict[tuple[str, str], list[Item]], headings: tuple[Heading, ...]) -> Words:
    shared = [pair_words(pair, headings) for pair, found in items.items() if comparable(found)]
    if not shared:
        return text("pairs.finding_none")
    if len(shared) > _SPOKEN:
        return text("pairs.finding_many", shared=len(shared), pairs=len(items))
    return text("pairs.finding", pairs=listing(shared))


def _notes(items: dict[tuple[str, str], list[Item]], headings: tuple[Heading, ...]) -> Iterable[Note]:
    if not items:
        return
    yield Note("method", text("pairs.note_rule"))
    yield Note("method", text("pairs.note_no_ranking"))
    for pair, found in items.items():
        if found:
            said_of = (text("pairs.item", item=item.label, verdict=small(item.verdict.words)) for item in found)
            yield Note("comparability", text("pairs.note_items", pair=pair_words(pair, headings), items=listed(said_of)))


def pair_words(pair: tuple[str, str], headings: tuple[Heading, ...]) -> Words:
    """Two documents by their column headings: 威海2018与威海2023."""
    names = {heading.key: heading.label for heading in headings}
    return text("pairs.pair", a=names[pair[0]], b=names[pair[1]])


def _behind(tables: Tables, asked: Selection, items: dict[tuple[str, str], list[Item]]) -> list[Row]:
    """The rows of all items, as they were read to be compared; only what a link of the editors adds is read anew."""
    used = sorted({row_id for found in items.values() for item in found for row_id in item.row_ids})
    read = {"awards": queries.awards(tables, asked), "targets": queries.targets(tables, asked)}
    held = {name: {row[TABLES[name].key[0]]: row for row in queries.records(frame)} for name, frame in read.items()}
    missing = [row_id for row_id in used if not any(row_id in rows for rows in held.values())]
    for name, rows in held.items():
        rows |= lookups.by_id(tables, name, missing)
    return [rows[row_id] for rows in held.values() for row_id in used if row_id in rows]


VIEW = View("comparable_pairs", (*DOCUMENT_FILTERS, "categories"), build, is_record=True)
