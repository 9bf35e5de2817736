"""Series: each week of a run, from logs made by hand, and beside the measures."""

import numpy as np
import pytest

from sim.errors import RunError
from sim.eventlog import NONE, Cause, Event, Job
from sim.experiment.ledgers import simulate_ledger
from sim.ledger.tables import Tally
from sim.measures import SERIES, build_view, find_measure, find_series, read_series
from sim.scenario import load_scenario
from sim.units import DAY_S
from tests.builders import build_scenario
from tests.logs import DAY, ledger_of, people, row

WEEK = 5 * DAY
"""A week of open days, in service time."""
DAYS = 28


def read(*rows, days=DAYS, citizens=None):
    """All series of a log under a small scenario of one-off cases."""
    return read_series(ledger_of(*rows, citizens=citizens), build_scenario(), days, SERIES)


@pytest.fixture(scope="module", params=["building-permits", "home-care"])
def simulated(request):
    scenario = load_scenario(request.param)
    return scenario, simulate_ledger(scenario, "functionalised", seed=1, days=140)


def test_contacts_stand_in_the_week_in_which_they_are_made():
    found = read(
        row(0, Event.CONTACT_IN, cause=Cause.VALUE),
        row(WEEK - 1, Event.CONTACT_IN, cause=Cause.CONVEY),
        row(WEEK, Event.CONTACT_IN, cause=Cause.CITIZEN),
        row(WEEK, Event.CONTACT_IN, cause=Cause.CHASE, step=0, amount=0),
        row(WEEK, Event.CONTACT_IN, cause=Cause.CHASE, step=0, amount=1),
        row(3 * WEEK, Event.CONTACT_IN, cause=Cause.CAP),
        row(4 * WEEK, Event.CONTACT_IN, cause=Cause.CAP),
    )
    assert found["contacts"].tolist() == [2, 3, 0, 1]
    assert found["failure_contacts"].tolist() == [1, 1, 0, 1]


def test_cases_begin_end_and_are_open_in_between():
    found = read(
        row(0, Event.ARRIVE),
        row(DAY, Event.ARRIVE, 1),
        row(WEEK, Event.MET),
        row(WEEK + DAY, Event.ABANDON, 1),
        row(2 * WEEK, Event.RESUME, 1),
        row(2 * WEEK, Event.ARRIVE, 2),
    )
    assert found["cases_begun"].tolist() == [2, 0, 2, 0]
    assert found["cases_ended"].tolist() == [0, 2, 0, 0]
    assert found["cases_open"].tolist() == [2, 0, 2, 2]
    assert found["end_to_end_days_of_met"][1] == 7
    assert np.isnan(found["end_to_end_days_of_met"][[0, 2, 3]]).all()


def test_staff_are_busy_for_a_share_of_their_time_on_shift():
    found = read(
        row(0, Event.PRESENT, NONE, staff=0, pool=0, step=0, amount=DAY),
        row(DAY // 2, Event.START, staff=0, pool=0, step=Job.INTAKE),
        row(DAY, Event.FINISH, staff=0, pool=0, step=Job.INTAKE, amount=DAY // 2),
        row(WEEK, Event.ABSENT, NONE, staff=0, pool=0, amount=DAY),
        citizens=people(),
    )
    assert found["utilisation"].tolist()[:1] == [0.5]
    assert np.isnan(found["utilisation"][1:]).all()


def test_only_whole_weeks_are_told_of():
    scenario, ledger = build_scenario(), ledger_of(row(0, Event.ARRIVE))
    assert [
        len(read_series(ledger, scenario, days, ("contacts",))["contacts"]) for days in (14, 20, 21)
    ] == [2, 2, 3]


def test_all_weeks_together_are_as_the_measure_has_them(simulated):
    scenario, ledger = simulated
    view = build_view(ledger, scenario, "functionalised", 0, 140)
    present = view.shifts.is_absent == 0
    on_shift = np.bincount(
        view.shifts.calendar_s[present] // (7 * DAY_S), view.shifts.seconds[present], 20
    )
    weekly = read_series(ledger, scenario, 140, ("utilisation",))["utilisation"]
    whole = find_measure("utilisation").read(view).value
    assert (weekly * on_shift).sum() / on_shift.sum() == pytest.approx(whole)


def test_all_contacts_and_failure_contacts_of_a_run_are_there(simulated):
    scenario, ledger = simulated
    days = 7 * (int(ledger.contacts.calendar_s.max()) // (7 * DAY_S) + 1)
    found = read_series(ledger, scenario, days, ("contacts", "failure_contacts"))
    counts = ledger.tallies.counts.sum(axis=0)
    inbound = counts[Tally.CONTACTS_IN : Tally.CONTACTS_OUT]
    excused = inbound[Cause.VALUE] + inbound[Cause.CITIZEN] + counts[Tally.PATIENT_CHASES]
    assert found["contacts"].sum() == inbound.sum()
    assert 0 < found["failure_contacts"].sum() == inbound.sum() - excused


def test_what_a_service_has_not_has_no_value(simulated):
    scenario, ledger = simulated
    found = read_series(ledger, scenario, 140, SERIES)
    kinds = {demand.kind for demand in scenario.demand.values()}
    for name, values in found.items():
        only = SERIES[name].only
        assert np.isnan(values).all() == (only is not None and only not in kinds), name
    made, missed = found["visits_made"], found["visits_missed"]
    if "visits" in kinds:
        assert (made + missed).sum() == (ledger.visits.calendar_s < 140 * DAY_S).sum()


def test_a_name_that_is_none_is_told():
    with pytest.raises(RunError, match='series: found "contact"'):
        find_series("contact")


def test_names_that_measures_have_mean_what_measures_mean():
    from sim.measures import MEASURES

    assert set(MEASURES) & set(SERIES) == {"utilisation"}
