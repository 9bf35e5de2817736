import numpy as np
import pytest

from sim.errors import RunError
from sim.eventlog import Event
from sim.experiment import FOLLOW_UP_DAYS, simulate, summarise
from tests.builders import build_scenario

QUIET = build_scenario("demand.arrivals_per_day=3")


def test_the_same_call_gives_the_same_log():
    first, second = (simulate(QUIET, "absorbing", days=14) for _ in range(2))

    assert all(np.array_equal(a, b) for a, b in zip(first.log, second.log, strict=True))


@pytest.mark.parametrize("other", [{"seed": 2}, {"replication": 1}])
def test_other_luck_gives_other_citizens(other):
    first, second = (
        simulate(QUIET, "absorbing", days=14),
        simulate(QUIET, "absorbing", days=14, **other),
    )

    assert set(first.population.key) != set(second.population.key)


def test_both_designs_meet_the_same_citizens():
    runs = [simulate(QUIET, name, days=14) for name in ("functionalised", "absorbing")]
    arrivals = [run.log.of_kind(Event.ARRIVE) for run in runs]

    for column in ("time_s", "citizen", "amount"):
        assert np.array_equal(getattr(arrivals[0], column), getattr(arrivals[1], column))


def test_others_come_while_the_cohort_finishes():
    run = simulate(QUIET, "absorbing", days=14)

    last_s = run.calendar.open_days(14 + FOLLOW_UP_DAYS) * run.calendar.day_s
    assert run.population.arrival_s.max() > last_s - 5 * run.calendar.day_s
    assert run.measure()["demand_per_month"].value > 0


def test_a_reform_is_in_the_log():
    run = simulate(QUIET, "functionalised", days=14, reform_to="absorbing", reform_day=7)

    (reform_s,) = run.log.of_kind(Event.REFORM).time_s
    assert run.calendar.calendar_s(reform_s) // 86_400 == 7


def test_a_summary_adds_up():
    summary = summarise(simulate(QUIET, "functionalised", days=14))

    states = ("needs_met", "needs_unmet", "needs_open")
    assert sum(summary[state] for state in states) == summary["citizens"] > 0
    assert 0 < summary["failure_contacts"] < summary["inbound_contacts"]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"design": "none"}, "no design named 'none'; small-benefit has: functionalised"),
        ({"days": 13}, "days: found 13, expected 14 to 12000 calendar days"),
        ({"days": 99_999}, "days: found 99999"),
        ({"seed": -1}, "seed: found -1, expected 0 to 18446744073709551615"),
        ({"seed": 2**64}, "seed: found a number too large, expected 0 to"),
        ({"replication": 2**64}, "replication: found a number too large"),
        ({"replication": -1}, "replication: found -1"),
        ({"engine": "magic"}, "no engine named 'magic'; there are: fast, reference"),
        ({"reform_to": "absorbing"}, "a reform needs both"),
        ({"reform_day": 5}, "a reform needs both"),
        ({"reform_to": "absorbing", "reform_day": 14}, "found 14, expected 1 to 13"),
        ({"reform_to": "none", "reform_day": 5}, "no design named 'none'"),
    ],
)
def test_what_cannot_be_run_is_refused(asked, message):
    asked = {"design": "absorbing", "days": 14, **asked}

    with pytest.raises(RunError, match=message):
        simulate(QUIET, **asked)


def test_a_reform_to_another_number_of_staff_is_refused():
    scenario = QUIET.changed("absorbing.staff.total=12")

    with pytest.raises(RunError, match="found 10 in functionalised and 12 in absorbing"):
        simulate(scenario, "functionalised", days=14, reform_to="absorbing", reform_day=5)
    alike = scenario.changed("functionalised.staff.total=12")
    assert simulate(alike, "functionalised", days=14, reform_to="absorbing", reform_day=5)
