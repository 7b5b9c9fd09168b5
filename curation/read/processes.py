"""Child processes that can take no more of the machine than they are given, and that leave nothing behind.

Memory is what a process allocates for itself (RLIMIT_DATA), which Linux enforces; other systems have only the clock.
"""

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any


def own_group() -> dict[str, Any]:
    """What `subprocess.Popen` needs so that `stop` ends a child with all that it started."""
    return {"creationflags": 0x00000200} if sys.platform == "win32" else {"process_group": 0}


def with_limits(command: list[str], seconds: int, memory: int) -> list[str]:
    """A command of another program under limits of processor time and memory."""
    if sys.platform == "win32":
        return command
    return ["/bin/sh", "-c", f'ulimit -c 0; ulimit -t {2 * seconds}; ulimit -d {memory // 1024}; exec "$@"', "sh", *command]


def limit_myself(seconds: int, memory: int) -> None:
    """Set the same limits for this process; 0 seconds is no limit of processor time."""
    if sys.platform == "win32":
        return
    import resource

    times = ((resource.RLIMIT_CPU, 2 * seconds + 1),) if seconds else ()
    for kind, value in ((resource.RLIMIT_DATA, memory), *times, (resource.RLIMIT_CORE, 0)):
        _, most = resource.getrlimit(kind)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (value if most == resource.RLIM_INFINITY else min(value, most), most))


def stop(process: "subprocess.Popen[Any]") -> None:
    """End a child with all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
