"""The command line: the same bytes as the menu, and right names listed for a wrong one."""

import json
from pathlib import Path

import pytest

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.__main__ import main
from reports.clauses import clauses_of
from reports.content import single
from reports.formats import FORMATS, file_name, make
from wording.answer import answered


def test_the_example_of_the_handbook_writes_the_file_of_the_menu(tables: Tables, selection: Selection, tmp_path: Path) -> None:
    path = tmp_path / "memo.docx"
    options = ["--view", "incubator_rewards", "--cities", "weihai,jinzhou", "--lang", "zh", "--as-of", "2026-11-21", "--format", "docx", "-o", str(path)]
    assert main(options) == 0
    made = answered(VIEWS["incubator_rewards"], tables, selection.having(cities=("weihai", "jinzhou")))
    assert path.read_bytes() == make("docx", single(made, clauses_of(tables, [made])), tables)


@pytest.mark.parametrize(("options", "right"), [
    (["--view", "incubator"], "incubator_rewards"), ([], "incubator_rewards"), (["--view", "vouchers", "--cities", "beijing"], "weihai"),
    (["--view", "vouchers", "--format", "doc"], "docx"), (["--view", "vouchers", "--lang", "fr"], "zh, en"), (["--view", "vouchers", "--as-of", "soon"], "2026-11-21"),
    (["--view", "vouchers", "--baseline", "x"], "weihai-2018-107"), (["--view", "vouchers", "--quantified", "--order", "size"], "value"),
])
def test_a_wrong_name_lists_the_right_ones(options: list[str], right: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([*options, "-o", str(tmp_path / "x.docx")]) == 2
    assert right in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_list_names_views_formats_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    said = capsys.readouterr().out
    assert all(name in said for name in (*VIEWS, *FORMATS, "weihai-2023-5", "tech_incubator"))


def test_a_basket_file_becomes_one_file_and_a_broken_one_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    basket, path = tmp_path / "basket.json", tmp_path / "memo.pptx"
    entries = [{"view": "vouchers", "query": {"as_of": "2026-11-21"}, "title": "券", "remark": ""}]
    basket.write_text(json.dumps({"kind": "policy-basket", "version": 1, "title": "题", "entries": entries}), encoding="utf-8")
    assert main(["--basket", str(basket), "-o", str(path)]) == 0
    assert path.read_bytes().startswith(b"PK")
    assert main(["--basket", str(basket), "--format", "csv", "-o", str(tmp_path / "x.csv")]) == 1
    entries[0]["view"] = "nothing"
    basket.write_text(json.dumps({"kind": "policy-basket", "version": 1, "title": "题", "entries": entries}), encoding="utf-8")
    assert main(["--basket", str(basket), "-o", str(path)]) == 2
    assert "incubator_rewards" in capsys.readouterr().err
    assert main(["--basket", str(tmp_path / "absent.json"), "-o", str(path)]) == 1


def test_what_cannot_be_exported_is_said_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.zip"
    assert main(["--view", "incubator_rewards", "--cities", "shanwei,jinzhou", "-o", str(path)]) == 1
    assert "未标明公开" in capsys.readouterr().err and not path.exists()
    assert main(["--view", "incubator_rewards", "--cities", "shanwei,jinzhou", "--include-not-public", "-o", str(path)]) == 0


def test_a_file_name_says_what_and_when(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["incubator_rewards"], tables, selection)
    assert file_name("docx", made.title, made) == f"孵化载体奖补：各文件对照_2026-11-21_{made.snapshot[:8]}.docx"
    assert file_name("package", made.title, made, is_confirmed=True) == f"孵化载体奖补：各文件对照_含未标明公开文件_2026-11-21_{made.snapshot[:8]}.zip"
    public = answered(VIEWS["incubator_rewards"], tables, selection.having(documents=("weihai-2018-107",)))
    assert "未标明" not in file_name("package", made.title, made) + file_name("package", public.title, public, is_confirmed=True)
    assert "/" not in file_name("png", "../../etc/passwd\x00<>:|", made)
    assert file_name("csv", "..", made).startswith("incubator_rewards_")
