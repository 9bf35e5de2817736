"""The reference engine: the model on SimPy, to be read.

A run is a list of citizens who arrive, and of moments that follow from one another. Each kind of
moment has one handler; read them in the order of `HANDLERS` and you have read the model.
"""

from functools import partial

from sim.blueprint import Blueprint
from sim.engines.reference.arrive import arrive, be_ready, correct
from sim.engines.reference.client import be_due, call_about_visit
from sim.engines.reference.comeback import chase, come_back, released, resume, take_answer
from sim.engines.reference.finish import finish
from sim.engines.reference.reform import reform
from sim.engines.reference.roster import change_shift
from sim.engines.reference.state import Handler
from sim.engines.reference.world import as_plain, build_world
from sim.eventlog import EventLog, Moment, build_log
from sim.population import Population

HANDLERS: dict[Moment, Handler] = {
    Moment.ARRIVAL: arrive,
    Moment.FINISH: finish,
    Moment.RELEASE: released,
    Moment.ANSWER: take_answer,
    Moment.READY: be_ready,
    Moment.RETURN: come_back,
    Moment.RESUME: resume,
    Moment.CHASE: chase,
    Moment.CORRECTION: correct,
    Moment.VISIT_DUE: be_due,
    Moment.CALL: call_about_visit,
    Moment.ROSTER: change_shift,
    Moment.REFORM: reform,
}


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
        Key of the replication, for what belongs to staff and service.
    days
        Calendar days until the run ends.
    reform_to, reform_day
        Another design, and the calendar day on which the service changes to it.
    """
    calendar = blueprint.calendar
    world = build_world(blueprint, population, luck, calendar.open_days(days) * calendar.day_s)
    for moment, handler in HANDLERS.items():
        world.clock.on(moment, partial(handler, world))
    world.clock.at(0, Moment.ROSTER, 0)
    if world.cases:
        world.clock.at(world.arrival_s[0], Moment.ARRIVAL, 0)
    if reform_to is not None:
        world.next_blueprint = as_plain(reform_to)
        world.clock.at(calendar.open_days(reform_day) * calendar.day_s, Moment.REFORM, None)
    world.clock.run(world.ends_s)
    return build_log(world.rows)
