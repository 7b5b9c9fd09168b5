"""Every text stands in both languages with the same places, and every code list is whole."""

import re
from pathlib import Path

import pytest

from model.codes import codes, read_csv
from model.fields import FIELDS
from model.paths import CODEBOOK, ROOT
from wording.texts import texts

FONT = re.compile(r"(仿宋|黑体|楷体|宋体|小标宋|方正小标宋|华文|微软雅黑|等线)")  # names of fonts are no words
DATES = "年月日时分秒"  # what a spreadsheet reads as a date: looked for, never shown
PLACE = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", sorted(texts()))
def test_both_languages_have_the_same_places(key: str) -> None:
    words = texts()[key]
    assert (words["zh"] and words["en"]) or key.endswith("_join"), "only what stands between two sentences may be empty"
    places = {lang: set(PLACE.findall(words[lang])) for lang in words}
    # English counts without a measure word, so a unit may be Chinese only
    assert places["zh"] - {"unit"} == places["en"] - {"unit"}


@pytest.mark.parametrize("path", sorted(CODEBOOK.glob("*.csv")), ids=lambda path: path.stem)
def test_code_lists_are_whole(path: Path) -> None:
    rows = read_csv(path.stem)
    assert rows
    if rows[0].keys() >= {"code", "zh"}:
        assert len({row["code"] for row in rows}) == len(rows)
        assert all(row["zh"] or row["code"] == "none" for row in rows)


def test_every_list_that_a_field_names_exists() -> None:
    for field in FIELDS.values():
        if field.codes:
            assert codes(field.codes)


def python_files() -> list[Path]:
    layers = ("loaders", "compare", "charts", "reports", "components", "app_pages")
    return [path for layer in layers for path in sorted((ROOT / layer).rglob("*.py"))]


@pytest.mark.parametrize("path", python_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_a_person_reads_is_written_in_code(path: Path) -> None:
    """No Chinese in string literals of the layers that show something; docstrings may quote an example."""
    import ast

    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            assert FONT.match(node.value) or DATES in node.value or not re.search(r"[\u4e00-\u9fff]{2,}", node.value), f"{path.name}: {node.value!r} belongs into texts"


OLD = ("状态查看日", "本页口径", "数据快照", "同名不同物", "单项最高可得", "出资方", "谁出钱", "功能区财政", "触发事项", "确定方式", "定额改为上限", "配套改为金额", "原文对读", "反映错误",
       "spoken of", "speaks of", "Zone budget", "Match became sum", "Exact became ceiling", "Spoken of")


@pytest.mark.parametrize("path", sorted(path for path in CODEBOOK.rglob("*.csv") if path.stem != "divisions"), ids=lambda path: path.stem)
def test_words_are_those_of_the_trade(path: Path) -> None:
    """What officials and native readers do not say stays out of every text and label."""
    words = path.read_text(encoding="utf-8")
    assert not [word for word in OLD if word in words]


def test_titles_have_english_names_in_english() -> None:
    for row in read_csv("designation"):
        assert not re.search(r"[\u4e00-\u9fff]", row["aliases_en"] + row["en"]), row["code"]
