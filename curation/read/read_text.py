"""The plain text of a document file: .txt, .html, .docx and .pdf with a text layer, up to 20 MB."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from curation.check.fault import CurationError

LARGEST = 20 * 1024 * 1024
_LARGEST_UNPACKED = 20 * LARGEST

_BLOCKS = frozenset({
    "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article", "header", "footer", "title", "dd", "dt", "blockquote",
})
_SILENT = frozenset({"script", "style", "noscript", "template", "head"})


class ReadError(CurationError):
    """A file that cannot be read; the words say what is wrong and how to mend it."""


def read_document(path: Path | str) -> str:
    """The text of a document file; for .txt exactly the decoded file, newlines untouched.

    Raises ReadError for a missing, too large, encrypted, scanned, damaged or unknown file.
    """
    path = Path(path)
    data = _bytes_of(path)
    kind = path.suffix.lower()
    if data.startswith(b"%PDF") or kind == ".pdf":
        return _checked(path, _pdf_text(data, path))
    if kind == ".docx" or (data.startswith(b"PK\x03\x04") and kind not in (".txt", ".html", ".htm")):
        return _checked(path, _docx_text(data, path))
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("read.old_word", name=path.name)
    if kind in (".html", ".htm", ".shtml", ".xhtml"):
        return _checked(path, _html_text(decode(data, path.name, _html_charset(data)), path))
    if kind in (".txt", "", ".text"):
        return decode(data, path.name)
    raise ReadError("read.kind", name=path.name, kind=kind)


def decode(data: bytes, name: str, charset: str = "") -> str:
    """Bytes to text as UTF-8, UTF-16 with its mark, or GB18030, whichever the bytes allow.

    A byte order mark is dropped. Raises ReadError for bytes that are no text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates: tuple[str, ...] = ("utf-16",)
    elif b"\x00" in data:
        candidates = _utf16_guess(data)
    else:
        candidates = tuple(filter(None, (charset, "utf-8-sig", "gb18030")))
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_text(text):
            return text
    raise ReadError("read.no_text", name=name)


def _utf16_guess(data: bytes) -> tuple[str, ...]:
    """UTF-16 without its mark: line ends and spaces show which byte comes first."""
    little, big = data.count(b"\n\x00") + data.count(b" \x00"), data.count(b"\x00\n") + data.count(b"\x00 ")
    return ("utf-16-le",) if little > big else ("utf-16-be",) if big > little else ()


def _is_text(text: str) -> bool:
    sample = text[:200_000]
    strange = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd\ufffe\uffff\ue000-\uf8ff\U000f0000-\U0010ffff]|[\ud800-\udfff]", sample))
    return strange <= len(sample) * 0.02


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError("read.large", name=path.name, limit=str(LARGEST // 2**20))
        return path.read_bytes()
    except OSError as error:
        raise ReadError("read.closed", name=str(path), detail=str(error.strerror)) from error


def _checked(path: Path, text: str) -> str:
    if not text.strip():
        raise ReadError("read.empty", name=path.name)
    return text


def _guarded(path: Path, kind: str, read: Callable[[], str]) -> str:
    """Run a reader of a library; whatever it raises on damaged bytes becomes one ReadError."""
    try:
        return read()
    except ReadError:
        raise
    except Exception as error:
        raise ReadError("read.damaged", name=path.name, kind=kind, detail=type(error).__name__) from error


def _html_charset(data: bytes) -> str:
    match = re.search(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return "gb18030" if name in ("gb2312", "gbk") else name


def _html_text(markup: str, path: Path) -> str:
    def read() -> str:
        from lxml import html

        root = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
        return _tidy("".join(_html_pieces(root)))

    return _guarded(path, ".html", read) if markup.strip() else ""


def _html_pieces(root: Any) -> list[str]:
    """Text of the elements in order, a line end at each block; without recursion, as pages may nest deeply."""
    pieces: list[str] = []
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, opening = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if opening:
            stack.append((element, False))
            if tag in _BLOCKS:
                pieces.append("\n")
            if tag and tag not in _SILENT:
                pieces.append(re.sub(r"\s+", " ", element.text or ""))
                stack.extend((child, True) for child in reversed(element))
            continue
        if tag in _BLOCKS:
            pieces.append("\n")
        if element is not root:
            pieces.append(re.sub(r"\s+", " ", element.tail or ""))
    return pieces


def _tidy(text: str) -> str:
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _docx_text(data: bytes, path: Path) -> str:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("read.locked_word", name=path.name)

    def read() -> str:
        import docx
        from docx.table import Table

        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _LARGEST_UNPACKED:
                raise ReadError("read.unpacks", name=path.name, limit=str(LARGEST // 2**20))
        lines: list[str] = []
        for block in docx.Document(BytesIO(data)).iter_inner_content():
            lines.extend(_table_lines(block) if isinstance(block, Table) else [block.text])
        return "\n".join(lines) + "\n"

    return _guarded(path, ".docx", read)


def _table_lines(table: Any) -> list[str]:
    """One line a row; a merged cell once."""
    lines = []
    for row in table.rows:
        cells: list[Any] = []
        for cell in row.cells:
            if not cells or cell._tc is not cells[-1]._tc:
                cells.append(cell)
        lines.append("\t".join(cell.text.replace("\n", " ") for cell in cells))
    return lines


def _pdf_text(data: bytes, path: Path) -> str:
    def read() -> str:
        import pypdf

        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("read.locked_pdf", name=path.name)
        text = "\n".join(page.extract_text() or "" for page in reader.pages)
        if len("".join(text.split())) < 10 * len(reader.pages) or not text.strip():
            raise ReadError("read.scanned", name=path.name)
        return text

    return _guarded(path, ".pdf", read)
