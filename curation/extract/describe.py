"""The columns of a list of figures that the words around it decide; all members of a list share them."""

import re

from curation.extract import bases, context, matches, units, words
from curation.extract.candidates import Columns
from curation.extract.views import View

_LOCAL = re.compile(r"(?:我市|本市|市内|本区|我区)[^,;。]{0,6}(?:注册|登记|落户|设立|新设|落地|转化)|落户")
_TECHNOLOGY = re.compile("技术合同|技术交易|成果转化|转让")


def describe(view: View, form: str, rule: str, scope: str, wider: str, heading: str, recognised: bool) -> Columns:
    """Trigger, selection, instrument, frequency, payers, categories, bases, units and relation of one list of figures.

    `scope` are the words since the support before, `wider` those to fall back on, `heading` the headings above, `rule` what
    told the support; `recognised` says that a level and a title are named.
    """
    instrument, term = context.instrument_of(view, form)
    frequency = context.frequency_of(view.clause, view.right_clause, scope)
    basis = _basis(view, form)
    columns: Columns = {
        "trigger": _trigger(form, str(basis.get("rate_basis", "")), scope, context.trigger_of(scope, wider, recognised), instrument),
        "selection": context.selection_of(scope if "对" in scope else wider + scope),
        "instrument": instrument, "instrument_term_zh": term, "frequency": frequency, "payers": context.payers_of(scope, view.right_clause),
        "categories": context.categories_of(scope, heading[-80:]), "has_local_condition": _LOCAL.search(scope) is not None, **basis,
    }
    columns.update({"relation": "on_top_of"} if rule == matches.ADDED else context.relation_columns(view))
    return {**columns, **(_unit(view, scope) if frequency == "per_unit" else {})}


def _trigger(form: str, basis: str, scope: str, trigger: str, instrument: str) -> str:
    """A voucher is for services bought, also where it pays a share of their contract; only one for technology contracts is not."""
    found = context.trigger_by_money(form, basis, trigger)
    return "service_purchase" if instrument == "voucher" and found == "transaction" and not _TECHNOLOGY.search(scope) else found


def _basis(view: View, form: str) -> Columns:
    if form == "match":
        return {"match_basis": bases.match_basis_of(view.clause[-40:])}
    if form != "rate":
        return {}
    if view.group[0].unit in matches.PARTS:
        return {"rate_basis": bases.part_basis_of(view.clause, view.right)}
    return {"rate_basis": bases.rate_basis_of(view.clause, view.right, view.before)}


def _unit(view: View, scope: str) -> Columns:
    per = words.PER.search(view.clause) or words.PER_RIGHT.match(view.right)
    if per is None:
        return {}
    code = units.unit_of(per.group(), view.clause + view.right_clause, scope[-40:])
    return {"per_zh": per.group().lstrip("/"), **({"per": code} if code else {})}
