"""What a single line is: an office, a salutation, a numbered line, a sentence, a line of navigation, a title."""

import re

from curation.face.dates import DAY
from curation.face.lines import Line, tight

_OFFICE_END = (
    r"(?:人民政府(?:办公厅|办公室)?|委员会(?:办公厅|办公室)?|管委会(?:办公室)?|(?:省|市|区|县|州|旗|工)委(?:办公厅|办公室|组织部|宣传部)?|党组|领导小组(?:办公室)?|办公厅|办公室|指挥部|"
    r"(?<!当)(?<!结)局|厅|(?:组织|宣传|统战|编)部|(?:税务|海关|人民)总署|总局|(?:服务|推进|促进|管理|发展|信息|人才|创新|事务|金融|投资|合作)中心|(?:支|分)行|法院|检察院|总工会|科学技术协会|联合会|研究院)"
)
OFFICE = re.compile(rf"(?:中共|中国共产党)?[\u4e00-\u9fff()]{{2,32}}?{_OFFICE_END}")
_OFFICES = re.compile(rf"{OFFICE.pattern}(?:[、,\s]*{OFFICE.pattern}){{0,7}}")
# The words that name the kind of paper at the end of a title, with what may follow in brackets.
KIND = r"(?:意见|办法|细则|规定|方案|计划|规划|纲要|若干措施|措施|政策|通知|决定|公告|通告|条例|规程|规则|章程|制度|通报|批复|要点|指引|指南|函|令|复函|十条|\d{1,3}条|[一二三四五六七八九十]{1,3}条|条措施|条政策|标准|目录|清单|意见书|路线图|解读|说明|问答|举措|纪要|答复)"
_SUFFIX = r"(?:\([^()]{1,40}\)|稿)"
_TITLE_END = re.compile(rf"{KIND}[”\"]?(?:的补充)?\s*{_SUFFIX}{{0,3}}$")
_LABEL = re.compile(r"[\u4e00-\u9fff ]{2,14}:")
_SHORTEST_OFFICE = 3  # 管理局 and 办公室 are the end of a name and no office
_NAVIGATION = re.compile(r"[>»›]|首\s*页|当前位置|所在位置|您现在|当前栏目|打印|字号|字体|分享|收藏|浏览|点击|访问量|上一篇|下一篇|扫一扫|二维码|无障碍|ICP|网站地图|联系我们|欢迎您?|责任编辑|编辑:|来源:|作者:|相关(?:阅读|文件|链接|解读)|附件下载")
# These stand in titles, too (企业投资项目备案管理办法); a line that ends as a title does is none of the page.
_MAYBE_NAVIGATION = re.compile(r"次数|关闭|返回|微信|微博|登录|注册|繁体|简体|下载|搜索|检索|导航|版权|备案|主办|承办|技术支持|来源|作者|热门|标签|English")
_MENU = frozenset(["通知公告", "政策文件", "规划计划", "政策解读", "本地政策", "国家政策", "省市政策", "投资政策", "政策法规", "法规文件", "规范性文件", "信息公开指南", "公开指南", "信息公开制度", "公开制度", "权责清单", "服务指南", "办事指南", "工作方案", "文件通知", "公告通告", "通知通告", "其他文件", "最新政策", "惠企政策", "人才政策", "产业政策", "科技政策", "政策措施", "地方性法规", "政府规章", "行政规范性文件", "公示公告", "招标公告", "人事任免", "财政预决算", "部门文件", "政府文件", "重点领域信息公开", "政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "通知", "公告", "决定", "意见", "办法", "方案", "规划", "计划", "政策", "措施", "指南", "条例", "目录", "说明"])
_VERSION = re.compile(r"\((?:试行|暂行|节选|(?:19|20)\d\d年?[^,、]{0,12}|[^,、]{0,6}修[订正][^,、]{0,4}|[^,、]{0,8}稿|“[^“”()]{2,14}”)\)")
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十百零〇\d]{1,5}[章条节编]|[(][一二三四五六七八九十\d]{1,3}[)]|\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳])")
_SALUTATION = re.compile(r"(?:各|本|有关|相关|市|省|区|县|全|镇|乡)[^:。;《》]{2,120}[:;]$")
_REASON = re.compile(r"(?:为(?:了|进一步|深入|贯彻|全面|加快|切实|充分|更好|落实|促进|推动|推进|规范|加强|支持|鼓励|积极|引导|大力|有效|加大|提升|完善|认真|做好|提高|激发|培育|打造|实施|响应|应对|帮助|建立|保障|发挥|着力)|根据|按照|依据|经.{2,20}(?:同意|批准)|现将|近日|日前|各位)")
_SPOKEN = re.compile(r"[。;]|[!?].{18}")
PRESS = re.compile(r"本报讯|本报记者|记者|讯员|日电|消息\)|新华社|融媒|客户端")
_APPENDIX = re.compile(r"附\s*件\s*(?:[一二三四五六七八九十\d]{1,2})?\s*:?$|附\s*[一二三四五六七八九十\d]?\s*:?$")


def is_numbered(line: Line) -> bool:
    """一、, 第一条, (一), 1. at the beginning."""
    return bool(_NUMBERED.match(line.words)) and not re.fullmatch(r"第[一二三四五六七八九十\d]{1,4}[号条]", line.tight)


def is_salutation(line: Line) -> bool:
    """The offices that the paper speaks to, with a colon."""
    return bool(_SALUTATION.match(line.tight)) and not re.match(r"(?!各|有关|相关)(?:市|区|县|省)?[^:]{0,8}(?:日期|机关|文号|字号|名称|机构|单位)[:;]$", line.tight)


def is_sentence(line: Line) -> bool:
    """Running text: it ends or holds a full stop, or begins as reasons do."""
    words = line.tight
    return words.endswith("。") or (bool(_SPOKEN.search(words)) and len(words) > 12) or (bool(_REASON.match(words)) and len(words) > 10 and not is_title_like(words))


def is_body(line: Line) -> bool:
    """A line of the text itself and not of its head."""
    return is_numbered(line) or is_salutation(line) or (is_sentence(line) and not is_navigation(line))


def is_navigation(line: Line) -> bool:
    """A line of the page around the text."""
    words = line.tight
    if words in _MENU:
        return True
    strict, loose = _NAVIGATION.search(words), _MAYBE_NAVIGATION.search(words)
    return bool(strict and not re.match(r".{4,}关于", words)) or bool(loose and not is_title_like(words))


def is_label(line: Line) -> bool:
    """A name and a colon, with or without a value behind it."""
    return bool(_LABEL.match(line.words))


def is_appendix(line: Line) -> bool:
    """附件, 附件1, 附: alone on a line."""
    return bool(_APPENDIX.fullmatch(line.words.strip()))


def is_date(line: Line) -> bool:
    """A day and nothing else, in brackets or not."""
    return bool(re.fullmatch(rf"\(?\s*{DAY}\s*\)?", spaced(line.words)))


def is_version(line: Line) -> bool:
    """A version in brackets that stands below a title: (试行), (征求意见稿), (2023-2025年)."""
    return bool(_VERSION.fullmatch(line.tight))


def is_office(line: Line) -> bool:
    """One office, or several side by side."""
    words = line.words.strip("()")
    return "关于" not in words and "文件" not in words and bool(_OFFICES.fullmatch(tight(words)))


def is_title_like(words: str) -> bool:
    """Words that end as titles end and that a title could be: no sentence, no label, no number at the beginning."""
    plain = tight(words)
    if plain in _MENU or not 6 <= len(plain) <= 120 or not _TITLE_END.search(plain):
        return False
    outside = re.sub(r"《[^》]*》|\([^)]*\)", "", plain)
    return not re.search(r"[。;!?:]|,.*,", outside) and not _NUMBERED.match(plain) and not re.match(r"附件|附表|附:|根据|按照|依据|为了?贯彻|原|以上", plain)


def spaced(words: str) -> str:
    """A date that was set apart for a signature (2025 年 12 月 18 日) without its spaces."""
    return re.sub(r"\s+(?=[年月日\d一二三四五六七八九十〇○零])|(?<=[年月\d一二三四五六七八九十〇○零])\s+", "", words)


def split_offices(words: str) -> list[str]:
    """The offices of a line that holds nothing else; empty if it does not."""
    words = re.split(r"转发|批转|印发|公布|发布", words)[0]
    parts = [part for part in re.split(r"[\s、,]+", words.strip()) if part]
    if len(parts) == 1 and (place := re.match(r"(?:中共)?([\u4e00-\u9fff]{2,5}?[省市县区州盟旗])", parts[0])):
        parts = [part for part in re.split(rf"(?<=[\u4e00-\u9fff]{{3}})(?=(?:中共)?{place[1]}(?!委))", parts[0]) if part]
    return parts if parts and all(OFFICE.fullmatch(part) and len(part) > _SHORTEST_OFFICE for part in parts) else []
