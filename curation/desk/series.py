"""The series that a document stands in: curated documents that its text ends, extends or amends, or that it seems to continue."""

import re
from dataclasses import dataclass
from pathlib import Path

from curation.face import Face
from curation.face.series import Link
from model.characters import unified

_COLUMN = re.compile(r"^  (?P<name>document_id|city_id|title_zh|document_number|issued_on|effective_from|expires_on|repealed_on): ['\"]?(?P<value>[^'\"\n]+)", re.MULTILINE)
_HEAD = 6000  # characters of a curated file that hold the document's own columns
_FRAME = re.compile(r"^.*?关于(?:修订)?(?:印发|公布|发布)|的通知$|[《》〈〉“”\"\s]|\([^()]*\)")
_LOOSE = re.compile(r"暂行|试行|修订|若干|进一步|实施|管理|的")
_SHORTEST = 6


@dataclass(frozen=True)
class Held:
    """A curated document as far as a series needs it: columns as text, empty where the file has none."""

    path: Path
    columns: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.columns.get(name, "")

    @property
    def document_id(self) -> str:
        """The id of the document."""
        return self.path.stem


@dataclass(frozen=True)
class Related:
    """A curated document in the series: cited by a link of the text, or (`link` is None) of the same matter and earlier."""

    held: Held
    link: Link | None = None


def held_documents(documents: list[Path]) -> list[Held]:
    """The curated documents by their own columns; read as lines, since a page asks for them at every click."""
    return [Held(path, {match["name"]: match["value"].strip() for match in _COLUMN.finditer(path.read_text(encoding="utf-8", errors="replace")[:_HEAD])}) for path in documents]


def related(face: Face, own_id: str, city_id: str, held: list[Held]) -> list[Related]:
    """The documents of the series, those that the text cites first; one that is cited is not guessed again."""
    others = [item for item in held if item.document_id != own_id]
    cited = [Related(item, link) for link in face.series for item in others if link.number and item["document_number"] == link.number]
    taken = {item.held.document_id for item in cited}
    begins = face.value("effective_from") or face.value("issued_on")
    matter = matter_of(face.value("title_zh"))
    alike = [
        Related(item) for item in others
        if item.document_id not in taken and city_id and item["city_id"] == city_id and len(matter) >= _SHORTEST and matter_of(item["title_zh"]) == matter
        and begins and (item["effective_from"] or item["issued_on"] or begins) < begins
    ]
    return [*cited, *alike]


def matter_of(title: str) -> str:
    """What a title is about, without office, frame, version and loose words: two editions of one paper have the same."""
    bare = _FRAME.sub("", unified(title))
    about = bare.rpartition("关于")[2]
    return _LOOSE.sub("", re.sub(r"^.{2,6}?(?:[省市县区州盟旗])", "", about))
