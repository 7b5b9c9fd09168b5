"""What a release holds, as CycloneDX: `python -m deploy.sbom OUT.json [--system linux] [--python 3.11]`.

One list a system and Python: read from the whole lock, the list would name two versions of a package whose version depends
on the Python, since CycloneDX's reader does not ask markers.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from deploy.lock import TARGETS, Target, locked


def sbom(out: Path, target: Target, python: str) -> None:
    """Write the list; the same lock gives the same bytes. Raises CalledProcessError if it is not valid."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "requirements.txt"
        listed.write_text("".join(item.line() for item in locked() if item.is_needed(target, python)), encoding="utf-8")
        command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(listed), "--output-reproducible", "--of", "JSON", "--validate", "-o", str(out)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--system", choices=[target.name for target in TARGETS], default=TARGETS[0].name)
    parser.add_argument("--python", default=".".join(map(str, sys.version_info[:2])))
    given = parser.parse_args()
    sbom(given.out, next(target for target in TARGETS if target.name == given.system), given.python)
