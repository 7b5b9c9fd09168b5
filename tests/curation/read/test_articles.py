"""Articles are found where the document numbers them, under the ids that the curated files use."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.check import curated
from curation.check.evidence import own_text
from curation.check.frames import document_files
from curation.extract import extract
from curation.read.articles import article_at, articles
from tests.curation.extract.corpus import CORPUS

TEXT = "标题\n一、总体要求\n坚持创新。\n二、支持措施\n(一)培育主体。支持企业发展壮大，由各部门按职责分工组织实施，具体办法另行制定，每年向市政府报告一次落实情况。\n1.奖励孵化器。给予100万元。\n2.补助企业。\n（二）引进人才。\n"


def test_numbers_and_keys_of_compound_places() -> None:
    assert [(item.number, item.key) for item in articles(TEXT)] == [
        ("一、", "1"), ("二、(一)", "2-1"), ("二、(一)1", "2-1-1"), ("二、(一)2", "2-1-2"), ("二、(二)", "2-2"),
    ]
    assert articles(TEXT)[2].title == "奖励孵化器"
    found = article_at(articles(TEXT), TEXT.index("100万元"))
    assert found is not None and found.number == "二、(一)1"
    assert article_at(articles(TEXT), 0) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第一条 为了。\n第十二条 奖励。\n第一百零三条 附则。\n", ["1", "12", "103"]),
        ("一、甲\n1.子。\n2.丑。\n二、乙\n3.寅。\n4.卯。\n", ["1", "2", "3", "4"]),
        ("一、甲\n1.子。\n2.丑。\n二、乙\n1.寅。\n", ["一、1", "一、2", "二、1"]),
        ("没有编号的文件。", ["1"]), ("", ["1"]), ("1.5亿元的资金\n", ["1"]),
        ("十一、甲甲\n二十、乙乙\n二十三、丙丙\n", ["十一、", "二十、", "二十三、"]),
    ],
)
def test_kinds_of_numbering(text: str, numbers: list[str]) -> None:
    assert [item.number for item in articles(text)] == numbers


@given(st.text(alphabet="一二十百、第条(）（)1.9\n 甲。", max_size=120))
def test_articles_are_in_order_and_inside_the_text(text: str) -> None:
    found = articles(text)
    assert found and all(0 <= item.start <= item.end <= len(text) for item in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_keys_never_clash() -> None:
    one_section = "一、目标\n目标很多。\n二、措施\n1.甲甲。\n2.乙乙。\n3.丙丙。\n三、附则\n施行。\n"
    assert [item.key for item in articles(one_section)] == ["1", "2-1", "2-2", "2-3", "3"]
    running = "一、目标\n目标很多。\n二、甲\n1.甲甲。\n三、乙\n2.乙乙。\n3.丙丙。\n四、附则\n施行。\n"
    assert [item.key for item in articles(running)] == ["0-1", "1", "2", "3", "0-4"]
    twice = "一、甲\n甲甲。\n附件\n一、乙\n乙乙。\n"
    assert [item.key for item in articles(twice)] == ["1", "annex-1"]


def test_nearly_every_measure_is_an_article_that_is_found(sources: Path) -> None:
    for path in document_files():
        held = curated.read(path)
        keys = {f"{path.stem}.{item.key}" for item in articles(own_text(held))}
        missing = [row["measure_id"] for row in held["measures"] if row["measure_id"] not in keys]
        assert len(missing) <= 1, f"{path.stem}: {missing}"


def numbers(text: str) -> list[str]:
    return [item.number for item in articles(text)]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("第一条 对下列单位给予支持：\n（一）国家级，给予20万元；\n（二）省级，给予10万元。\n第二条 甲。\n", ["1", "第一条（一）", "第一条（二）", "2"]),
        ("第一章 总则\n第一条 甲。\n第二章 奖励\n第一条 乙。\n第二条 丙。\n", ["第一章第一条", "第二章第一条", "第二章第二条"]),
        ("第一章 总则\n第一条 甲。\n第二章 奖励\n第二条 乙。\n", ["1", "2"]),
        ("第三条 甲。\n第三条之一 乙。\n第四条 丙。\n", ["3", "第三条之一", "4"]),
        ("第一条 甲。\n第二条 符合本办法\n第一条规定的单位，另给予5万元。\n", ["1", "2"]),
        ("第一条 甲。\n第二条 对符合本办法规定条件的科技企业孵化器，依照\n第一条第二款执行，另给予5万元。\n", ["1", "2"]),
        ("第 一 条　甲。\n第１２条 乙。\n", ["1", "12"]),
        ("⼀、甲甲。\n⼆、乙乙。\n", ["一、", "二、"]),
        ("第\u200b一条 甲。\n\ufeff第二条 乙。\n", ["1", "2"]),
        ("㈠ 甲甲。\n㈡ 乙乙。\n", ["(一)", "(二)"]),
        ("目录\n第一条 总则……………1\n第二条 奖励……………2\n第一条 甲。\n第二条 乙。\n", ["1", "2"]),
        ("到2027年高新技术企业达到800家。\n一、甲甲。\n", ["引言", "一、"]),
        ("一、甲甲。\n附件：1.申报表\n2.承诺书\n某市人民政府\n", ["一、"]),
        ("一、甲甲。\n附件1\n奖励标准\n国家级\t20万元\n附件2\n申报表\n", ["一、", "附件1 "]),
    ],
)
def test_the_number_leads_to_one_place(text: str, right: list[str]) -> None:
    assert numbers(text) == [number.strip() for number in right]


@pytest.mark.parametrize("head", ["奖励100万元。\n一、甲甲。\n", "第一条 对孵化器奖励100万元。\n（一）有场地；\n（二）有团队。\n", "一、奖励100万元\n1.甲。\n", "一、甲。\n附件\n国家级100万元\n", "第一章 奖励100万元\n第一条 甲。\n"])
def test_every_figure_lies_in_an_article(head: str) -> None:
    assert article_at(articles(head), head.index("100万元")) is not None


def test_a_title_keeps_the_characters_of_the_text() -> None:
    assert articles("一、乾州⼈才奖。甲。\n")[0].title == "乾州⼈才奖"


def test_closing_articles_count_anew_behind_items_that_run_through() -> None:
    text = "云川市若干措施\n一、研发\n1.给予企业补助10万元。\n2.给予平台补助20万元。\n二、人才\n3.给予人才补助5万元。\n附  则\n1．有效期到2030年12月31日。\n2．由市科技局解释。\n"
    assert [(article.number, article.key) for article in articles(text)] == [("1", "1"), ("2", "2"), ("3", "3"), ("附则1", "closing-1"), ("附则2", "closing-2")]
    running = "第一条 给予补助10万元。\n附则\n第二条 本办法自2030年1月1日起施行。\n"
    assert [article.key for article in articles(running)] == ["1", "2"]


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt"))[::4], ids=lambda path: path.stem)
def test_every_candidate_lies_in_a_clause_that_can_be_opened(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = articles(text)
    assert [item.phrase for item in extract(text) if article_at(found, item.start) is None] == []
