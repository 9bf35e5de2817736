"""The reference engine: the model on SimPy, to be read.

A run is a list of citizens who arrive, and of moments that follow from one another. `MODEL` is the
table of contents: read the rules in its order and you have read the model.
"""

from functools import partial

from sim.blueprint import Blueprint
from sim.engines.order import Moment
from sim.engines.reference.machine.world import Model, build_world
from sim.engines.reference.rules import (
    arrive,
    client,
    comeback,
    finish,
    reform,
    roster,
    unanswered,
    visit,
    work,
)
from sim.engines.request import ReformDay
from sim.engines.rules import Outcome
from sim.eventlog import EventLog, Job, build_log
from sim.population import Population

MODEL = Model(
    happens={
        Moment.ARRIVAL: arrive.arrive,
        Moment.FINISH: finish.finish,
        Moment.HANG_UP: unanswered.hang_up,
        Moment.WINDOW: finish.end_window,
        Moment.RELEASE: comeback.released,
        Moment.ANSWER: comeback.take_answer,
        Moment.READY: arrive.be_ready,
        Moment.RETURN: comeback.come_back,
        Moment.RESUME: comeback.resume,
        Moment.WITHDRAW: unanswered.give_up_waiting,
        Moment.CHASE: comeback.chase,
        Moment.CORRECTION: arrive.correct,
        Moment.VISIT_DUE: client.be_due,
        Moment.CALL: client.take_call,
        Moment.ROSTER: roster.change_shift,
        Moment.REFORM: reform.reform,
    },
    does={
        Job.INTAKE: work.take_contact,
        Job.WORK: work.do_work,
        Job.DECIDE: work.inspect_again,
        Job.EXCEPTION: work.do_exception,
        Job.CALL: work.answer,
        Job.VISIT: visit.do_visit,
        Job.EXTRA_VISIT: visit.do_visit,
    },
    follows={
        Outcome.FORWARDED: finish.forward,
        Outcome.REFUSED: finish.await_answer,
        Outcome.ASKED: finish.await_answer,
        Outcome.PARKED: finish.park,
        Outcome.PASSED: finish.pass_on,
        Outcome.CONTROLLED: finish.await_certificate,
        Outcome.EXCEPTED: finish.await_exception,
        Outcome.DECIDED: finish.deliver,
        Outcome.CLOSED_EARLY: finish.close_early,
        Outcome.ANSWERED: finish.end_call,
        Outcome.VISITED: client.follow_visit,
        Outcome.MOVED: finish.rejoin,
        Outcome.SENT_BACK: finish.send_back,
    },
)


def simulate_reference(
    blueprint: Blueprint,
    population: Population,
    luck: int,
    days: int,
    *,
    reforms: tuple[ReformDay, ...] = (),
) -> EventLog:
    """Run one design for one replication and return its event log.

    Parameters
    ----------
    blueprint
        The design.
    population
        The citizens.
    luck
        Draw key of the replication, for what belongs to staff and service.
    days
        Calendar days until the run ends.
    reforms
        Its changes to other designs, in the order of their days.
    """
    calendar = blueprint.calendar
    world = build_world(MODEL, blueprint, population, luck)
    for moment, happen in MODEL.happens.items():
        world.clock.on(moment, partial(happen, world))
    world.clock.at(0, Moment.ROSTER, 0)
    if world.cases:
        world.clock.at(world.cases[0].person.arrival_s, Moment.ARRIVAL, 0)
    world.coming_reforms = reforms
    reform.expect_reform(world)
    world.clock.run(calendar.open_days(days) * calendar.day_s)
    return build_log(world.rows)
