"""What a comparison says from first to last, of figures made by hand."""

from dataclasses import replace

from sim.analysis.comparison import Compared, Comparison
from sim.experiment import Busiest, Settling
from sim.message import Message
from sim.results import Interval, build_provenance
from sim.words.findings import tell_findings
from tests.builders import build_scenario

DESIGNS = ("functionalised", "absorbing")
SETTLES = Settling(0.0, None, None, is_warm=True, reasons=())
GROWS = SETTLES._replace(reasons=("its backlog grows for as long as one looks",))
HOURS = Message("hours per year")
PAY = Message("{currency} per month", currency="SEK")
COST = Message("{currency} per citizen helped", currency="SEK")


def compared(first, second, unit, width):
    a, b = Interval(first, first - 1, first + 1), Interval(second, second - 1, second + 1)
    difference = Interval(second - first, second - first - width, second - first + width)
    return Compared(unit, "Title", "lower", a, b, difference, None)


def tell(
    settling=(SETTLES, SETTLES), busiest=(None, None), break_even_wage=None, staff=None, **measures
):
    about = {"engine": "fast", "seed": 1, "warm_up_day": 7, "follow_up_days": 60}
    provenance = build_provenance(build_scenario(), DESIGNS, **about)
    found = Comparison("small", 1, 5, 60, DESIGNS, measures, {}, busiest, settling, provenance)
    found = replace(found, break_even_wage=break_even_wage, staff=staff)
    return [s.replace("\N{NO-BREAK SPACE}", " ") for s in tell_findings(found, None)]


MEASURES = {
    "cost_per_citizen_helped": compared(1_000, 600, COST, 50),
    "staff_hours_per_year": compared(14_283, 9_351, HOURS, 228),
    "paid_cost_per_month": compared(800_000, 800_000, PAY, 0),
}


def test_wages_at_which_the_order_turns_are_told_where_anybody_might_be_paid_them():
    def told(mean):
        wage = Interval(mean, mean - 0.024, mean + 0.024)
        return [s for s in tell(**MEASURES, break_even_wage=wage) if "paid" in s and "times" in s]

    assert told(1.4) == [
        "A citizen helped would cost the same in both if the staff of the design built for "
        "variation were paid 1.37 to 1.43 times as much as they are here."
    ]
    assert told(0.4) == told(3.2) == []


def test_hours_freed_come_before_money_and_are_told_to_be_no_money():
    hours, no_money, cost, *_ = tell(**MEASURES)

    assert "**4,700 to 5,160 fewer hours of work** in a year" in hours
    assert no_money.startswith("These are hours freed for other work, and no money")
    assert "costs 40% less" in cost


def test_where_pay_differs_it_is_told_by_how_much():
    pay = compared(800_000, 720_000, PAY, 4_000)

    _, paid, *_ = tell(**{**MEASURES, "paid_cost_per_month": pay})

    assert "SEK 76,000 to SEK 84,000 less in a month" in paid


def test_who_is_paid_less_for_more_hours_is_told_with_the_reason():
    pay = compared(720_000, 800_000, PAY, 4_000)

    _, paid, *_ = tell(**{**MEASURES, "paid_cost_per_month": pay})

    assert "paid are those who are on shift, with work or without" in paid
    assert "in the divided and standardised design, though it takes more hours" in paid


def test_what_falls_on_others_is_told_where_it_is_half_of_the_difference():
    others, few, chance = (
        compared(300, second, COST, width) for second, width in ((50, 20), (200, 20), (50, 260))
    )

    _, _, cost, *_ = tell(**MEASURES, cost_downstream=others)
    assert "less, chance allowed for. Of that difference SEK 250 falls on others" in cost
    for part in (few, chance):
        _, _, cost, *_ = tell(**MEASURES, cost_downstream=part)
        assert "falls on others" not in cost


def test_hours_that_may_differ_by_chance_are_not_told():
    first, *_ = tell(**{**MEASURES, "staff_hours_per_year": compared(9_400, 9_351, HOURS, 228)})

    assert "hours" not in first


def test_of_a_design_that_does_not_settle_that_is_told_and_no_mean():
    told = tell((GROWS, SETTLES), **MEASURES)

    assert told == [
        "The divided and standardised design **does not settle**: its backlog grows for as long as "
        "one looks. Its figures depend on how long one looks, so no mean is told.",
        "The design built for variation settles with the same citizens and the same staff.",
    ]


def test_of_a_scenario_that_is_not_kept_it_is_told_that_nothing_was_tried():
    assert "has not been tried for this scenario" in tell(**MEASURES)[-1]


def test_the_bottleneck_is_named_where_the_mean_hides_it():
    shares = {
        "utilisation": compared(0.8, 0.7, "share", 0.01),
        "utilisation_busiest": compared(0.986, 0.72, "share", 0.01),
    }
    front, function = Busiest(None, 0.98), Busiest("first-line", 0.98)
    sentence = (
        "Busiest in the divided and standardised design: {}, 99% of the time; all staff together: "
        "80%."
    )

    assert sentence.format("front office") in tell(busiest=(front, function), **shares)
    assert sentence.format("first line") in tell(busiest=(function, function), **shares)
    assert not [s for s in tell(busiest=(None, function), **shares) if "Busiest" in s]


def test_that_the_designs_do_not_have_as_many_staff_is_told_before_all_else():
    first, hours, *_ = tell(**MEASURES, staff=(15, 12))

    assert first == (
        "The designs **do not have as many staff**: 15 in the divided and standardised design, 12 "
        "in the design built for variation. What differs is due to their number as well as to the "
        "design."
    )
    assert [hours, *_] == tell(**MEASURES)


def test_where_one_does_not_settle_it_is_not_told_that_it_has_the_same_staff():
    first, _, settled, *_ = tell((GROWS, SETTLES), staff=(15, 12), **MEASURES)

    assert "do not have as many staff" in first
    assert settled == "The design built for variation settles."
