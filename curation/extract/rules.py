"""How awards add up: 从高不重复, 差额补足, 可叠加 and a total that one recipient may not exceed; no support of their own."""

import re
from collections.abc import Iterator

from curation.extract.candidates import Candidate, Columns
from curation.extract.document import Document
from model.codes import code_list

_LONGEST = 40  # characters of a phrase

# Kinds in the order in which they decide: 可执行最高额，但不重复享受 is one rule.
_KINDS = (
    ("counts_as_match", r"视[作为同]?(?:为)?(?:已)?(?:给予)?配套"),
    ("difference_only", r"(?:只|仅|按|予以|给予|可)(?:予)?(?:奖励?|补助?|补足|补齐|兑现|享受|给予|支付)?(?:其)?差额(?:部分|资金)?(?:予以|给予)?(?:奖励|补足|补齐|补助|兑现)?|差额(?:部分)?(?:予以|给予)?(?:补足|补齐|奖补|奖励)|(?:补足|补齐|补|发给|补发|补给|奖励)差额(?!\d)|(?:减去|扣除|扣减)(?:已|前期|此前|原)(?:享受|获得?|领取|奖励?|补助?|拨付)|(?:相应|予以)(?:扣减|扣除|核减)|(?:[省市县区]级?|财政|予以|给予)补差"),
    ("highest_only", r"(?:“?[从就][高优]”?|[择取]高)(?:[、,]?不(?:再)?(?:得)?重复|原则|享受|执行|给予|选择|奖[补励]|补助|的?一项|补差|[,;。])|(?:执行|按照?|取|以|享受)(?:其中)?(?:的)?最高(?:的)?(?:额|级别|等次|标准|奖励?|一项|奖项|档次|金额)(?:[^,;。\d]{0,6}(?:奖|补|执行|享受|为准|给予|一项))?|最高(?:的)?奖励为准|仅对最高[^,;。\d]{0,12}(?:奖|补)|就高不就低|按(?:照)?(?:就|较)?高者|按最优(?:惠)?(?:的)?(?:政策|标准|条款)"),
    ("cumulative", r"(?<![不未])可(?:以)?(?:同时|重复|累计|叠加)(?:享受|执行|奖励|申报|支持|给予|补助)|(?<![不未])可(?:以)?叠加|(?<![得可能再])叠加(?:享受|执行)"),
    ("excludes", r"不(?:得|可|能|再|予)?(?:重复|叠加)(?:享受|奖励|补助|资助|支持|扶持|申报|申请|计算|兑现|给予|请领|领取|申领)|不(?:得|可)同时享受|(?:只|仅|可|限)[^,;。]{0,14}择一|择一(?:申请|申报|享受|执行)|任选其一|(?:选择|择)其(?:中)?一(?:项)?|限(?:享受|申报|申请|报)[一1][项个次][^,;。]{0,8}(?:资助|补助|奖励|政策|支持)|不再(?:给予|予以|享受|适用)[^,;。\d]{0,20}(?:补助|补贴|奖励|资助|政策|支持|办法|措施)"),
    (
        "total_limit",
        r"(?:同一|单个|每个|每家|每户|一家)(?:企业|单位|机构|主体|对象|申报主体)[^,;。]{0,12}?(?:本(?:办法|政策|意见|措施|细则|规定)|各[类项]|所有|全部|所获|专项资金|扶持资金|奖补资金)[^,;。]{0,14}"
        r"(?:总额|合计|累计|总计)[^,;。\d]{0,8}(?:不得?超过|不高于|最高|以)[^,;。]{1,24}"
        r"|(?:同一|单[个户家]|每[家户个]|企业)(?:企业|单位|机构|主体)?[^,;。\d]{0,12}(?:奖补|扶持|奖励|补助|资金|支持)[^,;。\d]{0,6}(?:总额|合计|累计|总计)[^,;。\d]{0,8}不(?:得)?(?:超过|高于)[^,;。\d]{0,16}(?:贡献|税收|财力|留成)"
        r"|(?:同一|单[个户家])(?:主体|企业|单位|对象)同一年度[^,;。\d]{0,10}(?:资金|奖补|补助)[^,;。\d]{0,6}不得?超过"
        r"|(?:奖励|奖补|扶持|补助)(?:总额|合计)[^,;。]{0,4}以[^,;。\d]{2,20}(?:贡献|税收|财力)[^,;。\d]{0,4}为限"
        r"|各[项类][^,;。\d]{0,6}(?:合计|累计|总计)[^,;。\d]{0,4}不得?超过[^,;。\d]{0,16}(?:贡献|税收|财力|留成)"
        r"|(?:企业|单位|主体)[^,;。\d]{0,6}获[^,;。\d]{0,4}(?:扶持|奖补|奖励|补助|资金)(?:总?额|资金)?不得?超过[^,;。\d]{0,16}(?:贡献|税收|财力|留成)",
    ),
    ("inclusive", r"(?:“?以[上下内]”?(?:[、和及]“?[^,;。、”]{1,4}”?)*|(?:“[^”]{1,4}”[、和及]?)+)(?:均|都)?包?含本[数级身]"),
    ("exclusive", r"“?以[上下外]”?(?:均|都)?不(?:包)?含本[数级身]"),
)
_BOUNDS = ("inclusive", "exclusive")
_BESIDE = ("total_limit", *_BOUNDS)  # they stand beside a statement on adding up
_SUPPORT = re.compile(r"(?:奖励?|补助|补贴|资助|给予)[^,;。]{0,10}\d")  # the statement closes a clause with support of its own
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_BEGINS = re.compile("差额|视[作为同]|[从就择取][高优]|[按照行取以受其对]最高|最高奖|叠加|重复|同时享受|累计|合计|总额|持额|补额|励额|助额|同一年度|总计|减去|扣除|扣减|不再[给予享适]|高者|补差|择一|任选|其一|其中一|最优|限享受|限申|本数|本级")

# What a rule is between: the first that its sentence names.
_SCOPES = (
    ("rows", r"本条|本款|本项|上述|以上(?:[一二两三四五]项|[^,;。]{0,8}(?:荣誉|奖项|称号|奖励|部分|情形))|前款|第[一二三四五六七八九十]+条"),
    ("different_items", r"不同(?:的)?(?:项目|事项|产品|奖项|条款)"),
    ("same_title", r"同一(?:奖项|名义|称号|荣誉|认定|资质|平台|类型)|低等次|高等次|晋升|晋级|升级|由低|不同(?:级别|等次|层级|等级)|多个级别|最高级别|更高等次"),
    ("own_and_higher_policies", r"(?:上级|省|市)[、和及与][^,;。]{0,4}(?:本级|本[市县区]|[市县区])[^,;。]{0,8}(?:政策|资金|扶持)|各级[^,;。]{0,8}政策|[省市]、[市县区]两级"),
    ("higher_policies", r"上级|(?:国家|省级?|市级?)[^,;。]{0,8}(?:同类|政策|奖励|资金)"),
    ("own_policies", r"(?:其他|其它|同类)[^,;。]{0,10}(?:政策|资金|扶持|规定)"),
    ("same_item", r"同一(?:项目|事项|产品|工程|成果|专利|标准|人|企业|单位|展会|内容|[^,;。]{1,6}项目)|同类"),
)
_SCOPE = tuple((code, re.compile(pattern)) for code, pattern in _SCOPES)


def find_rules(document: Document) -> Iterator[Candidate]:
    """One candidate of kind `rule` for each statement on how awards add up or whether a bound counts, in text order."""
    compact = document.normal.compact
    for paragraph in document.paragraphs:
        for stretch in paragraph.stretches:
            if not _BEGINS.search(compact, stretch.start, stretch.end):
                continue
            said = compact[stretch.start : stretch.end]
            for kind, match in _statements(said):
                start, end = document.normal.original(stretch.start + match.start(), stretch.start + min(match.end(), match.start() + _LONGEST))
                yield Candidate("rule", start, end, document.normal.simplified[start:end], 0.7, "statement on how awards add up", _columns(kind, said))


def _statements(said: str) -> list[tuple[str, re.Match[str]]]:
    """The statement on adding up and those on bounds; of several on adding up the one that decides."""
    found = [(kind, match) for kind, pattern in _COMPILED if (match := pattern.search(said)) is not None]
    adding = [item for item in found if item[0] not in _BESIDE]
    adding = adding[: 2 if _both_said(said, adding) else 1]
    return sorted([*adding, *(item for item in found if item[0] in _BESIDE)], key=lambda item: item[1].start())


def _both_said(said: str, adding: list[tuple[str, re.Match[str]]]) -> bool:
    """按最高额度兑现,已奖励过的补足差额: the highest first, then of those who have had a lower one."""
    if [kind for kind, _ in adding[:2]] != ["difference_only", "highest_only"]:
        return False
    difference, highest = (match for _, match in adding[:2])
    return highest.end() < difference.start() and "的" in said[said.find(",", highest.end()) + 1 : difference.start()]


def _columns(kind: str, said: str) -> Columns:
    """Kind and scope, and what the code list says of the kind, for the curator to make more precise."""
    named = next((code for code, pattern in _SCOPE if pattern.search(said)), "rows" if _SUPPORT.search(said) else "document")
    scope = "document" if kind in (*_BOUNDS, "total_limit") else named
    listed = code_list("rule_kind")[kind]
    return {"rule_kind": kind, "rule_scope": scope, "says_zh": listed["definition_zh"], "says_en": listed["definition_en"]}
