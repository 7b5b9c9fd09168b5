"""What holds for every view, whatever is chosen: cells agree with rows, nothing is drawn that is not a figure."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from compare.registry import VIEWS
from loaders import queries, snapshot
from loaders.snapshot import Tables
from model.codes import codes
from model.comparison import NUMBER_MARKS, SILENT_MARKS, Comparison
from model.selection import Selection
from tests.conftest import DAY

TABLES = snapshot.cached(snapshot.current())
OPTIONS = {name: values for name, values in queries.options(TABLES).items() if values}


def check(comparison: Comparison) -> None:
    """The promises of a Comparison."""
    chart = comparison.chart
    rows, columns = ({heading.key for heading in headings} for headings in (chart.rows, chart.columns))
    assert len(rows) == len(chart.rows) and len(columns) == len(chart.columns), "headings have one key each"
    assert bool(comparison.empty_because) == (not comparison.cells)
    assert comparison.title and comparison.snapshot and comparison.filters
    assert set(chart.drawn) <= rows
    places = [(cell.row, cell.column) for cell in comparison.cells]
    assert len(places) == len(set(places)), "one cell per place"
    known = {source.row_id for source in comparison.sources}
    for cell in comparison.cells:
        assert cell.row in rows and cell.column in columns
        assert cell.mark in codes("mark")
        assert set(cell.source_ids) <= known, f"{cell.row} {cell.column}: a figure without its clause"
        if cell.mark in SILENT_MARKS:
            assert cell.low is None and cell.high is None
        elif cell.mark in NUMBER_MARKS:
            assert cell.value is not None and cell.unit
        assert cell.low is None or cell.high is None or cell.low <= cell.high
    documents = {document.document_id for document in comparison.documents}
    assert {source.document_id for source in comparison.sources} <= documents


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_everything_chosen(tables: Tables, name: str, lang: str) -> None:
    comparison = VIEWS[name].build(tables, Selection(as_of=DAY, lang=lang))
    check(comparison)
    assert comparison.cells and comparison.finding


@pytest.mark.parametrize("name", VIEWS)
def test_both_languages_show_the_same_figures(tables: Tables, name: str) -> None:
    zh, en = (VIEWS[name].build(tables, Selection(as_of=DAY, lang=lang)) for lang in ("zh", "en"))
    assert [(c.row, c.column, c.mark, c.low, c.high, c.source_ids) for c in zh.cells] == [(c.row, c.column, c.mark, c.low, c.high, c.source_ids) for c in en.cells]


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=20, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_selection(name: str, data: st.DataObject) -> None:
    chosen = {key: tuple(data.draw(st.lists(st.sampled_from(values), max_size=2), label=key)) for key, values in OPTIONS.items()}
    selection = Selection(
        as_of=DAY, lang=data.draw(st.sampled_from(("zh", "en"))), baseline=data.draw(st.sampled_from(("", *OPTIONS["documents"]))),
        statuses=tuple(data.draw(st.lists(st.sampled_from(codes("status")), max_size=2))), **chosen,
    )
    check(VIEWS[name].build(TABLES, selection))


@pytest.mark.parametrize("name", VIEWS)
def test_a_filter_that_the_view_does_not_use_changes_no_cell(tables: Tables, name: str) -> None:
    view = VIEWS[name]
    plain = view.build(tables, Selection(as_of=DAY))
    for key, values in OPTIONS.items():
        if key not in view.uses and key not in ("cities", "documents", "years"):
            assert view.build(tables, Selection(as_of=DAY, **{key: (values[0],)})).cells == plain.cells
