from dataclasses import replace

import pytest

from sim.analysis.staffing import Need, Promise, find_staffing
from sim.results import Interval
from sim.words.staffing import rows_of_staffing, tell_staffing, write_promise
from tests.builders import build_scenario


@pytest.fixture(scope="module")
def found():
    quiet = build_scenario("demand.arrivals_per_day=4")
    return find_staffing(quiet, days=14, replications=2, within_days=60, share=0.5)


def need(staff):
    return Need(staff, Interval(0.95, 0.9, 0.97), None, Interval(0.8, 0.7, 0.9), None, 10, 40)


def told_of(found, first, second, difference):
    fewer = None if None in (first, second) else first - second
    needs = {"functionalised": need(first), "absorbing": need(second)}
    changed = replace(found, needs=needs, fewer_staff=fewer, difference_per_year=difference)
    return " ".join(tell_staffing(changed)).replace("\N{NO-BREAK SPACE}", " ")


def test_who_does_with_fewer(found):
    told = told_of(found, 14, 6, Interval(-5000, -6000, -4000))

    assert "The divided and standardised design needs **14 staff**; today there are 10." in told
    assert "built for variation does with 8 members of staff fewer than the divided" in told
    assert "In pay the design built for variation costs **SEK 4,000 to SEK 6,000 a year" in told


def test_fewer_staff_may_be_dearer(found):
    """Where one design's are under contract, say."""
    told = told_of(found, 22, 23, Interval(-5000, -6000, -4000))

    assert "divided and standardised design does with 1 member of staff fewer" in told
    assert "In pay the design built for variation costs" in told


def test_what_could_be_chance_is_no_saving(found):
    told = told_of(found, 22, 24, Interval(-100, -300, 100))

    assert "Which of them is paid less is uncertain and could be chance." in told
    assert "In pay" not in told


def test_as_many_is_no_difference(found):
    assert "Both need as many." in told_of(found, 7, 7, None)


def test_who_never_keeps_it(found):
    told = told_of(found, None, 6, None)

    assert "does not keep it, not with 40 staff either; today there are 10." in told
    assert "fewer" not in told


def test_no_part_of_a_promise_is_rounded_away():
    both = Promise(within_days=1, share=0.925, unmet=0.2, utilisation=0.9)

    assert write_promise(both) == (
        "92.5% of cases are met within 1 day; at most 20.0% of needs stay unmet; "
        "no group of staff is busy for more than 90% of its time"
    )


def test_what_is_not_promised_has_no_row(found):
    titles = [title for title, *_ in rows_of_staffing(found)]

    assert titles == [
        "staff needed",
        "met in time",
        "utilisation of the busiest group",
        "paid in a year (SEK)",
    ]
