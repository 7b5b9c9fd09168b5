"""Published tables spoilt in one way of many, chosen by a seed: what a disk, a copy, a hand or a half-finished transfer can do."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

from model import manifest

Spoil = Callable[[random.Random, Path, Path], None]


def flip(rng: random.Random, tables: Path, place: Path) -> None:
    """One bit of one file."""
    path = rng.choice(sorted(place.iterdir()))
    content = bytearray(path.read_bytes())
    content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


def cut(rng: random.Random, tables: Path, place: Path) -> None:
    path = rng.choice(sorted(place.iterdir()))
    content = path.read_bytes()
    path.write_bytes(content[: rng.randrange(len(content))])


def lengthen(rng: random.Random, tables: Path, place: Path) -> None:
    path = rng.choice(sorted(place.iterdir()))
    path.write_bytes(path.read_bytes() + rng.randbytes(rng.randint(1, 5000)))


def lose(rng: random.Random, tables: Path, place: Path) -> None:
    rng.choice(sorted(place.iterdir())).unlink()


def swap(rng: random.Random, tables: Path, place: Path) -> None:
    """Two files under each other's name."""
    one, other = rng.sample(sorted(place.iterdir()), 2)
    content = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(content)


def fold_in(rng: random.Random, tables: Path, place: Path) -> None:
    """A folder where a file should be."""
    path = rng.choice(sorted(place.iterdir()))
    path.unlink()
    path.mkdir()


def another_build(rng: random.Random, tables: Path, place: Path) -> None:
    """Files of another build, some or all, under this name."""
    others = [path for path in tables.iterdir() if path.is_dir() and path.name not in (place.name, "outside")]
    other = rng.choice(others) if others else tables / "outside"
    names = sorted(path.name for path in other.iterdir())
    for name in names if rng.random() < 0.5 else rng.sample(names, rng.randint(1, len(names))):
        shutil.copy(other / name, place / name)


def remake(change: Callable[[random.Random, dict[str, object]], object]) -> Spoil:
    """A manifest with other content under the same name, or a folder renamed to go with it."""

    def spoil(rng: random.Random, tables: Path, place: Path) -> None:
        path = place / manifest.FILE
        content = json.loads(path.read_text(encoding="utf-8"))
        changed = change(rng, content)
        text = changed if isinstance(changed, str) else json.dumps(changed)
        path.write_text(text, encoding="utf-8")
        if rng.random() < 0.7:
            renamed = tables / manifest.name_of(text.encode())
            place.rename(renamed)
            (tables / "CURRENT").write_text(renamed.name + "\n", encoding="utf-8")

    return spoil


def other_type(rng: random.Random, content: dict[str, object]) -> object:
    """Some value of another type, or something else than a mapping as a whole."""
    odd = rng.choice([None, 3, -1, 1.5, "text", [], {}, [[]], True, "9" * 5000])
    if rng.random() < 0.2:
        return odd
    if rng.random() < 0.4:
        return content | {rng.choice(sorted(content)): odd}
    tables = dict(content["tables"])  # type: ignore[call-overload]
    name = rng.choice(sorted(tables))
    tables[name] = odd if rng.random() < 0.4 else tables[name] | {rng.choice(["rows", "sha256"]): odd}
    return content | {"tables": tables}


def less(rng: random.Random, content: dict[str, object]) -> object:
    """A key, a table or a checksum that is not there."""
    tables = dict(content["tables"])  # type: ignore[call-overload]
    kind, key, part = rng.randrange(3), rng.choice(["tables", "schema_version"]), rng.choice(["rows", "sha256"])
    if kind == 0:
        return {name: value for name, value in content.items() if name != key}
    entry = tables.pop(rng.choice(sorted(tables)))
    return content | {"tables": tables if kind == 1 else tables | {"awards": {name: value for name, value in entry.items() if name != part}}}


def other_rows(rng: random.Random, content: dict[str, object]) -> object:
    tables = dict(content["tables"])  # type: ignore[call-overload]
    name = rng.choice(sorted(tables))
    return content | {"tables": tables | {name: tables[name] | {"rows": tables[name]["rows"] + rng.choice([-1, 1, 10**6])}}}


def other_version(rng: random.Random, content: dict[str, object]) -> object:
    return content | {"schema_version": rng.choice(["0", "1", "999", "", "x" * 300])}


def deep(rng: random.Random, content: dict[str, object]) -> object:
    """Brackets within brackets, at a depth that no reader of JSON follows."""
    depth = rng.randint(5_000, 200_000)
    return "[" * depth + "]" * depth


def climb(rng: random.Random, content: dict[str, object]) -> object:
    """A table whose name would lead out of the folder."""
    tables = dict(content["tables"])  # type: ignore[call-overload]
    return content | {"tables": tables | {rng.choice(["../../secret", "/etc/passwd", "a\x00b", "A", ""]): tables["awards"]}}


def pointer(rng: random.Random, tables: Path, place: Path) -> None:
    """Something else in CURRENT."""
    path = tables / "CURRENT"
    choice = rng.randrange(9)
    if choice == 0:
        path.unlink()
    elif choice == 1:
        path.unlink()
        path.mkdir()
    elif choice == 2:
        path.unlink()
        path.symlink_to(path)
    elif choice == 3:
        path.write_bytes(rng.randbytes(rng.choice([0, 1, 16, 300])))
    elif choice == 4:
        path.write_text(place.name * rng.choice([2, 100_000]), encoding="utf-8")
    else:
        name = rng.choice(["../../etc", "/etc", ".", "..", place.name.upper() + "Z", "0" * 16, place.name + "\n" + place.name, "\ufeff" + place.name, place.name[:-1], "快照", "a\x00b"])
        path.write_text(name, encoding="utf-8")


def gone(rng: random.Random, tables: Path, place: Path) -> None:
    """The folder itself: removed, emptied, a file, or a link to another."""
    choice = rng.randrange(4)
    shutil.rmtree(place)
    if choice == 1:
        place.mkdir()
    elif choice == 2:
        place.write_bytes(b"x")
    elif choice == 3:
        place.symlink_to(tables / "outside")


def unreadable(rng: random.Random, tables: Path, place: Path) -> None:
    """A link that leads to itself in place of a file."""
    path = rng.choice(sorted(place.iterdir()))
    path.unlink()
    path.symlink_to(path.name)


WAYS: tuple[Spoil, ...] = (
    flip, flip, flip, cut, lengthen, lose, swap, fold_in, another_build, another_build, remake(other_type), remake(other_type), remake(less), remake(other_rows),
    remake(other_version), remake(deep), remake(climb), pointer, pointer, gone, unreadable,
)


def spoil(seed: int, tables: Path, snapshot: str) -> str:
    """Spoil the snapshot of this name under `tables` in the way of the seed; returns the name of the way."""
    rng = random.Random(seed)
    way = WAYS[seed % len(WAYS)]
    way(rng, tables, tables / snapshot)
    return way.__name__
