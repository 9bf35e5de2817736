"""The charts of an attribution."""

import pytest

from sim.analysis.attribution.attributed import Attributed, ConditionShare, LadderStep, Subset
from sim.charts.attribution import plot_ladder, plot_shares
from sim.charts.look import DESIGN_COLOURS
from sim.results import Interval

CLEAR = "rgba(0, 0, 0, 0)"


def about(number, half=1.0):
    return Interval(number, number - half, number + half)


def subset(effect, *conditions):
    return Subset(conditions, about(effect), about(effect / -10, 0.1))


def build_measure(unit="days"):
    return Attributed(
        unit,
        "End-to-end time",
        "lower",
        first=about(14.0),
        second=about(4.0),
        difference=about(-10.0),
        shares=(
            ConditionShare("budget", about(1.0), about(-0.1, 0.1), about(0.0), about(1.0)),
            ConditionShare("targets", about(-11.0), about(1.1, 0.1), about(-9.0), about(-12.0)),
        ),
        sum_alone=about(-9.0),
        sum_alone_of_whole=about(0.9),
        interactions=(),
        ladder=(
            LadderStep(1, about(-4.5), about(0.45), subset(-9, "targets"), subset(0, "budget")),
            LadderStep(
                2, about(-10), about(1), subset(-10, "budget", "targets"),
                subset(-10, "budget", "targets"),
            ),
        ),
    )  # fmt: skip


def both(unit="days"):
    return [plot_shares(build_measure(unit)), plot_ladder(build_measure(unit))]


@pytest.mark.parametrize("figure", [*both(), *both("share")])
def test_each_has_title_unit_and_hover_and_leaves_colours_to_the_theme(figure):
    assert figure.layout.title.text
    assert all(trace.hovertemplate for trace in figure.data)
    assert any(unit in str(figure.layout) for unit in ("days", "percent"))
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == CLEAR
    fonts = (figure.layout.font, figure.layout.title.font, figure.layout.legend.font)
    assert all(font.color is None for font in fonts)


def test_the_largest_share_is_on_top_with_its_interval():
    (bars,) = plot_shares(build_measure()).data

    assert list(bars.y) == ["Targets", "Budget"]
    assert list(bars.x) == [-11.0, 1.0]
    assert list(bars.error_x.array) == list(bars.error_x.arrayminus) == [1.0, 1.0]
    assert plot_shares(build_measure()).layout.yaxis.autorange == "reversed"


def test_a_share_is_told_in_its_unit_and_as_a_part():
    measure = build_measure()
    small = measure.shares[1]._replace(condition="prevention")

    (bars,) = plot_shares(measure._replace(shares=(small,))).data

    assert bars.y[0] == "Small needs turned<br>away"
    assert bars.hovertemplate[0].replace("\N{NO-BREAK SPACE}", " ") == (
        "<b>Small needs turned away</b><br>−11.0 days<br>95% interval: −12.0 days to −10.0 days"
        "<br>110.0% of the difference<extra></extra>"
    )


def test_a_part_that_is_not_known_is_not_told():
    measure = build_measure()
    unsure = tuple(share._replace(of_whole=None) for share in measure.shares)

    (bars,) = plot_shares(measure._replace(shares=unsure)).data

    assert not any("difference" in words for words in bars.hovertemplate)


def test_the_ladder_goes_from_the_one_design_to_the_other():
    furthest, least, mean = plot_ladder(build_measure()).data

    assert list(furthest.x) == list(least.x) == list(mean.x) == [0, 1, 2]
    assert list(furthest.y) == [14.0, 5.0, 4.0]
    assert list(least.y) == [14.0, 14.0, 4.0]
    assert list(mean.y) == [14.0, 9.5, 4.0]
    assert mean.line.color == DESIGN_COLOURS[1]


def test_the_ladder_tells_which_conditions_they_are():
    furthest, *_ = plot_ladder(build_measure()).data

    one, both = (told.replace("\N{NO-BREAK SPACE}", " ") for told in furthest.hovertemplate[1:])
    assert one.startswith("<b>Targets</b><br>1 moved: 5.00 days<br>90.0")
    assert both.startswith("<b>Budget, targets</b><br>2 moved")


def test_the_lines_differ_in_more_than_colour():
    furthest, least, mean = plot_ladder(build_measure()).data

    assert len({furthest.marker.symbol, least.marker.symbol, mean.marker.symbol}) == 3
    assert furthest.line.dash == "dot"
