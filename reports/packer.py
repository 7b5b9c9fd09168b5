"""The one place where zip files get their final bytes, so that the same view gives the same file.

Office writers stamp the hour into every package; here entries are sorted, carry one fixed time, and the core properties
name the as-of date instead. Workbooks inside a package are treated in the same way.
"""

import io
import re
import zipfile
from datetime import date

_TIME = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_FIRST = ("[Content_Types].xml", "_rels/.rels")


def repacked(package: bytes, day: date) -> bytes:
    """An Office package with fixed times: created and modified on `day`."""
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        entries = {name: source.read(name) for name in source.namelist()}
    return packed({name: _settled(name, content, day) for name, content in entries.items()})


def packed(entries: dict[str, bytes]) -> bytes:
    """A zip file of the entries in a fixed order with fixed times."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(entries, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)):
            info = zipfile.ZipInfo(name, _TIME)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            archive.writestr(info, entries[name])
    return target.getvalue()


def _settled(name: str, content: bytes, day: date) -> bytes:
    if name.endswith(".xlsx"):
        return repacked(content, day)
    if name == "docProps/core.xml":
        return _STAMP.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode() + rb"\g<3>", content)
    return content
