from curation.extract import extract
from curation.extract.candidates import Reason


def test_the_words_of_a_ceiling_and_of_a_recipient_are_given_with_their_place():
    text = "对县内企业按检测费的20%给予补贴，\n每家企业每年最高10万元。"
    [item] = extract(text)
    assert item.get("ceiling_cny") == 100_000
    assert item.reasons == (Reason("ceiling", 19, 31, "每家企业每年最高10万元"), Reason("recipient", 1, 5, "县内企业"))
    assert [text[reason.start : reason.end] for reason in item.reasons] == [reason.phrase for reason in item.reasons]


def test_each_kind_of_recipient_has_the_words_of_its_own_ceiling():
    found = extract("对科研机构按30%配套，其中A类最高50万元，B类最高30万元。")
    assert [(item.get("ceiling_cny"), item.reasons[0].phrase) for item in found] == [(500_000, "其中A类最高50万元"), (300_000, "B类最高30万元")]


def test_a_reason_is_printed_with_its_candidate():
    [item] = extract("对企业给予10万元奖励。")
    assert item.as_dict()["reasons"] == [{"role": "recipient", "start": 1, "end": 3, "phrase": "企业"}]


def _levels(text: str) -> list[tuple[object, list[str]]]:
    return [(item.get("recognition_level"), [text[reason.start : reason.end] for reason in item.reasons if reason.role == "level"]) for item in extract(text)]


def test_the_words_of_each_level_of_a_list():
    text = "对新认定的国家、省、市示范车间，分别奖励40万元、20万元、8万元。"
    assert _levels(text) == [("national", ["国家"]), ("provincial", ["省"]), ("municipal", ["市"])]


def test_a_level_from_a_defining_sentence_leads_there():
    text = "第二条 本办法所称检测平台，是指经省科技厅认定的检测平台。\n第三条 检测平台年度考核合格的，补助6万元。"
    assert _levels(text) == [("provincial", ["省"])]
    assert [reason.start for item in extract(text) for reason in item.reasons if reason.role == "level"] == [text.index("省科技厅")]


def test_the_level_of_a_goal_has_its_words_and_no_level_has_none():
    assert _levels("到2029年，全市省级以上创新平台达到30家，众创空间达到50家。") == [("provincial", ["省级"]), ("none", [])]


def test_a_voucher_on_a_contract_of_services_is_for_services_bought():
    [item] = extract("企业购买研究开发服务的，创新券按服务合同金额的30%兑付，每家每年最高20万元。")
    assert (item.get("instrument"), item.get("trigger"), item.get("rate_pct")) == ("voucher", "service_purchase", 30)
    [item] = extract("创业团队的创新券按服务合同金额的50%兑付。")
    assert item.get("trigger") == "service_purchase"
    [item] = extract("对促成技术合同的企业，按技术合同成交额的2%给予奖励。")
    assert item.get("trigger") == "transaction"
