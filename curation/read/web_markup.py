"""The markup of a saved page: its encoding, the page inside a web archive, and bytes that the parser takes."""

import re
from email import message_from_bytes, policy

from curation.read.plain import decode
from curation.read.reading import ReadError


def charset_of(data: bytes) -> str:
    """The encoding that a page names, or nothing."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return "gb18030" if name in ("gb2312", "gbk") else name


def safe_bytes(markup: str) -> bytes:
    """Bytes for the parser, without the declaration of another encoding and without what XML does not allow."""
    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", " ", plain).encode("utf-8")


def page_of_archive(data: bytes, name: str) -> bytes:
    """The page inside a web archive (.mht), as UTF-8."""
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            held = part.get_payload(decode=True)
            return decode(held if isinstance(held, bytes) else b"", name, part.get_content_charset() or charset_of(held if isinstance(held, bytes) else b"")).encode("utf-8")
    raise ReadError("read.empty_web", name=name)
