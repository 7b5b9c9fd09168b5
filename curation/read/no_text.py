"""Whether a text layer is text at all: some programs print characters whose codes mean nothing."""

import re

from model.characters import as_read

_HAN = re.compile("[\u3400-\u9fff]")
# The commonest characters of official prose; of any real text they are more than a tenth.
_COMMON = frozenset("的一是在和对为以中市发展企业给予人不有年国业学科技术创新支持区政府部门工作实施建设办法第条项目资金奖励单位管理等级家万元按规定其与及各上下大本行于由并或可从到加新生经济产高强化进行动推进度")
_PLAIN = re.compile(r"[\w\s.,;:!?()\[\]%+\-/'\"&、。，；：！？（）《》〈〉“”‘’【】〔〕—…·～％＋－／＝<>=|*#@$￥¥°℃㎡①-⑳⑴-⒇一-龥]")


def is_no_text(text: str) -> bool:
    """True for characters of many scripts, of private use or that form no prose; short texts are given the benefit of the doubt."""
    plain = "".join(as_read(text).split())
    if len(plain) < 40:
        return False
    strange = len(plain) - len(_PLAIN.findall(plain)) + len(re.findall("[\u0250-\u1fff\ua000-\uabff\ue000-\uf8ff]", plain))
    if strange > 0.3 * len(plain):
        return True
    han = _HAN.findall(plain)
    if len(han) >= 40 and len(han) > 0.2 * len(plain):
        return sum(character in _COMMON for character in han) < 0.06 * len(han)
    letters = re.findall("[A-Za-z]", plain)
    return len(han) < 0.05 * len(plain) and len(letters) < 0.5 * len(plain)
