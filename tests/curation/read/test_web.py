"""Saved pages: what the page shows of the document and nothing else, tables and list numbers as text."""

import base64
import re

import pytest

from curation.extract import extract
from curation.read.limits import LIMITS
from curation.read.reading import ReadError, Reading
from curation.read.web import read_web

TITLE = "苇湖市支持创新载体发展办法"
FIRST = "第一条 对新认定的国家级科技企业孵化器，给予200万元一次性奖励。"
LAST = "第二条 本办法自2026年1月1日起施行，有效期三年。"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def read(data: bytes) -> Reading:
    return read_web(data, "a.html", LIMITS)


def lines(body: str, head: str = "") -> list[str]:
    return read(page(body, head)).text.splitlines()


def left(body: str, head: str = "") -> dict[str, int]:
    return {item.kind: item.count for item in read(page(body, head)).left_out}


SITE = f"""
<div class="top-bar"><a href="/">登录</a><a href="/">注册</a></div>
<div class="header"><img src="logo.png" width="20"><form><input type="text" value="请输入关键词"><button>搜索</button></form></div>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/1">政务公开</a></li><li><a href="/2">政务服务</a></li><li><a href="/3">互动交流</a></li></ul>
<div>您当前的位置： <a href="/">首页</a> &gt; <a href="/1">政务公开</a> &gt; <a href="/2">规范性文件</a></div>
<div class="main"><div class="left"><ul><li><a href="/a">市政府文件</a></li><li><a href="/b">市政府办公室文件</a></li><li><a href="/c">部门文件</a></li><li><a href="/d">政策解读</a></li></ul></div>
<div class="article">
<table class="xxgk"><tr><td>索 引 号：</td><td>11370000/2025-00123</td><td>主题分类：</td><td>科技</td></tr>
<tr><td>发文机关：</td><td>苇湖市人民政府</td><td>成文日期：</td><td>2025-12-18</td></tr>
<tr><td>发文字号：</td><td>苇政发〔2025〕12号</td><td>有效性：</td><td>有效</td></tr>
<tr><td>标　　题：</td><td colspan="3">{TITLE}</td></tr></table>
<h1>{TITLE}</h1>
<div>发布日期：2025-12-20　来源：市科技局　浏览次数：<span>128</span>　字号：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div id="zoom"><p style="text-align:center">苇政发〔2025〕12号</p><p>各县（区）人民政府：</p><p>{FIRST}</p><p>{LAST}</p><p>苇湖市人民政府</p><p>2025年12月18日</p>
<p>附件：<a href="/x.docx">申报表.docx</a></p></div>
<div class="share"><span>分享到：</span><a>微信</a><a>微博</a></div>
<p>【打印本页】 【关闭窗口】</p><p>上一篇：<a href="/p">关于召开会议的通知</a></p><p>相关解读</p>
</div></div>
<div class="foot"><p>主办：苇湖市人民政府办公室　网站标识码：3700000001　苇ICP备00000001号</p></div>
<div>版权所有：苇湖市人民政府</div><script>var award = '999万元';</script>
"""


def test_a_government_page_gives_the_document_alone() -> None:
    assert lines(SITE) == [TITLE, "苇政发〔2025〕12号", "各县（区）人民政府：", FIRST, LAST, "苇湖市人民政府", "2025年12月18日", "附件：申报表.docx"]
    assert left(SITE)["navigation"] >= 6


def test_the_particulars_of_a_page_are_fields() -> None:
    head = f"<title>{TITLE}_苇湖市人民政府</title><meta name='ArticleTitle' content='{TITLE}'><meta name='PubDate' content='2025-12-20 09:00'>"
    fields = read(page(SITE, head)).fields
    assert [("标题", TITLE), ("发布日期", "2025-12-20 09:00"), ("网页标题", f"{TITLE}_苇湖市人民政府")] == list(fields[:3])
    assert {("索引号", "11370000/2025-00123"), ("发文机关", "苇湖市人民政府"), ("成文日期", "2025-12-18"), ("发文字号", "苇政发〔2025〕12号"), ("有效性", "有效"), ("来源", "市科技局")} <= set(fields)


@pytest.mark.parametrize("particulars", [
    "<div><p>索引号：AB/2025-1</p><p>发布机构：苇湖市科技局</p><p>文 号： 苇科〔2025〕3号</p></div>",
    "<ul><li><b>索引号</b>：AB/2025-1</li><li><b>发布机构</b>：苇湖市科技局</li><li><b>文号</b>：苇科〔2025〕3号</li></ul>",
    "<table><tr><th>索引号</th><td>AB/2025-1</td></tr><tr><th>发布机构</th><td>苇湖市科技局</td></tr><tr><th>文号</th><td>苇科〔2025〕3号</td></tr></table>",
    "<div>【索引号】：AB/2025-1 【发布机构】：苇湖市科技局 【文号】：苇科〔2025〕3号</div>",
])
def test_particulars_in_other_shapes(particulars: str) -> None:
    reading = read(page(f"{particulars}<h1>{TITLE}</h1><p>{FIRST}</p>"))
    assert reading.fields == (("索引号", "AB/2025-1"), ("发布机构", "苇湖市科技局"), ("文号", "苇科〔2025〕3号"))
    assert reading.text.splitlines() == [TITLE, FIRST]


def test_a_table_of_the_document_is_no_list_of_particulars() -> None:
    table = "<table><tr><td>名称</td><td>奖励</td></tr><tr><td>国家级孵化器</td><td>200万元</td></tr><tr><td>来源</td><td>市财政</td></tr></table>"
    assert "国家级孵化器\t200万元" in lines(f"<h1>{TITLE}</h1>{table}")


@pytest.mark.parametrize("hiding", ["style='display:none'", "style='DISPLAY : NONE;'", "style='visibility:hidden'", "hidden", "class='gone'", "id='away'"])
def test_what_the_page_does_not_show_is_not_said(hiding: str) -> None:
    body = f"<div {hiding}><p>第一条 给予999万元奖励。</p></div><p>{FIRST}</p>"
    head = "<style>.a,.gone{color:red;display:none} #away{display:none} @media print{.main{display:none}}</style>"
    assert lines(body, head) == [FIRST] and left(body, head) == {"hidden": 1}


def test_a_rule_for_print_hides_nothing_on_screen() -> None:
    assert lines(f"<div class='main'><p>{FIRST}</p></div>", "<style>@media print{.main{display:none}}</style>") == [FIRST]


def test_wechat_text_that_waits_for_a_script_is_read() -> None:
    assert lines(f"<div id='js_content' style='visibility: hidden; opacity: 0;'><p>{FIRST}</p></div>") == [FIRST]


def test_struck_words_and_phonetics_are_left_out() -> None:
    body = f"<p>第一条 给予<del>100万元</del><s>150万元</s><ins>200万元</ins>奖励<ruby>劵<rt>quan</rt></ruby>。</p><p>{LAST}</p>"
    assert lines(body)[0] == "第一条 给予200万元奖励劵。" and left(body) == {"struck": 2, "ruby": 1}


@pytest.mark.parametrize(("attributes", "right"), [
    ("", ["1. 甲", "2. 乙", "3. 丙"]), ("start='4'", ["4. 甲", "5. 乙", "6. 丙"]), ("reversed", ["3. 甲", "2. 乙", "1. 丙"]), ("type='a'", ["a. 甲", "b. 乙", "c. 丙"]), ("type='I'", ["I. 甲", "II. 乙", "III. 丙"]),
    ("style='list-style-type: cjk-ideographic'", ["一、甲", "二、乙", "三、丙"]), ("style='list-style:none'", ["甲", "乙", "丙"]),
])
def test_the_numbers_of_lists_are_text(attributes: str, right: list[str]) -> None:
    assert lines(f"<ol {attributes}><li>甲</li><li>乙</li><li>丙</li></ol><p>{LAST}</p>")[:3] == right


def test_numbers_of_lists_inside_lists() -> None:
    assert lines("<ol><li>甲<ol><li>子</li><li value='5'>丑</li><li>寅</li></ol></li><li><p>乙</p></li></ol><ul><li>丙</li></ul>") == ["1. 甲", "1. 子", "5. 丑", "6. 寅", "2. 乙", "丙"]


def test_spanning_cells_are_filled() -> None:
    table = ("<table><caption>奖励标准</caption><thead><tr><th rowspan='2'>载体</th><th colspan='2'>奖励标准（万元）</th></tr><tr><th>国家级</th><th>省级</th></tr></thead>"
             "<tbody><tr><td>科技企业孵化器</td><td>200</td><td>100</td></tr><tr><td>众创空间</td><td colspan='2'>50</td></tr><tr><td colspan='3'>注：同一年度不重复奖励，已获得其他奖励的不再给予奖励。</td></tr></tbody></table>")
    assert lines(f"<p>{FIRST}</p>{table}")[1:] == [
        "奖励标准", "载体\t奖励标准（万元）\t奖励标准（万元）", "载体\t国家级\t省级", "科技企业孵化器\t200\t100", "众创空间\t50\t50", "注：同一年度不重复奖励，已获得其他奖励的不再给予奖励。",
    ]


def test_a_sentence_in_a_spanning_cell_is_said_once() -> None:
    table = f"<table><tr><td rowspan='3'>{FIRST}</td><td>市科技局</td></tr><tr><td>市财政局</td></tr><tr><td>市税务局</td></tr></table>"
    assert sum(line.count("200万元") for line in lines(table)) == 1


def test_a_page_laid_out_by_tables_gives_paragraphs() -> None:
    long = "第一条 " + "为支持创新载体发展，" * 12 + "制定本办法。"
    inner = "<table><tr><td>国家级</td><td>50万元</td></tr></table>"
    body = f"<table><tr><td width='200'><table><tr><td>栏目</td></tr></table></td><td><p>{TITLE}</p><p>{long}</p>{inner}<p>{LAST}</p></td></tr></table>"
    assert lines(body) == ["栏目", TITLE, long, "国家级\t50万元", LAST]


def test_breaks_part_lines_and_spaces_do_not() -> None:
    assert lines(f"<div>{FIRST}<br>　　{LAST}<br/><br/>苇湖市\n人民政府&nbsp;印</div>") == [FIRST, LAST, "苇湖市 人民政府 印"]


def test_links_inside_the_document_stay() -> None:
    body = f"<p>{FIRST}</p><p>附件：<a href='a.pdf'>1.申报表</a></p><p><a href='b.pdf'>2.承诺书</a></p><p><a href='/law'>详见某办法</a></p>"
    assert lines(body) == [FIRST, "附件：1.申报表", "2.承诺书", "详见某办法"]


@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "big5", "utf-16"])
def test_encodings_named_rightly_wrongly_or_not(charset: str) -> None:
    words = "第一條 給予200萬元獎勵。" if charset == "big5" else FIRST
    for named in ("<meta charset='big5'>",) if charset == "big5" else ("", "<meta charset='gb2312'>"):
        assert read(f"<html><head>{named}</head><body><p>{words}</p></body></html>".encode(charset)).text == words + "\n"


def test_a_web_archive() -> None:
    html = f"<html><head><meta http-equiv=3D'Content-Type' content=3D'text/html; charset=3Dutf-8'></head><body><p>{TITLE}</p></body></html>"
    quoted = (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--b\"\r\n\r\n----b\r\nContent-Type: text/html\r\n"
              b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + re.sub(rb"[\x80-\xff]", lambda match: b"=%02X" % match[0][0], html.encode()) + b"\r\n----b\r\nContent-Type: image/png\r\n\r\nx\r\n----b--\r\n")
    assert read(quoted).text == TITLE + "\n"
    coded = (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
             + base64.encodebytes(f"<p>{FIRST}</p>".encode("gb18030")) + b"\r\n--b--\r\n")
    assert read(coded).text == FIRST + "\n"


@pytest.mark.parametrize("body", ["", "<div id='app'></div><script>load()</script>", "<iframe src='x.html'></iframe>", "<p>  </p>"])
def test_a_page_without_text_says_how_to_save_it(body: str) -> None:
    with pytest.raises(ReadError, match="complete page"):
        read(page(body))


def test_deep_nesting_and_wild_spans() -> None:
    assert read(page("<div>" * 400 + FIRST)).text == FIRST + "\n"
    assert lines(f"<table><tr><td colspan='99999999999'>甲</td><td rowspan='-3'>乙</td></tr></table><p>{FIRST}</p>")[-1] == FIRST


def test_awards_of_a_page_are_those_of_its_table() -> None:
    table = "<table><tr><td rowspan='2'>科技企业孵化器</td><td>国家级</td><td>200万元</td></tr><tr><td>省级</td><td>100万元</td></tr></table>"
    head = "<table>"
    text = read(page(f"<p>第一条 按下表给予一次性奖励：</p>{table.replace(head, head + '<tr><th>载体</th><th>级别</th><th>奖励标准</th></tr>')}")).text
    assert [(item.get("recognition_level"), item.get("sum_cny")) for item in extract(text)] == [("national", 2_000_000), ("provincial", 1_000_000)]


@pytest.mark.parametrize("title", ["大中小企业融通发展行动方案", "收藏品市场管理办法", "关于登录注册制度改革的若干意见", "微信小程序政务服务管理办法", "搜索引擎行业支持办法", "打印设备产业发展办法", "关于推广客户端应用的通知"])
def test_titles_that_begin_like_buttons_stay(title: str) -> None:
    assert lines(f"<h3>{title}</h3><p>{FIRST}</p><p>{LAST}</p>")[0] == title


def test_short_lines_of_the_document_are_no_particulars() -> None:
    body = f"<h1>{TITLE}</h1><p>文号：苇科〔2025〕3号</p><p>第一条 奖励标准</p><p>名称：国家级孵化器</p><p>来源：市财政</p><p>{FIRST}</p>"
    assert lines(body) == [TITLE, "第一条 奖励标准", "名称：国家级孵化器", "来源：市财政", FIRST]
    assert read(page(body)).fields == (("文号", "苇科〔2025〕3号"),)


@pytest.mark.parametrize("wrapper", ["<div class='print'>{}</div>", "<div id='share-content'>{}</div>", "<div class='footer main'>{}</div>"])
def test_the_document_itself_is_no_furniture_whatever_its_box_is_called(wrapper: str) -> None:
    assert lines(wrapper.format(f"<h1>{TITLE}</h1>") + f"<p>{FIRST}</p>") == [TITLE, FIRST]
    assert lines(wrapper.format(f"<p>{FIRST}</p>") + f"<p>{LAST}</p>") == [FIRST, LAST]


@pytest.mark.parametrize(("words", "shown"), [
    ("每10<sup>4</sup>元", "每10⁴元"), ("给予50<sup><a href='#n'>1</a></sup>万元", "给予50¹万元"), ("按m<sup>2</sup>计", "按m2计"), ("给予50万元<sup>[1]</sup>。", "给予50万元[1]。"),
])
def test_a_raised_figure_does_not_grow_onto_the_number_before_it(words: str, shown: str) -> None:
    assert lines(f"<p>第一条 {words}</p><p>{LAST}</p>")[0] == f"第一条 {shown}"
