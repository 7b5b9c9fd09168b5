"""The offline bundle, made, installed and started in a network namespace that has no network; and the list of what it holds."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.bundle import bundle, fetch
from deploy.lock import TARGETS, locked
from deploy.sbom import sbom
from tests.browser.conftest import free_port

pytestmark = pytest.mark.slow
PYTHON = ".".join(map(str, sys.version_info[:2]))
LINUX, ARM, WINDOWS = TARGETS
_OFFLINE = """
set -eu
ip link set lo up
if timeout 3 bash -c 'exec 3<>/dev/tcp/192.0.2.1/443' 2>/dev/null; then echo 'there is a network' >&2; exit 3; fi
PYTHON={python} PORT={port} sh start.sh >start.log 2>&1 &
started=$!
for second in $(seq 300); do
    if {python} -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:{port}/readyz', timeout=3).read().decode())" 2>/dev/null; then
        {python} -c "import urllib.request as u; print(u.urlopen('http://127.0.0.1:{port}/vouchers', timeout=9).status)"
        kill $started; exit 0
    fi
    kill -0 $started 2>/dev/null || break
    sleep 1
done
cat start.log >&2
kill $started 2>/dev/null || true
exit 4
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle for Linux and Windows, in a folder with a space in its name."""
    out = tmp_path_factory.mktemp("bundle") / "the dashboard"
    bundle(out, PYTHON, [LINUX, WINDOWS])
    return out


@pytest.mark.skipif(shutil.which("unshare") is None or shutil.which("ip") is None, reason="needs util-linux and iproute2")
def test_it_installs_and_serves_without_a_network(made: Path) -> None:
    base = Path(sys.base_prefix) / "bin" / f"python{PYTHON}"
    script = _OFFLINE.format(python=base if base.exists() else "python3", port=free_port())
    done = subprocess.run(["unshare", "-rn", "bash", "-c", script], cwd=made, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert '"ready":true' in done.stdout and done.stdout.endswith("200\n")


def test_a_wheel_whose_hash_is_not_in_the_lock_is_refused(made: Path, tmp_path: Path) -> None:
    [wheel] = (made / "wheels").glob("plotly-*.whl")
    shutil.copy2(wheel, tmp_path)
    (tmp_path / wheel.name).write_bytes(wheel.read_bytes() + b"x")
    item = next(item for item in locked() if item.name == "plotly")
    (tmp_path / "listed.txt").write_text(item.line(), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "install", "--isolated", "--dry-run", "--no-deps", "--no-index", "--ignore-installed", "--require-hashes"]
    taken = [subprocess.run([*command, "--find-links", str(folder), "-r", str(tmp_path / "listed.txt")], capture_output=True, text=True, check=False) for folder in (made / "wheels", tmp_path)]
    assert taken[0].returncode == 0, taken[0].stderr
    assert taken[1].returncode != 0 and "DO NOT MATCH" in taken[1].stderr


def test_windows_finds_a_wheel_of_every_package(made: Path, tmp_path: Path) -> None:
    (tmp_path / "listed.txt").write_text("".join(item.line() for item in locked() if item.is_needed(WINDOWS, PYTHON)), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "install", "--isolated", "--quiet", "--dry-run", "--no-deps", "--no-index", "--require-hashes", "--only-binary", ":all:"]
    command += ["--platform", "win_amd64", "--python-version", PYTHON, "--target", str(tmp_path / "x"), "--find-links", str(made / "wheels")]
    done = subprocess.run([*command, "-r", str(tmp_path / "listed.txt")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    script = (made / "start.bat").read_bytes()
    assert script.count(b"\r\n") == script.count(b"\n") and f"py -{PYTHON}".encode() in script and b"@PYTHON@" not in script


def test_nothing_private_is_in_it(made: Path) -> None:
    assert not (made / "data" / "library").exists() and not (made / "tests").exists()
    assert not [path for path in made.rglob("*") if ".venv" not in path.parts and path.name in (".git", "__pycache__", "history.log")]


def test_the_list_of_what_a_release_holds_is_the_lock(tmp_path: Path) -> None:
    sbom(tmp_path / "a.json", LINUX, PYTHON)
    sbom(tmp_path / "b.json", LINUX, PYTHON)
    held = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert held["bomFormat"] == "CycloneDX" and (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    needed = {f"{item.name}=={item.version}": {value.split(":")[1] for value in item.hashes} for item in locked() if item.is_needed(LINUX, PYTHON)}
    found = {f"{item['name']}=={item['version']}": {value["content"] for place in item["externalReferences"] for value in place.get("hashes", [])} for item in held["components"]}
    assert found == needed


def test_a_package_without_a_wheel_for_a_system_stops_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deploy.bundle.locked", lambda: [item for item in locked() if item.name == "duckdb"])
    with pytest.raises(subprocess.CalledProcessError):
        fetch(WINDOWS, "2.7", tmp_path)
