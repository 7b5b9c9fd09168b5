"""Titles that clauses name: none of the five texts names one that is not registered or explained."""

from pathlib import Path

import pytest

from curation.__main__ import main
from curation.check import curated
from curation.check.frames import document_files
from curation.check.named_titles import clauses, unregistered
from curation.commands import check
from curation.read.document_library import text_path
from curation.read.read_text import read_document
from model.characters import simplified
from model.titles import titles_in
from tests.curation import sample

# Registered by reading, where the text shortens or varies a name beyond the aliases of the code list.
READ = {
    ("jinzhou-undated.14", "tech_sme"),  # 中小科技企业
    ("weihai-2018-107.2-4-2", "brand_makerspace"),  # the brand is said once for incubators and makerspaces
    ("lucheng-industry.3-4", "leading_construction_enterprise"),  # 受表彰的龙头骨干企业, of the paragraph before
    ("lucheng-talent.17", "incubation_carrier"), ("nansha-2017-science.17", "incubation_carrier"),  # incubators and makerspaces named together
    *((f"nansha-2017-science.8-{part}", "new_rd_institution") for part in (1, 2, 3)),  # said once for the whole article
    *((f"weihai-{place}", "entrepreneurial_talent") for place in ("2018-107.2-1-1", "2023-5.6", "2023-5.19", "2023-5.21", "2023-5.27")),  # 高层次人才
}
TEXT = "一、培育\n支持高企和专业化众创空间，构建利益共同体，形成各方协同发展的良好局面，推动产业链与创新链深度融合，由各部门按职责分工落实到位。\n(一)补充\n二、奖励\n对孵化器给予奖励。\n"


@pytest.fixture(params=document_files(), ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest, sources: Path) -> tuple[curated.Record, str]:
    content = curated.read(request.param)
    text = text_path(content["document"]["text_sha256"])
    assert text is not None
    return content, read_document(text)


def test_every_name_in_a_text_is_registered_or_explained(document: tuple[curated.Record, str]) -> None:
    assert unregistered(*document) == []


def test_every_registered_title_stands_in_its_clause(document: tuple[curated.Record, str]) -> None:
    content, text = document
    written = clauses(content, text)
    for measure in content["measures"]:
        beyond = set(measure.get("designations_named", ())) - titles_in(written[measure["measure_id"]])
        assert {(measure["measure_id"], title) for title in beyond} <= READ
        assert all(name in written[measure["measure_id"]] and titles_in(name) for name in measure.get("lookalikes", ())), measure["measure_id"]


def test_text_outside_all_clauses_names_no_title_that_no_clause_names(document: tuple[curated.Record, str]) -> None:
    content, text = document
    rest = simplified(text)
    for words in clauses(content, text).values():
        rest = rest.replace(words, "\n")
    assert titles_in(rest) <= {title for measure in content["measures"] for title in measure.get("designations_named", ())}


@pytest.mark.parametrize("path", document_files(), ids=lambda path: path.stem)
def test_a_title_that_support_depends_on_is_named_in_its_clause(path: Path) -> None:
    for measure in curated.read(path)["measures"]:
        awards = measure.get("awards", [])
        titles = {title for award in awards for title in (award.get("designation"), *award.get("designations_also", ())) if title}
        assert titles <= set(measure.get("designations_named", ())), measure["measure_id"]


def content(*ids: str, **columns: list[str]) -> curated.Record:
    return {"measures": [{"measure_id": f"sample-2026-1.{place}", **columns} for place in ids]}


def test_the_longest_name_counts_and_a_lookalike_explains() -> None:
    assert unregistered(content("1"), TEXT) == [
        ("sample-2026-1.1", "高企", "high_tech_enterprise"), ("sample-2026-1.1", "专业化众创空间", "professional_makerspace"),
        ("sample-2026-1.1", "共同体", "innovation_community"),
    ]
    known = content("1", designations_named=["high_tech_enterprise", "professional_makerspace"], lookalikes=["利益共同体"])
    assert unregistered(known, TEXT) == []


def test_measures_of_one_article_share_its_text_and_a_gap_is_what_lies_between() -> None:
    found = clauses(content("1", "1-9", "2a", "2b"), TEXT)
    assert found["sample-2026-1.2a"] == found["sample-2026-1.2b"] == "二、奖励\n对孵化器给予奖励。\n"
    assert "高企" in found["sample-2026-1.1"] and "高企" not in found["sample-2026-1.1-9"]
    assert clauses(content("7"), TEXT) == {"sample-2026-1.7": TEXT}
    assert clauses({}, TEXT) == {} and unregistered({"measures": "?"}, TEXT) == []


def test_check_names_what_is_not_registered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    held = sample.content()
    path, text = tmp_path / "sample-2026-1.yaml", tmp_path / "text.txt"
    text.write_text(sample.TEXT, encoding="utf-8")
    monkeypatch.setattr(check, "text_path", lambda checksum: text)
    for named, expected in (([], True), (["tech_incubator"], False)):
        for measure in held["measures"]:
            measure["designations_named"] = named
        curated.write(path, held)
        assert main(["check", str(path)]) == 0
        said = capsys.readouterr().out
        assert ("sample-2026-1.1" in said and "tech_incubator" in said and "designations_named" in said) == expected
