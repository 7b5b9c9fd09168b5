"""Orders and numbered announcements: 某市人民政府令 and 第58号 above a sentence that puts a regulation into force."""

import re
from dataclasses import dataclass

from curation.face.head import Piece
from curation.face.layout import Layout
from curation.face.signs import split_offices

_ORDER = re.compile(r"(?P<office>[\u4e00-\u9fff()]{4,40}?)(?P<kind>令|公告|通告)(?P<rest>\(?(?:(?:19|20)\d\d年)?第(?:\d{1,4}|[一二三四五六七八九十百]{1,5})号\)?)?")
_RUNNING = re.compile(r"\(?(?:(?:19|20)\d\d年)?第(?:\d{1,4}|[一二三四五六七八九十百]{1,5})号\)?")
_PUTS = re.compile(r"(?:(?:现将|现公布|现发布|公布|发布)《(?P<named>[^》]{4,60})》|《(?P<title>[^》]{4,60})》.{0,80}?(?:通过|同意|批准|审定).{0,40}?(?:公布|发布|施行))")


@dataclass(frozen=True)
class Order:
    """An order: who gave it, its number as it is cited, the name of what it puts into force."""

    office: Piece
    number: Piece
    inner: str


def read_order(held: Layout) -> Order | None:
    """The order at the head of the text, if it is one."""
    for place, line in enumerate(held.lines[: held.body + 1]):
        match = _ORDER.fullmatch(line.tight)
        if not match or not split_offices(match["office"]):
            continue
        following = held.lines[place + 1] if place + 1 < len(held.lines) else line
        running = match["rest"] or (following.tight if _RUNNING.fullmatch(following.tight) else "")
        if running:
            end = line.end if match["rest"] else following.end
            number = Piece(match["office"] + match["kind"] + running.strip("()"), line.start, end)
            return Order(Piece("、".join(split_offices(match["office"])), line.start, line.end), number, _inner(held, place))
    return None


def _inner(held: Layout, place: int) -> str:
    """The name of the regulation that one of the next lines puts into force."""
    return next((match["title"] or match["named"] for line in held.lines[place + 1 : place + 5] if (match := _PUTS.match(line.tight))), "")
