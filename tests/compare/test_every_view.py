"""What holds for every view, whatever is chosen: cells agree with rows, nothing is drawn that is not a figure."""

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from compare.registry import VIEWS
from loaders import queries, snapshot
from loaders.snapshot import Tables
from model.codes import code_list, codes
from model.comparison import NUMBER_MARKS, SILENT_MARKS
from model.proposal import PROPOSAL
from model.selection import EARLIEST, FIELD_NAMES, FORCE, LANGUAGES, LATEST, ORDERS, PARTS, PEERS, Selection
from tests.conftest import DAY
from wording.answer import Answer, answered

TABLES = snapshot.cached(snapshot.current())
OPTIONS = {name: values for name, values in queries.options(TABLES).items() if values}


def check(comparison: Answer) -> None:
    """The promises of a Answer."""
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
    comparison = answered(VIEWS[name], tables, Selection(as_of=DAY, lang=lang))
    check(comparison)
    assert comparison.cells and comparison.finding


@pytest.mark.parametrize("name", VIEWS)
def test_both_languages_show_the_same_figures(tables: Tables, name: str) -> None:
    zh, en = (answered(VIEWS[name], tables, Selection(as_of=DAY, lang=lang)) for lang in ("zh", "en"))
    assert [(c.row, c.column, c.mark, c.low, c.high, c.source_ids) for c in zh.cells] == [(c.row, c.column, c.mark, c.low, c.high, c.source_ids) for c in en.cells]


PROPOSALS = ("tech_incubator.national.at_most.1500000", "high_tech_enterprise.none.exact.50000", "brand_makerspace.county.exact.1")
INPUTS = ("tenants:0", "fee_small:9999999999999", "rd_before:0", "rd_after:1", "loan:1", "unheard_of:5")
ROWS = ("", "case.pledge_loan", "rate", "pool", "tech_incubator:national", "rd_gdp_share:percent:ratio:none", "no-such-row", "weihai-2023-5.29")
TEXTS = ("", "孵化器", "高企", "incubator", "()[]*\\", "创新券 市科技局", "無此詞")


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Anything that a link can hold: every field of the selection is drawn."""
    chosen = {key: tuple(draw(st.lists(st.sampled_from(values), max_size=2), label=key)) for key, values in OPTIONS.items()}
    return Selection(
        as_of=draw(st.dates(EARLIEST, LATEST)), lang=draw(st.sampled_from(LANGUAGES)), baseline=draw(st.sampled_from(("", *OPTIONS["cities"], *OPTIONS["documents"]))),
        statuses=tuple(draw(st.lists(st.sampled_from(codes("status")), max_size=2))), quantified=draw(st.booleans()), text=draw(st.sampled_from(TEXTS)),
        row=draw(st.sampled_from(ROWS)), order=draw(st.sampled_from(ORDERS)), proposals=tuple(draw(st.lists(st.sampled_from(PROPOSALS), max_size=2))),
        inputs=tuple(draw(st.lists(st.sampled_from(INPUTS), max_size=3))),
        columns=tuple(draw(st.lists(st.sampled_from(OPTIONS["documents"]), max_size=2))), part=draw(st.sampled_from(PARTS)),
        peers=tuple(draw(st.lists(st.sampled_from((*PEERS, *OPTIONS["cities"])), max_size=2))), force=draw(st.sampled_from(FORCE)),
        question=draw(st.sampled_from(("", *code_list("questions")))),
        fields=tuple(draw(st.lists(st.sampled_from(("title", "status", "nothing")), max_size=2))),
        sort=draw(st.sampled_from(("", "article_order", "-award_id", "nothing"))), page=draw(st.sampled_from((1, 2, 999_999))), **chosen,
    )


def test_every_field_of_a_selection_is_drawn() -> None:
    assert set(FIELD_NAMES) == {*OPTIONS, "as_of", "lang", "baseline", "statuses", "quantified", "text", "row", "order", "proposals", "inputs", "columns", "part", "sort", "page", "peers", "force", "fields", "question"}


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=30, deadline=None, phases=(Phase.explicit, Phase.generate), suppress_health_check=[HealthCheck.too_slow])
@given(selection=selections())
def test_any_selection(name: str, selection: Selection) -> None:
    check(answered(VIEWS[name], TABLES, selection))


@pytest.mark.parametrize("name", VIEWS)
@settings(max_examples=5, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(day=st.dates(EARLIEST, LATEST), proposal=st.sampled_from(PROPOSALS), row=st.sampled_from(ROWS))
def test_any_day_row_and_proposal_over_everything(name: str, day: date, proposal: str, row: str) -> None:
    made = answered(VIEWS[name], TABLES, Selection(as_of=day, proposals=(proposal,), row=row))
    check(made)
    has_column = any(column.key == PROPOSAL for column in made.chart.columns)
    assert has_column != any(note.text == "本页不显示拟定标准。" for note in made.notes), "a proposal is shown, or the page says that it is not"


@pytest.mark.parametrize("name", VIEWS)
def test_a_filter_that_the_view_does_not_use_changes_no_cell(tables: Tables, name: str) -> None:
    view = VIEWS[name]
    plain = answered(view, tables, Selection(as_of=DAY))
    for key, values in OPTIONS.items():
        if key not in view.uses and key not in ("cities", "documents", "years"):
            assert answered(view, tables, Selection(as_of=DAY, **{key: (values[0],)})).cells == plain.cells
