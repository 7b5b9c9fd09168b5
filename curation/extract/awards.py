"""Awards: read a document paragraph by paragraph and make a draft of every figure of support."""

import re
from collections.abc import Iterator
from dataclasses import replace

from curation.extract import ceilings, context, roles, unstated, words
from curation.extract.candidates import Candidate, Columns
from curation.extract.classes import Class, classes_for, names_class
from curation.extract.clauses import Paragraph, Stretch
from curation.extract.document import Document
from curation.extract.drafts import Draft
from curation.extract.figures import Figure
from curation.extract.levels import find_levels
from curation.extract.unstated import Promise
from curation.extract.views import View

_MONEY_KINDS = ("money", "percent", "points", "ratio")
_WIDER = 160
# A recipient of its own (对技术经纪人…) does not inherit the title of the clause before, unless it is the same title again.
_NEW_RECIPIENT = re.compile(r"对[^,;。]{0,40}(?:企业|机构|人|团队|单位|个人|银行|公司|项目|活动|高校|院校|园区|合同|人才|专家)")
_SAME_TITLE = re.compile(r"首次|重新|再次|上述|其(?!他|中)|该|本条|认定|获批|升级|此")


def find_awards(document: Document) -> Iterator[Candidate]:
    """All award candidates in text order."""
    for place, paragraph in enumerate(document.paragraphs):
        reader = _Reader(document, place, paragraph)
        for draft in reader.read():
            yield from draft.candidates(document.normal)


class _Reader:
    """Reads one paragraph; the drafts of its stretches wait for ceilings that come later."""

    def __init__(self, document: Document, place: int, paragraph: Paragraph) -> None:
        self.document, self.place, self.paragraph = document, place, paragraph
        self.compact = document.normal.compact
        self.lead = document.heads[place]
        self.drafts: list[Draft] = []
        self.stretch_drafts: list[Draft] = []
        self.base: View | None = None

    def read(self) -> list[Draft]:
        for stretch in self.paragraph.stretches:
            self._read_stretch(stretch)
        return sorted(self.drafts, key=lambda draft: draft.start)

    def _read_stretch(self, stretch: Stretch) -> None:
        self.previous = self.stretch_drafts or getattr(self, "previous", [])
        self.stretch_drafts = []
        groups = self.document.groups_in(stretch)
        promises = list(unstated.find_promises(self.compact, stretch))
        if not groups and not promises:
            return
        events: list[tuple[int, list[Figure] | Promise]] = [(group[0].start, group) for group in groups]
        events += [(promise.start, promise) for promise in promises]
        floor = stretch.start
        conditions = 0
        for _, event in sorted(events, key=lambda item: item[0]):
            if isinstance(event, Promise):
                self._promise(event, stretch, floor)
                continue
            view = View(self.compact, stretch, tuple(event), floor, self.lead)
            before = len(self.stretch_drafts)
            if view.kind in _MONEY_KINDS:
                self._figure(view, conditions)
            if len(self.stretch_drafts) == before and len(event) > 1:
                conditions = len(event)
            if view.kind not in ("term", "year"):
                floor = view.end

    # -- figures -------------------------------------------------------------------------------------------------

    def _figure(self, view: View, conditions: int) -> None:
        if view.kind == "money":
            self._money(view, conditions)
            return
        if view.kind == "ratio":
            role = roles.ratio_role(view)
        elif view.kind == "points":
            role = roles.points_role(view)
        else:
            role = roles.percent_role(view, bool(self.stretch_drafts))
        if role[0] == "income_share" and self._joins_share(view):
            return
        if role[0] not in ("none", "old"):
            self._add(view, role, conditions)

    def _joins_share(self, view: View) -> bool:
        """不低于50%,最高90% of one income is one range."""
        last = self.stretch_drafts[-1] if self.stretch_drafts else None
        if last is None or last.form != "income_share" or last.value_max is not None or not words.AT_MOST.search(view.left):
            return False
        last.value_max, last.bound = view.group[0].value, "range"
        return True

    def _money(self, view: View, conditions: int) -> None:
        nearby = [d for d in self.stretch_drafts if not d.dropped]
        role = roles.money_role(view, bool(nearby) or (bool(self.previous) and ceilings.is_bare(view)))
        if role[0] == "none" and _caps_in_the_same_breath(view, nearby):
            role = ("award", "at most, in the same breath as a rate", 0.8)
        if role[0] == "base":
            self._base_ceiling(view)
        elif role[0] == "award":
            if not self._is_part(view, nearby) and not self._caps(view, nearby):
                self._add(view, role, conditions)
        elif role[0] not in ("none", "old"):
            self._add(view, role, conditions)

    def _is_part(self, view: View, nearby: list[Draft]) -> bool:
        """其中… whose sums only divide the sum before, or are for a use of it."""
        whole = nearby[-1].value if nearby and nearby[-1].form == "sum" else None
        if whole is None or not re.search(r"其中|包括|分为", self.compact[nearby[-1].end : view.start][:60]):
            return False
        if re.search(r"对|的(?:企业|单位|机构)?(?:,|给予|最高|不超过)|级|类", view.left):
            return False
        return view.group[0].value < whole

    def _caps(self, view: View, nearby: list[Draft]) -> bool:
        """Put the sum as a ceiling on the support before it; False if it is support of its own."""
        if ceilings.bound_of(view) != "at_most":
            return False
        if len(view.group) > 1:
            return self._caps_each(view, nearby)
        self._drop_empty_promise(nearby)
        nearby = [d for d in nearby if not d.dropped]
        rates = [d for d in nearby if d.is_rate]
        variant = ceilings.variant_of(view, bool(rates and rates[-1].split))
        if rates and variant and (rates[-1].is_open or rates[-1].split) and not re.search(r"给予[^,;。]*奖励|对", view.left):
            for draft in [d for d in rates if d.view is rates[-1].view]:
                _split(draft, view, variant)
            return True
        per_unit = any(d.is_per_unit or (d.is_open and d.bound == "exact" and "每" in d.scope[-24:]) for d in nearby)
        if ceilings.is_ceiling(view, nearby[-1].end if nearby else view.start, bool(rates), bool(nearby), per_unit):
            _cap_all(nearby, view, rates_only=bool(rates) and not ceilings.is_shared(view))
            return True
        return self._caps_earlier(view, nearby)

    def _caps_each(self, view: View, nearby: list[Draft]) -> bool:
        """按50%,分别给予最高100万元、50万元: one ceiling for each class or each rate."""
        rates = [d for d in nearby if d.form in ("rate", "match") and d.is_open]
        if not rates or not ceilings.follows(view, rates[-1].end):
            return False
        together = [d for d in rates if d.view is rates[-1].view]
        if len(together) == len(view.group):
            for draft, figure in zip(together, view.group, strict=True):
                draft.cap(replace(view, group=(figure,)))
            return True
        rows = classes_for(together[-1].scope, view.before, len(view.group), 0)
        for figure, classes in zip(view.group, rows, strict=False):
            item = classes[0]
            extra: Columns = {"recognition_level": item.level} if item.level != "none" else {}
            _split(together[-1], replace(view, group=(figure,)), item.variant, extra)
        return True

    def _drop_empty_promise(self, nearby: list[Draft]) -> None:
        """给予奖励,最高30万元 is one sum; only a promised ratio (给予一定比例…) takes the sum as its ceiling."""
        last = nearby[-1] if nearby else None
        if last and last.form == "unstated" and last.columns.get("unstated_kind") != "open_ratio":
            last.dropped = True

    def _caps_earlier(self, view: View, nearby: list[Draft]) -> bool:
        """A bare ceiling in a sentence of its own holds for the sentence before, 以上合计 for the whole paragraph."""
        if nearby or not self.previous or not ceilings.is_bare(view) or not ceilings.stands_alone(view):
            return False
        shared = ceilings.is_shared(view)
        targets = [d for d in (self.drafts if shared else self.previous) if not d.dropped]
        if not any(d.is_rate or d.is_per_unit for d in targets) and not ceilings.is_cumulative(view):
            return False
        _cap_all(targets, view, rates_only=not shared and any(d.is_rate for d in targets))
        return True

    def _base_ceiling(self, view: View) -> None:
        rates = [d for d in self.stretch_drafts if d.form == "rate"]
        if rates:
            rates[-1].columns["base_ceiling_cny"] = int(view.group[-1].value)
        else:
            self.base = view

    # -- drafts --------------------------------------------------------------------------------------------------

    def _scope(self, view: View) -> tuple[str, str]:
        """Words that name the class of a figure: since the support before it, and those to fall back on."""
        floor = max([view.stretch.start, *(d.end for d in self.stretch_drafts if d.end <= view.start and not d.dropped)])
        own = self.compact[max(floor, view.start - 4 * _WIDER) : view.start]
        before = view.before[-4 * _WIDER :]
        if floor > view.stretch.start and names_class(before):
            return own, before
        if _NEW_RECIPIENT.search(own) and not _SAME_TITLE.search(own):
            return own, self.document.title_of(self.place)
        return own, self._earlier(view)

    def _earlier(self, view: View) -> str:
        """The heading of the paragraph, or the heads above where the item itself names no class."""
        head = self.document.title_of(self.place)
        sentence = self.compact[view.stretch.sentence : view.stretch.start][-_WIDER:]
        return head + sentence if sentence or head else self.lead.rsplit("\n", 1)[-1][-_WIDER:]

    def _add(self, view: View, role: roles.Role, conditions: int) -> None:
        form = "sum" if role[0] == "award" else role[0]
        if form == "rate" and roles.is_match(view):
            form = "match"
        own, wider = self._scope(view)
        rows = classes_for(own, wider, len(view.group), conditions)
        bound = ceilings.bound_of(view)
        for place, figure in enumerate(view.group):
            classes = rows[place] if place < len(rows) else [Class()]
            draft = Draft(
                view, figure.start, figure.end, form, "range" if figure.value_max is not None else bound, role[1], role[2], own,
                classes if form in ("sum", "rate", "match") else classes[:1], figure.value, figure.value_max,
            )
            self._describe(draft, view, wider)
            self._absorb(draft)
            self.drafts.append(draft)
            self.stretch_drafts.append(draft)

    def _describe(self, draft: Draft, view: View, wider: str) -> None:
        scope = draft.scope
        instrument, term = context.instrument_of(view, draft.form)
        draft.columns.update({
            "trigger": context.trigger_of(scope, wider), "selection": context.selection_of(scope if "对" in scope else wider + scope),
            "instrument": instrument, "instrument_term_zh": term,
            "frequency": context.frequency_of(view.clause, view.right_clause, scope), "payers": context.payers_of(scope, view.right_clause),
            "categories": context.categories_of(scope, self.lead[-80:]),
            "has_local_condition": bool(re.search(r"(?:我市|本市|市内|本区|我区)[^,;。]{0,6}(?:注册|登记|落户|设立|新设|落地|转化)|落户", scope)),
        })
        draft.columns.update(context.relation_columns(view))
        if draft.form == "rate":
            draft.columns["rate_basis"] = context.rate_basis_of(view.clause, view.right, view.before)
        if draft.form == "match":
            draft.columns["match_basis"] = context.match_basis_of(view.clause[-40:])
        per = words.PER.search(view.clause) or words.PER_RIGHT.match(view.right)
        if per and draft.columns["frequency"] == "per_unit":
            draft.columns["per_zh"] = per.group().lstrip("/")

    def _absorb(self, draft: Draft) -> None:
        """A ceiling or a ceiling on the base that was said before the rate it belongs to."""
        if draft.form != "rate" and draft.form != "match":
            return
        if self.base is not None and draft.form == "rate":
            draft.columns["base_ceiling_cny"] = int(self.base.group[-1].value)
            self.base = None
        last = self.stretch_drafts[-1] if self.stretch_drafts else None
        if last and last.form == "sum" and last.bound == "at_most" and last.is_open and len(last.view.group) == 1 and ceilings.leads_on(last.view, draft.view):
            draft.cap(last.view)
            draft.classes, draft.scope = last.classes, last.scope + draft.scope
            last.dropped = True

    # -- promises ------------------------------------------------------------------------------------------------

    def _promise(self, promise: Promise, stretch: Stretch, floor: int) -> None:
        figure = Figure("words", promise.start, promise.end, roles.WHOLE, "")
        view = View(self.compact, stretch, (figure,), floor, self.lead)
        if promise.kind == "equal" and promise.words == "全额":
            self._add(view, ("rate", "the whole cost", 0.6), 0)
            return
        if promise.kind != "open":
            self._add(view, ("match", "an equal sum", 0.75), 0)
            self.stretch_drafts[-1].bound = "at_most" if promise.kind == "level" else "exact"
            return
        self._add(view, ("unstated", "support promised without a figure", 0.5), 0)
        draft = self.stretch_drafts[-1]
        draft.bound, draft.value = "open", None
        draft.columns["unstated_kind"] = unstated.kind_of(promise, view.before)
        draft.classes = [replace(item) for item in draft.classes[:1]]


def _caps_in_the_same_breath(view: View, nearby: list[Draft]) -> bool:
    """…的30%、最高100万元: an at-most sum right behind a rate."""
    return bool(nearby) and nearby[-1].is_rate and ceilings.bound_of(view) == "at_most" and ceilings.is_bare(view)


def _cap_all(drafts: list[Draft], view: View, rates_only: bool) -> None:
    for draft in drafts:
        if draft.is_open and (draft.is_rate or not rates_only):
            draft.cap(view)


def _split(draft: Draft, view: View, variant: str, extra: Columns | None = None) -> None:
    """其中A类最高…,B类最高…: one row for each kind, each with its own ceiling."""
    probe = replace(draft, columns={**draft.columns})
    probe.cap(view)
    levels = find_levels(variant)
    level: Columns = {"recognition_level": levels[0].code} if levels else {}
    draft.split.append((variant, {**{name: probe.columns[name] for name in ("ceiling_cny", "ceiling_per", "ceiling_period")}, **level, **(extra or {})}))
