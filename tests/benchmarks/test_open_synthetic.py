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
def fifty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fifty")
    synthesize(folder, 50)
    return folder


@pytest.mark.parametrize(("page", "lang"), [(page, ("zh", "en")[place % 2]) for place, page in enumerate(PAGES)])
def test_a_page_opens_on_fifty_documents(page: str, lang: str, fifty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, fifty))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    at.query_params["as_of"], at.query_params["lang"] = DAY.isoformat(), lang
    at.switch_page(f"app_pages/{page}.py")
    at.run()
    assert not at.exception and not at.error
    assert at.title
