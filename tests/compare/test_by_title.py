"""By title: what a technology innovation centre, a high-tech enterprise and a new-type R&D institution get, by hand."""

import pytest

from compare.questions.by_title import MENTIONS, VIEW, chosen
from loaders.finding import codes_called
from loaders.snapshot import Tables
from model.selection import Selection
from model.titles import titles_in
from wording.answer import Answer, answered

W2018, W2023, JINZHOU, NANTONG, SHANWEI = "weihai-2018-107", "weihai-2023-5", "jinzhou-undated", "nantong-2012-26", "shanwei-2021-draft"

# (row, document) -> lower end, upper end in yuan or percent
FIGURES = {
    "technology_innovation_center": {
        ("technology_innovation_center:national", W2018): (10_000_000, 10_000_000),
        ("technology_innovation_center:provincial", W2018): (5_000_000, 5_000_000),
        ("technology_innovation_center:municipal:weihai-2018-107.2-4-1.a1", W2018): (2_000_000, 2_000_000),
        ("technology_innovation_center:municipal:weihai-2018-107.2-4-1.a2", W2018): (3_000_000, 3_000_000),
        ("technology_innovation_center:national", W2023): (5_000_000, 5_000_000),
        ("technology_innovation_center:provincial", W2023): (None, 1_000_000),
        ("technology_innovation_center:municipal", W2023): (None, 500_000),
    },
    "high_tech_enterprise": {
        ("high_tech_enterprise:none:tax_relief", JINZHOU): (15, 15),
        ("high_tech_enterprise:none:recognition", JINZHOU): (50_000, 50_000),
        ("high_tech_enterprise:none:tax_relief", W2018): (None, None),
        ("high_tech_enterprise:none:weihai-2018-107.2-4-4.a1:service_agency", W2018): (200_000, 200_000),
        ("high_tech_enterprise:none:weihai-2018-107.2-4-4.a2:service_agency", W2018): (100_000, 100_000),
        ("high_tech_enterprise:none:growth", W2023): (50_000, 50_000),
        ("high_tech_enterprise:none:project_approval", W2023): (None, 500_000),
        ("high_tech_enterprise:none:loan_facility", W2023): (None, 20_000_000),
        ("high_tech_enterprise:none:insurance", W2023): (50, 50),
        ("high_tech_enterprise:also:weihai-2023-5.9.a1", W2023): (None, 5),  # article 9: at most 5 % of the R&D increment
        ("high_tech_enterprise:also:weihai-2023-5.27.a1", W2023): (None, 1),  # article 27: at most 1 % of the loan balance
        ("high_tech_enterprise:also:jinzhou-undated.13.a1", JINZHOU): (3_000_000, 3_000_000),
        ("high_tech_enterprise:also:jinzhou-undated.13.a2", JINZHOU): (500_000, 500_000),
        ("high_tech_enterprise:also:jinzhou-undated.13.a3", JINZHOU): (200_000, 200_000),
    },
    "new_rd_institution": {
        ("new_rd_institution:none", W2018): (None, 2_000_000),
        ("new_rd_institution:none:shanwei-2021-draft.4-4.a1", SHANWEI): (20, 20),
        ("new_rd_institution:none:shanwei-2021-draft.4-4.a2", SHANWEI): (20, 20),
        ("new_rd_institution:municipal", W2023): (None, 500_000),
        ("new_rd_institution:municipal:weihai-2023-5.4.a2:enterprise", W2023): (None, 500_000),
        ("new_rd_institution:also:weihai-2023-5.18.a1", W2023): (None, 2_000_000),
        ("new_rd_institution:also:weihai-2023-5.21.a2", W2023): (200_000, 200_000),
    },
}


def built(tables: Tables, selection: Selection, title: str, **changes: object) -> Answer:
    return answered(VIEW, tables, selection.having(designations=(title,) if title else (), **changes))


@pytest.mark.parametrize("title", FIGURES)
def test_what_a_title_gets(tables: Tables, selection: Selection, title: str) -> None:
    found = built(tables, selection, title)
    stated = {(cell.row, cell.column): (cell.low, cell.high) for cell in found.cells if cell.source_ids and cell.row.startswith(f"{title}:") and cell.mark != "mentioned"}
    assert stated == FIGURES[title]
    assert all(found.source(row_id) for cell in found.cells for row_id in cell.source_ids)


def test_ceilings_of_a_rate_stand_in_the_words(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "new_rd_institution")
    public, firm = (found.cell(f"new_rd_institution:none:shanwei-2021-draft.4-4.{place}", SHANWEI) for place in ("a1", "a2"))
    assert public and "设备投资的20%，最高200万元" in public.words
    assert firm and "设备投资的20%，最高100万元" in firm.words


def test_the_sentence_names_every_document(tables: Tables, selection: Selection) -> None:
    finding = built(tables, selection, "technology_innovation_center").finding
    assert finding.startswith("技术创新中心：威海2018 国家级1000万元、省级500万元")
    assert "威海2023 国家级500万元、省级最高100万元、市级最高50万元" in finding
    assert "南通2012、锦州2015(推断)、汕尾2021(草案)未见规定" in finding
    service_agencies = built(tables, selection, "high_tech_enterprise").finding
    assert "首次认定·服务机构20万元" in service_agencies, "the reward of 2018 is for service agencies, not for all firms"


def test_exact_against_ceiling_is_said(tables: Tables, selection: Selection) -> None:
    cell = built(tables, selection, "technology_innovation_center").cell("technology_innovation_center:provincial", W2023)
    assert cell and cell.comparability and cell.comparability.code == "conditional"
    assert {"bound_differs", "payer_unstated", "repealed"} <= {reason.code for reason in cell.comparability.reasons}


def test_only_payments_of_the_title_itself_are_drawn(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "high_tech_enterprise")
    assert "high_tech_enterprise:none:loan_facility" not in found.chart.drawn
    assert "high_tech_enterprise:none:tax_relief" not in found.chart.drawn
    incubators = built(tables, selection, "tech_incubator")
    assert set(incubators.chart.drawn) == {"tech_incubator:national", "tech_incubator:provincial"}


def test_related_titles_stand_apart_with_the_reason(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "tech_incubator")
    brand = next(row for row in found.chart.rows if row.key == "shandong_brand_incubator:provincial")
    assert brand.group == "相关称号，不作同一称号比较：山东省品牌科技企业孵化器" and "不等于省级孵化器认定" in brand.note
    assert any(note.kind == "definition" and "不等于省级孵化器认定" in note.text for note in found.notes)
    assert found.chart.rows.index(brand) > max(place for place, row in enumerate(found.chart.rows) if row.key.startswith("tech_incubator"))


def test_clauses_that_only_name_the_title_are_reachable(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "high_tech_enterprise")
    named = {document: set(found.cell(MENTIONS, document).source_ids) for document in (NANTONG, JINZHOU, W2018, W2023, SHANWEI)}  # type: ignore[union-attr]
    assert named == {
        NANTONG: {"nantong-2012-26.1-2", "nantong-2012-26.2-1"}, JINZHOU: {"jinzhou-undated.0-2"},
        W2018: {"weihai-2018-107.2-4-2", "weihai-2018-107.2-4-3"}, W2023: set(), SHANWEI: set(),
    }
    assert found.source("jinzhou-undated.0-2")
    assert next(row.group for row in found.chart.rows if row.key == MENTIONS) == "其他提到的条款"


@pytest.mark.parametrize("title", ["technology_innovation_center", "new_rd_institution"])
def test_words_within_other_names_and_departments_name_no_title(tables: Tables, selection: Selection, title: str) -> None:
    found = built(tables, selection, title)
    named = {row_id for cell in found.cells if cell.row == MENTIONS for row_id in cell.source_ids}
    assert not named & {"jinzhou-undated.16", "weihai-2018-107.2-3-2", "weihai-2023-5.6", "weihai-2023-5.10", "nantong-2012-26.1-2", "nantong-2012-26.3-3"}
    assert "weihai-2023-5.28" in named, "article 28 lists the title among those to join the cloud platform"


def test_silence_is_stated_only_of_a_document_that_was_read_for_titles(tables: Tables, selection: Selection) -> None:
    measures = tables["measures"].copy()
    measures["designations_named"] = [[] if row["document_id"] == NANTONG else row["designations_named"] for row in measures.to_dict("records")]
    unread = Tables("unread", {**tables.frames, "measures": measures})
    for held, mark, words in ((tables, "absent", "未见其他条款写到"), (unread, "not_reviewed", "尚未核读")):
        found = built(held, selection, "technology_innovation_center")
        cell = found.cell(MENTIONS, NANTONG)
        assert cell and (cell.mark, cell.words) == (mark, words)
        assert any("南通2012尚未逐条核读称号" in note.text for note in found.notes) == (held is unread)
    by_summary = built(unread, selection, "high_tech_enterprise").cell(MENTIONS, NANTONG)
    assert by_summary and by_summary.source_ids == ("nantong-2012-26.2-1",)


@pytest.mark.parametrize(("words", "titles"), [
    ("山东省品牌科技企业孵化器", {"shandong_brand_incubator"}), ("国家级、省级孵化器", {"tech_incubator"}), ("准公益性研究院", set()),
    ("国家专业化众创空间和众创空间", {"professional_makerspace", "makerspace"}), ("technology innovation centre", set()), ("", set()),
])
def test_the_longest_name_counts(words: str, titles: set[str]) -> None:
    assert titles_in(words) == titles


def test_support_for_several_kinds_of_recipient_says_so(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "high_tech_enterprise")
    labels = {row.key: row.label for row in found.chart.rows}
    assert labels["high_tech_enterprise:also:weihai-2023-5.9.a1"].endswith("(多类对象之一)")
    assert labels["high_tech_enterprise:also:jinzhou-undated.13.a1"].endswith("(列在“上市挂牌企业”名下)")
    for figure in ("第9条·增长达标：研发投入增量的5%以内，每年最高100万元", "第27条·获得贷款：贷款余额的1%以内", "南通2012有条款写到，未见对其规定支持标准",
                   "新三板挂牌：一次性50万元", "“科技版”挂牌：一次性20万元", "境内外首次公开发行上市：一次性300万元"):
        assert figure in found.finding


@pytest.mark.parametrize(("words", "title"), [
    ("高企", "high_tech_enterprise"), ("技术创新中心", "technology_innovation_center"), ("新型研发机构", "new_rd_institution"),
    ("國家技術創新中心", "technology_innovation_center"), ("HIGH-TECH enterprise", "high_tech_enterprise"), ("孵化器", "tech_incubator"),
])
def test_titles_are_found_by_alias_in_either_script(words: str, title: str) -> None:
    assert codes_called("designation", words)[0] == title


@pytest.mark.parametrize("words", ["量子计算机", "<script>", "' OR 1=1 --", "."])
def test_unknown_words_find_no_wrong_title(words: str) -> None:
    assert codes_called("designation", words) == ()


def test_without_a_choice_the_title_of_most_documents_is_shown(tables: Tables, selection: Selection) -> None:
    assert chosen(tables, selection) == ("tech_incubator",)
    assert "科技企业孵化器" in built(tables, selection, "").title


def test_two_figures_of_one_document_are_told_apart_and_limits_stay_with_their_figure(tables: Tables, selection: Selection) -> None:
    finding = built(tables, selection, "tech_sme").finding
    assert "威海2023 国家级：纳入补偿的贷款余额最高2000万元(非支付)；获得贷款：最高50万元；第9条" in finding
    assert "。汕尾2021(草案)有条款写到，未见对其规定支持标准。南通2012、威海2018未见规定。" in finding
    english = built(tables, selection, "tech_sme", lang="en").finding
    assert "art. 10: up to CNY 3,000 per application. Weihai 2023 national: " in english and english.endswith(". Not in Nantong 2012, Weihai 2018.")
    assert "national · lead unit: CNY 10 million" in built(tables, selection, "key_laboratory", lang="en").finding


def test_a_word_for_several_titles_is_not_silence_where_each_is_provided_for(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "innovation_platform")
    assert "威海2018、汕尾2021(草案)、威海2023按具体称号分别规定；南通2012未见规定" in found.finding
    cell, silent = (found.cell("innovation_platform:national", document) for document in (W2023, NANTONG))
    assert cell and cell.words == "按具体称号分别规定，见各称号所在行" and silent and silent.mark == "absent"
    assert found.cell("key_laboratory:municipal", W2023)


def test_support_under_a_word_for_several_titles_reaches_each_of_them(tables: Tables, selection: Selection) -> None:
    """Article 8 of Jinzhou names centres, laboratories and workstations as platforms and pays for any new platform."""
    for title in ("engineering_research_center", "enterprise_technology_center", "key_laboratory", "academician_workstation"):
        found = built(tables, selection, title)
        assert "第8条·国家级·新获认定：一次性100万元、第8条·省级·新获认定：一次性20万元" in found.finding
        labels = [row.label for row in found.chart.rows if row.key.startswith(f"{title}:also:")]
        assert len(set(labels)) == 2 and labels[0].startswith("新认定的国家级") and labels[0].endswith("(列在“创新平台”名下)")
        assert not any(row.key.startswith("innovation_platform:") for row in found.chart.rows), "shown once"
    laboratory = built(tables, selection, "key_laboratory").cell("key_laboratory:provincial", JINZHOU)
    assert laboratory and laboratory.words == "与其他对象一并规定，见相应行"
    assert "威海2023 第27条·获得贷款" in built(tables, selection, "enterprise_rd_center").finding


def test_a_proposal_stands_on_its_row(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "technology_innovation_center", proposals=("technology_innovation_center.national.exact.8000000",))
    cell = found.cell("technology_innovation_center:national", "proposal")
    assert cell and cell.value == 8_000_000 and cell.comparability
    assert "拟定标准(自拟) 国家级800万元" in found.finding


def test_the_empty_case_says_why(tables: Tables, selection: Selection) -> None:
    assert built(tables, selection, "technology_innovation_center", cities=("shanwei",)).empty_because
    only_named = built(tables, selection, "high_tech_enterprise", documents=(NANTONG,))
    assert not only_named.empty_because and only_named.finding == "所选文件没有给予高新技术企业的支持。"
    assert only_named.cell(MENTIONS, NANTONG)


def test_a_title_without_support_leads_to_the_close_one(tables: Tables, selection: Selection) -> None:
    found = built(tables, selection, "engineering_research_center", cities=("weihai",))
    assert found.finding == "所选文件没有给予工程技术研究中心的支持。" and not found.chart.drawn
    close = found.cell("technology_innovation_center:national", W2023)
    assert close and close.value == 5_000_000
    assert any("工程技术研究中心相近" in note.text for note in found.notes)
