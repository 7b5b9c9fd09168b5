"""A confidence is a share of right proposals, counted on texts kept apart."""

import json

from curation.extract import extract, propose
from curation.extract.confidence import counts, share
from curation.extract.score import judged
from curation.read.read_text import read_document
from tests.curation.extract.corpus import CORPUS

KEPT_APART = ("danxi", "longchuan", "qiuling", "hexiang", "yanhu")


def test_a_rule_that_was_never_seen_keeps_what_its_author_gave_it():
    assert round(share("new rule", "nothing", 0.7, {}), 6) == 0.7


def test_many_proposals_outweigh_the_author_and_few_lean_on_the_rule():
    table = {("rule", "nothing"): (100, 50), ("rule", "level"): (1, 1)}
    assert abs(share("rule", "nothing", 0.9, table) - 0.5) < 0.01
    named = share("rule", "level", 0.9, table)
    assert 0.5 < named < 0.6


def test_every_share_lies_between_none_and_all():
    assert all(0 <= right <= seen for seen, right in counts().values())
    assert all(0 < share(rule, named, 0.9, counts()) < 1 for rule, named in counts())


def test_the_shares_given_are_the_shares_found():
    judgements = []
    for name in KEPT_APART:
        rows = [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        judgements += judged([row for row in rows if row["kind"] == "award"], extract(read_document(CORPUS / f"{name}.txt")), "award")
    ordered = sorted(judgements, key=lambda item: item[0].confidence)
    half = len(ordered) // 2
    low, high = ordered[:half], ordered[half:]
    right_low, right_high = (sum(is_right for _, is_right in part) / len(part) for part in (low, high))
    assert right_low <= right_high + 0.02
    given = sum(item.confidence for item, _ in ordered) / len(ordered)
    # Real texts, which are harder than invented ones, count in the table: what is given here must not promise more than is found.
    assert given <= sum(is_right for _, is_right in ordered) / len(ordered) + 0.03


def test_only_the_confidence_differs_from_the_bare_proposal():
    text = "对新认定的省级孵化器给予50万元奖励，按费用的20%补助，最高10万元。"
    bare, found = propose(text), extract(text)
    assert [(item.start, item.columns, item.why) for item in bare] == [(item.start, item.columns, item.why) for item in found]
