"""What joins teams: a new client goes where there is least to do, a job to whoever is free."""

from fractions import Fraction

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.staff import Task
from sim.engines.reference.machine.world import World
from sim.eventlog import Job
from sim.random import Stream


def place_by_load(world: World, case: Case) -> None:
    """Place a new client in the team with the least planned work for its staff, where drawn."""
    layout = world.blueprint.layout
    if layout.teams > 1 and happens(layout.placed_by_load, case.key, Stream.PLACE):
        teams = [team for team in range(layout.teams) if _count_staff(world, team)]
        case.team = min(teams, key=lambda team: _load(world, team))


def _count_staff(world: World, team: int) -> int:
    """Count the members of staff of a team; places that nobody has are none."""
    layout, employed = world.blueprint.layout, world.blueprint.roster.employed
    in_team = layout.has_front + layout.functions
    return sum(pool // in_team == team for pool in layout.worker_pool[:employed])


def _load(world: World, team: int) -> Fraction:
    """Return the content planned for a day of a team, for each of its staff."""
    planned = (
        client.need.content_s * client.person.visits_per_day
        for client in world.clients.values()
        if client.team == team
    )
    return Fraction(sum(planned), _count_staff(world, team))


def lend(world: World, task: Task) -> None:
    """Let a job that would wait be done in another team, where drawn and somebody there is free."""
    layout = world.blueprint.layout
    is_call = task.kind in (Job.CALL, Job.INTAKE)
    if layout.lends <= 0 or layout.teams == 1 or is_call:
        return
    if world.clock.now_s == world.roster_s or world.pools[task.pool].free:
        return
    if happens(layout.lends, task.case.key, Stream.LEND, *task.draw_key):
        in_team = layout.has_front + layout.functions
        alike = range(task.pool % in_team, layout.pools, in_team)
        task.pool = next((pool for pool in alike if world.pools[pool].free), task.pool)
