"""Coverage by province: counts of documents against the curated states one by one, and the picture against the table."""

from collections import Counter

from charts.figure import figure
from charts.tiles import _WHOLE
from compare.registry import VIEWS
from loaders import queries
from loaders.snapshot import Tables
from model.codes import codes
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import Answer, answered

SIGNS = {"quantified": "●", "mentioned": "○", "absent": "—", "not_reviewed": "?"}


def counted(tables: Tables, selection: Selection) -> dict[tuple[str, str], Counter[str]]:
    """By hand: the state of every passing document in every category, what is missing as not read."""
    cities = queries.cities(tables)
    states = {(row["document_id"], row["category"]): row["state"] for row in queries.records(tables["coverage"])}
    found: dict[tuple[str, str], Counter[str]] = {}
    for key, document in queries.selected_documents(tables, selection).items():
        for category in codes("category"):
            province = cities[document["city_id"]]["division_code"][:2]
            found.setdefault((province, category), Counter())[states.get((key, category), "not_reviewed")] += 1
    return found


def agrees(made: Answer, expected: dict[tuple[str, str], Counter[str]]) -> None:
    shown = {(cell.row, cell.column): cell for cell in made.cells if cell.column != "documents"}
    assert shown.keys() == expected.keys()
    for place, states in expected.items():
        cell = shown[place]
        assert cell.words == "　".join(f"{SIGNS[state]}{states[state]}" for state in SIGNS if states[state])
        assert (cell.low, cell.high) == (states["quantified"], states["quantified"] + states["mentioned"])
        assert made.cell(place[0], "documents").words == str(sum(states.values()))


def test_ten_documents_of_five_provinces(all_tables: Tables) -> None:
    made = answered(VIEWS["province_coverage"], all_tables, Selection(as_of=DAY))
    agrees(made, counted(all_tables, Selection(as_of=DAY)))
    assert [row.label for row in made.chart.rows] == ["辽宁省", "江苏省", "浙江省", "山东省", "广东省"]
    assert made.cell("37", "voucher").words == "●1　○1", "the two documents of Weihai"
    assert made.cell("32", "voucher").words == "—1"


def test_many_documents_and_filters(many: Tables) -> None:
    for asked in (Selection(as_of=DAY), Selection(as_of=DAY, statuses=("draft",)), Selection(as_of=DAY, places=("county",))):
        agrees(answered(VIEWS["province_coverage"], many, asked), counted(many, asked))


def test_the_area_is_the_share_and_figures_lie_within_what_speaks_of_it(many: Tables) -> None:
    made = answered(VIEWS["province_coverage"], many, Selection(as_of=DAY))
    drawn = figure(made)
    assert drawn is not None
    ring, disc, dash = drawn.data
    assert ring.marker.symbol == "circle-open" and disc.marker.symbol == "circle" and dash.marker.symbol == "line-ew-open", "told apart without colour"
    outer = dict(zip(zip(ring.y, ring.x, strict=True), ring.marker.size, strict=True))
    for place, size in zip(zip(disc.y, disc.x, strict=True), disc.marker.size, strict=True):
        cell, total = made.cell(*place), made.cell(place[0], "documents").high
        assert abs((size / _WHOLE) ** 2 - cell.low / total) < 1e-9 and size <= outer[place] <= _WHOLE
    assert {*outer, *zip(dash.y, dash.x, strict=True)} == {(cell.row, cell.column) for cell in made.cells if cell.column != "documents"}


def test_what_is_not_here_is_a_comparison_that_can_be_exported(all_tables: Tables, many: Tables) -> None:
    for tables in (all_tables, many):
        made = answered(VIEWS["gaps"], tables, Selection(as_of=DAY, cities=("weihai",)))
        assert len(made.chart.rows) == 34 and not any(cell.value for cell in made.cells)
        assert made.finding and any("没有收录不等于" in note.text for note in made.notes)
        assert {cell.words for cell in made.cells if cell.row == "11" and cell.column != "unnamed"} == {"没有文件"} or made.cell("11", "years")
