"""A real Spark Connect server with two executors of their own processes, small enough for two cores beside other work."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyspark

_SPARK = Path(pyspark.__file__).parent
_SETTINGS = {
    "spark.executor.memory": "600m",
    "spark.executor.cores": "1",
    "spark.driver.memory": "800m",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.connect.grpc.binding.address": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.driver.extraJavaOptions": "-XX:+UseSerialGC",
    "spark.executor.extraJavaOptions": "-XX:+UseSerialGC",
}
_START_SECONDS = 180


@dataclass(frozen=True)
class Server:
    """A running server: its address, and the session of processes that it and its executors belong to."""

    address: str
    session: int

    def processes(self, word: str) -> set[int]:
        """The running processes of the server whose command line holds a word."""
        found = set()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                command = (folder / "cmdline").read_bytes().decode(errors="replace")
                if word in command and os.getsid(int(folder.name)) == self.session:
                    found.add(int(folder.name))
            except OSError:
                continue
        return found


@contextmanager
def running(folder: Path) -> Iterator[Server]:
    """Start a server that keeps everything it writes below `folder`, and end it with all its processes."""
    home = folder / "spark"
    home.mkdir()
    for part in ("bin", "sbin", "jars"):
        (home / part).symlink_to(_SPARK / part)
    port = _free_port()
    settings = _SETTINGS | {"spark.connect.grpc.binding.port": str(port), "spark.local.dir": str(folder / "local")}
    command = ["bash", str(home / "sbin" / "start-connect-server.sh"), "--wait", "--master", "local-cluster[2,1,900]"]
    command += [word for name, value in settings.items() for word in ("--conf", f"{name}={value}")]
    environment = os.environ | {"SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
    try:
        _wait(process, port, folder / "server.log")
        yield Server(f"sc://127.0.0.1:{port}", process.pid)
    finally:
        _end(Server("", process.pid))
        process.wait()


def _end(server: Server) -> None:
    for pid in server.processes(""):
        os.kill(pid, signal.SIGKILL)


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, log.read_text(errors="replace")[-2000:]
        time.sleep(0.5)
    raise AssertionError(f"no server after {_START_SECONDS} s: {log.read_text(errors='replace')[-2000:]}")
