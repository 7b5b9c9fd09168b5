"""The closing articles: from when to when a paper says of itself that it holds.

Only a sentence whose subject is the paper itself counts (本办法, 本意见, 本通知). A cited paper, a voucher, a certificate
or a single article has dates of its own.
"""

import re
from dataclasses import dataclass

from curation.face.dates import DAY, days, last_day, month_end, number
from curation.face.found import Doubt, Found, doubt
from curation.face.layout import Layout

_SELF = r"(?:本|该|此)(?:实施|暂行|管理|若干|政策|专项|行动|工作|扶持|奖励|试行|补充|操作|行政)*(?:意见|办法|措施|政策|细则|规定|方案|通知|文件|规范性文件|计划|规划|条例|规则|指引|公告|决定|政策措施|规程|章程|指南|指导意见)"
_OWN = re.compile(_SELF)
# 自…起施行 without a subject or with 以上政策, right behind the number of an article or the sentence before.
_UNSAID = re.compile(r"\s*(?:(?:第[一二三四五六七八九十百\d]{1,5}条|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])\s*)?(?:(?:以上|上述)(?:各项)?(?:政策|措施|举措|条款))?(?=自[^,。]{4,24}起[^,。]{0,4}(?:施行|实施|执行))")
_SENTENCE = re.compile(r"[^。]{4,400}[。]?")
_FROM_DAY = re.compile(rf"自?\s*(?P<day>{DAY})\s*起\s*(?:正式|开始|试)?\s*(?:施行|实施|执行|生效|试行|实行)")
_FROM_ISSUE = re.compile(r"(?:自|从)?\s*(?P<event>印发|发布|公布|颁布|发文|下发|签发|公开发布|正式发布|印发实施)\s*之?日\s*(?:起|开始)?\s*(?P<delay>(?:满|后)?\s*[\d一二三四五六七八九十]{1,3}\s*(?:日|天|个工作日|个月)\s*(?:后|之后|起)?)?\s*(?:起)?\s*(?:正式|开始|试)?\s*(?:施行|实施|执行|生效|试行|实行)")
_TERM = r"(?:有效期限?|试行期限?|实施期限?|执行期限?|施行期限?|政策有效期|政策期限|执行期|试行期)"
_TERM_FIRST = re.compile(rf"\s*(?={_TERM})")
_UNTIL = re.compile(rf"(?:{_TERM}\s*(?:为|:)?\s*(?:暂定)?(?:至|到|截至|截止至?|延续至|延长至)|(?:执行|实施|施行|试行|有效)(?:截止)?(?:至|到))\s*(?P<day>{DAY}|(?:19|20)\d\d\s*年(?:\s*\d{{1,2}}\s*月|\s*[底末]))|至\s*(?P<stop>{DAY})\s*止")
_SPAN = re.compile(rf"{_TERM}[^,;。]{{0,6}}?(?:自|从|为)?\s*(?P<first>{DAY})\s*(?:起)?\s*(?:至|到|-|—|~|–)\s*(?P<last>{DAY})")
_YEARS = re.compile(rf"(?:{_TERM}\s*(?:为|:|是)?\s*(?:暂定)?(?:为)?|暂定|试行|有效)\s*(?P<years>[一二两三四五六七八九十]|\d{{1,2}})\s*年(?![度底末级前内来]|\s*\d|以)")
# What has a validity of its own inside a policy.
_OTHERS = re.compile(r"创新券|服务券|消费券|证书|资格|称号|认定(?:后|结果)?(?:的)?有效期|合同|协议|许可|高新技术企业(?:资格)?(?:的)?有效期|专利|备案有效期|名单|贷款|入库|有效期内|有效期满|有效期届满|到期")
_ARTICLE = re.compile(r"^\s*第[一二三四五六七八九十百\d]{1,5}条")
# Clauses that name another paper and leave the subject as it is.
_ASIDE = re.compile(r"废止|失效|停止执行|为准|根据|按照|依照|依据|贯彻|落实|通过|同意")
_PART = re.compile(r"第[一二三四五六七八九十百\d]{1,4}[条款项章][^,。]{0,20}自")


@dataclass(frozen=True)
class Closing:
    """The first and last day in force as far as the text gives days, and what it leaves to the curator."""

    found: tuple[Found, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class _Said:
    """One statement of the text: a day, or an event and a term that need another day."""

    kind: str
    value: str
    start: int
    end: int


def read_closing(held: Layout, issued: str, published: str, printed: str = "") -> Closing:
    """Days in force; a term of years and “from the day of issue” become days only where the day they count from is stated."""
    said: list[_Said] = []
    for match in (found for start, end in held.paragraphs for found in _SENTENCE.finditer(held.plain, start, end)):
        said += _statements(match, bool(said) and match.start() - said[-1].end < 40)
    begin, begin_doubts = _begin(said, issued, published, printed)
    end, end_doubts = _end(said, begin)
    return Closing(tuple(filter(None, (begin, end))), (*begin_doubts, *end_doubts))


def _statements(sentence: re.Match[str], follows: bool) -> list[_Said]:
    """What one sentence says of the paper's own days; `follows` if the sentence before it said some.

    Cited titles are blanked, so that offsets stay.
    """
    words = re.sub(r"《[^》]*》", lambda cited: "《" + "□" * (len(cited.group()) - 2) + "》", sentence.group())
    own = _OWN.search(words) or _UNSAID.match(words) or (_TERM_FIRST.match(words) if follows else None)
    if not own or _PART.search(_ARTICLE.sub("", words)):
        return []
    base, found = sentence.start(), []
    if span := _SPAN.search(words, own.start()):
        found += [_said("from", days(span["first"])[0].iso, span, base), _said("until", days(span["last"])[0].iso, span, base)] if days(span["first"]) and days(span["last"]) else []
        return found
    for kind, pattern in (("from", _FROM_DAY), ("event", _FROM_ISSUE), ("until", _UNTIL), ("years", _YEARS)):
        for match in pattern.finditer(words, own.start()):
            if not _of_another(words, own.start(), match.start()):
                found.append(_said(kind, _value(kind, match), match, base))
                break
    return [item for item in found if item.value]


def _of_another(words: str, own: int, start: int) -> bool:
    """Whether between the paper's own name and the statement something else became its subject."""
    said_last = max((match.end() for match in _OWN.finditer(words, own, start)), default=own)
    clauses = re.split(r"[,;]", words[said_last:start])
    if any(("《" in clause or re.search(r"券|证书", clause)) and not _ASIDE.search(clause) for clause in clauses[:-1]):
        return True
    clause = clauses[-1]
    return bool(_OTHERS.search(clause) or _OTHERS.search(words[start : start + 8])) or "《" in clause or bool(re.search(r"原|另行|旧", clause))


def _value(kind: str, match: re.Match[str]) -> str:
    if kind in ("from", "until"):
        named = match["day"] or match["stop"]
        found = days(named)
        return found[0].iso if found else month_end(named) if kind == "until" else ""
    if kind == "years":
        return str(number(match["years"].replace("两", "二")))
    return f"{match['event']}+" if match["delay"] else match["event"]


def _said(kind: str, value: str, match: re.Match[str], base: int) -> _Said:
    return _Said(kind, value, base + match.start(), base + match.end())


def _begin(said: list[_Said], issued: str, published: str, printed: str) -> tuple[Found | None, tuple[Doubt, ...]]:
    stated = [item for item in said if item.kind == "from"]
    if len({item.value for item in stated}) > 1:
        return None, (doubt("two_days", "effective_from", stated[0].start, stated[0].end, days=tuple(dict.fromkeys(item.value for item in stated))),)
    if stated:
        return _found("effective_from", stated[0].value, "stated", stated[0]), ()
    event = next((item for item in said if item.kind == "event"), None)
    if event is None:
        return None, ()
    if event.value.endswith("+"):
        return None, (doubt("delayed", "effective_from", event.start, event.end),)
    # Print is a step of its own where the sheet names its day; publication is none of the date of issue.
    day = published if event.value in ("发布", "公布", "颁布", "公开发布", "正式发布") else issued if printed in ("", issued) else ""
    if not day:
        return None, (doubt("day_unknown", "effective_from", event.start, event.end, event=event.value),)
    return _found("effective_from", day, "computed", event), ()


def _end(said: list[_Said], begin: Found | None) -> tuple[Found | None, tuple[Doubt, ...]]:
    stated = [item for item in said if item.kind == "until"]
    if len({item.value for item in stated}) > 1:
        return None, (doubt("two_days", "expires_on", stated[0].start, stated[0].end, days=tuple(dict.fromkeys(item.value for item in stated))),)
    if stated:
        if begin and stated[0].value < begin.value:
            return None, (doubt("ends_before", "expires_on", stated[0].start, stated[0].end, first=begin.value, last=stated[0].value),)
        return _found("expires_on", stated[0].value, "stated", stated[0]), ()
    terms = [item for item in said if item.kind == "years"]
    if not terms:
        return None, ()
    if len({item.value for item in terms}) > 1 or begin is None:
        return None, (doubt("term_open", "expires_on", terms[0].start, terms[0].end, years=terms[0].value),)
    return _found("expires_on", last_day(begin.value, int(terms[0].value)), "computed", terms[0]), ()


def _found(column: str, value: str, basis: str, said: _Said) -> Found:
    return Found(column, value, basis, "closing", said.start, said.end)
