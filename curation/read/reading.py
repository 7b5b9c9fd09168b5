"""What reading a file gives: the text, where it stands on pages, and what was left out of it.

Every reader of this room returns a `Reading`; nothing is dropped without being counted here. A kind of what was left
out, and a notice, is a code whose words stand in `data/codebook/texts/reading.csv`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from curation.check.fault import CurationError
from wording.texts import text as words

# left, top, right, bottom as shares of the page's width and height
Box = tuple[float, float, float, float]
_SHARE = re.compile("[%％‰]|[百千万]分之|百分点")


class ReadError(CurationError):
    """A file that cannot be read; the words say what is wrong and how to mend it."""


@dataclass(frozen=True)
class Line:
    """One printed line: its code points in the text, its page (from 1), its place there, and how sure OCR was of it.

    `sure` is 1 for what the file itself holds as text.
    """

    start: int
    end: int
    page: int
    box: Box
    sure: float = 1.0


@dataclass(frozen=True)
class LeftOut:
    """How many pieces of one kind are not in the text: `deleted`, `hidden`, `page_furniture`, `picture`, ..."""

    kind: str
    count: int


@dataclass(frozen=True)
class Reading:
    """The text of one file.

    `kind` names the format (word, pdf, ofd, web, sheet, plain, picture). `fields` are what the page around the text says
    of it, as printed: (标题, ...), (发文机关, ...), (发文字号, ...), from the head of a web page or a table of particulars.
    `notices` are codes: `open_changes`, `by_ocr`, ... `pages` is 0 where the format has none, and then `lines` is empty.
    """

    text: str
    kind: str
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    lines: tuple[Line, ...] = ()
    pages: int = 0

    def lines_between(self, start: int, end: int) -> tuple[Line, ...]:
        """The printed lines that a stretch of the text touches."""
        return tuple(line for line in self.lines if line.start < end and start < line.end)

    def is_by_ocr(self, start: int, end: int) -> bool:
        """Whether a stretch of the text was read from a picture."""
        return "by_ocr" in self.notices and any(line.sure < 1 for line in self.lines_between(start, end))

    def must_be_asked(self, start: int, end: int) -> bool:
        """Whether a stretch is a share read from a picture."""
        return self.is_by_ocr(start, end) and is_share(self.text[start : end + 1])

    def said(self, lang: str) -> tuple[str, ...]:
        """What a reader must know of this text: the notices, then what was left out with its count."""
        notices = [words(f"read.notice.{code}", lang) for code in self.notices]
        return (*notices, *(words(f"read.left_out.{item.kind}", lang, count=item.count) for item in self.left_out))


def is_share(phrase: str) -> bool:
    """Whether a phrase is a share: OCR takes ‰ for % with full confidence, so that a person is always asked."""
    return bool(_SHARE.search(phrase))


def dumps(reading: Reading) -> str:
    """A reading as JSON, to be kept beside its file."""
    return json.dumps(as_record(reading), ensure_ascii=False)


def as_record(reading: Reading) -> dict[str, Any]:
    """A reading as what JSON can hold, to be handed from one process to another."""
    return asdict(reading)


def loads(held: str) -> Reading:
    """The reading that `dumps` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    return from_record(json.loads(held))


def from_record(content: Mapping[str, Any]) -> Reading:
    """A reading from its JSON record."""
    return Reading(
        str(content["text"]), str(content["kind"]),
        tuple(LeftOut(str(item["kind"]), int(item["count"])) for item in content["left_out"]),
        tuple(str(code) for code in content["notices"]),
        tuple((str(name), str(value)) for name, value in content["fields"]),
        tuple(_line(item) for item in content["lines"]), int(content["pages"]),
    )


def _line(item: Mapping[str, Any]) -> Line:
    left, top, right, bottom = (float(share) for share in item["box"])
    return Line(int(item["start"]), int(item["end"]), int(item["page"]), (left, top, right, bottom), float(item["sure"]))


def counted(counts: Mapping[str, int]) -> tuple[LeftOut, ...]:
    """What was left out, from a counter, without the kinds that did not occur."""
    return tuple(LeftOut(kind, count) for kind, count in sorted(counts.items()) if kind and count)
