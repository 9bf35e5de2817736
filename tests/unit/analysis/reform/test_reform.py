"""A reform over time: what is read of each span, and how long the way to the other design takes."""

import numpy as np
import pytest

from sim.analysis.reform import (
    FACES,
    FAILURE,
    LEAST_SPANS,
    LIVED,
    OPEN,
    find_reform,
    list_possible_days,
)
from sim.analysis.reform.reading import read_failure, read_lived, read_open
from sim.analysis.reform.transition import find_transition
from sim.errors import RunError
from sim.experiment import simulate
from sim.measures import build_view
from sim.scenario import load_scenario
from sim.units import DAY_S

DESIGNS = ("functionalised", "absorbing")
DAYS, WARM_UP, DAY = 200, 60, 130
FIRST = 10


@pytest.fixture(scope="module")
def service():
    return load_scenario("sickness-benefit")


@pytest.fixture(scope="module")
def found(service):
    return find_reform(service, DESIGNS, seed=1, days=DAYS, warm_up_day=WARM_UP, reform_day=DAY)


def way(lasts, before=10.0, after=2.0, noise=0.1):
    """Five replications of thirty spans that go down in so many of those after the tenth."""
    luck = np.random.default_rng(1).normal(0, noise, (5, 30))
    level = np.full(30, after)
    level[:FIRST] = before
    level[FIRST : FIRST + lasts] = before
    return level + luck, np.full((5, 30), after) + luck


def test_a_span_has_what_came_about_in_it(service):
    run = simulate(service, "functionalised", days=DAYS)
    view = build_view(run.ledger, service, "functionalised", WARM_UP, DAYS)
    whole = np.array([WARM_UP, DAYS]) * DAY_S
    cut = np.array([WARM_UP, DAY, DAYS]) * DAY_S
    met = (run.ledger.courses.end_state == 1) & (run.ledger.courses.end_s >= whole[0])
    met &= run.ledger.courses.end_s < whole[1]
    days = (run.ledger.courses.end_s - run.ledger.courses.arrival_s)[met] / DAY_S

    assert read_lived(view, whole)[0] == pytest.approx(days.mean())
    assert read_open(view, cut)[1] == read_open(view, whole)[0]
    come = (run.ledger.openings.calendar_s < whole[1]).nonzero()[0]
    assert read_open(view, whole)[0] == run.ledger.openings.change[come].sum()
    assert np.isnan(read_failure(view, np.array([0, 1]))[0])  # nothing comes in one second


def test_failure_demand_is_that_of_the_measure(service):
    """By day of the contact, and not by who came when: over a long time they are the same."""
    run = simulate(service, "absorbing", days=365)
    view = build_view(run.ledger, service, "absorbing", WARM_UP, 365)
    measured = run.measure(WARM_UP)["failure_demand_share"].value

    share = read_failure(view, np.array([WARM_UP, 365]) * DAY_S)[0]

    assert share == pytest.approx(measured, rel=0.02)


def test_the_way_ends_where_the_two_are_no_longer_apart():
    for lasts in (0, 3, 8):
        transition = find_transition(*way(lasts), FIRST)
        assert transition.lasts == lasts
        assert transition.before.mean == pytest.approx(10, abs=0.1)
        assert transition.after.mean == pytest.approx(2, abs=0.1)
        assert transition.worst is None


def test_what_does_not_arrive_in_time_has_no_after():
    transition = find_transition(*way(18), FIRST)
    assert (transition.lasts, transition.after) == (None, None)
    assert transition.before.mean == pytest.approx(10, abs=0.1)


def test_what_gets_worse_at_first_is_found_with_its_span():
    changes, other = way(3)
    changes[:, FIRST + 1] += 6
    worst = find_transition(changes, other, FIRST)
    assert worst.worst_at == 1
    assert worst.worst.mean == pytest.approx(16, abs=0.2)


def test_what_is_worse_for_good_does_not_get_worse_at_first():
    changes, other = way(2, before=2.0, after=10.0)
    assert find_transition(changes, other, FIRST).worst is None


def test_designs_that_are_alike_are_at_once_at_rest():
    changes, other = way(0, before=2.0, noise=0.5)
    assert find_transition(changes, other, FIRST).lasts == 0


def test_before_the_day_nothing_differs_and_long_after_it_hardly_anything(found):
    place = found.spans.index(0)
    assert set(found.courses) == {LIVED, FAILURE, OPEN}
    assert (found.replications, found.span_days, found.spans[0]) == (5, 7, -10)
    for course in found.courses.values():
        means = [one.mean for one in course.changes]
        assert means[:place] == pytest.approx(course.stays[:place])
        assert means[-1] == pytest.approx(course.other[-1], rel=0.2)
        assert course.transition.lasts in range(len(found.spans) - place)
    lived = found.courses[LIVED].transition
    assert lived.after.high < lived.before.low


def test_the_same_design_twice_is_no_reform(service):
    same = service.changed(
        *(
            f"functionalised.{name}=absorbing"
            for name in type(service.designs["absorbing"]).model_fields
        )
    )
    found = find_reform(same, DESIGNS, seed=1, days=DAYS, warm_up_day=WARM_UP, reform_day=DAY)
    for course in found.courses.values():
        assert course.transition.lasts == 0
        assert course.transition.worst is None


def test_a_day_without_time_before_and_after_it_is_refused(service):
    possible = list_possible_days(service, WARM_UP, DAYS)
    assert (possible[0], possible[-1]) == (WARM_UP + 7 * LEAST_SPANS, DAYS - 7 * LEAST_SPANS)
    for day in (possible[0] - 1, possible[-1] + 1):
        with pytest.raises(RunError, match="time before it and after it"):
            find_reform(service, DESIGNS, seed=1, days=DAYS, warm_up_day=WARM_UP, reform_day=day)


def test_of_visits_there_are_faces_by_month():
    home_care = load_scenario("home-care")
    found = find_reform(
        home_care, DESIGNS, seed=1, days=360, warm_up_day=60, reform_day=200, replications=2
    )
    assert set(found.courses) == {FACES, FAILURE}
    assert found.span_days == 30
    assert found.courses[FACES].transition.before.mean > 1
