"""Whom to follow, the same in both designs; and a week of all of them."""

from itertools import pairwise

import numpy as np
import pytest

from sim.errors import RunError
from sim.eventlog import Cause
from sim.experiment import simulate
from sim.journey import CHOICES, find_citizen, find_days, follow, summarise_journey, tell_journey
from sim.journey.choose import pick_average, pick_one_in, rank_citizens
from sim.journey.week import MOST_CASES
from sim.ledger import EndState
from sim.scenario import load_scenario
from sim.words import LANGUAGES
from sim.words.first_names import FIRST_NAMES

DESIGNS = ("functionalised", "absorbing")
DAYS = 60


@pytest.fixture(scope="module")
def service():
    return load_scenario("sickness-benefit")


@pytest.fixture(scope="module")
def run(service):
    return simulate(service, DESIGNS[0], days=DAYS)


@pytest.fixture(scope="module")
def following(service):
    told = []
    found = follow(service, DESIGNS, seed=1, days=DAYS, on_progress=lambda *now: told.append(now))
    assert told == [(0, 3), (1, 3), (2, 3)]
    return found


@pytest.fixture(scope="module")
def following_clients():
    home = load_scenario("home-care")
    return follow(home, DESIGNS, seed=1, days=250, on_progress=lambda *_: None)


def followed(following):
    return [*following.chosen.values(), *following.others]


def test_one_in_so_many_has_it_as_long_or_longer():
    ranked = np.arange(100)

    assert [pick_one_in(ranked, one_in) for one_in in (2, 10)] == [50, 90]
    assert pick_one_in(ranked[:1], 10) == 0
    assert pick_one_in(ranked[:0], 10) is None


def test_citizens_are_ranked_by_their_time_and_those_not_helped_are_last(run):
    ranked, courses = rank_citizens(run), run.ledger.courses

    is_met = courses.end_state[ranked] == EndState.MET
    assert list(is_met) == sorted(is_met, reverse=True)
    lasted = (courses.end_s - courses.arrival_s)[ranked[is_met]]
    assert (np.diff(lasted) >= 0).all()
    assert len(ranked) > 100


def test_the_typical_citizen_waits_as_long_as_half_of_them(run):
    courses = run.ledger.courses
    shares = []
    for which in CHOICES:
        chosen = find_citizen(run, which)
        ranked = rank_citizens(run)
        lasted = np.where(
            courses.end_state == EndState.MET, courses.end_s - courses.arrival_s, np.inf
        )
        shares.append(float((lasted[ranked] >= lasted[chosen]).mean()))

    assert shares == pytest.approx([0.5, 0.1], abs=0.02)


def test_the_average_difference_is_that_of_whoever_comes_nearest_to_it(service, run):
    runs = [run, simulate(service, DESIGNS[1], days=DAYS)]
    ranked = rank_citizens(run)
    lasted, is_met = [], np.ones(len(ranked), dtype=bool)
    for one in runs:
        courses = one.ledger.courses
        lasted.append((courses.end_s - courses.arrival_s)[ranked])
        is_met &= courses.end_state[ranked] == EndState.MET
    apart = np.where(is_met, lasted[1] - lasted[0], np.inf)
    off = np.abs(apart - apart[is_met].mean())

    chosen = pick_average(runs, ranked)

    assert off[list(ranked).index(chosen)] == off[is_met].min()
    assert pick_average(runs, ranked[:0]) is None
    assert pick_average(runs, ranked[~is_met]) is None


def test_clients_are_not_chosen_by_a_difference_in_time(following_clients):
    assert set(following_clients.chosen) == set(CHOICES)


def test_nobody_is_found_where_nobody_comes(service):
    run = simulate(service.changed("demand.arrivals_per_day=0"), DESIGNS[0], days=20)

    assert [find_citizen(run, which) for which in CHOICES] == [None, None]


def test_what_is_told_of_those_followed_is_what_the_whole_log_tells(service, run, following):
    assert len({one.citizen for one in following.others}) == len(following.others) == 8
    for one in followed(following)[:4]:
        first, _ = one.journeys
        assert first.summary == summarise_journey(run, one.citizen)
        assert list(first.steps) == tell_journey(run, one.citizen)
        assert first.line.faces == first.summary.faces
        assert len(first.line.failures) + len(first.line.contacts) == first.summary.contacts
        assert first.line.until_day == pytest.approx(first.summary.days)


def test_a_large_service_is_followed_for_fewer_days(service):
    assert find_days(service, 60) == 60
    assert find_days(service, 2_000) == 365
    assert find_days(service.changed("demand.arrivals_per_day=0"), 2_000) == 365
    large = service.changed("demand.arrivals_per_day*=40")
    assert 28 < find_days(large, 365) < 60
    assert find_days(service.changed("demand.arrivals_per_day*=400"), 365) == 28


def test_each_design_is_asked_for_what_it_can_be(service):
    with pytest.raises(RunError):
        follow(service, DESIGNS, seed=-1, days=DAYS, on_progress=lambda *_: None)


def test_clients_have_months_and_no_line(following_clients):
    assert following_clients.is_clients and following_clients.weeks == ()
    for one in followed(following_clients):
        for journey in one.journeys:
            assert journey.line is None
            assert len(journey.months) == 6
            assert all(month.visits for month in journey.months)


def test_names_are_as_many_in_each_language_and_none_comes_twice():
    assert set(FIRST_NAMES) == set(LANGUAGES)
    assert len({len(names) for names in FIRST_NAMES.values()}) == 1
    assert all(len(set(names)) == len(names) for names in FIRST_NAMES.values())


def test_no_two_dots_stand_in_one_place(following):
    for week in following.weeks:
        assert 0 < len(week.dots) <= min(MOST_CASES, week.cases)
        stays = {}
        for nth, dot in enumerate(week.dots):
            ends = [*(move.hour for move in dot.moves[1:]), np.inf]
            for move, end in zip(dot.moves, ends, strict=True):
                stays.setdefault((move.place, move.slot), []).append((move.hour, end, nth))
        for there in stays.values():
            for (_, end, who), (begin, _, other) in pairwise(sorted(there)):
                assert who == other or end <= begin


def test_dots_move_on_in_the_hours_of_the_week(following):
    for week in following.weeks:
        last = len(week.days) * week.hours_per_day
        for dot in week.dots:
            hours = [move.hour for move in dot.moves]
            assert hours == sorted(set(hours))
            assert hours[0] >= 0 and hours[-1] <= last
            assert all(0 <= move.place < len(week.places) for move in dot.moves)


def test_the_days_of_a_week_add_up(service, following):
    for design, week in zip(DESIGNS, following.weeks, strict=True):
        for before, after in pairwise(week.days):
            assert (before.came, before.met, before.failures) <= (
                after.came, after.met, after.failures,
            )  # fmt: skip
        last = week.days[-1]
        assert last.still_open > 0
        contacts = simulate(service, design, days=DAYS).ledger.contacts
        assert last.failures < int((contacts.cause != Cause.VALUE).sum())
    first, second = following.weeks
    assert first.days[-1].came == second.days[-1].came
