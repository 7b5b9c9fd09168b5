"""Processor time of the extractor per megabyte of policy text, an old commit beside this one, rounds interleaved.

Run as `python -m benchmarks.bench_extract [commit] [rounds] [FILE ...]`; without files the invented documents of the tests are
read, their numbers changed from copy to copy so that no piece of text comes twice. Needs git. A megabyte is a million bytes of UTF-8.
"""

import json
import random
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLD = "c2b37e1"
SIZES = (250_000, 500_000, 1_000_000)
_RUN = """
import json, sys, time
from pathlib import Path
from curation.extract import extract
extract("对企业给予10万元奖励。")
text = Path(sys.argv[1]).read_text(encoding="utf-8")
started = time.process_time()
found = extract(text)
spent = time.process_time() - started
rows = [[item.kind, item.start, item.end, item.get("form"), item.get("bound"), item.get("ceiling_cny"), item.get("recognition_level")] for item in found if item.kind != "rule"]
print(json.dumps({"seconds": spent, "rows": rows}))
"""


def checkout(commit: str, folder: Path) -> Path:
    """The files of a commit in a folder of their own."""
    packed = subprocess.run(["git", "archive", commit, "curation", "model", "data/codebook"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def text_of(size: int, files: list[Path]) -> str:
    """`size` bytes of the files one after another, with other numbers in every further copy."""
    chance = random.Random(size)
    pieces = [path.read_text(encoding="utf-8") for path in files]
    text: list[str] = []
    length = 0
    while length < size:
        for piece in pieces:
            text.append(piece if len(text) < len(pieces) else re.sub(r"[1-9]", lambda _: str(chance.randint(1, 9)), piece))
            length += len(text[-1].encode())
    return "\n".join(text).encode()[:size].decode(errors="ignore")


def measured(folder: Path, text: Path) -> tuple[float, set[str]]:
    """Processor seconds and rows of one run in a process of its own."""
    printed = subprocess.run([sys.executable, "-c", _RUN, str(text)], cwd=folder, capture_output=True, text=True, check=True).stdout
    result = json.loads(printed)
    return result["seconds"], {json.dumps(row) for row in result["rows"]}


def main(commit: str, rounds: int, files: list[Path]) -> None:
    """Print one line per size: medians of both, their ratio, and how many rows are the same."""
    with tempfile.TemporaryDirectory() as name:
        old, text = checkout(commit, Path(name) / "old"), Path(name) / "text.txt"
        for size in SIZES:
            text.write_text(text_of(size, files), encoding="utf-8")
            runs = [(measured(old, text), measured(ROOT, text)) for _ in range(rounds)]
            before, after = (statistics.median(run[place][0] for run in runs) for place in (0, 1))
            (_, old_rows), (_, new_rows) = runs[0]
            print(f"{size / 1e6:5.2f} MB  {commit} {before:6.2f} s   now {after:6.2f} s   x{before / after:4.2f}   "
                  f"rows the same {len(old_rows & new_rows)}, only before {len(old_rows - new_rows)}, only now {len(new_rows - old_rows)}")


if __name__ == "__main__":
    given = sys.argv[1:]
    chosen = [Path(name) for name in given[2:]] or [path for path in sorted((ROOT / "tests/corpus").glob("*.txt")) if "clauses" not in path.name]
    main(given[0] if given else OLD, int(given[1]) if len(given) > 1 else 5, chosen)
