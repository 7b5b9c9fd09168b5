"""The series of a document: what its text cites by number, and an earlier document of the same matter."""

from pathlib import Path

import pytest

from curation.desk.series import held_documents, matter_of, related
from curation.face import read_face

OLD = "document:\n  document_id: {name}\n  city_id: {city}\n  title_zh: {title}\n  document_number: {number}\n  effective_from: 2021-01-01\n  expires_on: 2023-12-31\n"
NEW = (
    "澄湖市科学技术局关于印发《澄湖市科技创新券管理办法》的通知\n澄科规〔2024〕2号\n各区科技局：\n现将办法印发给你们。\n澄湖市科学技术局\n2024年1月3日\n"
    "澄湖市科技创新券管理办法\n第一条 最高10万元。\n第二条 本办法自2024年2月1日起施行。《澄湖市孵化器办法》（澄科规〔2020〕9号）同时废止。\n"
)


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Four curated files: the one that is repealed, an earlier edition, one of another city, and an unlike one."""
    for name, city, title, number in (
        ("a-2020-9", "weihai", "澄湖市孵化器办法", "澄科规〔2020〕9号"), ("a-2021-1", "weihai", "澄湖市科技创新券暂行管理办法（试行）", "澄科规〔2021〕1号"),
        ("b-2021-1", "nantong", "云川市科技创新券管理办法", "云科规〔2021〕1号"), ("a-2021-2", "weihai", "澄湖市人才公寓管理办法", "澄建规〔2021〕2号"),
    ):
        (tmp_path / f"{name}.yaml").write_text(OLD.format(name=name, city=city, title=title, number=number), encoding="utf-8")
    return sorted(tmp_path.glob("*.yaml"))


def test_what_is_cited_and_what_is_of_the_same_matter_is_found(documents: list[Path]) -> None:
    found = related(read_face(NEW), "a-2024-2", "weihai", held_documents(documents))
    assert [(item.held.document_id, item.link.relation if item.link else "") for item in found] == [("a-2020-9", "replaces"), ("a-2021-1", "")]
    assert found[1].held["expires_on"] == "2023-12-31"


def test_nothing_is_guessed_without_a_city_or_a_day(documents: list[Path]) -> None:
    held = held_documents(documents)
    assert [item.held.document_id for item in related(read_face(NEW), "a-2024-2", "", held)] == ["a-2020-9"]
    undated = read_face("澄湖市科技创新券管理办法\n第一条 最高10万元。\n")
    assert related(undated, "x", "weihai", held) == []
    assert related(read_face(NEW.replace("2024年2月1日", "2020年2月1日")), "a-2021-1", "weihai", held)[1:] == []


@pytest.mark.parametrize(("one", "other", "same"), [
    ("澄湖市人民政府关于印发《澄湖市科技创新券管理办法》的通知", "澄湖市科技创新券管理暂行办法（试行）", True),
    ("关于加快科技服务业发展的意见", "关于进一步加快科技服务业发展的若干意见", True),
    ("澄湖市科技创新券管理办法", "澄湖市孵化器管理办法", False),
])
def test_two_editions_of_one_paper_have_one_matter(one: str, other: str, same: bool) -> None:
    assert (matter_of(one) == matter_of(other)) == same
