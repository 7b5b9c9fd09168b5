"""Count the right proposals by rule on annotated texts, and write `curation/extract/confidence.csv`.

Run as `python -m benchmarks.calibrate_extract [FOLDER]`: the invented documents written for this (`SETS`), and each curated document
whose text lies in the library or, by its checksum, in FOLDER. Prints how the shares given to the proposals and the shares found agree.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from curation.check import curated
from curation.extract import Candidate, propose
from curation.extract.confidence import COLUMNS, TABLE, Counts, counts, names, share
from curation.extract.score import judged
from curation.read.read_text import read_document
from model.paths import CURATED, ROOT

SETS = ("danxi", "longchuan", "qiuling", "hexiang", "yanhu")
KEPT_APART = ("lucheng", "nansha")  # documents that came after the rules
_BINS = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def proposals(folder: Path | None) -> Iterator[tuple[Candidate, bool]]:
    """Every proposal with a figure on the sets and documents kept apart, and whether it is right."""
    corpus = ROOT / "tests" / "corpus"
    for name in SETS:
        rows = [json.loads(line) for line in (corpus / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        yield from _of(rows, corpus / f"{name}.txt")
    texts = {sha256(path.read_bytes()).hexdigest(): path for path in folder.iterdir() if path.is_file()} if folder else {}
    for file in sorted(CURATED.glob("**/*.yaml")):
        content = curated.read(file)
        document = content.get("document") if isinstance(content, dict) else None
        path = texts.get(str(document["text_sha256"])) if document and str(document["document_id"]).startswith(KEPT_APART) else None
        if path is not None:
            rows = [{**row, "kind": kind} for measure in content["measures"] for kind in ("award", "target") for row in measure.get(f"{kind}s") or []]
            yield from _of([row for row in rows if row.get("start")], path)


def _of(rows: list[dict[str, object]], path: Path) -> Iterator[tuple[Candidate, bool]]:
    found = propose(read_document(path))
    for kind in ("award", "target"):
        yield from judged([row for row in rows if row["kind"] == kind], found, kind)


def counted(judgements: list[tuple[Candidate, bool]]) -> Counts:
    """(seen, right) by rule and what the proposal names."""
    seen = Counter((item.why, names(item)) for item, _ in judgements)
    right = Counter((item.why, names(item)) for item, is_right in judgements if is_right)
    return {key: (seen[key], right[key]) for key in sorted(seen)}


def main(folder: Path | None) -> None:
    """Write the table, and print for each stretch of shares how many proposals it has and how many of them are right."""
    judgements = list(proposals(folder))
    table = counted(judgements)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([*key, *count] for key, count in table.items())
    counts.cache_clear()
    print(f"{len(judgements)} proposals, {sum(is_right for _, is_right in judgements) / len(judgements):.3f} right")
    shares = [(share(item.why, names(item), item.confidence, table), is_right) for item, is_right in judgements]
    for low, high in pairwise(_BINS):
        held = [(given, is_right) for given, is_right in shares if low <= given < high]
        if held:
            print(f"{low:.2f}-{high:.2f}  {len(held):4}  given {sum(value for value, _ in held) / len(held):.3f}  right {sum(ok for _, ok in held) / len(held):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
