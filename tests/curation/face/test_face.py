"""What a document says of itself, on invented documents of both halves and on single hostile lines."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curation.face import read_face
from curation.face.dates import days, last_day, month_end
from curation.face.signs import split_offices
from curation.face.words import asked, lines
from tests.curation.face.measure import CORPUS, HALVES, MAIN, values

_SLACK = 2.2  # time that grows with the square of the length takes four times more
_TICK = 0.005  # below this the clock says little
BODY = "各区人民政府：\n一、对新认定的国家级孵化器奖励100万元。\n"


@pytest.mark.parametrize("half", HALVES)
def test_no_title_number_or_day_is_wrong_without_a_warning(half: str) -> None:
    assert [item for item in values(half) if item.column in MAIN and item.state == "wrong"] == []


@pytest.mark.parametrize("half", HALVES)
def test_of_what_the_documents_say_at_least_95_of_100_is_right_or_empty(half: str) -> None:
    main = [item for item in values(half) if item.column in MAIN]
    assert sum(item.state != "warned" for item in main) >= 0.95 * len(main)
    stated = [item for item in main if item.right]
    assert sum(item.state == "right" for item in stated) >= 0.9 * len(stated)


@pytest.mark.parametrize("half", HALVES)
def test_offices_kinds_and_links_are_right(half: str) -> None:
    assert [item for item in values(half) if item.column not in MAIN and item.state not in ("right", "rightly empty")] == []


@pytest.mark.parametrize("piece", ["一", "《", "《甲《乙》", "本办法有效期", "澄湖市人民政府 ", "2025年1月1日\n", "发文字号：\n", "〔2025〕", "现将印发。\n"], ids=str.strip)
def test_a_face_is_read_in_linear_time(piece: str) -> None:
    head = "关于印发《澄湖市孵化办法》的通知\n各区:\n" if piece.startswith("现将") else ""
    short, long = (_least(head + piece * (size // len(piece))) for size in (15_000, 60_000))
    assert long < 4 * _SLACK * max(short, _TICK)


def _least(text: str) -> float:
    """The least processor time of three readings: what else the machine does only adds."""
    spent = []
    for _ in range(3):
        begin = process_time()
        read_face(text)
        spent.append(process_time() - begin)
    return min(spent)


@pytest.mark.parametrize("cited", [
    "根据《东澄省人民政府关于创新的意见》（东政发〔2019〕53号），提出如下意见。",
    "为贯彻落实《东澄省关于创新的意见》\n（东政发〔2019〕53号）\n精神，提出如下意见。",
    "按照东政发〔2019〕53号文件要求，现提出如下意见。",
    "《东澄省关于创新的办法》（东政发〔2019〕53号）同时废止。",
    "政策依据：《东澄省关于创新的办法》（东政发〔2019〕53号）",
])
def test_the_number_of_a_cited_paper_is_never_the_own_one(cited: str) -> None:
    for text in (f"澄湖市关于支持孵化的意见\n{cited}\n{BODY}", f"{cited}\n{BODY}", f"澄湖市关于支持孵化的意见\n{BODY}{cited}\n"):
        face = read_face(text)
        assert face.value("document_number") == ""
        assert face.value("policy_year") == ""


@pytest.mark.parametrize("first", ["一、总体要求", "首页 > 政务公开 > 政策文件", "通知公告", "索引号：000014349/2021-00102", "各区人民政府：", "附件2", "2025年12月18日", "（此件公开发布）"])
def test_what_is_no_title_is_none(first: str) -> None:
    assert read_face(f"{first}\n坚持创新驱动，到2027年研发投入占比达到3.2%。\n二、支持载体\n奖励100万元。\n").value("title_zh") == ""


@pytest.mark.parametrize(("closing", "first", "last"), [
    ("本办法自2026年1月1日起施行，有效期至2028年12月31日。", "2026-01-01", "2028-12-31"),
    ("本办法自2026年1月1日起施行，有效期三年。", "2026-01-01", "2028-12-31"),
    ("本办法自2024年2月29日起施行，有效期1年。", "2024-02-29", "2025-02-28"),
    ("本办法自印发之日起施行，有效期5年。", "2025-12-18", "2030-12-17"),
    ("本办法自发布之日起施行，有效期5年。", "", ""),
    ("本办法自印发之日起30日后施行，有效期5年。", "", ""),
    ("本办法执行至2025年12月31日。", "", "2025-12-31"),
    ("本办法有效期自2026年1月1日至2026年12月31日。", "2026-01-01", "2026-12-31"),
    ("本办法有效期至2027年底。", "", "2027-12-31"),
    ("创新券有效期至2026年6月30日。", "", ""),
    ("本办法自2026年1月1日起施行，原《甲市办法》同时废止，有效期三年。", "2026-01-01", "2028-12-31"),
    ("本办法施行后，《甲市办法》自2027年1月1日起执行，有效期至2028年12月31日。", "", ""),
    ("本办法自2026年1月1日起施行，创新券有效期三年。", "2026-01-01", ""),
    ("《澄湖市创新券办法》自2020年1月1日起施行，有效期至2022年12月31日。", "", ""),
    ("本办法第三条自2027年1月1日起施行。", "", ""),
    ("本办法自2026年2月30日起施行。", "", ""),
])
def test_days_in_force_come_from_the_paper_itself(closing: str, first: str, last: str) -> None:
    face = read_face(f"澄湖市孵化器管理办法\n第一条 奖励100万元。\n第二条 {closing}\n澄湖市科学技术局\n2025年12月18日\n")
    assert (face.value("effective_from"), face.value("expires_on")) == (first, last)


# Policy texts that were written for the extractor, by others and before this room: title, number, issued, in force from, to.
OTHERS = {
    "sining": ("泗宁市市级科技计划项目和科技创新专项资金管理办法", "泗科发〔2021〕36号", "2021-11-15", "2022-01-01", "2026-12-31"),
    "mingshan": ("鸣山市科技创新专项资金管理暂行办法", "", "", "2022-07-01", "2027-06-30"),
    "shenghai": ("晟海市人民政府办公厅印发关于强化科技创新引领海洋经济高质量发展若干措施的通知", "晟政办发〔2019〕58号", "", "2019-10-01", "2022-12-31"),
    "cangpu": ("关于印发苍浦县知识产权与科技金融扶持办法的通知", "苍政办规〔2025〕3号", "", "2025-04-20", "2030-04-19"),
    "ruihe": ("瑞河市人民政府关于加快发展科技服务业的实施意见", "瑞政发〔2012〕41号", "2012-07-06", "2012-08-01", ""),
    "qiyuan": ("栖原市促进工业经济和科技创新高质量发展奖励办法（试行）", "栖政规〔2022〕4号", "2022-01-27", "2022-03-01", "2024-02-29"),
    "shuoyang": ("朔阳市人民政府关于实施创新驱动发展战略加快建设区域创新中心的若干政策", "朔政发〔2017〕23号", "2017-06-28", "2017-08-01", "2022-07-31"),
    "songyuan": ("松垣市人民政府办公室关于印发加快科技服务业发展若干政策的通知", "", "", "", "2026-12-31"),
    "zhuoling": ("关于加快培育新型研发机构集聚创新人才的若干意见", "", "", "", ""),
    "chenzhou": ("辰州市高层次人才创新创业贷款风险补偿资金管理暂行办法", "", "", "", "2026-12-31"),
    "dongling": ("东岭区促进制造业与科技创新融合发展若干政策", "", "", "", ""),
}


@pytest.mark.parametrize("name", OTHERS)
def test_texts_that_others_wrote_have_their_faces(name: str) -> None:
    face = read_face((CORPUS.parent / f"{name}.txt").read_text(encoding="utf-8"))
    assert tuple(face.value(column) for column in ("title_zh", "document_number", "issued_on", "effective_from", "expires_on")) == OTHERS[name]


def test_a_number_that_cannot_be_read_is_said() -> None:
    for line in ("澄政发〔2O16〕3l号", "澄政发〔2025〕  号", "澄政发〔202 〕×号"):
        face = read_face(f"{line}\n澄湖市人民政府关于支持孵化的意见\n{BODY}")
        assert face.value("document_number") == "" and [item.code for item in face.doubts] == ["number_unread"]


def test_each_value_stands_where_it_says() -> None:
    text = "澄政发〔２０２５〕３号\n\n澄湖市人民政府关于支持孵化的意见\n" + BODY + "澄湖市人民政府\n二〇二五年十二月十八日\n"
    face = read_face(text)
    cut = {item.column: text[item.start : item.end] for item in face.found}
    assert (cut["title_zh"], cut["document_number"], cut["issued_on"]) == ("澄湖市人民政府关于支持孵化的意见", "澄政发〔２０２５〕３号", "二〇二五年十二月十八日")
    assert (face.value("document_number"), face.value("issued_on")) == ("澄政发〔2025〕3号", "2025-12-18")


@pytest.mark.parametrize(("printed", "inner"), [
    ("（此件公开发布）\n澄湖市孵化器管理办法\n第一条 奖励100万元。\n", "澄湖市孵化器管理办法"),
    ("澄湖市孵化器\n管理办法\n（试行）\n第一条 奖励100万元。\n", "澄湖市孵化器管理办法（试行）"),
    ("附件\n孵化器管理办法\n第一条 奖励100万元。\n", "孵化器管理办法"),
    ("", "澄湖市孵化器管理办法"),
])
def test_a_notice_names_what_it_prints_at_its_place(printed: str, inner: str) -> None:
    text = f"澄湖市科学技术局关于印发《澄湖市孵化器管理办法》的通知\n澄科发〔2025〕3号\n各区科技局：\n现将办法印发给你们。\n澄湖市科学技术局\n2025年12月18日\n{printed}"
    paper = read_face(text).paper
    assert paper.kind == "notice" and paper.inner is not None and paper.inner.value == inner
    assert ("inner_missing" in {item.code for item in read_face(text).doubts}) == (not printed)
    assert not printed or text[paper.inner.start : paper.inner.end].replace("\n", "") == inner


def test_the_line_of_printing_is_no_date_of_issue() -> None:
    text = f"澄湖市人民政府办公室关于支持孵化的意见\n{BODY}三、本意见自印发之日起施行。\n澄湖市人民政府办公室\n2025年12月18日\n抄送：市委。\n澄湖市人民政府办公室 2025年12月22日印发\n"
    face = read_face(text)
    assert (face.value("issued_on"), face.value("effective_from")) == ("2025-12-18", "")
    assert "day_unknown" in {item.code for item in face.doubts}


def test_a_page_that_calls_the_paper_void_is_doubted() -> None:
    face = read_face(f"发文字号：澄政发〔2025〕3号\n有效性：已废止\n澄湖市人民政府关于支持孵化的意见\n{BODY}")
    assert [item.code for item in face.doubts] == ["ended"]


def test_a_face_is_said_in_both_languages() -> None:
    text = f"澄湖市人民政府关于支持孵化的意见\n澄政发〔2025〕3号\n{BODY}三、原《澄湖市孵化办法》（澄政发〔2020〕1号）同时废止。\n"
    zh, en = (lines(read_face(text), text, lang) for lang in ("zh", "en"))
    assert "发文字号：澄政发〔2025〕3号（载明，文首，第 2 行：澄政发〔2025〕3号）" in zh
    assert any(line.startswith("not stated in the text, to be filled in: Issued on") for line in en)
    assert "the text says: repeals 《澄湖市孵化办法》 澄政发〔2020〕1号" in en


def test_offices_that_issue_together_are_told_apart() -> None:
    assert split_offices("澄湖市科学技术局 澄湖市财政局") == ["澄湖市科学技术局", "澄湖市财政局"]
    assert split_offices("澄湖市科学技术局澄湖市财政局") == ["澄湖市科学技术局", "澄湖市财政局"]
    assert split_offices("中共澄湖市委 澄湖市人民政府") == ["中共澄湖市委", "澄湖市人民政府"]
    assert split_offices("关于支持孵化的意见") == []


def test_days_are_those_of_the_calendar() -> None:
    assert [day.iso for day in days("2025年2月30日、二○二五年十月三十一日、2025-1-9、2025.12.05")] == ["2025-10-31", "2025-01-09", "2025-12-05"]
    assert (month_end("2028年2月"), month_end("2027年底"), last_day("2024-02-29", 4)) == ("2028-02-29", "2027-12-31", "2028-02-28")


@given(st.lists(st.sampled_from([*"一二第条章《》（）()：:；。\n\n 　年月日〔〕号令关于印发的通知办法意见", "2025年", "12月18日", "澄湖市人民政府", "成文日期：", "有效期", "本办法自", "起施行", "附件"]), max_size=60).map("".join))
def test_any_text_has_a_face_whose_places_lie_in_it(text: str) -> None:
    for item in (*read_face(text).found, *read_face(text).doubts):
        assert -1 <= item.start <= item.end <= len(text)


def test_what_a_text_says_of_another_paper_is_not_what_it_says_of_itself() -> None:
    face = read_face(
        "澄湖市关于支持孵化载体发展的实施意见\n各县（区）人民政府，市政府各部门：\n为贯彻落实《东澄省人民政府关于建设创新平台的意见》（东政发〔2019〕53号）精神，结合我市实际，提出如下意见。\n"
        "一、对新认定的国家级科技企业孵化器，给予200万元一次性奖励。\n二、本意见自2026年1月1日起施行，有效期至2028年12月31日。\n澄湖市人民政府\n2025年12月18日\n"
    )
    assert {item.column: item.value for item in face.found} == {
        "title_zh": "澄湖市关于支持孵化载体发展的实施意见", "kind": "opinion", "is_draft": "false", "issuer_zh": "澄湖市人民政府", "issued_on": "2025-12-18", "policy_year": "2025",
        "effective_from": "2026-01-01", "expires_on": "2028-12-31",
    }
    assert face.doubts == () and face.series == ()


def test_a_text_without_a_head_has_no_title() -> None:
    face = read_face(
        "为贯彻落实《东澄省人民政府关于建设创新平台的意见》（东政发〔2019〕53号）精神，结合我市实际，提出如下意见。\n一、总体要求\n坚持创新驱动，到2027年，全社会研发经费支出占地区生产总值比重达到3.2%。\n"
        "二、支持载体建设\n对新认定的国家级科技企业孵化器，给予200万元一次性奖励。\n"
    )
    assert face.found == () and "title_zh" in asked(face)
