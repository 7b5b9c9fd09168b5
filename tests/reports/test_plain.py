"""CSV, table and sentence: the words and numbers of the cells, and nothing that a spreadsheet would run."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.comparison import NUMBER_MARKS
from model.selection import Selection
from reports.clean import clean, cleaned, guarded
from reports.content import single
from reports.plain import csv_file, html_table, markdown, sentence, tab_separated
from reports.tables import cell_words, long_table
from reports.wording import citations, sources_line
from tests.samples import comparison, hostile, mixed
from wording.answer import answered

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to read Chinese"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_cell_is_a_row_with_its_numbers() -> None:
    made = mixed()
    head, *rows = read(csv_file(single(made)))
    assert len(rows) == len(made.cells)
    low, high = head.index("下端(万元)"), head.index("上端(万元)")
    for row, one in zip(rows, made.cells, strict=True):
        shown = one.mark in ("exact", "ceiling", "floor", "range")
        assert row[low] == (f"{one.low / 10_000:g}" if shown and one.low is not None else "")
        assert row[high] == (f"{one.high / 10_000:g}" if shown and one.high is not None else "")
        assert row[head.index("内容")] == one.words


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("view", list(VIEWS))
def test_a_heading_names_one_plain_unit(tables: Tables, selection: Selection, view: str, lang: str) -> None:
    """No bracket within a bracket and none that is empty; words such as the dates of a timeline have no number."""
    made = answered(VIEWS[view], tables, selection.having(lang=lang))
    if not made.cells:
        return
    table = long_table(made)
    numbers = [at for at, column in enumerate(table.columns) if column.is_number]
    for at in numbers:
        heading = table.columns[at].heading
        assert heading.count("(") <= 1 and "()" not in heading and "≤" not in heading, heading
    for one, row in zip(made.cells, table.rows, strict=True):
        assert one.mark in NUMBER_MARKS or all(row[at] is None for at in numbers), one


def test_sums_are_in_the_unit_that_the_heading_names(tables: Tables, selection: Selection) -> None:
    """Weihai 2018 art. 二、(四)2 states 200万元 for a national incubator; the axis of that view says more than the unit."""
    table = long_table(answered(VIEWS["what_changed"], tables, selection))
    heads = [column.heading for column in table.columns]
    held = next(row for row in table.rows if "国家级科技企业孵化器" in str(row[0]))
    assert held[heads.index("上端(万元)")] == 200


def test_no_cell_starts_a_formula() -> None:
    for row in read(csv_file(single(hostile()))):
        assert not any(value.startswith(DANGEROUS) or value.lstrip().startswith(DANGEROUS[:4]) for value in row)
    for line in tab_separated(hostile()).split("\n"):
        assert not any(value.startswith(DANGEROUS) for value in line.split("\t"))


@given(st.text())
def test_guarded_text_is_the_text_with_at_most_a_mark_before_it(words: str) -> None:
    safe = guarded(words)
    assert safe in (words, f"'{words}")
    assert not safe.lstrip(" ").startswith(DANGEROUS)


@given(st.text())
def test_clean_text_can_stand_in_xml(words: str) -> None:
    from lxml import etree

    node = etree.Element("a")
    node.text = clean(words)
    assert "\n" not in node.text and "\t" not in node.text


def test_cleaning_changes_nothing_that_is_clean_and_keeps_the_cells_together() -> None:
    made = mixed()
    assert cleaned(made) is made
    dirty = cleaned(hostile())
    assert all(dirty.cell(row.key, column.key) is not None for row in dirty.chart.rows for column in dirty.chart.columns)


def test_the_sentence_names_the_clauses_of_its_own_row(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection)
    said = sentence(made)
    assert said.startswith(made.finding)
    assert "第20条" in said and "(威政发〔2023〕5号)第29条" in said and "三、(二)" not in said
    row = sentence(made, "tech_incubator:provincial")
    assert "20万元" in row and "第20条" in row and "50万元" not in row


def test_tables_for_the_clipboard_have_one_line_per_row() -> None:
    made = comparison([["exact", "absent"]], row_names=["甲|乙"])
    lines = markdown(made).split("\n")
    assert len(lines) == 3 and "甲\\|乙" in lines[2]
    rows = [line.split("\t") for line in tab_separated(made).split("\n")]
    assert [len(row) for row in rows] == [3, 3]


def test_articles_of_one_document_stand_behind_its_name_once() -> None:
    """As officials write: 《…》(威政发〔2023〕5号)第1、4、11条, in the order of the document; three in a row as a range."""
    for lang, before, after, said in (("zh", "《办法》(甲政发〔2023〕1号)", "第{}条", "第1、4、11、13至15、20、21条"), ("en", "Measures (2023-1), ", "art. {}", "arts. 1, 4, 11, 13–15, 20, 21")):
        made = comparison([["exact"]], lang)
        (one,) = made.sources
        clauses = [replace(one, row_id=str(at), article=str(at), citation=before + after.format(at)) for at in (11, 4, 1, 4, 14, 13, 15, 21, 20)]
        assert citations(replace(made, sources=tuple(clauses))) == [before + said]
        assert citations(replace(made, sources=tuple(clauses[:1]))) == [before + after.format(11)], "one article alone stays as it is"
        mixed_up = (clauses[0], replace(clauses[1], citation="乙"))
        assert citations(replace(made, sources=mixed_up)) == [clauses[0].citation, "乙"], "what is cited otherwise is not pressed under one name"


def test_the_sources_of_a_document_name_each_of_its_articles(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["what_changed"], tables, selection)
    said = sources_line(made)
    assert said.count("威政发〔2023〕5号") == 1
    named = said.split("(威政发〔2023〕5号)第")[1].split("条")[0].split("、")
    held = {number for part in named for number in range(int(part.split("至")[0]), int(part.split("至")[-1]) + 1)}
    assert held == {int(source.article) for source in made.sources if source.document_id == "weihai-2023-5"}


def test_further_clauses_of_one_document_are_cited_by_number(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(documents=("weihai-2018-107",)))
    said = sources_line(made)
    assert said.count("威政办字〔2018〕107号") == 1 and "二、(四)2" in said and "三、(二)" in said
    assert "三、(二)" not in sources_line(made, ("tech_incubator:national",))


@pytest.mark.parametrize(("words", "is_held"), [
    ("1:1", True), ("1：1", True), ("2018/5", True), ("3-4", True), ("5月1日", True), ("007", True), ("3.10", True), ("1E5", True), ("May 3", True), ("12:30", True),
    ("100", False), ("2018", False), ("0.5", False), ("3.1", False), ("5%", False), ("100万元", False), ("二、(四)2", False), ("按省拨资金1:1配套", False), ("29条", False),
])
def test_a_text_that_a_double_click_would_turn_is_held(words: str, is_held: bool) -> None:
    assert guarded(words) == (f"'{words}" if is_held else words)


def test_the_table_for_word_is_one_with_all_cells_its_title_and_sources() -> None:
    from lxml import html

    made = mixed()
    held = html.fragment_fromstring(html_table(made))
    rows = [[cell.text_content() for cell in row] for row in held.iter("tr")]
    assert [row[1:] for row in rows[1:]] == [[cell_words(made.cell(row.key, column.key), made.selection.lang) for column in made.chart.columns] for row in made.chart.rows]
    said = held.text_content()
    assert said.startswith(made.title) and sources_line(made) in said and made.snapshot in said
    dangerous = html_table(hostile())
    assert "<b>&amp;" not in dangerous and "&lt;b&gt;" in dangerous
