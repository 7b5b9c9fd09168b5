"""What strict readers check before they open an Office file, and our readers do not: written out here, and by schema."""

import io
import posixpath
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def check(content: bytes, ending: str, place: Path) -> None:
    """Raise AssertionError for a package that a strict reader would refuse or repair."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        parts = {name: archive.read(name) for name in names}
    _content_types(parts)
    _relationships(parts)
    _unique_ids(parts)
    path = place / f"checked.{ending}"
    path.write_bytes(content)
    result = OpenXmlValidator(FileFormat.OFFICE_2019, security_validation=True).validate(path)
    assert result.is_valid, [str(error) for error in result.errors][:10]
    for name, inner in parts.items():
        if name.endswith(".xlsx"):
            check(inner, "xlsx", place)


def charts(content: bytes) -> list[bytes]:
    """The chart parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in sorted(archive.namelist()) if "/charts/chart" in name and name.endswith(".xml")]


def pictures(content: bytes) -> list[str]:
    """Pictures in a package, without the template's thumbnail."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [name for name in archive.namelist() if name.endswith((".png", ".jpg", ".jpeg", ".emf", ".svg")) and "thumbnail" not in name]


def _content_types(parts: dict[str, bytes]) -> None:
    types = etree.fromstring(parts["[Content_Types].xml"])
    defaults = {node.get("Extension").lower() for node in types.iter(f"{_TYPES}Default")}
    overrides = {node.get("PartName") for node in types.iter(f"{_TYPES}Override")}
    for name in parts:
        if name != "[Content_Types].xml":
            assert f"/{name}" in overrides or name.rsplit(".", 1)[-1].lower() in defaults, name
    assert all(name.lstrip("/") in parts for name in overrides)


def _relationships(parts: dict[str, bytes]) -> None:
    """Every target exists, ids are unique, and every r:id that a part uses is there."""
    for name, content in parts.items():
        if not name.endswith(".rels"):
            continue
        folder = posixpath.dirname(posixpath.dirname(name))
        links = list(etree.fromstring(content).iter(_RELS))
        ids = [link.get("Id") for link in links]
        assert len(ids) == len(set(ids)), name
        for link in links:
            if link.get("TargetMode") != "External":
                target = link.get("Target")
                full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                assert full in parts, (name, target)
        owner = posixpath.join(folder, posixpath.basename(name)[: -len(".rels")])
        if owner in parts and owner.endswith(".xml"):
            used = {value for node in etree.fromstring(parts[owner]).iter() for key, value in node.attrib.items() if key.startswith(f"{{{_R}}}")}
            assert used <= set(ids), (owner, used - set(ids))


def _unique_ids(parts: dict[str, bytes]) -> None:
    for name, content in parts.items():
        if not name.endswith(".xml") or not name.startswith(("word/document", "ppt/slides/", "xl/drawings/")):
            continue
        root = etree.fromstring(content)
        for tag in ("docPr", "cNvPr", "bookmarkStart"):
            ids = [node.get("id") or node.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id") for node in root.iter(f"{{*}}{tag}")]
            assert len(ids) == len(set(ids)), (name, tag)
