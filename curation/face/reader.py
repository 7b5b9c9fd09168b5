"""The face of a text: every value that it says of itself, with basis and place, and what the curator must look at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from curation.face.closing import read_closing
from curation.face.found import Doubt, Found, doubt
from curation.face.given import Given, given_fields
from curation.face.head import Head, Piece, read_head
from curation.face.layout import Layout, layout
from curation.face.numbers import UNREAD, year_of
from curation.face.paper import ABOUT, Paper, is_announcement, kind_of, read_paper
from curation.face.release import read_release
from curation.face.series import Link, read_series
from curation.face.signature import Signature, read_signature
from curation.face.signs import is_title_like

_SHORTEST = 6  # characters of a title


@dataclass(frozen=True)
class Face:
    """All that a text says of itself: at most one `Found` a column; a column without one is for the curator to fill."""

    paper: Paper
    found: tuple[Found, ...]
    doubts: tuple[Doubt, ...]
    series: tuple[Link, ...]

    def get(self, column: str) -> Found | None:
        """What was found for a column."""
        return next((item for item in self.found if item.column == column), None)

    def value(self, column: str) -> str:
        """The value of a column, empty if none was found."""
        found = self.get(column)
        return found.value if found else ""

    def certain(self, column: str) -> str:
        """The value of a column about which nothing is doubted, else empty."""
        return "" if any(item.column == column for item in self.doubts) else self.value(column)


def read_face(text: str, fields: Sequence[tuple[str, str]] = ()) -> Face:
    """Read the face of a text; `fields` are the name and value pairs of its page that are not in the text."""
    held = layout(text)
    given = given_fields(held, fields)
    head = read_head(held, given.places)
    title, title_doubts = _title(head, given)
    paper = read_paper(held, title)
    if paper.order:
        own = title if title and is_announcement(title) else paper.inner  # an order has no title beside that of what it puts into force
        head = Head(own, (paper.order.office,), paper.order.number, head.day)
        title, title_doubts = own, title_doubts if own is title else ()
    signature = _signature(held, paper)
    found, doubts = _own(held, paper, head, title, given, signature)
    doubts = (*title_doubts, *doubts, *_paper_doubts(paper))
    found, further = _checked(found)
    series = () if paper.kind in ABOUT else tuple(link for link in read_series(held) if link.number != _value(found, "document_number") or not link.number)
    return Face(paper, found, (*doubts, *further, *given.doubts), series)


def _title(head: Head, given: Given) -> tuple[Piece | None, tuple[Doubt, ...]]:
    """The title of the head, or else that of the page; one that lines were joined for, or that the page contradicts, is doubted."""
    page = given.first("title")
    if head.title is None:
        return _page_title(given)
    own, start, end = head.title.value, head.title.start, head.title.end
    doubts = [doubt("title_joined", "title_zh", start, end)] if head.joined else []
    doubts += [doubt(code, "title_zh", start, end) for code, is_so in (("title_below_office", head.open_above), ("title_above_bracket", head.open_below), ("title_in_marks", head.in_marks)) if is_so]
    doubts += [doubt("title_beside", "title_zh", head.beside.start, head.beside.end, line=head.beside.value)] if head.beside else []
    for name, place in ((page.value if page else "", page), (_window(given), None)):
        if name and _bare(name) not in _bare(own) and _bare(own) not in _bare(name):
            doubts.append(doubt("title_differs", "title_zh", place.start if place else -1, place.end if place else -1, page=name))
    return head.title, tuple(doubts)


def _window(given: Given) -> str:
    """The name of the page's window without that of the site, if it is a title."""
    window = given.first("page_title")
    name = re.split(r"[|_丨]|\s[-–—]\s?", window.value)[0].strip() if window else ""
    return name if is_title_like(name) else ""


def _page_title(given: Given) -> tuple[Piece | None, tuple[Doubt, ...]]:
    """The title field of the page, or the name of its window without that of the site, which is doubted."""
    if (page := given.first("title")) and len(page.value) >= _SHORTEST:
        return Piece(re.sub(r"\s+", "", page.value), page.start, page.end), ()
    name = _window(given)
    return (Piece(name, -1, -1), (doubt("title_of_window", "title_zh", value=name),)) if name else (None, ())


def _signature(held: Layout, paper: Paper) -> Signature:
    """A notice signs before what it prints; else the signature is the last one before the appendices, or after them."""
    if paper.inner_line > 0:
        before, behind = read_signature(held, held.body, paper.inner_line), read_signature(held, paper.inner_line, len(held.lines))
        return replace(before, printed=before.printed or behind.printed) if before.day else behind
    own = read_signature(held, held.body, held.appendix, is_first=paper.kind in ("notice", "order", "call"))
    behind = read_signature(held, held.body, len(held.lines))
    return replace(own, printed=own.printed or behind.printed) if own.day or (held.appendix < len(held.lines) and not behind.offices) else behind


def _own(held: Layout, paper: Paper, head: Head, title: Piece | None, given: Given, signature: Signature) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    about = paper.kind in ABOUT
    found: list[Found | None] = [_titled(paper, title, head, given), _kind(paper, title), _draft(paper, title)]
    doubts: list[Doubt] = []
    if not about and paper.kind != "appendix":
        for column, choice in (("document_number", _numbers(head, given)), ("issuer_zh", _issuers(head, given, signature)), ("issued_on", _issued(head, given, signature, _first_signature(held, paper)))):
            one, against = _choose(column, choice)
            found.append(one)
            doubts += against
        if not _has(found, "document_number") and (unread := next((line for line in held.head if UNREAD.fullmatch(line.tight)), None)):
            doubts.append(doubt("number_unread", "document_number", unread.start, unread.end, value=unread.words))
    found.append(given.one("published_on"))
    if not about:
        closing = read_closing(held, _value(found, "issued_on"), _value(found, "published_on"), signature.printed.value if signature.printed else "")
        for column in ("effective_from", "expires_on"):
            own = next((item for item in closing.found if item.column == column), None)
            one, against = _choose(column, [item for item in (own, given.one(column)) if item])
            found.append(one)
            doubts += against
            doubts += [item for item in closing.doubts if item.column == column and one is None]
        found += [given.one("repealed_on"), given.one("release_attribute") or read_release(held), _year(found, title)]
    return tuple(item for item in found if item), tuple(doubts)


def _titled(paper: Paper, title: Piece | None, head: Head, given: Given) -> Found | None:
    """A report's headline and a handbook's heading are no titles of a policy."""
    if title is None or paper.kind in ("report", "handbook"):
        return None
    return Found("title_zh", title.value, "stated", "head" if head.title else "page_field", title.start, title.end)


def _kind(paper: Paper, title: Piece | None) -> Found | None:
    """The kind that the title names; a notice that prints another paper has that paper's kind."""
    if title is None or paper.kind in ABOUT:
        return None
    named = paper.inner if paper.inner and kind_of(paper.inner.value) else title
    return Found("kind", kind, "stated", "title", named.start, named.end) if (kind := kind_of(named.value)) else None


def _draft(paper: Paper, title: Piece | None) -> Found | None:
    if paper.kind in ("draft", "call"):
        return Found("is_draft", "true", "stated", "title" if title and title.start == paper.start else "head", paper.start, paper.end)
    return Found("is_draft", "false", "inferred", "title", title.start, title.end) if title and paper.kind not in ABOUT else None


def _numbers(head: Head, given: Given) -> list[Found]:
    own = [Found("document_number", piece.value, "stated", "head", piece.start, piece.end) for piece in (head.number, head.other_number) if piece]
    return [*own, *given.all("document_number")]


def _issuers(head: Head, given: Given, signature: Signature) -> list[Found]:
    """Head and title first, then the signature, then the page, which often names the office that put it there."""
    found = []
    for offices, place in ((head.offices, "head"), (signature.offices, "signature")):
        if offices:
            names = "、".join(dict.fromkeys(item.value for item in offices))
            found.append(Found("issuer_zh", names, "stated", place, offices[0].start, offices[-1].end))
    return [*found, *given.all("issuer_zh")]


def _first_signature(held: Layout, paper: Paper) -> Signature:
    """The first signature with an office: where another one follows, the text may hold two papers. Of one that prints another this is known."""
    found = Signature() if paper.inner_line > 0 else read_signature(held, held.body, held.appendix, is_first=True)
    return found if found.offices else Signature()


def _issued(head: Head, given: Given, signature: Signature, first: Signature) -> list[Found]:
    places = ((signature.day, "signature"), (head.day, "head"), (first.day, "signature"))
    found = [Found("issued_on", piece.value, "stated", place, piece.start, piece.end) for piece, place in places if piece]
    return [*found, *given.all("issued_on")]


def _year(found: list[Found | None], title: Piece | None) -> Found | None:
    """The year of the number or of the date of issue; else the year that the title begins with, which is only likely."""
    number, issued = _value(found, "document_number"), next((item for item in found if item and item.column == "issued_on"), None)
    numbered = next((item for item in found if item and item.column == "document_number" and year_of(number)), None)
    if numbered or issued:
        base = numbered or issued
        assert base is not None
        return Found("policy_year", year_of(number) if numbered else base.value[:4], "stated", "number" if numbered else base.place, base.start, base.end)
    match = re.match(r"(?:.{2,8}?[市区县州盟])?((?:19|20)\d\d)年(?!度?[-—至])", title.value) if title else None
    return Found("policy_year", match[1], "inferred", "title", title.start, title.end) if match and title else None


def _choose(column: str, choice: Sequence[Found]) -> tuple[Found | None, list[Doubt]]:
    """The first of several statements; each other one that differs is said."""
    if not choice:
        return None, []
    first = choice[0]
    differing = [item for item in choice[1:] if not _agree(column, first.value, item.value)]
    return first, [doubt("differs", column, item.start, item.end, own=first.value, other=item.value, place=item.place) for item in differing]


def _agree(column: str, one: str, other: str) -> bool:
    """Offices agree when one names the other in short (市科技局 for 澄湖市科技局, 市政府办公室 for its full name)."""
    if column != "issuer_zh":
        return one == other
    short = [re.sub(r"人民政府", "政府", re.sub(r"\s", "", name)) for name in (one, other)]
    return _within(short[0], short[1]) or _within(short[1], short[0])


def _within(short: str, full: str) -> bool:
    """Whether every character of the short name follows in the full one."""
    rest = iter(full)
    return all(character in rest for character in short)


def _checked(found: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Doubt, ...]]:
    """Days and years that contradict each other are said; nothing is mended in silence."""
    held = {item.column: item for item in found}
    doubts = []
    for earlier, later in (("issued_on", "published_on"), ("effective_from", "expires_on"), ("effective_from", "repealed_on"), ("issued_on", "repealed_on")):
        if earlier in held and later in held and held[later].value < held[earlier].value:
            doubts.append(doubt("order", later, held[later].start, held[later].end, first=held[earlier].value, last=held[later].value, than=earlier))
    number = year_of(held["document_number"].value) if "document_number" in held else ""
    if number and "issued_on" in held and number != held["issued_on"].value[:4]:
        doubts.append(doubt("years_differ", "policy_year", held["issued_on"].start, held["issued_on"].end, number=number, issued=held["issued_on"].value))
    if "effective_from" in held and "issued_on" in held and held["effective_from"].value < held["issued_on"].value:
        doubts.append(doubt("looks_back", "effective_from", held["effective_from"].start, held["effective_from"].end, first=held["effective_from"].value, issued=held["issued_on"].value))
    doubts += [doubt("computed", item.column, item.start, item.end, value=item.value) for item in found if item.basis == "computed"]
    doubts += [doubt("year_of_title", "policy_year", item.start, item.end, value=item.value) for item in found if item.column == "policy_year" and item.basis == "inferred"]
    return found, tuple(doubts)


def _paper_doubts(paper: Paper) -> list[Doubt]:
    if paper.kind == "policy":
        return []
    found = [doubt(f"paper_{paper.kind}", "kind", paper.start, paper.end, inner=paper.inner.value if paper.inner else "")]
    if paper.inner and paper.inner_line < 0 and paper.kind == "notice":
        found.append(doubt("inner_missing", "title_zh", paper.start, paper.end, inner=paper.inner.value))
    if paper.forwarded:
        found.append(doubt("forwarded", "issuer_zh", paper.start, paper.end))
    return found


def _has(found: Sequence[Found | None], column: str) -> bool:
    return any(item and item.column == column for item in found)


def _value(found: Sequence[Found | None], column: str) -> str:
    return next((item.value for item in chain(found) if item and item.column == column), "")


def _bare(words: str) -> str:
    return re.sub(r"[\W_]+", "", words)
