"""What joins teams: a new client goes where there is least to do, a job to whoever is free."""

from typing import Any

from sim.engines.fast.machine.arrays import (
    cases_of,
    design_of,
    pools_of,
    visits_per_day_of,
    worker_pool_of,
)
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens
from sim.eventlog import NONE, Job
from sim.random import Stream


@inlined
def place_by_load(world: Any, case: Any) -> None:
    """Place a new client in the team with the least planned work for its staff, where drawn."""
    layout = design_of(world)
    if layout.teams > 1 and happens(layout.placed_by_load, case.key, Stream.PLACE):
        case.team = _find_least_loaded(world, layout)


@compiled
def _find_least_loaded(world: Any, layout: Any) -> int:
    """Return the first of the teams with the least content planned for each of its staff."""
    least, load_s, staff = NONE, 0, 0
    for team in range(layout.teams):
        team_s, in_team = _planned_s(world, team), _count_staff(world, layout, team)
        if in_team == 0:
            continue
        if least == NONE or team_s * staff < load_s * in_team:
            least, load_s, staff = team, team_s, in_team
    return least


@inlined
def _planned_s(world: Any, team: int) -> int:
    """Return the content planned for a day of a team."""
    planned_s = 0
    for slot in range(world.cases_used):
        client = cases_of(world)[slot]
        if client.citizen != NONE and client.is_admitted and not client.is_over:
            if client.team == team:
                planned_s += client.content_s * visits_per_day_of(world)[client.person]
    return planned_s


@inlined
def _count_staff(world: Any, layout: Any, team: int) -> int:
    """Count the members of staff of a team; places that nobody has are none."""
    in_team, staff = layout.has_front + layout.functions, 0
    for place in range(layout.employed):
        staff += worker_pool_of(world)[world.blueprint, place] // in_team == team
    return staff


@inlined
def lend(world: Any, task: Any, case: Any) -> None:
    """Let a job that would wait be done in another team, where drawn and somebody there is free."""
    if design_of(world).lends > 0:
        _lend(world, task, case)


@compiled
def _lend(world: Any, task: Any, case: Any) -> None:
    layout = design_of(world)
    if layout.teams == 1 or task.kind == Job.CALL or task.kind == Job.INTAKE:
        return
    if world.now_s == world.roster_s or pools_of(world)[task.pool].free_count > 0:
        return
    about = task.draw_key_0, task.draw_key_1, task.draw_key_2
    if not happens(layout.lends, case.key, Stream.LEND, *about):
        return
    in_team = layout.has_front + layout.functions
    pool = task.pool % in_team
    while pool < layout.pools and pools_of(world)[pool].free_count == 0:
        pool += in_team
    if pool < layout.pools:
        task.pool = pool
