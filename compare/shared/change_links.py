"""Which provisions of two documents belong together: links confirmed by a person, or a proposal marked as such."""

from dataclasses import dataclass

from compare.shared.grid import main_row
from loaders import lookups, queries
from loaders.chosen import newest_pair
from loaders.queries import Row
from loaders.snapshot import Tables
from model.change import propose
from model.codes import codes
from model.comparability import Side, compare_awards, compare_targets, verdict
from model.comparison import Verdict
from model.saying import Words, label, own, text
from model.selection import Selection

# Links whose two figures are not about one thing and therefore never share an axis.
NOT_ONE_MATTER = ("beneficiary_moved", "unclear")
# Reasons that ask whether two provisions are one matter; a person who linked them has answered that.
_IDENTITY = ("designation_none", "designation_broad", "level_differs", "beneficiary_differs", "instrument_differs")


@dataclass(frozen=True)
class Link:
    """One matter in two documents: the rows (awards or targets) of each, what changed and why it is so judged.

    A link that nobody confirmed has no `changes` and no `reason`; `topic` is the heading it stands under.
    """

    key: str
    topic: Words
    title: Words
    before: tuple[Row, ...]
    after: tuple[Row, ...]
    changes: tuple[str, ...] = ()
    reason: Words = ""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of both documents."""
        return self.before + self.after


def pair_of(tables: Tables, selection: Selection) -> tuple[Row, Row] | None:
    """The earlier and the later document: the two that were chosen, or the newest with one before it in its city.

    A single chosen document is set against its neighbour in the city, and the pinned city, or that of the pinned
    document, comes before others. None if there is no such pair.
    """
    if len(selection.documents) == 2:
        held = list(queries.selected_documents(tables, selection).values())
        return (held[0], held[1]) if len(held) == 2 else None
    if len(selection.documents) == 1:
        passing = queries.selected_ids(tables, selection)
        return _neighbours(tables, passing[0]) if passing else None
    ids = newest_pair(tables, selection, _own_city(tables, selection.baseline))
    return _pair(tables, ids) if ids else None


def _own_city(tables: Tables, baseline: str) -> str:
    """The pinned city, or that of the pinned document; empty for none."""
    if not baseline or baseline in queries.cities(tables):
        return baseline
    return str(next((row["city_id"] for row in lookups.documents_by_id(tables, [baseline]).values()), ""))


def _neighbours(tables: Tables, document_id: str) -> tuple[Row, Row] | None:
    same = lookups.in_city_of(tables, document_id)
    at = same.index(document_id)
    if at > 0:
        return _pair(tables, (same[at - 1], document_id))
    return _pair(tables, (document_id, same[1])) if len(same) > 1 else None


def _pair(tables: Tables, ids: tuple[str, str]) -> tuple[Row, Row]:
    rows = lookups.documents_by_id(tables, ids)
    return rows[ids[0]], rows[ids[1]]


def confirmed(tables: Tables, pair: tuple[Row, Row], selection: Selection) -> tuple[tuple[Link, ...], Words]:
    """The curated links of a pair by topic, and what the editors say about the pair; nothing if it is not curated."""
    found = queries.records(queries.alignments(tables, pair[0]["document_id"], pair[1]["document_id"]))
    if not found:
        return (), ""
    rows = _rows(tables, pair, selection)
    order = codes("alignment_topic")
    links = [
        Link(
            item["alignment_id"], label("alignment_topic", item["topic"]), own(item, "title"),
            tuple(rows[row_id] for row_id in item["from_ids"]), tuple(rows[row_id] for row_id in item["to_ids"]),
            tuple(item["changes"]), own(item, "reason"),
        )
        for item in sorted(found, key=lambda item: (order.index(item["topic"]), _number(item["alignment_id"])))
    ]
    return tuple(links), next((own(item, "note") for item in found), "")


def proposed(tables: Tables, pair: tuple[Row, Row], selection: Selection) -> tuple[Link, ...]:
    """Awards of two documents side by side where title (or base), level and trigger agree; the rest stands alone."""
    awards = {key: row for key, row in _rows(tables, pair, selection).items() if "award_id" in row}
    sides = [[row for row in awards.values() if row["document_id"] == document["document_id"]] for document in pair]
    links = []
    for place, match in enumerate(propose(*sides), 1):
        before, after = (tuple(map(dict, side)) for side in (match.before, match.after))
        shown = (before or after)[0]
        topic = text("change.matched") if before and after else label("category", next(iter(shown["categories"]), ""))
        links.append(Link(f"proposed.{place}", topic, own(shown, "beneficiary"), before, after))
    order = [label("category", code) for code in codes("category")]
    return tuple(sorted(links, key=lambda link: (not (link.before and link.after), order.index(link.topic) if link.topic in order else len(order))))


def link_verdict(link: Link, pair: tuple[Row, Row], selection: Selection) -> Verdict | None:
    """How far the two sides of a link compare, None if one is empty; the editors have judged that they are one matter."""
    if not link.before or not link.after:
        return None
    sides = [Side(main_row(list(rows)), document) for rows, document in zip((link.before, link.after), pair, strict=True)]
    if "target_id" in link.before[0]:
        return compare_targets(sides[0], sides[1], selection.as_of)
    judged = compare_awards(sides[0], sides[1], selection.as_of)
    found = [reason.code for reason in judged.reasons]
    if not link.changes or set(NOT_ONE_MATTER) & set(link.changes) or not set(_IDENTITY) & set(found):
        return judged
    return verdict([*(code for code in found if code not in _IDENTITY), "linked_by_editors"])


def _rows(tables: Tables, pair: tuple[Row, Row], selection: Selection) -> dict[str, Row]:
    """Awards and targets of both documents by id, whatever else is filtered."""
    both = Selection(as_of=selection.as_of, documents=tuple(document["document_id"] for document in pair))
    found = {row["award_id"]: row for row in queries.records(queries.awards(tables, both))}
    return found | {row["target_id"]: row for row in queries.records(queries.targets(tables, both))}


def _number(alignment_id: str) -> int:
    """The number at the end of an id; ids are numbered by topic in the order in which they are to be read."""
    return int(alignment_id.rsplit(".", 1)[-1])
