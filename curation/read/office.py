"""Old and foreign office files through LibreOffice, where it is installed: .doc, .wps, .rtf, .odt become .docx, .xls becomes .xlsx.

The conversion runs in a process of its own with a profile of its own that loads nothing from anywhere and runs no macros.
"""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from curation.read.limits import LIMITS, within
from curation.read.processes import own_group, stop, with_limits
from curation.read.reading import ReadError

SECONDS = 40
MEMORY = 500 * 2**20
_PLACES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice", r"C:\Program Files\LibreOffice\program\soffice.exe")
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""
# The end of a cell in RTF (\\cellx tells its width); the records LABELSST, NUMBER and RK with their lengths in BIFF8 ([MS-XLS] 2.4).
_CELL_MARKS = {".rtf": (rb"\cell",), ".xls": (b"\xfd\x00\x0a\x00", b"\x03\x02\x0e\x00", b"\x7e\x02\x0a\x00")}
# Nothing is fetched during a conversion: whatever a file links to is asked of a closed door.
_OFFLINE = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "", "SAL_USE_VCLPLUGIN": "svp"}


def office() -> str:
    """LibreOffice's program, or nothing."""
    return next((found for place in _PLACES if (found := shutil.which(place))), "")


def _reader(suffix: str) -> list[str]:
    """By which filter a format is read. Left to itself LibreOffice takes the bytes of a workbook that is cut off for a table of text."""
    return ["--infilter=MS Excel 97"] if suffix == ".xls" else []


def cells_of(data: bytes, suffix: str) -> int:
    """About how many cells a file holds, from its bytes alone: the marks of cells in .rtf, the heads of cell records in .xls; 0 elsewhere."""
    widths = data.count(rb"\cellx") if suffix == ".rtf" else 0
    return sum(data.count(mark) for mark in _CELL_MARKS.get(suffix, ())) - widths


def converted(data: bytes, name: str, suffix: str, target: str) -> bytes:
    """A file in another format (`docx`, `xlsx`). Raises ReadError if it has too many cells, or LibreOffice is missing, fails, or takes too long."""
    within(cells_of(data, suffix), LIMITS.cells, "cells", name)
    program = office()
    if not program:
        raise ReadError("read.no_office", name=name)
    with tempfile.TemporaryDirectory(prefix="read-") as folder:
        source = Path(folder) / f"source{suffix}"
        source.write_bytes(data)
        profile = Path(folder) / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        out = Path(folder) / "out"
        command = [program, "--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile.as_uri()}", *_reader(suffix), "--convert-to", target, "--outdir", str(out), str(source)]
        process = subprocess.Popen(
            with_limits(command, SECONDS, MEMORY), cwd=folder, env=os.environ | _OFFLINE | {"HOME": folder},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **own_group(),
        )
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            raise ReadError("read.too_long", name=name, seconds=str(SECONDS)) from error
        finally:
            stop(process)
        made = out / f"source.{target}"
        if not made.is_file():
            raise ReadError("read.not_converted", name=name)
        return made.read_bytes()
