"""The dashboard as one process of a deployment, started, replaced and measured: what benchmarks and the load test drive."""

import os
import resource
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import IO

from model.paths import ROOT

_TICK = os.sysconf("SC_CLK_TCK")
_START = 300  # seconds that a process may take to answer; a busy machine is slow, not wrong


class Served:
    """One process on a port of this machine, with its log in a file."""

    def __init__(self, port: int, tables: Path, log: IO[bytes] | int = subprocess.DEVNULL) -> None:
        self.port, self._tables, self._log = port, tables, log
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "streamlit", "run", "serve.py", "--server.port", str(self.port), "--server.headless", "true"]
        environment = {**os.environ, "POLICY_TABLES": str(self._tables.resolve())}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=self._log, stderr=self._log)
        end = time.monotonic() + _START
        while time.monotonic() < end and process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=5):
                    return process
            except OSError:
                time.sleep(0.3)
        process.kill()
        raise RuntimeError("the dashboard did not start")

    def kill(self) -> None:
        """End the process without a word."""
        self._process.kill()
        self._process.wait()

    def start_again(self) -> None:
        """A new process in place of one that was ended."""
        self._process = self._started()

    def stop(self) -> None:
        """End the process in good order."""
        self._process.terminate()
        self._process.wait()

    def spent(self) -> float:
        """Processor seconds of the process so far."""
        parts = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        return (int(parts[11]) + int(parts[12])) / _TICK

    def memory(self) -> float:
        """Resident memory of the process in MB."""
        return int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="utf-8").split()[1]) * resource.getpagesize() / 2**20
