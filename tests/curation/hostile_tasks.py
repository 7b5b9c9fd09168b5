"""What a guarded child may meet: work that ends it, that takes too long, too much memory or processor time, that prints."""

import os
import time
from collections.abc import Mapping
from typing import Any, NoReturn


def answer_task(request: Mapping[str, Any]) -> NoReturn:
    """Ends the process at once, as a library does that aborts."""
    os._exit(3)


def sleeps(request: Mapping[str, Any]) -> None:
    """Outlives any time that a test gives it."""
    time.sleep(600)


def spins(request: Mapping[str, Any]) -> None:
    """Uses processor time until it is ended."""
    while True:
        pass


def swallows(request: Mapping[str, Any]) -> int:
    """Takes as many bytes as it is asked to."""
    return len(bytearray(request["bytes"]))


def prints(request: Mapping[str, Any]) -> int:
    """A library that speaks on the standard output."""
    os.write(1, b"{}\n")
    print("{}")
    return os.getpid()
