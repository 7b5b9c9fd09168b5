"""By recognised title: what every document gives to one title at every level, and where else it speaks of it."""

from collections import Counter
from dataclasses import dataclass, replace

from compare import title_rows
from compare import words as said
from compare.award_matrix import award_matrix
from compare.grid import main_row
from compare.naming import naming, read_for_titles
from compare.title_rows import TitleRows
from compare.view import View
from loaders import queries
from loaders.queries import Row
from loaders.snapshot import Tables
from model import citation, money
from model.codes import codes, label, read_csv
from model.comparison import Cell, Comparison, Heading, Note
from model.proposal import PROPOSAL, proposed_awards
from model.selection import Selection
from model.texts import text

MENTIONS = "mentions"


@dataclass(frozen=True)
class Related:
    """A title that is close to or wider than the chosen one, and why it is not the same."""

    title: str
    relation: str
    reason: str


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows: the chosen title by level and variant, then related titles apart, then the other clauses that name it.

    Without a choice the title that most documents provide for is shown.
    """
    titles = chosen(tables, selection)
    parts = [_matrix(view, tables, selection, titles, _awards(view, tables, selection, titles))]
    others = related(titles, selection.lang)
    for other in others:
        awards = [award for award in _awards(view, tables, selection, (other.title,)) if award["designation"] == other.title]
        found = _matrix(view, tables, selection.having(proposals=()), (other.title,), awards)
        if not found.empty_because:
            parts.append(_apart(found, other, selection.lang))
    shown = {source.row_id for part in parts for source in part.sources}
    joined = _join(parts, titles, selection.lang)
    whole = _with_mentions(joined, view, tables, selection, titles, shown)
    if not whole.cells:
        return replace(whole, title=_title(titles, selection.lang))
    notes = _notes(titles, [other for other in others if any(row.key.startswith(f"{other.title}:") for row in whole.chart.rows)], selection.lang)
    return replace(whole, title=_title(titles, selection.lang), notes=(*notes, *whole.notes), empty_because="")


def chosen(tables: Tables, selection: Selection) -> tuple[str, ...]:
    """The titles of the selection, else the one with provisions in most documents, the first of the codebook on a tie."""
    if selection.designations:
        return selection.designations
    held = {(row["designation"], row["document_id"]) for row in queries.records(tables["awards"]) if row["designation"]}
    counts = Counter(title for title, _ in held)
    return tuple(sorted(counts, key=lambda title: (-counts[title], codes("designation").index(title)))[:1])


def options(tables: Tables) -> tuple[str, ...]:
    """The titles that any document provides for, in the order of the codebook."""
    held = {title for row in queries.records(tables["awards"]) for title in (row["designation"], *row["designations_also"])}
    return tuple(title for title in codes("designation") if title in held)


def related(titles: tuple[str, ...], lang: str) -> tuple[Related, ...]:
    """Titles that are stated to be close to or wider or narrower than a chosen one."""
    found: dict[str, Related] = {}
    for row in read_csv("designation_relations"):
        pair = (row["code_a"], row["code_b"])
        if row["relation"] in ("close", "broad") and len(set(pair) & set(titles)) == 1:
            other = pair[1] if pair[0] in titles else pair[0]
            found.setdefault(other, Related(other, row["relation"], row[f"reason_{lang}"]))
    return tuple(found.values())


def _awards(view: View, tables: Tables, selection: Selection, titles: tuple[str, ...]) -> list[Row]:
    """The awards for which one of the titles is eligible, alone or side by side with others."""
    return queries.records(queries.awards(tables, view.honoured(selection.having(designations=titles or ("-",)))))


def _matrix(view: View, tables: Tables, selection: Selection, titles: tuple[str, ...], awards: list[Row]) -> Comparison:
    rows = title_rows.rows_of(tables, titles, awards)
    made = award_matrix(view, tables, selection, awards, rows.key, rows.heading)
    drawn = tuple(key for key in made.chart.drawn if title_rows.ALSO not in key.split(":"))
    return replace(made, chart=replace(made.chart, drawn=drawn), finding=_finding(made, awards, rows, titles, selection.lang)) if awards else made


def _apart(found: Comparison, other: Related, lang: str) -> Comparison:
    """The rows of a related title under a heading of their own, never drawn with those of the chosen one."""
    group = text("by_title.related", lang, title=label("designation", other.title, lang))
    rows = tuple(replace(row, group=group, note=text("by_title.reason", lang, reason=other.reason)) for row in found.chart.rows)
    return replace(found, chart=replace(found.chart, rows=rows, drawn=()))


def _join(parts: list[Comparison], titles: tuple[str, ...], lang: str) -> Comparison:
    """The first comparison with the rows, cells, notes and sources of the others behind its own."""
    main = parts[0]
    columns = next((part.chart.columns for part in parts if part.chart.columns), ())
    rows = tuple(row for part in parts for row in part.chart.rows)
    return replace(
        main,
        finding=main.finding or text("by_title.no_support", lang, title=_names(titles, lang)),
        chart=replace(main.chart, rows=rows, columns=columns),
        cells=tuple(cell for part in parts for cell in part.cells),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        sources=tuple(dict.fromkeys(source for part in parts for source in part.sources)),
    )


def _finding(made: Comparison, awards: list[Row], rows: TitleRows, titles: tuple[str, ...], lang: str) -> str:
    """One sentence: what each document states for the title, row by row, and which documents state nothing."""
    placed: dict[tuple[str, str], list[Row]] = {}
    for award in (*awards, *proposed_awards(made.selection.proposals, awards)):
        placed.setdefault((rows.key(award), award["document_id"]), []).append(award)
    parts, silent = [], []
    for column in made.chart.columns:
        shown = [(row.key, main_row(placed[row.key, column.key])) for row in made.chart.rows if (row.key, column.key) in placed]
        if shown:
            figures = said.join((_figure(award, rows.short(key, award, lang), rows.is_split(key, award), lang) for key, award in shown), lang)
            parts.append(text("finding.value", lang, document=column.label, figure=figures))
        elif any(cell.column == column.key and cell.mark == "mentioned" for cell in made.cells):
            parts.append(text("finding.value", lang, document=column.label, figure=text("money.mentioned", lang)))
        elif column.key != PROPOSAL:
            silent.append(column.label)
    if silent:
        parts.append(text("finding.absent", lang, documents=said.join(silent, lang)))
    return text("finding.row", lang, row=_names(titles, lang), said=text("list.clause", lang).join(parts))


def _figure(award: Row, row: str, is_split: bool, lang: str) -> str:
    """One support within the sentence; what is no payment says so in its own words."""
    figure = money.words(award, lang)
    if not row or award["form"] in ("tax_rate", "loan_ceiling"):
        return figure
    return text("by_title.figure_event" if is_split or award["form"] != "sum" else "by_title.figure", lang, row=row, figure=figure)


def _with_mentions(
    made: Comparison, view: View, tables: Tables, selection: Selection, titles: tuple[str, ...], shown: set[str]
) -> Comparison:
    """The comparison with one more row: the other clauses that name the title."""
    lang = selection.lang
    documents = queries.selected_documents(tables, view.honoured(selection))
    paid = {award["measure_id"] for award in queries.records(tables["awards"]) if award["award_id"] in shown}
    found = [row for row in naming(tables, titles) if row["document_id"] in documents and row["measure_id"] not in paid]
    if not found:
        return made
    columns = made.chart.columns or said.document_headings(tables, documents, selection)
    row = Heading(MENTIONS, text("by_title.mentions", lang), group=text("by_title.mentions_group", lang))
    cells = tuple(_mention_cell(tables, [item for item in found if item["document_id"] == key], key, lang) for key in documents)
    return replace(
        made,
        chart=replace(made.chart, rows=(*made.chart.rows, row), columns=columns),
        cells=(*made.cells, *cells),
        notes=(*made.notes, *_mention_notes(tables, columns, lang)),
        sources=tuple(dict.fromkeys((*made.sources, *said.sources(tables, found, lang)))),
    )


def _mention_notes(tables: Tables, columns: tuple[Heading, ...], lang: str) -> list[Note]:
    """How the other clauses were found, and which documents were not read for them."""
    unread = [column.label for column in columns if column.key != PROPOSAL and column.key not in read_for_titles(tables)]
    notes = [Note("method", text("by_title.mentions_note", lang))]
    return [*notes, Note("method", text("by_title.mentions_unread", lang, documents=said.join(unread, lang)))] if unread else notes


def _mention_cell(tables: Tables, found: list[Row], column: str, lang: str) -> Cell:
    """The clauses that name the title; that no other one does is said only of a document that was read for it."""
    if not found and column not in read_for_titles(tables):
        return Cell(MENTIONS, column, "not_reviewed", text("money.not_reviewed", lang))
    if not found:
        return Cell(MENTIONS, column, "absent", text("by_title.not_mentioned", lang))
    places = [text("by_title.mention", lang, article=citation.article_place(row["article"], lang), title=row[f"title_{lang}"]) for row in found]
    return Cell(MENTIONS, column, "text", text("list.clause", lang).join(places), source_ids=tuple(row["measure_id"] for row in found))


def _notes(titles: tuple[str, ...], others: list[Related], lang: str) -> list[Note]:
    return [
        Note("definition", text("by_title.relation_note", lang, title=_names(titles, lang), other=label("designation", other.title, lang),
                                relation=text(f"by_title.{other.relation}", lang), reason=other.reason))
        for other in others
    ]


def _names(titles: tuple[str, ...], lang: str) -> str:
    return said.join((label("designation", title, lang) for title in titles), lang)


def _title(titles: tuple[str, ...], lang: str) -> str:
    return text("by_title.title", lang, title=_names(titles, lang))


VIEW = View("by_title", ("cities", "documents", "years", "designations", "beneficiaries", "levels", "statuses"), build)
