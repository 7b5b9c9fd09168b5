"""A real nginx with the project's configuration before two processes of the dashboard, all on free ports of this machine."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deploy import static_files
from model.paths import ROOT
from tests.browser.conftest import free_port

CONFIGURATION = ROOT / "deploy" / "nginx.conf"
_AROUND = """
{user}worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 512; }}
http {{
    include {types};
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/policy.conf;
}}
"""


@dataclass
class Deployment:
    """The address of the proxy, and the processes behind it by their ports."""

    folder: Path
    port: int = field(default_factory=free_port)
    processes: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where readers come in."""
        return f"http://127.0.0.1:{self.port}"

    def start(self, port: int) -> None:
        """Start one process of the dashboard and wait until it is ready."""
        environment = os.environ | {"STREAMLIT_SERVER_COOKIE_SECRET": "f" * 64, "STREAMLIT_SERVER_ENABLE_WEBSOCKET_COMPRESSION": "true"}
        with (self.folder / f"{port}.log").open("ab") as log:
            command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(port)]
            self.processes[port] = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        wait_for(f"http://127.0.0.1:{port}/readyz")

    def kill(self, port: int) -> None:
        """End one process without a word."""
        self.processes[port].send_signal(signal.SIGKILL)
        self.processes.pop(port).wait()

    def sessions(self) -> dict[int, int]:
        """Connected readers of each process, as its metrics say."""
        return {port: int(metric(port, "policy_sessions ")) for port in self.processes}


def metric(port: int, beginning: str) -> float:
    """The value of one line of a process's metrics; 0 if it is not there."""
    said = urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10).read().decode()
    return next((float(line.rsplit(" ", 1)[1]) for line in said.splitlines() if line.startswith(beginning)), 0.0)


def wait_for(url: str, seconds: float = 120) -> None:
    """Until an address answers with 200."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            urllib.request.urlopen(url, timeout=5)
        except OSError:
            time.sleep(0.3)
        else:
            return
    raise AssertionError(f"{url} does not answer")


def nginx_path() -> str:
    """Where nginx is; a missing one fails in CI, because a skipped test proves nothing."""
    path = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("nginx is not installed; run: make proxy")
    return str(path)


def configured(deployment: Deployment, ports: tuple[int, int]) -> str:
    """The project's configuration with the ports and folders of a test; every replaced word must be there."""
    words = CONFIGURATION.read_text(encoding="utf-8")
    changes = {
        "listen 80;": f"listen 127.0.0.1:{deployment.port};", "127.0.0.1:8501": f"127.0.0.1:{ports[0]}", "127.0.0.1:8502": f"127.0.0.1:{ports[1]}",
        "/var/log/nginx/policy.log": f"{deployment.folder}/access.log", "/var/lib/policy/public": f"{deployment.folder}/public",
    }
    for old, new in changes.items():
        assert old in words, old
        words = words.replace(old, new)
    return words


@contextmanager
def deployed(folder: Path) -> Iterator[Deployment]:
    """Start nginx and two processes and end them again."""
    made = Deployment(folder)
    ports = (free_port(), free_port())
    static_files.write(folder / "public")
    folder.chmod(0o755)
    (folder / "policy.conf").write_text(configured(made, ports), encoding="utf-8")
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, types="/etc/nginx/mime.types", user="user root;\n" if os.getuid() == 0 else ""), encoding="utf-8")
    with ExitStack() as stack:
        for port in ports:
            made.start(port)
        stack.callback(lambda: [made.kill(port) for port in list(made.processes)])
        proxy = subprocess.Popen([nginx_path(), "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
        stack.callback(proxy.wait)
        stack.callback(proxy.terminate)
        wait_for(f"{made.address}/readyz")
        yield made


def status(url: str) -> int:
    """The status of an address."""
    try:
        return int(urllib.request.urlopen(url, timeout=20).status)
    except urllib.error.HTTPError as error:
        return error.code
