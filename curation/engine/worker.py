"""The guarded child process: `python -m curation.engine.worker MEGABYTES` answers one JSON line for each JSON line.

Its standard output belongs to the answers alone; whatever a library prints goes to standard error.
"""

import json
import os
import sys
from pathlib import Path

from curation.engine.tasks import answer

READY = b"ready\n"


def main() -> None:
    """Answer until the questions end, which they also do when the process that asked is gone."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory(int(sys.argv[1]))
    answers.write(READY)
    answers.flush()
    for line in sys.stdin.buffer:
        question = json.loads(line)
        answers.write(answer(question["task"], Path(question["path"])) + b"\n")
        answers.flush()


def _limit_memory(megabytes: int) -> None:
    """Where the system can (not on Windows), asking for more raises MemoryError in this process and harms no other."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


if __name__ == "__main__":
    main()
