"""The sentence over the page of a recognised title: what each document states for it, and how the others are silent."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.shared.grid import main_row
from compare.shared.material import Material
from compare.shared.title_rows import TitleRows, called, event
from loaders.queries import Row
from model.comparison import Comparison
from model.proposal import PROPOSAL, proposed_awards
from model.saying import Saying, Words, figure_of, text

# How documents are silent on a title, in the order in which the sentence says it.
_SILENCES = ("by_title.finding_kinds", "by_title.finding_mentioned", "finding.absent", "by_title.finding_unread")
# What the figure itself names: no event is said with it.
_MOST, _SHOWN = 16, 2  # supports that the sentence names altogether; of more, so many of each document
_NAMED_BY_FIGURE = ("tax_rate", "loan_ceiling")


@dataclass(frozen=True)
class TitleFinding(Saying):
    """What each document states for a title, as (document, figures), and the documents by how they are silent, as (text key, documents)."""

    title: Words
    stated: tuple[tuple[Words, tuple[Words, ...]], ...]
    silent: tuple[tuple[str, tuple[Words, ...]], ...]


def finding(held: Material, made: Comparison, awards: Iterable[Row], rows: TitleRows) -> TitleFinding:
    """One sentence on the matrix `made` of these awards."""
    given = tuple(awards)
    placed: dict[tuple[str, str], list[Row]] = {}
    for award in (*given, *proposed_awards(made.selection.proposals, given)):
        placed.setdefault((rows.key(award), award["document_id"]), []).append(award)
    stated: list[tuple[Words, tuple[Words, ...]]] = []
    silent: dict[str, list[Words]] = {}
    for column in made.chart.columns:
        shown = [(row.key, main_row(placed[row.key, column.key])) for row in made.chart.rows if (row.key, column.key) in placed]
        if shown:
            stated.append((column.label, tuple(_figure(rows, key, award, len(shown) == 1) for key, award in shown)))
        elif column.key != PROPOSAL:
            silent.setdefault(_silence(held, made, rows.titles, column.key), []).append(column.label)
    if sum(len(figures) for _, figures in stated) > _MOST:
        stated = [(document, _shortened(figures)) for document, figures in stated]
    return TitleFinding(called(rows.titles), tuple(stated), tuple((key, tuple(silent[key])) for key in _SILENCES if key in silent))


def _shortened(figures: tuple[Words, ...]) -> tuple[Words, ...]:
    """The first supports and how many there are in all."""
    return (*figures[:_SHOWN], text("by_title.in_all", count=len(figures))) if len(figures) > _SHOWN + 1 else figures


def _silence(held: Material, made: Comparison, titles: tuple[str, ...], document_id: str) -> str:
    """The text key for a document that states no support for the title itself."""
    if held.supports_kind(document_id, titles):
        return "by_title.finding_kinds"
    if any(clause["document_id"] == document_id for clause in held.naming(titles)):
        return "by_title.finding_mentioned"
    is_unread = any(cell.column == document_id and cell.mark == "not_reviewed" for cell in made.cells)
    return "by_title.finding_unread" if is_unread else "finding.absent"


def _figure(rows: TitleRows, key: str, award: Row, is_alone: bool) -> Words:
    """One support within the sentence, with what tells it from the document's others."""
    figure, row = figure_of(award), rows.short(key, award)
    is_event = rows.is_split(key, award) or not row
    if not row and not is_alone and award["form"] not in _NAMED_BY_FIGURE:
        row = event(award)
    if not row:
        return figure
    return text("by_title.figure_event" if is_event or award["form"] != "sum" else "by_title.figure", row=row, figure=figure)
