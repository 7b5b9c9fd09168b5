"""Streamlit's own files for the proxy to serve: `python -m deploy.static_files /var/lib/policy/public`.

Their names hold their hash, so the files of an older version may stay for readers whose page is still open. Each file that
compresses well stands beside its compressed form, made once and as small as gzip can.
"""

import gzip
import shutil
import sys
from pathlib import Path

import streamlit

_SOURCE = Path(streamlit.__file__).parent / "static" / "static"
_COMPRESSED = frozenset({".js", ".css", ".json", ".svg", ".wasm", ".map"})


def write(folder: Path, source: Path = _SOURCE) -> int:
    """Copy what is not there yet into `folder`/static and return the number of files."""
    made = 0
    for path in sorted(source.rglob("*")):
        target = folder / "static" / path.relative_to(source)
        if path.is_dir() or target.exists():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix in _COMPRESSED:
            _put(target.with_name(target.name + ".gz"), gzip.compress(path.read_bytes(), 9, mtime=0))
        _put(target, path.read_bytes())
        made += 1
    return made


def _put(target: Path, data: bytes) -> None:
    """Write a file in one step, so that a running proxy never sends half of it."""
    draft = target.with_name(f".part-{target.name}")
    draft.write_bytes(data)
    draft.chmod(0o644)
    shutil.move(draft, target)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
