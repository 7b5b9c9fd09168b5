"""One small file of each kind at which reading once failed, from the file to the figures a curator is asked about."""

from pathlib import Path

import pytest

from curation.extract import extract
from curation.read.articles import article_at, articles
from curation.read.read_text import read
from tests.curation.read.ofd_files import ofd, text
from tests.curation.read.word_files import BY, cell, level, listed, lists, par, run, table, word

HEAD = par("苇湖市支持创新载体发展办法")
NATIONAL = "第一条 对新认定的国家级科技企业孵化器，给予200万元一次性奖励。"
CHAPTERS = """苇湖市产业发展奖励办法
第一章 总则
第一条 为促进产业发展，制定本办法。
第二章 项目奖
第一条 对年度投资排前两名的镇，分别奖励40万元、20万元。
第三章 创新奖
第一条 对新认定的国家级科技企业孵化器，给予运营单位80万元奖励。
（一）申报单位应当在本市注册满两年；
（二）在孵企业不少于十五家。
第二条 对新备案的市级众创空间，给予12万元奖励。
附件：
1.申报表
2.承诺书
"""
NUMBERED = lists(level(0, "chineseCounting", "第%1条"), level(1, "chineseCounting", "（%2）"))
AWARDS = "<tr><th>载体</th><th>级别</th><th>奖励标准</th></tr><tr><td rowspan=2>科技企业孵化器</td><td>国家级</td><td>200万元</td></tr><tr><td>省级</td><td>100万元</td></tr>"

KINDS: dict[str, tuple[str, bytes, list[tuple[str, int]]]] = {
    "tracked changes": (".docx", word(HEAD, par(run("第一条 对新认定的国家级科技企业孵化器，给予") + f"<w:del {BY}><w:r><w:delText>100万元</w:delText></w:r></w:del><w:ins {BY}>{run('200万元')}</w:ins>" + run("奖励。")),
                                      par(f"<w:ins {BY}>{run('第二条 对新认定的省级众创空间，给予30万元奖励。')}</w:ins>")), [("national", 2_000_000), ("provincial", 300_000)]),
    "content controls": (".docx", word(HEAD, f"<w:sdt><w:sdtContent>{par(NATIONAL)}</w:sdtContent></w:sdt>"), [("national", 2_000_000)]),
    "a table in a table": (".docx", word(HEAD, "<w:tbl><w:tr>" + cell("第一条 对新认定的孵化器按右表奖励：") + f"<w:tc>{table(['国家级', '50万元'], ['市级', '10万元'])}{par('')}</w:tc></w:tr></w:tbl>"), [("national", 500_000), ("municipal", 100_000)]),
    "computed numbers": (".docx", word(HEAD, listed("对新认定的科技企业孵化器给予一次性奖励："), listed("国家级，给予200万元；", 1), listed("省级，给予100万元。", 1), listed("对新备案的市级众创空间，给予10万元奖励。"), numbering=NUMBERED),
                         [("national", 2_000_000), ("provincial", 1_000_000), ("municipal", 100_000)]),
    "strict": (".docx", word(HEAD, par(NATIONAL), strict=True), [("national", 2_000_000)]),
    "spanning cells": (".html", f"<html><meta charset=utf-8><h1>苇湖市办法</h1><p>第一条 按下表给予一次性奖励：</p><table>{AWARDS}</table></html>".encode(), [("national", 2_000_000), ("provincial", 1_000_000)]),
    "hidden elements": (".html", f"<html><meta charset=utf-8><div style='display:none'>{NATIONAL.replace('200', '999')}</div><p>{NATIONAL}</p></html>".encode(), [("national", 2_000_000)]),
    "ordered list": (".html", "<html><meta charset=utf-8><ol><li>对新认定的国家级科技企业孵化器，给予200万元奖励。</li><li>对新备案的市级众创空间，给予10万元奖励。</li></ol></html>".encode(), [("national", 2_000_000), ("municipal", 100_000)]),
    "ofd": (".ofd", ofd(text(NATIONAL, size=4)), [("national", 2_000_000)]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_from_the_file_to_its_awards(tmp_path: Path, kind: str) -> None:
    suffix, data, right = KINDS[kind]
    (tmp_path / f"a{suffix}").write_bytes(data)
    words = read(tmp_path / f"a{suffix}").text
    found = extract(words)
    assert [(item.get("recognition_level"), item.get("sum_cny")) for item in found] == right
    assert all(article_at(articles(words), item.start) for item in found)


def test_computed_numbers_make_articles(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(KINDS["computed numbers"][1])
    (tmp_path / "a.html").write_bytes(KINDS["ordered list"][1])
    assert [item.number for item in articles(read(tmp_path / "a.docx").text)] == ["1", "第一条（一）", "第一条（二）", "2"]
    assert [item.number for item in articles(read(tmp_path / "a.html").text)] == ["1", "2"]


def test_where_numbers_begin_anew_each_leads_to_one_place() -> None:
    held = {item.phrase: article_at(articles(CHAPTERS), item.start) for item in extract(CHAPTERS)}
    assert {phrase: article.number for phrase, article in held.items() if article} == {"40万元": "第二章第一条", "20万元": "第二章第一条", "80万元": "第三章第一条", "12万元": "第三章第二条"}
    assert [item.number for item in articles(CHAPTERS)] == ["第一章第一条", "第二章第一条", "第三章第一条", "第三章第一条（一）", "第三章第一条（二）", "第三章第二条"]
