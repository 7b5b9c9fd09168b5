"""Links between two documents: complete, on the right side, and in agreement with the figures."""

import copy

import pytest

from curation.check.alignments import alignment_rows, validate_alignments
from curation.check.curated import dumps, read
from curation.desk.propose_alignments import propose_alignments
from curation.publish.build import BuildError, build, collect, document_files
from model.paths import CURATED

FILE = CURATED / "alignments" / "weihai-2018-107--weihai-2023-5.yaml"


@pytest.fixture(scope="module")
def rows():
    return collect(document_files(), alignments=[])[0]


def faults_of(rows, content):
    typed, faults = alignment_rows(content, "x.yaml")
    return [str(fault) for fault in faults or validate_alignments({**rows, "alignments": typed}, "x.yaml")]


def link(content, name):
    return next(item for item in content["alignments"] if item["alignment_id"] == name)


def changed(name, **values):
    content = copy.deepcopy(read(FILE))
    link(content, name).update(values)
    return content


def test_the_shipped_file_is_complete_and_canonical(rows):
    content = read(FILE)
    assert faults_of(rows, content) == []
    assert dumps(content) == FILE.read_text(encoding="utf-8")


def test_weihai_carriers_platforms_and_firms_by_hand():
    content = read(FILE)
    kinds = {item["alignment_id"].removeprefix("weihai-2018-2023."): item["changes"] for item in content["alignments"]}
    assert kinds["carriers.1"] == ["exact_to_ceiling", "lowered"]  # 200万元 -> 不超过100万元
    assert kinds["carriers.3"] == ["match_to_sum"]  # 1:1 -> 10万元
    assert kinds["platforms.1"] == ["lowered"]  # 1000万元 -> 500万元, both exact
    assert kinds["tech_transfer.1"] == ["beneficiary_moved", "recognition_to_evaluation"]
    targets = [item for item in content["alignments"] if item["topic"] == "targets"]
    assert len(targets) == 11 and all(item["changes"] == ["not_listed"] for item in targets)


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("carriers.1", {"changes": ["exact_to_ceiling", "raised"]}, "Standard raised (raised) does not fit"),
        ("carriers.1", {"changes": ["exact_to_ceiling"]}, "show Standard lowered (lowered)"),
        ("carriers.1", {"changes": ["lowered"]}, "show Fixed amount became a ceiling (exact_to_ceiling)"),
        ("platforms.1", {"changes": ["raised", "lowered"]}, "contradict"),
        ("carriers.1", {"changes": ["unchanged"]}, "show Fixed amount became a ceiling (exact_to_ceiling)"),
        ("carriers.1", {"changes": ["newly_listed"]}, "is filled"),
        ("carriers.7", {"changes": ["lowered"]}, "is empty"),
        ("carriers.1", {"changes": []}, "is empty"),
        ("carriers.1", {"changes": ["halved"]}, "not a code"),
        ("carriers.1", {"change": "lowered"}, "not a column"),
        ("carriers.1", {"from_ids": ["weihai-2023-5.29.a1"]}, "no award or target of that document"),
        ("carriers.1", {"from_ids": ["weihai-2018-107.2-4-2.a3"]}, "is in no link"),
        ("carriers.1", {"reason_zh": ""}, "is empty"),
        ("rnd.1", {"changes": ["unclear", "lowered"]}, "stands with other kinds"),
    ],
)
def test_a_wrong_link_is_named(rows, name, values, message):
    found = faults_of(rows, changed(f"weihai-2018-2023.{name}", **values))
    assert any(message in fault for fault in found), found


def test_documents_stand_in_order(rows):
    content = read(FILE)
    turned = {**content, "from_document_id": content["to_document_id"], "to_document_id": content["from_document_id"]}
    assert any("name the earlier document first" in fault for fault in faults_of(rows, turned))


def test_build_refuses_a_wrong_link_and_publishes_nothing(tmp_path):
    folder = tmp_path / "curated"
    (folder / "alignments").mkdir(parents=True)
    for path in document_files():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "alignments" / FILE.name).write_text(dumps(changed("weihai-2018-2023.carriers.1", changes=["raised"])), encoding="utf-8")
    with pytest.raises(BuildError) as error:
        build(tmp_path / "tables", folder)
    assert any(fault.file == FILE.name for fault in error.value.faults)
    assert not (tmp_path / "tables").exists()


def test_a_proposal_finds_what_a_reader_confirmed(rows):
    draft = propose_alignments(rows, "weihai-2018-107", "weihai-2023-5")
    pairs = {(item["from_ids"][0], item["to_ids"][0]) for item in draft["alignments"] if item.get("from_ids") and item.get("to_ids")}
    assert ("weihai-2018-107.2-4-2.a1", "weihai-2023-5.29.a1") in pairs
    assert ("weihai-2018-107.2-4-1.a4", "weihai-2023-5.1.a9") in pairs
    named = [row_id for item in draft["alignments"] for row_id in (*item.get("from_ids", []), *item.get("to_ids", []))]
    assert len(named) >= 42 + 11 + 67


def test_a_proposal_is_no_decision(rows):
    draft = propose_alignments(rows, "weihai-2018-107", "weihai-2023-5")
    assert any("reason_zh" in fault for fault in faults_of(rows, draft))
