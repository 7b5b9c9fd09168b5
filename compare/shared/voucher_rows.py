"""What a document says of each point of an innovation voucher: use, users, rate, ceiling, pool and payer, one point a row."""

from collections.abc import Callable, Iterable
from functools import cache

from compare.shared.brevity import first_of
from loaders.queries import Row
from model import money
from model.codes import code_list
from model.saying import Own, Words, figure_of, joined, label, listed, own, small, text, yuan

# The points in the order in which they are read; the first four are the cards of the page but for the users.
POINTS = ("use", "users", "rate", "ceiling", "pool", "payer")
_BRIEF = 2
_NO_LIMITS = {"ceiling_cny": None, "base_ceiling_cny": None, "term_max_months": None}


def stating(point: str, awards: list[Row]) -> list[Row]:
    """The awards of one document that state a point; a mere reference to another clause states only the use."""
    own = [award for award in awards if award["commitment"] != "by_reference"]
    return [award for award in (awards if point == "use" else own) if _STATES[point](award)]


def words(point: str, awards: list[Row]) -> Words:
    """What the document says on a point: 仪器使用费的40%(省级财政)；再加仪器使用费的20%(市级财政)."""
    return joined("list.clause", (part for award in awards if (part := _WORDS[point](award))), once=True)


def brief(point: str, awards: list[Row]) -> Words:
    """The same for a row of many documents: of more than two statements the first two and how many there are."""
    return first_of(list(dict.fromkeys(part for award in awards if (part := _WORDS[point](award)))), _BRIEF)


def span(point: str, awards: list[Row]) -> tuple[str, float | None, float | None, str]:
    """Mark, lower and upper end and unit of a point; several rates of one document are no number but words."""
    if point == "ceiling":
        return "ceiling", None, float(max(_ceiling(award) or 0 for award in awards)), "cny"
    if point == "pool":
        low, high = money.span(awards[0])
        return "pool", low, high, "cny"
    if point == "rate" and len(awards) == 1:
        low, high = money.span(awards[0])
        return "rate", low, high, "percent"
    return "text", None, None, ""


def rate_parts(award: Row) -> list[tuple[str, str]]:
    """The (base, payer) pairs of a rate, the parts of a stack; only parts of one base may be added up."""
    return [(award["rate_basis"], payer) for payer in award["payers"]] if award["form"] == "rate" else []


def services(award: Row) -> list[tuple[str, str]]:
    """The eligible services of an award's clause as (code, word of the document)."""
    return [(service_code(word), word) for word in award["eligible_services"]]


def service_code(word: str) -> str:
    """The code of a service by the document's word; `other` for a word that the list does not know."""
    return _service_terms().get(word, "other")


@cache
def _service_terms() -> dict[str, str]:
    return {term: code for code, row in code_list("service").items() for term in row["terms"].split(";") if term}


def _ceiling(award: Row) -> int | None:
    if award["ceiling_cny"] is not None:
        return int(award["ceiling_cny"])
    return int(award["sum_cny"]) if award["form"] == "sum" and award["bound"] == "at_most" else None


def _stated_payers(award: Row) -> list[str]:
    return [payer for payer in award["payers"] if payer != "unstated"]


_STATES: dict[str, Callable[[Row], bool]] = {
    "use": lambda award: bool(award["eligible_services"]) or award["commitment"] == "by_reference",
    "users": lambda award: award["beneficiary"] != "unstated",
    "rate": lambda award: award["form"] == "rate",
    "ceiling": lambda award: _ceiling(award) is not None,
    "pool": lambda award: award["form"] == "pool",
    "payer": lambda award: bool(_stated_payers(award)),
}


def _use(award: Row) -> Words:
    return listed((service_words(code, word) for code, word in services(award)))


def service_words(code: str, word: str) -> Words:
    """A service as a person reads it: the document's own word, in English the label of its code."""
    return Own(word, code_list("service")[code]["en"])


def _rate(award: Row) -> Words:
    figure = figure_of({**award, **_NO_LIMITS})
    return text("vouchers.by_payer", figure=figure, payer=payer_names(award["payers"]))


def _ceiling_words(award: Row) -> Words:
    figure = text("money.ceiling", sum=yuan(_ceiling(award) or 0))
    if award["ceiling_period"] in (None, "unstated"):
        return text("vouchers.ceiling_no_period", figure=figure)
    return text("vouchers.ceiling_period", figure=figure, period=label("ceiling_period", award["ceiling_period"]))


def _pool(award: Row) -> Words:
    return text("vouchers.by_payer", figure=figure_of(award), payer=payer_names(award["payers"]))


def _payer(award: Row) -> Words:
    figure = figure_of({**award, **_NO_LIMITS})
    note = own(award, "payer_note")
    payer = text("vouchers.payer_of", payer=payer_names(_stated_payers(award)), figure=figure)
    return text("vouchers.payer_note", payer=payer, note=note) if note else payer


def payer_names(payers: Iterable[str]) -> Words:
    """The payers in words, to stand inside a sentence; an unstated payer says so."""
    return listed(text("vouchers.payer_unstated") if payer == "unstated" else small(label("payer", payer)) for payer in payers)


_WORDS: dict[str, Callable[[Row], Words]] = {
    "use": _use, "users": lambda award: own(award, "beneficiary"), "rate": _rate,
    "ceiling": _ceiling_words, "pool": _pool, "payer": _payer,
}
