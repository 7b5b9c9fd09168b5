"""Doubts name what looks wrong and keep silent about what is right."""

from typing import Any

import pytest

from curation.check.doubts import doubts
from curation.check.frames import rows_of_document
from tests.curation.sample import award, content

TEXT = "对新认定的国家级众创空间给予50万元奖励，对新认定的省级众创空间给予30万元奖励。"


def evidence(phrase: str) -> dict[str, str]:
    start = TEXT.index(phrase)
    return {"phrase": phrase, "prefix": TEXT[max(0, start - 16) : start], "suffix": TEXT[start + len(phrase) :][:16], "start": str(start), "end": str(start + len(phrase))}


NATIONAL: dict[str, Any] = {**award(), "designation": "makerspace", "beneficiary_zh": "国家级众创空间", "bound": "exact", "sum_cny": "500000", **evidence("50万元")}
PROVINCIAL: dict[str, Any] = {**NATIONAL, "award_id": "sample-2026-1.1.a2", "beneficiary_zh": "省级众创空间", "recognition_level": "provincial", "sum_cny": "300000", **evidence("30万元")}


def codes_of(*awards: dict[str, Any], text: str = "", document: dict[str, Any] | None = None, figures: list[dict[str, str]] | None = None) -> set[str]:
    held = content()
    held["measures"] = [{**held["measures"][0], "awards": list(awards)}]
    held["document"] |= document or {}
    held["figures"] = figures or []
    rows, _ = rows_of_document(held, "a.yaml")
    return {item.code for item in doubts(rows, {"sample-2026-1": "a.yaml"}, {"sample-2026-1": text} if text else None)}


def exchanged(columns: tuple[str, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    return ({**NATIONAL, **{name: PROVINCIAL[name] for name in columns}}, {**PROVINCIAL, **{name: NATIONAL[name] for name in columns}})


def test_right_rows_raise_no_doubt() -> None:
    assert codes_of(NATIONAL, PROVINCIAL) == codes_of(NATIONAL, PROVINCIAL, text=TEXT) == set()


@pytest.mark.parametrize("columns", [("beneficiary_zh", "recognition_level"), ("phrase", "prefix", "suffix", "start", "end")])
def test_exchanged_rows_look_exchanged(columns: tuple[str, ...]) -> None:
    assert "looks_swapped" in codes_of(*exchanged(columns))


def test_a_higher_level_that_gets_less() -> None:
    assert "level_gets_less" in codes_of({**NATIONAL, "sum_cny": "200000"}, PROVINCIAL)
    assert "level_gets_less" not in codes_of({**NATIONAL, "sum_cny": "200000"}, {**PROVINCIAL, "designation": "tech_incubator"})


def test_two_rows_that_nothing_tells_apart() -> None:
    assert codes_of(NATIONAL, {**NATIONAL, "award_id": "sample-2026-1.1.a2", "sum_cny": "300000", **evidence("30万元")}) == {"same_row_twice"}


def test_with_the_text_a_level_that_the_extractor_reads_otherwise() -> None:
    wrong = {**PROVINCIAL, "recognition_level": "municipal", "beneficiary_zh": "众创空间"}
    assert "level_read_otherwise" in codes_of(NATIONAL, wrong, text=TEXT)
    assert "level_read_otherwise" not in codes_of(NATIONAL, {**wrong, "beyond_phrase": ["level_elsewhere"]}, text=TEXT)
    assert "level_not_named" in codes_of(NATIONAL, {**wrong, "beyond_phrase": ["level_elsewhere"]}, text=TEXT)


LIST = "对当年出口额达到600万美元、1亿美元的企业，分别给予20万元、30万元奖励。"


def test_kinds_of_one_list_stand_in_the_order_of_their_figures() -> None:
    def row(number: str, variant: str, phrase: str) -> dict[str, Any]:
        start = LIST.index(phrase)
        place = {"phrase": phrase, "prefix": LIST[start - 16 : start], "suffix": LIST[start + len(phrase) :][:16], "start": str(start), "end": str(start + len(phrase))}
        return {**NATIONAL, "award_id": f"sample-2026-1.1.{number}", "recognition_level": "none", "designation": "", "beneficiary_zh": "企业", "variant_zh": variant, **place}

    right = row("a1", "出口600万美元", "20万元"), row("a2", "出口1亿美元", "30万元")
    wrong = row("a1", "出口1亿美元", "20万元"), row("a2", "出口600万美元", "30万元")
    assert "looks_swapped" not in codes_of(*right, text=LIST)
    assert "looks_swapped" in codes_of(*wrong, text=LIST)
    assert "looks_swapped" not in codes_of(*wrong, text=LIST.replace("分别", "各自"))


def test_a_row_behind_a_later_article() -> None:
    held = content()
    held["measures"][1]["targets"][0] |= {"start": "1", "end": "4"}
    rows, _ = rows_of_document(held, "a.yaml")
    assert {item.code for item in doubts(rows, {})} == {"order_of_articles"}


def test_dates_and_the_number_of_a_document() -> None:
    date = [{"role": "date", "phrase": "2026年3月5日", "start": "1", "end": "10"}]
    assert codes_of(NATIONAL, document={"issued_on": "2026-03-05"}, figures=date) == set()
    assert codes_of(NATIONAL, document={"issued_on": "2026-03-06"}, figures=date) == {"date_not_in_ledger"}
    assert codes_of(NATIONAL, document={"issued_on": "2026-03-05", "document_number": "云政发〔2025〕3号"}) == {"number_other_year"}
    assert codes_of(NATIONAL, document={"document_number": "云政发〔2026〕3号"}) == set()


def test_a_voucher_of_a_transaction() -> None:
    voucher = {**NATIONAL, "instrument": "voucher"}
    assert codes_of({**voucher, "trigger": "transaction"}) == {"voucher_of_transaction"}
    assert codes_of({**voucher, "trigger": "service_purchase"}) == codes_of({**NATIONAL, "trigger": "transaction"}) == set()
