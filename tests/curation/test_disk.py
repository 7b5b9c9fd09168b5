"""A disk that is full or must not be written is said in words, and the command ends with 1 and no trace."""

import errno
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from curation.__main__ import main
from curation.commands import build as command
from curation.disk import disk_error


@pytest.mark.parametrize(("number", "zh", "en"), [
    (errno.ENOSPC, "磁盘已满", "the disk is full"), (errno.EDQUOT, "磁盘已满", "make room"), (errno.EACCES, "没有写入权限", "may not be written"),
    (errno.EROFS, "POLICY_TABLES", "ask for the right"), (errno.EIO, "文件操作失败", "look at the file and the disk"),
])
def test_each_error_has_its_words(number: int, zh: str, en: str) -> None:
    found = disk_error(OSError(number, "x", "/data/tables/CURRENT"))
    assert zh in found.said("zh") and en in found.said("en") and "CURRENT" in found.said("zh")


def test_the_file_is_named_where_the_parquet_library_hides_it(tmp_path: Path) -> None:
    with pytest.raises(OSError) as found:
        pq.write_table(pa.table({"a": [1]}), tmp_path / "none" / "awards.parquet")
    assert "awards.parquet" in disk_error(found.value).said("zh")
    assert "…" in disk_error(OSError(errno.ENOSPC, "No space left on device")).said("en")


def test_the_commands_say_it(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full() -> str:
        raise OSError(errno.ENOSPC, "No space left on device", "/tables/.build-1-a")

    monkeypatch.setattr(command, "prepare", full)
    assert main(["build", "--lang", "zh"]) == 1
    assert capsys.readouterr().err.startswith("磁盘已满，没有写成 /tables/.build-1-a")


def test_a_file_in_the_place_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert main(["format", str(tmp_path / "a.yaml")]) == 1
    assert "a.yaml" in capsys.readouterr().err
