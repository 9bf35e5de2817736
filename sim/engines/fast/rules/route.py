"""The way of a case through the functions: in their order, past those that it needs nothing of."""

from typing import Any

from sim.engines.fast.machine.arrays import design_of, lacks_expertise_of
from sim.engines.fast.machine.compiled import compiled, inlined
from sim.engines.fast.machine.draws import happens
from sim.random import Stream


@inlined
def goes_past(world: Any, case: Any, function: int) -> bool:
    """Tell whether a case goes past a function in this attempt: never past the first."""
    chance = design_of(world).goes_past
    if chance <= 0 or function == 0:
        return False
    return happens(chance, case.key, Stream.GO_PAST, case.attempt, function)


@inlined
def next_function(world: Any, case: Any) -> int:
    """Return the function that a case goes on to; how many there are if that was the last one."""
    function, functions = case.function + 1, design_of(world).functions
    while function < functions and goes_past(world, case, function):
        function += 1
    return function


@inlined
def come_to(world: Any, case: Any, function: int) -> int:
    """Return where a function's share is done: there, or before it where the case goes past it."""
    while goes_past(world, case, function):
        function -= 1
    return function


@compiled
def expertise(world: Any, case: Any) -> float:
    """Return how often what needs an expert is answered well: by whom the case has come to."""
    design, lacking = design_of(world), 1.0
    if design.goes_past <= 0:
        return float(design.expertise)
    for function in range(design.functions):
        if not goes_past(world, case, function):
            lacking *= lacks_expertise_of(world)[world.blueprint, function]
    return 1 - lacking
