"""Departments by function against what the documents name."""

from compare.questions.responsibilities import UNMAPPED, VIEW, department_name, function_of
from loaders import queries
from loaders.snapshot import Tables
from model.codes import codes, read_csv
from model.selection import Selection
from wording.answer import answered


def test_every_department_of_the_documents_has_a_function(tables: Tables) -> None:
    named = {name for row in queries.records(tables["measures"]) for name in (*row["lead_departments"], *row["departments"])}
    assert not [name for name in named if function_of(name) == UNMAPPED], "add the names to data/codebook/departments.csv"


def test_the_list_of_departments_is_sound() -> None:
    rows = read_csv("departments")
    assert len({row["name"] for row in rows}) == len(rows)
    assert {row["function"] for row in rows} <= set(codes("department_function"))
    assert all(row["en"] for row in rows)
    assert function_of("市科技局") == function_of("市科学技术局") == "science_technology"
    assert function_of("市市场监督管理局") == function_of("市工商局") == "market_regulation"
    assert function_of("天上局") == UNMAPPED
    assert department_name("天上局") == "天上局"


def test_who_leads_in_weihai_2018(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    finance = comparison.cell("fintech:financial_supervision", "weihai-2018-107")
    science = comparison.cell("rnd:science_technology", "weihai-2018-107")
    assert finance is not None and science is not None
    assert finance.words == "市金融办(牵头)：二、(一)5；人民银行：二、(一)5；银监分局：二、(一)5"
    assert science.words == "市科技局(牵头)：二、(一)1；市科技局：二、(四)1"


def test_to_be_named_first_is_not_to_lead(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    assert not [cell for cell in comparison.cells if cell.column == "weihai-2023-5" and "牵头" in cell.words]
    assert "威海2023只列责任单位，未写明牵头" in comparison.finding
    assert "锦州2015(推断)所显示的条款未列责任单位" in comparison.finding


def test_each_clause_and_department_stands_once(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection)
    for document in queries.documents(tables):
        shown = [row_id for cell in comparison.cells if cell.column == document for row_id in cell.source_ids]
        for row in queries.records(tables["measures"]):
            if row["document_id"] == document:
                functions = {function_of(name) for name in (*row["lead_departments"], *row["departments"])}
                assert shown.count(row["measure_id"]) == len(functions), row["measure_id"]


def test_a_chosen_category_lists_clauses_under_it(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection.having(categories=("platform",)))
    assert {row.key.split(":")[0] for row in comparison.chart.rows} == {"platform"}
    science = comparison.cell("platform:science_technology", "weihai-2023-5")
    assert science is not None and science.words == "市科技局：第1、2、3、4、11、28、31条"


def test_two_names_of_one_bureau_are_one_entry_in_english(tables: Tables, selection: Selection) -> None:
    """Shanwei writes 市卫健局 and the like; a cell names each bureau once as leading and once as taking part."""
    for cell in answered(VIEW, tables, selection.having(lang="en")).cells:
        if cell.mark == "text":
            names = [part.rsplit(": ", 1)[0] for part in cell.words.split("; ")]
            assert len(names) == len(set(names)), cell.words


def test_the_sentence_over_many_documents_says_who_names_leaders_and_not_all_of_them(all_tables: Tables, selection: Selection) -> None:
    """Ten documents, eight side by side: no list of bureaus for each."""
    every = selection.having(force="all", columns=tuple(queries.documents(all_tables)))
    zh, en = (answered(VIEW, all_tables, every.having(lang=lang)).finding for lang in ("zh", "en"))
    assert len(zh) <= 260 and len(en) <= 620
