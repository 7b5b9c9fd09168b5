"""Awards: read a document paragraph by paragraph and make a draft of every figure of support."""

import re
from collections.abc import Iterator

from curation.extract import capping, ceilings, leading, matches, rates, roles, signs, slices, unstated, words
from curation.extract.candidates import Candidate, Columns
from curation.extract.classes import Class, classes_for, names_class
from curation.extract.clauses import Paragraph, Stretch
from curation.extract.definitions import Definition, definition_for
from curation.extract.describe import describe
from curation.extract.document import Document
from curation.extract.drafts import Draft
from curation.extract.figures import Figure
from curation.extract.level_lists import CODES
from curation.extract.scope import scope_of
from curation.extract.unstated import Promise
from curation.extract.views import View

_MONEY_KINDS = ("money", "percent", "points", "ratio")
_UNNUMBERED = 9
# A paragraph of its own on what one firm may receive under the document at all.
_GIVES = re.compile(r"给予|予以|按照?[^,;。]{2,30}(?:奖|补)|对[^,;。]{2,40}(?:奖励|补助|补贴|资助)")
_ALL_SUPPORT = re.compile(r"同一(?:企业|单位|机构|主体)[^,;。]{0,16}(?:奖补|奖励|补助|扶持|资助|支持)(?:资金)?(?:总额|合计|累计)[^,;。]{0,6}(?:不得?超过|最高|不高于)[^,;。]{0,4}$")
# 申报条件:…, 支持标准:… at the head of a sentence: what its figures are for.
_LABEL = re.compile(r"(?:[(]?[一二三四五六七八九十\d①-⑳]{1,3}[)、.]?)?([^,;。:\d()]{2,12}):")
# A类…,每项30万元;…。以上均由县财政经费列支,经专家评审择优立项。
_SELECTED_BEHIND = re.compile(r"。以上[^,;。\d]{0,6}由([区县市])级?财政[^;。]{0,30}择优")
_JOINED_ON = re.compile(r"[^、,\d]{0,6}[、和及][^,;。、\d对]{2,24}$")
_ON_TOP = re.compile(r"^(?:[;,、])?(?:年度)?(?:超过?|达到?|满|突破|每)|再(?:给予|奖励|补助|资助)|评价|考核|验收|复核|复审")  # of what the sentence before speaks of
_OTHER_KIND_EACH = re.compile(r"(?:/[^,;。、\d]{1,3})?[、,和][^,;。、\d对]{1,14}每[人名家所个件项台户]")


def _as_defined(item: Class, found: Definition | None) -> Class:
    return item._replace(level=found.level, above=found.above, place=(found.start, found.end)) if found else item


def find_awards(document: Document) -> Iterator[Candidate]:
    """All award candidates in text order."""
    found: list[Draft] = []
    before: list[Draft] = []
    ahead: leading.Ahead | None = None
    for place, paragraph in enumerate(document.paragraphs):
        if document.looks_back(place) and not _GIVES.search(document.normal.compact, paragraph.start, paragraph.end):
            continue
        reader = _Reader(document, place, paragraph, before if paragraph.rank == _UNNUMBERED else [])
        before = reader.read()
        found.extend(before)
        ahead = leading.listed_below(ahead, paragraph, before)
    for draft in found:
        yield from draft.candidates(document.normal)


class _Reader:
    """Reads one paragraph; the drafts of its stretches wait for ceilings that come later."""

    def __init__(self, document: Document, place: int, paragraph: Paragraph, before: list[Draft]) -> None:
        self.document, self.place, self.paragraph = document, place, paragraph
        self.compact = document.normal.compact
        self.lead = document.heads[place]
        self.drafts: list[Draft] = []
        self.stretch_drafts: list[Draft] = []
        self.previous = before  # support that a ceiling at the head of this paragraph may be for
        self.base: View | None = None
        self.label = ""

    def read(self) -> list[Draft]:
        for stretch in self.paragraph.stretches:
            self._read_stretch(stretch)
        return sorted(self.drafts, key=lambda draft: draft.start)

    def _read_stretch(self, stretch: Stretch) -> None:
        self.previous = self.stretch_drafts or self.previous
        self.stretch_drafts = []
        label = _LABEL.match(self.compact, stretch.start, stretch.end)
        self.label = f"\n{label[1]}" if label and signs.says_what_for(label[1]) else self.label
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
            view = View(self.compact, stretch, tuple(event), floor, self.lead + self.label)
            before = len(self.stretch_drafts)
            if view.kind in _MONEY_KINDS:
                self._figure(view, conditions)
            if len(self.stretch_drafts) == before and len(event) > 1:
                conditions = len(event)
            if view.kind not in ("term", "year") and not (view.kind == "count" and self.compact[view.start] == "一"):  # 对一家机构 names a recipient
                floor = view.end

    # -- figures -------------------------------------------------------------------------------------------------

    def _figure(self, view: View, conditions: int) -> None:
        if view.kind == "money":
            self._money(view, conditions)
            return
        if view.kind == "ratio":
            role = matches.ratio_role(view)
        elif view.kind == "points":
            capped = any(d.form == "rate" for d in self.stretch_drafts) and words.AT_MOST.search(view.left)
            role = signs.NOTHING if capped else matches.points_role(view, any(d.form == "rate" for d in self.drafts))
        elif view.group[0].unit in matches.PARTS:
            role = matches.part_role(view)
        else:
            role = rates.percent_role(view, bool(self.stretch_drafts), any(d.form in capping.LIMITED and not d.dropped for d in self.stretch_drafts), any(d.form == "rate" for d in self.drafts))
        if role[0] == "income_share" and self._joins_share(view):
            return
        if role[0] == "cap":
            capping.cap_by_share(view, self.stretch_drafts)
        elif role[0] not in ("none", "old"):
            self._add(view, role, conditions)

    def _joins_share(self, view: View) -> bool:
        """不低于50%,最高90% of one income is one range."""
        last = self.stretch_drafts[-1] if self.stretch_drafts else None
        if last is None or last.form != "income_share" or last.value_max is not None or not words.AT_MOST.search(view.left):
            return False
        last.value_max, last.bound = view.group[0].value, "range"
        return True

    def _money(self, view: View, conditions: int) -> None:
        nearby = [d for d in self.stretch_drafts if not d.dropped and d.form != "pool"]
        if capping.limits_unit_price(view, nearby):
            return
        role = roles.money_role(view, bool(nearby) or (bool(self.previous) and ceilings.is_bare(view)))
        if role[0] == "none" and nearby and roles.is_parallel(view, nearby[-1].view):
            role = ("award", "a sum per unit beside others", 0.7)
        if role == signs.NOTHING and capping.caps_in_the_same_breath(view, nearby):
            role = ("award", "at most, in the same breath as a rate", 0.8)
        if role[0] == "award" and ceilings.is_floor(view) and any(d.form == "rate" for d in nearby):
            return
        if role[0] == "base":
            self._base_ceiling(view)
        elif role[0] == "award":
            if not self.drafts and _ALL_SUPPORT.search(view.clause):
                return
            if not capping.is_part(view, nearby) and not capping.caps(view, nearby, self.previous, self.drafts):
                self._add(view, role, conditions)
        elif role[0] not in ("none", "old"):
            self._add(view, role, conditions)

    def _base_ceiling(self, view: View) -> None:
        rates = [d for d in self.stretch_drafts if d.form == "rate"]
        if rates:
            rates[-1].columns["base_ceiling_cny"] = int(view.group[-1].value)
        else:
            self.base = view

    # -- drafts --------------------------------------------------------------------------------------------------

    def _add(self, view: View, role: signs.Role, conditions: int) -> None:
        form = "sum" if role[0] == "award" else role[0]
        if form == "rate" and view.kind != "points" and matches.is_match(view):
            form = "match"
        floor = max([view.stretch.start, *(d.end for d in self.stretch_drafts if d.end <= view.start and not d.dropped)])
        own, wider = scope_of(self.document, self.place, view, floor)
        if form == "pool":  # a budget is for nobody in particular: only its own clause says of what level it is
            own, wider = view.clause, ""
        rows = self._defined(own, wider, self._carried(own, classes_for(own, wider, len(view.group), conditions)))
        bound = "at_least" if form == "pool" and view.right.startswith("以上") else ceilings.bound_of(view)
        before = self.document.figures_in(view.stretch.start, view.start)
        sizes = slices.brackets(view, before) if form == "rate" else []
        described: dict[bool, Columns] = {}
        for place, figure in enumerate(view.group):
            classes = rows[place] if place < len(rows) else [Class()]
            recognised = any(item.title and item.level != "none" for item in classes)
            if recognised not in described:
                described[recognised] = describe(view, form, role[1], own, wider, self.lead, recognised)
            draft = Draft(
                view, figure.start, figure.end, form, "range" if figure.value_max is not None else bound, role[1], role[2], own,
                classes if form in ("sum", "rate", "match") else classes[:1], figure.value, figure.value_max,
                {**described[recognised]}, around=wider,
            )
            if sizes:
                draft.bracket(slices.bracket_basis(view, before), *sizes[place])
            self._slice(draft)
            self._absorb(draft)
            self.drafts.append(draft)
            self.stretch_drafts.append(draft)

    def _carried(self, own: str, rows: list[list[Class]]) -> list[list[Class]]:
        """省级孵化器补助80万元、众创空间补助25万元: the second title takes the level of the first.

        按技师每人4万元、高级工每人2万元: a second kind of the same list is for the same classes.
        """
        before = self.stretch_drafts[-1].classes if self.stretch_drafts else []
        if len(rows) == 1 and _OTHER_KIND_EACH.fullmatch(own) and not names_class(own):
            return [[item._replace(variant="") for item in before]] if any(item.level != "none" for item in before) else rows
        last = before[-1] if before else None
        if last is None or last.level == "none" or last.title is None or not _JOINED_ON.fullmatch(own):
            return rows
        return [[item._replace(level=last.level, above=last.above, named=last.named) if item.title and item.level == "none" else item for item in row] for row in rows]

    def _defined(self, own: str, wider: str, rows: list[list[Class]]) -> list[list[Class]]:
        """新建重点实验室的,给予…: the level of a defining sentence of the document, or of the budget that selects all of the paragraph."""
        if any(item.level != "none" for row in rows for item in row):
            return rows
        selected = _SELECTED_BEHIND.search(self.compact, self.paragraph.start, self.paragraph.end)
        if selected:
            return [[item._replace(level=CODES[selected[1]], place=(selected.start(1), selected.end(1))) for item in row] for row in rows]
        definitions = self.document.definitions
        if not definitions:
            return rows
        said = own + self.document.title_of(self.place) + (wider if _ON_TOP.search(own) else "")
        return [[_as_defined(item, definition_for(definitions, said, item.title.code if item.title else "")) for item in row] for row in rows]

    def _slice(self, draft: Draft) -> None:
        """5000元以内全额,超过部分50% is one award: its share falls from the whole to 50 % along the base."""
        if draft.form != "rate" or draft.view.kind != "percent" or draft.value is None:
            return
        below = slices.whole_below(draft.view, self.document.figures_in(self.paragraph.start, draft.start))
        if below is None:
            return
        draft.bound, draft.value_max = "range", rates.WHOLE
        draft.columns.update({"slice_from_cny": ["0", str(int(below))], "slice_rate_pct": ["100", f"{draft.value.normalize():f}"]})
        for whole in self.drafts[-1:]:  # the words 全额 of its first slice
            whole.dropped = whole.dropped or (whole.view.kind == "words" and whole.value == rates.WHOLE)

    def _absorb(self, draft: Draft) -> None:
        """A ceiling or a ceiling on the base that was said before the rate it belongs to."""
        if draft.form != "rate" and draft.form != "match":
            return
        capping.cap_by_faces(draft, self.stretch_drafts)
        if self.base is not None and draft.form == "rate":
            draft.columns["base_ceiling_cny"] = int(self.base.group[-1].value)
            self.base = None
        last = self.stretch_drafts[-1] if self.stretch_drafts else None
        if len([d for d in self.stretch_drafts if d.form == "sum" and d.bound == "at_most" and not d.dropped]) > 1:
            return
        if last and last.form == "sum" and last.bound == "at_most" and last.is_open and len(last.view.group) == 1 and ceilings.leads_on(last.view, draft.view):
            draft.cap(last.view)
            draft.classes, draft.scope = last.classes, last.scope + draft.scope
            last.dropped = True

    # -- promises ------------------------------------------------------------------------------------------------

    def _promise(self, promise: Promise, stretch: Stretch, floor: int) -> None:
        figure = Figure("words", promise.start, promise.end, rates.WHOLE, "")
        view = View(self.compact, stretch, (figure,), floor, self.lead)
        if promise.kind == "equal" and promise.words.endswith(("全额", "全免")):
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
        draft.classes = draft.classes[:1]
