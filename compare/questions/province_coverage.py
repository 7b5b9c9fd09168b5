"""Coverage by province: of its documents, how many have figures on a measure category, mention it, have nothing on it, or were not read for it."""

from collections.abc import Iterable, Mapping

from compare.questions.coverage import legend
from compare.shared import around as said
from compare.shared.material import whole
from compare.shared.view import DOCUMENT_FILTERS, View
from loaders import news
from loaders.holdings import states_by_province
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import Cell, Chart, Comparison, Heading, Note
from model.saying import joined, label, text
from model.selection import Selection

DOCUMENTS = "documents"


def build(view: View, tables: Tables, selection: Selection) -> Comparison:
    """Rows are the provinces with a document that passes, in the order of their codes; the first column counts its documents, the others are categories.

    Of a category `low` is the number of documents with figures and `high` that of those that speak of it at all: counts of documents, no amounts.
    """
    honoured = view.honoured(selection)
    counts, states = news.by_province(tables, honoured), states_by_province(tables, honoured)
    shown = [code for code in codes("category") if not honoured.categories or code in honoured.categories]
    rows = tuple(Heading(code, said.option_label(tables, "provinces", code)) for code in counts)
    columns = (Heading(DOCUMENTS, text("province_coverage.documents")), *(Heading(code, label("category", code)) for code in shown)) if rows else ()
    cells = tuple(cell for code, count in counts.items() for cell in _row(code, count, shown, states))
    notes = [*legend(), Note("method", text("province_coverage.signs")), Note("method", text("gaps.not_a_finding"))]
    chart = Chart("tiles", "", 1, "", rows, columns, tuple(counts))
    return said.comparison(
        view, whole(tables, honoured), selection, chart, cells, notes=notes,
        finding=text("province_coverage.finding", documents=sum(counts.values()), provinces=len(counts), categories=len(shown)))


def _row(code: str, count: int, shown: Iterable[str], states: Mapping[tuple[str, str], Mapping[str, int]]) -> Iterable[Cell]:
    yield Cell(code, DOCUMENTS, "text", str(count), count, count)
    for category in shown:
        held = dict(states.get((code, category), {}))
        held["not_reviewed"] = count - sum(number for state, number in held.items() if state != "not_reviewed")  # nothing written about it counts as not read
        figures = held.get("quantified", 0)
        parts = [text("province_coverage.state", sign=text(f"coverage.sign.{state}"), count=held[state]) for state in codes("coverage_state") if held.get(state)]
        yield Cell(code, category, "text", joined("province_coverage.separator", parts), figures, figures + held.get("mentioned", 0))


VIEW = View("province_coverage", (*DOCUMENT_FILTERS, "categories"), build, is_record=True)
