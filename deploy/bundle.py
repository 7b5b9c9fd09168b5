"""A folder that installs and starts without a network: `python -m deploy.bundle OUT [--python 3.11] [--system linux windows]`.

It holds the program, the published tables, a wheel of every package for each system, and a start script for Linux and
Windows. pip takes only files whose hash stands in the lock.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from deploy.lock import LOCK, TARGETS, Target, locked
from model.paths import ROOT

_FILES = ("app.py", "serve.py", "desk.py", "requirements.txt", "README.md", "LICENSE", "CHANGELOG.md")
_ROOMS = ("app_pages", "charts", "compare", "components", "curation", "deploy", "loaders", "model", "reports", "service", "wording", "docs", ".streamlit",
          "data/codebook", "data/curated", "data/tables")
_NOT_TAKEN = shutil.ignore_patterns("__pycache__", "*.pyc", "*.log", ".build-*")


def bundle(out: Path, python: str, targets: Sequence[Target] = TARGETS) -> None:
    """Write the whole folder; `out` must not be there yet. Raises FileExistsError, and CalledProcessError if a wheel is missing."""
    out.mkdir(parents=True)
    for name in _FILES:
        shutil.copy2(ROOT / name, out / name)
    for name in _ROOMS:
        shutil.copytree(ROOT / name, out / name, ignore=_NOT_TAKEN)
    shutil.copy2(LOCK, out / "requirements.lock")
    for target in targets:
        fetch(target, python, out / "wheels")
    for name in ("start.sh", "start.bat"):
        script = (ROOT / "deploy" / name).read_text(encoding="utf-8").replace("@PYTHON@", python)
        place = out / name
        place.write_text(script, encoding="utf-8", newline="\r\n" if name.endswith(".bat") else "\n")
        place.chmod(0o755)


def fetch(target: Target, python: str, folder: Path) -> None:
    """The wheels of one system. What it needs is worked out from the lock: pip would ask the markers of this machine."""
    with tempfile.TemporaryDirectory() as held:
        listed = Path(held) / "requirements.txt"
        listed.write_text("".join(item.line() for item in locked() if item.is_needed(target, python)), encoding="utf-8")
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
        command += ["--python-version", python, "--implementation", "cp", *(word for tag in target.tags for word in ("--platform", tag))]
        subprocess.run([*command, "--dest", str(folder), "-r", str(listed)], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--python", default=".".join(map(str, sys.version_info[:2])), help="Python of the machines to install on, e.g. 3.12")
    parser.add_argument("--system", nargs="+", choices=[target.name for target in TARGETS], default=[target.name for target in TARGETS])
    given = parser.parse_args()
    bundle(given.out, given.python, [target for target in TARGETS if target.name in given.system])
