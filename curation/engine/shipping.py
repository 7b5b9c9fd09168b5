"""What the workers of a cluster need of this project, as one archive: the code that works on documents, and the code lists."""

import hashlib
import zipfile
from pathlib import Path

from model.paths import ROOT

_ROOMS = ("curation", "wording", "model", "data/codebook")
_DAY = (2000, 1, 1, 0, 0, 0)  # no time enters the archive


def archive(folder: Path) -> Path:
    """Write the archive into `folder`; its name holds the hash of its content, so that two versions never share a name."""
    files = [ROOT / "requirements.txt", *(path for room in _ROOMS for path in sorted((ROOT / room).rglob("*")) if path.is_file() and path.suffix != ".pyc")]
    held = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    content = hashlib.sha256(b"".join(name.encode() + b"\0" + hashlib.sha256(data).digest() for name, data in held.items()))
    place = folder / f"curation-{content.hexdigest()[:16]}.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in held.items():
            file.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return place
