"""The lines of a page without what stands around the document: lists of links, the site's own words, and particulars, which become fields."""

import re
from collections import Counter
from dataclasses import dataclass

from curation.read.web_rules import is_around, pairs_in

# So many lines of links one after the other are navigation; so much of a line must be links.
_RUN, _SHARE = 3, 0.8
_ANNEX = re.compile(r"附\s*件|附\s*表")
_BODY = re.compile(r".*[。；;]$|第\s*[一二三四五六七八九十百零〇\d]{1,5}\s*[章条]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_LONG = 60


@dataclass(frozen=True)
class Line:
    """One line of a page, how many of its characters are links, how many links, and whether one leads to a file."""

    words: str
    linked: int
    links: int
    has_file: bool

    @property
    def is_links(self) -> bool:
        """Whether the line is hardly more than links to other pages; an annex to be fetched is none."""
        is_annex = self.has_file or _ANNEX.match(self.words) is not None
        return self.links > 0 and not is_annex and self.linked >= _SHARE * len(self.words)


def linked(lines: list[Line], left_out: Counter[str]) -> list[str]:
    """The lines without runs of links."""
    kept: list[str] = []
    place = 0
    while place < len(lines):
        end = place
        while end < len(lines) and lines[end].is_links:
            end += 1
        if end - place >= _RUN or sum(line.links for line in lines[place:end]) >= 2 * _RUN:
            left_out["navigation"] += 1
        else:
            kept += [line.words for line in lines[place:end]]
        kept += [lines[end].words] if end < len(lines) else []
        place = end + 1
    return kept


def around(lines: list[str], left_out: Counter[str]) -> list[str]:
    """The lines without what a site prints before and behind the document; inside the document nothing is taken for it."""
    body = [place for place, words in enumerate(lines) if not is_around(words) and (len(words) >= _LONG or _BODY.match(words) or "\t" in words)]
    first, last = (body[0], body[-1]) if body else (0, len(lines))
    kept = []
    for place, words in enumerate(lines):
        if is_around(words) and not first < place < last:
            left_out["navigation"] += 1
        else:
            kept.append(words)
    return kept


def particulars(lines: list[Line]) -> tuple[list[Line], list[tuple[str, str]]]:
    """The lines without names and values of the page's head, and these; only before the first sentence of the document."""
    kept: list[Line] = []
    pairs: list[tuple[str, str]] = []
    is_head = True
    for line in lines:
        found = pairs_in(line.words) if is_head else []
        pairs += found
        if not found:
            kept.append(line)
            is_head = is_head and _BODY.match(line.words) is None
    return kept, pairs
