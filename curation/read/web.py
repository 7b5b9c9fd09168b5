"""The text of a saved web page."""

import re
from typing import Any

from curation.read.limits import Limits
from curation.read.plain import decode
from curation.read.reading import Reading

_BLOCKS = frozenset({
    "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article", "header", "footer", "title", "dd", "dt", "blockquote",
})
_SILENT = frozenset({"script", "style", "noscript", "template", "head"})


def charset_of(data: bytes) -> str:
    """The encoding that a page names, or nothing."""
    match = re.search(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,20})", data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    return "gb18030" if name in ("gb2312", "gbk") else name


def read_web(data: bytes, name: str, limits: Limits) -> Reading:
    """The text of a saved web page."""
    from lxml import html

    markup = decode(data, name, charset_of(data))
    if not markup.strip():
        return Reading("", "web")
    root = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    return Reading(_tidy("".join(_pieces(root))), "web")


def _pieces(root: Any) -> list[str]:
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
