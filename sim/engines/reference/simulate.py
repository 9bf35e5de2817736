"""The reference engine: the model on SimPy, to be read.

A run is a list of citizens who arrive, and of moments that follow from one another. `MODEL` is the
table of contents: read the rules in its order and you have read the model.
"""

from functools import partial

from sim.blueprint import Blueprint
from sim.engines.order import Moment
from sim.engines.reference.machine.world import Model, as_plain, build_world
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
    reform_to: Blueprint | None = None,
    reform_day: int = 0,
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
    reform_to, reform_day
        Another design, and the calendar day on which the service changes to it.
    """
    calendar = blueprint.calendar
    world = build_world(MODEL, blueprint, population, luck)
    for moment, happen in MODEL.happens.items():
        world.clock.on(moment, partial(happen, world))
    world.clock.at(0, Moment.ROSTER, 0)
    if world.cases:
        world.clock.at(world.cases[0].person.arrival_s, Moment.ARRIVAL, 0)
    if reform_to is not None:
        world.next_blueprint = as_plain(reform_to)
        world.clock.at(calendar.open_days(reform_day) * calendar.day_s, Moment.REFORM, None)
    world.clock.run(calendar.open_days(days) * calendar.day_s)
    return build_log(world.rows)
