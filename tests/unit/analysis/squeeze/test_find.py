"""Fewer and fewer staff, on a small service."""

from itertools import pairwise

import pytest

from sim.analysis.squeeze import find_squeeze
from sim.analysis.squeeze.find import BEYOND, _list_numbers
from sim.errors import TooLargeError
from sim.experiment import Cell, RunSettings, replicate
from tests.builders import build_scenario

SMALL = build_scenario("demand.arrivals_per_day=10", "staff.total=10", "demand.chase_per_day=1")
QUICK = {"days": 60, "replications": 5, "warm_up_day": 20, "follow_up_days": 240}
PAIR = ("functionalised", "absorbing")


@pytest.fixture(scope="module")
def found():
    return find_squeeze(SMALL, **QUICK)


def test_a_design_tips_between_what_suffices_and_what_does_not(found):
    squeezed = found.designs["absorbing"]
    settles = {level.staff: level.settling.settles for level in squeezed.levels}
    enough, few = squeezed.tips

    assert (settles[enough], settles[few], enough > few) == (True, False, True)
    assert all(settles[staff] for staff in settles if staff > few)


@pytest.mark.parametrize("design", PAIR)
def test_numbers_of_staff_are_looked_at_until_two_do_not_suffice(found, design):
    settles = [level.settling.settles for level in found.designs[design].levels]
    numbers = [level.staff for level in found.designs[design].levels]

    assert numbers == list(range(10, 10 - len(numbers), -1))
    assert (False, False) not in pairwise(settles[:-1])
    assert len(numbers) == 1 or numbers[-1] == 2 or settles[-BEYOND:] == [False] * BEYOND


def test_a_level_is_what_a_run_with_so_many_staff_gives(found):
    level = found.designs["absorbing"].levels[1]
    scenario = SMALL.changed(f"designs.absorbing.staff.total={level.staff}")
    measures = ("cost_per_citizen_helped", "end_to_end_days")
    asked = replicate([Cell(scenario, "absorbing")], RunSettings(**QUICK), {None: measures})

    for name in measures:
        assert level.measures[name].mean == pytest.approx(asked.samples[None][name].values.mean())


def test_a_cut_changes_what_lies_between_two_levels(found):
    for squeezed in found.designs.values():
        levels = {level.staff: level for level in squeezed.levels}
        for cut in squeezed.cuts:
            nearest = min(abs(staff - 0.9 * cut.before) for staff in levels if staff < cut.before)
            assert abs(cut.after - 0.9 * cut.before) == nearest
            before, after = (levels[staff].measures["utilisation"] for staff in cut[:2])
            assert cut.changes["utilisation"].mean == pytest.approx(after.mean - before.mean)


def test_who_is_paid_costs_less_where_fewer_are(found):
    for squeezed in found.designs.values():
        assert all(cut.changes["paid_cost_per_month"].sure_sign == -1 for cut in squeezed.cuts)


def test_where_nobody_chases_a_backlog_drains_and_all_comes_back():
    """Half a year later the work of half a year with too few is done: they have time to spare."""
    patient = build_scenario(
        "demand.arrivals_per_day=20", "staff.total=10", "demand.chase_per_day=0"
    )
    squeezed = find_squeeze(patient, **QUICK).designs["absorbing"]

    assert squeezed.comeback.squeezed == squeezed.levels[-1].staff < squeezed.today
    assert squeezed.comeback.figure == "backlog"
    assert squeezed.comeback.is_back


def test_what_grows_beyond_memory_does_not_settle(monkeypatch):
    """Whoever waits calls again: below nine members of staff it cannot be simulated to its end."""

    def grow(cells, *asked, **keywords):
        if cells[0].scenario.count_staff(cells[0].design) < 9:
            raise TooLargeError("too much")
        return replicate(cells, *asked, **keywords)

    monkeypatch.setattr("sim.analysis.squeeze.levels.replicate", grow)
    squeezed = find_squeeze(SMALL, **QUICK).designs["absorbing"]

    assert [level.staff for level in squeezed.levels] == [10, 9, 8, 7]
    assert squeezed.tips == (9, 8)
    assert squeezed.levels[-1].overwhelmed is None
    assert [cut.settles for cut in squeezed.cuts] == [True, False, False]
    assert squeezed.comeback.squeezed == 9


def test_a_comeback_that_grows_beyond_memory_is_not_told(monkeypatch):
    def grow(*_asked):
        raise TooLargeError("too much")

    monkeypatch.setattr("sim.analysis.squeeze.comeback._run_both", grow)

    assert find_squeeze(SMALL, **QUICK).designs["absorbing"].comeback is None


def test_numbers_go_down_a_twentieth_at_a_time():
    assert _list_numbers(20) == list(range(20, 3, -1))
    assert _list_numbers(3) == [3, 2, 1]


def test_the_result_is_a_table_and_json(found):
    frame, told = found.to_frame(), found.to_dict()

    levels = sum(len(squeezed.levels) for squeezed in found.designs.values())
    assert len(frame) == levels * len(found.units)
    assert told["designs"]["absorbing"]["levels"][0]["staff"] == 10
