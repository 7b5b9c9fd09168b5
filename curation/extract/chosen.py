"""Ceilings that say themselves which of the rates before them they are for: 前者…后者, by the base, or all that have none."""

import re

from curation.extract.drafts import Draft
from curation.extract.views import View

_COST = re.compile(r"利息|保费|担保费|评估费|租金|房租|装修|物业|水电|宽带|检测费|认证费|律师费|设备|研发")
_LIMITED_TO = re.compile(r"(?:总?额|合计|累计)超过[\d.]+[万亿]?元的?,(?:以|按|仅按|最多)$")  # 补助总额超过500万元的,以500万元为限
_OF_TWO = re.compile(r"(前|后)者")  # 前者最高100万元、后者最高150万元


def caps(view: View, drafts: list[Draft]) -> bool:
    """Put the sum on the rates of the paragraph that it chooses by its words; False if it chooses none."""
    return _caps_one_of_two(view, drafts) or _caps_by_base(view, drafts) or _limits_all(view, drafts)


def _caps_one_of_two(view: View, drafts: list[Draft]) -> bool:
    """前者最高100万元、后者最高150万元: each of the two rates of the sentence has its own ceiling."""
    said = _OF_TWO.search(view.left)
    rates = [d for d in drafts if d.form in ("rate", "match") and not d.dropped and d.view.stretch.sentence == view.stretch.sentence]
    if said is None or len(rates) < 2:
        return False
    rates[-2 if said[1] == "前" else -1].cap(view)
    return True


def _caps_by_base(view: View, drafts: list[Draft]) -> bool:
    """利息的50%、担保费的50%,…利息补贴不超过30万元,担保费补贴不超过5万元: each rate has the ceiling that names its base."""
    named = set(_COST.findall(view.left))
    rates = [d for d in drafts if d.form == "rate" and not d.dropped and d.view.stretch.start == view.stretch.start]
    bases = [set(_COST.findall(d.view.left)) for d in rates]
    if len(rates) < 2 or not named or len(view.group) > 1 or len(set(map(frozenset, bases))) < len(rates):
        return False
    fitting = [d for d, base in zip(rates, bases, strict=True) if named & base]
    if len(fitting) != 1 or not fitting[0].is_open:
        return False
    fitting[0].cap(view)
    return True


def _limits_all(view: View, drafts: list[Draft]) -> bool:
    """补助总额超过500万元的,以500万元为限: the ceiling of the rates and matches of the paragraph that have none."""
    open_rates = [d for d in drafts if d.form in ("rate", "match") and d.is_open]
    if not open_rates or not _LIMITED_TO.search(view.before[-40:]):
        return False
    for draft in open_rates:
        draft.cap(view)
    return True
