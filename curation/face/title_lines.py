"""Which lines of a head are the title: the line, or the lines, nearest above the text that end as titles end."""

import re

from curation.face.dates import days
from curation.face.lines import Line
from curation.face.numbers import NUMBER, UNREAD
from curation.face.page_fields import meaning
from curation.face.signs import (
    KIND,
    is_appendix,
    is_body,
    is_date,
    is_label,
    is_navigation,
    is_office,
    is_title_like,
    is_version,
    spaced,
    split_offices,
)

FAR = 14  # lines between the title and the text: number, date, source, buttons of the page
_MOST_LINES = 4
RED_HEAD = re.compile(r"(?P<offices>.{3,60}?)文件$")
_STEM = re.compile(rf"(?:若干|实施|管理|暂行|专项|工作|行动|扶持|奖励|支持|促进|试行|发展)?(?:工作|管理|实施|行动|扶持|奖励|奖补|发展|若干|资金|专项|政策|的)*{KIND}(?:\([^()]*\))*")
_BRACKET_GOES_ON = re.compile(rf"\([^()]{{2,24}}\)的?[^()。;:]{{0,10}}{KIND}")  # (2031—2033年)的通知: the title was broken before its bracket
# What else a sheet has beside its title.
_MARK = re.compile(r"文件|特急|加急|平急|急件|(?:绝密|机密|秘密)(?:★.{0,8})?|签发人.{0,12}|会签.{0,20}|(?:政策)?(?:全文|原文|正文|内容)")
_RUNNING = re.compile(r"\(?(?:(?:19|20)\d\d年)?(?:第|总第)\d{1,4}[号期]\)?")
# An office that names its place; without one it may be the end of a name that began on the line above.
_PLACED = re.compile(r"(?:中共|中国|国家)?[\u4e00-\u9fff]{2,8}?[省市县区州盟旗园乡镇][^关]*关于")
# A title in the marks of a cited one, with its version; and what no title has inside: the red head, or a number that is not in brackets.
_MARKED = re.compile(r"《(?P<title>[^《》]{6,80})》(?P<version>\([^()]{1,24}\))?")
_HEAD_INSIDE = re.compile(rf"(?:政府|委员会|[厅局委办]|办公室)文件|(?<![(《]){NUMBER.pattern}(?!\))")
TAIL_NUMBER = re.compile(rf"\(?\s*{NUMBER.pattern}\s*\)?\s*$")


def title_lines(lines: tuple[Line, ...]) -> tuple[int, int] | None:
    """First and last line of the title nearest to the text."""
    for last in range(len(lines) - 1, max(-1, len(lines) - 1 - FAR), -1):
        end = last
        if is_version(lines[last]) and not is_date(lines[last]) and last and is_title_like(_unmarked(lines[last - 1].tight + lines[last].tight)):
            last -= 1
        if _excluded(lines[last]):
            continue
        for first in range(max(0, last - _MOST_LINES + 1), last + 1):
            if _is_title(lines[first : last + 1]):
                return first, end
    return None


def _is_title(parts: tuple[Line, ...]) -> bool:
    """Whether these lines together are one title and no line of them belongs to something else."""
    words = "".join(part.tight for part in parts)
    words = _unmarked(TAIL_NUMBER.sub("", words))
    if not is_title_like(words) or any(_excluded(part) for part in parts) or _HEAD_INSIDE.search(words):
        return False
    if len(parts) == 1:
        return not words.startswith("—") and not _STEM.fullmatch(words) and not words.startswith("(")
    first, rest = parts[0], parts[1:]
    if first.tight.startswith("—") or (all(is_office(part) for part in parts[:-1]) and parts[-1].tight.startswith("关于")):
        return False
    if rest[0].tight.startswith("—"):
        return len(rest) == 1 and not is_office(first)
    if not is_office(first) and not _PLACED.match(rest[-1].tight) and split_offices("".join(part.words for part in parts).partition("关于")[0]):
        return True  # the names of the offices run on from line to line
    if parts[-1].tight.startswith("(") and len(parts) == 2:
        return "关于" in first.tight
    if any(is_title_like(part.tight) and not _STEM.fullmatch(part.tight) for part in parts[:-1]):
        return False
    if is_office(first):
        return not rest[0].tight.startswith("关于") and "关于" in words and len(rest) > 1
    if "关于" in first.tight:
        return not any("关于" in part.tight for part in rest) or "《" in words
    return bool(_STEM.fullmatch(rest[-1].tight)) and len(parts) == 2 and len(first.tight) >= 5 and "关于" not in rest[-1].tight


def _unmarked(words: str) -> str:
    """A title that stands in the marks of a cited one (《某市某办法》(征求意见稿)) without them."""
    marked = _MARKED.fullmatch(words)
    return marked["title"] + (marked["version"] or "") if marked else words


def _excluded(line: Line) -> bool:
    """Lines that are no part of a title."""
    words = line.tight
    if is_navigation(line) or is_body(line) or is_date(line) or is_appendix(line) or meaning(words) or not re.search(r"[\u4e00-\u9fff]", words) or "\t" in line.words:
        return True
    if "关于" in words and "《" not in words[: words.index("关于")]:
        return False
    if words.startswith("("):
        return not _BRACKET_GOES_ON.fullmatch(words)
    return is_label(line) or bool(RED_HEAD.fullmatch(words) or NUMBER.match(words))


def is_known(line: Line) -> bool:
    """Whether a line of the head is something that stands beside titles."""
    is_number = UNREAD.fullmatch(line.tight) or _RUNNING.fullmatch(line.tight)
    return bool(_excluded(line) or is_office(line) or is_version(line) or is_number or _MARK.fullmatch(line.tight) or days(spaced(line.words)))


def is_in_marks(words: str) -> bool:
    """Whether a title stands in the marks of a cited one."""
    return bool(_MARKED.fullmatch(words))
