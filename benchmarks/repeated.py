"""Times of every view on the shipped snapshot repeated in memory, each copy with ids of its own; run in the checkout to be measured.

Stands alone, so that an older checkout can be measured by the same lines: `python benchmarks/repeated.py --documents 200`.
Prints one JSON object: seconds of processor time by view, the median of the runs.
"""

import argparse
import json
import sys
import time
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path.cwd()))

from compare.registry import VIEWS
from loaders import snapshot
from loaders.snapshot import Tables
from model.selection import Selection

_IDS = ("document_id", "measure_id", "award_id", "target_id", "row_id", "related_award_id", "restates", "from_document_id", "to_document_id", "rule_id")


def repeated(times: int) -> Tables:
    """The shipped snapshot `times` over; links between documents are left as they are."""
    import pandas as pd

    held = snapshot.load(snapshot.current())
    frames = {}
    for name in snapshot.SCHEMA:
        frame = held[name]
        columns = [column for column in _IDS if column in frame.columns and name != "alignments"]
        copies = [frame] if not columns else [
            frame.assign(**{column: _copied(frame[column], at) for column in columns})
            for at in range(times)
        ]
        frames[name] = pd.concat(copies, ignore_index=True)
    return Tables(f"repeated{times}", frames)


def _copied(column: Any, at: int) -> Any:
    import pandas as pd

    return pd.Series([f"{value}-{at}" if value is not None and at else value for value in column], index=column.index, dtype=object)


def forget() -> None:
    """Drop answers that are kept for the next reader, where the checkout keeps any."""
    kept: Any = getattr(sys.modules.get("compare.shared.view"), "_built", None)
    if kept is not None:
        kept.cache_clear()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--views", nargs="*", default=["incubator_rewards", "by_title", "standard_cases", "vouchers", "targets", "support_list"])
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    tables, asked, found = repeated(options.documents // 5), Selection(as_of=date(2026, 11, 21)), {}
    for name in options.views:
        times = []
        for _ in range(options.runs + 1):  # the first warms what is kept for a snapshot
            forget()
            started = time.process_time()
            VIEWS[name].build(tables, asked)
            times.append(time.process_time() - started)
            if times[-1] > 5:
                break
        found[name] = round(median(times[1:] or times), 4)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
