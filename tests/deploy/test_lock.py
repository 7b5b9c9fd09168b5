"""The lock holds what requirements.txt asks for, with hashes, and knows what each system needs."""

import re
from pathlib import Path

import pytest

from deploy.lock import TARGETS, Locked, locked
from model.paths import ROOT

LINUX, ARM, WINDOWS = TARGETS


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pin_of_requirements_is_locked() -> None:
    pins = dict(line.split("==") for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").split() if "==" in line)
    held = {plain(item.name): item.version for item in locked()}
    assert pins and {name: held.get(plain(name)) for name in pins} == pins, "run: make lock"


def test_every_package_has_hashes_of_its_files() -> None:
    assert all(item.hashes and all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in item.hashes) for item in locked())


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_each_system_needs_one_version_of_a_package(target: object, python: str) -> None:
    names = [plain(item.name) for item in locked() if item.is_needed(target, python)]  # type: ignore[arg-type]
    assert len(names) == len(set(names)) > 30


@pytest.mark.parametrize(("marker", "needed"), [
    ("", (True, True, True)), ("sys_platform == 'win32'", (False, False, True)), ("platform_system == 'Windows'", (False, False, True)),
    ("platform_machine == 'aarch64'", (False, True, False)), ("os_name != 'nt' and python_version >= '3.12'", (False, False, False)),
])
def test_markers_are_asked_of_the_system_that_is_installed_on(marker: str, needed: tuple[bool, bool, bool]) -> None:
    item = Locked("x", "1", marker, ("sha256:0",))
    assert tuple(item.is_needed(target, "3.11") for target in (LINUX, ARM, WINDOWS)) == needed


def test_a_lock_that_is_not_understood_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("a==1 \\\n    --hash=sha256:00\nb==2\n", encoding="utf-8")
    with pytest.raises(ValueError, match="not understood"):
        locked(tmp_path / "lock")
