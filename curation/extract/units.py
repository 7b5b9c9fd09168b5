"""The unit that a sum is paid per, as the code list `per_unit` has it."""

import re

_OF_A_MONTH = re.compile(r"每月|/月|·月|每平方米·?月|月/|按月")
_OF_A_YEAR = re.compile(r"每年|/年|·年|年/|按年")
_RIGHTS = re.compile(r"专利|著作权|商标|版权|新品种|布图|授权")
_STEP = re.compile(r"每(?:再|新)?(?:增加|增长|新增|提高|递增|超过?|满)")
_KINDS = (
    ("event", re.compile(r"场|届|次|班|期|展会|会议|活动")), ("project", re.compile(r"项目|工程|课题|项|标准")), ("person", re.compile(r"人|名|位")),
    ("firm", re.compile(r"家|户")), ("item", re.compile(r"台|套|件|辆|个|条|座|处|款|种|篇|部|只|张")),
)


def unit_of(per: str, around: str, said: str = "") -> str:
    """Code of `per_unit` for 每平方米, 每件 and the like; empty if none fits.

    `around` are the words beside the sum, `said` those before that name what it is paid for.
    """
    if _STEP.search(per):
        return "step"
    if re.search(r"平方米|㎡", per + around):
        return "square_metre_month" if _OF_A_MONTH.search(per + around) else "square_metre"
    if "件" in per and _RIGHTS.search(said + around):
        return "patent"
    kind = next((code for code, pattern in _KINDS if pattern.search(per)), "")
    if kind == "person":
        return "person_month" if _OF_A_MONTH.search(around) else "person_year" if _OF_A_YEAR.search(around) else kind
    return kind
