"""Count the right proposals by rule on texts that the rules had not met, and write `curation/extract/confidence.csv`.

Run as `python -m benchmarks.calibrate_extract [FOLDER]`; needs git. Each set of `FIRST_TRIED` is read by the rules of the commit before the
one that brought it, and compared with its annotation. With FOLDER, the shares are then set against the curated documents of places that came
later (`LATER`), whose texts lie there, read by the rules of now.
"""

import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from benchmarks.bench_extract import checkout
from curation.check import curated
from curation.extract import Candidate, propose
from curation.extract.confidence import COLUMNS, TABLE, Counts, counts, names, share
from curation.extract.score import judged
from curation.read.read_text import read_document
from model.paths import CURATED, ROOT

CORPUS = ROOT / "tests" / "corpus"
FIRST_TRIED = {
    "ee9ef5d^": ("xiling", "peize", "lanping", "shuanghe", "yunzhe"),
    "082d01b^": ("guyuan", "linyuan", "kuntang", "shangqi", "boyang"),
    "83eaf8c^": ("moling", "dongze", "qinghu", "yueting"),
    "3558e83^": ("hualing", "cangyue", "xuanhe", "tongmei", "fenglan"),
    "37d72c1^": ("jianxi", "lvjiang", "hongping", "beiluo"),
    "8dbb22e^": ("suiyang", "jieling", "heqing", "zhangxia"),
    "21bc108^": ("zhuoyang", "mulinx", "jinbei"),
    "6e29afb^": ("yuanping", "lanzhu", "daichuan", "qitong", "zhiquan", "wutong"),
    "595a7a1^": ("qinyuan", "yunmeng", "hebin", "luohe", "changlan"),
    "7b32df7^": ("mingyue", "xinghai", "jinpu", "weixi", "duanqiao", "lishan"),
    "b5cbb8b^": ("tangxi", "gulan", "feiyan", "bodu", "renshan"),
    "a791351^": ("baihe", "chuyun", "lanyin", "shuangxi", "yuchi"),
    "d71aae9^": ("luqiu", "anjing", "qingmu", "yinxing", "xiatang"),
    "1f378ea^": ("moxi", "qianyang", "hanyuan", "zhulan", "fuhuai"),
    "09ad68c^": ("liuxia", "tongyuan", "zijin", "baishui", "yuelai"),
}
# Tried first by the rules of these commits too, and kept out of the table: they say how far its shares hold.
KEPT_APART = {
    "bd9a500^": ("yanqiu", "songlin", "dongqi", "jinlan"),
    "33698ee^": ("qiaoxi", "nanzhe", "hedong"),
}
LATER = ("lucheng", "nansha")
_BINS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
_RUN = """
import json, sys
from pathlib import Path
import curation.extract as read
find = getattr(read, "propose", read.extract)
for path in sys.argv[1:]:
    rows = [[item.kind, item.start, item.end, item.phrase, item.confidence, item.why, dict(item.columns)] for item in find(Path(path).read_text(encoding="utf-8"))]
    print(json.dumps(rows))
"""


def first_runs(tried: dict[str, tuple[str, ...]]) -> Iterator[tuple[Candidate, bool]]:
    """Every proposal with a figure on the sets as they were first tried, and whether it was right; `tried` are sets by the commit whose rules read them."""
    with tempfile.TemporaryDirectory() as name:
        for place, (commit, sets) in enumerate(tried.items()):
            folder = checkout(commit, Path(name) / str(place))
            texts = [str(CORPUS / f"{one}.txt") for one in sets]
            printed = subprocess.run([sys.executable, "-c", _RUN, *texts], cwd=folder, capture_output=True, text=True, check=True).stdout
            for one, line in zip(sets, printed.splitlines(), strict=True):
                rows = [json.loads(row) for row in (CORPUS / f"{one}.jsonl").read_text(encoding="utf-8").splitlines()]
                yield from _judged(rows, [Candidate(*fields) for fields in json.loads(line)])


def later(folder: Path) -> Iterator[tuple[Candidate, bool]]:
    """Every proposal with a figure on the curated documents of later places, and whether it is right."""
    texts = {sha256(path.read_bytes()).hexdigest(): path for path in folder.iterdir() if path.is_file()}
    for file in sorted(CURATED.glob("**/*.yaml")):
        content = curated.read(file)
        document = content.get("document") if isinstance(content, dict) else None
        path = texts.get(str(document["text_sha256"])) if document and str(document["document_id"]).startswith(LATER) else None
        if path is not None:
            rows = [{**row, "kind": kind} for measure in content["measures"] for kind in ("award", "target") for row in measure.get(f"{kind}s") or []]
            yield from _judged([row for row in rows if row.get("start")], propose(read_document(path)))


def _judged(rows: list[dict[str, object]], found: list[Candidate]) -> Iterator[tuple[Candidate, bool]]:
    for kind in ("award", "target"):
        yield from judged([row for row in rows if row["kind"] == kind], found, kind)


def counted(judgements: list[tuple[Candidate, bool]]) -> Counts:
    """(seen, right) by rule and what the proposal names."""
    seen = Counter((item.why, names(item)) for item, _ in judgements)
    right = Counter((item.why, names(item)) for item, is_right in judgements if is_right)
    return {key: (seen[key], right[key]) for key in sorted(seen)}


def agreement(judgements: list[tuple[Candidate, bool]], table: Counts) -> Iterator[str]:
    """One line for each stretch of shares: how many proposals, the share given on average, the share right."""
    shares = [(share(item.why, names(item), item.confidence, table), is_right) for item, is_right in judgements]
    yield f"{len(shares)} proposals, given {sum(given for given, _ in shares) / len(shares):.3f}, right {sum(ok for _, ok in shares) / len(shares):.3f}"
    for low, high in pairwise(_BINS):
        held = [(given, ok) for given, ok in shares if low <= given < high]
        if held:
            yield f"{low:.2f}-{high:.2f}  {len(held):4}  given {sum(given for given, _ in held) / len(held):.3f}  right {sum(ok for _, ok in held) / len(held):.3f}"


def main(folder: Path | None) -> None:
    """Write the table and print how the shares given and the shares found agree."""
    first = list(first_runs(FIRST_TRIED))
    table = counted(first)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([*key, *count] for key, count in table.items())
    counts.cache_clear()
    print("first runs", *agreement(first, table), sep="\n")
    print("sets kept apart", *agreement(list(first_runs(KEPT_APART)), table), sep="\n")
    if folder is not None:
        print("documents of later places", *agreement(list(later(folder)), table), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
