"""Which words name the class of a figure: those since the support before it, and those to fall back on."""

import re

from curation.extract.classes import names_class
from curation.extract.document import Document
from curation.extract.views import View

WIDER = 160  # so many characters of a sentence before are asked
_NUMBERING = 6  # characters of a number at the head of a line

_JUDGED = "优秀|良好|合格|等次|评价|考核"
# A sentence that goes on about whom the one before speaks of: 评价为A等的, 对已创建的.
_GOES_ON = re.compile(
    r"""(?:
      对已(?:创建|建成|认定|获评|获批|备案)|通过(?:复核|复评|复审)|复核|复评
      |评价|考核|评估|绩效|验收|获评|评为|被评|结果|优秀|良好|[A-D][类等级]
    )""",
    re.X,
)
# A recipient of its own (对技术经纪人…) does not inherit the title of the clause before, unless it is the same title again.
_NEW_RECIPIENT = re.compile(
    rf"""
    对[^,;。]{{0,40}}(?:企业|机构|人|团队|单位|个人|银行|公司|项目|活动|高校|院校|园区|合同|人才|专家)
    |^[,;]?[^,;。对的]{{0,8}}(?:特派员|人员|专家|教师|学生|机构|企业|团队|单位)每[人名家个]
    |(?:^|[,;])对(?![^,;。]*(?:该|其|上述))[^,;。]{{4,20}}(?:注册|申请|检测),
    |对(?![^,;。]*(?:{_JUDGED}|评估|升|复审|重新|该|其|上述|认定|获批))[^,;。]{{8,}}的,
    """,
    re.X,
)
_OTHER_PROGRAMME = re.compile(r"[,;、]?(?:我市|本市|市|其他|其它|一般|普通)(?!级)[^,;。]{2,30},")
# A condition of its own after a semicolon (新增一名专利代理师…的,) does not go on about the title before it.
_OWN_CONDITION = re.compile(
    rf"""
    [,;]?
    (?![^,;。]*(?:{_JUDGED}|等奖|第[一二三]名|[A-E一二三四五][级类档]|(?:国家|[省市县区])级|晋|升|排名|得分|批准|参与|牵头|建成|后,
      |通过(?=复|验收|评估|考核|评审|[^,;。]{{0,4}}认定)))
    [^,;。]{{10,}}的,
    |[,;]?每(?:回流|促成|引荐|推荐|承接)[^,;。]{{4,}},
    |[,;]?(?:其)?(?:当年|首次|次年|年内)?[^,;。]{{0,4}}(?:纳规|入统|(?:纳入|进入|升为|达到)(?:规上|规模以上|四上|限上|统计))[^,;。]{{0,6}}的
    """,
    re.X,
)
_OF_ITS_OWN = re.compile(r"[^,;。、\d]{0,10}[、,]对获[^,;。]{2,30}的(?:企业|单位|机构|个人|项目)")  # …奖励、对获得集体商标的单位: another title
_SAME_TITLE = re.compile(r"首次(?!突破|达到|超过|升规|入规|纳入|进入)|重新|再次|上述|其(?!他|中)|该|本条|认定|获批|升级|此|仍[在为]|有效期内|对参与(?:承担|申报|实施|研发|建设|完成)?的?(?:单位|企业|机构)")


def scope_of(document: Document, place: int, view: View, floor: int) -> tuple[str, str]:
    """The words since the support that ends at `floor` (or since the stretch begins), and the words to fall back on.

    `place` is that of the paragraph in the document.
    """
    own = view.compact[max(floor, view.start - 4 * WIDER) : view.start]
    before = view.before[-4 * WIDER :]
    if floor > view.stretch.start and names_class(before):
        return own, "" if _OF_ITS_OWN.match(own) and not _SAME_TITLE.search(own) else before
    if (_NEW_RECIPIENT.search(own) or _OTHER_PROGRAMME.match(own) or _OWN_CONDITION.match(own)) and not _SAME_TITLE.search(own):
        return own, document.title_of(place)
    return own, _earlier(document, place, view)


def _earlier(document: Document, place: int, view: View) -> str:
    """The heading of the paragraph, or the heads above where the item itself names no class."""
    start = document.paragraphs[place].start
    head = document.title_of(place)
    if head.endswith(":") and view.start - start <= len(head) + _NUMBERING:
        head = ""  # the item of a list, not a heading of its own
    sentence = view.compact[view.stretch.sentence : view.stretch.start][-WIDER:]
    if _GOES_ON.match(view.compact, view.stretch.sentence):  # 评价为A等的: of whom the sentence before speaks
        sentence = view.compact[start : view.stretch.start][-WIDER:]
    return head + sentence if sentence or head else document.heads[place].rsplit("\n", 1)[-1][-WIDER:]
