"""Data flows one way: each layer imports only from the layers to its left."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = {
    "model": {"model"},
    "curation": {"model", "wording", "curation"},
    "loaders": {"model", "loaders"},
    "compare": {"model", "loaders", "compare"},
    "wording": {"model", "loaders", "compare", "wording"},
    "charts": {"model", "loaders", "compare", "wording", "charts"},
    "reports": {"model", "loaders", "compare", "wording", "charts", "reports"},
    "service": {"model", "loaders", "service"},
    "components": {"service", "model", "loaders", "compare", "wording", "charts", "reports", "components"},
}
ENTRY_POINTS = {"reports/__main__.py", "curation/__main__.py"}
# The selection, and two things that a reader makes: the report basket and a half-curated document.
STATEFUL = {"filters.py", "basket.py", "keep.py", "saved.py", "curate_state.py"}
LAYERS = {*ALLOWED, "app_pages"}


def imports(path: Path) -> set[str]:
    """First names of everything a module imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the layer"
            found.add((node.module or "").split(".")[0])
    return found


MODULES = [path for layer in ALLOWED for path in sorted((ROOT / layer).rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_layer_imports_only_what_lies_to_its_left(path: Path) -> None:
    name = str(path.relative_to(ROOT))
    if name in ENTRY_POINTS:
        return
    layer = name.split("/")[0]
    allowed = ALLOWED[layer] | ({"loaders", "compare"} if name.startswith("curation/commands/") else set())
    allowed |= {"curation"} if name.startswith("components/desk/") else set()  # the curator's desk, only under `make curate`
    assert imports(path) & LAYERS <= allowed


FACTS = [path for path in MODULES if path.relative_to(ROOT).parts[0] in ("model", "loaders", "compare")]


@pytest.mark.parametrize("path", FACTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_before_wording_knows_a_language(path: Path) -> None:
    if path.name == "selection.py":  # the link names the language in which it is to be shown
        return
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    named = {getattr(node, attribute) for node in tree for attribute in ("id", "arg", "attr") if hasattr(node, attribute)}
    assert "lang" not in named


@pytest.mark.parametrize("path", [p for p in MODULES if p.relative_to(ROOT).parts[0] != "components"], ids=lambda p: str(p.relative_to(ROOT)))
def test_only_components_and_pages_know_streamlit(path: Path) -> None:
    assert "streamlit" not in imports(path)


def test_pages_stay_short_and_are_all_in_the_menu() -> None:
    from components.menu import MENU

    named = {name for entries in MENU.values() for name, _ in entries}
    for path in sorted((ROOT / "app_pages").glob("*.py")):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 90, f"{path.name} is no longer a table of contents"
        assert path.stem in named or path.stem == "curate", f"{path.name} is not in the menu"


@pytest.mark.parametrize("path", [*MODULES, *sorted((ROOT / "app_pages").glob("*.py")), ROOT / "app.py"], ids=lambda p: str(p.relative_to(ROOT)))
def test_forbidden_ways(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert "unsafe_allow_html" not in source
    assert "pickle" not in imports(path)
    if path.name not in STATEFUL:
        assert "st.session_state" not in source, "session state lives in components/filters.py"
