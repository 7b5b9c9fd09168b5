"""Pages printed to PDF by a browser read as the pages themselves do."""

from pathlib import Path
from typing import Any

import pytest

from curation.extract import extract
from curation.read.articles import articles
from curation.read.layout import text_of
from curation.read.limits import LIMITS
from curation.read.pdf import pdf_pages
from curation.read.read_text import read
from model.characters import as_read

pytestmark = pytest.mark.browser
STYLE = ("<style>@page{size:A4;margin:37mm 26mm 35mm 28mm;@top-left{content:'苇湖市人民政府公报'}@bottom-center{content:'— ' counter(page) ' —'}}"
         "body{font-family:'Noto Sans CJK SC';font-size:16pt;line-height:29pt}p{text-indent:2em;margin:0}h1{font-size:22pt;text-align:center}td,th{border:1px solid black}</style>")
POLICY = """苇湖市人民政府办公室关于印发支持创新载体高质量发展若干措施的通知
各县（区）人民政府，市政府各部门、各有关单位：
一、支持载体建设。对新认定的国家级科技企业孵化器，由市财政给予运营单位200万元一次性奖励；对新认定的省级科技企业孵化器，给予运营单位100万元一次性奖励；对新备案的市级众创空间，给予运营单位10万元一次性奖励。
二、支持在孵企业。在孵企业毕业后在本市行政区域内生产经营并首次升规入统的，每户给予孵化器5万元奖励，每家孵化器每年最高不超过50万元。
三、发放创新券。对科技型中小企业购买检验检测、研发设计等科技服务，按照实际支付金额的30%给予补助，每户企业每年最高不超过20万元。
四、加大研发投入。到2027年，全社会研发经费支出占地区生产总值比重达到3.2%，高新技术企业达到800家，技术合同成交额达到120亿元。
五、支持人才引进。对符合条件的高层次人才，给予不超过150万元安家补助；对入选国家级人才工程的个人，每人给予30万元奖励。
六、本措施自2026年1月1日起施行，有效期3年，由市科技局、市财政局负责解释。""".splitlines()


def printed(browser: Any, place: Path, body: str) -> str:
    make(browser, place, body)
    return read(place).text


def make(browser: Any, place: Path, body: str) -> None:
    page = browser.new_page()
    page.set_content(f"<html><head><meta charset='utf-8'>{STYLE}</head><body>{body}</body></html>")
    page.pdf(path=str(place), prefer_css_page_size=True)
    page.close()


def test_a_printed_policy_reads_as_its_text(browser: Any, tmp_path: Path) -> None:
    body = f"<h1>{POLICY[0]}</h1>" + "".join(f"<p>{line}</p>" for line in POLICY[1:])
    text = printed(browser, tmp_path / "a.pdf", f"<div style='font-size:20pt;line-height:40pt'>{body}</div>")  # two pages
    plain = "\n".join(POLICY) + "\n"
    assert as_read(text) == as_read(plain)
    assert [item.number for item in articles(text)] == [f"{number}、" for number in "一二三四五六"]
    assert [item.columns for item in extract(text)] == [item.columns for item in extract(plain)]


def test_every_common_character_comes_back(browser: Any, tmp_path: Path) -> None:
    common = [bytes((high, low)).decode("gb2312") for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF if high < 0xD7 else 0xFA)]
    rows = ["".join(common[place : place + 20]) for place in range(0, len(common), 20)]
    make(browser, tmp_path / "a.pdf", "".join(f"<div>{row}</div>" for row in rows))
    pages, _, _ = pdf_pages((tmp_path / "a.pdf").read_bytes(), "a.pdf", LIMITS)  # a list of characters is no prose
    text, _, _ = text_of(pages, "a.pdf", LIMITS)
    assert as_read("".join(text.split())) == as_read("".join(rows))


def test_a_table_over_two_pages(browser: Any, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td rowspan=2>第{place}类载体</td><td>国家级</td><td>{200 + place}万元</td></tr><tr><td>省级</td><td>{100 + place}万元</td></tr>" for place in range(12))
    text = printed(browser, tmp_path / "a.pdf", f"<p>第一条 按下表给予一次性奖励：</p><table><thead><tr><th>载体</th><th>级别</th><th>奖励标准</th></tr></thead>{rows}</table><p>第二条 本办法自印发之日起施行。</p>")
    sums = [item.get("sum_cny") for item in extract(text)]
    assert sums == [amount * 10_000 for place in range(12) for amount in (200 + place, 100 + place)]
    assert [item.number for item in articles(text)] == ["1", "2"]
