"""A score report: the extractor against every curated document whose text is at hand."""

from collections.abc import Iterator
from pathlib import Path

from curation.check import curated
from curation.extract import extract
from curation.extract.score import Score, score
from curation.read.document_library import reading_of, text_path

KINDS = ("award", "target")
_SHOWN = ("form", "bound", "ceiling", "level")


def curated_scores(folder: Path) -> Iterator[tuple[str, str, Score]]:
    """(document id, kind, score) for each curated file of `folder` whose text is in the library."""
    for path in sorted(folder.glob("*.yaml")):
        content = curated.read(path)
        document = content.get("document") or {}
        text_file = text_path(document.get("text_sha256", "")) if document else None
        if text_file is None:
            continue
        candidates = extract(reading_of(text_file).text)
        for kind in KINDS:
            rows = [row for measure in content.get("measures") or [] for row in measure.get(f"{kind}s") or []]
            yield str(document["document_id"]), kind, score(rows, candidates, kind)


def report(scores: list[tuple[str, str, Score]]) -> str:
    """The scores as a table, with a line for all awards and one for all targets."""
    head = f"{'document':24} {'kind':7} {'rows':>5} {'found':>6} {'right':>6} {'extra':>6}  " + "  ".join(f"{name:>7}" for name in _SHOWN)
    lines = [head, *(_line(name, kind, item) for name, kind, item in scores)]
    for kind in KINDS:
        total = Score()
        for _, one, item in scores:
            if one == kind:
                total.add(item)
        lines.append(_line("all", kind, total))
    return "\n".join(lines) + "\n"


def _line(name: str, kind: str, item: Score) -> str:
    shares = "  ".join(f"{item.share(aspect):7.3f}" for aspect in _SHOWN)
    return f"{name:24} {kind:7} {item.rows:5} {item.found:6} {item.right:6} {item.extra:6}  {shares}"
