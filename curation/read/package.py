"""The parts of a zipped document (Word, OFD, Excel), opened with every size known beforehand."""

import posixpath
import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import Any

from lxml import etree

from curation.read.limits import Limits, within
from curation.read.reading import ReadError


class Package:
    """A zip whose parts are read by name; a name is matched as Office does, without regard to case and leading slash."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        """Raises ReadError for a damaged or locked zip, or one that unpacks to too much."""
        self.name, self.limits = name, limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise ReadError("read.damaged", name=name, kind=PurePath(name).suffix.lower(), detail=type(error).__name__) from error
        entries = self._zip.infolist()
        within(len(entries), limits.members, "members", name)
        self._left = limits.unpacked_bytes
        if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise ReadError("read.unpacks", name=name, limit=str(limits.unpacked_bytes // 2**20))
        if any(entry.flag_bits & 1 for entry in entries):
            raise ReadError("read.locked_zip", name=name)
        self._entries = {entry.filename.replace("\\", "/").lstrip("/").lower(): entry for entry in entries if not entry.is_dir()}

    def names(self) -> list[str]:
        """The names of all parts, as the zip writes them."""
        return [entry.filename for entry in self._entries.values()]

    def has(self, part: str) -> bool:
        """Whether a part is there."""
        return _plain(part) in self._entries

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises ReadError if it is missing, damaged, or larger than the zip says."""
        entry = self._entries.get(_plain(part))
        if entry is None:
            raise ReadError("read.part_missing", name=self.name, part=part[:80])
        try:
            with self._zip.open(entry) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise ReadError("read.damaged", name=self.name, kind=PurePath(self.name).suffix.lower(), detail=type(error).__name__) from error
        self._left -= len(data)
        if self._left < 0:
            raise ReadError("read.unpacks", name=self.name, limit=str(self.limits.unpacked_bytes // 2**20))
        return data

    def xml(self, part: str) -> Any:
        """The root element of a part, whose elements and attributes are counted before they are built."""
        return parse_xml(self.read(part), self.name, self.limits)

    def xml_of(self, data: bytes) -> Any:
        """The root element of bytes that were read before."""
        return parse_xml(data, self.name, self.limits)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part of an Office file points to, by id: the last word of the relation's type, and the target as a part's name.

        Targets that are no part (web addresses, bookmarks, missing pictures) are kept as they are written.
        """
        folder, _, file = part.rpartition("/")
        rels = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if not self.has(rels):
            return {}
        found = {}
        for item in self.xml(rels):
            kind, target = str(item.get("Type", "")).rpartition("/")[2], str(item.get("Target", ""))
            inside = item.get("TargetMode") != "External" and not target.startswith("#")
            found[str(item.get("Id", ""))] = (kind, resolve(folder, target) if inside else target)
        return found


def resolve(folder: str, target: str) -> str:
    """A part's name from a target that is absolute in the zip or relative to a folder of it."""
    path = posixpath.normpath("/" + (target if target.startswith("/") else posixpath.join(folder, target)))
    return path.lstrip("/")


def parse_xml(data: bytes, name: str, limits: Limits) -> Any:
    """The root of an XML document. No entities, no network, no more elements, attributes or depth than allowed."""
    within(data.count(b"<"), 2 * limits.elements, "elements", name)
    within(len(re.findall(rb"=\s*[\"']", data)), limits.attributes, "elements", name)
    if b"<!ENTITY" in data:
        raise ReadError("read.damaged", name=name, kind=".xml", detail="ENTITY")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if getattr(error, "code", 0) == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        if "depth" in str(error):
            raise ReadError("read.too_deep", name=name) from error
        raise ReadError("read.damaged", name=name, kind=".xml", detail=type(error).__name__) from error


def local(element: Any) -> str:
    """The name of an element without its namespace, so that both editions of a standard read alike."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name without namespace."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(held) for key, held in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
