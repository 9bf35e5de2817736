"""Where a case stands in a new design: where the same share of its content is done."""

from typing import Any

from sim.engines.fast.arrays import again_s_of, design_of, fresh_s_of, passed_s_of, portions_of
from sim.engines.fast.arrive import place_in_team
from sim.engines.fast.attempt import divide
from sim.engines.fast.compiled import compiled, inlined


@compiled
def move_case(world: Any, case: Any) -> None:
    """Let a case stand in the new design where the same share of content is done."""
    slot = case.slot
    place_case(world, case, 0)
    case.reforms = world.reforms
    # The old design may have had more functions; rows beyond those of any design hold 0.
    fresh_s, again_s = fresh_s_of(world)[slot].sum(), again_s_of(world)[slot].sum()
    passed_s = passed_s_of(world)[slot].sum()
    done_s = case.content_s - fresh_s
    divide(world, case.content_s)
    functions = design_of(world).functions
    for function in range(world.fresh_s_columns):
        portion_s = portions_of(world)[0, function] if function < functions else 0
        taken_s = min(portion_s, max(done_s, 0))
        done_s -= taken_s
        fresh_s_of(world)[slot, function] = portion_s - taken_s
    _share(world, again_s_of(world)[slot], again_s)
    _share(world, passed_s_of(world)[slot], passed_s)
    case.function = functions - 1
    for function in range(functions - 1, -1, -1):
        if fresh_s_of(world)[slot, function] or again_s:
            case.function = function


@inlined
def _share(world: Any, seconds: Any, total_s: int) -> None:
    """Divide what a case has in all over the functions of the new design."""
    divide(world, total_s)
    functions = design_of(world).functions
    for function in range(len(seconds)):
        seconds[function] = portions_of(world)[0, function] if function < functions else 0


@inlined
def place_case(world: Any, case: Any, function: int) -> None:
    """Let calls about a case find a pool of the new design."""
    place_in_team(world, case)
    functions = design_of(world).functions
    case.function = min(function, functions - 1)
