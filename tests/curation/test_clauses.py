"""Every figure lies in a clause that the desk can open, however a document is numbered and whatever was dropped."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.check.curated import records
from curation.desk.clauses import clause_at, clause_spans
from curation.desk.draft import begin, drop_measure
from curation.desk.skeleton import skeleton
from curation.read.reading import Reading

# kind of numbering, text, and for each figure the clause it must open
KINDS = {
    "short article": ("第一条 奖励孵化器50万元。\n第二条 本办法自印发之日起施行。\n", {"50万元": "1"}),
    "one line": ("青屿县对新认定的国家级孵化器奖励70万元。", {"70万元": "1"}),
    "before the first number": ("设立专项资金8000万元。\n一、支持载体\n对国家级孵化器奖励50万元。\n", {"8000万元": "引言", "50万元": "一、"}),
    "annex": ("一、甲甲。\n附件\n奖励标准\n对新认定的国家级孵化器奖励55万元。\n", {"55万元": "附件"}),
    "second annex": ("一、甲甲。\n附件1\n奖励标准\n对国家级孵化器奖励35万元。\n附件2\n补助标准\n对省级孵化器补助15万元。\n", {"35万元": "附件1", "15万元": "附件2"}),
    "sections below articles": ("第一条 甲。\n第二条 支持如下：\n（一）对国家级孵化器奖励20万元；\n（二）对省级孵化器奖励10万元。\n", {"20万元": "第二条（一）", "10万元": "第二条（二）"}),
    "sections below an article that has a figure": ("第二条 对国家级孵化器奖励65万元，并：\n（一）对省级孵化器奖励12万元。\n", {"65万元": "2", "12万元": "第二条（一）"}),
    "numbers anew in each chapter": (
        "第一章 总则\n第一条 甲。\n第三章 奖励\n第一条 对国家级孵化器奖励45万元。\n第二条 对省级孵化器奖励25万元。\n", {"45万元": "第三章第一条", "25万元": "第三章第二条"}),
    "inserted article": ("第三条 甲。\n第三条之一 对国家级孵化器奖励75万元。\n第四条 乙。\n", {"75万元": "第三条之一"}),
    "wrapped line": ("第一条 甲。\n第三条 对符合本办法\n第二条规定的国家级孵化器，奖励85万元。\n第四条 乙。\n", {"85万元": "3"}),
    "heading with a figure": ("一、奖励100万元\n1.对国家级孵化器。\n二、乙乙。\n", {"100万元": "一、"}),
    "items that run through": ("一、载体\n1.对国家级孵化器奖励5万元。\n二、人才\n2.对博士奖励6万元。\n附则\n1.有效期三年。\n", {"5万元": "1", "6万元": "2"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_figure_opens_its_clause(kind: str) -> None:
    text, wanted = KINDS[kind]
    draft = begin(skeleton("qingyu-2026-1", "weihai", Path(__file__), Reading(text, "plain")), text)
    numbers = {str(row["measure_id"]): str(row["article"]) for row in records(draft.content["measures"])}
    spans = clause_spans(draft.content, text)
    assert {words: numbers[clause_at(spans, text.index(words))] for words in wanted} == wanted
    assert draft.open and all(clause_at(spans, item.start) in numbers for item in draft.open)
    assert set(wanted) <= {item.phrase for item in draft.open}


def test_a_figure_of_a_dropped_clause_lies_in_the_one_before() -> None:
    text, _ = KINDS["sections below articles"]
    draft = begin(skeleton("qingyu-2026-1", "weihai", Path(__file__), Reading(text, "plain")), text)
    names = [str(row["measure_id"]) for row in records(draft.content["measures"])]
    for name in (names[-1], names[0]):
        draft = drop_measure(draft, name)
    spans = clause_spans(draft.content, text)
    assert [clause_at(spans, item.start) for item in draft.open] == [names[2], names[2]] and clause_at(spans, 0) == names[1]


def test_two_clauses_of_one_article_have_its_stretch() -> None:
    text = "第一条 甲。\n第二条 对国家级孵化器奖励20万元。\n"
    content = {"document": {"document_id": "qingyu-2026-1"}, "measures": [{"measure_id": f"qingyu-2026-1.{key}"} for key in ("1", "2a", "2b")]}
    spans = clause_spans(content, text)
    assert spans["qingyu-2026-1.2a"] == spans["qingyu-2026-1.2b"] == (text.index("第二条"), len(text))


@given(st.text(alphabet="一二十第条章附件(）（)1.9\n 甲。万元奖", max_size=150), st.sets(st.integers(0, 6)))
def test_the_clauses_are_the_whole_text(text: str, dropped: set[int]) -> None:
    draft = begin(skeleton("qingyu-2026-1", "weihai", Path(__file__), Reading(text, "plain")), text)
    kept = [row for number, row in enumerate(draft.content["measures"]) if number not in dropped] or draft.content["measures"]
    spans = clause_spans({**draft.content, "measures": kept}, text)
    assert len(spans) == len(kept) and all(clause_at(spans, place) for place in range(len(text)))
