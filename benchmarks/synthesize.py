"""A made-up snapshot of any size, to open the dashboard on and to measure with: `python -m benchmarks.synthesize --documents 500`.

Places are real divisions after GB/T 2260 and codes those of the code lists; documents, clauses and figures are invented.
The same seed and size give the same bytes. `make run SNAPSHOT=<folder>` opens the dashboard on the result.
"""

import argparse
import random
import shutil
import tempfile
from pathlib import Path

from benchmarks.synthetic.documents import places, spread
from benchmarks.synthetic.templates import templates
from benchmarks.synthetic.written import put_into_use, write

ROWS_A_DOCUMENT = 150  # of all published tables together, on average
TEMPLATES = 2000


def synthesize(tables: Path, documents: int, seed: int = 1) -> str:
    """Write a snapshot of so many documents under `tables`, put it into use there and return its name."""
    rng = random.Random(seed)
    cities = places(rng, documents)
    made = templates(seed, max(8, min(TEMPLATES, documents)))
    tables.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".build-", dir=tables))
    try:
        draft.chmod(0o755)
        name = write(draft, made, cities, spread(rng, cities, documents, len(made)))
        put_into_use(tables, draft, name)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return name


def main() -> None:
    """Read the arguments and write the snapshot."""
    parser = argparse.ArgumentParser(description="a made-up snapshot of any size")
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--documents", type=int, help="how many documents")
    size.add_argument("--rows", type=int, help="about how many rows in all published tables")
    parser.add_argument("--seed", type=int, default=1, help="another corpus for another number")
    parser.add_argument("-o", "--output", type=Path, default=Path("test-output/synthetic"), help="folder of the tables")
    asked = parser.parse_args()
    documents = asked.documents if asked.documents is not None else max(1, round(asked.rows / ROWS_A_DOCUMENT))
    if documents < 1:
        parser.error("a snapshot has at least one document")
    name = synthesize(asked.output, documents, asked.seed)
    print(f"snapshot {name} of {documents} documents in {asked.output}; open it with: make run SNAPSHOT={asked.output}")


if __name__ == "__main__":
    main()
