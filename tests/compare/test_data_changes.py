"""What changed in the data is read from the log of publishing, and nothing else; contact and review are what the environment says."""

import json
from pathlib import Path

import pytest

from compare.questions.data_changes import NAMED, publications
from loaders.snapshot import Tables
from model.history import LOG
from wording.answer import in_words
from wording.contact import contact_line, contact_lines


def logged(place: Path, *lines: dict | str) -> Path:
    (place / LOG).write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines), encoding="utf-8")
    (place / "CURRENT").write_text("c" * 16 + "\n", encoding="utf-8")
    return place


def entry(snapshot: str, before: str, **more: object) -> dict:
    return {"number": 1, "time": "2026-11-20T23:59:00+00:00", "action": "publish", "snapshot": snapshot * 16, "before": before * 16, **more}


def group(*ids: str, count: int = 0) -> dict:
    return {"count": count or len(ids), "ids": list(ids)}


def test_every_publication_that_was_made_the_newest_first(tables: Tables, tmp_path: Path) -> None:
    many = group("nantong-2012-26", *(f"gone-{at}" for at in range(40)), count=600)
    place = logged(
        tmp_path, entry("a", ""), entry("x", "a", documents={"added": group("weihai-2023-5")}), entry("b", "a", documents={"added": many, "removed": group("old-1"), "changed": group()}),
        "{cut off", entry("c", "b", action="rollback", documents={"added": group(), "removed": group()}, time="never"))
    found = in_words(publications(tables, place), "zh")
    assert [item.snapshot for item in found] == ["c" * 16, "b" * 16, "a" * 16], "x was written down and never came into use"
    assert (found[0].day, found[0].action, found[0].added, found[0].changed) == ("", "退回上一版本", "无", "未记录")
    assert found[1].removed == "old-1" and found[1].changed == "无"
    assert found[1].added.startswith("南通2012、gone-0、") and found[1].added.endswith("等600份") and found[1].added.count("、") == NAMED - 1
    assert (found[2].added, found[2].removed, found[2].day) == ("未记录", "未记录", "2026年11月20日"), "an older log is not filled in"
    assert in_words(publications(tables, place), "en")[1].added.endswith("600 in all")


def test_no_log_is_no_change(tables: Tables, tmp_path: Path) -> None:
    assert publications(tables, tmp_path) == ()


def test_contact_and_review_are_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("POLICY_CONTACT", "POLICY_REVIEWED_ON"):
        monkeypatch.delenv(name, raising=False)
    assert all("POLICY_" in line for lang in ("zh", "en") for line in contact_lines(lang)) and "尚未设置" in contact_line("zh")
    monkeypatch.setenv("POLICY_CONTACT", " 某局某处\n 电话 000 ")
    assert contact_lines("zh")[0] == "联系：某局某处 电话 000" == contact_line("zh") and "POLICY_REVIEWED_ON" in contact_lines("zh")[1]
    monkeypatch.setenv("POLICY_REVIEWED_ON", "2026-11-20")
    assert contact_line("zh").endswith("数据最近核对：2026年11月20日") and contact_line("en").endswith("20 November 2026")
    monkeypatch.setenv("POLICY_REVIEWED_ON", "last week")
    assert "last week" in contact_lines("en")[1] and "last week" not in contact_line("en"), "what is no day is said where it is mended"
