"""Any text gives candidates, with valid offsets, in order, in linear time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curation.extract import extract
from curation.extract.normalise import normalise, simplify
from model.codes import codes
from model.schema import FORM_RULES, MONEY_COLUMNS
from tests.curation.extract.corpus import CORPUS, clauses

_SLACK = 2.5  # time that grows with the square of the length takes four times more
_TICK = 0.01  # below this the clock says little
PIECES = (
    "对", "新认定", "国家级", "省级", "市级", "孵化器", "众创空间", "、", "和", "，", "。", "；", "：", "（", "）", "\n", " ", "给予", "奖励", "补助", "分别", "最高", "不超过",
    "每年", "每家", "累计", "按", "的", "10", "5O", "l0", "１００", "万元", "亿元", "元", "%", "‰", "百分之五十", "二十万元", "1:1", "1∶2", "等额", "配套", "到2025年", "达到", "超过",
    "以上", "家", "平方米", "翻一番", "全覆盖", "贷款", "保额", "设立", "基金", "由", "提高到", "基础上", "再", "其中", "(", ")", "1,000", "-", "至", "年均增长", "個", "萬元", "\t", "|", "指标", "2025年", "（家）", "≥", "\x00", "\u3000", "\ud800",
)
LEVELS = frozenset(codes("recognition_level"))


def check(text: str) -> None:
    found = extract(text)
    plain = simplify(text)
    assert len(plain) == len(text)
    for item in found:
        assert 0 <= item.start < item.end <= len(text)
        assert plain[item.start : item.end] == item.phrase
        assert 0 < item.confidence <= 1 and item.why
        assert item.kind in ("award", "target", "rule")
        assert item.kind == "rule" or item.get("recognition_level") in LEVELS
    assert [(item.start, item.end) for item in found] == sorted((item.start, item.end) for item in found)


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text(text: str):
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_policy_words(text: str):
    check(text)


@given(st.sampled_from([clause.text for clause in clauses("clauses.txt")]), st.lists(st.tuples(st.integers(0, 80), st.sampled_from(PIECES)), max_size=4))
@settings(max_examples=200, deadline=None)
def test_damaged_clauses(text: str, damage: list[tuple[int, str]]):
    for place, piece in damage:
        text = text[:place] + piece + text[place + 1 :]
    check(text)


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_places_lead_back(text: str):
    normal = normalise(text)
    assert len(normal.compact) == len(normal.places)
    assert list(normal.places) == sorted(normal.places)


def test_rows_obey_the_data_model():
    lists = {"form": "form", "bound": "bound", "instrument": "instrument", "trigger": "trigger", "frequency": "frequency", "selection": "selection_mode", "rate_basis": "rate_basis",
             "match_basis": "match_basis", "per": "per_unit", "cap_basis": "rate_basis", "also_ceiling_per": "ceiling_per", "rule_kind": "rule_kind", "rule_scope": "rule_scope", "beneficiary": "beneficiary", "designation": "designation", "ceiling_per": "ceiling_per", "ceiling_period": "ceiling_period", "relation": "relation",
             "unstated_kind": "unstated_kind", "indicator": "indicator", "verb": "verb", "comparator": "comparator", "unit": "unit", "basis": "target_basis", "target_year_basis": "target_year_basis"}
    for item in extract((CORPUS / "yunxi.txt").read_text(encoding="utf-8") + "".join(clause.text + "\n" for clause in clauses("clauses.txt"))):
        for column, name in lists.items():
            assert item.get(column) is None or item.get(column) in codes(name), (column, item)
        if item.kind == "award":
            filled = {column for column in MONEY_COLUMNS if item.get(column) is not None}
            assert filled <= FORM_RULES[str(item.get("form"))].allowed, item


def test_columns_that_go_together_are_whole_or_absent():
    text = "".join((CORPUS / f"{name}.txt").read_text(encoding="utf-8") for name in ("danxi", "longchuan", "qiuling", "hexiang", "yanhu", "chengtan"))
    awards = [item for item in extract(text) if item.kind == "award"]
    assert sum(item.get("also_ceiling_cny") is not None for item in awards) > 2 and sum(item.get("bracket_basis") is not None for item in awards) > 2
    for item in awards:
        filled = {column for column in MONEY_COLUMNS if item.get(column) is not None}
        assert filled <= FORM_RULES[str(item.get("form"))].allowed, item
        for name in ("ceiling", "also_ceiling"):
            assert len({item.get(f"{name}_{part}") is None for part in ("cny", "per", "period")}) == 1, item
        assert (item.get("cap_pct") is None) == (item.get("cap_basis") is None)
        assert (item.get("bracket_basis") is not None) == (item.get("bracket_from_cny") is not None or item.get("bracket_below_cny") is not None)
        assert (item.get("slice_from_cny") is None) == (item.get("slice_rate_pct") is None) and (item.get("slice_from_cny") is None or item.get("bound") == "range")
        assert item.get("per") is None or item.get("per_zh")


@pytest.mark.parametrize("unit", ["1", "1,", "百", "万", "10、", "(", "给予", "给予适当", "10-", "国家级、", "100万元、", "l0", "对获得国家级企业给予100万元奖励,", "培育10家", "指标\t2025年\n企业(家)\t30\n", "按10%给予补助,最高100万元,", "已获得", "、国家级5万元", "、甲类5%", "国家级\t10\n", "\n", "一、按标准奖励:\n", "国家、省、市", "经市科技局、省厅给予5万元、", "评为甲乙市和", "1万", "一百九十万零", "减半、", "前8位", "本办法所称平台是指",
    "80万元以上至", "(含)以上、", "的部分", "每户企业全年", "不超过36万元:其中,", "第一年100%、", "第二年为50%,", "券支持(分别为", "5000元以内全额,", "差额", "同一企业各类资金", "合计不超过",
    "按人民币", "提高1个百分点,", "分三期", "拨付", "每平方米每月", "单个企业申请", "3元/月·平方米", "就高不重复"])
def test_no_pattern_explodes(unit: str):
    short, long = (_spent((unit * size)[:size]) for size in (5_000, 20_000))
    assert long < 4 * _SLACK * max(short, _TICK)


def _spent(text: str) -> float:
    """The least processor time of two readings: what else the machine does only adds."""
    spent = []
    for _ in range(2):
        started = time.process_time()
        extract(text)
        spent.append(time.process_time() - started)
    return min(spent)
