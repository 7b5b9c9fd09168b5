"""What changed: two documents set against each other, matter by matter, with both figures and both articles."""

from collections.abc import Sequence
from itertools import groupby

from compare.shared import around as said
from compare.shared.award_matrix import cell_words, is_plain
from compare.shared.change_links import NOT_ONE_MATTER, Link, confirmed, link_verdict, pair_of, proposed
from compare.shared.clauses import sources
from compare.shared.grid import main_row
from compare.shared.material import Material
from compare.shared.view import View
from loaders.queries import Row
from loaders.snapshot import Tables
from model import money
from model.comparability import Side, compare_awards
from model.comparison import MONEY_MARKS, Cell, Chart, Comparison, Heading, Note
from model.money import WAN
from model.proposal import PROPOSAL, PROPOSED_DOCUMENT, proposed_awards
from model.saying import Words, figure_of, goal_of, joined, label, own, place_of, small, text
from model.selection import Selection

# A change of the figure itself, said as "the standard went from ... to ...".
_OF_FIGURE = ("raised", "lowered", "exact_to_ceiling", "ceiling_to_exact", "match_to_sum", "match_to_ceiling")
_IN_FINDING = 3


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are matters by topic, columns the earlier and the later document, and the reader's own proposals last.

    One note of kind `change` per row, in the order of the rows, says the change as a sentence with its reason.
    """
    honoured = view.honoured(selection)
    pair = pair_of(tables, honoured)
    if pair is None:
        return _nothing(view, tables, selection, "change.empty")
    links, remark = confirmed(tables, pair, honoured)
    links = links or proposed(tables, pair, honoured)
    links = tuple(link for link in links if _passes(link, honoured))
    if not links:
        return _nothing(view, tables, selection, "change.empty_rows")
    return _compared(view, tables, selection, pair, links, remark)


def _passes(link: Link, selection: Selection) -> bool:
    """Whether a row of the link has one of the chosen titles, and one that it has one of the chosen categories."""
    titles, categories = set(selection.designations), set(selection.categories)
    held = {title for row in link.rows for title in (row.get("designation"), *(row.get("designations_also") or ()))}
    return (not titles or bool(titles & held)) and (not categories or any(categories & set(row["categories"]) for row in link.rows))


def _compared(view: View, tables: Tables, selection: Selection, pair: tuple[Row, Row], links: tuple[Link, ...], remark: Words) -> Comparison:
    held = Material(tables, selection, {row["document_id"]: row for row in pair}, len(pair))
    columns = said.document_headings(held, selection, by_date=True)
    refs = said.document_refs(tables, held.documents, selection)
    proposals = proposed_awards(selection.proposals, [row for link in links for row in link.rows if "award_id" in row])
    shown = said.column_headings(held, selection, proposals, by_date=True)
    pairs = [_cells(link, pair, columns, selection) for link in links]
    own = [_own_cell(link, proposals, pair[1], selection) for link in links] if proposals else []
    rows = tuple(Heading(link.key, link.title, group=link.topic, note=kinds(link.changes), is_tentative=not link.changes) for link in links)
    drawn = tuple(link.key for link, (first, second) in zip(links, pairs, strict=True) if _is_drawn(link, first, second))
    notes = [Note("change", sentence(link, columns)) for link in links]
    chart = Chart("change", "cny", WAN, text("change.axis"), rows, shown, drawn)
    cells = (*(cell for both in pairs for cell in both), *(cell for cell in own if cell.words))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot,
        title=text("view.what_changed.title", earlier=refs[0].label, later=refs[1].label),
        finding=_finding(links, drawn, columns), chart=chart, cells=cells,
        notes=(*_remarks(pair, links, remark), *notes, *said.proposal_notes(shown, selection), *said.caveats(refs, selection)),
        sources=sources(tables, (row for link in links for row in link.rows)), documents=refs,
        filters=said.shown_filters(held, view, selection, chart, cells),
    )


def _nothing(view: View, tables: Tables, selection: Selection, key: str) -> Comparison:
    filters = said.filter_words(tables, view, selection)
    because = text(key, filters=joined("list.clause", filters[1:]) or text("list.no_filter"))
    return Comparison(
        view=view.name, selection=selection, snapshot=tables.snapshot, title=view.title(), finding="",
        chart=Chart("change", "cny", WAN, text("change.axis"), (), ()), cells=(), filters=filters, empty_because=because,
    )


def kinds(changes: Sequence[str]) -> Words:
    """The kinds of change in words: 由定额改为限额，标准下调."""
    labels = [label("change_kind", change) for change in changes]
    return joined("money.comma", [*labels[:1], *(small(other) for other in labels[1:])])


def sentence(link: Link, columns: Sequence[Heading]) -> Words:
    """One link in a sentence, with both figures and articles; the later document is named, never judged."""
    words = _said(link, columns)
    if not link.changes:
        return text("change.note_unconfirmed", title=link.title, said=words)
    return text("change.note", title=link.title, said=words, kinds=kinds(link.changes), reason=link.reason)


def _said(link: Link, columns: Sequence[Heading]) -> Words:
    earlier, later = (column.label for column in columns)
    before, after = (_placed(rows) for rows in (link.before, link.after))
    if not link.changes:
        missing = text("change.no_match")
        return text("change.beside", earlier=earlier, before=before or missing, later=later, after=after or missing)
    if "newly_listed" in link.changes or "not_listed" in link.changes:
        key = "change.newly" if link.after else "change.gone"
        return text(key, earlier=earlier, later=later, before=before, after=after)
    key = "change.from_to" if set(_OF_FIGURE) & set(link.changes) else "change.beside"
    return text(key, earlier=earlier, later=later, before=before, after=after)


def _placed(rows: Sequence[Row]) -> Words:
    """Figures with their articles: 200万元(二、(四)2); several rows name who gets which."""
    parts = [text("change.place", figure=_figure(row), article=place_of(str(row["article"]))) for row in rows]
    return _named(rows, parts)


def _named(rows: Sequence[Row], parts: Sequence[Words]) -> Words:
    if len(rows) > 1 and "award_id" in rows[0]:
        parts = [text("change.of", beneficiary=_who(row), figure=part) for row, part in zip(rows, parts, strict=True)]
    return joined("list.clause", parts, once=True)


def _who(row: Row) -> Words:
    name, variant = own(row, "beneficiary"), own(row, "variant")
    return text("row.variant", row=name, variant=small(variant)) if variant else name


def _figure(row: Row) -> Words:
    return goal_of(row) if "target_id" in row else figure_of(row)


def _cells(link: Link, pair: tuple[Row, Row], columns: Sequence[Heading], selection: Selection) -> tuple[Cell, Cell]:
    first, second = (_cell(link, rows, column) for rows, column in zip((link.before, link.after), columns, strict=True))
    return first, Cell(
        second.row, second.column, second.mark, second.words, second.low, second.high, second.unit, second.source_ids, link_verdict(link, pair, selection),
    )


def _own_cell(link: Link, proposals: Sequence[Row], later: Row, selection: Selection) -> Cell:
    """The reader's own proposals for the title of a link, judged against the later document; empty if there is none."""
    titles = {(row["designation"], row["recognition_level"]) for row in link.rows if "award_id" in row and is_plain(row)}
    found = [row for row in proposals if (row["designation"], row["recognition_level"]) in titles]
    if not found:
        return said.no_proposal(link.key)
    low, high = money.span(found[0])
    words = joined("list.clause", (figure_of(row) for row in found))
    valid, own = Side(main_row(list(link.after)), later) if link.after else None, Side(found[0], PROPOSED_DOCUMENT)
    judged = compare_awards(valid, own, selection.as_of)
    return Cell(link.key, PROPOSAL, money.mark_of(found[0]), words, low, high, "cny", (), judged)


def _cell(link: Link, rows: tuple[Row, ...], column: Heading) -> Cell:
    if not rows:
        missing = "change.not_in" if "not_listed" in link.changes else "change.not_yet_in"
        words = text(missing, document=column.label) if link.changes else text("change.no_match")
        return Cell(link.key, column.key, "absent" if link.changes else "text", words)
    words = _named(rows, [_cell_words(row) for row in rows])
    if "target_id" in rows[0]:
        return Cell(link.key, column.key, "text", words, source_ids=tuple(row["target_id"] for row in rows))
    if len({money.span(row) for row in rows}) > 1:  # one number could not stand for several
        return Cell(link.key, column.key, "text", words, source_ids=tuple(row["award_id"] for row in rows))
    shown = main_row(list(rows))
    low, high = money.span(shown)
    return Cell(link.key, column.key, money.mark_of(shown), words, low, high, money.unit_of(shown), tuple(row["award_id"] for row in rows))


def _cell_words(row: Row) -> Words:
    return cell_words(row) if "award_id" in row else text("change.place", figure=_figure(row), article=place_of(str(row["article"])))


def _is_drawn(link: Link, first: Cell, second: Cell) -> bool:
    """Whether both figures of a link are payments about one matter, one row each, and so may share the axis."""
    single = len(link.before) == len(link.after) == 1
    payments = all(cell.mark in MONEY_MARKS for cell in (first, second))
    compared = bool(link.changes) or (second.comparability is not None and second.comparability.code != "not_comparable")
    return single and payments and compared and not set(NOT_ONE_MATTER) & set(link.changes)


def _finding(links: Sequence[Link], drawn: Sequence[str], columns: Sequence[Heading]) -> Words:
    """The first drawn matter of the first topics, and whether the later document dropped all goals."""
    earlier, later = (column.label for column in columns)
    if not links[0].changes:
        return text("change.finding_unconfirmed", earlier=earlier, later=later)
    parts = []
    for _, group in groupby((link for link in links if link.key in drawn), key=lambda link: link.topic):
        first = next(group)
        key = "change.finding" if set(_OF_FIGURE) & set(first.changes) else "change.finding_beside"
        parts.append(text(key, title=small(first.title), said=_said(first, columns)))
    parts = parts[:_IN_FINDING]
    goals = [link for link in links if any("target_id" in row for row in link.rows)]
    if goals and all("not_listed" in link.changes for link in goals):
        parts.append(text("change.finding_targets", later=later))
    if not parts:
        return text("change.finding_only", earlier=earlier, later=later)
    return text("change.finding_row", earlier=earlier, later=later, said=joined("list.clause", parts))


def _remarks(pair: tuple[Row, Row], links: Sequence[Link], remark: Words) -> list[Note]:
    is_confirmed = bool(links[0].changes)
    keys = ["change.two_cities"] if pair[0]["city_id"] != pair[1]["city_id"] else []
    keys += ["change.method", "change.method_absent"] if is_confirmed else []
    pair_notes = [Note("pair", words) for words in ([remark] if is_confirmed else [text("change.pair_unconfirmed")]) if words]
    return pair_notes + [Note("method", text(key)) for key in (*keys, "change.choose")]


VIEW = View("what_changed", ("cities", "documents", "categories", "designations"), build, is_record=True)
