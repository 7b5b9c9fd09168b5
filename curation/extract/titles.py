"""Recognised titles (designations) and lists of classes, as the code list and common grammar name them."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from model.codes import code_list

# Further titles without a code: they count as members of a list, but leave the column empty.
_OTHER_TITLES = (
    "专精特新“小巨人”企业|专精特新小巨人企业|“小巨人”企业|小巨人企业|小巨人|“专精特新”中小企业|专精特新中小企业|专精特新企业|单项冠军企业|单项冠军产品|单项冠军|瞪羚企业|独角兽企业|潜在独角兽企业|"
    "雏鹰企业|绿色工厂|绿色园区|绿色供应链|智能工厂|智能车间|数字化车间|未来工厂|工业设计中心|工程研究中心|工程实验室|产业创新中心|工程中心|博士后科研工作站|博士后创新实践基地|博士后工作站|检验检测中心|质检中心|"
    "两化融合|服务型制造示范企业|示范基地|小微企业创业创新示范基地|小型微型企业创业创新示范基地|双创示范基地|创业孵化示范基地|驰名商标|著名商标|名牌产品|地理标志|质量奖|专利金奖|专利银奖|专利优秀奖|科普基地|"
    "知识产权保护中心|快速维权中心|产业园|加速器|创业苗圃|农业科技园区|星创天地|国际科技企业孵化器|海外创新中心|离岸创新中心|概念验证中心|隐形冠军|总部企业|示范企业|示范园区|示范平台|龙头企业"
)
_CODED_ELSEWHERE = {
    "工程技术研究中心": "engineering_research_center", "工程(技术)研究中心": "engineering_research_center", "工程技术中心": "engineering_research_center", "企业研发机构": "enterprise_rd_center",
    "科技成果转化中试基地": "pilot_test_base", "中试平台": "pilot_test_base", "科技小巨人企业": "leading_enterprise", "孵化载体": "incubation_carrier",
    "首版次软件": "", "首批次新材料": "", "首台(套)": "first_set_equipment", "首台套": "first_set_equipment", "科学技术进步奖": "science_award",
    "科技进步奖": "science_award", "技术发明奖": "science_award", "自然科学奖": "science_award", "科学技术奖": "science_award",
    "技术先进型服务企业": "tech_advanced_service_firm", "技术转移服务机构": "technology_transfer_institution", "技术转移示范机构": "technology_transfer_institution",
    "国际合作基地": "international_cooperation_base", "农业高新技术产业示范区": "agri_hightech_zone", "产业研究院": "new_rd_institution",
    "主板": "listed_company", "科创板": "listed_company", "创业板": "listed_company", "北交所": "listed_company", "首次公开发行": "listed_company", "IPO": "listed_company",
    "创新创业大赛": "innovation_contest", "创新大赛": "innovation_contest", "品牌科技企业孵化器": "shandong_brand_incubator",
    "领军人才": "entrepreneurial_talent", "创业人才": "entrepreneurial_talent", "科技型中小微企业": "tech_sme", "省技术市场奖励": "technology_market_award",
    "技术市场奖励": "technology_market_award", "创客空间": "makerspace", "院士工作站": "academician_workstation", "专家工作站": "academician_workstation",
    "制造业创新中心": "manufacturing_innovation_center", "公共技术服务平台": "public_service_platform", "公共服务平台": "public_service_platform",
    "公共平台": "public_service_platform", "最高科学技术奖": "top_science_award",
}

BENEFICIARIES = {
    "tech_incubator": "incubator", "shandong_brand_incubator": "incubator", "makerspace": "makerspace", "professional_makerspace": "makerspace",
    "brand_makerspace": "makerspace", "university_science_park": "university_science_park", "key_laboratory": "innovation_platform",
    "provincial_laboratory": "innovation_platform", "technology_innovation_center": "innovation_platform", "clinical_research_center": "innovation_platform",
    "innovation_community": "innovation_platform", "manufacturing_innovation_center": "innovation_platform", "engineering_research_center": "innovation_platform",
    "enterprise_technology_center": "innovation_platform", "enterprise_rd_center": "innovation_platform", "academician_workstation": "innovation_platform",
    "innovation_platform": "innovation_platform", "public_service_platform": "innovation_platform", "technology_transfer_institution": "service_agency",
    "international_cooperation_base": "innovation_platform", "new_rd_institution": "rd_institution", "pilot_test_base": "innovation_platform",
    "agri_hightech_zone": "park", "collaborative_innovation_center": "innovation_platform", "patent_operation_pilot": "service_agency",
    "high_tech_enterprise": "enterprise", "tech_sme": "enterprise", "leading_enterprise": "enterprise", "listed_company": "enterprise",
    "entrepreneurial_talent": "individual", "top_science_award": "individual", "incubation_carrier": "incubator",
    "industry_alliance": "other", "innovation_consortium": "other", "foreign_expert_station": "other", "foreign_expert_workroom": "other",
}


class Title(NamedTuple):
    """A recognised title at [start, end) of a piece of text; `code` is empty for a title without a code."""

    code: str
    word: str
    start: int
    end: int


@cache
def _lexicon() -> tuple[re.Pattern[str], dict[str, str]]:
    words: dict[str, str] = dict.fromkeys(_OTHER_TITLES.split("|"), "")
    for code, row in code_list("designation").items():
        words[row["zh"].translate(_SAME)] = code
        for alias in filter(None, row.get("aliases", "").split(";")):
            words.setdefault(alias.translate(_SAME), code)
    words.update(_CODED_ELSEWHERE)
    words["孵化器"], words["众创空间"] = "tech_incubator", "makerspace"
    ordered = sorted(words, key=len, reverse=True)
    by_first: dict[str, list[str]] = {}
    for word in ordered:
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    # One branch for each first character: the longest word wins as in a plain list, and few are tried at each place.
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rests)})" for first, rests in by_first.items())), words


_SAME = str.maketrans({"（": "(", "）": ")"})


_LIVES_IN = re.compile(r"(?:入驻|进驻)(?!的)[^,;。]{0,6}$")


@lru_cache(64)  # a heading is asked about again for each figure below it
def find_titles(text: str) -> list[Title]:
    """All recognised titles in a piece of text, longest first at each place."""
    pattern, words = _lexicon()
    found = pattern.finditer(text)
    return [Title(words[match.group()], match.group(), *match.span()) for match in found if not _LIVES_IN.search(text[max(0, match.start() - 8) : match.start()])]


def title_run(text: str, titles: list[Title]) -> list[Title]:
    """The last run of different titles that are joined by 、 or 和 and not closed by 等, in order."""
    run: list[Title] = []
    for title in titles:
        if run and text[run[-1].end : title.start] == "(" and text[title.end : title.end + 1] == ")":
            if run[-1].code and title.code and run[-1].code != title.code:
                run.append(title._replace(end=title.end + 1))
                continue
            run[-1] = run[-1]._replace(code=run[-1].code or title.code, end=title.end + 1)
            continue
        between = text[run[-1].end : title.start] if run else ""
        if run and not between:
            run[-1] = run[-1]._replace(code=run[-1].code or title.code, end=title.end)
        elif run and _is_joined(between):
            run.append(title)
        else:
            run = [title]
    if not run or re.match(r"等(?!级)", text[run[-1].end :]):
        return run[-1:]
    unique: dict[str, Title] = {}
    for title in run:
        unique.setdefault(title.code or f"{title.word}{title.start}", title)
    return list(unique.values())


def _is_joined(between: str) -> bool:
    return bool(re.fullmatch(r"(?:\([^()]{0,20}\))?”?(?:称号|认定|的)?(?:、|和|及|以及|与|或|或者|/)(?:国家级|省级|市级|国家|省|全国|新型|专业化|科技型?|[^、和及与或,。;\d的]{0,8})?", between)) and len(between) <= 32
