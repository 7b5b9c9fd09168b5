"""The files of a deployment against the project and the installed Streamlit."""

import base64
import configparser
import gzip
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import streamlit

from deploy import static_files
from model.paths import ROOT

DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


def test_the_content_policy_names_the_scripts_of_the_installed_streamlit() -> None:
    start = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inside = re.findall(r"<script>(.*?)</script>", start, flags=re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inside}
    assert hashes == set(re.findall(r"'sha256-([^']+)'", NGINX))


def test_the_content_policy_names_no_foreign_host_and_no_way_around() -> None:
    [policy] = re.findall(r'set \$policy_content "([^"]+)"', NGINX)
    assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "") and "*" not in policy and "http" not in policy
    assert "'unsafe-inline'" not in next(part for part in policy.split(";") if "script-src" in part)


def test_places_with_headers_of_their_own_keep_the_content_policy() -> None:
    """nginx passes headers down only to places that add none."""
    for place in re.findall(r"location [^{]+\{([^}]*add_header[^}]*)\}", NGINX):
        assert "Content-Security-Policy $policy_content" in place and "nosniff" in place and "Set-Cookie" not in place


def test_static_files_are_whole_compressed_and_written_once(tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "js").mkdir(parents=True)
    (source / "js" / "a.js").write_bytes(b"let a = 1;\n" * 500)
    (source / "b.woff2").write_bytes(b"font")
    assert static_files.write(tmp_path / "public", source) == 2 and static_files.write(tmp_path / "public", source) == 0
    made = tmp_path / "public" / "static" / "js"
    assert gzip.decompress((made / "a.js.gz").read_bytes()) == (made / "a.js").read_bytes() == (source / "js" / "a.js").read_bytes()
    assert not (tmp_path / "public" / "static" / "b.woff2.gz").exists()
    assert not list((tmp_path / "public").rglob(".part-*"))


def service() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(DEPLOY / "policy@.service", encoding="utf-8")
    return parser


def test_the_service_starts_what_is_there_and_is_shut_in() -> None:
    held = service()["Service"]
    assert "-m streamlit run serve.py --server.port %i" in held["ExecStart"] and (ROOT / "serve.py").is_file()
    assert held["User"] == "policy" and held["NoNewPrivileges"] == "yes" and held["ProtectSystem"] == "strict" and held["Restart"] == "always"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_service(tmp_path: Path) -> None:
    """Checked by systemd itself, with this machine's paths in the place of the server's."""
    words = (DEPLOY / "policy@.service").read_text(encoding="utf-8").replace("/opt/policy/.venv/bin/python", sys.executable).replace("policy\n", "root\n")
    (tmp_path / "policy@.service").write_text(words, encoding="utf-8")
    (tmp_path / "policy@8501.service").symlink_to(tmp_path / "policy@.service")
    done = subprocess.run(["systemd-analyze", "verify", str(tmp_path / "policy@8501.service")], capture_output=True, text=True, check=False)
    assert "policy@8501.service" not in done.stderr, done.stderr


def test_the_container_copies_every_room_that_the_service_needs() -> None:
    words = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    sources = [name for line in re.findall(r"^COPY (.+) \S+$", words, flags=re.M) for name in line.split()]
    assert all((ROOT / name).exists() for name in sources)
    code = "import serve, sys; print('\\n'.join({name.split('.')[0] for name in sys.modules}))"
    loaded = set(subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())
    rooms = {path.name for path in ROOT.iterdir() if (path / "__init__.py").is_file()}
    assert (loaded & rooms) <= set(sources), loaded & rooms


def test_settings_of_the_example_exist() -> None:
    """Every setting is Streamlit's own or one of the README's."""
    from streamlit import config

    known = {option.env_var for option in config._config_options_template.values()}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in re.findall(r"^([A-Z_]+)=", (DEPLOY / "policy.env.example").read_text(encoding="utf-8"), flags=re.M):
        assert name in known or f"`{name}`" in readme, name
