"""What stands around a paper, and what it cites anywhere, never becomes what it says of itself."""

from collections.abc import Callable

import pytest
from opencc import OpenCC

from curation.face import read_face
from tests.curation.face.measure import HALVES, MAIN, documents, same

PAPERS = [document for half in HALVES for document in documents(half) if document["form"] not in ("html", "zip")]
_TRADITIONAL = OpenCC("s2t")
AROUND: dict[str, Callable[[str], str]] = {
    "menu": lambda text: "首页\n政务公开\n通知公告\n政策文件\n规划计划\n您现在的位置：首页 > 政务公开 > 政策文件\n" + text,
    "foot": lambda text: text.rstrip() + "\n分享到：\n上一篇：云海市促进总部经济发展若干措施\n下一篇：云海市人才公寓管理办法\n主办：云海市人民政府办公室\n版权所有 2019-2026\n",
    "printing": lambda text: text.rstrip() + "\n抄送：市委各部门。\n云海市人民政府办公室秘书科　2029年12月30日印发\n",
    "lines": lambda text: "\r\n\r\n".join("　　" + line for line in text.split("\n")),
    "script": lambda text: str(_TRADITIONAL.convert(text)),
}
CITED = (
    "《东澄省科技创新办法》（东政发〔2019〕53号）自2019年7月1日起施行，有效期至2021年6月30日。", "根据东政发〔2019〕53号文件精神，2019年7月1日启动。", "（东政发〔2019〕53号）",
    "原《东澄省科技创新办法》（东政发〔2019〕53号，有效期至2021年6月30日）同时废止。", "创新券自2019年7月1日起发放，有效期至2021年6月30日。",
)


@pytest.mark.parametrize("around", AROUND)
def test_what_stands_around_a_paper_changes_nothing_to_something_else(around: str) -> None:
    for document in PAPERS:
        before, after = read_face(document["text"]), read_face(AROUND[around](document["text"]))
        for column in MAIN:
            assert same(after.value(column)) in (same(before.value(column)), ""), (document["name"], column)


@pytest.mark.parametrize("cited", CITED)
def test_what_is_cited_anywhere_in_the_text_is_never_its_own(cited: str) -> None:
    """At every place behind the head of every paper; a sheet without a sentence is head alone, and right below its title a number is the paper's own."""
    for document in PAPERS:
        lines, before = document["text"].split("\n"), read_face(document["text"])
        behind_head = next((place for place, line in enumerate(lines) if line.strip().endswith("。") or line.strip().startswith("各")), len(lines)) + 1
        title = before.get("title_zh")
        behind_head = max(behind_head, document["text"].count("\n", 0, title.end) + 2 if title else 0)
        for place in range(behind_head, len(lines) + 1):
            after = read_face("\n".join([*lines[:place], cited, *lines[place:]]))
            doubted = {item.column for item in after.doubts}
            for column in MAIN:
                assert after.value(column) in ("", before.value(column), document["right"].get(column, "")) or column in doubted, (document["name"], place, column)
