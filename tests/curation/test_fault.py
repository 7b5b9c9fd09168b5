"""Every fault is said in the reader's language, with the mend, and names codes with their labels."""

import ast
import re

import pytest

from curation.__main__ import main
from curation.check.fault import fault
from curation.publish.history import RollbackError
from curation.read.read_text import ReadError
from model.paths import ROOT
from wording.texts import texts

# Which argument of a call is the code.
_CALLS = {"fault": 3, "ConversionError": 0, "ReadError": 0, "RollbackError": 0, "ChangedOnDiskError": 0}


def codes_in_source() -> set[str]:
    """Every code that is given to a fault or an error in the package; both of `a if ... else b`."""
    calls = [node for path in sorted((ROOT / "curation").rglob("*.py")) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS]
    given = [call.args[_CALLS[call.func.id]] for call in calls]
    return {part.value for code in given for part in ([code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]) if isinstance(part, ast.Constant)}


def test_every_code_of_the_source_has_its_words() -> None:
    found = codes_in_source()
    assert len(found) > 60 and {"not_a_date", "read.locked_pdf", "no_earlier", "form_needs", "in_no_link"} <= found
    assert [code for code in sorted(found) if f"fault.{code}" not in texts()] == []


def test_a_code_is_shown_with_its_label_in_the_readers_language() -> None:
    found = fault("a.yaml", "a.1.a1", "sum_cny", "not_with_form", form="rate")
    assert found.line("zh") == "a.yaml：a.1.a1：sum_cny：与形式 比例(rate) 不相容；清空，或改变形式"
    assert str(found) == found.line("en") == "a.yaml: a.1.a1: sum_cny: does not go with form Rate (rate); clear it or change the form"
    assert fault("a", "b", "changes", "kinds_contradict", kinds=("raised", "lowered")).problem("zh") == "标准上调(raised)、标准下调(lowered) 互相矛盾"
    assert fault("a", "file", "b", "no_record").place("zh") == "整份文件"


def test_errors_speak_both_languages() -> None:
    assert ReadError("read.large", name="甲.txt", limit="20").said("zh") == "甲.txt：超过 20 MB；拆分文件，或只保存文字"
    assert str(RollbackError("no_earlier")) == "no earlier snapshot is known on this machine"


@pytest.mark.parametrize("key", sorted(key for key in texts() if key.startswith("fault.")))
def test_chinese_words_are_chinese(key: str) -> None:
    words = re.sub(r"\{\w+\}|\([^)]*\)|[\w./]*[._/][\w./]+|\b[a-z_]+\([^)]*\)", "", texts()[key]["zh"])
    assert re.search("[\u4e00-\u9fff]", words) or key in ("fault.separator", "fault.line", "fault.named")
    assert not re.search("[A-Za-z]{4,} [A-Za-z]{3,}", words)


def test_the_command_line_speaks_chinese_when_asked(tmp_path, capsys) -> None:
    (tmp_path / "a.yaml").write_text("documnt:\n  kind: x\n", encoding="utf-8")
    assert main(["check", str(tmp_path / "a.yaml"), "--lang", "zh"]) == 1
    printed = capsys.readouterr()
    assert "a.yaml：file：documnt：不是文件的组成部分；可用：document、measures、figures、coverage" in printed.err
    assert "已核对 1 个文件" in printed.out
    assert main(["add", str(tmp_path / "b.rtf"), "--lang", "zh"]) == 1
    assert "打不开" in capsys.readouterr().err
