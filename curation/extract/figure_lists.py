"""Which figures belong to one list."""

import re

from curation.extract.figures import Figure


def group_lists(compact: str, figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one kind joined by 、 / 和 or 或 belong to one list; every other figure stands alone."""
    groups: list[list[Figure]] = []
    for figure in figures:
        last = groups[-1][-1] if groups else None
        if last and last.kind == figure.kind and _joined(compact, last, figure):
            groups[-1].append(figure)
        else:
            groups.append([figure])
    return groups


def _joined(compact: str, last: Figure, figure: Figure) -> bool:
    between = compact[last.end : figure.start] if figure.start - last.end <= 8 else ""
    if last.kind not in ("money", "percent", "points", "count", "area", "ratio"):
        return False
    join = re.fullmatch(r"(?:/[家个项人年月户件台])?(?:的?(?:奖励|补助|补贴|资助|支持|奖金))?(?P<mark>、|/|,|和|及|以及|与|或者?|,?以及)(?P<bound>最高|不超过)?", between)
    if join is None or (join["mark"] == "," and (last.kind != "money" or join["bound"] or "分别" not in compact[max(0, last.start - 60) : last.start])):
        return False
    return not join["bound"] or compact[last.start - len(join["bound"]) : last.start] == join["bound"]
