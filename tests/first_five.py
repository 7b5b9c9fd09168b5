"""The snapshot that the expectations of the older tests are about: the five first documents, built anew from data/curated.

Loaded as a plugin before everything else (`-p tests.first_five` in pyproject.toml), because the place of the tables is read
when `model.paths` is imported. Tests of all documents take the fixture `all_tables` instead.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

FIRST = ("jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft", "weihai-2018-107", "weihai-2023-5")
COMMITTED = Path(__file__).resolve().parents[1] / "data" / "tables"
PLACE = Path(tempfile.mkdtemp(prefix="first-five-"))


def _build() -> None:
    os.environ["POLICY_TABLES"] = str(PLACE / "tables")
    from curation.publish.build import build
    from model.paths import CURATED

    folder = PLACE / "curated"
    shutil.copytree(CURATED / "alignments", folder / "alignments")
    for name in (*FIRST, "corrections"):
        shutil.copy(CURATED / f"{name}.yaml", folder)
    build(PLACE / "tables", folder)


atexit.register(shutil.rmtree, PLACE, ignore_errors=True)
_build()
