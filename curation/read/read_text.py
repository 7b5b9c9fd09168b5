"""One way into this room: the reading of a document file, whatever its format, up to 20 MB."""

from collections.abc import Callable
from pathlib import Path

from curation.read.pdf import read_pdf
from curation.read.plain import read_plain
from curation.read.reading import ReadError, Reading
from curation.read.web import read_web
from curation.read.word import read_word

LARGEST = 20 * 1024 * 1024


def read(path: Path | str) -> Reading:
    """What a document file says, as a `Reading`; for .txt its text is exactly the decoded file, newlines untouched.

    Raises ReadError for a missing, too large, encrypted, scanned, damaged or unknown file.
    """
    path = Path(path)
    data = _bytes_of(path)
    reader, kind = _reader(data, path)
    try:
        reading = reader(data, path.name)
    except ReadError:
        raise
    except Exception as error:  # whatever a library raises on damaged bytes
        raise ReadError("read.damaged", name=path.name, kind=kind, detail=type(error).__name__) from error
    if reading.kind != "plain" and not reading.text.strip():
        raise ReadError("read.empty", name=path.name)
    return reading


def read_document(path: Path | str) -> str:
    """The text of a document file alone."""
    return read(path).text


def _reader(data: bytes, path: Path) -> tuple[Callable[[bytes, str], Reading], str]:
    """The reader of a file's format, which its bytes tell before its name does."""
    kind = path.suffix.lower()
    if data.startswith(b"%PDF") or kind == ".pdf":
        return read_pdf, ".pdf"
    if kind == ".docx" or (data.startswith(b"PK\x03\x04") and kind not in (".txt", ".html", ".htm")):
        return read_word, ".docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ReadError("read.old_word", name=path.name)
    if kind in (".html", ".htm", ".shtml", ".xhtml"):
        return read_web, ".html"
    if kind in (".txt", "", ".text"):
        return read_plain, ".txt"
    raise ReadError("read.kind", name=path.name, kind=kind)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError("read.large", name=path.name, limit=str(LARGEST // 2**20))
        return path.read_bytes()
    except OSError as error:
        raise ReadError("read.closed", name=str(path), detail=str(error.strerror)) from error
