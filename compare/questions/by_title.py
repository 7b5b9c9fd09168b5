"""By recognised title: what every document gives to one title at every level, and where else it speaks of it."""

from dataclasses import dataclass, replace
from functools import partial

from compare.shared import around as said
from compare.shared import clauses, title_cities, title_rows
from compare.shared.award_matrix import Layout, award_matrix
from compare.shared.listed_awards import list_of_awards
from compare.shared.material import Material, material
from compare.shared.others import or_others
from compare.shared.parts import Builder, by_part
from compare.shared.spread import spread_of
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import queries
from loaders.paging import Rows
from loaders.queries import Row
from loaders.snapshot import Tables
from loaders.titles import documents_by_title
from loaders.titles import held as held_titles
from model.codes import codes, read_csv
from model.comparison import Cell, Comparison, Heading, Note
from model.proposal import PROPOSAL
from model.saying import Words, joined, label, listing, own, place_of, small, text
from model.selection import Selection

MENTIONS = "mentions"


@dataclass(frozen=True)
class Related:
    """A title that is close to or wider than the chosen one, and why it is not the same."""

    title: str
    relation: str
    reason: Words


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows: the chosen title by level, then related titles apart, then the other clauses that name it.

    Without a choice the title that most documents provide for is shown.
    """
    titles = chosen(tables, selection)
    held = material(view, tables, selection)
    others = related(titles)
    read = _awards(held, (*titles, *(other.title for other in others)))
    paid = [award for award in read if {award["designation"], *(award["designations_also"] or ())} & set(titles)]
    parts = [_matrix(view, held, selection, titles, paid, [award for award in read if award not in paid])]
    for other in others:
        shown = {source.row_id for part in parts for source in part.sources}
        awards = [award for award in read if award["designation"] == other.title and award["award_id"] not in shown]
        found = _matrix(view, held, selection.having(proposals=()), (other.title,), awards, [])
        if not found.empty_because:
            parts.append(_apart(found, other))
            paid += awards
    shown = {source.row_id for part in parts for source in part.sources}
    joined = _join(parts, titles)
    whole = _with_mentions(joined, held, selection, titles, {award["measure_id"] for award in read if award["award_id"] in shown})
    if not whole.cells:
        return replace(whole, title=_title(titles))
    named = {award["designation"] for award in read if award["award_id"] in shown}
    notes = _notes(titles, [other for other in others if other.title in named])
    return replace(whole, title=_title(titles), notes=(*notes, *whole.notes), empty_because="")


def chosen(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """The titles of the selection, else the one with provisions in most documents, the first of the codebook on a tie."""
    if selection.designations:
        return selection.designations
    counts = documents_by_title(tables)
    return tuple(sorted(counts, key=lambda title: (-counts[title], codes("designation").index(title)))[:1])


def options(tables: Tables) -> tuple[str, ...]:
    """The titles that any document provides for, in the order of the codebook."""
    return tuple(title for title in codes("designation") if title in held_titles(tables))


def related(titles: tuple[str, ...]) -> tuple[Related, ...]:
    """Titles that are stated to be close to or wider or narrower than a chosen one."""
    found: dict[str, Related] = {}
    for row in read_csv("designation_relations"):
        pair = (row["code_a"], row["code_b"])
        if row["relation"] in ("close", "broad") and len(set(pair) & set(titles)) == 1:
            other = pair[1] if pair[0] in titles else pair[0]
            found.setdefault(other, Related(other, row["relation"], own(row, "reason")))
    return tuple(found.values())


def _awards(held: Material, titles: tuple[str, ...]) -> list[Row]:
    """The awards for which one of the titles is eligible, alone or side by side with others."""
    return queries.records(queries.awards(held.tables, held.asked.having(designations=titles or ("-",))))


def _matrix(view: View, held: Material, selection: Selection, titles: tuple[str, ...], awards: list[Row], under: list[Row]) -> Comparison:
    """Rows of titles by level; supports `under` a word that names several titles stand in the rows that there are, never as a number of the title."""
    rows = title_rows.rows_of(titles, awards)
    held_keys = {rows.key(award) for award in awards}
    wider = [award for award in under if set(titles) & title_rows.narrower(award["designation"]) and rows.key(award) in held_keys]
    layout = Layout(rows.key, rows.heading, rows.words, frozenset(award["award_id"] for award in wider), partial(_by_kind, held, titles), titles)
    return award_matrix(view, held, selection, title_rows.highest_first(titles, awards) + wider, layout)


def _by_kind(held: Material, titles: tuple[str, ...], document_id: str) -> Words:
    """That a document provides for the single titles that a word names together, and so is not silent; else empty."""
    return text("by_title.by_kind") if held.supports_kind(document_id, titles) else ""


def _apart(found: Comparison, other: Related) -> Comparison:
    """The rows of a related title under a heading of their own, never drawn with those of the chosen one."""
    group = text("by_title.related", title=label("designation", other.title))
    rows = tuple(replace(row, group=group, note=text("by_title.reason", reason=other.reason)) for row in found.chart.rows)
    return replace(found, chart=replace(found.chart, rows=rows, drawn=()))


def _join(parts: list[Comparison], titles: tuple[str, ...]) -> Comparison:
    """The first comparison with the rows, cells, notes and sources of the others behind its own."""
    main = parts[0]
    columns = next((part.chart.columns for part in parts if part.chart.columns), ())
    rows = tuple(row for part in parts for row in part.chart.rows)
    return replace(
        main,
        finding=main.finding or text("by_title.no_support_related" if rows else "by_title.no_support", title=small(title_rows.called(titles))),
        chart=replace(main.chart, rows=rows, columns=columns),
        cells=tuple(cell for part in parts for cell in part.cells),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
    )


def _with_mentions(
    made: Comparison, held: Material, selection: Selection, titles: tuple[str, ...], paid: set[str]
) -> Comparison:
    """The comparison with one more row: the clauses that name the title, but for those whose support (`paid`) is shown."""
    found = [row for row in held.naming(titles) if row["measure_id"] not in paid]
    if not found:
        return made
    columns = made.chart.columns or said.document_headings(held, selection)
    row = Heading(MENTIONS, text("by_title.mentions"), group=text("by_title.mentions_group"))
    cells = tuple(_mention_cell(held, [item for item in found if item["document_id"] == key], key) for key in held.documents)
    return replace(
        made,
        chart=replace(made.chart, rows=(*made.chart.rows, row), columns=columns),
        cells=(*made.cells, *cells),
        notes=(*made.notes, *_mention_notes(held, columns)),
        sources=tuple(dict.fromkeys((*made.sources, *clauses.sources(held.tables, found)))),
    )


def _mention_notes(held: Material, columns: tuple[Heading, ...]) -> list[Note]:
    """How the other clauses were found, and which documents were not read for them."""
    unread = [column.label for column in columns if column.key != PROPOSAL and column.key not in held.read_for_titles]
    notes = [Note("method", text("by_title.mentions_note"))]
    return [*notes, Note("method", text("by_title.mentions_unread", documents=listing(unread)))] if unread else notes


def _mention_cell(held: Material, found: list[Row], column: str) -> Cell:
    """The clauses that name the title; that no other one does is said only of a document that was read for it."""
    if not found and column not in held.read_for_titles:
        return Cell(MENTIONS, column, "not_reviewed", text("money.not_reviewed"))
    if not found:
        return Cell(MENTIONS, column, "absent", text("by_title.not_mentioned"))
    places = [text("by_title.mention", article=place_of(row["article"]), title=own(row, "title")) for row in found]
    return Cell(MENTIONS, column, "text", joined("list.clause", places), source_ids=tuple(row["measure_id"] for row in found))


def _notes(titles: tuple[str, ...], others: list[Related]) -> list[Note]:
    return [
        Note("definition", text("by_title.relation_note", title=small(title_rows.called(titles)), other=label("designation", other.title),
                                relation=text(f"by_title.{other.relation}"), reason=other.reason))
        for other in others
    ]


def _title(titles: tuple[str, ...]) -> Words:
    return text("by_title.title", title=title_rows.called(titles))


def _cities(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Places as rows; the one part in which search words look for places."""
    return title_cities.build(view, tables, selection, chosen(tables, selection))


def _wordless(builder: Builder) -> Builder:
    """A part that search words do not shape."""
    return lambda view, tables, selection: builder(view, tables, selection.having(text=""))


VIEW = View(
    "by_title", (*DOCUMENT_FILTERS, "designations", "beneficiaries", "levels", "text"),
    or_others(by_part(_wordless(build), spread=_wordless(spread_of), listed=_wordless(list_of_awards), cities=_cities), MENTIONS),
    lambda tables, selection: Rows("awards", selection.having(designations=chosen(tables, selection) or ("-",))),
    subject=("designations",),
)
