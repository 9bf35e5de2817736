"""A batch of runs, one after another, without leaving the compiled code between them."""

from typing import Any

from sim.engines.fast.machine.arrays import courses_of, ends_of, follow_design, runs_of
from sim.engines.fast.machine.clock import at, begin_agenda, expect_arrival
from sim.engines.fast.machine.compiled import entrance, inlined
from sim.engines.fast.machine.merging import merge
from sim.engines.fast.machine.staffing import begin_staff
from sim.engines.fast.rules.reform import expect_reform
from sim.engines.fast.simulate import go_on
from sim.engines.order import Moment
from sim.eventlog import NONE
from sim.ledger import EndState


@entrance
def simulate_batch(worlds: Any) -> bool:
    """Simulate the runs of a world, from where they stand.

    True when all are done; false when there is no more room, or someone says stop. Called again,
    it goes on. When all are done it can merge what they have left in one of the tables.

    Parameters
    ----------
    worlds
        The record of one world, shape (1,).
    """
    world = worlds[0]
    if world.merging:
        merge(world)
    while world.run < world.runs_rows:
        if not world.begun:
            begin_run(world)
        if not go_on(world):
            return False
        end_run(world)
    return True


@inlined
def begin_run(world: Any) -> None:
    """Put everybody in place, with nothing begun."""
    asked = runs_of(world)[world.run]
    world.begun = True
    world.luck = asked.luck
    world.next_reform, world.sure = asked.first_reform, 0
    follow_design(world, asked.blueprint)
    world.first, world.first_course = asked.first, asked.first_course
    world.citizens, world.ends_s = asked.citizens, asked.ends_s
    world.first_worker, world.all_workers = asked.first_worker, asked.all_workers
    world.now_s = world.now_cal_s = world.to_cal_s = world.closes_s = 0
    world.open_day = world.weekly_day = world.generation = world.reforms = 0
    world.dip_left = world.waiting = 0
    world.cases_used = world.knowns_used = world.tasks_used = 0
    world.free_case = world.free_known = world.free_task = world.free_later = NONE
    world.roster_s = world.finished = world.sweep = world.moving = world.abandons = NONE
    world.next_citizen = 0
    begin_agenda(world)
    begin_staff(world)
    _begin_courses(world)
    at(world, 0, Moment.ROSTER, 0)
    expect_arrival(world)
    expect_reform(world)


@inlined
def _begin_courses(world: Any) -> None:
    for place in range(world.first_course, world.first_course + world.citizens):
        course = courses_of(world)[place]
        course.arrival_s = course.end_s = course.first_closed_s = course.reported_s = NONE
        course.granted_ppm = course.lacking = NONE
        course.meeting_squares = 0
        course.attempts = course.met_attempt = course.meetings = course.faces = 0
        course.end_state = EndState.OPEN
        course.is_seen_through = course.is_form = 0


@inlined
def end_run(world: Any) -> None:
    """Note where the tables end."""
    ends, run = ends_of(world), world.run
    ends[run, 0] = world.accounts_used
    ends[run, 1] = world.contacts_used
    ends[run, 2] = world.meetings_used
    ends[run, 3] = world.visits_used
    ends[run, 4] = world.shifts_used
    ends[run, 5] = world.openings_used
    world.begun = False
    world.run = run + 1
