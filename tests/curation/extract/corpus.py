"""The corpus of fictional clauses and documents: how it is read and compared."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from curation.extract import Candidate, extract
from curation.extract.drafts import MAIN_COLUMNS
from curation.extract.score import Score, score
from curation.read.read_text import read_document

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DOCUMENTS = ("yunxi", "hanjiang", "linzhou", "qingze", "lanchuan", "pingjiang", "mingshan", "ningyu", "anling", "yunpan", "huaiyang", "taoling", "jinhe", "beixi", "chenzhou", "songyuan", "minchuan", "heping", "lanbu", "qichuan", "ruihe", "shenghai", "cangpu", "yanxi", "xunchuan", "zhuoling", "shuoyang", "sining", "qiyuan", "dongling", "wanze", "shihe", "luoting", "heting", "qingtan", "mulan", "yaohe", "danxi", "longchuan", "qiuling", "hexiang", "yanhu", "chengtan", "songfeng", "lanqu", "yanzhou", "tanghe", "xiling", "peize", "lanping", "shuanghe", "yunzhe", "guyuan", "linyuan", "kuntang", "shangqi", "boyang", "moling", "dongze", "qinghu", "yueting", "hualing", "cangyue", "xuanhe", "tongmei", "fenglan", "jianxi", "lvjiang", "hongping", "beiluo", "suiyang", "jieling", "heqing", "zhangxia", "zhuoyang", "mulinx", "jinbei", "yuanping", "lanzhu", "daichuan", "qitong", "zhiquan", "wutong", "qinyuan", "yunmeng", "hebin", "luohe", "changlan", "mingyue", "xinghai", "jinpu", "weixi", "duanqiao", "lishan", "tangxi", "gulan", "feiyan", "bodu", "renshan", "baihe", "chuyun", "lanyin", "shuangxi", "yuchi", "luqiu", "anjing", "qingmu", "yinxing", "xiatang", "moxi", "qianyang", "hanyuan", "zhulan", "fuhuai", "liuxia", "tongyuan", "zijin", "baishui", "yuelai", "yanqiu", "songlin", "dongqi", "jinlan", "qiaoxi", "nanzhe", "hedong")

Row = tuple[str, ...]

_ROW = re.compile(r"[AT] .*;")


@dataclass(frozen=True)
class Clause:
    """One clause and the rows a curator would write for it."""

    name: str
    text: str
    rows: tuple[Row, ...]


def clauses(file: str) -> list[Clause]:
    """The blocks of one file of clauses."""
    parts = re.split(r"(?m)^\[([\w-]+)\]\n", (CORPUS / file).read_text(encoding="utf-8"))[1:]
    return [_clause(name, body) for name, body in zip(parts[::2], parts[1::2], strict=True)]


def _clause(name: str, body: str) -> Clause:
    lines = body.strip("\n").split("\n")
    rows = tuple((line[0], *(cell.strip() for cell in line[2:].split(";"))) for line in lines if _ROW.match(line))
    return Clause(name, "\n".join(line for line in lines if not _ROW.match(line)), rows)


def rows_of(text: str, with_promises: bool) -> list[Row]:
    """What the extractor proposes, in the corpus's notation."""
    return [_row(item) for item in extract(text) if item.kind != "rule" and (with_promises or item.get("form") != "unstated")]


def _row(item: Candidate) -> Row:
    level = str(item.get("recognition_level")) + ("+" if item.get("level_or_above") else "")
    if item.kind == "target":
        year = item.get("target_year")
        value = _value(item, "value", "value_max")
        return ("T", item.phrase, str(item.get("unit")), value, str(item.get("comparator")), str(year or "-"), level)
    main, upper = MAIN_COLUMNS.get(str(item.get("form")), ("", ""))
    ceiling = item.get("ceiling_cny")
    return ("A", item.phrase, str(item.get("form")), _value(item, main, upper), str(item.get("bound")), str(ceiling or "-"), level)


def _value(item: Candidate, main: str, upper: str) -> str:
    value, top = item.get(main), item.get(upper)
    if value is None:
        return "-"
    words = f"{value:g}" if isinstance(value, float) else str(value)
    return words if top is None else f"{words}-{top}"


def matches(got: Row, wanted: Row) -> bool:
    """Equal, but for a promise without a figure the phrase may be longer."""
    if wanted[2] == "unstated":
        return wanted[1] in got[1] and got[2:] == wanted[2:]
    return got == wanted


def rules_of(name: str) -> tuple[list[dict[str, object]], list[Candidate]]:
    """The rules of addition that one fictional document is annotated with, and those proposed."""
    rows = [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["kind"] == "rule"], [item for item in extract(read_document(CORPUS / f"{name}.txt")) if item.kind == "rule"]


def document_scores(name: str) -> dict[str, Score]:
    """Scores of one fictional document by kind."""
    lines = (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    found = extract(read_document(CORPUS / f"{name}.txt"))
    return {kind: score([row for row in rows if row["kind"] == kind], found, kind) for kind in ("award", "target")}
