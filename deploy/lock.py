"""The lock `deploy/requirements.lock`: every package that runs, with the hashes of its files, for all systems and Pythons.

`python -m deploy.lock` makes it anew from requirements.txt. A line may end with a marker (`; sys_platform == ...`) that says
where the package is needed.
"""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

from model.paths import ROOT

LOCK = ROOT / "deploy" / "requirements.lock"
OLDEST_PYTHON = "3.11"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ \\]+)(?: ; (?P<marker>[^\\]+?))? \\\n(?P<hashes>(?:    --hash=\S+(?: \\)?\n?)+)", re.MULTILINE)


@dataclass(frozen=True)
class Target:
    """A system and a Python that a bundle is for; `tags` are pip's names of the system, `environment` what markers ask."""

    name: str
    tags: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]


def _linux(name: str, machine: str) -> Target:
    """Linux with glibc 2.28 or newer: Debian 10, RHEL 8, openEuler 20.03, Kylin V10, UOS 20."""
    tags = (*(f"manylinux_2_{minor}_{machine}" for minor in range(28, 16, -1)), f"manylinux2014_{machine}")
    return Target(name, tags, (("sys_platform", "linux"), ("platform_system", "Linux"), ("os_name", "posix"), ("platform_machine", machine)))


TARGETS = (
    _linux("linux", "x86_64"),
    _linux("linux-arm", "aarch64"),
    Target("windows", ("win_amd64",), (("sys_platform", "win32"), ("platform_system", "Windows"), ("os_name", "nt"), ("platform_machine", "AMD64"))),
)


@dataclass(frozen=True)
class Locked:
    """One package of the lock."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    def is_needed(self, target: Target, python: str) -> bool:
        """Whether the package belongs to a system and a Python ("3.11"); pip itself would ask the machine it runs on."""
        asked = {**dict(target.environment), "python_version": python, "python_full_version": f"{python}.0", "implementation_name": "cpython",
                 "platform_python_implementation": "CPython"}
        return not self.marker or Marker(self.marker).evaluate(asked)

    def line(self) -> str:
        """The package without its marker, as pip takes it."""
        return f"{self.name}=={self.version} \\\n" + " \\\n".join(f"    --hash={value}" for value in self.hashes) + "\n"


def locked(lock: Path = LOCK) -> list[Locked]:
    """Every package of the lock. Raises ValueError if a line is not understood."""
    text = lock.read_text(encoding="utf-8")
    found = [Locked(item["name"], item["version"], item["marker"] or "", tuple(re.findall(r"--hash=(\S+)", item["hashes"]))) for item in _ENTRY.finditer(text)]
    if len(found) != len(re.findall(r"^\S+==", text, flags=re.MULTILINE)):
        raise ValueError(f"{lock.name} has lines that are not understood")
    return found


def make(lock: Path = LOCK) -> None:
    """Resolve requirements.txt for all systems."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", OLDEST_PYTHON, "--no-header",
               "--no-annotate", "requirements.txt", "--output-file", str(lock)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    make()
