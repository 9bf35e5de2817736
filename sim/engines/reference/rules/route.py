"""The way of a case through the functions: in their order, past those that it needs nothing of.

Which these are is drawn once for an attempt, so that it goes past them forward and back. What there
is to do in them is not gone: whoever lets a case go past does it, though no specialist in it.
"""

from sim.engines.reference.machine.case import Case
from sim.engines.reference.machine.draws import happens
from sim.engines.reference.machine.world import World
from sim.random import Stream


def goes_past(world: World, case: Case, function: int) -> bool:
    """Tell whether a case goes past a function in this attempt: never past the first."""
    chance = world.blueprint.work.goes_past
    if chance <= 0 or function == 0:
        return False
    return happens(chance, case.key, Stream.GO_PAST, case.attempt, function)


def next_function(world: World, case: Case) -> int:
    """Return the function that a case goes on to; how many there are if that was the last one."""
    function = case.handling.function + 1
    while function < world.blueprint.layout.functions and goes_past(world, case, function):
        function += 1
    return function


def come_to(world: World, case: Case, function: int) -> int:
    """Return where a function's share is done: there, or before it where the case goes past it."""
    while goes_past(world, case, function):
        function -= 1
    return function


def expertise(world: World, case: Case) -> float:
    """Return how often what needs an expert is answered well: by whom the case has come to."""
    decision = world.blueprint.decision
    if world.blueprint.work.goes_past <= 0:
        return decision.expertise
    lacking = 1.0
    for function, alone in enumerate(decision.lacks_expertise):
        if not goes_past(world, case, function):
            lacking *= alone
    return 1 - lacking
