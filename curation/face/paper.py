"""What kind of paper a text is: the policy itself, a notice that prints it, a draft, or something said about a policy."""

import re
from dataclasses import dataclass, replace

from curation.face.head import Piece
from curation.face.layout import Layout
from curation.face.lines import tight
from curation.face.order import Order, read_order
from curation.face.signs import PRESS, is_appendix, is_body, is_date, is_office, is_title_like, is_version
from model.characters import unified

# Papers that speak about a policy: what they say of numbers and days belongs to the policy and not to them.
ABOUT = frozenset({"interpretation", "report", "handbook"})

_DRAFT = re.compile(r"征求意见稿|公开征求意见稿?|意见征集稿|征集意见稿|送审稿|讨论稿|审议稿|草案|修订稿草|初稿|代拟稿|草稿")
_CALL = re.compile(r"公开征求|征求.{0,60}意见|征集.{0,40}意见|听取.{0,40}意见")
_INTERPRETATION = re.compile(r"解读|图解|一图读懂|政策问答|问答|起草说明|编制说明|政策解析|答记者问|说明$|新闻发布会|政策要点|明白卡|亮点")
# An interpretation in pictures, or with the name of its column before the policy that it is about.
_STORY = re.compile(r"(?:一图(?:读懂|看懂|了解|速览)|图解|图说|漫画(?:解读|图解)|(?:政策|图文|文字|专家|视频|图片)解读[|丨:]).{6,}")
_PRINTS = re.compile(r"(?P<verb>印发|转发|批转|发布|公布|下发)(?P<inner>《.{4,80}》|.{6,80}?)(?:的通知|的公告|的通告|的决定|的函)(?:\([^()]*\))?$")
_REPEALS = re.compile(r"(?:废止|宣布失效|停止执行|失效|清理结果)")
_AMENDS = re.compile(r"(?:修改|修订|修正|调整|延长|延续|补充|继续(?:执行|实施|施行))(?P<what>.{2,80}?)(?:的通知|的决定|的公告|的补充通知|有效期)|》的?补充(?:通知|规定|意见)$")
_HANDBOOK = re.compile(r"^[【\[]?(?:政策名称|政策依据|文件依据|支持对象|申报条件|申报材料|申报流程|办理流程|咨询电话|受理部门|兑现部门|扶持对象|政策内容|支持标准|奖补标准|主管部门|责任科室|受理时间|办理时限|责任部门|申报时间)[】\]]?\s*:?")
_LINES = 12
KINDS = (
    ("notice", r"通知|公告|通告|通报|决定|批复|函|令"), ("plan", r"方案|计划|规划|纲要|要点|路线图"), ("opinion", r"意见"),
    ("measures", r"办法|细则|规定|措施|政策|举措|规则|规程|条例|指引|指南|[\d一二三四五六七八九十]条|制度"),
)


@dataclass(frozen=True)
class Paper:
    """The kind of a paper (`face.paper.<kind>`), the place that shows it, and for a notice what it prints.

    `inner` is the title of the printed document at its place in the text, or its name in the notice's own title if
    `inner_line` is -1: then it is not part of this text.
    """

    kind: str
    start: int = -1
    end: int = -1
    inner: Piece | None = None
    inner_line: int = -1
    forwarded: bool = False
    order: Order | None = None


def read_paper(held: Layout, title: Piece | None) -> Paper:
    """The kind of paper, by its title first, then by the lines of its head and the first lines of its text."""
    if order := read_order(held):
        prints = _PRINTS.search(title.plain) if title and not order.inner else None
        return replace(_with_inner(held, Paper("order", order.number.start, order.number.end), order.inner or (prints["inner"].strip("《》") if prints else "")), order=order)
    words = title.plain if title else ""
    start, end = (title.start, title.end) if title else (-1, -1)
    bare = re.sub(r"\([^()]*\)", "", words)
    if _INTERPRETATION.search(re.sub(r"《[^》]*》", "", bare)) and not _PRINTS.search(words):
        return Paper("interpretation", start, end)
    if story := next((line for line in held.lines[:_LINES] if _STORY.match(line.tight)), None):
        return Paper("interpretation", story.start, story.end)
    if press := _press(held):
        return Paper("report", *press)
    if book := _handbook(held):
        return Paper("handbook", *book)
    if _CALL.search(bare) and (_DRAFT.search(words) or bare.endswith(("公告", "通知", "通告", "函", "公示", "意见"))) and not bare.endswith(("实施意见", "若干意见")):
        return _with_inner(held, Paper("call", start, end), _called(words))
    return _printing(held, words, start, end) or _single(held, words, start, end)


def _printing(held: Layout, words: str, start: int, end: int) -> Paper | None:
    """A notice that prints or forwards another paper; one that forwards a notice names it up to its last word (转发…关于…的通知)."""
    prints = _PRINTS.search(words)
    if not prints:
        return None
    is_forwarded = prints["verb"] in ("转发", "批转")
    named = prints["inner"] + ("的通知" if is_forwarded and "关于" in prints["inner"] and not kind_of(prints["inner"]) and "《" not in prints["inner"] else "")
    if "《" not in named and not kind_of(named):
        return None
    return _with_inner(held, Paper("notice", start, end, forwarded=is_forwarded), named.strip("《》"))


def _single(held: Layout, words: str, start: int, end: int) -> Paper:
    if drafted := _drafted(held, words, start, end):
        return Paper("draft", *drafted)
    if words and words.partition("关于")[2][:8].startswith(("废止", "宣布", "停止执行", "公布废止", "公布行政")) and _REPEALS.search(words):
        return Paper("repeal", start, end)
    if words and _AMENDS.search(re.sub(r"《[^》]*》", "《甲乙》", words)):
        return Paper("amendment", start, end)
    appended = next((line for line in held.lines[: held.body][:_LINES] if is_appendix(line) or re.match(r"附件\s*\d{0,2}\s*:", line.words)), None)
    if appended and (not words or appended.start < start):
        return Paper("appendix", appended.start, appended.end)
    return Paper("policy", start, end)


def is_announcement(title: Piece) -> bool:
    """Whether a title is that of an announcement with a running number (关于发布…的公告), and not of what it prints."""
    return title.plain.partition("关于")[1] == "关于" and title.plain.endswith(("公告", "通告"))


def kind_of(words: str) -> str:
    """The kind of document that a title names last; empty if it names none of the list."""
    bare = re.sub(r"\([^()]*\)", "", unified(words))
    last = max(((match.end(), kind) for kind, pattern in KINDS for match in re.finditer(rf"(?:{pattern})", bare)), default=(0, ""))
    return last[1] if last[0] >= len(bare) - 1 else ""


def _drafted(held: Layout, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the head says that this is a draft: in the title or alone on a line beside it."""
    if _DRAFT.search(words):
        return start, end
    for line in held.lines[: held.body]:
        if re.fullmatch(rf"[(【\[]?(?:\d{{4}}年?)?[\u4e00-\u9fff]{{0,6}}?(?:{_DRAFT.pattern})[)】\]]?", line.tight):
            return line.start, line.end
    return None


def _press(held: Layout) -> tuple[int, int] | None:
    """A report of a newspaper: it says so in its first lines, or tells that somebody has issued a policy."""
    for line in held.lines[: held.body + 2]:
        if PRESS.search(line.words) and len(line.tight) < 400:
            return line.start, line.end
    for line in held.lines[held.body : held.body + 2]:
        if re.match(r"(?:近日|日前|近期|昨日|今日|\d{1,2}月\d{1,2}日),?.{0,60}(?:印发|出台|发布|公布)(?:了)?", line.tight):
            return line.start, line.end
    return None


def _handbook(held: Layout) -> tuple[int, int] | None:
    """A page of a handbook: at least three of the headings under which handbooks sum a policy up."""
    found = [line for line in held.lines[:60] if _HANDBOOK.match(line.words)]
    return (found[0].start, found[0].end) if len({_HANDBOOK.match(line.words).group().strip(":【】[] ") for line in found}) >= 3 else None  # type: ignore[union-attr]


def _called(words: str) -> str:
    cited = re.search(r"《([^》]{4,80})》", words)
    return cited[1] if cited else ""


def _with_inner(held: Layout, paper: Paper, name: str) -> Paper:
    """The title of the printed document: the lines below the notice's own text that read as its name does."""
    wanted = _core(name)
    below = range(held.body, len(held.lines)) if wanted else ()
    spans = [(first, last) for first in below for last in range(first, min(first + 4, len(held.lines))) if _core(held.lines[first].tight)]
    place = next((span for span in spans if _core(_joined(held, span)) == wanted), None) or next((span for span in spans if _is_like(held, span, wanted)), None)
    if place is None:
        return replace(paper, inner=Piece(name, paper.start, paper.end) if name else None)
    last = place[1] + (place[1] + 1 < len(held.lines) and is_version(held.lines[place[1] + 1]))
    start, end = held.lines[place[0]].start, held.lines[last].end
    return replace(paper, inner=Piece(tight(held.shown(start, end)), start, end), inner_line=place[0])


def _joined(held: Layout, span: tuple[int, int]) -> str:
    return "".join(line.tight for line in held.lines[span[0] : span[1] + 1])


def _is_like(held: Layout, span: tuple[int, int], wanted: str) -> bool:
    """A title that the notice names in short (without the place or the words 试行), on lines that are nothing else."""
    lines = held.lines[span[0] : span[1] + 1]
    if len(lines[0].tight) > 60 or any(is_body(line) or is_date(line) or is_office(line) or is_appendix(line) for line in lines):
        return False
    words = _joined(held, span)
    core = _core(words)
    about, named = core.partition("关于")[2], wanted.partition("关于")[2]
    return is_title_like(words) and len(core) > 5 and (core.endswith(wanted) or wanted.endswith(core) or (bool(named) and about == named))


def _core(words: str) -> str:
    """A title without brackets, marks, 的 and what copies write differently."""
    return re.sub(r"[的《》〈〉“”\"'·]|\([^()]*\)", "", unified(tight(words)))
