"""Pictures through the browser: pixels, hatching in black and white, other readers, crashes, and no browser at all."""

import io
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from reports import browser, images
from reports.content import single
from reports.errors import ReportError
from reports.formats import FORMATS
from tests.samples import comparison, hostile, mixed
from wording.answer import answered

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.browser
def test_a_picture_is_on_white_and_the_same_each_time(tables: Tables, selection: Selection) -> None:
    report = single(answered(VIEWS["incubator_rewards"], tables, selection))
    content = images.png(report)
    assert content == images.png(report)
    pixels = np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))
    assert pixels.shape[1] == 2000
    assert (pixels[:20] == 255).all() and (pixels[:, :10] == 255).all(), "white to the edge, whatever the theme"
    dark = (pixels.max(axis=2) < 120).any(axis=0)
    assert not dark[-10:].any(), "nothing is cut at the right edge"


@pytest.mark.browser
def test_a_ceiling_looks_other_than_a_fixed_sum_without_colour() -> None:
    """The share of ink in the bar of a fixed sum, and in that of a ceiling of the same length."""

    def ink(kind: str) -> float:
        drawn = images.on_paper(comparison([[kind]]), "")
        assert drawn is not None
        place = next(trace.y[0] for trace in drawn.data if trace.customdata is not None)
        layout = drawn.layout
        plot = layout.height - layout.margin.t - layout.margin.b
        middle = layout.margin.t + plot * place / layout.yaxis.range[0]
        grey = np.asarray(Image.open(io.BytesIO(browser.picture(drawn.to_plotly_json(), "png", 1000, layout.height, 1))).convert("L"))
        return float((grey[int(middle) - 4 : int(middle) + 4, int(layout.margin.l) + 20 : int(layout.margin.l) + 300] < 200).mean())

    assert ink("exact") > 0.95
    assert 0.1 < ink("ceiling") < 0.8


@pytest.mark.browser
def test_what_is_in_force_is_the_strongest_in_black_and_white() -> None:
    """The mean darkness of a ceiling in force against that of a repealed fixed sum of the same length."""

    def darkness(kind: str, status: str) -> float:
        made = comparison([[kind]])
        column = replace(made.chart.columns[0], status=status)
        drawn = images.on_paper(replace(made, chart=replace(made.chart, columns=(column,))), "")
        assert drawn is not None
        place, layout = next(trace.y[0] for trace in drawn.data if trace.customdata is not None), drawn.layout
        middle = layout.margin.t + (layout.height - layout.margin.t - layout.margin.b) * place / layout.yaxis.range[0]
        grey = np.asarray(Image.open(io.BytesIO(browser.picture(drawn.to_plotly_json(), "png", 1000, layout.height, 1))).convert("L"))
        return float(255 - grey[int(middle) - 4 : int(middle) + 4, int(layout.margin.l) + 20 : int(layout.margin.l) + 300].mean())

    repealed = darkness("exact", "repealed")
    assert darkness("ceiling", "in_force") > 1.3 * repealed and darkness("exact", "in_force") > 3 * repealed > 30
    assert darkness("ceiling", "repealed") < darkness("ceiling", "in_force") / 2


@pytest.mark.browser
def test_an_svg_holds_the_words_and_repeats(tables: Tables, selection: Selection) -> None:
    made = answered(VIEWS["vouchers"], tables, selection)
    report = single(made)
    vector = images.svg(report)
    assert vector == images.svg(report)
    assert "威海2023" in vector.decode() and made.snapshot in vector.decode()


@pytest.mark.browser
def test_hostile_words_make_a_picture() -> None:
    assert images.png(single(hostile())).startswith(b"\x89PNG")


@pytest.mark.browser
def test_readers_at_once_each_get_their_own_chart() -> None:
    reports = [single(comparison([["exact"]] * rows)) for rows in range(1, 7)]
    alone = [images.png(report) for report in reports]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(images.png, reports)) == alone


@pytest.mark.browser
def test_after_a_crash_the_browser_is_started_once_more() -> None:
    report = single(mixed())
    before = images.png(report)
    running = browser._ENGINE.kaleido
    process = next(value for value in vars(running).values() if isinstance(value, subprocess.Popen))
    os.kill(process.pid, signal.SIGKILL)
    assert images.png(report) == before


def run(code: str, **environment: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT), **environment}, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.mark.browser
def test_chinese_is_right_without_a_system_font(tmp_path: Path) -> None:
    """With every Chinese font of the system hidden, the font of the wheel draws 鑫 and 一 apart; boxes would be alike."""
    listed = subprocess.run(["fc-list", ":lang=zh", "file"], capture_output=True, text=True, check=True).stdout.split("\n")
    hidden = "".join(f"<glob>{line.rstrip(': ')}</glob>" for line in listed if line)
    config = tmp_path / "fontconfig" / "fonts.conf"
    config.parent.mkdir()
    config.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><selectfont><rejectfont>{hidden}</rejectfont></selectfont></fontconfig>')
    code = (
        "from reports import browser, images; from reports.content import single; from tests.samples import comparison\n"
        "assert not browser.has_chinese_font()\n"
        f"for at, name in enumerate('鑫一'): open('{tmp_path}/' + str(at) + '.png', 'wb').write(images.png(single(comparison([['exact']], column_names=[name * 8]))))"
    )
    run(code, XDG_CONFIG_HOME=str(tmp_path))
    heavy, light = (int((np.asarray(Image.open(tmp_path / f"{at}.png").convert("L")) < 128).sum()) for at in (0, 1))
    assert heavy > light + 800, "eight times 鑫 needs far more ink than eight times 一"


def test_without_a_browser_the_reason_is_known_before_the_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chrome")
    assert browser.find() is None
    assert "Chromium" in FORMATS["png"].unavailable(mixed())
    assert not FORMATS["docx"].unavailable(mixed())


def test_without_a_browser_nothing_hangs() -> None:
    code = (
        "from reports import images; from reports.content import single; from reports.errors import ReportError; from tests.samples import mixed\n"
        "try: images.png(single(mixed()))\nexcept ReportError as error: print(error.key)"
    )
    assert run(code, BROWSER_PATH="/nowhere/chrome").strip() == "reports.error.no_browser"


def test_a_table_without_a_chart_is_no_picture() -> None:
    made = comparison([["absent"]])
    assert "表" in FORMATS["png"].unavailable(made)
    with pytest.raises(ReportError):
        images.png(single(made))
