"""Reads the invented documents of tests/corpus/face and compares every face with the right one.

`python -m tests.curation.face.measure [HALF]` prints the shares and every value that is not right.
"""

import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from curation.face import Face, read_face
from curation.read.limits import LIMITS
from curation.read.office import office
from curation.read.read_text import read
from curation.read.zipped import documents_in
from tests.curation.face.files import write

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "face"
HALVES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
# What the goal speaks of: titles, numbers and dates; the rest is measured beside it.
MAIN = ("title_zh", "document_number", "issued_on", "published_on", "effective_from", "expires_on", "repealed_on")
OTHER = ("issuer_zh", "kind", "is_draft", "release_attribute")
RELATIONS = ("replaces", "extends", "amends", "continues")


@dataclass(frozen=True)
class Value:
    """One column of one document: what was proposed, what is right, and whether the curator is warned about it."""

    document: str
    column: str
    proposed: str
    right: str
    warned: bool

    @property
    def state(self) -> str:
        """right, empty (nothing proposed though the text says something), warned or wrong."""
        if self.proposed == self.right:
            return "right" if self.right else "rightly empty"
        return "empty" if not self.proposed else "warned" if self.warned else "wrong"


@cache
def documents(half: str) -> tuple[dict[str, Any], ...]:
    """The documents of one half as they stand in the corpus."""
    held = yaml.load((CORPUS / f"{half}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return tuple(held)


def face_of(document: dict[str, Any]) -> Face:
    """The face of a document, written to a file of its type and read as any file is."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(document, Path(folder))
        if document["form"] == "zip":
            name, data = documents_in(path.read_bytes(), path.name, LIMITS)[0]
            path = Path(folder) / name
            path.write_bytes(data)
        reading = read(path)
        return read_face(reading.text, reading.fields)


def readable(half: str) -> list[dict[str, Any]]:
    """The documents of a half that this machine can read: rich text needs LibreOffice."""
    return [document for document in documents(half) if document["form"] != "rtf" or office()]


@cache
def values(half: str) -> list[Value]:
    """Every column of every document of a half."""
    found = []
    for document in readable(half):
        face, right = face_of(document), document["right"]
        for column in (*MAIN, *OTHER):
            if column == "is_draft" and "is_draft" not in right:
                continue
            doubted = any(item.column in (column, "") for item in face.doubts)
            found.append(Value(document["name"], column, same(face.value(column)), same(right.get(column, "")), doubted))
        found.append(Value(document["name"], "paper", face.paper.kind, right["paper"], False))
        for relation in RELATIONS:
            cited = [link.number or link.title for link in face.series if link.relation == relation]
            found.append(Value(document["name"], relation, right.get(relation, "") if right.get(relation) in cited else (cited or [""])[0], right.get(relation, ""), True))
        if "doubt" in right:
            found.append(Value(document["name"], "doubt", right["doubt"] if any(item.code == right["doubt"] for item in face.doubts) else "", right["doubt"], True))
    return found


def same(words: str) -> str:
    """A value without what does not matter: spaces, the width of brackets."""
    return re.sub(r"\s", "", words).replace("（", "(").replace("）", ")")


def states(half: str, columns: tuple[str, ...] = MAIN) -> Counter[str]:
    """How often each state came up among the columns."""
    return Counter(item.state for item in values(half) if item.column in columns)


def main(halves: list[str]) -> None:
    """Print what is not right and the shares."""
    for half in halves or HALVES:
        held = values(half)
        for item in held:
            if item.state not in ("right", "rightly empty"):
                print(f"{item.state:7} {item.document} · {item.column}: {item.proposed!r}, right {item.right!r}")
        for name, columns in (("main", MAIN), ("other", (*OTHER, "paper", *RELATIONS, "doubt"))):
            print(half, name, len(readable(half)), dict(Counter(item.state for item in held if item.column in columns)))


if __name__ == "__main__":
    main(sys.argv[1:])
