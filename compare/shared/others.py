"""A place without a rule is a finding and no empty page: what the other documents provide, with the silent ones beside them."""

from collections.abc import Callable
from dataclasses import replace

from compare.shared import around as said
from compare.shared.names import short_names
from compare.shared.view import SIDE_BY_SIDE, View
from loaders import chosen, lookups, queries
from loaders.snapshot import Tables
from model.comparison import SILENT_MARKS, Comparison
from model.saying import Words, joined, listing, text
from model.selection import Selection

Builder = Callable[[View, Tables, Selection], Comparison]

_SHOWN = 4  # silent documents that stand beside the others at most
_OF_DOCUMENTS: dict[str, tuple[str, ...]] = {"cities": (), "documents": (), "years": (), "provinces": (), "places": ()}


def or_others(builder: Builder, aside: str = "") -> Builder:
    """The builder of a view with documents as columns: where the documents of a place, a year or by name provide nothing on its matter,
    they stand first and silent beside the documents that provide most. Where a filter of rows hides what they provide, the page stays empty.

    `aside` is the key of a row that says no rule, so that a page with this row alone has none.
    """

    def build(view: View, tables: Tables, selection: Selection) -> Comparison:
        found = builder(view, tables, selection)
        is_narrowed = any(getattr(selection, name) for name in _OF_DOCUMENTS if name in view.uses)
        is_silent = found.empty_because or (aside and all(row.key == aside for row in found.chart.rows))
        return (is_narrowed and is_silent and _beside_others(builder, view, tables, selection, aside)) or found

    return build


def _beside_others(builder: Builder, view: View, tables: Tables, selection: Selection, aside: str) -> Comparison | None:
    """The comparison with others, of them those in force, or None where there is none either, or where the documents are not silent."""
    silent = queries.selected_ids(tables, view.honoured(selection), 0, _SHOWN)
    wide = selection.having(**_OF_DOCUMENTS, part="side", row="", baseline=selection.baseline or next(iter(silent), ""))
    valid = view.in_force(tables, wide)
    others = chosen.stating_most(tables, view.rows(tables, view.honoured(valid)), SIDE_BY_SIDE - len(silent))
    if not silent or not others:
        return None
    made = builder(view, tables, wide.having(columns=(*silent, *others)))
    marks = {cell.mark for cell in made.cells if cell.column in silent and cell.row != aside}
    if made.empty_because or not marks or not marks <= {*SILENT_MARKS}:
        return None
    lead = text(f"others.{_kind(marks)}", documents=_named(tables, tuple(silent)))
    cells = tuple(replace(cell, comparability=None) for cell in made.cells)  # against a silence nothing is compared
    notes = tuple(note for note in made.notes if note.kind != "comparability")
    return replace(made, finding=joined("list.space", [lead, made.finding]), filters=said.filter_words(tables, view, selection), cells=cells, notes=notes)


def _kind(marks: set[str]) -> str:
    """What may be said of the silent documents on all rows together."""
    return "not_reviewed" if marks == {"not_reviewed"} else "mentioned" if marks & {"mentioned", "unstated"} else "absent"


def _named(tables: Tables, ids: tuple[str, ...]) -> Words:
    return listing(short_names(lookups.documents_by_id(tables, ids), queries.cities(tables)).values())
