import pytest

from sim.analysis.comparison import Compared
from sim.results import Interval
from sim.web.in_short import say_cost, say_failure, say_time, say_unit_cost, say_visits
from sim.web.words import is_sure, name_designs, say_difference, write_interval

DESIGNS = ("functionalised", "absorbing")


def compared(first, second, low, high, unit="SEK"):
    a, b = Interval(first, first, first), Interval(second, second, second)
    return Compared(unit, "A measure", "lower", a, b, Interval(second - first, low, high), None)


NOTHING = Compared("days", "A measure", "lower", None, None, None, "there are no cases")


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (compared(100, 79, -25, -17), "Absorbing: **21\N{NO-BREAK SPACE}% lower**, surely."),
        (compared(100, 121, 17, 25), "Absorbing: **21\N{NO-BREAK SPACE}% higher**, surely."),
        (compared(100, 300, 150, 250), "Absorbing: **3.0 times as high**, surely."),
        (compared(0.8, 0.3, -0.6, -0.4, "share"), "Absorbing: **50.0 points lower**, surely."),
        (compared(5, 5, 0, 0), "The same in both."),
        (compared(0, 7, 6, 8), "Absorbing: **7.00 SEK against none**, surely."),
        (NOTHING, "Cannot be compared: there are no cases."),
    ],
)
def test_a_difference_is_said_in_words(measure, words):
    assert say_difference(measure, DESIGNS) == words


def test_what_is_uncertain_is_said_to_be():
    assert "**uncertain**" in say_difference(compared(100, 99, -5, 3), DESIGNS)
    assert "**uncertain**" in say_cost(compared(100, 99, -5, 3), DESIGNS)
    assert "much the same" in say_unit_cost(compared(100, 99, -5, 3), DESIGNS)


def test_the_cheaper_design_is_named_with_what_it_saves():
    assert "The absorbing design costs 21\N{NO-BREAK SPACE}% less" in say_cost(
        compared(100, 79, -25, -17), DESIGNS
    )
    assert "The functionalised design costs 20\N{NO-BREAK SPACE}%" in say_cost(
        compared(80, 100, 17, 25), DESIGNS
    )


def test_failure_demand_is_said_of_a_hundred_contacts():
    words = say_failure(compared(0.815, 0.3, -0.6, -0.4, "share"), DESIGNS)

    assert "**82** are failure demand" in words
    assert "**30**" in words


def test_both_clocks_are_said():
    words = say_time(compared(14, 2, -13, -11, "days"), compared(3, 1, -3, -1, "days"), DESIGNS)

    assert "**14.0 days** in the functionalised design, which reports 3.0" in words


@pytest.mark.parametrize("say", [say_cost, say_failure])
def test_what_does_not_apply_is_said_with_its_reason(say):
    assert "there are no cases" in say(NOTHING, DESIGNS)
    assert "there are no cases" in say_time(NOTHING, NOTHING, DESIGNS)


def test_a_difference_is_sure_when_its_interval_leaves_out_0():
    assert is_sure(Interval(1, 0.5, 1.5))
    assert not is_sure(Interval(1, 0, 2))


def test_names_and_intervals_as_people_read_them():
    assert name_designs(["half-way", "absorbing"]) == ["Half way", "Absorbing"]
    assert write_interval(Interval(0.5, 0.4, 0.6), "share") == "40.0 to 60.0\N{NO-BREAK SPACE}%"
    assert write_interval(Interval(2, 2, 2), "days") == "2.00"


def test_of_visits_it_is_said_how_many_fit_and_how_many_faces_come():
    fit, faces = compared(0.05, 0.8, 0.7, 0.8, "share"), compared(25, 10, -16, -14, "faces")

    assert say_visits(fit, faces, ("divided", "whole")) == (
        "Of 100 visits **5** fit the need of the day in the divided design, where a client meets "
        "25 faces a month; in the whole design **80**, and 10 faces."
    )
