"""One document: what is known of it, its clauses in order, its citation and its ledger."""

import pytest

from compare.questions.documents import VIEW, chosen, facts, ledger, quotations
from loaders import queries
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered, in_words
from wording.say import say


def test_the_clauses_stand_in_the_order_of_the_document(tables: Tables, selection: Selection) -> None:
    comparison = answered(VIEW, tables, selection.having(documents=("weihai-2023-5",)))
    measures = [row for row in queries.records(tables["measures"]) if row["document_id"] == "weihai-2023-5"]
    assert [row.key for row in comparison.chart.rows] == [row["measure_id"] for row in sorted(measures, key=lambda row: row["article_order"])]
    cell = comparison.cell("weihai-2023-5.29", "figures")
    assert cell is not None and "新获批的国家级科技企业孵化器：最高100万元" in cell.words


def test_figures_stand_in_the_order_of_the_text(tables: Tables, selection: Selection) -> None:
    cell = answered(VIEW, tables, selection.having(documents=("weihai-2023-5",))).cell("weihai-2023-5.1", "figures")
    assert cell is not None
    sums = [figure.split("：")[-1] for figure in cell.words.split("；")]
    assert sums[:5] == ["1000万元", "500万元", "500万元", "500万元", "最高500万元"]
    assert sums[-1] == "最高50万元"


@pytest.mark.parametrize(("choice", "shown"), [
    ({}, "weihai-2023-5"),
    ({"documents": ("jinzhou-undated",)}, "jinzhou-undated"),
    ({"baseline": "weihai-2018-107"}, "weihai-2018-107"),
    ({"baseline": "nantong"}, "nantong-2012-26"),
    ({"cities": ("weihai",), "statuses": ("repealed",)}, "weihai-2018-107"),
    ({"cities": ("nantong",), "documents": ("weihai-2023-5",)}, ""),
])
def test_which_document_is_shown(tables: Tables, choice: dict[str, tuple[str, ...]], shown: str) -> None:
    selection = Selection(as_of=DAY, **choice)
    assert chosen(tables, selection) == shown
    assert bool(answered(VIEW, tables, selection).empty_because) == (shown == "")


def test_what_the_copy_does_not_say_is_said(tables: Tables, selection: Selection) -> None:
    known = {fact.name: fact for fact in in_words(facts(tables, "jinzhou-undated", selection), "zh")}
    assert not known["document_number"].is_known and known["document_number"].value == "文本未载"
    assert known["issuer"].value == "锦州市人民政府(推断)"
    assert known["policy_year"].value.startswith("2015(推断：")
    assert not known["status_checked_on"].is_known
    shanwei = {fact.name: fact.value for fact in in_words(facts(tables, "shanwei-2021-draft", selection), "zh")}
    assert shanwei["source_kind"] == "第三方转载"
    assert shanwei["status"] == "草案(2026年11月21日)"


def test_citations(tables: Tables) -> None:
    inline, reference = in_words(quotations(tables, "weihai-2023-5"), "zh")
    assert inline == "《威海市人民政府关于强化科技创新支撑国家创新型城市建设的实施意见》(威政发〔2023〕5号)"
    assert reference.startswith("威海市人民政府. ") and "威政发〔2023〕5号[A]. (2023-07-13)" in reference
    assert "编者拟题" in say(quotations(tables, "nantong-2012-26")[0], "zh")


@pytest.mark.parametrize("document", ["weihai-2018-107", "nantong-2012-26"])
def test_the_ledger_follows_the_text(tables: Tables, document: str) -> None:
    mentions = ledger(tables, document)
    assert len(mentions) == len(queries.figures(tables, document))
    assert [item.start for item in mentions] == sorted(item.start for item in mentions)
    assert all(item.phrase and item.role for item in mentions)
