"""The steps of the Containerfile without a container: the same files and no others, the same command, a folder that may only be read, a user without rights."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model.paths import ROOT
from tests.rights import ordinary, read_only, writable

WORDS = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
HOME = "/opt/policy"


def lines(name: str) -> list[str]:
    """What the lines of one instruction say, in their order."""
    return re.findall(rf"^\s*{name} (.+)$", WORDS, flags=re.MULTILINE)


def command(name: str, place: Path, port: int) -> list[str]:
    """The command of a line in JSON form, for another folder and port and the interpreter that runs the tests."""
    words = json.loads(next(said.split("CMD ", 1)[-1] for said in lines(name) if "[" in said))
    return [sys.executable if word == f"{HOME}/.venv/bin/python" else word.replace("8501", str(port)).replace(HOME, str(place)) for word in words]


def test_the_image_is_made_so_that_its_health_is_asked_and_its_commands_are_found() -> None:
    assert "--format docker" in WORDS, "the default format of podman drops HEALTHCHECK"
    for said in (*lines("CMD"), *lines("HEALTHCHECK")):
        assert f'"{HOME}/.venv/bin/python"' in said, "a relative command depends on the runtime"
    assert WORDS.index("pip install") < WORDS.index("COPY app.py"), "a change of the code does not install everything anew"
    assert lines("USER") == ["policy"] and WORDS.index("USER policy") > WORDS.rindex("COPY"), "its files belong to root"
    assert f"WORKDIR {HOME}" in WORDS and all(f"/{name}" not in said for said in lines("COPY") for name in ("library", "curated"))


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Path]:
    """The folder as the COPY lines fill it, without the right to write."""
    made = tmp_path / "opt"
    made.mkdir()
    for said in lines("COPY"):
        *sources, target = said.split()
        for source in sources:
            to = made / target / source if target == "./" else made / target
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, to, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                to.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / source, to)
    read_only(made)
    yield made
    writable(made)


@pytest.mark.slow
def test_what_is_copied_serves_pages_and_files_from_a_read_only_folder(place: Path, tmp_path: Path, browser: Any) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    home = tmp_path / "home"
    home.mkdir()
    settings = dict(pair.split("=", 1) for said in lines("ENV") for pair in said.replace(HOME, str(place)).split())
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", **settings, "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    health = command("HEALTHCHECK", place, port)
    process = subprocess.Popen(ordinary(*command("CMD", place, port)), cwd=place, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 300
        while subprocess.run(health, capture_output=True, check=False).returncode and process.poll() is None and time.monotonic() < end:
            time.sleep(0.5)
        assert process.poll() is None and not subprocess.run(health, capture_output=True, check=False).returncode
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as said:
            assert said.status == 200
        page = browser.new_page()
        for name in ("overview", "vouchers", "saved", "glossary", "method", "search"):
            page.goto(f"http://127.0.0.1:{port}/{name}")
            page.locator("h1").wait_for(timeout=120_000)
            assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0, name
        page.goto(f"http://127.0.0.1:{port}/vouchers")
        page.get_by_role("button", name="导出").click(timeout=120_000)
        with page.expect_download(timeout=300_000) as download:
            page.get_by_role("button", name="Word").click()
        assert Path(download.value.path()).read_bytes().startswith(b"PK")
        page.close()
    finally:
        process.terminate()
        process.wait()
