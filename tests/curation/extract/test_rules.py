import pytest

from curation.extract import extract
from model.codes import codes
from tests.curation.extract.corpus import DOCUMENTS, rules_of


def rules(text: str) -> list[tuple[str, str, str]]:
    return [(item.phrase, str(item.get("rule_kind")), str(item.get("rule_scope"))) for item in extract(text) if item.kind == "rule"]


@pytest.mark.parametrize(("text", "wanted"), [
    ("同一事项同时符合新区其他扶持政策的，按照就高不重复的原则执行。", [("就高不重复", "highest_only", "own_policies")]),
    ("同一项目符合本办法两项以上条款的，按从高不重复原则执行。", [("从高不重复", "highest_only", "same_item")]),
    ("同一项目符合两项以上条款的，可执行最高额，但不重复享受。", [("执行最高额", "highest_only", "same_item")]),
    ("对同时获得以上荣誉的企业以最高奖励为准。", [("以最高奖励为准", "highest_only", "rows")]),
    ("同一工程获不同级别奖项的，按最高级别奖励。", [("按最高级别奖", "highest_only", "same_title")]),
    ("同一企业不同项目可叠加执行。", [("可叠加执行", "cumulative", "different_items")]),
    ("同一奖项由低等次晋升到高等次的，只奖励差额部分。", [("只奖励差额部分", "difference_only", "same_title")]),
    ("已获上级奖励的，按差额补足。", [("按差额补足", "difference_only", "higher_policies")]),
    ("获得更高等次认定的，县级已奖励部分视作已配套。", [("视作已配套", "counts_as_match", "same_title")]),
    ("上述两款奖励政策不得重复享受。", [("不得重复享受", "excludes", "rows")]),
    ("前款奖励与第一条规定的奖励不可重复享受。", [("不可重复享受", "excludes", "rows")]),
    ("同一企业全年获得本办法扶持资金合计不超过1500万元。", [("同一企业全年获得本办法扶持资金合计不超过1500万元", "total_limit", "document")]),
    ("同一企业同一年度所获奖补总额原则上不超过其当年区级财政贡献的80%。", [("同一企业同一年度所获奖补总额原则上不超过其当年区级财政贡献的80%", "total_limit", "document")]),
    ("单个企业年度获得的各类扶持资金累计不超过800万元。", [("单个企业年度获得的各类扶持资金累计不超过800万元", "total_limit", "document")]),
    ("同一事项获得多个奖励的，按最高额度兑现，已奖励过的补足差额。", [("按最高额", "highest_only", "same_item"), ("补足差额", "difference_only", "same_item")]),
    ("同一载体当年度仅可就两项择一申请。", [("仅可就两项择一", "excludes", "document")]),
    ("企业当年获扶持额不超过其区级财力贡献的80%。", [("企业当年获扶持额不超过其区级财力贡献", "total_limit", "document")]),
    ("人才同时享受省、市补贴的，区级补贴作相应扣减。", [("相应扣减", "difference_only", "document")]),
    ("上述“最高”“不超过”均包含本数。", [("“最高”“不超过”均包含本数", "inclusive", "document")]),
    ("“以上”均包含本数，“以下”均不含本数。", [("“以上”均包含本数", "inclusive", "document"), ("“以下”均不含本数", "exclusive", "document")]),
])
def test_a_statement_on_adding_up_is_a_row_of_its_own_kind(text: str, wanted: list[tuple[str, str, str]]):
    assert rules(text) == wanted
    assert all(kind in codes("rule_kind") and scope in codes("rule_scope") for _, kind, scope in wanted)
    assert not [item for item in extract(text) if item.kind != "rule"]


@pytest.mark.parametrize("text", [
    "按费用的30%给予补助，每家企业全年合计不超过20万元。", "每家企业每年奖励总额不超过50万元。", "在市级奖励基础上叠加奖励10万元。",
    "对重点实验室择优给予50万元补助。", "给予最高奖励50万元。", "晋升为省级的，补足至50万元。", "累计投入超过500万元的，给予5%补助。",
])
def test_support_is_no_rule(text: str):
    assert rules(text) == []


def test_rules_of_whole_documents():
    wanted = found = 0
    for name in DOCUMENTS:
        rows, proposed = rules_of(name)
        wanted += len(rows)
        found += sum(any(item.start < row["end"] and row["start"] < item.end and item.get("rule_kind") == row["rule_kind"] for item in proposed) for row in rows)
    assert wanted >= 15
    assert found >= 0.95 * wanted


def test_a_rule_stands_beside_the_support_of_its_clause():
    found = extract("获省级工法的企业，每项奖励15万元，不重复享受。")
    assert [(item.kind, item.phrase) for item in found] == [("award", "15万元"), ("rule", "不重复享受")]
    assert found[1].get("rule_scope") == "rows" and found[1].get("says_zh") and found[1].get("says_en")
