"""Distributions as native XY charts: reopened, every point stands where the screen has it, and the mark alone says its kind."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pptx
import pytest
from lxml import etree

from charts.figure import figure
from charts.strips import KINDS
from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports.content import single
from reports.office_scatter import padded
from reports.scatter import Scatter, scatter
from tests.reports.package_checks import charts, check
from tests.reports.test_office import render
from tests.reports.test_office_readers import again
from tests.samples import DAY, HOSTILE, distribution
from wording.answer import Answer, answered
from wording.texts import text

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
QUESTIONS = ("spread", "goals")
Pairs = list[tuple[float, float]]


def of(made: Answer) -> Scatter:
    found = scatter(made)
    assert found is not None
    return found


def wanted(made: Answer) -> dict[tuple[str, int], Pairs]:
    """The points of every series by its name and place, those that only break a line left out."""
    return {(series.name, at): [(dot.x, dot.y) for dot in series.dots if dot.x is not None and dot.y is not None] for at, series in enumerate(of(made).series)}


def written(part: bytes) -> dict[tuple[str, int], Pairs]:
    """The same as a chart part holds it."""
    found = {}
    for at, series in enumerate(etree.fromstring(part).iter(f"{C}ser")):
        ends = [{point.get("idx"): float(point.findtext(f"{C}v")) for point in series.find(f"{C}{name}").iter(f"{C}pt")} for name in ("xVal", "yVal")]
        assert ends[0].keys() == ends[1].keys()
        found[series.findtext(f"{C}tx//{C}v"), at] = [(ends[0][key], ends[1][key]) for key in ends[0]]
    return found


def marks(part: bytes) -> dict[str, tuple[str, bool]]:
    """Symbol and whether it is filled, by the name of the series."""
    found = {}
    for series in etree.fromstring(part).iter(f"{C}ser"):
        mark = series.find(f"{C}marker")
        found[series.findtext(f"{C}tx//{C}v")] = (mark.find(f"{C}symbol").get("val"), mark.find("{*}spPr/{*}solidFill") is not None)
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ["docx", "pptx"])
def test_word_and_powerpoint_hold_every_point(name: str, question: str, lang: str, tmp_path: Path) -> None:
    made = distribution(lang, question)
    content = render(name, single(made))
    check(content, name, tmp_path)
    (part,) = charts(content)
    assert written(part) == wanted(made)
    book = next(item for item in zipfile.ZipFile(io.BytesIO(content)).namelist() if item.endswith(".xlsx"))
    sheet = openpyxl.load_workbook(io.BytesIO(zipfile.ZipFile(io.BytesIO(content)).read(book))).worksheets[0]
    for series, (_, dots) in zip(etree.fromstring(part).iter(f"{C}ser"), padded(of(made)), strict=True):
        for tag, column in (("xVal", "x"), ("yVal", "y")):
            cells = sheet[series.findtext(f"{C}{tag}//{C}f").partition("!")[2].replace("$", "")]
            held = [cell[0].value for cell in (cells if isinstance(cells, tuple) else ((cells,),))]
            assert held == [getattr(dot, column) for dot in dots], "a click on edit data shows the numbers that are drawn"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_the_workbook_draws_the_cells_beside_the_chart(question: str, lang: str, tmp_path: Path) -> None:
    made = distribution(lang, question)
    content = render("xlsx", single(made))
    check(content, "xlsx", tmp_path)
    (part,) = charts(content)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    found = {}
    for at, series in enumerate(etree.fromstring(part).iter(f"{C}ser")):
        across, up, name = (_cells(sheet, series.findtext(f"{C}{tag}//{C}f")) for tag in ("xVal", "yVal", "tx"))
        found[name[0], at] = [(x, y) for x, y in zip(across, up, strict=True) if x is not None]
    assert found == wanted(made)
    names = [one.label for one in made.points if one.is_marked]
    assert all(name in part.decode() for name in names)


def _cells(sheet: openpyxl.worksheet.worksheet.Worksheet, reference: str) -> list[object]:
    found = sheet[reference.partition("!")[2].replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_the_mark_alone_says_what_a_point_is(name: str, question: str) -> None:
    made = distribution("zh", question)
    (part,) = charts(render(name, single(made)))
    series = of(made).series
    found = dict(zip([one.name for one in series], marks(part).values(), strict=False)) if name == "xlsx" else marks(part)
    drawn = {one.kind: found[one.name] for one in series if one.kind in KINDS}
    assert set(drawn) == set(KINDS) - ({"several"} if question == "goals" else set())
    assert drawn["exact"] == drawn.get("several", drawn["exact"]) == ("circle", True), "several are told by their size and by the number in their name"
    assert not drawn["bound"][1] and not drawn["tentative"][1] and not drawn["outdated"][1], "hollow"
    assert len({symbol for symbol, _ in (drawn["exact"], drawn["bound"], drawn["tentative"], drawn["outdated"])}) == 4, "LibreOffice fills hollow marks"


def test_chosen_documents_and_strips_are_named_and_the_legend_is_free_of_them() -> None:
    made = distribution()
    chart = next(shape.chart for slide in pptx.Presentation(io.BytesIO(render("pptx", single(made)))).slides for shape in slide.shapes if shape.has_chart)
    labels = [point.text for series in chart._chartSpace.iter(f"{C}ser") for point in series.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")]
    assert sorted(labels) == sorted(["甲市2019", "乙市2021", "丙县2022", "孵化器", "众创空间"])
    hidden = {int(entry.find(f"{C}idx").get("val")) for entry in chart._chartSpace.iter(f"{C}legendEntry")}
    series = of(made).series
    assert hidden == {at for at, one in enumerate(series) if one.is_extra} == set(range(len(series) - len(hidden), len(series)))
    shown = [one.name for one in series if not one.is_extra]
    assert len(set(shown)) == len(shown) and text("spread.median_line", "zh") in shown


def test_the_numbers_are_those_of_the_screen() -> None:
    for question in QUESTIONS:
        made = distribution("zh", question)
        screen = {trace.name: sorted(map(round, trace.x)) if question == "goals" else sorted(trace.x) for trace in figure(made).data if trace.name}
        office = {one.name: sorted(dot.x for dot in one.dots) for one in of(made).series if one.kind in KINDS and one.kind != "several"}
        assert office == {name: xs for name, xs in screen.items() if name in office} and len(office) == 4
        assert sum(len(one.dots) for one in of(made).series if one.kind in KINDS) == sum(map(len, screen.values()))


@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_names_that_want_to_be_formulas_stay_names(name: str, tmp_path: Path) -> None:
    made = distribution(names=(HOSTILE[0], HOSTILE[7], HOSTILE[8]))
    content = render(name, single(made))
    check(content, name, tmp_path)


@pytest.mark.parametrize("view", ["incubator_rewards", "by_title", "largest_sums", "vouchers", "targets"])
def test_every_distribution_of_many_documents_is_a_chart_of_points(many: Tables, view: str, tmp_path: Path) -> None:
    made = answered(VIEWS[view], many, Selection(as_of=DAY, part="spread"))
    drawn = of(made)
    assert {one.source_id or one.document_id for one in made.points if one.row in made.chart.drawn and (one.at or made.chart.question == "spread")}
    assert sum(len(one.dots) for one in drawn.series if one.kind in KINDS) == sum(len(trace.x) for trace in figure(made).data if trace.name and trace.mode == "markers")
    for name in ("docx", "pptx", "xlsx"):
        check(render(name, single(made)), name, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_libreoffice_keeps_every_point_and_mark(name: str, question: str, tmp_path: Path) -> None:
    made = distribution("zh", question)
    (part,) = charts(again(render(name, single(made)), name, tmp_path))
    series = of(made).series
    found = list(written(part).values())
    assert len(found) == len(series)
    for points, kept in zip(found, wanted(made).values(), strict=True):
        assert [round(end, 3) for pair in sorted(points) for end in pair] == [round(end, 3) for pair in sorted(kept) for end in pair]
    symbols = {one.kind: mark[0] for one, mark in zip(series, marks(part).values(), strict=False) if one.kind in KINDS}
    assert len({symbols[kind] for kind in KINDS if kind in symbols and kind != "several"}) >= 3
