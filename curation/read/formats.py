"""Which format a file is of, told by its bytes; its name decides only between kinds of text."""

import re
import zipfile
from io import BytesIO

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_NAMES = {
    ".pdf": "pdf", ".docx": "word", ".docm": "word", ".dotx": "word", ".dotm": "word", ".doc": "old_word", ".dot": "old_word", ".wps": "old_word", ".wpt": "old_word", ".rtf": "old_word",
    ".odt": "old_word", ".ofd": "ofd", ".xlsx": "sheet", ".xlsm": "sheet", ".xls": "old_sheet", ".et": "old_sheet", ".html": "web", ".htm": "web", ".shtml": "web", ".xhtml": "web", ".mht": "web",
    ".mhtml": "web", ".zip": "zip", ".txt": "plain", ".text": "plain", "": "plain", ".png": "picture", ".jpg": "picture", ".jpeg": "picture", ".tif": "picture", ".tiff": "picture", ".bmp": "picture",
}
SUFFIXES = tuple(sorted(suffix[1:] for suffix in _NAMES if suffix))


def format_of(data: bytes, suffix: str) -> str:
    """The format: plain, web, word, old_word, pdf, ofd, sheet, old_sheet, picture, zip, locked (encrypted Office), or nothing for one that is not read."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(OLE):
        return _in_ole(data)
    if data.startswith((ZIP, b"PK\x05\x06")):
        return _in_zip(data, suffix)
    if data.startswith(_PICTURES[:4]) or (data.startswith(_PICTURES[4:]) and _NAMES.get(suffix) == "picture") or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return "picture"
    if data.startswith(b"{\\rtf"):
        return "old_word"
    head = data[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if b"word.document" in head[:600] and head.startswith(b"<?xml"):
        return "old_word"
    if re.match(rb"<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype html|html)", head) or re.search(rb"^content-type:\s*multipart/related", head, re.MULTILINE):
        return "web"
    named = _NAMES.get(suffix, "")
    return named if named in ("plain", "web") else ("damaged" if named else "")


def _in_ole(data: bytes) -> str:
    """Old Office files, and encrypted new ones, by the names of their streams."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "locked"
    if "WordDocument".encode("utf-16-le") in data:
        return "old_word"
    return "old_sheet" if any(name.encode("utf-16-le") + b"\x00\x00" in data for name in ("Workbook", "Book")) else "damaged"


def _in_zip(data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()[:5000]}
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        named = _NAMES.get(suffix, "zip")
        return named if named in ("word", "ofd", "sheet", "zip") else "damaged"
    if "ofd.xml" in names:
        return "ofd"
    if "[content_types].xml" in names:
        return "sheet" if any(name.startswith("xl/") for name in names) else "" if any(name.startswith("ppt/") for name in names) else "word"
    if "content.xml" in names and "mimetype" in names:
        return "old_word" if suffix not in (".ods", ".odp") else ""
    return "zip"
