"""A file that cannot be read is refused by its name with the mend, within the limits, and leaves nothing behind."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from curation.desk.folder import add_file
from curation.read.limits import LIMITS
from model.paths import ROOT
from tests.curation.bad_files import CONVERTED, bad_files
from wording.texts import texts

BAD = dict(bad_files())
SECONDS, MEGABYTES = 10, 500
# One process for one file: seconds of the clock, and the most memory that it or a child of it held.
MEASURED = """
import json, resource, sys, time
from pathlib import Path
from curation.desk.folder import add_file
began = time.monotonic()
found = add_file(Path(sys.argv[1]), [], Path(sys.argv[2]))
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([time.monotonic() - began, most // 1024, [item.error.said("en") if item.error else "" for item in found]]))
"""


def test_the_limits_are_those_that_are_promised() -> None:
    assert LIMITS.seconds <= SECONDS and LIMITS.memory_bytes <= MEGABYTES * 2**20


@pytest.mark.parametrize("name", [name for name in BAD if name.rpartition(".")[2] not in CONVERTED])
def test_a_bad_file_is_refused_with_the_mend_and_nothing_is_stored(tmp_path: Path, name: str) -> None:
    path, library = tmp_path / name, tmp_path / "library"
    path.write_bytes(BAD[name])
    (added,) = add_file(path, [], library, "371000")
    assert added.error is not None and not library.exists()
    for lang in ("zh", "en"):
        said = added.error.said(lang)
        assert name in said and len(said) < 300, said
        assert f"fault.{added.error.code}.mend" in texts() and (name.endswith(".zip") or ".zip" not in said)


@pytest.mark.slow
@pytest.mark.parametrize("name", list(BAD))
def test_a_bad_file_takes_little_of_the_machine(tmp_path: Path, name: str) -> None:
    path, library = tmp_path / name, tmp_path / "library"
    path.write_bytes(BAD[name])
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path), str(library)], cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, megabytes, said = json.loads(done.stdout.splitlines()[-1])
    print(f"{name}: {seconds:.1f} s, {megabytes} MB: {said}")
    assert len(said) == 1 and name in said[0] and not library.exists()
    assert megabytes < MEGABYTES
