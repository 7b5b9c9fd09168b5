"""Every page opens on made-up snapshots, as `make run SNAPSHOT=...` shows them."""

import functools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.synthesize import synthesize
from components.menu import MENU
from loaders import in_use
from model.paths import ROOT
from tests.conftest import DAY

OPENED = in_use.opened
PAGES = [name for entries in MENU.values() for name, _ in entries]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """Tables of fifty and of five hundred documents."""
    made = {documents: tmp_path_factory.mktemp(f"made{documents}") for documents in (50, 500)}
    for documents, folder in made.items():
        synthesize(folder, documents)
    return made


def opens(page: str, lang: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, folder))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    at.query_params["as_of"], at.query_params["lang"] = DAY.isoformat(), lang
    at.switch_page(f"app_pages/{page}.py")
    at.run()
    assert not at.exception and not at.error
    assert at.title


@pytest.mark.parametrize(("page", "lang"), [(page, ("zh", "en")[place % 2]) for place, page in enumerate(PAGES)])
def test_a_page_opens_on_fifty_documents(page: str, lang: str, folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    opens(page, lang, folders[50], monkeypatch)


@pytest.mark.parametrize("page", [page if page in ("overview", "incubator_rewards") else pytest.param(page, marks=pytest.mark.slow) for page in PAGES])
def test_a_page_opens_on_five_hundred_documents(page: str, folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    opens(page, "zh", folders[500], monkeypatch)
