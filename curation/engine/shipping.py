"""What the workers of a cluster need of this project, as one archive: the code that works on documents, and the code lists."""

import hashlib
import zipfile
from pathlib import Path

from model.paths import ROOT

_PARTS = ("curation/**/*.py", "wording/**/*.py", "model/**/*.py", "data/codebook/**/*.csv", "requirements.txt")
_DAY = (2000, 1, 1, 0, 0, 0)  # no time enters the archive


def archive(folder: Path) -> Path:
    """Write the archive into `folder`; its name holds the hash of its content, so that two versions never share a name."""
    files = sorted({path for part in _PARTS for path in ROOT.glob(part)})
    held = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files}
    content = hashlib.sha256(b"".join(name.encode() + b"\0" + hashlib.sha256(data).digest() for name, data in held.items()))
    place = folder / f"curation-{content.hexdigest()[:16]}.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in held.items():
            file.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return place
