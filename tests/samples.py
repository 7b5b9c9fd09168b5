"""Comparisons made up for tests: any number of rows and columns, every kind of mark, hostile words."""

from dataclasses import replace
from datetime import date

from model.selection import Selection
from wording.answer import Answer, Cell, Chart, DocumentRef, Heading, Note, Point, Reason, Source, Verdict

DAY = date(2026, 11, 21)
KINDS = {
    "exact": (2_000_000.0, 2_000_000.0), "ceiling": (None, 1_000_000.0), "floor": (300_000.0, None), "range": (100_000.0, 500_000.0),
}
HOSTILE = ('=HYPERLINK("http://x.example","看")', "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "＝1+1", "控制\x00\x0b\x1f字符\u2028换行", "<b>&amp;</b>|]]>", "很" * 60)


def cell(row: str, column: str, kind: str, words: str = "", unit: str = "cny") -> Cell:
    """A cell of a kind: a shape of money, or a mark without a number."""
    low, high = KINDS.get(kind, (None, None))
    source = (f"{row}.{column}",)
    verdict = Verdict("conditional", "有条件可比", (Reason("bound_differs", "定额与限额不同", "比较单项最高补助额度"),)) if kind == "ceiling" else None
    return Cell(row, column, kind, words or f"{kind} {row}", low, high, unit if kind in KINDS else "", source if kind in KINDS else (), verdict)


def comparison(
    kinds: list[list[str]], lang: str = "zh", question: str = "magnitude", row_names: list[str] | None = None, column_names: list[str] | None = None,
    tentative: tuple[int, ...] = (), title: str = "孵化载体奖补：对照", finding: str = "甲市2023 最高100万元。", order: str = "date",
) -> Answer:
    """One comparison; `kinds` gives the kind of each cell by row and column."""
    width = len(kinds[0]) if kinds else 0
    rows = tuple(Heading(f"r{at}", row_names[at] if row_names else f"第{at + 1}项") for at in range(len(kinds)))
    columns = tuple(
        Heading(f"c{at}", column_names[at] if column_names else f"甲市{2010 + at}", note=f"甲政发〔{2010 + at}〕1号", status="draft" if at in tentative else "in_force",
                is_tentative=at in tentative) for at in range(width)
    )
    cells = tuple(cell(f"r{row}", f"c{column}", kind) for row, line in enumerate(kinds) for column, kind in enumerate(line))
    sources = tuple(
        Source(item.source_ids[0], item.column, "29", "100万元", "", "", f"《办法》第{at + 1}条", f"《办法》第{at + 1}条规定：{item.words}。")
        for at, item in enumerate(cells) if item.source_ids
    )
    documents = tuple(
        DocumentRef(column.key, column.label, "办法", column.note, f"甲市人民政府. 办法:{column.note}[A]. (2023-07-13).", column.status, "草案" if column.is_tentative else "现行有效",
                    column.is_tentative, True, "转载自非官方网站。" if column.is_tentative else "") for column in columns
    )
    notes = (Note("comparability", "比较基准：最早的文件。"), Note("method", "“最高”是上限，斜纹表示上限。"), *(Note("caveat", item.caveat) for item in documents if item.caveat))
    drawn = tuple(row.key for row in rows if any(one.row == row.key and one.value is not None for one in cells))
    chart = Chart(question, "cny", 10_000 if lang == "zh" else 1_000_000, "万元" if lang == "zh" else "CNY million", rows, columns, drawn)
    return Answer(
        "incubator_rewards", Selection(as_of=DAY, lang=lang, order=order), "0123456789abcdef", title, finding, chart, cells, notes, sources, documents,
        ("效力截至日期：2026年11月21日", "城市：甲市"), "" if cells else "没有符合查询条件的文件",
    )


def mixed(lang: str = "zh") -> Answer:
    """Every kind of mark, a draft among the columns."""
    return comparison([["exact", "ceiling", "floor", "range"], ["absent", "exact", "match", "unstated"], ["absent", "absent", "not_reviewed", "rate"]], lang, tentative=(1,))


def hostile() -> Answer:
    """Words that want to be formulas, tags or control characters, in every place that takes words."""
    kinds = [["exact" if column % 2 else "ceiling" for column in range(3)] for _ in HOSTILE]
    return comparison(kinds, row_names=list(HOSTILE), column_names=list(HOSTILE[:3]), title=HOSTILE[0] + HOSTILE[7], finding=HOSTILE[7] + HOSTILE[8])


def distribution(lang: str = "zh", question: str = "spread", names: tuple[str, ...] = ("甲市2019", "乙市2021", "丙县2022")) -> Answer:
    """Two strips (or goals of two years, which are never counted together) with every kind of point, chosen documents and the own one named, quartiles on the first only."""
    made = comparison([["exact", "exact", "exact"], ["exact", "exact", "exact"]], lang, question, column_names=["下四分位", "中位数", "上四分位"])
    rows = tuple(Heading(f"r{at}", name) for at, name in enumerate(("孵化器", "众创空间")))
    columns = tuple(Heading(name, column.label) for name, column in zip(("low", "median", "high"), made.chart.columns, strict=True))
    cells = tuple(Cell("r0", name, "exact", f"{value / 10_000}万元", value, value, "cny") for name, value in (("low", 500_000.0), ("median", 1_000_000.0), ("high", 2_000_000.0)))
    one, two, three = names
    points = (
        _point("r0", "exact", 1_000_000, 1_000_000, one, is_marked=True, is_own=True), _point("r0", "exact", 1_000_000, 1_000_000, "丁市2020"),
        _point("r0", "ceiling", None, 2_000_000, two, is_marked=True), _point("r0", "floor", 500_000, None, "戊市2018"),
        _point("r0", "exact", 300_000, 300_000, "己市2011", status="repealed"), _point("r0", "ceiling", None, 2_200_000, three, status="draft", is_tentative=True, is_marked=True),
        _point("r1", "exact", 50_000, 50_000, "", count=3), _point("r1", "exact", 250_000, 250_000, "", count=40), _point("r1", "range", 100_000, 400_000, "庚市2023"),
    )
    drawn = points if question == "spread" else tuple(replace(point, row="r0", count=1) for point in points)
    chart = replace(made.chart, rows=rows, columns=columns, drawn=("r0", "r1") if question == "spread" else ("r0",), axis="万元" if lang == "zh" else "CNY million")
    return replace(made, chart=chart, cells=cells, points=drawn)


def _point(row: str, mark: str, low: float | None, high: float | None, label: str, **more: object) -> Point:
    year = 2025 if mark == "exact" else 2030
    return Point(row, mark, low, high, f"{(high or low or 0) / 10_000:g}万元", label, f"doc-{label}", f"award-{label}", at=year, **{"status": "in_force", **more})  # type: ignore[arg-type]
