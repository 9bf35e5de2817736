"""Two lines of days on one axis: faces numbered, failures red, losses by name."""

import pytest

from sim.charts import TwoDays, plot_day_lines
from sim.charts.tokens import DARK, LIGHT
from sim.journey import Closing, DayLine, Loss, Work

FIRST = DayLine(
    until_day=20.0,
    is_met=True,
    is_over=True,
    works=(Work(0.1, 0.2, 1), Work(5.0, 5.1, 2), Work(5.2, 5.3, 3), Work(12.0, 12.1, 1)),
    failures=(4.0, 11.0),
    contacts=(0.0,),
    closings=(Closing(6.0, 0.5), Closing(20.0, 8.0)),
    losses=(Loss(0.0, ("abroad",), 0, False), Loss(5.2, (), 2, True)),
)
SECOND = DayLine(2.0, False, True, (Work(0.0, 0.1, 1),), (), (0.0,), (), ())
ROWS = (TwoDays("Divided", "20 days", FIRST), TwoDays("Whole", "need not met", SECOND))


def draw(theme=LIGHT):
    return plot_day_lines(ROWS, "from here", theme)


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def marks(figure, symbol):
    return [day for trace in figure.data if trace.marker.symbol == symbol for day in trace.x]


def test_faces_are_numbered_once_and_those_close_together_from_and_to():
    assert [text for text in texts(draw()) if text[0].isdigit()] == ["1", "2–3", "1"]


def test_what_was_lost_is_named_and_the_reported_closing_is_told():
    told = " ".join(texts(draw())).replace("<br>", " ")

    assert "never got in: abroad" in told
    assert "lost on the way: 2 things more" in told
    assert "⚑ closed on day 6.0, reported as 12 hours; not the end" in told
    assert "need met on day 20" in told
    assert "gives up on day 2.0" in told
    assert "from here" in told


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_failures_alone_are_red(theme):
    figure = draw(theme)

    assert marks(figure, "x") == [4.0, 11.0]
    red = [trace for trace in figure.data if trace.marker.color == theme.failure]
    assert {trace.marker.symbol for trace in red} == {"x"}
    assert marks(figure, "circle") == [20.0]
    assert marks(figure, "diamond") == []


def test_both_lines_stand_on_one_axis():
    low, high = draw().layout.xaxis.range

    assert low < 0 and 20 < high < 21


def test_no_text_is_small():
    sizes = [note.font.size for note in draw().layout.annotations]
    assert min(sizes) >= 14
