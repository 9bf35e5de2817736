"""The clock: what happens at one second happens in the stated order."""

from sim.engines.order import Moment
from sim.engines.reference.machine.clock import SimulationClock


def clock_that_notes(log: list[object]) -> SimulationClock:
    clock = SimulationClock()
    for moment in Moment:
        clock.on(moment, lambda about, moment=moment: log.append((clock.now_s, moment, about)))
    return clock


def test_moments_of_one_second_happen_in_their_order() -> None:
    log: list[object] = []
    clock = clock_that_notes(log)
    for moment in reversed(Moment):
        clock.at(5, moment, "x")
    clock.run(10)
    assert log == [(5, moment, "x") for moment in Moment]


def test_moments_of_one_kind_happen_as_they_were_scheduled() -> None:
    log: list[object] = []
    clock = clock_that_notes(log)
    for number in (3, 1, 2):
        clock.at(5, Moment.CHASE, number)
    clock.run(10)
    assert log == [(5, Moment.CHASE, number) for number in (3, 1, 2)]


def test_what_a_moment_brings_about_at_once_still_keeps_the_order() -> None:
    log: list[object] = []
    clock = clock_that_notes(log)
    clock.on(Moment.FINISH, lambda _: clock.at(5, Moment.RETURN, "at once"))
    clock.at(5, Moment.ARRIVAL, "x")
    clock.at(5, Moment.FINISH, "x")
    clock.run(10)
    assert log == [(5, Moment.RETURN, "at once"), (5, Moment.ARRIVAL, "x")]


def test_what_lies_at_the_end_does_not_happen() -> None:
    log: list[object] = []
    clock = clock_that_notes(log)
    clock.at(9, Moment.ARRIVAL, "in time")
    clock.at(10, Moment.FINISH, "too late")
    clock.run(10)
    assert log == [(9, Moment.ARRIVAL, "in time")]
