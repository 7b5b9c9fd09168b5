"""One spelling for the grammar to read: simplified script, half width, no white space, with the way back.

Nothing is lost: every character of the compact text knows its place in the original.
"""

import re
from dataclasses import dataclass
from itertools import zip_longest

from model.characters import as_read, simplified, unified

_DASHES = "‐‑‒–—―─━－﹣−"
_SINGLE = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_DASHES, "-"),
    "～": "~", "〜": "~", "∼": "~", "∶": ":", "︰": ":", "﹕": ":", "﹪": "%", "﹐": ",", "﹔": ";", "﹑": "、", "｡": "。",
    "〇": "〇", "○": "〇", "㎡": "㎡", "／": "/", "⁄": "/", "•": "·", "「": "“", "『": "“", "」": "”", "』": "”", "劵": "券", "証": "证", "髙": "高", "硏": "研", "増": "增", "毎": "每", "戸": "户",
}
_TABLE = str.maketrans(_SINGLE)
_RUN = re.compile("[^\\s\ufeff\u200b\u200c\u200d\u2060\u00ad\u180e]+")  # no white space, nothing invisible
_SURROGATE = re.compile("[\ud800-\udfff]")

# A new paragraph starts with one of these; a line that goes on inside a sentence does not.
_OPENING = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,5}[条章节款]|[一二三四五六七八九十]{1,3}[、.]|[(\[][一二三四五六七八九十\d]{1,3}[)\]]"
    r"|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳㈠-㈩●◆■★※·]|--|附件|注:)"
)
_CLOSING = frozenset("。;:!?…)”》")
_OPEN_END = frozenset(",、(“《/0123456789%万亿千百-~:")
_OPEN_START = frozenset(",、。;:)”》%‰万亿元")
_UNFINISHED = re.compile(r"(?:不超过|不低于|不少于|最高|给予|予以|按照?|达到|超过|分别|一次性|每年|和|及|与|为|以|由|将|对)$")
_LONG_LINE = 18
# A short line that is no heading: it begins a sentence (对新认定的…), or the next one goes on with its title (高新技术|企业).
_SENTENCE_BEGUN = re.compile(r"(?:对(?!外|口|标)|凡|经|被|新认定|新获批|首次认定|获得|入选)")
_NAME_CUT = re.compile(r"(?:示范|优势|高新技术|专精特新|创新型|科技型|领军|骨干|龙头|工程技术|技术创新|科技企业|新型研发|博士后科研|瞪羚|独角兽|小巨人|众创|制造业|服务业)$")
_NAME_GOES_ON = re.compile(r"企业|中小|小微|基地|单位|平台|中心|研究|实验室|孵化器|空间|机构|工作站|单项冠军")
# The number of a page between two lines of running text.
_FOOTER = re.compile(r"\s*(?:-+\s*\d{1,4}\s*-+|第\s*\d{1,4}\s*页[,、]?\s*(?:[(/]?共\s*\d{1,4}\s*页\)?)?)\s*")
_PAGE = re.compile(r"\s*\d{1,3}\s*")

# Digits that a scan or a typist spoilt: letters that look like digits, next to digits or before a unit of money.
_UNIT_AHEAD = r"(?=(?:[十百千]?[万亿])?(?:元|[%‰家户个件项人名])|[万亿]|年|[-~至]\d)"
_SPOILT = re.compile(rf"(?<![A-Za-z0-9.])[0-9OoQlI|〇]{{1,9}}(?:\.[0-9OolI|]{{1,4}})?{_UNIT_AHEAD}")
_SPOILT_RATIO = re.compile(r"(?<![A-Za-z0-9.:])(?:\d:[lIOo](?:\.[0-9Oo])?|\d:[Oo]\.\d|[lI]:\d(?:\.\d)?|\d:\d\.[Oo])(?![A-Za-z0-9:])")
_SPOILT_WORD = re.compile(r"(?=.*\d)[0-9OoQlI]{1,9}|[lI][Oo]{1,6}")
# 依购置额之15%, 不逾60万元: older words for 按, 的 and 不超; each of the same length.
_OLDER = re.compile(r"(?<![分几])之(?=[\d百])|依(?=[^,;。\d]{2,12}[之的][\d百])|(?<=不)逾")
_OLDER_WORDS = {"之": "的", "依": "按", "逾": "超"}
_SPOILT_DIGITS = str.maketrans("OoQ〇lI|", "0000111")


@dataclass(frozen=True)
class Normal:
    """The text as the grammar reads it. `places[i]` is the original code point of `compact[i]`."""

    simplified: str
    compact: str
    places: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original text of the compact slice [start, end), which must not be empty."""
        return self.places[start], self.places[end - 1] + 1

    def phrase(self, start: int, end: int) -> str:
        """The slice as printed, in simplified script."""
        first, last = self.original(start, end)
        return self.simplified[first:last]


def simplify(text: str) -> str:
    """A traditional text in simplified script, one character for one, so that offsets stay; any other as it is."""
    return simplified(_SURROGATE.sub("?", text).replace("\x00", " "))


def plain_width(text: str) -> str:
    """Half width letters, digits and marks, one character for one."""
    return unified(text).translate(_TABLE)


def normalise(text: str) -> Normal:
    """The compact text and the way back; takes any text, linear in its length."""
    shown = simplify(text)
    plain = as_read(shown).translate(_TABLE)
    compact, places = _join_lines(plain)
    mended = _SPOILT_RATIO.sub(_mend_digits, _SPOILT.sub(_mend_digits, compact))
    plainer = _OLDER.sub(lambda match: _OLDER_WORDS[match.group()], mended)
    return Normal(shown, _curly(plainer), tuple(places))


def _curly(compact: str) -> str:
    """Straight quotes as opening and closing ones, by turns within a paragraph."""
    if '"' not in compact:
        return compact
    lines = []
    for line in compact.split("\n"):
        pieces = line.split('"')
        marks = ("“”"[turn % 2] for turn in range(len(pieces) - 1))
        lines.append("".join(piece + mark for piece, mark in zip_longest(pieces, marks, fillvalue="")))
    return "\n".join(lines)


def mend_number(word: str) -> str:
    """A word that is nothing but a spoilt number (3OO, l5O) in digits; any other word as it is."""
    return word.translate(_SPOILT_DIGITS) if _SPOILT_WORD.fullmatch(word) else word


def _mend_digits(match: re.Match[str]) -> str:
    word = match.group()
    if not any(char.isdigit() and char != "〇" for char in word) and not re.fullmatch(r"[lI|][Oo]+", word):
        return word
    return word.translate(_SPOILT_DIGITS)


def _join_lines(plain: str) -> tuple[str, list[int]]:
    """Drop white space; a line end stays (as one newline) only where a paragraph ends."""
    pieces: list[str] = []
    places: list[int] = []
    before, blank, offset, row_before = "", False, 0, False
    for line in re.split(r"(?<=[\n\v\f\x1c-\x1e\x85\u2028\u2029])|(?<=\r)(?!\n)", plain):
        if _FOOTER.fullmatch(line) or (len(before) >= _LONG_LINE - 3 and _PAGE.fullmatch(line)):
            offset += len(line)
            continue
        runs = list(_RUN.finditer(line))
        if runs:
            words = "".join([run.group() for run in runs])
            indented = line[:2].isspace() and len(line) > 2
            row = "\t" in line.strip()  # a row of a table is a paragraph of its own
            if before and _ends_paragraph(before, words, indented, blank, row or row_before):
                pieces.append("\n")
                places.append(offset + runs[0].start())
            pieces.append(words)
            for run in runs:
                places.extend(range(offset + run.start(), offset + run.end()))
            before, blank, row_before = words, False, row
        else:
            blank = blank or bool(line)
        offset += len(line)
    return "".join(pieces), places


def _ends_paragraph(before: str, after: str, indented: bool, blank: bool, row: bool) -> bool:
    if _OPENING.match(after):
        return True
    if _UNFINISHED.search(before):
        return False
    if before[-1] in _OPEN_END and before[-1] != ":":
        return False
    if after[0] in _OPEN_START:
        return False
    if before[-1] in _CLOSING or blank or indented or row:
        return True
    return len(before) < _LONG_LINE and not _SENTENCE_BEGUN.match(before) and not (_NAME_CUT.search(before) and _NAME_GOES_ON.match(after))
