"""What is varied in each service of a plan."""

from collections.abc import Sequence
from functools import partial

from sim.message import Message
from sim.scenario import Scenario
from sim.sweep.plan.asked import Asked, gather
from sim.sweep.plan.factor import TIMES, Factor
from sim.sweep.plan.ground import Ground
from sim.sweep.plan.ranged import find_ranged
from sim.sweep.plan.reading import find_overlaps, read_factor

NOTHING_VARIED = Message("nothing is varied, expected levers or uncertainties")


def find_factors(
    scenarios: Sequence[Scenario | None], asked: Sequence[Asked]
) -> tuple[list[tuple[Factor, ...]], list[str]]:
    """Return what is varied in each service, and what is wrong with it.

    A key that only some of the services have is varied in those.
    """
    grounds = [None if scenario is None else Ground(scenario) for scenario in scenarios]
    factors: list[tuple[Factor, ...]] = []
    problems: list[str] = [] if asked else [NOTHING_VARIED]
    for ground in grounds:
        own = [one for one in asked if _is_of(one, ground, grounds)]
        found, wrong = gather(partial(read_factor, ground=ground), own)
        if asked and not own and ground is not None:
            wrong.append(Message("{service}: has none of the keys", service=ground.name))
        factors.append(tuple(found))
        problems += [*wrong, *find_overlaps(found)]
    return factors, list(dict.fromkeys(problems))


def _is_of(asked: Asked, ground: Ground | None, grounds: Sequence[Ground | None]) -> bool:
    """Tell whether a key is of a service: also where it is of none, so that this is told."""
    key = asked.key.removesuffix(TIMES)
    has = [there is None or there.has(key) for there in grounds]
    return ground is None or ground.has(key) or not any(has)


def find_all_ranged(
    scenarios: Sequence[Scenario | None], designs: tuple[str, ...]
) -> tuple[list[tuple[Factor, ...]], list[str]]:
    """Return every quantity with a range of its own, of each service, and where there is none."""
    known = [scenario for scenario in scenarios if scenario is not None]
    factors = [_find_ranged(scenario, designs) for scenario in known]
    without = [
        Message("{where}: no quantity has a range", where=scenario.where)
        for scenario, found in zip(known, factors, strict=True)
        if not found
    ]
    return factors, [*without] if known else [NOTHING_VARIED]


def _find_ranged(scenario: Scenario, designs: tuple[str, ...]) -> tuple[Factor, ...]:
    """Return what has a range; where two are called alike, each has the key of its first place."""
    ranged = find_ranged(scenario, designs)
    keys = [one.key for one in ranged]
    return tuple(
        one.factor if keys.count(one.key) == 1 else one.factor._replace(key=one.places[0])
        for one in ranged
    )
