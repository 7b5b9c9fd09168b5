"""Every page opens on made-up snapshots, as `make run SNAPSHOT=...` shows them."""

import functools
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks.synthesize import synthesize
from components.menu import MENU
from loaders import in_use, queries, snapshot
from loaders.engine import Engine
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


def _asked(link: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[AppTest, int]:
    """A page opened by a link, and how many questions it put to the tables."""
    snapshot.cached.cache_clear()
    monkeypatch.setattr(in_use, "_good", {})
    monkeypatch.setattr(in_use, "opened", functools.partial(OPENED, folder))
    asked: list[str] = []
    run = Engine.run
    with monkeypatch.context() as patch:
        patch.setattr(Engine, "run", lambda self, sql, values=(): (asked.append(sql), run(self, sql, values))[1])
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in ({"as_of": DAY.isoformat(), "lang": "en"} | link).items():
            at.query_params[name] = value
        at.switch_page("app_pages/incubator_rewards.py")
        at.run()
    assert not at.exception and not at.error and at.title
    return at, len(asked)


def test_a_link_that_names_three_thousand_documents_costs_few_questions_and_says_what_it_dropped(folders: dict[int, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Known ones up to what a list holds are used; of unknown ones and those beyond it the page says how many."""
    plain, few = _asked({}, folders[500], monkeypatch)
    assert not plain.warning
    held = queries.documents(in_use.opened().tables)
    known = [*held]
    at, questions = _asked({"documents": ",".join((known * 6)[:3000])}, folders[500], monkeypatch)
    assert any("documents=+2600" in warning.value.replace("\\", "") for warning in at.warning)
    assert questions <= few + 20
    at, questions = _asked({"documents": ",".join(f"nowhere-{number}" for number in range(3000))}, folders[500], monkeypatch)
    said = "".join(warning.value for warning in at.warning).replace("\\", "")
    assert "documents=+2600" in said and "documents=nowhere-0" in said and "+391" in said
    assert questions <= few + 20
