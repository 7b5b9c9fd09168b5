"""The documents inside an archive: a notice with its annexes is several texts."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from curation.read.formats import format_of
from curation.read.limits import Limits, within
from curation.read.package import Package
from curation.read.reading import ReadError

# What systems leave in an archive beside its files.
_LITTER = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/)|Thumbs\.db$|desktop\.ini$|~\$)", re.IGNORECASE)
_MOST = 200


def documents_in(data: bytes, name: str, limits: Limits) -> list[tuple[str, bytes]]:
    """Every file of an archive with its own name, in order of names.

    Raises ReadError for one that is locked, damaged, empty, unpacks to too much, or holds another archive.
    """
    package = Package(data, name, limits)
    names = sorted(held for held in package.names() if not _LITTER.search(held))
    within(len(names), _MOST, "members", name)
    if not names:
        raise ReadError("read.empty_zip", name=name)
    found = [(_named(held, data), package.read(held)) for held in names]
    nested = next((inner for inner, held in found if format_of(held, PurePosixPath(inner).suffix.lower()) == "zip"), None)
    if nested is not None:
        raise ReadError("read.nested_zip", name=name, inner=nested)
    return found


def _named(name: str, data: bytes) -> str:
    """A name as its maker wrote it: archives of Chinese systems hold GBK that others take for the code page of old PCs."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        is_utf8 = archive.getinfo(name).flag_bits & 0x800
    plain = name
    if not is_utf8:
        try:
            plain = name.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            plain = name
    return PurePosixPath(plain.replace("\\", "/")).name
