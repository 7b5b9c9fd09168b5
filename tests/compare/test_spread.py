"""The distribution and the list of a question about many documents; what of them counts as valid, and whom the own city is set against."""

from datetime import date
from statistics import median_low

from compare.registry import VIEWS
from compare.shared.listed import ON_A_PAGE
from compare.shared.material import material, pinned_id
from compare.shared.view import SIDE_BY_SIDE
from loaders import lookups, queries, spread
from loaders.snapshot import Tables
from model import money
from model.comparability import Side, compare_awards
from model.points import point
from model.selection import Selection
from model.status import is_current, status_on
from wording.answer import Answer, answered

DAY = date(2026, 11, 21)
ASKED = Selection(as_of=DAY)
VIEW = VIEWS["incubator_rewards"]


def awards_of(many: Tables, selection: Selection) -> list[dict]:
    asked = VIEW.rows(many, VIEW.honoured(VIEW.in_force(many, selection))).selection
    return queries.records(queries.awards(many, asked))


def on(line: str, awards: list[dict]) -> list[dict]:
    return [row for row in awards if ":".join(point(row)[name] for name in ("title", "recognition_level", "kind")) == line]


def test_a_strip_holds_every_figure_that_passes_and_no_other(many: Tables) -> None:
    said = answered(VIEW, many, ASKED)
    assert said.part == "spread" and said.parts == ("spread", "side", "list")
    awards = awards_of(many, ASKED)
    for row in said.chart.rows:
        expected = {(award["award_id"], *money.span(award)) for award in on(row.key, awards)}
        assert {(one.source_id, one.low, one.high) for one in said.points if one.row == row.key} == expected != set()


def test_counts_are_of_whole_documents_whatever_else_is_filtered(many: Tables) -> None:
    plain = answered(VIEW, many, ASKED)
    narrowed = answered(VIEW, many, ASKED.having(beneficiaries=("firm",)))
    for row in narrowed.chart.rows:
        for name in ("stated", "promised", "silent", "not_reviewed"):
            if plain.cell(row.key, name):
                assert plain.cell(row.key, name).words == narrowed.cell(row.key, name).words
    passing = set(queries.selected_ids(many, VIEW.in_force(many, ASKED)))
    everything = queries.records(queries.awards(many, Selection(as_of=DAY)))
    row = plain.chart.rows[0].key
    stated = {award["document_id"] for award in on(row, everything)} & passing
    assert plain.cell(row, "stated").words == str(len(stated))


def test_quartiles_are_over_directly_comparable_figures_only(many: Tables) -> None:
    documents = queries.documents(many)
    awards = awards_of(many, ASKED)
    asked = VIEW.rows(many, VIEW.honoured(VIEW.in_force(many, ASKED)))
    lines = spread.lines(many, asked, 12)
    for line, found in spread.quartiles(many, asked, lines).items():
        held = [row for row in on(line.key, awards) if point(row)["alike"] == found.alike and documents[row["document_id"]]["year_basis"] != "inferred"
                and queries.cities(many)[documents[row["document_id"]]["city_id"]]["level"] == found.place_level]
        best: dict[str, float] = {}
        for row in held:
            low, high = money.span(row)
            best[row["document_id"]] = max(best.get(row["document_id"], 0), high if high is not None else low or 0)
        assert found.count == len(best) and found.median == median_low(best.values())
        for first in held:
            for second in held:
                if first["document_id"] < second["document_id"]:
                    assert compare_awards(Side(first, documents[first["document_id"]]), Side(second, documents[second["document_id"]]), DAY).code == "direct"


def own_city(many: Tables) -> str:
    """A city whose newest valid document states a figure on the first strip."""
    key = answered(VIEW, many, ASKED).chart.rows[0].key
    for city in queries.cities(many):
        said = answered(VIEW, many, ASKED.having(baseline=city, row=key))
        if any(one.is_own and one.row == key for one in said.points):
            return city
    raise AssertionError("no city states one")


def test_the_own_figure_is_placed_among_the_comparable_ones_by_hand(many: Tables) -> None:
    key, city = answered(VIEW, many, ASKED).chart.rows[0].key, own_city(many)
    asked = ASKED.having(baseline=city, row=key)
    said: Answer = answered(VIEW, many, asked)
    own = next(one for one in said.points if one.is_own and one.row == key)
    assert own.document_id == pinned_id(many, VIEW.honoured(VIEW.in_force(many, asked))) and own.is_marked
    assert own.label in said.finding and own.words in said.finding
    assert "排名" not in said.finding and "第" not in said.finding


def test_only_what_is_valid_counts_beyond_eight_documents_unless_wanted_otherwise(many: Tables) -> None:
    documents = queries.documents(many)
    valid = [key for key, row in documents.items() if is_current(status_on(row, DAY))]
    assert SIDE_BY_SIDE < len(valid) < len(documents)
    assert answered(VIEW, many, ASKED).total == len(valid)
    assert answered(VIEW, many, ASKED.having(force="all")).total == len(documents)
    assert any(str(len(documents) - len(valid)) in note.text for note in answered(VIEW, many, ASKED).notes if note.kind == "hidden")
    few = tuple(documents)[:5]
    assert answered(VIEW, many, ASKED.having(documents=few)).total == 5, "documents that a reader names are shown whatever their status"
    assert answered(VIEWS["overview"], many, ASKED).total == len(documents)


def test_peers_of_the_own_city_stand_beside_it(many: Tables) -> None:
    cities, own = queries.cities(many), own_city(many)
    for peer, column in (("same_province", "province_zh"), ("same_level", "level")):
        held = material(VIEW, many, VIEW.in_force(many, ASKED.having(baseline=own, peers=(peer,), part="side")))
        assert held.rule == "shown.peers" and {cities[row["city_id"]][column] for row in held.documents.values()} == {cities[own][column]}
    others = [city for city in lookups.documents_by_city(many, VIEW.in_force(many, ASKED)) if city != own][:3]
    held = material(VIEW, many, VIEW.in_force(many, ASKED.having(baseline=own, peers=tuple(others), part="side")))
    assert {row["city_id"] for row in held.documents.values()} == {own, *others}


def test_the_list_is_sorted_by_the_tables_page_by_page(many: Tables) -> None:
    first, second = (answered(VIEW, many, ASKED.having(part="list", sort="-figure", page=page)) for page in (1, 2))
    awards = awards_of(many, ASKED)
    values = sorted((value for row in awards if (value := max((end for end in money.span(row) if end is not None), default=None)) is not None), reverse=True)
    drawn = [cell.value for page in (first, second) for row in page.chart.rows for cell in [page.cell(row.key, "figure")]]
    assert drawn == values[: 2 * ON_A_PAGE] and first.rows_total == len(awards)
    beyond = answered(VIEW, many, ASKED.having(part="list", page=900_000))
    assert 0 < len(beyond.chart.rows) <= ON_A_PAGE


def test_the_list_shows_the_columns_that_are_wanted_and_the_strip_that_is_chosen(many: Tables) -> None:
    key = answered(VIEW, many, ASKED).chart.rows[0].key
    said = answered(VIEW, many, ASKED.having(part="list", row=key, fields=("figure", "status", "nothing")))
    assert [column.key for column in said.chart.columns] == ["figure", "status"]
    title, level, _ = key.split(":")
    assert said.rows_total == sum(row["recognition_level"] == level and title in (row["designation"], *row["designations_also"]) for row in awards_of(many, ASKED))
    assert answered(VIEW, many, ASKED.having(part="list", fields=("nothing",))).chart.columns
