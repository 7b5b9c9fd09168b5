"""Run the whole dashboard from its entry file, without a browser."""

import json
from collections.abc import Callable, Sequence

import pytest
from streamlit.testing.v1 import AppTest

from model.paths import ROOT
from tests.conftest import DAY

Open = Callable[..., AppTest]


@pytest.fixture
def open_page() -> Open:
    """Open a page by name with link parameters and some of its folded parts unfolded; the app must not raise."""

    def opened(page: str, unfold: Sequence[str] = (), **parameters: str) -> AppTest:
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name in unfold:
            at.session_state[f"section.{name}.{parameters.get('lang', 'zh')}"] = True
        for name, value in ({"as_of": DAY.isoformat()} | parameters).items():
            at.query_params[name] = value
        at.switch_page(f"app_pages/{page}.py")
        at.run()
        assert not at.exception
        return at

    return opened


def words(at: AppTest) -> str:
    """Everything that the page says, tables and words to copy included, without escapes."""
    parts = [element.value for kind in (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.warning, at.error) for element in kind]
    parts += [f"{list(table.value.index)} {list(table.value.columns)} {table.value.to_numpy().tolist()}" for table in at.table]
    parts += [f"{list(frame.value.columns)} {frame.value.to_numpy().tolist()}" for frame in at.dataframe]
    return "\n".join(str(part).replace("\\", "") for part in [*parts, *copied(at)])


def copied(at: AppTest) -> list[str]:
    """The words behind every copy button of the page."""
    return [json.loads(element.proto.json)["words"] for element in at.get("bidi_component") if element.proto.component_name == "copy_button"]
