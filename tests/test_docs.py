"""The documentation against the code: every page, setting and link that the README names is there, and the other way round."""

import re
from pathlib import Path

import pytest

from components.menu import MENU
from model.paths import ROOT
from wording.texts import text

README = (ROOT / "README.md").read_text(encoding="utf-8")
LAYERS = ("app.py", "serve.py", "desk.py", "service", "app_pages", "components", "charts", "reports", "compare", "loaders", "model", "curation")


def python_files() -> list[Path]:
    return [path for layer in LAYERS for path in ([ROOT / layer] if layer.endswith(".py") else sorted((ROOT / layer).rglob("*.py")))]


def test_every_page_has_its_line() -> None:
    for entries in MENU.values():
        for name, _ in entries:
            assert f"| {text(f'view.{name}', 'zh')} " in README, f"the README does not list {name}"


def test_every_setting_has_its_line_and_every_line_its_setting() -> None:
    used = {name for path in python_files() for name in re.findall(r"POLICY_[A-Z_]+", path.read_text(encoding="utf-8"))}
    assert used == set(re.findall(r"`(POLICY_[A-Z_]+)`", README))


@pytest.mark.parametrize("path", sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]), ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name} links to {target}"


def test_make_commands_that_are_named_exist() -> None:
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")):
        named = set(re.findall(r"`make ([a-z-]+)`", path.read_text(encoding="utf-8")))
        assert named <= known, f"{path.name}: {named - known}"


def test_every_guarantee_names_the_suite_that_proves_it() -> None:
    words = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")
    lines = [line for table in words.split("| guarantee | proved by |\n| --- | --- |\n")[1:] for line in table.split("\n\n")[0].splitlines()]
    assert len(lines) >= 6
    for line in lines:
        named = re.findall(r"`(tests/[\w/.]+)`", line)
        assert named and all((ROOT / name).exists() for name in named), line


def test_ci_calls_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test\n" in script and "make test    #" in README


def test_requirements_are_pinned_and_explained() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-spark.txt", "requirements-release.txt"):
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
            assert not line or line.startswith("#") or re.fullmatch(r"[A-Za-z0-9._-]+==[\w.]+( +#.*)?", line), line
