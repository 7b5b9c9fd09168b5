"""Invented documents without a place or a date: the clauses that many cities' documents are then made of.

A template holds the rows of one document with ids that begin behind the document's own: `.3`, `.3.a1`. All rows keep the
rules that curated ones keep.
"""

import random
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from benchmarks.synthetic.draw import code, empty_row, shares, skewed, some
from benchmarks.synthetic.figures import figure
from curation.check.named_levels import levels_in
from model.codes import code_list, codes, read_csv
from model.schema import EVIDENCE, FORM_RULES, MONEY_COLUMNS, TABLES, place_of
from wording.texts import label

Row = dict[str, Any]
CHARACTERS = 400  # of text for each clause

_CLAUSES = ("认定", "升级", "服务", "设备", "人才", "投融资", "成果转化", "协作", "培育", "平台建设")
_SERVICES = ("检验检测", "研发设计", "技术咨询", "仪器共享", "查新检索")
_VOUCHER_BASES = ("service_fee", "instrument_fee", "service_fee", "contract_sum")
_ADDED_FIGURES = {"condition": 10, "term": 4, "date": 4, "name": 3, "description": 6, "use_of_funds": 1}
_GOALS = ("reach", "cultivate", "build", "add", "introduce")


@dataclass
class Template:
    """The rows of one document by table, and how long its text is."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {name: [] for name in ("measures", "awards", "targets", "figures", "coverage")})
    characters: int = 0
    is_read: bool = True


def templates(seed: int, count: int) -> list[Template]:
    """So many templates; the same seed makes the same ones."""
    return [_template(random.Random(f"{seed}:{number}")) for number in range(count)]


def _template(rng: random.Random) -> Template:
    made = Template(is_read=rng.random() < 0.8)
    goals_only = rng.random() < 0.08
    clauses = max(3, min(60, int(rng.lognormvariate(3.0, 0.5))))
    for order in range(1, clauses + 1):
        _clause(rng, made, order, goals_only)
    made.characters = CHARACTERS * (clauses + 1)
    _coverage(rng, made)
    for name, rows in made.rows.items():
        rows.sort(key=partial(_key, TABLES[name].key))
    return made


def _key(columns: tuple[str, ...], row: Row) -> tuple[tuple[bool, Any], ...]:
    return tuple((row.get(column) is not None, row[column] if row.get(column) is not None else "") for column in columns)


def _clause(rng: random.Random, made: Template, order: int, goals_only: bool) -> None:
    categories = some(rng, codes("category"), 3)
    awards = [] if goals_only or rng.random() < 0.45 else [_award(rng, order, place, categories) for place in range(1, min(9, 1 + int(rng.expovariate(0.6))) + 1)]
    targets = [_target(rng, order, place) for place in range(1, rng.choice((2, 2, 3, 5)))] if rng.random() < (0.7 if goals_only else 0.18) else []
    what, category = rng.choice(_CLAUSES), categories[0]
    named = sorted({row["designation"] for row in awards if row["designation"]} | ({code(rng, "designation")} if rng.random() < 0.15 else set()), key=codes("designation").index)
    departments = some(rng, [row["name"] for row in read_csv("departments")], 4) if rng.random() < 0.7 else []
    made.rows["measures"].append({
        "measure_id": f".{order}", "article": str(order), "article_order": order, "categories": categories, "title_zh": f"{label('category', category, 'zh')}{what}",
        "title_en": f"{label('category', category, 'en')}, item {order}", "summary_zh": _summary(rng, categories, named, what, "zh"),
        "summary_en": _summary(rng, categories, named, what, "en"), "lead_departments": departments[:1] if rng.random() < 0.4 else [], "departments": departments,
        "eligible_services": some(rng, _SERVICES, 3) if "voucher" in categories else [], "designations_named": named if made.is_read else [], "lookalikes": [],
        "is_quantified": any(row["form"] != "unstated" for row in awards) or bool(targets),
    })
    made.rows["awards"] += awards
    made.rows["targets"] += targets
    _ledger(rng, made, order, awards, targets)


def _summary(rng: random.Random, categories: list[str], named: list[str], what: str, lang: str) -> str:
    titles = ("、" if lang == "zh" else ", ").join(label("designation", title, lang) for title in named)
    areas = ("、" if lang == "zh" else ", ").join(label("category", category, lang) for category in categories)
    extra = rng.randrange(1000)
    if lang == "zh":
        return f"围绕{areas}安排{what}事项，{f'涉及{titles}，' if titles else ''}由有关单位按项目编号{extra}组织落实，并按年度检查结果调整。"
    return f"Arranges matters of {areas}{f', concerning {titles}' if titles else ''}; the units in charge carry out item {extra} and adjust it by the yearly review."


def _award(rng: random.Random, order: int, place: int, categories: list[str]) -> Row:
    row: Row = empty_row("awards")
    title = code(rng, "designation") if rng.random() < 0.5 else None
    beneficiary = code(rng, "beneficiary")
    level = _level(rng, label("designation", title, "zh")) if title else "none"
    variant = rng.choice(_VARIANTS) if rng.random() < 0.2 else (None, None)
    per, above = rng.random() < 0.06, level != "none" and rng.random() < 0.1
    row |= {
        "award_id": f".{order}.a{place}", "measure_id": f".{order}", "beneficiary": beneficiary, **_recipient(title, beneficiary, level, above),
        "designation": title, "designations_also": [code(rng, "designation")] if title and rng.random() < 0.05 else [],
        "recognition_level": level, "level_or_above": above, "variant_zh": variant[0], "variant_en": variant[1], "trigger": code(rng, "trigger"),
        "selection": code(rng, "selection_mode"), "has_local_condition": rng.random() < 0.2, "instrument": code(rng, "instrument"), "instrument_term_zh": rng.choice(("奖励", "补助", "补贴", "资助")),
        "categories": categories[: rng.randint(1, len(categories))], "frequency": "per_unit" if per else shares(rng, {"one_off": 5, "unspecified": 4, "annual": 1}),
        "per_zh": "每户" if per else None, "per_en": "per firm" if per else None, "payers": [shares(rng, {"municipal": 5, "unstated": 4, "county": 1, "provincial": 0.5})],
        "commitment": shares(rng, {"own": 9, "passes_on": 1, "by_reference": 0.3}), **figure(rng),
    }
    if categories[0] == "voucher" and rng.random() < 0.6:  # the voucher itself: a share of a purchased service
        row |= dict.fromkeys(MONEY_COLUMNS) | {"instrument": "voucher", "trigger": "service_purchase", "categories": ["voucher"], **figure(rng, "rate")}
        # Who buys and what is bought are those of most vouchers; without a draw, so that all other rows stay as they are.
        row |= {"beneficiary": "enterprise", "designation": None, "designations_also": [], "recognition_level": "none", "level_or_above": False,
                **_recipient(None, "enterprise", "none", False), "rate_basis": _VOUCHER_BASES[order % len(_VOUCHER_BASES)]}
    if rng.random() < 0.25:
        row |= {"condition_zh": f"满足第{order}条所列的经营与考核条件", "condition_en": f"Meets the conditions of operation and review listed in article {order}"}
    if place > 1 and rng.random() < 0.05:
        row |= {"relation": code(rng, "relation"), "related_award_id": f".{order}.a1"}
    return row


def _level(rng: random.Random, title: str) -> str:
    """The level of a title: the one that its name names, else any."""
    named = sorted(levels_in(title) - {"overseas"})
    return named[0] if named else shares(rng, {"none": 5, "provincial": 3, "national": 3, "municipal": 3, "county": 0.5})


def _recipient(title: str | None, beneficiary: str, level: str, above: bool) -> Row:
    """Who is supported, with the level of the title in words."""
    names = [label("designation", title, lang) if title else label("beneficiary", beneficiary, lang) for lang in ("zh", "en")]
    if level == "none":
        return {"beneficiary_zh": names[0], "beneficiary_en": names[1]}
    return {"beneficiary_zh": f"{_LEVELS[level]}{'以上' if above else ''}{names[0]}", "beneficiary_en": f"{names[1]}, {level} level{' or above' if above else ''}"}


_LEVELS = {"national": "国家级", "provincial": "省级", "municipal": "市级", "county": "县级"}
_VARIANTS = (("首次认定", "first recognition"), ("复审通过", "passes the review"), ("牵头单位", "leading unit"), ("参与单位", "taking part"), ("企业类", "firms"), ("公益类", "public-interest units"))


def _target(rng: random.Random, order: int, place: int) -> Row:
    row: Row = empty_row("targets")
    indicator, value, comparator = code(rng, "indicator"), rng.choice((2, 3, 5, 8, 10, 20, 50, 100, 300)), shares(rng, {">=": 6, "=": 3, ">": 1})
    is_share = "share" in indicator or "growth" in indicator
    words, year = {">=": "达到", "=": "", ">": "超过"}[comparator], 2020 + rng.randrange(11) if rng.random() < 0.7 else None
    row |= {
        "target_id": f".{order}.t{place}", "measure_id": f".{order}", "indicator": indicator, "verb": skewed(rng, _GOALS), "comparator": comparator, "value": float(value),
        "unit": "percent" if is_share else "household", "basis": ("annual_growth" if "growth" in indicator else "ratio") if is_share else shares(rng, {"level": 5, "increment": 2, "cumulative": 1}),
        "target_year": year, "target_year_basis": "clause" if year else "none", "recognition_level": "none", "level_or_above": False, "phrase": f"{words}{value}{'%' if is_share else '家'}",
    }
    return row


def _ledger(rng: random.Random, made: Template, order: int, awards: list[Row], targets: list[Row]) -> None:
    """Every figure at a place of its own in the clause's stretch of text, and some that are conditions, dates and names."""
    at = CHARACTERS * order
    for row in [*awards, *targets]:
        year = row.get("target_year")
        row |= {"prefix": f"到{year}年，数量" if year else f"第{order}条规定的对象", "suffix": "，具体办法另行规定", "start": at, "end": at + len(row["phrase"])}
        is_award = "award_id" in row
        main = FORM_RULES[row["form"]].main if is_award else "value"
        made.rows["figures"].append(_numeral(row, "award" if is_award else "target", row["award_id"] if is_award else row["target_id"], main))
        at = row["end"] + 9
        if is_award and row["ceiling_cny"]:
            at = _ceiling_place(made, row, at)
    for _ in range(rng.choice((0, 0, 1, 1, 2))):
        phrase = f"{rng.randint(2, 90)}%"
        made.rows["figures"].append(_numeral({"phrase": phrase, "start": at, "end": at + len(phrase), "prefix": "比例为", "suffix": "以上"}, shares(rng, _ADDED_FIGURES), None, None))
        at += len(phrase) + 6


def _ceiling_place(made: Template, row: Row, at: int) -> int:
    """The ceiling of an award at a place of its own; returns where the text goes on."""
    phrase = f"最高{row['ceiling_cny'] // 10_000}万元"
    place = {"phrase": phrase, "start": at, "end": at + len(phrase), "prefix": "每个单位", "suffix": "。"}
    row |= dict(zip(place_of("ceiling"), (place[name] for name in EVIDENCE), strict=True))
    made.rows["figures"].append(_numeral(place, "award", row["award_id"], "ceiling_cny"))
    return at + len(phrase) + 8


def _numeral(place: Row, role: str, row_id: str | None, column: str | None) -> Row:
    return {name: place[name] for name in ("start", "end", "phrase", "prefix", "suffix")} | {"role": role, "row_id": row_id, "column": column}


def _coverage(rng: random.Random, made: Template) -> None:
    mentioned = {category for row in made.rows["measures"] for category in row["categories"]}
    quantified = {category for row in made.rows["awards"] if row["form"] != "unstated" for category in row["categories"]}
    goals = {row["measure_id"] for row in made.rows["targets"]}
    quantified |= {category for row in made.rows["measures"] if row["measure_id"] in goals for category in row["categories"]}
    unread = rng.random() < 0.15
    for category in code_list("category"):
        state = "quantified" if category in quantified else "mentioned" if category in mentioned else "not_reviewed" if unread else "absent"
        made.rows["coverage"].append({"category": category, "state": state})
