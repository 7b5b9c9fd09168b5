"""The text of a saved web page (.html, .mht): what the page shows of the document, tables as lines, numbers of lists as text."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from curation.read.limits import Limits, within
from curation.read.numerals import numbered
from curation.read.plain import decode
from curation.read.raised import DOWN, UP, settled
from curation.read.reading import ReadError, Reading, counted
from curation.read.table_text import Cell, table_lines
from curation.read.web_lines import Line, around, linked, particulars
from curation.read.web_markup import charset_of, page_of_archive, safe_bytes
from curation.read.web_rules import (
    BLOCKS,
    SILENT,
    has_words,
    hiding_rules,
    is_furniture,
    is_hidden,
    pairs_of,
    said_in_head,
)

_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)")
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
# These formats stand before 、 on a page, the others before a full stop.
_CHINESE = ("cjk", "simp-chinese", "trad-chinese", "japanese")
_STRUCK = frozenset({"del", "s", "strike"})


def read_web(data: bytes, name: str, limits: Limits) -> Reading:
    """What a page shows. Raises ReadError for one that shows no text, as a page that a script fills."""
    from lxml import etree, html

    if re.search(rb"^content-type:\s*multipart/", data[:8192], re.IGNORECASE | re.MULTILINE):
        data = page_of_archive(data, name)
    within(data.count(b"<"), 2 * limits.elements, "elements", name)
    markup = decode(data, name, charset_of(data))
    root = None
    if markup.strip():
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        try:
            root = html.document_fromstring(safe_bytes(markup), parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            root = None
        if any("depth" in error.message for error in parser.error_log):  # the rest of such a page would be lost
            raise ReadError("read.too_deep", name=name)
    if root is None:
        raise ReadError("read.empty_web", name=name)
    page = _Page(hiding_rules(root), name, limits, fields=said_in_head(root))
    page.walk(root)
    lines, pairs = particulars(page.lines)
    page.left_out["particulars"] += len(pairs)
    kept = around(linked(lines, page.left_out), page.left_out)
    text = "".join(f"{line}\n" for line in kept)
    if not text.strip():
        raise ReadError("read.empty_web", name=name)
    return Reading(text, "web", counted(page.left_out), fields=tuple(dict.fromkeys([*page.fields, *pairs])))


@dataclass
class _Sink:
    """Where words go: the page, or one cell of a table."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    inner: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    links: int = 0
    has_file: bool = False
    number: str = ""

    def break_line(self, tag: str) -> None:
        """A block begins a line of its own; <br> parts lines of one block, which share their links."""
        if tag == "br":
            self.pieces.append(("\n", False))
        else:
            self.end_line()

    def end_line(self) -> None:
        """Whatever follows begins a new line."""
        words = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[^\S\n]+", " ", settled("".join(piece for piece, _ in self.pieces)))).strip()
        if words:
            words, self.number = self.number + words, ""
            in_links = sum(len(piece.strip()) for piece, is_link in self.pieces if is_link)
            self.lines += [Line(part.strip(), in_links, self.links, self.has_file) for part in words.split("\n") if part.strip()]
        self.pieces, self.links, self.has_file = [], 0, False


@dataclass
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)
    cells: list[tuple[_Sink, Any]] = field(default_factory=list)


@dataclass
class _Page:
    """One walk over a page."""

    rules: tuple[frozenset[str], frozenset[str]]
    name: str
    limits: Limits
    fields: list[tuple[str, str]]
    left_out: Counter[str] = field(default_factory=Counter)
    _sinks: list[_Sink] = field(default_factory=lambda: [_Sink()])
    _tables: list[_Table] = field(default_factory=list)
    _counts: list[int | None] = field(default_factory=list)
    _links: int = 0
    _verbatim: int = 0

    @property
    def lines(self) -> list[Line]:
        """The lines of the page itself."""
        return self._sinks[0].lines

    def walk(self, root: Any) -> None:
        """Read everything below an element, without recursion, as pages may nest deeply."""
        stack: list[tuple[Any, bool]] = [(root, True)]
        while stack:
            element, opening = stack.pop()
            if opening and self._enters(element):
                self._open(element)
                self._add(element.text)
                stack.append((element, False))
                stack.extend((child, True) for child in reversed(element))
                continue
            if not opening:
                self._close(element)
            if element is not root:
                self._add(element.tail)
        while len(self._sinks) > 1:
            self._end_cell()
        self._sinks[0].end_line()

    def _enters(self, element: Any) -> bool:
        """Whether an element is read; what is not is counted."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SILENT:
            return False
        kind = "hidden" if is_hidden(element, self.rules) else "struck" if tag in _STRUCK else "ruby" if tag in ("rt", "rp") else "navigation" if is_furniture(element) else ""
        self.left_out[kind] += bool(kind) and tag != "rp" and has_words(element)
        return not kind

    def _open(self, element: Any) -> None:
        tag = element.tag
        if tag in BLOCKS or tag == "br":
            self._sinks[-1].break_line(tag)
        if tag in ("ol", "ul"):
            self._counts.append(_first(element) if tag == "ol" else None)
        elif tag == "li":
            self._number(element)
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._sinks.append(_Sink())
            self._tables[-1].cells.append((self._sinks[-1], element))
        elif tag == "img":
            self.left_out["picture"] += not _is_tiny(element)
        elif tag == "a":
            self._links += 1
            self._sinks[-1].links += 1
            self._sinks[-1].has_file |= bool(re.search(r"\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar|et)\b", element.get("href") or "", re.IGNORECASE))
        elif tag == "sup":
            self._add(UP)
        self._verbatim += tag == "pre"

    def _close(self, element: Any) -> None:
        tag = element.tag
        if tag in ("td", "th") and self._tables and self._tables[-1].cells:
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in ("ol", "ul") and self._counts:
            self._counts.pop()
        elif tag == "a":
            self._links -= 1
        elif tag == "sup":
            self._add(DOWN)
        self._verbatim -= tag == "pre"
        if tag in BLOCKS:
            self._sinks[-1].end_line()

    def _add(self, words: str | None) -> None:
        if words:
            self._sinks[-1].pieces.append((words if self._verbatim else re.sub(r"\s+", " ", words), self._links > 0))

    def _number(self, element: Any) -> None:
        """The number of an item of an ordered list, as the page shows it."""
        if not self._counts or self._counts[-1] is None:
            return
        value = element.get("value") or ""
        number = int(value) if re.fullmatch(r"-?\d{1,5}", value) else self._counts[-1]
        above = element.getparent()
        self._counts[-1] = number + (-1 if above is not None and above.get("reversed") is not None else 1)
        style = next((match[1] for held in (element, above) if held is not None and (match := _LIST_STYLE.search(held.get("style") or ""))), "")
        style = style or _TYPES.get((above.get("type") if above is not None else "") or "", "decimal")
        words = numbered(style, number)
        if words:
            self._sinks[-1].number = f"{words}{'、' if style.startswith(_CHINESE) else '. '}"  # stands before the item's first words

    def _end_cell(self) -> None:
        sink = self._sinks.pop()
        sink.end_line()
        table = self._tables[-1]
        _, element = table.cells.pop()
        if not table.rows:
            table.rows.append([])
        paragraphs = tuple(line.words for line in sink.lines)
        table.rows[-1].append(Cell(paragraphs, tuple(sink.inner), _span(element, "colspan", 200), _span(element, "rowspan", 5000)))

    def _end_table(self) -> None:
        table = self._tables.pop()
        pairs = pairs_of([[cell.words for cell in row] for row in table.rows])
        if pairs is not None:
            self.fields += pairs
            self.left_out["particulars"] += len(pairs)
            return
        lines = table_lines([row for row in table.rows if row], self.name, self.limits)
        sink = self._sinks[-1]
        sink.end_line()
        if len(self._sinks) > 1:
            sink.inner.append((len(sink.lines), tuple(lines)))
        else:
            sink.lines += [Line(line, 0, 0, False) for line in lines]


def _first(element: Any) -> int:
    start = element.get("start") or ""
    if re.fullmatch(r"-?\d{1,5}", start):
        return int(start)
    return sum(held.tag == "li" for held in element) if element.get("reversed") is not None else 1


def _span(element: Any, name: str, most: int) -> int:
    value = (element.get(name) or "").strip()
    return min(max(1, int(value)), most) if re.fullmatch(r"\d{1,9}", value) else 1


def _is_tiny(element: Any) -> bool:
    """Icons and lines of a page, by the size that it gives them."""
    return any(re.fullmatch(r"\d{1,2}(?:px)?", (element.get(name) or "").strip()) for name in ("width", "height"))
