"""All text of a Word body in order, whatever stands around it; only what Word itself does not print is left out, and counted.

The walk goes into every element that it does not know, so that a new kind of container loses nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from curation.read.limits import Limits
from curation.read.package import attribute, local
from curation.read.raised import fraction, raised, settled
from curation.read.table_text import Cell, table_lines
from curation.read.word_blocks import blocks_of, cells_of, rows_of, skipped, span
from curation.read.word_fields import closed_fields, formula_of, instruction_of, unread_kind
from curation.read.word_numbers import Numbering
from curation.read.word_signs import sign
from curation.read.word_styles import Styles, child, hides, is_on, is_raised, list_of, style_of

_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
# Words that only the file sees, and the reading of a character beside it.
_GONE = {"del": "deleted", "moveFrom": "deleted", "delText": "deleted", "delInstrText": "", "instrText": "", "rt": "ruby", "annotationRef": ""}


@dataclass
class Body:
    """One walk over a body. `lines` grows; `left_out` counts by kind; `is_changed` tells of open changes."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, Any]
    chunk: Callable[[str], list[str] | None]
    name: str
    limits: Limits
    left_out: Counter[str] = field(default_factory=Counter)
    is_changed: bool = False
    _fields: list[str] = field(default_factory=list)
    _closed: set[Any] = field(default_factory=set)
    _aside: list[str] = field(default_factory=list)

    def lines(self, root: Any) -> list[str]:
        """The lines of a body, a note or a text box."""
        self._closed |= closed_fields(root)
        return [line for paragraph in self._blocks(root) for line in paragraph]

    def _blocks(self, parent: Any) -> Iterator[list[str]]:
        """Paragraphs and tables one after the other; a paragraph whose mark is deleted goes on in the next."""
        before = ""
        for element in blocks_of(parent, self._leave_out, self._note_change, self._is_prompt):
            if local(element) == "tbl":
                yield [*([before] if before else []), *self._table(element)]
                before = ""
                continue
            if local(element) == "altChunk":
                yield self._chunk(element)
                continue
            words, joined = self._paragraph(element)
            if joined:
                before += words
                continue
            aside, self._aside = self._aside, []
            yield [*((before + words).split("\n") if (before + words).strip() else []), *aside]
            before = ""
        if before:
            yield [before]

    def _chunk(self, element: Any) -> list[str]:
        held = self.chunk(attribute(element, "id"))
        if held is None:
            self.left_out["object"] += 1
        return held or []

    def _paragraph(self, paragraph: Any) -> tuple[str, bool]:
        properties = child(paragraph, "pPr")
        mark = child(properties, "rPr") if properties is not None else None
        joined = mark is not None and any(local(held) in ("del", "moveFrom") for held in mark)
        self.is_changed = self.is_changed or joined
        style = style_of(properties, "pStyle")
        words = settled("".join(self._pieces(paragraph, self.styles.is_hidden(style))))
        is_gone = not words.strip() and (joined or (mark is not None and bool(hides(mark))))
        number = "" if is_gone else self._number(properties, style)
        return number + words, joined

    def _number(self, properties: Any, style: str) -> str:
        own = list_of(properties) if properties is not None else None
        list_id, level, owner = self.styles.list_of(style)
        if own:
            list_id, level, owner = own[0] or list_id, own[1] or level, style
        return self.numbering.number(list_id, level, owner) if list_id else ""

    def _pieces(self, element: Any, hidden: bool) -> Iterator[str]:
        """The words of everything in a paragraph, in order."""
        for held in element:
            kind = local(held)
            if kind in _GONE:
                self._leave_out(held, _GONE[kind])
            elif kind in _SIGNS:
                yield "" if hidden or self._is_silent() else _SIGNS[kind]
            elif kind == "t":
                yield self._text(held, hidden)
            elif not kind.endswith("Pr") or kind == "fldSimplePr":
                yield from self._inner(kind, held, hidden)

    def _inner(self, kind: str, held: Any, hidden: bool) -> Iterator[str]:
        special = _SPECIAL.get(kind)
        if special:
            yield from special(self, held, hidden)
            return
        if kind in ("ins", "moveTo"):
            self.is_changed = True
        if kind == "r":
            hidden = self._hides(held, hidden)
            if is_raised(held):
                yield raised("".join(self._pieces(held, hidden)))
                return
        yield from self._pieces(held, hidden)

    def _hides(self, run: Any, hidden: bool) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            properties = ()
        struck = next((held for held in properties if local(held) in ("strike", "dstrike")), None)
        if struck is not None and (not attribute(struck, "val") or is_on(struck, "val")):
            self._leave_out(run, "struck")
            return True
        own = hides(properties)
        style = style_of(properties, "rStyle")
        is_hidden = own if own is not None else hidden or self.styles.is_hidden(style)
        if is_hidden:
            self._leave_out(run, "hidden")
        return is_hidden

    def _text(self, held: Any, hidden: bool) -> str:
        words = held.text or ""
        if self._is_silent():
            return ""
        return "" if hidden else words

    def _is_silent(self) -> bool:
        return any(state != "shown" for state in self._fields)

    def _note_change(self) -> None:
        self.is_changed = True

    def _leave_out(self, held: Any, kind: str) -> None:
        if kind == "deleted":
            self.is_changed = True
        if kind and any((part.text or "").strip() for part in held.iter() if local(part) in ("t", "delText")):
            self.left_out[kind] += 1

    def _field(self, mark: Any, hidden: bool) -> Iterator[str]:
        """Begin, middle and end of a field: its instruction is not printed, its result is, a table of contents is furniture."""
        kind = attribute(mark, "fldCharType")
        if mark not in self._closed:
            return
        if kind == "begin":
            self._fields.append("instruction")
        elif kind == "separate" and self._fields:
            self._fields[-1] = "contents" if instruction_of(mark).strip().upper().startswith("TOC") else "shown"
            self.left_out["contents"] += self._fields[-1] == "contents"
            yield self._formula(mark, hidden)
        elif kind == "end" and self._fields and self._fields.pop() == "instruction":
            yield self._formula(mark, hidden)

    def _formula(self, mark: Any, hidden: bool) -> str:
        """What a field prints from its instruction alone; one that is not understood is counted as an unread sign."""
        instruction = instruction_of(mark)
        printed = formula_of(instruction)
        self.left_out["symbol"] += printed is None and instruction.strip()[:3].upper() == "EQ "
        return "" if hidden or self._is_silent() else printed or ""

    def _simple_field(self, held: Any, hidden: bool) -> Iterator[str]:
        if attribute(held, "instr").strip().upper().startswith("TOC"):
            self.left_out["contents"] += 1
        else:
            yield from self._pieces(held, hidden)

    def _control(self, held: Any, hidden: bool) -> Iterator[str]:
        """A content control; its prompt is no text, nor is a table of contents."""
        if not self._is_prompt(held):
            yield from self._pieces(held, hidden)

    def _is_prompt(self, held: Any) -> bool:
        properties = child(held, "sdtPr")
        if properties is None:
            return False
        prompt = child(properties, "showingPlcHdr")
        gallery = next((attribute(part, "val") for part in properties.iter() if local(part) == "docPartGallery"), "")
        kind = "contents" if gallery == "Table of Contents" else "prompt" if prompt is not None and (not attribute(prompt, "val") or is_on(prompt, "val")) else ""
        self.left_out[kind] += bool(kind)
        return bool(kind)

    def _alternate(self, held: Any, hidden: bool) -> Iterator[str]:
        """One of several forms of the same thing: the first that says something."""
        for form in held:
            before = len(self._aside)
            words = list(self._pieces(form, hidden))
            if any(words) or len(self._aside) > before or any(local(part) in ("blip", "imagedata") for part in form.iter()):
                yield from words
                return

    def _note(self, held: Any, hidden: bool) -> Iterator[str]:
        """A footnote or endnote stands behind the paragraph that names it."""
        note = self.notes.pop(f"{local(held)[:-9]}{attribute(held, 'id')}", None)
        if note is not None and not hidden:
            lines = Body(self.styles, self.numbering, {}, self.chunk, self.name, self.limits, self.left_out).lines(note)
            self._aside += ["注：" + lines[0].strip(), *lines[1:]] if lines else []
        yield from ()

    def _box(self, held: Any, hidden: bool) -> Iterator[str]:
        """A text box stands behind its paragraph, so that it cuts no sentence."""
        if not hidden:
            inner = Body(self.styles, self.numbering, self.notes, self.chunk, self.name, self.limits, self.left_out)
            self._aside += inner.lines(held)
            self.is_changed = self.is_changed or inner.is_changed
        yield from ()

    def _drawn(self, held: Any, hidden: bool) -> Iterator[str]:
        """A picture, chart, diagram or object: its text boxes are read, what cannot be read is counted."""
        before = len(self._aside)
        words = list(self._pieces(held, hidden))
        art = [attribute(part, "string") for part in held.iter() if local(part) == "textpath" and attribute(part, "string")]
        self._aside += art
        if len(self._aside) == before and not any(words):
            self.left_out[unread_kind(held)] += 1
        yield from words

    def _symbol(self, held: Any, hidden: bool) -> Iterator[str]:
        known = sign(attribute(held, "font"), attribute(held, "char"))
        self.left_out["symbol"] += not known
        yield "" if hidden else known

    def _fraction(self, held: Any, hidden: bool) -> Iterator[str]:
        above, below = child(held, "num"), child(held, "den")
        if above is not None and below is not None:
            yield fraction("".join(self._pieces(above, hidden)), "".join(self._pieces(below, hidden)))

    def _table(self, table: Any) -> list[str]:
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}  # column -> row and place of the cell that goes on downwards
        for row in rows_of(table, self._leave_out, self._note_change):
            cells: list[Cell] = []
            column = skipped(row)
            cells += [Cell((), across=column)] if column else []
            for element in cells_of(row, self._leave_out):
                properties = child(element, "tcPr")
                across = span(properties)
                merge = child(properties, "vMerge") if properties is not None else None
                if merge is not None and attribute(merge, "val") != "restart" and column in open_cells:
                    above, place = open_cells[column]
                    held = rows[above][place]
                    rows[above][place] = Cell(held.paragraphs, held.inner, held.across, held.down + 1)
                else:
                    open_cells.pop(column, None)
                    cells.append(self._cell(element, across))
                    if merge is not None:
                        open_cells[column] = (len(rows), len(cells) - 1)
                column += across
            rows.append(cells)
        return table_lines(rows, self.name, self.limits)

    def _cell(self, element: Any, across: int) -> Cell:
        paragraphs: list[str] = []
        inner: list[tuple[int, tuple[str, ...]]] = []
        for held in blocks_of(element, self._leave_out, self._note_change, self._is_prompt):
            if local(held) == "tbl":
                inner.append((len(paragraphs), tuple(self._table(held))))
            elif local(held) == "p":
                paragraphs.append(self._paragraph(held)[0])
                inner.append((len(paragraphs), tuple(self._aside)))
                self._aside = []
        return Cell(tuple(paragraphs), tuple(held for held in inner if held[1]), across)


_SPECIAL: dict[str, Callable[[Body, Any, bool], Iterator[str]]] = {
    "fldChar": Body._field, "fldSimple": Body._simple_field, "sdt": Body._control, "AlternateContent": Body._alternate, "footnoteReference": Body._note,
    "endnoteReference": Body._note, "txbxContent": Body._box, "txBody": Body._box, "drawing": Body._drawn, "pict": Body._drawn, "object": Body._drawn,
    "sym": Body._symbol, "f": Body._fraction,
}
