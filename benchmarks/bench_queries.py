"""Processor time of every question to the tables, and the memory of the server, at several sizes: `python -m benchmarks.bench_queries`.

Medians of processor time over all threads, so that other work on the machine counts little. `kept` is the time of the same
question asked again. Each size is measured in a process of its own, so that its memory is its own. With `--pandas PATH` the same questions are
put to an older checkout that answered them with pandas over whole tables, on the same documents.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.synthesize import synthesize

SIZES = (5, 200, 1000)
ROUNDS = 9

# What is asked, on the module `q` with the tables `t`; `s` makes a Selection. The first documents and cities of the snapshot are chosen.
QUESTIONS = {
    "options": "q.options(t)",
    "cities": "q.cities(t)",
    "one document": "q.documents(t)[six[3]]",
    "six documents": "q.selected_documents(t, s(documents=six))",
    "documents of three cities in force": "q.selected_documents(t, s(cities=three, statuses=('in_force',)))",
    "awards of six documents": "q.awards(t, s(documents=six))",
    "awards of a title in six documents": "q.awards(t, s(documents=six, designations=('tech_incubator',)))",
    "awards of a category in three cities": "q.awards(t, s(cities=three, categories=('incubation',)))",
    "targets of six documents": "q.targets(t, s(documents=six))",
    "measures of six documents": "q.measures(t, s(documents=six))",
    "words in six documents": "q.measures(t, s(documents=six, text='孵化器 认定'))",
    "words everywhere, the ids": "q.matching(t, '孵化器 认定')",
    "coverage of six documents": "q.coverage(t, s(documents=six))",
    "ledger of a document": "q.figures(t, six[0])",
    "links of two documents": "q.alignments(t, six[0], six[1])",
}
# What only the engine answers.
NEW_QUESTIONS = {
    "count of documents in force": "lookups.count_documents(t, s(statuses=('in_force',)))",
    "documents with a title, first 20": "paging.documents_with(t, paging.Rows('awards', s(designations=('tech_incubator',))), 0, 20)",
    "page of awards by sum": "paging.page_of(t, paging.Rows('awards', s(designations=('tech_incubator',))), (('sum_cny', True),), 0, 50)",
    "page of documents by words": "paging.page_of(t, paging.Rows('documents', s(text='孵化器 认定')), (('issued_on', True),), 0, 50)",
    "titles named in six documents": "titles.named_in(t, six)",
    "places by name": "finding.places(t, '海')",
    "measure of an award": "lookups.measure_of(t, award)",
}

_MEASURE = """
import json, os, statistics, sys, time
from datetime import date
from pathlib import Path
began = time.process_time()
from loaders import queries as q, snapshot
from model.selection import Selection
place = Path(sys.argv[1])
t = snapshot.load(snapshot.current(place), place)
opened = time.process_time() - began
def rss():
    return int(next(line for line in open('/proc/self/status') if line.startswith('VmRSS')).split()[1]) / 1024
loaded = rss()
def s(**chosen):
    return Selection(as_of=date(2026, 11, 21), **chosen)
six, three, award, rounds = tuple(json.loads(sys.argv[2])), tuple(json.loads(sys.argv[3])), sys.argv[4], int(sys.argv[5])
if '--new' in sys.argv:
    from loaders import finding, lookups, paging, titles
forget = t.engine.answers.forget if '--new' in sys.argv else lambda: None
found = {}
for name, text in json.loads(sys.argv[6]).items():
    forget()
    code = compile(text, name, 'eval')
    once = time.process_time(); eval(code); once = time.process_time() - once
    times = []
    for _ in range(rounds if once < 2 else 3):
        forget()
        start = time.process_time(); eval(code); times.append(time.process_time() - start)
    kept = time.process_time(); eval(code); kept = time.process_time() - kept
    found[name] = [statistics.median(times) * 1000, kept * 1000]
print(json.dumps({'opened': opened, 'loaded': loaded, 'after': rss(), 'questions': found}))
"""


def measured(checkout: Path, tables: Path, chosen: tuple[list[str], list[str], str], questions: dict[str, str], *, is_new: bool) -> dict[str, object]:
    """The times of one checkout on one snapshot, in a process of its own."""
    six, three, award = chosen
    arguments = [str(tables.resolve()), json.dumps(six), json.dumps(three), award, str(ROUNDS), json.dumps(questions), *(["--new"] if is_new else [])]
    done = subprocess.run([sys.executable, "-c", _MEASURE, *arguments], cwd=checkout, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(checkout), "PATH": "/usr/bin:/bin"})
    if done.returncode:
        return {"failed": done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"ended with {done.returncode}"}
    return dict(json.loads(done.stdout))


def chosen_of(tables: Path) -> tuple[list[str], list[str], str]:
    """Six documents and three cities from the middle of a snapshot, and an award."""
    from loaders import queries, snapshot

    held = snapshot.load(snapshot.current(tables), tables)
    ids = queries.documents(held)
    six = [*ids][len(ids) // 2 : len(ids) // 2 + 6] if len(ids) > 12 else [*ids][:6]
    cities = sorted({queries.documents(held)[one]["city_id"] for one in six})[:3]
    award = held.engine.column("SELECT award_id FROM awards LIMIT 1 OFFSET ?", [len(ids) // 3])
    return six, cities, str(award[0])


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description="median time of every question, and memory")
    parser.add_argument("--documents", type=int, nargs="*", default=list(SIZES), help="sizes of the made-up snapshots")
    parser.add_argument("--tables", type=Path, nargs="*", default=[], help="folders of tables to measure instead")
    parser.add_argument("--pandas", type=Path, help="a checkout that answers with pandas")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folders = asked.tables or [Path(place) / str(count) for count in asked.documents]
        for folder in folders:
            if not (folder / "CURRENT").exists():
                synthesize(folder, int(folder.name))
            shown(folder, asked.pandas, Path(place))


def shown(folder: Path, pandas: Path | None, place: Path) -> None:
    """One size: this checkout, and the older one on the same documents in its own schema."""
    chosen, here = chosen_of(folder), Path(__file__).resolve().parent.parent
    ours = measured(here, folder, chosen, QUESTIONS | NEW_QUESTIONS, is_new=True)
    theirs = measured(pandas, _in_old_schema(folder, pandas, place), chosen, QUESTIONS, is_new=False) if pandas else {}
    print(f"\n{folder}: opened with {_number(ours, 'opened')} s of processor time (pandas {_number(theirs, 'opened')}), memory after opening {_number(ours, 'loaded')} MB ({_number(theirs, 'loaded')}), "
          f"after the questions {_number(ours, 'after')} MB ({_number(theirs, 'after')}) {theirs.get('failed', '')}{ours.get('failed', '')}")
    print(f"{'median ms of processor time':<42}{'engine':>10}{'kept':>10}{'pandas':>10}{'ratio':>8}")
    for name in QUESTIONS | NEW_QUESTIONS:
        one, other = _question(ours, name), _question(theirs, name)
        ratio = f"{other[0] / one[0]:8.1f}" if one and other else ""
        print(f"{name:<42}{one[0] if one else -1:10.2f}{one[1] if one else -1:10.1f}{f'{other[0]:10.2f}' if other else '         -'}{ratio}", flush=True)


def _question(found: dict[str, object], name: str) -> list[float]:
    held = found.get("questions", {})
    return list(held.get(name, [])) if isinstance(held, dict) else []


def _number(found: dict[str, object], name: str) -> str:
    value = found.get(name)
    return f"{value:.2f}" if isinstance(value, float) else "-"


_WRITE_OLD = """
import hashlib, json, sys
from pathlib import Path
import pyarrow as pa, pyarrow.parquet as pq
from curation.publish.build import arrow_table
from model.schema import SCHEMA_VERSION, TABLES
source, target = Path(sys.argv[1]), Path(sys.argv[2])
source = source / (source / 'CURRENT').read_text().strip()
draft = target / 'draft'
draft.mkdir(parents=True)
outputs = {}
for name in TABLES:
    kept = pq.read_table(source / f'{name}.parquet', columns=list(TABLES[name].columns)).cast(arrow_table(name, []).schema)
    pq.write_table(kept, draft / f'{name}.parquet', compression='zstd', store_schema=False)
    outputs[name] = {'rows': kept.num_rows, 'sha256': hashlib.sha256((draft / f'{name}.parquet').read_bytes()).hexdigest()}
text = json.dumps({'schema_version': SCHEMA_VERSION, 'tables': outputs})
(draft / 'manifest.json').write_text(text)
draft.rename(target / hashlib.sha256(text.encode()).hexdigest()[:16])
(target / 'CURRENT').write_text(hashlib.sha256(text.encode()).hexdigest()[:16])
"""


def _in_old_schema(folder: Path, checkout: Path, place: Path) -> Path:
    """The same documents with the columns that an older checkout knows."""
    target = place / f"old-{folder.name}"
    if not target.exists():
        subprocess.run([sys.executable, "-c", _WRITE_OLD, str(folder.resolve()), str(target)], cwd=checkout, check=True, env={"PYTHONPATH": str(checkout), "PATH": "/usr/bin:/bin"})
    return target


if __name__ == "__main__":
    main()
