"""The world at the start of a run: everybody in place, nothing begun."""

from typing import Any

import numpy as np

from sim.blueprint import Blueprint
from sim.engines.reference.clock import Clock
from sim.engines.reference.state import Case, Pool, Status, Worker, World
from sim.population import Population
from sim.random.keyed import key


def as_plain(blueprint: Blueprint) -> Blueprint:
    """Return the blueprint with lists in place of arrays: the same numbers, faster one by one."""
    return Blueprint(*(_with_lists(group) for group in blueprint))


def _with_lists(group: Any) -> Any:
    values = (value.tolist() if isinstance(value, np.ndarray) else value for value in group)
    return type(group)(*values)


def build_world(blueprint: Blueprint, population: Population, luck: int, ends_s: int) -> World:
    """Build the world of one run."""
    plain = as_plain(blueprint)
    layout = plain.layout
    pools = layout.teams * (layout.has_front + layout.functions)
    return World(
        clock=Clock(),
        blueprint=plain,
        next_blueprint=None,
        luck=luck,
        ends_s=ends_s,
        rows=[],
        cases=_build_cases(population, layout.teams),
        workers=_build_workers(plain, luck),
        pools=[Pool(place) for place in range(pools)],
        arrival_s=population.arrival_s.tolist(),
        visits_per_day=population.visits_per_day.tolist(),
        episode_s=population.episode_s.tolist(),
        correction_s=population.correction_delay_s.tolist(),
        ready_s=population.ready_delay_s.tolist(),
        spell_s=population.spell_s.tolist(),
        dishonest=population.dishonest.tolist(),
        team=population.team.tolist(),
    )


def _build_cases(population: Population, teams: int) -> list[Case]:
    return [
        Case(
            citizen=citizen,
            key=int(population.key[citizen]),
            type=int(population.demand_type[citizen]),
            team=int(population.team[citizen] * teams),
            content_s=int(population.content_s[citizen]),
            particulars=[Status.MISSING] * int(population.particulars[citizen]),
            arrival_cal_s=0,
        )
        for citizen in range(len(population.key))
    ]


def _build_workers(blueprint: Blueprint, luck: int) -> list[Worker]:
    """Build the staff, and behind them the temps."""
    layout = blueprint.layout
    own = [
        Worker(place, key(luck, 0, place), pool, bool(contractor), identity=place)
        for place, (pool, contractor) in enumerate(
            zip(layout.worker_pool, layout.outsourced, strict=True)
        )
    ]
    temps = range(len(own), len(own) + blueprint.roster.temps)
    return own + [Worker(p, key(luck, 0, p), 0, identity=p, is_temp=True) for p in temps]
