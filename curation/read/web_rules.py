"""What a saved page carries around a document: navigation, share buttons, hidden parts, and the particulars of the document."""

import re
from typing import Any

# Elements without words of the document.
SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg", "select", "option", "button", "textarea", "input", "iframe", "object", "canvas", "audio", "video", "map", "math-annotation"})
BLOCKS = frozenset({
    "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "section", "article", "header", "footer", "title", "dd", "dt", "dl", "ul", "ol", "blockquote", "center", "form",
    "fieldset", "caption", "figure", "figcaption", "main", "aside", "nav", "pre", "address", "hr", "body", "details", "summary", "thead", "tbody", "tfoot",
})
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside"})
_FURNITURE = frozenset(
    ["nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "bread", "mbx", "dqwz", "weizhi", "share", "bdshare", "bdsharebuttonbox", "social", "footer", "foot", "copyright", "sidebar", "sidenav", "toolbar", "tools", "print", "fontsize", "qrcode", "ewm", "erweima", "pagination", "pager", "related", "recommend", "login", "topbar", "floatbar", "backtop", "gotop", "comment", "comments", "advert", "banner", "friendlink", "links", "wza", "search"])
# An element of furniture holds links and a few words; with more running words than this it is the page itself.
RUNNING = 150

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)", re.IGNORECASE)
_RULE = re.compile(r"([^{}@]{1,300})\{([^{}]{0,2000})\}")
_SIMPLE = re.compile(r"\s*([a-z0-9]*)([.#])([\w-]+)\s*", re.IGNORECASE)

PARTICULARS = ["索引号", "索取号", "信息索引号", "主题分类", "体裁分类", "组配分类", "公文种类", "文件类型", "文种", "信息分类", "分类", "发文机关", "发文机构", "发布机构", "发文单位", "发布单位", "制发机关", "制定机关", "公开机构", "公开主体", "公开责任部门", "信息来源", "来源", "文章来源", "稿件来源", "发布日期", "发文日期", "成文日期", "生成日期", "公开日期", "公布日期", "印发日期", "制发日期", "发布时间", "公开时间", "成文时间", "发文时间", "生成时间", "日期", "时间", "标题", "名称", "信息名称", "文件名称", "公文名称", "文件标题", "发文字号", "文号", "文件编号", "发文号", "公文字号", "有效性", "时效", "时效性", "文件时效", "是否有效", "效力状态", "效力", "有效状态", "文件状态", "状态", "有效期", "有效期至", "有效期限", "失效日期", "失效时间", "生效日期", "生效时间", "实施日期", "施行日期", "废止日期", "主题词", "关键词", "关键字", "公开方式", "公开范围", "公开形式", "公开属性", "公开程序", "公开时限", "责任编辑", "编辑", "作者", "审核", "浏览次数", "浏览量", "点击数", "点击率", "阅读量", "阅读次数", "访问量", "访问次数", "字号", "字体", "字体大小", "统一编号", "统一登记号", "登记号", "规范性文件编号", "内容概述", "内容摘要"]
_NAMES = frozenset(PARTICULARS)
# One of these tells that a table lists particulars and is none of the document's own.
_TELLING = frozenset(["索引号", "索取号", "信息索引号", "发文字号", "文号", "发布机构", "发文机关", "发文机构", "发布单位", "成文日期", "发布日期", "生成日期", "发文日期", "公开日期", "主题分类", "有效性", "时效性", "效力状态"])
_ANY_NAME = "|".join(r"\s*".join(name) for name in sorted(PARTICULARS, key=len, reverse=True))
_PAIR = re.compile(rf"(?<![\u4e00-\u9fff])({_ANY_NAME})\s*[】\]]?\s*[:：]")

# What sites print around a document: lines that begin so, lines that are nothing but such words, names of what follows a colon.
_BEGINS = re.compile(
    r"[【\[(（]?\s*(?:(?:您|你)?(?:现|所)?在?(?:当前)?的?(?:所在)?位置\s*[:：>]|当前位置|首页\s*[>›»/]|分享(?:到|至)|上一[篇条]\s*[:：]|下一[篇条]\s*[:：]|扫一扫|扫码|版权所有|网站标识码"
    r"|设为首页|加入收藏|网站地图|Copyright|©|.{0,40}ICP备|.{0,40}公网安备|(?:主办|承办|协办|维护)(?:单位)?\s*[:：]|技术支持\s*[:：]|责任编辑\s*[:：]|(?:浏览|访问|阅读|点击)(?:次数|量|数|率)?\s*[:：])", re.IGNORECASE)
_WORD = ("打印(?:本页|此页)?|关闭(?:窗口|本页|此页)?|字[体号]|大|中|小|我要(?:纠错|打印)|纠错|收藏(?:本页)?|返回(?:顶部|列表|首页|上页)?|联系我们|关于我们|隐私(?:声明|政策)|微信|微博|QQ空间|手机版|客户端|登录|注册|搜索"
         "|邮箱|长者(?:模式|助手)|无障碍(?:浏览|阅读|版)?|简体(?:版|中文)?|繁[体體](?:版|中文)?|English|保存|分享|相关(?:链接|文[档章件]|解读|阅读|信息|附件|推荐|新闻)|上一[篇条]|下一[篇条]|首页|导航|下载|A[+-]?")
_NOTHING_BUT = re.compile(rf"(?:[\s【\[(（|·/›>]*(?:{_WORD})[\s】\])）|·/:：›>]*)+", re.IGNORECASE)
_META = {"articletitle": "标题", "pubdate": "发布日期", "contentsource": "来源", "publisheddate": "发布日期", "og:title": "标题", "keywords": "关键词"}


def has_words(element: Any) -> bool:
    """Whether an element holds anything that would be read."""
    return any(part.strip() for part in element.itertext())


def is_furniture(element: Any) -> bool:
    """Whether an element is navigation, a share bar or the like: by its name or class, and because it holds no sentence, no
    heading, and hardly any words that are no links.
    """
    named = set(re.split(r"[^a-z0-9]+", f"{element.get('class') or ''} {element.get('id') or ''}".lower()))
    if element.tag not in _FURNITURE_TAGS and not named & _FURNITURE:
        return False
    words = "".join("".join(element.itertext()).split())
    is_document = "。" in words or any(part.tag in ("h1", "h2") for part in element.iter())
    return not is_document and len(words) - _linked(element) <= RUNNING


def _linked(element: Any) -> int:
    return sum(len("".join("".join(link.itertext()).split())) for link in element.iter("a"))


def hiding_rules(root: Any) -> tuple[frozenset[str], frozenset[str]]:
    """The classes and ids that the page's own style sheets hide; rules for other media are none."""
    classes: set[str] = set()
    ids: set[str] = set()
    for sheet in root.iter("style"):
        words = re.sub(r"/\*.*?\*/", "", sheet.text or "", flags=re.DOTALL)
        words = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", words)
        for names, body in _RULE.findall(words):
            for name in names.split(",") if _HIDING.search(body) else ():
                match = _SIMPLE.fullmatch(name)
                if match:
                    (classes if match[2] == "." else ids).add(match[3])
    return frozenset(classes), frozenset(ids)


def is_hidden(element: Any, rules: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether the page does not show an element. WeChat shows its text by a script that a saved page still waits for."""
    if element.get("id") == "js_content":
        return False
    if element.get("hidden") is not None or _HIDING.search(element.get("style") or ""):
        return True
    return bool(rules[0] & set((element.get("class") or "").split())) or element.get("id") in rules[1]


def pairs_of(rows: list[list[str]]) -> list[tuple[str, str]] | None:
    """The particulars that a table lists as name and value, or None for a table of the document."""
    found, known = [], 0
    for row in rows:
        cells = [cell for cell in row if cell.strip()]
        for name, value in zip(row[::2], row[1::2], strict=False):
            if plain_name(name) in _NAMES:
                found.append((plain_name(name), value.strip()))
                known += 2
        if len(cells) == 1 and (inline := pairs_in(cells[0])):
            found += inline
            known += 1
    total = sum(1 for row in rows for cell in row if cell.strip())
    return found if found and known >= 0.6 * total and {name for name, _ in found} & _TELLING else None


def plain_name(words: str) -> str:
    """A name of particulars without spaces, brackets and colon."""
    return re.sub(r"[\s:：【】\[\]]", "", words)


def pairs_in(line: str) -> list[tuple[str, str]]:
    """Names and values in a line that begins with a name and holds nothing else."""
    places = list(_PAIR.finditer(line))
    if not places or line[: places[0].start()].strip(" 【["):
        return []
    ends = [place.start() for place in places[1:]] + [len(line)]
    return [(plain_name(place[1]), line[place.end() : end].strip(" 　【[|")) for place, end in zip(places, ends, strict=True)]


def is_around(line: str) -> bool:
    """Whether a short line is what sites print around a document."""
    return len(line) <= 100 and (_BEGINS.match(line) is not None or (len(line) <= 60 and _NOTHING_BUT.fullmatch(line) is not None))


def said_in_head(root: Any) -> list[tuple[str, str]]:
    """What the head of a page says of the document: 标题 and 发布日期 as government sites must give them, and the window's title."""
    found = [(_META[name], (item.get("content") or "").strip()) for item in root.iter("meta") if (name := (item.get("name") or item.get("property") or "").lower()) in _META]
    title = next((" ".join("".join(item.itertext()).split()) for item in root.iter("title")), "")
    return [pair for pair in [*found, ("网页标题", title)] if pair[1]]
