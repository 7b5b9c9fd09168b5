"""The text in segments loses nothing, and a clause is quoted as its sentence."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from compare.shared.reading import clause_words, excerpt, roles, rows_of_measure, segments
from loaders import queries
from loaders.document_library import DocumentText, Place, document_text
from loaders.lookups import measure_of
from loaders.snapshot import Tables

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8), st.sampled_from(["award", "target", "date"]), st.sampled_from(["", "r.1", "r.2"])), max_size=12)


@given(st.text(min_size=70, max_size=80), SPANS)
def test_segments_together_are_the_text_whatever_overlaps(words: str, spans: list[tuple[int, int, str, str]]) -> None:
    places = tuple(sorted((Place(start, start + length, role, row) for start, length, role, row in spans), key=lambda place: (place.start, place.end)))
    parts = segments(DocumentText("d", words, places, (), True))
    assert "".join(part.words for part in parts) == words
    assert all(bool(part.role) == bool(part.key) for part in parts)
    shown = {row for part in parts for row in part.rows}
    assert shown == {place.row_id for place in places if place.row_id}


def test_two_rows_on_one_figure_are_one_segment_and_an_award_wins() -> None:
    held = DocumentText("d", "给予100万元奖励", (Place(2, 7, "date", ""), Place(2, 7, "award", "a"), Place(2, 7, "award", "b")), (), True)
    (figure,) = [part for part in segments(held) if part.role]
    assert (figure.words, figure.role, figure.rows, figure.key) == ("100万元", "award", ("a", "b"), "a")
    assert roles(held) == ("award", "date")


def test_a_clause_is_quoted_as_its_sentence(tables: Tables, sources: Path) -> None:
    held = document_text(tables, "weihai-2023-5", sources)
    assert held is not None
    quoted = clause_words(held, "weihai-2023-5.29.a1")
    assert "100万元" in quoted and len(quoted) <= 200 and "\n" not in quoted
    assert clause_words(held, "nobody") == ""


def test_an_excerpt_holds_its_figure_and_moves_the_places(tables: Tables, sources: Path) -> None:
    for document_id in queries.documents(tables):
        held = document_text(tables, document_id, sources)
        assert held is not None
        for place in held.places[::7]:
            if place.row_id:
                part = excerpt(held, (place.row_id,))
                moved = next(item for item in part.places if item.row_id == place.row_id)
                assert part.text[moved.start : moved.end] == held.text[next(p for p in held.places if p.row_id == place.row_id).start :][: moved.end - moved.start]
                assert len(part.text) < 2500
        assert excerpt(held, ("nobody",)).text == ""


def test_rows_and_measures_know_each_other(tables: Tables) -> None:
    assert measure_of(tables, "weihai-2023-5.29.a1") == measure_of(tables, "weihai-2023-5.29") == "weihai-2023-5.29"
    assert measure_of(tables, "nobody") == ""
    assert "weihai-2023-5.29.a1" in rows_of_measure(tables, "weihai-2023-5.29")
