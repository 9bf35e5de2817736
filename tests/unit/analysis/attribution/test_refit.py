"""Staff of a mix fitted to its load."""

import numpy as np
import pytest

from sim.analysis.attribution.mixes import build_mixes, subset_of
from sim.analysis.attribution.refit import man_each, refit_staff
from sim.experiment import Cell, RunSettings, find_frame, replicate
from sim.experiment.executors import open_executor
from sim.scenario import load_scenario

PAIR = ("functionalised", "absorbing")
SETTINGS = RunSettings(days=60, replications=2)


@pytest.fixture(scope="module")
def permits():
    return refit("building-permits")


def refit(service, *changes):
    """The mixes of a service before, after, and the frame they are run in."""
    scenario = load_scenario(service, changes)
    mixes = build_mixes(scenario, PAIR)
    with open_executor("fast") as workers:
        frame = find_frame(scenario, PAIR, SETTINGS, workers)
        return mixes, refit_staff(mixes, SETTINGS, frame, workers), frame


def shares_of(mixes, number):
    design = mixes.scenario.designs[mixes.names[number]]
    return [pool.staff.value for pool in design.functions.pools]


def test_the_two_designs_stay_as_they_are(permits):
    mixes, fitted, _ = permits

    for name in (mixes.names[0], mixes.names[-1]):
        assert fitted.scenario.designs[name] == mixes.scenario.designs[name]


def test_the_whole_staff_is_at_work_in_every_mix(permits):
    mixes, fitted, _ = permits
    size = mixes.scenario.staff.total.value

    for number in range(len(fitted.names)):
        front = fitted.scenario.designs[fitted.names[number]].centralisation.front_office_staff
        shares = shares_of(fitted, number)
        assert sum(shares) + front.value == pytest.approx(1)
        assert min(shares) >= 1 / size - 1e-9


def test_staff_go_where_the_work_is(permits):
    """A dialogue takes longer than a form, and more of the work is the first function's."""
    mixes, fitted, _ = permits
    moved = [subset_of(mixes.levers, number) for number in range(len(mixes.names))]
    digital = moved.index(("digital",))

    assert shares_of(fitted, digital) != pytest.approx(shares_of(mixes, digital), abs=0.02)


def test_fewer_mixes_are_overwhelmed():
    mixes, fitted, frame = refit("hr-onboarding", "demand.arrivals_per_day*=1.25")

    def count_open(of):
        cells = [Cell(of.scenario, name) for name in of.names]
        found = replicate(cells, SETTINGS, {None: ("open_share",)}, frame=frame)
        return int((found.samples[None]["open_share"].values.mean(axis=0) > 0.01).sum())

    assert count_open(fitted) < count_open(mixes)


def test_each_place_keeps_one_member_of_staff():
    fitted = man_each({-1: 0.001, 0: 0.6, 1: 0.05, 2: 0.349}, least=0.1)

    assert sum(fitted.values()) == pytest.approx(1)
    assert fitted[-1] == fitted[1] == 0.1
    assert fitted[0] / fitted[2] == pytest.approx(0.6 / 0.349)


def test_shares_that_suffice_are_scaled_only():
    fitted = man_each({0: 2.0, 1: 1.0, 2: 1.0}, least=0.1)

    assert np.allclose(list(fitted.values()), [0.5, 0.25, 0.25])
