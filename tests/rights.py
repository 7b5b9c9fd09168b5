"""Commands that have no more rights than the owner of a file has, also where the tests run as root: a read-only folder is then really read-only."""

import os
import shutil
from pathlib import Path

import pytest

_ABOVE = "-dac_override,-dac_read_search,-fowner"  # what lets root write and read past the rights of a file


def ordinary(*command: str) -> list[str]:
    """The command without root's ways around the rights of files."""
    if os.geteuid() != 0:
        return list(command)
    if not shutil.which("setpriv"):
        pytest.skip("setpriv (util-linux) is needed to give up root's rights")
    return ["setpriv", f"--bounding-set={_ABOVE}", f"--inh-caps={_ABOVE}", *command]


def read_only(place: Path) -> None:
    """Take the right to write from a folder and everything in it."""
    for path in [place, *place.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)


def writable(place: Path) -> None:
    """Give it back, so that the folder can be removed."""
    for path in [place, *place.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
