"""One way into this room: the reading of a document file, whatever its format.

The file is read in a child process, so that one that asks for too much of the machine is refused and nothing else suffers.
"""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from curation.child import bounded
from curation.read.formats import format_of
from curation.read.limits import LIMITS, Limits, within
from curation.read.ofd import read_ofd
from curation.read.office import converted
from curation.read.pdf import read_pdf
from curation.read.plain import read_plain
from curation.read.reading import ReadError, Reading, as_record, from_record
from curation.read.sheet import read_sheet
from curation.read.web import read_web
from curation.read.word import read_word

Reader = Callable[[bytes, str, Limits], Reading]
_READERS: dict[str, Reader] = {"word": read_word, "pdf": read_pdf, "web": read_web, "plain": read_plain, "ofd": read_ofd, "sheet": read_sheet}
# Formats that LibreOffice turns into one that is read, with the notice that says so.
_CONVERTED = {"old_word": "docx", "old_sheet": "xlsx"}
# What recognising one page may take in seconds; and the data of the process, of which some 200 MB are set aside and never touched.
OCR_SECONDS, OCR_MEMORY = 60, 800 * 2**20


def read(path: Path | str, limits: Limits = LIMITS) -> Reading:
    """What a document file says, as a `Reading`; for .txt its text is exactly the decoded file, newlines untouched.

    Raises ReadError for a missing, too large, encrypted, scanned, damaged or unknown file.
    """
    path = Path(path)
    data = bytes_of(path, limits)
    kind = format_of(data, path.suffix.lower())
    if kind == "plain":
        return read_plain(data, path.name, limits)
    if kind == "zip":
        raise ReadError("read.several", name=path.name)
    if kind not in _CONVERTED:
        return _with_scans(path, kind, limits)
    with tempfile.TemporaryDirectory(prefix="read-") as folder:
        made = Path(folder) / f"{path.stem}.{_CONVERTED[kind]}"
        made.write_bytes(converted(data, path.name, _suffix(path), _CONVERTED[kind]))
        reading = _in_child(made, path.name, limits)
    return replace(reading, notices=(*reading.notices, "converted"))


def _with_scans(path: Path, kind: str, limits: Limits) -> Reading:
    """The reading of a file; pages that are pictures are recognised where OCR is installed."""
    pages = 1
    if kind != "picture":
        try:
            reading = _in_child(path, path.name, limits)
        except ReadError as error:
            if error.code not in ("read.scanned", "read.no_text_layer") or not can_recognise():
                raise
            pages = int(str(dict(error.values)["pages"]))
        else:
            if not can_recognise() or all(item.kind != "scanned_page" for item in reading.left_out):
                return reading
            pages = reading.pages
    elif not can_recognise():
        raise ReadError("read.no_ocr", name=path.name)
    more = replace(limits, seconds=limits.seconds + OCR_SECONDS * min(pages, limits.ocr_pages), memory_bytes=max(limits.memory_bytes, OCR_MEMORY))
    return from_record(bounded("curation.read.ocr", "scan_task", {"path": str(path.absolute()), "name": path.name}, path.name, more))


def _in_child(path: Path, name: str, limits: Limits) -> Reading:
    return from_record(bounded("curation.read.read_text", "read_task", {"path": str(path.absolute())}, name, limits))


def _suffix(path: Path) -> str:
    """The suffix by which LibreOffice knows the format; WPS writes the old formats of Office under its own names."""
    return {".wps": ".doc", ".wpt": ".doc", ".et": ".xls", "": ".doc"}.get(path.suffix.lower(), path.suffix.lower())


def read_document(path: Path | str) -> str:
    """The text of a document file alone."""
    return read(path).text


def read_task(request: dict[str, Any]) -> dict[str, Any]:
    """What the child does."""
    path, limits = Path(request["path"]), Limits(**request["limits"])
    return as_record(read_here(bytes_of(path, limits), path.name, limits))


def read_here(data: bytes, name: str, limits: Limits = LIMITS) -> Reading:
    """Read bytes in this very process; `read` is for files from outside."""
    kind = format_of(data, Path(name).suffix.lower())
    if kind == "locked":
        raise ReadError("read.locked_word", name=name)
    if kind not in _READERS:
        raise ReadError("read.damaged" if kind == "damaged" else "read.kind", name=name, kind=Path(name).suffix.lower(), **({"detail": "format"} if kind == "damaged" else {}))
    try:
        reading = _READERS[kind](data, name, limits)
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # whatever a library raises on damaged bytes
        raise ReadError("read.damaged", name=name, kind=Path(name).suffix.lower(), detail=type(error).__name__) from error
    within(len(reading.text), limits.characters, "characters", name)
    if reading.kind != "plain" and not reading.text.strip():
        raise ReadError("read.empty", name=name)
    return reading


def bytes_of(path: Path, limits: Limits) -> bytes:
    """The bytes of a file of allowed size."""
    try:
        if path.stat().st_size > limits.file_bytes:
            raise ReadError("read.large", name=path.name, limit=str(limits.file_bytes // 2**20))
        data = path.read_bytes()
    except OSError as error:
        raise ReadError("read.closed", name=str(path), detail=str(error.strerror)) from error
    if not data:
        raise ReadError("read.nothing", name=path.name)
    return data


def can_recognise() -> bool:
    """Whether the optional packages for OCR are installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None
