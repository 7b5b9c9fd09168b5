"""The buttons of a chart put each bar where it belongs, and pictures have none."""

from charts.figure import figure, on_screen
from compare.registry import VIEWS
from loaders.snapshot import Tables
from model.selection import Selection
from tests.conftest import DAY
from wording.answer import answered


def places(drawn: object, heights: list) -> dict[tuple[str, str], float]:
    return {tuple(key): at for trace, own in zip(drawn.data, heights, strict=True) if trace.customdata is not None for key, at in zip(trace.customdata, own, strict=True)}


def test_each_order_stands_as_if_the_server_had_drawn_it(tables: Tables) -> None:
    for shown in ("date", "value"):
        said = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, order=shown))
        drawn = on_screen(said)
        assert drawn is not None and drawn.layout.updatemenus[0].active == ("date", "value").index(shown)
        for button, order in zip(drawn.layout.updatemenus[0].buttons, ("date", "value"), strict=True):
            other = figure(answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, order=order)))
            assert other is not None
            by_server = {tuple(key): at for trace in other.data if trace.customdata is not None for key, at in zip(trace.customdata, trace.y, strict=True)}
            assert places(drawn, button.args[0]["y"]) == by_server
            assert list(button.args[1]["yaxis.tickvals"]) == list(other.layout.yaxis.tickvals)
            assert list(button.args[1]["yaxis.ticktext"]) == list(other.layout.yaxis.ticktext)


def test_pictures_and_charts_of_single_bars_have_no_buttons(tables: Tables) -> None:
    said = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY))
    assert not figure(said).layout.updatemenus
    alone = answered(VIEWS["incubator_rewards"], tables, Selection(as_of=DAY, documents=("weihai-2023-5",)))
    assert not on_screen(alone).layout.updatemenus
