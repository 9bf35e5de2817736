"""What stands on the large screen: bars as long as their figures, texts escaped, dots counted."""

import re

import pytest

from sim.charts import Arm, Choice, draw_arms, draw_choices, plot_numbers
from sim.charts.guesses import MOST_HEIGHT_PX, stack_dots
from sim.charts.rows import FULL
from sim.charts.tokens import DARK, LIGHT
from sim.results import Interval

ARMS = [
    Arm("Divided", "40", 0, Interval(40.0, 38.0, 50.0)),
    Arm("Whole", "10", 1, Interval(10.0, 9.0, 11.0)),
    Arm("Drowned", "–", 1, None),
]


def widths(html):
    return [float(width) for width in re.findall(r"height:100%;width:([\d.]+)%", html)]


def intervals(html):
    found = re.findall(r"left:([\d.]+)%;width:([\d.]+)%", html)
    return [(float(left), float(width)) for left, width in found]


def test_bars_and_intervals_are_as_long_as_their_figures():
    html = draw_arms(ARMS)

    assert widths(html) == [pytest.approx(FULL * share, abs=0.01) for share in (0.8, 0.2, 0)]
    ends = [(left, left + width) for left, width in intervals(html)]
    assert ends[0] == pytest.approx((FULL * 0.76, FULL), abs=0.02)
    assert ends[1] == pytest.approx((FULL * 0.18, FULL * 0.22), abs=0.02)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_each_design_has_its_colour(theme):
    html = draw_arms(ARMS, theme=theme)

    assert re.findall(r"%;background:(#\w+)", html) == [theme.first, theme.second, theme.second]


def test_what_a_file_says_is_escaped():
    evil = "<img src=x onerror=alert(1)>"
    html = draw_arms([Arm(evil, evil, 0, None)], evil) + draw_choices([Choice(evil, 1, True)])

    assert "<img" not in html
    assert html.count("&lt;img") == 4


def test_the_right_choice_is_told_by_more_than_its_colour():
    html = draw_choices([Choice("Less", 3, False), Choice("More", 1, True)])

    assert "✓ More" in html and "✓ Less" not in html
    assert widths(html)[0] == pytest.approx(3 * widths(html)[1], abs=0.02)
    assert "✓" not in draw_choices([Choice("Less", 3, False)])


def test_without_guesses_no_bar_is_drawn():
    assert widths(draw_choices([Choice("Less", 0, False), Choice("More", 0, True)])) == [0, 0]


def test_every_guess_has_a_dot_and_like_ones_stand_on_one_another():
    x, y = stack_dots([5, 20, 5, 10, 5])

    assert x == pytest.approx([5, 5, 5, 10, 20])
    assert y == [1, 2, 3, 1, 1]
    assert stack_dots([]) == ([], [])
    assert stack_dots([0, 0]) == ([0, 0], [1, 2])


def test_a_dot_is_near_its_guess_however_many_there_are():
    guesses = [0.1 * n**2 for n in range(500)]
    x, y = stack_dots(guesses)

    assert len(x) == len(guesses)
    assert max(abs(a - b) for a, b in zip(x, guesses, strict=True)) <= max(guesses) / 24 / 2 + 1e-9
    assert plot_numbers(guesses, None, "", "%").layout.height <= MOST_HEIGHT_PX + 200
    assert max(y) > 1


def test_the_model_is_marked_only_once_it_is_shown():
    before = plot_numbers([1, 2], None, "", "%")
    after = plot_numbers([1, 2], Interval(0.24, 0.21, 0.28), "The model shows 0.24", "%")

    assert not before.layout.shapes and not before.layout.annotations
    assert {shape.x0 for shape in after.layout.shapes} == {0.21, 0.24}
    assert "0.24" in after.layout.annotations[0].text
    assert after.layout.xaxis.range[1] > 2


def test_letters_can_be_read_at_the_back_of_a_room():
    figure = plot_numbers([1, 2], Interval(1, 1, 1), "1", "%")

    assert figure.layout.font.size >= 24
    assert all(note.font.size >= 24 for note in figure.layout.annotations)
