"""What a paper follows, ends or changes, as it says itself: 同时废止, 有效期延长至, 作如下修改. Proposals for the curator."""

import re
from dataclasses import dataclass, replace

from curation.face.layout import Layout
from curation.face.lines import tight
from curation.face.numbers import NUMBER, written

_CITED = re.compile(rf"《(?P<title>[^《》]{{1,120}}(?:《[^《》]{{1,120}}》[^《》]{{0,120}}){{0,2}})》\s*(?:\(\s*(?P<number>{NUMBER.pattern.replace('?P<letters>', '?:').replace('?P<year>', '?:').replace('?P<number>', '?:')})[^()]{{0,30}}\))?")
_SENTENCE = re.compile(r"[^。]{1,1000}[。]?")
# What the sentence says of the papers that it cites.
_RELATIONS = (
    ("extends", re.compile(r"有效期.{0,12}(?:延长|延续|顺延)|继续(?:有效|执行|施行)|延长.{0,4}有效期")),
    ("replaces", re.compile(r"(?:同时|自行|即行|予以|一并|相应)?废止|同时失效|停止执行|不再执行|宣布失效")),
    ("amends", re.compile(r"(?:作|做)(?:出|如下|以下|了)?(?:如下|以下)?修[改订]|修改为|作如下调整|有关事项(?:作)?补充(?:通知|规定)如下|进行(?:了)?修[改订]")),
    ("continues", re.compile(r"(?:有效期)?(?:届满|到期|期满).{0,30}(?:重新|修订|继续|制定|印发)|在.{0,6}基础上.{0,8}(?:修订|制定)")),
)
_KEPT = re.compile(r"(?:不|未)(?:再)?(?:予)?废止|以.{0,30}为准")


@dataclass(frozen=True)
class Link:
    """A relation of this paper to another: replaces, extends, amends or continues; the title and number as cited."""

    relation: str
    title: str
    number: str
    start: int
    end: int


def read_series(held: Layout) -> list[Link]:
    """The links that the text states, in order; each cited paper once."""
    found: dict[str, Link] = {}
    for sentence in (match for start, end in held.paragraphs for match in _SENTENCE.finditer(held.plain, start, end)):
        words = sentence.group()
        relation = next((name for name, pattern in _RELATIONS if "《" in words and pattern.search(re.sub(r"《[^》]*》", "《》", words))), "")
        if not relation or (_KEPT.search(words) and relation != "replaces"):
            continue
        for cited in _cited(words, relation):
            number = NUMBER.search(cited["number"] or "")
            start = sentence.start() + cited.start()
            link = Link(relation, tight(cited["title"]), written(number) if number else "", start, sentence.start() + cited.end())
            found.setdefault(link.title, link)
    numbers = {tight(cited["title"]): written(number) for cited in _CITED.finditer(held.plain) if (number := NUMBER.search(cited["number"] or ""))} if found else {}
    return [replace(link, number=link.number or numbers.get(link.title, "")) for link in found.values()]


def _cited(words: str, relation: str) -> list[re.Match[str]]:
    """The cited papers that the verb governs: of a repeal those before it that no other verb has taken (根据《…》, 按照《…》)."""
    cited = list(_CITED.finditer(words))
    kept = [match for match in cited if not re.search(r"(?:根据|按照|依据|依照|贯彻|落实|参照|执行)$", words[: match.start()].rstrip())]
    if relation != "replaces":
        return kept[:1] if relation in ("amends", "extends") else kept
    verb = re.search(r"废止|失效|停止执行|不再执行", re.sub(r"《[^》]*》", lambda title: "□" * len(title.group()), words))
    return [match for match in kept if verb is None or match.start() < verb.start() or words[verb.start() : match.start()].startswith("废止")]
