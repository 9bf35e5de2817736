from sim.analysis.comparison import Compared, Comparison
from sim.cli.verdict import tell_verdict
from sim.results import Interval, build_provenance
from tests.builders import build_scenario

DESIGNS = ("divided", "whole")


def compared(first, second, unit, width=1.0):
    difference = second - first
    return Compared(
        unit,
        "Title",
        "lower",
        Interval(first, first - 1, first + 1),
        Interval(second, second - 1, second + 1),
        Interval(difference, difference - width, difference + width),
        None,
    )


def tell(**measures):
    about = {"engine": "reference", "seed": 1, "warm_up_day": 0, "follow_up_days": 60}
    provenance = build_provenance(build_scenario(), ("functionalised",), **about)
    comparison = Comparison("small", 1, 5, 60, DESIGNS, measures, {}, provenance)
    return list(tell_verdict(comparison))


def test_the_cheaper_design_by_how_much_and_how_sure():
    (sentence,) = tell(cost_per_citizen_helped=compared(1_000, 800, "SEK per citizen helped", 50))

    assert sentence == (
        "Per citizen helped, whole costs 20 % less than divided: 150 to 250 SEK less, with 95 % "
        "confidence."
    )


def test_a_difference_that_may_be_chance_is_no_verdict():
    (sentence,) = tell(cost_per_citizen_helped=compared(1_000, 990, "SEK", 50))

    assert "neither design is surely cheaper" in sentence


def test_unit_cost_stands_beside_with_its_rate_and_mix():
    sentences = tell(
        cost_per_citizen_helped=compared(1_000, 800, "SEK", 50),
        unit_cost_per_activity=compared(100, 400, "SEK per activity", 50),
        cost_per_same_activity=compared(500, 600, "SEK per same activity", 50),
    )

    assert (
        "divided looks 75 % cheaper than whole (100 against 400 SEK per activity)" in sentences[1]
    )
    assert "whole costs 20 % more than divided; the rest is mix" in sentences[2]


def test_failure_demand_and_the_two_clocks():
    sentences = tell(
        failure_demand_share=compared(0.82, 0.3, "share"),
        end_to_end_days=compared(14.0, 2.1, "days"),
        reported_days=compared(2.5, 1.9, "days"),
    )

    assert sentences == [
        "Of 100 inbound contacts, 82 are failure demand in divided and 30 in whole.",
        "From first contact until the need is met it takes citizens 14.0 days in divided and 2.1 "
        "in whole.",
        "The target's clock says 2.5 and 1.9.",
    ]


def test_what_does_not_apply_is_not_spoken_of():
    assert tell() == []


def test_of_visits_it_is_said_how_many_fit_and_how_many_faces_come():
    sentences = tell(
        failure_demand_share=compared(0.98, 0.92, "share"),
        visit_fit_share=compared(0.05, 0.8, "share"),
        faces_per_month=compared(25.2, 9.5, "faces"),
    )

    assert sentences == [
        "Of 100 visits, 5 fit the need of the day in divided and 80 in whole.",
        "In a month a client meets 25 different faces in divided and 10 in whole.",
    ]
