"""The pattern of a figure: a whole numeral with its unit, a year, a ratio, a part of a price."""

import re

from curation.extract.numerals import CHINESE, DIGITS

COUNT_UNITS = (
    "万人次|人次|人年|平方公里|平方米|平方千米|立方米|个百分点|百分点|㎡|m2|公顷|公里|千米|家次|家|户|件|项|人|名|位|处|座|支|亩|台|套|只|"
    "场|次|种|批|条|所|册|篇|例|宗|笔|张|吨|部|款|辆|对|期|届|类|大|级|倍|岁|米|株|头|栋|幢|间|门|枚|路|颗|单(?=[,;。、以])|架(?![构设空])|元素"
)
TERM_UNITS = "个工作日|工作日|个月|个自然月|年度|周年|年|月|日|天|小时|周|季度|个季度|个学期"
FOREIGN = "美元|港元|港币|欧元|日元|英镑|韩元|美金|澳元|新元"

CN = rf"[{CHINESE}]{{1,24}}+(?:点[{CHINESE}]{{1,6}}+)?"
_GLOSS = rf"(?:\((?:(?:大写|人民币|含|约|税前|税后|[{CHINESE}万亿元圆整:]){{1,12}}|[a-zA-Zà-ǜ\u0300-\u036f]{{1,12}})\))?"
# 3千米 and 5百瓦 are units of their own; W is 万 before 元 only.
_SCALE = r"(?:[十百千拾佰仟]?[万亿]亿?|[十百千拾佰仟](?![米瓦克伏卡])|[Ww](?=元|(?:[、和/]\d{1,6}[Ww]){1,6}元))"
# The whole run of digits, Chinese numerals and scales: a figure starts where its numeral starts.
_NUMERAL = (
    rf"(?>(?:(?<![\d万亿十百千])(?<![万亿十百千][零〇]){DIGITS}|(?<![{CHINESE}\d万亿]){CN}|(?<=[每超过破满达])[万亿](?=元))"
    rf"{_GLOSS}(?:[多余]?{_SCALE}{_GLOSS}(?:(?:[零〇]?{DIGITS}|{CN}){_GLOSS})?){{0,4}})"
)
_MONEY_END = (
    r"(?=[、/;。),和及或与至到~\-\n]|以[上下内]|左右|分(?:[,。;]|以[上下]|左右)|[的]?(?:一次性)?(?:奖|补|资|支|配|扶|经费|专项|贷)|$)"
)
_GIVEN_BACK = r"(?=给予|予以|的?(?:标准|比例|额度)?(?:给予|奖|补|资助)|[,。;]|$)"
# Half and tenths of a price or of an award said before: 五折, 减半, 的一半.
_PART = rf"(?P<part>(?:[一二三四五六七八九](?:点?[一二三四五六七八九])?|(?<![\d.])\d(?:\.\d)?)折(?=[收优计缴给补奖提出租执,。;的])|[减折]半(?=收取|收费|计收|缴纳|优惠|奖|给予|予以|补|资助|执行|享受|支付|发放|[,。;\n]|$)|[一二两三四五]免[一二两三四五]减半|(?<=的)一半{_GIVEN_BACK})"
_SHARE = (
    rf"(?P<cnpercent>[百千万]分之(?:{DIGITS}|{CN})|[二三四五六七八九十]分之[一二三四五六七八九]|(?<![\d/])1/[2-6](?![\d/年月])"
    r"|[一二两三四五六七八九]成[一二三四五六七八九]?(?=的|比例|给|补|奖|予|贴息|配套|资助|兑付|报销|以内|费用|租金|保费|利息|资金|支持|[,。;\n]))"
)
FIGURE = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}(?:-(?:19|20)?\d{{2}})?年|二〇[{CHINESE}]{{2}}年)"
    rf"|{_PART}|{_SHARE}"
    rf"|(?P<ratio>(?<![\d.:]){DIGITS}[:比]{DIGITS}(?![\d:分])|[一1]比[{CHINESE}](?=[的,、。;:)]|比例|给|配|进|予))"
    rf"|(?P<number>{_NUMERAL})"
    rf"(?:(?P<percent>[%‰]|个?百分点|个?基点|BP|bp)"
    rf"|(?P<foreign>{FOREIGN})|(?P<money>元(?!素|件|器|宇)|圆(?![桌形满角圈弧盘钢柱梦明锥规]))|(?P<unit>{COUNT_UNITS}|个(?!月|工作日|自然月|季度|学期))|(?P<term>{TERM_UNITS})|(?P<bare>{_MONEY_END}))"
)
BEGINS = re.compile(rf"[\d{CHINESE}万亿减折]")
