"""A standard case in words: the amount with what limits it, and every step of the arithmetic with its row."""

from collections.abc import Iterable, Sequence

from compare.questions.standard_cases import CaseAmount, CaseArithmetic, CaseLabel, CaseResult
from model.case import Case, Part, Result, inputs_of, values_of
from model.codes import code_list
from model.evaluate import UNCERTAIN, Amount, Step
from wording import money
from wording.citation import article_place
from wording.formats import money as yuan
from wording.formats import number, percent
from wording.say import told
from wording.texts import label, text

# Why a part has no amount: the end of a text key, and the codes of the evaluator.
_WHY_NONE = (("unstated", ("unstated",)), ("other", ("not_payment", "programme")), ("unknown", ("base_unknown", "units_unknown")))
_NAMED = 2
_SUMS = ("low", "high", "sum", "result", "base", "limit")


@told.register
def _(words: CaseLabel, lang: str) -> str:
    return (short_label if words.short else case_label)(words.case, words.inputs, lang)


@told.register
def _(words: CaseResult, lang: str) -> str:
    return result_words(words.case, words.result, lang)


@told.register
def _(words: CaseAmount, lang: str) -> str:
    return _head(words.result, lang)


@told.register
def _(words: CaseArithmetic, lang: str) -> str:
    return arithmetic(words.case, words.result, lang)


def join(items: Iterable[str], lang: str) -> str:
    """Names in a sentence."""
    return text("list.separator", lang).join(items)


def case_label(case: Case, chosen: Sequence[str], lang: str) -> str:
    """The name of a case with its inputs: 中小微企业购买检测或共享仪器服务(服务费用10万元)."""
    return _with_inputs(case, case.row[lang], chosen, lang)


def short_label(case: Case, chosen: Sequence[str], lang: str) -> str:
    """A few words for the head of a row with its inputs; an only number needs no name: 购买检测或仪器服务(10万元)."""
    values, inputs = values_of(case.code, chosen), inputs_of(case.code)
    name = case.row[f"short_{lang}"]
    if len(inputs) != 1:
        return _with_inputs(case, name, chosen, lang)
    if inputs[0]["code"] not in values:
        return name
    return text("case.label", lang, case=name, inputs=_input(values[inputs[0]["code"]], inputs[0]["unit"], lang))


def _with_inputs(case: Case, name: str, chosen: Sequence[str], lang: str) -> str:
    """A name of the case with all its inputs behind it, those not entered too."""
    values, said = values_of(case.code, chosen), []
    for row in inputs_of(case.code):
        entered = row["code"] in values
        shown = _input(values[row["code"]], row["unit"], lang) if entered else ""
        said.append(text("case.input" if entered else "case.input_open", lang, name=money.in_sentence(row[lang]), value=shown))
    return text("case.label", lang, case=name, inputs=join(said, lang)) if said else name


def _input(value: int, unit: str, lang: str) -> str:
    if unit == "cny":
        return yuan(value, lang)
    return percent(value / 100) if unit == "basis_point" else text("case.count", lang, number=number(value, lang))


def amount_words(amount: Amount, lang: str) -> str:
    """0至100万元; 60万元; 不低于30万元; empty if nothing is known."""
    low, high = amount.low, amount.high
    said = {name: yuan(value, lang) for name, value in (("low", low), ("high", high)) if value is not None}
    if high is None:
        return text("case.floor", lang, **said) if low else ""
    if low is None:
        return text("case.open_up_to", lang, **said)
    if low == high:
        return text("case.exact", lang, sum=said["high"])
    return text("case.range" if low else "case.up_to", lang, **said)


def result_words(case: Case, result: Result, lang: str) -> str:
    """What a cell says: the amount, how recipients are chosen, what it is made of, and what is not known."""
    separator = text("money.comma", lang)
    head = _head(result, lang)
    if not head:
        return separator.join([*_missed(result, lang), *_others(result, "only", lang)])
    return separator.join([head, *_composed(case, result, lang), *_limits(result, lang), *_others(result, "also", lang)])


def _head(result: Result, lang: str) -> str:
    """The amount; an exact sum for those who are chosen is paid in full or not at all."""
    award = result.counted[0].award if len(result.counted) == 1 else None
    if award and award["form"] == "sum" and award["bound"] == "exact" and award["selection"] in UNCERTAIN and award["frequency"] != "per_unit":
        return text("case.all_or_none", lang, high=yuan(result.amount.high or 0, lang))
    return amount_words(result.amount, lang)


def _missed(result: Result, lang: str) -> Iterable[str]:
    missed = [row[lang] for part in result.parts for row in part.missed]
    if missed:
        yield text("case.missed", lang, conditions=join(missed, lang))


def _composed(case: Case, result: Result, lang: str) -> Iterable[str]:
    subject = case.row["subject"]
    if subject:
        yield from (text("case.subject", lang, beneficiary=money.in_sentence(part.award[f"beneficiary_{lang}"])) for part in result.counted if part.award["beneficiary"] != subject)
    bases = dict.fromkeys(money.in_sentence(_basis(part, lang)) for part in result.counted if part.award["form"] in ("rate", "match"))
    if bases:
        yield text("case.by_basis", lang, bases=join(bases, lang))
    yield from _bound_by_ceiling(result, lang)
    yield from (text("case.step_by_step", lang, first=first, rest=rest) for first, rest, _ in _filled(result, lang))
    if result.topped:
        yield text("case.split", lang, items=join((_payer_sum(part, lang) for part in result.counted), lang))
    elif case.row["combine"] == "either" and len(result.counted) > 1:
        yield text("case.either", lang, items=join((_variant_sum(part, lang) for part in result.counted), lang))


def _bound_by_ceiling(result: Result, lang: str) -> Iterable[str]:
    """What a single part would have come to without the ceiling that cut it."""
    steps = [step for step in result.counted[0].outcome.steps if step.code == "ceiling_binds"] if len(result.counted) == 1 else []
    yield from (text("case.capped", lang, result=yuan(step.values["result"], lang)) for step in steps)


def _limits(result: Result, lang: str) -> Iterable[str]:
    modes = dict.fromkeys(part.award["selection"] for part in result.counted if part.award["selection"] in UNCERTAIN)
    yield from (money.in_sentence(label("selection_mode", mode, lang)) for mode in modes)
    if any("no_ceiling" in part.outcome.unknown for part in result.counted):
        yield text("case.no_ceiling", lang)


def _others(result: Result, place: str, lang: str) -> Iterable[str]:
    """The parts that have no amount, by why they have none; `place` is also (beside an amount) or only."""
    for why, wanted in _WHY_NONE:
        parts = [part for part in result.parts if not part.counts and not part.missed and set(part.outcome.unknown) & set(wanted)]
        if parts:
            yield text(f"case.{place}_{why}", lang, items=_first(list(dict.fromkeys(_other(part, lang) for part in parts)), lang))


def _first(items: list[str], lang: str) -> str:
    """A few parts by name, of more the first and how many there are; the arithmetic has them all."""
    shown = join(items[:_NAMED], lang)
    return shown if len(items) <= _NAMED else text("finding.more", lang, shown=shown, count=len(items))


def _other(part: Part, lang: str) -> str:
    """A part without an amount: its variant or title, or the figure that is no payment."""
    if "unstated" not in part.outcome.unknown:
        return money.words(part.award, lang)
    variant = part.award[f"variant_{lang}"]
    return money.in_sentence(str(variant or (part.award["instrument_term_zh"] if lang == "zh" else label("instrument", part.award["instrument"], lang))))


def _payer_sum(part: Part, lang: str) -> str:
    payer = join((money.in_sentence(label("payer", code, lang)) for code in part.award["payers"]), lang)
    return text("case.payer", lang, payer=payer, sum=amount_words(part.outcome.amount, lang))


def _variant_sum(part: Part, lang: str) -> str:
    return text("case.by_variant", lang, variant=money.in_sentence(part.award[f"variant_{lang}"] or ""), sum=amount_words(part.outcome.amount, lang))


def arithmetic(case: Case, result: Result, lang: str) -> str:
    """Every part with its article and steps, and how the parts come together."""
    lines = [_part_words(part, lang) for part in result.parts]
    lines += _together(case, result, lang)
    return text("list.clause", lang).join(lines)


def _part_words(part: Part, lang: str) -> str:
    steps = [_step_words(step, part, lang) for step in part.outcome.steps]
    steps += [_unknown_words(code, part, lang) for code in part.outcome.unknown]
    steps += [text("case.met", lang, condition=row[lang]) for row in part.met]
    steps += [text("case.not_met", lang, condition=row[lang]) for row in part.missed]
    condition = part.award[f"condition_{lang}"]
    if condition:
        steps.append(text("case.condition", lang, condition=money.in_sentence(condition)))
    return text(
        "case.part", lang, article=article_place(str(part.award["article"]), lang),
        beneficiary=money.in_sentence(part.award[f"beneficiary_{lang}"]),
        steps=text("money.comma", lang).join(step for step in steps if step),
    )


def _step_words(step: Step, part: Part, lang: str) -> str:
    if step.code == "rate_exact":
        return ""
    values = {name: yuan(value, lang) if name in _SUMS and value is not None else value for name, value in step.values.items()}
    if step.code == "share":
        values |= {"basis": money.in_sentence(_basis(part, lang)), "rate": percent(step.values["rate"])}
    if "period" in values:
        values["period"] = text(f"case.period_{values['period']}", lang)
    if "selection" in values:
        values["selection"] = money.in_sentence(label("selection_mode", values["selection"], lang))
    return text(f"case.step.{step.code}", lang, **values)


def _unknown_words(code: str, part: Part, lang: str) -> str:
    return text(f"case.step.{code}", lang, basis=money.in_sentence(_basis(part, lang)), figure=money.words(part.award, lang))


def _basis(part: Part, lang: str) -> str:
    basis = part.award["rate_basis"] or part.award["match_basis"] or ""
    if basis == "lpr":
        return text("case.basis_lpr", lang)
    return label("rate_basis" if basis in code_list("rate_basis") and part.award["form"] != "match" else "match_basis", basis, lang)


def _together(case: Case, result: Result, lang: str) -> Iterable[str]:
    total = amount_words(result.amount, lang)
    yield from (text("case.filled", lang, first=first, rest=rest, total=whole) for first, rest, whole in _filled(result, lang))
    if result.topped:
        yield text("case.topped", lang, items=join((_payer_sum(part, lang) for part in result.counted), lang), total=total)
    elif len(result.counted) > 1 and not result.filled:
        if case.row["combine"] == "either":
            yield text("case.either", lang, items=join((_variant_sum(part, lang) for part in result.counted), lang))
        else:
            yield text("case.added", lang, total=total)


def _filled(result: Result, lang: str) -> Iterable[tuple[str, str, str]]:
    """First payment, what fills it up, and both together, for each award that is later filled up to another."""
    for first, second in result.filled:
        received, standard = first.outcome.amount.high, second.outcome.amount.high
        if received is not None and standard is not None:
            yield yuan(received, lang), yuan(max(0, standard - received), lang), yuan(max(received, standard), lang)
