"""A folder of invented policy documents for measuring and testing: `python -m benchmarks.corpus DIR --documents 10000`.

Places, sums and years are invented and come from a seed, so that the same call writes the same bytes. Most files are
UTF-8; some are GB18030, some web pages, as in a real collection.
"""

import argparse
import random
from pathlib import Path

_PLACES = ("云川", "宁屿", "澜浦", "青泽", "平江口", "明汕", "安岭", "苍浦", "砚西", "浔川", "烁阳", "思宁")
_TITLES = ("科技企业孵化器", "众创空间", "大学科技园", "专业化众创空间", "重点实验室", "技术创新中心", "高新技术企业", "新型研发机构")
_LEVELS = ("国家级", "省级", "市级")
_GOALS = (("高新技术企业", "家"), ("科技企业孵化器", "家"), ("技术合同成交额", "亿元"), ("新型研发机构", "家"), ("发明专利授权量", "件"))
_SERVICES = ("检验检测", "研究开发", "技术转移", "知识产权", "科技咨询")
_WORDS = ("加强部门协同，落实工作责任，定期通报进展。", "完善服务体系，营造良好环境，鼓励社会力量参与。", "建立联席会议制度，统筹推进重点工作。")
_PER_FOLDER = 1_000


def document(number: int, seed: int = 1) -> str:
    """The text of one invented document; the same number and seed, the same text."""
    dice = random.Random(f"{seed}/{number}")
    place, year = dice.choice(_PLACES), dice.randint(2016, 2025)
    clauses = [dice.choice(_CLAUSES)(dice, year) for _ in range(dice.randint(4, 9))]
    lines = [f"{place}市支持科技创新若干措施", f"{place}政发〔{year}〕{number % 90 + 1}号"]
    lines += [f"第{_numeral(place + 1)}条 {words}" for place, words in enumerate(clauses)]
    return "\n".join(lines) + "\n"


def write(folder: Path, documents: int, seed: int = 1) -> None:
    """Write the documents below `folder`, a thousand to a subfolder."""
    for number in range(documents):
        name, data = _file(number, document(number, seed))
        place = folder / f"{number // _PER_FOLDER:03}" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _file(number: int, text: str) -> tuple[str, bytes]:
    """Name and bytes: of twenty documents one web page, two in GB18030, the rest in UTF-8."""
    if number % 20 == 7:
        body = "".join(f"<p>{line}</p>" for line in text.splitlines())
        return f"{number:06}_通知 {number}.html", f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'.encode()
    return f"{number:06}_措施.txt", text.encode("gb18030" if number % 10 == 3 else "utf-8")


def _reward(dice: random.Random, year: int) -> str:
    levels = dice.sample(_LEVELS, dice.randint(1, 3))
    sums = "、".join(f"{dice.randint(1, 40) * 5}万元" for _ in levels)
    return f"对新认定的{'、'.join(levels)}{dice.choice(_TITLES)}，{'分别' if len(levels) > 1 else ''}给予{dice.choice(('', '最高'))}{sums}一次性奖励。"


def _rate(dice: random.Random, year: int) -> str:
    return f"对企业购买{dice.choice(_SERVICES)}服务的，按实际支出的{dice.randint(1, 10) * 5}%给予补贴，每家每年最高{dice.randint(1, 20) * 5}万元。"


def _match(dice: random.Random, year: int) -> str:
    return f"对获得省级立项的项目，按省级资助额的{dice.randint(2, 10) * 10}%给予配套，单个项目最高{dice.randint(1, 10) * 20}万元。"


def _goal(dice: random.Random, year: int) -> str:
    name, unit = dice.choice(_GOALS)
    return f"到{year + dice.randint(1, 5)}年，全市{name}达到{dice.randint(2, 90) * 10}{unit}。"


def _loan(dice: random.Random, year: int) -> str:
    return f"对科技型企业的贷款给予贴息，单户贷款余额不超过{dice.randint(1, 10) * 100}万元，贴息期限不超过{dice.randint(1, 3)}年。"


def _plain(dice: random.Random, year: int) -> str:
    return dice.choice(_WORDS)


_CLAUSES = (_reward, _reward, _rate, _match, _goal, _goal, _loan, _plain, _plain)


def _numeral(number: int) -> str:
    return "一二三四五六七八九十"[number - 1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.folder, given.documents, given.seed)
