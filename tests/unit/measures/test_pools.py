import pytest

from sim.eventlog import NONE, Event, Job
from sim.measures import MEASURES, pool_loads
from tests.builders import build_scenario
from tests.logs import DAY, row, view_of, visit_scenario

E = Event
HOUR = 3_600
WITHOUT_FRONT = ("functionalised.centralisation.front_office_staff=0",)
TWO_TEAMS = ("staff.total=20", "functionalised.centralisation.teams=2")


def see(*changes, **busy_hours):
    """A day with a member of staff in each pool, such as ``_0``, who is busy for some hours."""
    pools = {int(name[1:]): hours for name, hours in busy_hours.items()}
    shifts = [
        row(0, E.PRESENT, -1, attempt=-1, staff=pool, pool=pool, step=0, amount=DAY)
        for pool in pools
    ]
    jobs = [
        row(7 * HOUR, E.FINISH, staff=pool, pool=pool, step=Job.WORK, amount=hours * HOUR)
        for pool, hours in pools.items()
    ]
    return view_of(
        row(0, E.ARRIVE, step=0, amount=600), *shifts, *jobs, scenario=build_scenario(*changes)
    )


def read(view, *names):
    return [MEASURES[f"utilisation_{name}"].read(view).value for name in names]


def test_the_front_office_is_told_from_the_functions():
    view = see(_0=6, _1=2, _2=4)

    assert read(view, "busiest", "front", "functions") == [6 / 8, 6 / 8, 4 / 8]
    assert pool_loads(view) == ((0, NONE, 6 / 8), (0, 0, 2 / 8), (0, 1, 4 / 8))


def test_the_mean_hides_the_busiest():
    view = see(_0=7, _1=1, _2=1)

    assert MEASURES["utilisation"].read(view).value == pytest.approx(9 / 24)
    assert read(view, "busiest") == [7 / 8]


def test_of_several_teams_it_is_the_busiest():
    view = see(*TWO_TEAMS, _0=1, _1=2, _2=3, _3=5, _4=1, _5=4)

    assert read(view, "front", "functions") == [5 / 8, 4 / 8]
    assert [load.team for load in pool_loads(view)] == [0, 0, 0, 1, 1, 1]


def test_a_pool_in_which_nobody_is_on_shift_has_no_utilisation():
    assert [load.function for load in pool_loads(see(_1=2))] == [0]


def test_where_there_is_no_front_office_the_busiest_is_a_function():
    view = see(*WITHOUT_FRONT, _0=1, _1=2)

    assert read(view, "busiest", "functions") == [2 / 8, 2 / 8]
    assert MEASURES["utilisation_front"].read(view).reason == "there is no front office"


def test_what_lies_outside_of_the_days_does_not_count():
    late = row(7 * DAY, E.PRESENT, -1, attempt=-1, staff=0, pool=0, step=0, amount=DAY)
    view = view_of(late, days=(0, 7), scenario=visit_scenario())

    assert pool_loads(view) == ()
    assert MEASURES["utilisation_busiest"].read(view).reason == "nobody was on shift in these days"
